# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new


@model
class CitationEndEvent(Model):
    """A citation is complete.

    Attributes:
        type: Always 'citation-end'.
        index: Position of the citation in the message's citations.
    """

    type: Literal["citation-end"] = "citation-end"
    """Always 'citation-end'."""
    index: int | None = None
    """Position of the citation in the message's citations."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: Literal["citation-end"] = "citation-end",
            index: int | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        self.index = fields.get("index")
        return self
