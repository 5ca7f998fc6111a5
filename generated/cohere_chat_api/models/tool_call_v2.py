# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Getter, Model, model, parsers

if TYPE_CHECKING:
    from .tool_call_v2_function import ToolCallV2Function


@model
class ToolCallV2(Model):
    """A call of a tool that the model asks for."""

    id: str
    """Ties the tool's result to this call."""
    type: Literal["function"] = "function"
    function: ToolCallV2Function | None = None
    """What to call, and with what."""

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self._raw = src_dict
        get: Getter = src_dict.get
        self.id = get("id")
        self.type = get("type")
        value = get("function")
        self.function = parsers["ToolCallV2Function"](value) if type(value) is dict else value
        return self
