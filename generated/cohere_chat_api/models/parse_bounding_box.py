# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class ParseBoundingBox(Model):
    """Where something is on a page, in pixels.

    Attributes:
        top_left_x: Left edge, in pixels of the page from its left.
        top_left_y: Upper edge, in pixels of the page from its top.
        bottom_right_x: Right edge, in pixels of the page from its left.
        bottom_right_y: Lower edge, in pixels of the page from its top.
    """

    top_left_x: int
    """Left edge, in pixels of the page from its left."""
    top_left_y: int
    """Upper edge, in pixels of the page from its top."""
    bottom_right_x: int
    """Right edge, in pixels of the page from its left."""
    bottom_right_y: int
    """Lower edge, in pixels of the page from its top."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            top_left_x: int,
            top_left_y: int,
            bottom_right_x: int,
            bottom_right_y: int,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.top_left_x = fields.get("top_left_x")
        self.top_left_y = fields.get("top_left_y")
        self.bottom_right_x = fields.get("bottom_right_x")
        self.bottom_right_y = fields.get("bottom_right_y")
        return self
