# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new
from .chat_tool_call_delta_event_delta import ChatToolCallDeltaEventDelta
from .chat_tool_call_delta_event_delta_message import ChatToolCallDeltaEventDeltaMessage
from .chat_tool_call_delta_event_delta_message_tool_calls import ChatToolCallDeltaEventDeltaMessageToolCalls
from .chat_tool_call_delta_event_delta_message_tool_calls_function import (
    ChatToolCallDeltaEventDeltaMessageToolCallsFunction,
)


@model
class ChatToolCallDeltaEvent(Model):
    """The next piece of a tool call's arguments."""

    type: Literal["tool-call-delta"] = "tool-call-delta"
    index: int | None = None
    """Position of the call in the message's tool calls."""
    delta: ChatToolCallDeltaEventDelta | None = None
    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: Literal["tool-call-delta"] = "tool-call-delta",
            index: int | None = None,
            delta: ChatToolCallDeltaEventDelta | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        self.index = fields.get("index")
        value = fields.get("delta")
        if type(value) is dict:
            self.delta = its_delta = new(ChatToolCallDeltaEventDelta)
            its_delta._raw = value
            fields_of_delta: Any = value
            value = fields_of_delta.get("message")
            if type(value) is dict:
                its_delta.message = its_delta_message = new(ChatToolCallDeltaEventDeltaMessage)
                its_delta_message._raw = value
                fields_of_delta_message: Any = value
                value = fields_of_delta_message.get("tool_calls")
                if type(value) is dict:
                    its_delta_message.tool_calls = its_delta_message_tool_calls = new(
                        ChatToolCallDeltaEventDeltaMessageToolCalls
                    )
                    its_delta_message_tool_calls._raw = value
                    fields_of_delta_message_tool_calls: Any = value
                    value = fields_of_delta_message_tool_calls.get("function")
                    if type(value) is dict:
                        its_delta_message_tool_calls.function = its_delta_message_tool_calls_function = new(
                            ChatToolCallDeltaEventDeltaMessageToolCallsFunction
                        )
                        its_delta_message_tool_calls_function._raw = value
                        fields_of_delta_message_tool_calls_function: Any = value
                        its_delta_message_tool_calls_function.arguments = (
                            fields_of_delta_message_tool_calls_function.get("arguments")
                        )
                    else:
                        its_delta_message_tool_calls.function = value
                else:
                    its_delta_message.tool_calls = value
            else:
                its_delta.message = value
        else:
            self.delta = value
        return self
