# Made by `make generate` from openapi.yaml. Do not edit.
"""The objects and enums of the API; each is imported at first use.

Some objects have more names than one: as a member of a union with a name, an object is also known by its tag followed
by that name, such as ContentDeltaV2ChatStreamResponse.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .assistant_chat_message_v2 import AssistantChatMessageV2
    from .assistant_message_response import AssistantMessageResponse
    from .chat_content_delta_event import (
        ChatContentDeltaEvent,
        ChatContentDeltaEventDelta,
        ChatContentDeltaEventDeltaMessage,
        ChatContentDeltaEventDeltaMessageContent,
    )
    from .chat_content_delta_event import ChatContentDeltaEvent as ContentDeltaV2ChatStreamResponse
    from .chat_content_end_event import ChatContentEndEvent
    from .chat_content_end_event import ChatContentEndEvent as ContentEndV2ChatStreamResponse
    from .chat_content_start_event import (
        ChatContentStartEvent,
        ChatContentStartEventDelta,
        ChatContentStartEventDeltaMessage,
        ChatContentStartEventDeltaMessageContent,
        ChatContentStartEventDeltaMessageContentType,
    )
    from .chat_content_start_event import ChatContentStartEvent as ContentStartV2ChatStreamResponse
    from .chat_debug_event import ChatDebugEvent
    from .chat_debug_event import ChatDebugEvent as DebugV2ChatStreamResponse
    from .chat_finish_reason import ChatFinishReason
    from .chat_message_end_event import ChatMessageEndEvent, ChatMessageEndEventDelta
    from .chat_message_end_event import ChatMessageEndEvent as MessageEndV2ChatStreamResponse
    from .chat_message_start_event import (
        ChatMessageStartEvent,
        ChatMessageStartEventDelta,
        ChatMessageStartEventDeltaMessage,
    )
    from .chat_message_start_event import ChatMessageStartEvent as MessageStartV2ChatStreamResponse
    from .chat_tool_call_delta_event import (
        ChatToolCallDeltaEvent,
        ChatToolCallDeltaEventDelta,
        ChatToolCallDeltaEventDeltaMessage,
        ChatToolCallDeltaEventDeltaMessageToolCalls,
        ChatToolCallDeltaEventDeltaMessageToolCallsFunction,
    )
    from .chat_tool_call_delta_event import ChatToolCallDeltaEvent as ToolCallDeltaV2ChatStreamResponse
    from .chat_tool_call_end_event import ChatToolCallEndEvent
    from .chat_tool_call_end_event import ChatToolCallEndEvent as ToolCallEndV2ChatStreamResponse
    from .chat_tool_call_start_event import (
        ChatToolCallStartEvent,
        ChatToolCallStartEventDelta,
        ChatToolCallStartEventDeltaMessage,
    )
    from .chat_tool_call_start_event import ChatToolCallStartEvent as ToolCallStartV2ChatStreamResponse
    from .chat_tool_plan_delta_event import (
        ChatToolPlanDeltaEvent,
        ChatToolPlanDeltaEventDelta,
        ChatToolPlanDeltaEventDeltaMessage,
    )
    from .chat_tool_plan_delta_event import ChatToolPlanDeltaEvent as ToolPlanDeltaV2ChatStreamResponse
    from .citation import Citation
    from .citation_end_event import CitationEndEvent
    from .citation_end_event import CitationEndEvent as CitationEndV2ChatStreamResponse
    from .citation_options import CitationOptions, CitationOptionsMode
    from .citation_start_event import CitationStartEvent, CitationStartEventDelta, CitationStartEventDeltaMessage
    from .citation_start_event import CitationStartEvent as CitationStartV2ChatStreamResponse
    from .citation_type import CitationType
    from .document import Document
    from .document_content import DocumentContent
    from .document_content import DocumentContent as DocumentToolContent
    from .document_data import DocumentData
    from .document_source import DocumentSource, DocumentSourceDocument
    from .error_body import ErrorBody
    from .image_url import ImageUrl, ImageUrlDetail
    from .image_url_content import ImageUrlContent
    from .json_object_response_format_v2 import JsonObjectResponseFormatV2, JsonObjectResponseFormatV2JsonSchema
    from .logprob_item import LogprobItem
    from .system_chat_message_v2 import SystemChatMessageV2
    from .text_content import TextContent
    from .text_content import TextContent as TextAssistantMessageResponseContentItem
    from .text_content import TextContent as TextAssistantMessageV2ContentOneItem
    from .text_content import TextContent as TextSystemMessageV2ContentOneItem
    from .text_content import TextContent as TextToolContent
    from .text_response_format_v2 import TextResponseFormatV2
    from .thinking import Thinking, ThinkingType
    from .thinking_content import ThinkingContent
    from .thinking_content import ThinkingContent as ThinkingAssistantMessageResponseContentItem
    from .thinking_content import ThinkingContent as ThinkingAssistantMessageV2ContentOneItem
    from .tool_call_v2 import ToolCallV2, ToolCallV2Function
    from .tool_chat_message_v2 import ToolChatMessageV2
    from .tool_source import ToolSource, ToolSourceToolOutput
    from .tool_v2 import ToolV2, ToolV2Function, ToolV2FunctionParameters
    from .usage import Usage, UsageBilledUnits, UsageTokens
    from .user_chat_message_v2 import UserChatMessageV2
    from .v2_chat_request import V2ChatRequest, V2ChatRequestSafetyMode, V2ChatRequestToolChoice
    from .v2_chat_response import V2ChatResponse
    from .v2_chat_stream_frame import V2ChatStreamFrame

__all__ = [
    "AssistantChatMessageV2",
    "AssistantMessageResponse",
    "ChatContentDeltaEvent",
    "ChatContentDeltaEventDelta",
    "ChatContentDeltaEventDeltaMessage",
    "ChatContentDeltaEventDeltaMessageContent",
    "ChatContentEndEvent",
    "ChatContentStartEvent",
    "ChatContentStartEventDelta",
    "ChatContentStartEventDeltaMessage",
    "ChatContentStartEventDeltaMessageContent",
    "ChatContentStartEventDeltaMessageContentType",
    "ChatDebugEvent",
    "ChatFinishReason",
    "ChatMessageEndEvent",
    "ChatMessageEndEventDelta",
    "ChatMessageStartEvent",
    "ChatMessageStartEventDelta",
    "ChatMessageStartEventDeltaMessage",
    "ChatToolCallDeltaEvent",
    "ChatToolCallDeltaEventDelta",
    "ChatToolCallDeltaEventDeltaMessage",
    "ChatToolCallDeltaEventDeltaMessageToolCalls",
    "ChatToolCallDeltaEventDeltaMessageToolCallsFunction",
    "ChatToolCallEndEvent",
    "ChatToolCallStartEvent",
    "ChatToolCallStartEventDelta",
    "ChatToolCallStartEventDeltaMessage",
    "ChatToolPlanDeltaEvent",
    "ChatToolPlanDeltaEventDelta",
    "ChatToolPlanDeltaEventDeltaMessage",
    "Citation",
    "CitationEndEvent",
    "CitationEndV2ChatStreamResponse",
    "CitationOptions",
    "CitationOptionsMode",
    "CitationStartEvent",
    "CitationStartEventDelta",
    "CitationStartEventDeltaMessage",
    "CitationStartV2ChatStreamResponse",
    "CitationType",
    "ContentDeltaV2ChatStreamResponse",
    "ContentEndV2ChatStreamResponse",
    "ContentStartV2ChatStreamResponse",
    "DebugV2ChatStreamResponse",
    "Document",
    "DocumentContent",
    "DocumentData",
    "DocumentSource",
    "DocumentSourceDocument",
    "DocumentToolContent",
    "ErrorBody",
    "ImageUrl",
    "ImageUrlContent",
    "ImageUrlDetail",
    "JsonObjectResponseFormatV2",
    "JsonObjectResponseFormatV2JsonSchema",
    "LogprobItem",
    "MessageEndV2ChatStreamResponse",
    "MessageStartV2ChatStreamResponse",
    "SystemChatMessageV2",
    "TextAssistantMessageResponseContentItem",
    "TextAssistantMessageV2ContentOneItem",
    "TextContent",
    "TextResponseFormatV2",
    "TextSystemMessageV2ContentOneItem",
    "TextToolContent",
    "Thinking",
    "ThinkingAssistantMessageResponseContentItem",
    "ThinkingAssistantMessageV2ContentOneItem",
    "ThinkingContent",
    "ThinkingType",
    "ToolCallDeltaV2ChatStreamResponse",
    "ToolCallEndV2ChatStreamResponse",
    "ToolCallStartV2ChatStreamResponse",
    "ToolCallV2",
    "ToolCallV2Function",
    "ToolChatMessageV2",
    "ToolPlanDeltaV2ChatStreamResponse",
    "ToolSource",
    "ToolSourceToolOutput",
    "ToolV2",
    "ToolV2Function",
    "ToolV2FunctionParameters",
    "Usage",
    "UsageBilledUnits",
    "UsageTokens",
    "UserChatMessageV2",
    "V2ChatRequest",
    "V2ChatRequestSafetyMode",
    "V2ChatRequestToolChoice",
    "V2ChatResponse",
    "V2ChatStreamFrame",
]

# The module of each name, and the name there if it is another one.
_PLACES = {
    "AssistantChatMessageV2": "assistant_chat_message_v2",
    "AssistantMessageResponse": "assistant_message_response",
    "ChatContentDeltaEvent": "chat_content_delta_event",
    "ChatContentDeltaEventDelta": "chat_content_delta_event",
    "ChatContentDeltaEventDeltaMessage": "chat_content_delta_event",
    "ChatContentDeltaEventDeltaMessageContent": "chat_content_delta_event",
    "ChatContentEndEvent": "chat_content_end_event",
    "ChatContentStartEvent": "chat_content_start_event",
    "ChatContentStartEventDelta": "chat_content_start_event",
    "ChatContentStartEventDeltaMessage": "chat_content_start_event",
    "ChatContentStartEventDeltaMessageContent": "chat_content_start_event",
    "ChatContentStartEventDeltaMessageContentType": "chat_content_start_event",
    "ChatDebugEvent": "chat_debug_event",
    "ChatFinishReason": "chat_finish_reason",
    "ChatMessageEndEvent": "chat_message_end_event",
    "ChatMessageEndEventDelta": "chat_message_end_event",
    "ChatMessageStartEvent": "chat_message_start_event",
    "ChatMessageStartEventDelta": "chat_message_start_event",
    "ChatMessageStartEventDeltaMessage": "chat_message_start_event",
    "ChatToolCallDeltaEvent": "chat_tool_call_delta_event",
    "ChatToolCallDeltaEventDelta": "chat_tool_call_delta_event",
    "ChatToolCallDeltaEventDeltaMessage": "chat_tool_call_delta_event",
    "ChatToolCallDeltaEventDeltaMessageToolCalls": "chat_tool_call_delta_event",
    "ChatToolCallDeltaEventDeltaMessageToolCallsFunction": "chat_tool_call_delta_event",
    "ChatToolCallEndEvent": "chat_tool_call_end_event",
    "ChatToolCallStartEvent": "chat_tool_call_start_event",
    "ChatToolCallStartEventDelta": "chat_tool_call_start_event",
    "ChatToolCallStartEventDeltaMessage": "chat_tool_call_start_event",
    "ChatToolPlanDeltaEvent": "chat_tool_plan_delta_event",
    "ChatToolPlanDeltaEventDelta": "chat_tool_plan_delta_event",
    "ChatToolPlanDeltaEventDeltaMessage": "chat_tool_plan_delta_event",
    "Citation": "citation",
    "CitationEndEvent": "citation_end_event",
    "CitationOptions": "citation_options",
    "CitationOptionsMode": "citation_options",
    "CitationStartEvent": "citation_start_event",
    "CitationStartEventDelta": "citation_start_event",
    "CitationStartEventDeltaMessage": "citation_start_event",
    "CitationType": "citation_type",
    "Document": "document",
    "DocumentContent": "document_content",
    "DocumentData": "document_data",
    "DocumentSource": "document_source",
    "DocumentSourceDocument": "document_source",
    "ErrorBody": "error_body",
    "ImageUrl": "image_url",
    "ImageUrlContent": "image_url_content",
    "ImageUrlDetail": "image_url",
    "JsonObjectResponseFormatV2": "json_object_response_format_v2",
    "JsonObjectResponseFormatV2JsonSchema": "json_object_response_format_v2",
    "LogprobItem": "logprob_item",
    "SystemChatMessageV2": "system_chat_message_v2",
    "TextContent": "text_content",
    "TextResponseFormatV2": "text_response_format_v2",
    "Thinking": "thinking",
    "ThinkingContent": "thinking_content",
    "ThinkingType": "thinking",
    "ToolCallV2": "tool_call_v2",
    "ToolCallV2Function": "tool_call_v2",
    "ToolChatMessageV2": "tool_chat_message_v2",
    "ToolSource": "tool_source",
    "ToolSourceToolOutput": "tool_source",
    "ToolV2": "tool_v2",
    "ToolV2Function": "tool_v2",
    "ToolV2FunctionParameters": "tool_v2",
    "Usage": "usage",
    "UsageBilledUnits": "usage",
    "UsageTokens": "usage",
    "UserChatMessageV2": "user_chat_message_v2",
    "V2ChatRequest": "v2_chat_request",
    "V2ChatRequestSafetyMode": "v2_chat_request",
    "V2ChatRequestToolChoice": "v2_chat_request",
    "V2ChatResponse": "v2_chat_response",
    "V2ChatStreamFrame": "v2_chat_stream_frame",
    "CitationEndV2ChatStreamResponse": "citation_end_event:CitationEndEvent",
    "CitationStartV2ChatStreamResponse": "citation_start_event:CitationStartEvent",
    "ContentDeltaV2ChatStreamResponse": "chat_content_delta_event:ChatContentDeltaEvent",
    "ContentEndV2ChatStreamResponse": "chat_content_end_event:ChatContentEndEvent",
    "ContentStartV2ChatStreamResponse": "chat_content_start_event:ChatContentStartEvent",
    "DebugV2ChatStreamResponse": "chat_debug_event:ChatDebugEvent",
    "DocumentToolContent": "document_content:DocumentContent",
    "MessageEndV2ChatStreamResponse": "chat_message_end_event:ChatMessageEndEvent",
    "MessageStartV2ChatStreamResponse": "chat_message_start_event:ChatMessageStartEvent",
    "TextAssistantMessageResponseContentItem": "text_content:TextContent",
    "TextAssistantMessageV2ContentOneItem": "text_content:TextContent",
    "TextSystemMessageV2ContentOneItem": "text_content:TextContent",
    "TextToolContent": "text_content:TextContent",
    "ThinkingAssistantMessageResponseContentItem": "thinking_content:ThinkingContent",
    "ThinkingAssistantMessageV2ContentOneItem": "thinking_content:ThinkingContent",
    "ToolCallDeltaV2ChatStreamResponse": "chat_tool_call_delta_event:ChatToolCallDeltaEvent",
    "ToolCallEndV2ChatStreamResponse": "chat_tool_call_end_event:ChatToolCallEndEvent",
    "ToolCallStartV2ChatStreamResponse": "chat_tool_call_start_event:ChatToolCallStartEvent",
    "ToolPlanDeltaV2ChatStreamResponse": "chat_tool_plan_delta_event:ChatToolPlanDeltaEvent",
}


if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in _PLACES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        module, _, there = _PLACES[name].partition(":")
        value = globals()[name] = getattr(import_module(f".{module}", __name__), there or name)
        return value


def __dir__() -> list[str]:
    return __all__
