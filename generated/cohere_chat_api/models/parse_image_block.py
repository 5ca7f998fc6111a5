# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .parse_bounding_box import ParseBoundingBox
    from .parse_bounding_box_normalized import ParseBoundingBoxNormalized
    from .parse_image_category import ParseImageCategory


@model
class ParseImageBlock(Model):
    """An image on a page.

    Attributes:
        id: Identifies the image on its page.
        description: What the model sees in it.
        category: What kind of image it is.
        bounding_box: Where something is on a page, in pixels.
        bounding_box_normalized: Where something is on a page, from 0 to 1 of its width and height.
    """

    id: str
    """Identifies the image on its page."""
    description: str
    """What the model sees in it."""
    category: ParseImageCategory | str
    """What kind of image it is."""
    bounding_box: ParseBoundingBox
    """Where something is on a page, in pixels."""
    bounding_box_normalized: ParseBoundingBoxNormalized
    """Where something is on a page, from 0 to 1 of its width and height."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            id: str,
            description: str,
            category: ParseImageCategory | str,
            bounding_box: ParseBoundingBox,
            bounding_box_normalized: ParseBoundingBoxNormalized,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.id = fields.get("id")
        self.description = fields.get("description")
        self.category = fields.get("category")
        value = fields.get("bounding_box")
        self.bounding_box = parsers["ParseBoundingBox"](value) if type(value) is dict else value
        value = fields.get("bounding_box_normalized")
        self.bounding_box_normalized = parsers["ParseBoundingBoxNormalized"](value) if type(value) is dict else value
        return self
