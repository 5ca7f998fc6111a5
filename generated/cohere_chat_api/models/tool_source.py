# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new

ToolSourceToolOutput = dict[str, Any]
"""The result itself."""


@model
class ToolSource(Model):
    """A tool's result as a source.

    Attributes:
        type: Always 'tool'.
        id: Identifies the result.
        tool_output: The result itself.
    """

    type: Literal["tool"] = "tool"
    """Always 'tool'."""
    id: str | None = None
    """Identifies the result."""
    tool_output: dict[str, Any] | None = None
    """The result itself."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: Literal["tool"] = "tool",
            id: str | None = None,
            tool_output: Mapping[str, Any] | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        self.id = fields.get("id")
        self.tool_output = fields.get("tool_output")
        return self
