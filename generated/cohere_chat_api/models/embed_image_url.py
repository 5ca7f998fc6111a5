# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class EmbedImageUrl(Model):
    """Where an image is.

    Attributes:
        url: A data URI with the image in base64.
    """

    url: str
    """A data URI with the image in base64."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            url: str,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.url = fields.get("url")
        return self
