# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new
from .chat_tool_call_delta_event_delta_message_tool_calls import ChatToolCallDeltaEventDeltaMessageToolCalls
from .chat_tool_call_delta_event_delta_message_tool_calls_function import (
    ChatToolCallDeltaEventDeltaMessageToolCallsFunction,
)


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
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("tool_calls")
        if type(value) is dict:
            self.tool_calls = its_tool_calls = new(ChatToolCallDeltaEventDeltaMessageToolCalls)
            its_tool_calls._raw = value
            fields_of_tool_calls: Any = value
            value = fields_of_tool_calls.get("function")
            if type(value) is dict:
                its_tool_calls.function = its_tool_calls_function = new(
                    ChatToolCallDeltaEventDeltaMessageToolCallsFunction
                )
                its_tool_calls_function._raw = value
                fields_of_tool_calls_function: Any = value
                its_tool_calls_function.arguments = fields_of_tool_calls_function.get("arguments")
            else:
                its_tool_calls.function = value
        else:
            self.tool_calls = value
        return self
