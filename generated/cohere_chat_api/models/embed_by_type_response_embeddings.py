# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new

if TYPE_CHECKING:
    import builtins


@model
class EmbedByTypeResponseEmbeddings(Model):
    """Vectors by their types, those of each in the order of the inputs; types not asked for are absent.

    Attributes:
        float_: Floating-point numbers.
        int8: Whole numbers from -128 to 127.
        uint8: Whole numbers from 0 to 255.
        binary: Bits, eight of them packed into each number from -128 to 127.
        ubinary: Bits, eight of them packed into each number from 0 to 255.
        base64: The bytes of floating-point numbers, in base64.
    """

    _renamed = {"float_": "float"}

    float_: list[list[builtins.float]] | None = None
    """Floating-point numbers."""
    int8: list[list[int]] | None = None
    """Whole numbers from -128 to 127."""
    uint8: list[list[int]] | None = None
    """Whole numbers from 0 to 255."""
    binary: list[list[int]] | None = None
    """Bits, eight of them packed into each number from -128 to 127."""
    ubinary: list[list[int]] | None = None
    """Bits, eight of them packed into each number from 0 to 255."""
    base64: list[str] | None = None
    """The bytes of floating-point numbers, in base64."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            float_: list[list[builtins.float]] | None = None,
            int8: list[list[int]] | None = None,
            uint8: list[list[int]] | None = None,
            binary: list[list[int]] | None = None,
            ubinary: list[list[int]] | None = None,
            base64: list[str] | None = None,
        ) -> None: ...

        @property
        def float(self) -> list[list[builtins.float]] | None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.float_ = fields.get("float")
        self.int8 = fields.get("int8")
        self.uint8 = fields.get("uint8")
        self.binary = fields.get("binary")
        self.ubinary = fields.get("ubinary")
        self.base64 = fields.get("base64")
        return self
