# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers
from .chat_tool_call_start_event_delta_message import ChatToolCallStartEventDeltaMessage


@model
class ChatToolCallStartEventDelta(Model):
    """See the class whose name this one begins with."""

    message: ChatToolCallStartEventDeltaMessage | None = None
    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            message: ChatToolCallStartEventDeltaMessage | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("message")
        if type(value) is dict:
            self.message = its_message = new(ChatToolCallStartEventDeltaMessage)
            its_message._raw = value
            fields_of_message: Any = value
            value = fields_of_message.get("tool_calls")
            its_message.tool_calls = parsers["ToolCallV2"](value) if type(value) is dict else value
        else:
            self.message = value
        return self
