# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from ..params import DocumentParam
    from .document import Document


@model
class DocumentContent(Model):
    """A document as a tool's result.

    Attributes:
        type: Always 'document'.
        document: Something that the model may use and cite.
    """

    type: Literal["document"] = "document"
    """Always 'document'."""
    document: Document
    """Something that the model may use and cite."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: Literal["document"] = "document",
            document: DocumentParam | Document,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        value = fields.get("document")
        self.document = parsers["Document"](value) if type(value) is dict else value
        return self
