# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class ChatSearchQuery(Model):
    """A query to search with.

    Attributes:
        text: Its text.
        generation_id: Identifies it.
    """

    text: str
    """Its text."""
    generation_id: str
    """Identifies it."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            text: str,
            generation_id: str,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.text = fields.get("text")
        self.generation_id = fields.get("generation_id")
        return self
