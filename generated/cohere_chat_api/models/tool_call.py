# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new

ToolCallParameters = dict[str, Any]
"""The arguments by their names."""


@model
class ToolCall(Model):
    """A call of a function that the model asks for.

    Attributes:
        name: Name of the function.
        parameters: The arguments by their names.
    """

    name: str
    """Name of the function."""
    parameters: dict[str, Any]
    """The arguments by their names."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            name: str,
            parameters: Mapping[str, Any],
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.name = fields.get("name")
        self.parameters = fields.get("parameters")
        return self
