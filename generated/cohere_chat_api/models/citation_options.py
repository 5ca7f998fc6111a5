# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new

CitationOptionsMode = Literal["ACCURATE", "DISABLED", "ENABLED", "FAST", "OFF"]
"""Whether and how citations are made."""


@model
class CitationOptions(Model):
    """How the reply is given citations.

    Attributes:
        mode: Whether and how citations are made.
    """

    mode: CitationOptionsMode | str | None = None
    """Whether and how citations are made."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            mode: CitationOptionsMode | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.mode = fields.get("mode")
        return self
