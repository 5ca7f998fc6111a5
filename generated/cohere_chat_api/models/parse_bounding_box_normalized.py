# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class ParseBoundingBoxNormalized(Model):
    """Where something is on a page, from 0 to 1 of its width and height.

    Attributes:
        top_left_x: Left edge, as a part of the page's width.
        top_left_y: Upper edge, as a part of the page's height.
        bottom_right_x: Right edge, as a part of the page's width.
        bottom_right_y: Lower edge, as a part of the page's height.
    """

    top_left_x: float
    """Left edge, as a part of the page's width."""
    top_left_y: float
    """Upper edge, as a part of the page's height."""
    bottom_right_x: float
    """Right edge, as a part of the page's width."""
    bottom_right_y: float
    """Lower edge, as a part of the page's height."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            top_left_x: float,
            top_left_y: float,
            bottom_right_x: float,
            bottom_right_y: float,
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
