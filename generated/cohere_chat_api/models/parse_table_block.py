# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .parse_bounding_box import ParseBoundingBox
    from .parse_bounding_box_normalized import ParseBoundingBoxNormalized


@model
class ParseTableBlock(Model):
    """A table on a page.

    Attributes:
        type: Always 'html'.
        html: The table as HTML.
        bounding_box: Where something is on a page, in pixels.
        bounding_box_normalized: Where something is on a page, from 0 to 1 of its width and height.
        title: Its title, if one was found.
        description: What it is about, if that was found.
    """

    type: Literal["html"] = "html"
    """Always 'html'."""
    html: str
    """The table as HTML."""
    bounding_box: ParseBoundingBox
    """Where something is on a page, in pixels."""
    bounding_box_normalized: ParseBoundingBoxNormalized
    """Where something is on a page, from 0 to 1 of its width and height."""
    title: str | None = None
    """Its title, if one was found."""
    description: str | None = None
    """What it is about, if that was found."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: Literal["html"] = "html",
            html: str,
            bounding_box: ParseBoundingBox,
            bounding_box_normalized: ParseBoundingBoxNormalized,
            title: str | None = None,
            description: str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        self.html = fields.get("html")
        value = fields.get("bounding_box")
        self.bounding_box = parsers["ParseBoundingBox"](value) if type(value) is dict else value
        value = fields.get("bounding_box_normalized")
        self.bounding_box_normalized = parsers["ParseBoundingBoxNormalized"](value) if type(value) is dict else value
        self.title = fields.get("title")
        self.description = fields.get("description")
        return self
