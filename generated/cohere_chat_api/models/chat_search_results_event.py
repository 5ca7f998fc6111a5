# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .chat_search_result import ChatSearchResult


@model
class ChatSearchResultsEvent(Model):
    """The searches are done.

    Attributes:
        event_type: Always 'search-results'.
        search_results: What the searches found.
        documents: The documents that were found or given.
    """

    event_type: Literal["search-results"] = "search-results"
    """Always 'search-results'."""
    search_results: list[ChatSearchResult] | None = None
    """What the searches found."""
    documents: list[dict[str, Any]] | None = None
    """The documents that were found or given."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            event_type: Literal["search-results"] = "search-results",
            search_results: list[ChatSearchResult] | None = None,
            documents: list[dict[str, Any]] | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.event_type = fields.get("event_type")
        value = fields.get("search_results")
        self.search_results = (
            [parsers["ChatSearchResult"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        self.documents = fields.get("documents")
        return self
