# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .parse_image_block import ParseImageBlock


@model
class ParseMarkdownPage(Model):
    """The Markdown of a page.

    Attributes:
        content: The text, in which images stand by their description and id, and tables as HTML.
        images: The images that stand in it.
    """

    content: str
    """The text, in which images stand by their description and id, and tables as HTML."""
    images: list[ParseImageBlock] | None = None
    """The images that stand in it."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            content: str,
            images: list[ParseImageBlock] | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.content = fields.get("content")
        value = fields.get("images")
        self.images = (
            [parsers["ParseImageBlock"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        return self
