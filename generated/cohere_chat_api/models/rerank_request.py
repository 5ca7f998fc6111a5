# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class RerankRequest(Model):
    """Body of a request to order texts or objects, as version 1 of the API takes it.

    Attributes:
        query: What is searched for.
        documents: Texts, or objects whose `text` or `rank_fields` count; more than 1,000 are slow.
        model: Name of the model, such as `rerank-v4.0-pro`.
        top_n: How many of the best to return; all where absent.
        rank_fields: Fields of the objects to read, in this order; `text` where absent.
        return_documents: Whether the reply repeats the documents.
        max_chunks_per_doc: Into how many chunks a document may be split; together they must be fewer than
            10,000.
    """

    query: str
    """What is searched for."""
    documents: list[str | dict[str, Any]]
    """Texts, or objects whose `text` or `rank_fields` count; more than 1,000 are slow."""
    model: str | None = None
    """Name of the model, such as `rerank-v4.0-pro`."""
    top_n: int | None = None
    """How many of the best to return; all where absent."""
    rank_fields: list[str] | None = None
    """Fields of the objects to read, in this order; `text` where absent."""
    return_documents: bool | None = None
    """Whether the reply repeats the documents."""
    max_chunks_per_doc: int | None = None
    """Into how many chunks a document may be split; together they must be fewer than 10,000."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            query: str,
            documents: list[str | dict[str, Any]],
            model: str | None = None,
            top_n: int | None = None,
            rank_fields: list[str] | None = None,
            return_documents: bool | None = None,
            max_chunks_per_doc: int | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.query = fields.get("query")
        self.documents = fields.get("documents")
        self.model = fields.get("model")
        self.top_n = fields.get("top_n")
        self.rank_fields = fields.get("rank_fields")
        self.return_documents = fields.get("return_documents")
        self.max_chunks_per_doc = fields.get("max_chunks_per_doc")
        return self
