# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, Tagged, model, new

if TYPE_CHECKING:
    from ..params import EmbedContentParam
    from .image_url_embed_content import ImageUrlEmbedContent
    from .text_embed_content import TextEmbedContent

_CONTENT = Tagged("type", {"image_url": "ImageUrlEmbedContent", "text": "TextEmbedContent"})


@model
class EmbedInput(Model):
    """Something that becomes one vector.

    Attributes:
        content: Texts and images.
    """

    content: list[ImageUrlEmbedContent | TextEmbedContent]
    """Texts and images."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            content: Sequence[EmbedContentParam],
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("content")
        self.content = (
            [_CONTENT.parse(item) if type(item) is dict else item for item in value] if type(value) is list else value
        )
        return self
