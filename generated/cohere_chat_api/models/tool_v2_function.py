# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class ToolV2Function(Model):
    """The function behind the tool."""

    name: str
    """How the model calls the function."""
    parameters: dict[str, Any]
    """The arguments of the function, as a JSON Schema."""
    description: str | None = None
    """What the function does and when to use it."""
    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            name: str,
            parameters: Mapping[str, Any],
            description: str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.name = fields.get("name")
        self.parameters = fields.get("parameters")
        self.description = fields.get("description")
        return self
