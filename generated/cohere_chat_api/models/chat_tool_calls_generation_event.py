# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .tool_call import ToolCall


@model
class ChatToolCallsGenerationEvent(Model):
    """The model asks for functions.

    Attributes:
        event_type: Always 'tool-calls-generation'.
        tool_calls: The functions that the model asked for.
        text: What the model says about it.
    """

    event_type: Literal["tool-calls-generation"] = "tool-calls-generation"
    """Always 'tool-calls-generation'."""
    tool_calls: list[ToolCall]
    """The functions that the model asked for."""
    text: str | None = None
    """What the model says about it."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            event_type: Literal["tool-calls-generation"] = "tool-calls-generation",
            tool_calls: list[ToolCall],
            text: str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.event_type = fields.get("event_type")
        value = fields.get("tool_calls")
        self.tool_calls = (
            [parsers["ToolCall"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        self.text = fields.get("text")
        return self
