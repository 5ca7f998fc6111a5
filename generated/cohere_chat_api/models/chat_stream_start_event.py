# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new


@model
class ChatStreamStartEvent(Model):
    """The reply begins.

    Attributes:
        event_type: Always 'stream-start'.
        generation_id: Identifies the text.
    """

    event_type: Literal["stream-start"] = "stream-start"
    """Always 'stream-start'."""
    generation_id: str
    """Identifies the text."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            event_type: Literal["stream-start"] = "stream-start",
            generation_id: str,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.event_type = fields.get("event_type")
        self.generation_id = fields.get("generation_id")
        return self
