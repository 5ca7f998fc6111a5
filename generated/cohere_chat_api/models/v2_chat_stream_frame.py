# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, Tagged, model, new

if TYPE_CHECKING:
    from .chat_content_delta_event import ChatContentDeltaEvent
    from .chat_content_end_event import ChatContentEndEvent
    from .chat_content_start_event import ChatContentStartEvent
    from .chat_debug_event import ChatDebugEvent
    from .chat_message_end_event import ChatMessageEndEvent
    from .chat_message_start_event import ChatMessageStartEvent
    from .chat_tool_call_delta_event import ChatToolCallDeltaEvent
    from .chat_tool_call_end_event import ChatToolCallEndEvent
    from .chat_tool_call_start_event import ChatToolCallStartEvent
    from .chat_tool_plan_delta_event import ChatToolPlanDeltaEvent
    from .citation_end_event import CitationEndEvent
    from .citation_start_event import CitationStartEvent

_DATA = Tagged(
    "type",
    {
        "message-start": "ChatMessageStartEvent",
        "content-start": "ChatContentStartEvent",
        "content-delta": "ChatContentDeltaEvent",
        "content-end": "ChatContentEndEvent",
        "tool-plan-delta": "ChatToolPlanDeltaEvent",
        "tool-call-start": "ChatToolCallStartEvent",
        "tool-call-delta": "ChatToolCallDeltaEvent",
        "tool-call-end": "ChatToolCallEndEvent",
        "citation-start": "CitationStartEvent",
        "citation-end": "CitationEndEvent",
        "message-end": "ChatMessageEndEvent",
        "debug": "ChatDebugEvent",
    },
)


@model
class V2ChatStreamFrame(Model):
    """A server-sent event.

    Attributes:
        data: An event of a streamed reply, told apart by its type.
        event: The type of the event once more.
    """

    data: (
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
    """An event of a streamed reply, told apart by its type."""
    event: str | None = None
    """The type of the event once more."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            data: ChatMessageStartEvent
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
            | ChatDebugEvent,
            event: str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("data")
        self.data = _DATA.parse(value) if type(value) is dict else value
        self.event = fields.get("event")
        return self
