# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new


@model
class ParseDocument(Model):
    """A document to read.

    Attributes:
        type: Always 'image_url'.
        image_url: A web address or a data URI of an image: of at most 20 MB, and decoded at most 50 megapixels
            and 200 MB.
    """

    type: Literal["image_url"] = "image_url"
    """Always 'image_url'."""
    image_url: str
    """A web address or a data URI of an image: of at most 20 MB, and decoded at most 50 megapixels and 200 MB."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: Literal["image_url"] = "image_url",
            image_url: str,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        self.image_url = fields.get("image_url")
        return self
