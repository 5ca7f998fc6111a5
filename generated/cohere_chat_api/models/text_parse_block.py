# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .parse_text_block import ParseTextBlock


@model
class TextParseBlock(Model):
    """A block of text.

    Attributes:
        type: Always 'text'.
        text: A text on a page.
    """

    type: Literal["text"] = "text"
    """Always 'text'."""
    text: ParseTextBlock
    """A text on a page."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: Literal["text"] = "text",
            text: ParseTextBlock,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        value = fields.get("text")
        self.text = parsers["ParseTextBlock"](value) if type(value) is dict else value
        return self
