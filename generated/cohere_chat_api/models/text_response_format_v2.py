# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new


@model
class TextResponseFormatV2(Model):
    """Plain text.

    Attributes:
        type: Always 'text'.
    """

    type: Literal["text"] = "text"
    """Always 'text'."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: Literal["text"] = "text",
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        return self
