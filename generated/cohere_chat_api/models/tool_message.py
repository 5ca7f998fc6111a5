# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from ..params import ToolResultParam
    from .tool_result import ToolResult


@model
class ToolMessage(Model):
    """What functions gave.

    Attributes:
        role: Always 'TOOL'.
        tool_results: The results.
    """

    role: Literal["TOOL"] = "TOOL"
    """Always 'TOOL'."""
    tool_results: list[ToolResult] | None = None
    """The results."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            role: Literal["TOOL"] = "TOOL",
            tool_results: Sequence[ToolResultParam | ToolResult] | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.role = fields.get("role")
        value = fields.get("tool_results")
        self.tool_results = (
            [parsers["ToolResult"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        return self
