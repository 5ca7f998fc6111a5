# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .tool_call_delta import ToolCallDelta


@model
class ChatToolCallsChunkEvent(Model):
    """The next piece of what the model says about functions or asks of them.

    Attributes:
        event_type: Always 'tool-calls-chunk'.
        tool_call_delta: A piece of a call of a function.
        text: A piece of what the model says.
    """

    event_type: Literal["tool-calls-chunk"] = "tool-calls-chunk"
    """Always 'tool-calls-chunk'."""
    tool_call_delta: ToolCallDelta
    """A piece of a call of a function."""
    text: str | None = None
    """A piece of what the model says."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            event_type: Literal["tool-calls-chunk"] = "tool-calls-chunk",
            tool_call_delta: ToolCallDelta,
            text: str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.event_type = fields.get("event_type")
        value = fields.get("tool_call_delta")
        self.tool_call_delta = parsers["ToolCallDelta"](value) if type(value) is dict else value
        self.text = fields.get("text")
        return self
