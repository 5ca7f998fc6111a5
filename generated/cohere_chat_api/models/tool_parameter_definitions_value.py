# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class ToolParameterDefinitionsValue(Model):
    """An argument of a function.

    Attributes:
        type: Its type in Python, such as `str`.
        description: What it is.
        required: Whether the function needs it.
    """

    type: str
    """Its type in Python, such as `str`."""
    description: str | None = None
    """What it is."""
    required: bool | None = None
    """Whether the function needs it."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: str,
            description: str | None = None,
            required: bool | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        self.description = fields.get("description")
        self.required = fields.get("required")
        return self
