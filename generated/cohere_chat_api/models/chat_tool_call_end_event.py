# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new


@model
class ChatToolCallEndEvent(Model):
    """A tool call is complete.

    Attributes:
        type: Always 'tool-call-end'.
        index: Position of the call in the message's tool calls.
    """

    type: Literal["tool-call-end"] = "tool-call-end"
    """Always 'tool-call-end'."""
    index: int | None = None
    """Position of the call in the message's tool calls."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: Literal["tool-call-end"] = "tool-call-end",
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
