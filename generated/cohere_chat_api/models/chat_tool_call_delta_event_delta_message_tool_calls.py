# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new
from .chat_tool_call_delta_event_delta_message_tool_calls_function import (
    ChatToolCallDeltaEventDeltaMessageToolCallsFunction,
)


@model
class ChatToolCallDeltaEventDeltaMessageToolCalls(Model):
    """See the class whose name this one begins with."""

    function: ChatToolCallDeltaEventDeltaMessageToolCallsFunction | None = None
    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            function: ChatToolCallDeltaEventDeltaMessageToolCallsFunction | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("function")
        if type(value) is dict:
            self.function = its_function = new(ChatToolCallDeltaEventDeltaMessageToolCallsFunction)
            its_function._raw = value
            fields_of_function: Any = value
            its_function.arguments = fields_of_function.get("arguments")
        else:
            self.function = value
        return self
