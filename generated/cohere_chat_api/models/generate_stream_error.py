# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new

if TYPE_CHECKING:
    from .finish_reason import FinishReason


@model
class GenerateStreamError(Model):
    """A continuation failed.

    Attributes:
        event_type: Always 'stream-error'.
        is_finished: Whether this is the last event.
        finish_reason: Why the reply ends: it is complete, met a stop sequence, failed, was found toxic, ran
            into the context length, was cancelled, ran into max_tokens, or took too long.
        err: What went wrong.
        index: Position among several continuations.
    """

    event_type: Literal["stream-error"] = "stream-error"
    """Always 'stream-error'."""
    is_finished: bool
    """Whether this is the last event."""
    finish_reason: FinishReason | str
    """Why the reply ends: it is complete, met a stop sequence, failed, was found toxic, ran into the context length,
    was cancelled, ran into max_tokens, or took too long."""
    err: str
    """What went wrong."""
    index: int | None = None
    """Position among several continuations."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            event_type: Literal["stream-error"] = "stream-error",
            is_finished: bool,
            finish_reason: FinishReason | str,
            err: str,
            index: int | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.event_type = fields.get("event_type")
        self.is_finished = fields.get("is_finished")
        self.finish_reason = fields.get("finish_reason")
        self.err = fields.get("err")
        self.index = fields.get("index")
        return self
