# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new

DocumentSourceDocument = dict[str, Any]
"""The document itself."""


@model
class DocumentSource(Model):
    """A document as a source.

    Attributes:
        type: Always 'document'.
        id: Identifies the document.
        document: The document itself.
    """

    type: Literal["document"] = "document"
    """Always 'document'."""
    id: str | None = None
    """Identifies the document."""
    document: dict[str, Any] | None = None
    """The document itself."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: Literal["document"] = "document",
            id: str | None = None,
            document: Mapping[str, Any] | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        self.id = fields.get("id")
        self.document = fields.get("document")
        return self
