# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .parse_markdown_page import ParseMarkdownPage


@model
class MarkdownParsePage(Model):
    """A page as Markdown.

    Attributes:
        type: Always 'markdown'.
        index: Position of the page, counted from 0.
        markdown: The Markdown of a page.
    """

    type: Literal["markdown"] = "markdown"
    """Always 'markdown'."""
    index: int
    """Position of the page, counted from 0."""
    markdown: ParseMarkdownPage
    """The Markdown of a page."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: Literal["markdown"] = "markdown",
            index: int,
            markdown: ParseMarkdownPage,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        self.index = fields.get("index")
        value = fields.get("markdown")
        self.markdown = parsers["ParseMarkdownPage"](value) if type(value) is dict else value
        return self
