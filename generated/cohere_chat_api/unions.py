# Made by `make generate` from openapi.yaml. Do not edit.
"""The unions of the API, such as the events of a streamed reply, as types: those that have a name."""

from .models.assistant_chat_message_v2 import AssistantChatMessageV2
from .models.chat_content_delta_event import ChatContentDeltaEvent
from .models.chat_content_end_event import ChatContentEndEvent
from .models.chat_content_start_event import ChatContentStartEvent
from .models.chat_debug_event import ChatDebugEvent
from .models.chat_message_end_event import ChatMessageEndEvent
from .models.chat_message_start_event import ChatMessageStartEvent
from .models.chat_tool_call_delta_event import ChatToolCallDeltaEvent
from .models.chat_tool_call_end_event import ChatToolCallEndEvent
from .models.chat_tool_call_start_event import ChatToolCallStartEvent
from .models.chat_tool_plan_delta_event import ChatToolPlanDeltaEvent
from .models.citation_end_event import CitationEndEvent
from .models.citation_start_event import CitationStartEvent
from .models.document_content import DocumentContent
from .models.document_source import DocumentSource
from .models.image_url_content import ImageUrlContent
from .models.json_object_response_format_v2 import JsonObjectResponseFormatV2
from .models.system_chat_message_v2 import SystemChatMessageV2
from .models.text_content import TextContent
from .models.text_response_format_v2 import TextResponseFormatV2
from .models.thinking_content import ThinkingContent
from .models.tool_chat_message_v2 import ToolChatMessageV2
from .models.tool_source import ToolSource
from .models.user_chat_message_v2 import UserChatMessageV2

__all__ = [
    "AssistantMessageResponseContentItem",
    "ChatMessageV2",
    "Content",
    "ResponseFormatV2",
    "Source",
    "ToolContent",
    "V2ChatStreamResponse",
]

AssistantMessageResponseContentItem = TextContent | ThinkingContent
ChatMessageV2 = UserChatMessageV2 | AssistantChatMessageV2 | SystemChatMessageV2 | ToolChatMessageV2
Content = TextContent | ImageUrlContent
ResponseFormatV2 = TextResponseFormatV2 | JsonObjectResponseFormatV2
Source = ToolSource | DocumentSource
ToolContent = TextContent | DocumentContent
V2ChatStreamResponse = (
    ChatMessageStartEvent
    | ChatContentStartEvent
    | ChatContentDeltaEvent
    | ChatContentEndEvent
    | ChatToolPlanDeltaEvent
    | ChatToolCallStartEvent
    | ChatToolCallDeltaEvent
    | ChatToolCallEndEvent
    | CitationStartEvent
    | CitationEndEvent
    | ChatMessageEndEvent
    | ChatDebugEvent
)
