# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .api_meta import ApiMeta
    from .rerank_relevant_span_response import RerankRelevantSpanResponse


@model
class V2RerankResponse(Model):
    """The texts in their new order.

    Attributes:
        results: The texts, the best first.
        id: Identifies the reply.
        meta: What the request used, and what the service says about it.
    """

    results: list[V2RerankResponseResultsItem]
    """The texts, the best first."""
    id: str | None = None
    """Identifies the reply."""
    meta: ApiMeta | None = None
    """What the request used, and what the service says about it."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            results: list[V2RerankResponseResultsItem],
            id: str | None = None,
            meta: ApiMeta | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("results")
        self.results = (
            [parsers["V2RerankResponseResultsItem"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        self.id = fields.get("id")
        value = fields.get("meta")
        self.meta = parsers["ApiMeta"](value) if type(value) is dict else value
        return self


@model
class V2RerankResponseResultsItem(Model):
    """A text in its new place.

    Attributes:
        index: Position of the text in the request.
        relevance_score: How well the text matches, from 0 to 1. It orders the texts of one query; twice the
            score is not twice as good.
        relevant_spans: The passages that match, the best first, if the request asks for them and there are any.
    """

    index: int
    """Position of the text in the request."""
    relevance_score: float
    """How well the text matches, from 0 to 1. It orders the texts of one query; twice the score is not twice as good."""
    relevant_spans: list[RerankRelevantSpanResponse] | None = None
    """The passages that match, the best first, if the request asks for them and there are any."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            index: int,
            relevance_score: float,
            relevant_spans: list[RerankRelevantSpanResponse] | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.index = fields.get("index")
        self.relevance_score = fields.get("relevance_score")
        value = fields.get("relevant_spans")
        self.relevant_spans = (
            [parsers["RerankRelevantSpanResponse"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        return self
