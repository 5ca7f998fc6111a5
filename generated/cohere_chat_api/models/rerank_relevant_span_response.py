# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class RerankRelevantSpanResponse(Model):
    """A passage that matches the query.

    Attributes:
        start: Where the passage begins in the text, counted in characters from 0.
        end: Where the passage ends (exclusive).
        score: How well the passage matches, from 0 to 1.
    """

    start: int
    """Where the passage begins in the text, counted in characters from 0."""
    end: int
    """Where the passage ends (exclusive)."""
    score: float
    """How well the passage matches, from 0 to 1."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            start: int,
            end: int,
            score: float,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.start = fields.get("start")
        self.end = fields.get("end")
        self.score = fields.get("score")
        return self
