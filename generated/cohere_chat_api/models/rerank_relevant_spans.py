# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new

RerankRelevantSpansMode = Literal["disabled", "enabled"]
"""Whether the reply names passages."""


@model
class RerankRelevantSpans(Model):
    """Whether and which passages that match the query the reply names. Rerank v5 and later models know it.

    Attributes:
        mode: Whether the reply names passages.
        threshold: The score that a passage must exceed.
        max_spans: Maximum number of passages of a text; all where absent.
    """

    mode: RerankRelevantSpansMode | str
    """Whether the reply names passages."""
    threshold: float | None = None
    """The score that a passage must exceed."""
    max_spans: int | None = None
    """Maximum number of passages of a text; all where absent."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            mode: RerankRelevantSpansMode,
            threshold: float | None = None,
            max_spans: int | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.mode = fields.get("mode")
        self.threshold = fields.get("threshold")
        self.max_spans = fields.get("max_spans")
        return self
