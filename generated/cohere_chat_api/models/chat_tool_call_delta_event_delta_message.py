# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, parsers

if TYPE_CHECKING:
    from .chat_tool_call_delta_event_delta_message_tool_calls import ChatToolCallDeltaEventDeltaMessageToolCalls


@model
class ChatToolCallDeltaEventDeltaMessage(Model):
    """See the class whose name this one begins with."""

    tool_calls: ChatToolCallDeltaEventDeltaMessageToolCalls | None = None
    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            tool_calls: ChatToolCallDeltaEventDeltaMessageToolCalls | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("tool_calls")
        self.tool_calls = (
            parsers["ChatToolCallDeltaEventDeltaMessageToolCalls"](value) if type(value) is dict else value
        )
        return self
