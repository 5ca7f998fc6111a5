# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .chat_search_query import ChatSearchQuery


@model
class ChatSearchQueriesGenerationEvent(Model):
    """The model made queries to search with.

    Attributes:
        event_type: Always 'search-queries-generation'.
        search_queries: The queries.
    """

    event_type: Literal["search-queries-generation"] = "search-queries-generation"
    """Always 'search-queries-generation'."""
    search_queries: list[ChatSearchQuery]
    """The queries."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            event_type: Literal["search-queries-generation"] = "search-queries-generation",
            search_queries: list[ChatSearchQuery],
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.event_type = fields.get("event_type")
        value = fields.get("search_queries")
        self.search_queries = (
            [parsers["ChatSearchQuery"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        return self
