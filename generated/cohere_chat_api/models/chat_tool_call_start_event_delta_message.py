# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .tool_call_v2 import ToolCallV2


@model
class ChatToolCallStartEventDeltaMessage(Model):
    """See the class whose name this one begins with."""

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
