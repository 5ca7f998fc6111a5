# Made by `make generate` from openapi.yaml. Do not edit.
"""The objects and enums of the API; each is imported at first use."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .assistant_chat_message_v2 import AssistantChatMessageV2
    from .assistant_message_response import AssistantMessageResponse
    from .chat_content_delta_event import ChatContentDeltaEvent
    from .chat_content_delta_event_delta import ChatContentDeltaEventDelta
    from .chat_content_delta_event_delta_message import ChatContentDeltaEventDeltaMessage
    from .chat_content_delta_event_delta_message_content import ChatContentDeltaEventDeltaMessageContent
    from .chat_content_end_event import ChatContentEndEvent
    from .chat_content_start_event import ChatContentStartEvent
    from .chat_content_start_event_delta import ChatContentStartEventDelta
    from .chat_content_start_event_delta_message import ChatContentStartEventDeltaMessage
    from .chat_content_start_event_delta_message_content import ChatContentStartEventDeltaMessageContent
    from .chat_content_start_event_delta_message_content_type import ChatContentStartEventDeltaMessageContentType
    from .chat_debug_event import ChatDebugEvent
    from .chat_finish_reason import ChatFinishReason
    from .chat_message_end_event import ChatMessageEndEvent
    from .chat_message_end_event_delta import ChatMessageEndEventDelta
    from .chat_message_start_event import ChatMessageStartEvent
    from .chat_message_start_event_delta import ChatMessageStartEventDelta
    from .chat_message_start_event_delta_message import ChatMessageStartEventDeltaMessage
    from .chat_tool_call_delta_event import ChatToolCallDeltaEvent
    from .chat_tool_call_delta_event_delta import ChatToolCallDeltaEventDelta
    from .chat_tool_call_delta_event_delta_message import ChatToolCallDeltaEventDeltaMessage
    from .chat_tool_call_delta_event_delta_message_tool_calls import ChatToolCallDeltaEventDeltaMessageToolCalls
    from .chat_tool_call_delta_event_delta_message_tool_calls_function import (
        ChatToolCallDeltaEventDeltaMessageToolCallsFunction,
    )
    from .chat_tool_call_end_event import ChatToolCallEndEvent
    from .chat_tool_call_start_event import ChatToolCallStartEvent
    from .chat_tool_call_start_event_delta import ChatToolCallStartEventDelta
    from .chat_tool_call_start_event_delta_message import ChatToolCallStartEventDeltaMessage
    from .chat_tool_plan_delta_event import ChatToolPlanDeltaEvent
    from .chat_tool_plan_delta_event_delta import ChatToolPlanDeltaEventDelta
    from .chat_tool_plan_delta_event_delta_message import ChatToolPlanDeltaEventDeltaMessage
    from .citation import Citation
    from .citation_end_event import CitationEndEvent
    from .citation_options import CitationOptions
    from .citation_options_mode import CitationOptionsMode
    from .citation_start_event import CitationStartEvent
    from .citation_start_event_delta import CitationStartEventDelta
    from .citation_start_event_delta_message import CitationStartEventDeltaMessage
    from .citation_type import CitationType
    from .document import Document
    from .document_content import DocumentContent
    from .document_data import DocumentData
    from .document_source import DocumentSource
    from .document_source_document import DocumentSourceDocument
    from .error_body import ErrorBody
    from .image_url import ImageUrl
    from .image_url_content import ImageUrlContent
    from .image_url_detail import ImageUrlDetail
    from .json_object_response_format_v2 import JsonObjectResponseFormatV2
    from .json_object_response_format_v2_json_schema import JsonObjectResponseFormatV2JsonSchema
    from .logprob_item import LogprobItem
    from .system_chat_message_v2 import SystemChatMessageV2
    from .text_content import TextContent
    from .text_response_format_v2 import TextResponseFormatV2
    from .thinking import Thinking
    from .thinking_content import ThinkingContent
    from .thinking_type import ThinkingType
    from .tool_call_v2 import ToolCallV2
    from .tool_call_v2_function import ToolCallV2Function
    from .tool_chat_message_v2 import ToolChatMessageV2
    from .tool_source import ToolSource
    from .tool_source_tool_output import ToolSourceToolOutput
    from .tool_v2 import ToolV2
    from .tool_v2_function import ToolV2Function
    from .tool_v2_function_parameters import ToolV2FunctionParameters
    from .usage import Usage
    from .usage_billed_units import UsageBilledUnits
    from .usage_tokens import UsageTokens
    from .user_chat_message_v2 import UserChatMessageV2
    from .v2_chat_request import V2ChatRequest
    from .v2_chat_request_safety_mode import V2ChatRequestSafetyMode
    from .v2_chat_request_tool_choice import V2ChatRequestToolChoice
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
    "CitationOptions",
    "CitationOptionsMode",
    "CitationStartEvent",
    "CitationStartEventDelta",
    "CitationStartEventDeltaMessage",
    "CitationType",
    "Document",
    "DocumentContent",
    "DocumentData",
    "DocumentSource",
    "DocumentSourceDocument",
    "ErrorBody",
    "ImageUrl",
    "ImageUrlContent",
    "ImageUrlDetail",
    "JsonObjectResponseFormatV2",
    "JsonObjectResponseFormatV2JsonSchema",
    "LogprobItem",
    "SystemChatMessageV2",
    "TextContent",
    "TextResponseFormatV2",
    "Thinking",
    "ThinkingContent",
    "ThinkingType",
    "ToolCallV2",
    "ToolCallV2Function",
    "ToolChatMessageV2",
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

_MODULES = {
    "AssistantChatMessageV2": "assistant_chat_message_v2",
    "AssistantMessageResponse": "assistant_message_response",
    "ChatContentDeltaEvent": "chat_content_delta_event",
    "ChatContentDeltaEventDelta": "chat_content_delta_event_delta",
    "ChatContentDeltaEventDeltaMessage": "chat_content_delta_event_delta_message",
    "ChatContentDeltaEventDeltaMessageContent": "chat_content_delta_event_delta_message_content",
    "ChatContentEndEvent": "chat_content_end_event",
    "ChatContentStartEvent": "chat_content_start_event",
    "ChatContentStartEventDelta": "chat_content_start_event_delta",
    "ChatContentStartEventDeltaMessage": "chat_content_start_event_delta_message",
    "ChatContentStartEventDeltaMessageContent": "chat_content_start_event_delta_message_content",
    "ChatContentStartEventDeltaMessageContentType": "chat_content_start_event_delta_message_content_type",
    "ChatDebugEvent": "chat_debug_event",
    "ChatFinishReason": "chat_finish_reason",
    "ChatMessageEndEvent": "chat_message_end_event",
    "ChatMessageEndEventDelta": "chat_message_end_event_delta",
    "ChatMessageStartEvent": "chat_message_start_event",
    "ChatMessageStartEventDelta": "chat_message_start_event_delta",
    "ChatMessageStartEventDeltaMessage": "chat_message_start_event_delta_message",
    "ChatToolCallDeltaEvent": "chat_tool_call_delta_event",
    "ChatToolCallDeltaEventDelta": "chat_tool_call_delta_event_delta",
    "ChatToolCallDeltaEventDeltaMessage": "chat_tool_call_delta_event_delta_message",
    "ChatToolCallDeltaEventDeltaMessageToolCalls": "chat_tool_call_delta_event_delta_message_tool_calls",
    "ChatToolCallDeltaEventDeltaMessageToolCallsFunction": "chat_tool_call_delta_event_delta_message_tool_calls_function",
    "ChatToolCallEndEvent": "chat_tool_call_end_event",
    "ChatToolCallStartEvent": "chat_tool_call_start_event",
    "ChatToolCallStartEventDelta": "chat_tool_call_start_event_delta",
    "ChatToolCallStartEventDeltaMessage": "chat_tool_call_start_event_delta_message",
    "ChatToolPlanDeltaEvent": "chat_tool_plan_delta_event",
    "ChatToolPlanDeltaEventDelta": "chat_tool_plan_delta_event_delta",
    "ChatToolPlanDeltaEventDeltaMessage": "chat_tool_plan_delta_event_delta_message",
    "Citation": "citation",
    "CitationEndEvent": "citation_end_event",
    "CitationOptions": "citation_options",
    "CitationOptionsMode": "citation_options_mode",
    "CitationStartEvent": "citation_start_event",
    "CitationStartEventDelta": "citation_start_event_delta",
    "CitationStartEventDeltaMessage": "citation_start_event_delta_message",
    "CitationType": "citation_type",
    "Document": "document",
    "DocumentContent": "document_content",
    "DocumentData": "document_data",
    "DocumentSource": "document_source",
    "DocumentSourceDocument": "document_source_document",
    "ErrorBody": "error_body",
    "ImageUrl": "image_url",
    "ImageUrlContent": "image_url_content",
    "ImageUrlDetail": "image_url_detail",
    "JsonObjectResponseFormatV2": "json_object_response_format_v2",
    "JsonObjectResponseFormatV2JsonSchema": "json_object_response_format_v2_json_schema",
    "LogprobItem": "logprob_item",
    "SystemChatMessageV2": "system_chat_message_v2",
    "TextContent": "text_content",
    "TextResponseFormatV2": "text_response_format_v2",
    "Thinking": "thinking",
    "ThinkingContent": "thinking_content",
    "ThinkingType": "thinking_type",
    "ToolCallV2": "tool_call_v2",
    "ToolCallV2Function": "tool_call_v2_function",
    "ToolChatMessageV2": "tool_chat_message_v2",
    "ToolSource": "tool_source",
    "ToolSourceToolOutput": "tool_source_tool_output",
    "ToolV2": "tool_v2",
    "ToolV2Function": "tool_v2_function",
    "ToolV2FunctionParameters": "tool_v2_function_parameters",
    "Usage": "usage",
    "UsageBilledUnits": "usage_billed_units",
    "UsageTokens": "usage_tokens",
    "UserChatMessageV2": "user_chat_message_v2",
    "V2ChatRequest": "v2_chat_request",
    "V2ChatRequestSafetyMode": "v2_chat_request_safety_mode",
    "V2ChatRequestToolChoice": "v2_chat_request_tool_choice",
    "V2ChatResponse": "v2_chat_response",
    "V2ChatStreamFrame": "v2_chat_stream_frame",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f".{_MODULES[name]}", __name__), name)
    return value


def __dir__() -> list[str]:
    return __all__
