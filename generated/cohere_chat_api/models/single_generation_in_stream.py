# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new

if TYPE_CHECKING:
    from .finish_reason import FinishReason


@model
class SingleGenerationInStream(Model):
    """A continuation of a text.

    Attributes:
        id: Identifies it.
        text: The whole continuation.
        finish_reason: Why the reply ends: it is complete, met a stop sequence, failed, was found toxic, ran
            into the context length, was cancelled, ran into max_tokens, or took too long.
        index: Position among several continuations.
    """

    id: str
    """Identifies it."""
    text: str
    """The whole continuation."""
    finish_reason: FinishReason | str
    """Why the reply ends: it is complete, met a stop sequence, failed, was found toxic, ran into the context length,
    was cancelled, ran into max_tokens, or took too long."""
    index: int | None = None
    """Position among several continuations."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            id: str,
            text: str,
            finish_reason: FinishReason | str,
            index: int | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.id = fields.get("id")
        self.text = fields.get("text")
        self.finish_reason = fields.get("finish_reason")
        self.index = fields.get("index")
        return self
