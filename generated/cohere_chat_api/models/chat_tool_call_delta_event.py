# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new


@model
class ChatToolCallDeltaEvent(Model):
    """The next piece of a tool call's arguments.

    Attributes:
        type: Always 'tool-call-delta'.
        index: Position of the call in the message's tool calls.
        delta: What is new in the reply.
    """

    type: Literal["tool-call-delta"] = "tool-call-delta"
    """Always 'tool-call-delta'."""
    index: int | None = None
    """Position of the call in the message's tool calls."""
    delta: ChatToolCallDeltaEventDelta | None = None
    """What is new in the reply."""

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


@model
class ChatToolCallDeltaEventDelta(Model):
    """What is new in the reply.

    Attributes:
        message: The new part of the message.
    """

    message: ChatToolCallDeltaEventDeltaMessage | None = None
    """The new part of the message."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            message: ChatToolCallDeltaEventDeltaMessage | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("message")
        if type(value) is dict:
            self.message = its_message = new(ChatToolCallDeltaEventDeltaMessage)
            its_message._raw = value
            fields_of_message: Any = value
            value = fields_of_message.get("tool_calls")
            if type(value) is dict:
                its_message.tool_calls = its_message_tool_calls = new(ChatToolCallDeltaEventDeltaMessageToolCalls)
                its_message_tool_calls._raw = value
                fields_of_message_tool_calls: Any = value
                value = fields_of_message_tool_calls.get("function")
                if type(value) is dict:
                    its_message_tool_calls.function = its_message_tool_calls_function = new(
                        ChatToolCallDeltaEventDeltaMessageToolCallsFunction
                    )
                    its_message_tool_calls_function._raw = value
                    fields_of_message_tool_calls_function: Any = value
                    its_message_tool_calls_function.arguments = fields_of_message_tool_calls_function.get("arguments")
                else:
                    its_message_tool_calls.function = value
            else:
                its_message.tool_calls = value
        else:
            self.message = value
        return self


@model
class ChatToolCallDeltaEventDeltaMessage(Model):
    """The new part of the message.

    Attributes:
        tool_calls: The new part of the call that `index` names.
    """

    tool_calls: ChatToolCallDeltaEventDeltaMessageToolCalls | None = None
    """The new part of the call that `index` names."""

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


@model
class ChatToolCallDeltaEventDeltaMessageToolCalls(Model):
    """The new part of the call that `index` names.

    Attributes:
        function: The new part of the function to call.
    """

    function: ChatToolCallDeltaEventDeltaMessageToolCallsFunction | None = None
    """The new part of the function to call."""

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


@model
class ChatToolCallDeltaEventDeltaMessageToolCallsFunction(Model):
    """The new part of the function to call.

    Attributes:
        arguments: The next piece of the JSON text of the arguments.
    """

    arguments: str | None = None
    """The next piece of the JSON text of the arguments."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            arguments: str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.arguments = fields.get("arguments")
        return self
