# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new

ImageUrlDetail = Literal["auto", "high", "low"]
"""How closely the model looks; `low` is cheaper and faster, `auto` leaves it to the service."""


@model
class ImageUrl(Model):
    """Where an image is, and how closely the model looks at it.

    Attributes:
        url: A web address or a data URI with the image in base64.
        detail: How closely the model looks; `low` is cheaper and faster, `auto` leaves it to the service.
    """

    url: str
    """A web address or a data URI with the image in base64."""
    detail: ImageUrlDetail | str | None = None
    """How closely the model looks; `low` is cheaper and faster, `auto` leaves it to the service."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            url: str,
            detail: ImageUrlDetail | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.url = fields.get("url")
        self.detail = fields.get("detail")
        return self
