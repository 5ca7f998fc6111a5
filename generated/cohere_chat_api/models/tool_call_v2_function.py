# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class ToolCallV2Function(Model):
    """What to call, and with what."""

    name: str | None = None
    """Name of the function."""
    arguments: str | None = None
    """The arguments as the text of a JSON object."""
    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            name: str | None = None,
            arguments: str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.name = fields.get("name")
        self.arguments = fields.get("arguments")
        return self
