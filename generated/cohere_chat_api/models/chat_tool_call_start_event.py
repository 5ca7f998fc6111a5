# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .tool_call_v2 import ToolCallV2


@model
class ChatToolCallStartEvent(Model):
    """A tool call begins.

    Attributes:
        type: Always 'tool-call-start'.
        index: Position of the call in the message's tool calls.
        delta: What is new in the reply.
    """

    type: Literal["tool-call-start"] = "tool-call-start"
    """Always 'tool-call-start'."""
    index: int | None = None
    """Position of the call in the message's tool calls."""
    delta: ChatToolCallStartEventDelta | None = None
    """What is new in the reply."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: Literal["tool-call-start"] = "tool-call-start",
            index: int | None = None,
            delta: ChatToolCallStartEventDelta | None = None,
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
            self.delta = its_delta = new(ChatToolCallStartEventDelta)
            its_delta._raw = value
            fields_of_delta: Any = value
            value = fields_of_delta.get("message")
            if type(value) is dict:
                its_delta.message = its_delta_message = new(ChatToolCallStartEventDeltaMessage)
                its_delta_message._raw = value
                fields_of_delta_message: Any = value
                value = fields_of_delta_message.get("tool_calls")
                its_delta_message.tool_calls = parsers["ToolCallV2"](value) if type(value) is dict else value
            else:
                its_delta.message = value
        else:
            self.delta = value
        return self


@model
class ChatToolCallStartEventDelta(Model):
    """What is new in the reply.

    Attributes:
        message: The new part of the message; its `tool_calls` is the one call that begins.
    """

    message: ChatToolCallStartEventDeltaMessage | None = None
    """The new part of the message; its `tool_calls` is the one call that begins."""

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


@model
class ChatToolCallStartEventDeltaMessage(Model):
    """The new part of the message; its `tool_calls` is the one call that begins.

    Attributes:
        tool_calls: A call of a tool that the model asks for.
    """

    tool_calls: ToolCallV2 | None = None
    """A call of a tool that the model asks for."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            tool_calls: ToolCallV2 | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("tool_calls")
        self.tool_calls = parsers["ToolCallV2"](value) if type(value) is dict else value
        return self
