# Made by `make generate` from openapi.yaml. Do not edit.
"""The events of a streamed reply, as one type."""

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

__all__ = ["V2ChatStreamResponse"]
