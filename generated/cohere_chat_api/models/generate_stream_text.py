# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new


@model
class GenerateStreamText(Model):
    """The next piece of a continuation.

    Attributes:
        event_type: Always 'text-generation'.
        text: The piece.
        is_finished: Whether this is the last event.
        index: Position among several continuations.
    """

    event_type: Literal["text-generation"] = "text-generation"
    """Always 'text-generation'."""
    text: str
    """The piece."""
    is_finished: bool
    """Whether this is the last event."""
    index: int | None = None
    """Position among several continuations."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            event_type: Literal["text-generation"] = "text-generation",
            text: str,
            is_finished: bool,
            index: int | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.event_type = fields.get("event_type")
        self.text = fields.get("text")
        self.is_finished = fields.get("is_finished")
        self.index = fields.get("index")
        return self
