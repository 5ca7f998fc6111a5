# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .parse_document import ParseDocument
    from .parse_output_format import ParseOutputFormat


@model
class V2ParseRequest(Model):
    """Body of a request to read a document.

    Attributes:
        model: Name of the model.
        document: A document to read.
        output_format: Whether a page is given as Markdown, with tables as HTML in it, or as blocks of text,
            images and tables in their order.
    """

    model: str
    """Name of the model."""
    document: ParseDocument
    """A document to read."""
    output_format: ParseOutputFormat | str | None = None
    """Whether a page is given as Markdown, with tables as HTML in it, or as blocks of text, images and tables in their
    order."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            model: str,
            document: ParseDocument,
            output_format: ParseOutputFormat | str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.model = fields.get("model")
        value = fields.get("document")
        self.document = parsers["ParseDocument"](value) if type(value) is dict else value
        self.output_format = fields.get("output_format")
        return self
