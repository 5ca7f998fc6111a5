# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .parse_image_block import ParseImageBlock


@model
class ImageParseBlock(Model):
    """A block that is an image.

    Attributes:
        type: Always 'image'.
        image: An image on a page.
    """

    type: Literal["image"] = "image"
    """Always 'image'."""
    image: ParseImageBlock
    """An image on a page."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: Literal["image"] = "image",
            image: ParseImageBlock,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        value = fields.get("image")
        self.image = parsers["ParseImageBlock"](value) if type(value) is dict else value
        return self
