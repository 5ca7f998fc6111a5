# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class Image(Model):
    """What the service saw of an image.

    Attributes:
        width: Width in pixels.
        height: Height in pixels.
        format: Its format, such as `jpeg`.
        bit_depth: Bits per pixel.
    """

    width: int
    """Width in pixels."""
    height: int
    """Height in pixels."""
    format: str
    """Its format, such as `jpeg`."""
    bit_depth: int
    """Bits per pixel."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            width: int,
            height: int,
            format: str,
            bit_depth: int,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.width = fields.get("width")
        self.height = fields.get("height")
        self.format = fields.get("format")
        self.bit_depth = fields.get("bit_depth")
        return self
