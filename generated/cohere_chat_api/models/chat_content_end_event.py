# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new


@model
class ChatContentEndEvent(Model):
    """An item of content is complete.

    Attributes:
        type: Always 'content-end'.
        index: Position of the item in the message's content.
    """

    type: Literal["content-end"] = "content-end"
    """Always 'content-end'."""
    index: int | None = None
    """Position of the item in the message's content."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: Literal["content-end"] = "content-end",
            index: int | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        self.index = fields.get("index")
        return self
