# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .rerank_relevant_spans import RerankRelevantSpans


@model
class V2RerankRequest(Model):
    """Body of a request to order texts.

    Attributes:
        model: Name of the model, such as `rerank-v4.0-pro`.
        query: What is searched for.
        documents: The texts; objects go best as YAML, and more than 1,000 are slow.
        top_n: How many of the best to return; all where absent.
        max_tokens_per_doc: Maximum number of tokens of a text that are read; the rest is ignored.
        relevant_spans: Whether and which passages that match the query the reply names. Rerank v5 and later
            models know it.
        priority: How urgent the request is under load; 0 goes first.
    """

    model: str
    """Name of the model, such as `rerank-v4.0-pro`."""
    query: str
    """What is searched for."""
    documents: list[str]
    """The texts; objects go best as YAML, and more than 1,000 are slow."""
    top_n: int | None = None
    """How many of the best to return; all where absent."""
    max_tokens_per_doc: int | None = None
    """Maximum number of tokens of a text that are read; the rest is ignored."""
    relevant_spans: RerankRelevantSpans | None = None
    """Whether and which passages that match the query the reply names. Rerank v5 and later models know it."""
    priority: int | None = None
    """How urgent the request is under load; 0 goes first."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            model: str,
            query: str,
            documents: list[str],
            top_n: int | None = None,
            max_tokens_per_doc: int | None = None,
            relevant_spans: RerankRelevantSpans | None = None,
            priority: int | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.model = fields.get("model")
        self.query = fields.get("query")
        self.documents = fields.get("documents")
        self.top_n = fields.get("top_n")
        self.max_tokens_per_doc = fields.get("max_tokens_per_doc")
        value = fields.get("relevant_spans")
        self.relevant_spans = parsers["RerankRelevantSpans"](value) if type(value) is dict else value
        self.priority = fields.get("priority")
        return self
