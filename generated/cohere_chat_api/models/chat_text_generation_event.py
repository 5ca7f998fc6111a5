# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new


@model
class ChatTextGenerationEvent(Model):
    """The next piece of the text.

    Attributes:
        event_type: Always 'text-generation'.
        text: The piece.
    """

    event_type: Literal["text-generation"] = "text-generation"
    """Always 'text-generation'."""
    text: str
    """The piece."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            event_type: Literal["text-generation"] = "text-generation",
            text: str,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.event_type = fields.get("event_type")
        self.text = fields.get("text")
        return self
