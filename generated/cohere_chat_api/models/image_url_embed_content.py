# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from ..params import EmbedImageUrlParam
    from .embed_image_url import EmbedImageUrl


@model
class ImageUrlEmbedContent(Model):
    """An image.

    Attributes:
        type: Always 'image_url'.
        image_url: Where an image is.
    """

    type: Literal["image_url"] = "image_url"
    """Always 'image_url'."""
    image_url: EmbedImageUrl | None = None
    """Where an image is."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: Literal["image_url"] = "image_url",
            image_url: EmbedImageUrlParam | EmbedImageUrl | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        value = fields.get("image_url")
        self.image_url = parsers["EmbedImageUrl"](value) if type(value) is dict else value
        return self
