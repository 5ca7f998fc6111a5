# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .chat_search_query import ChatSearchQuery
    from .chat_search_result_connector import ChatSearchResultConnector


@model
class ChatSearchResult(Model):
    """What a search found.

    Attributes:
        connector: The connector that was searched.
        document_ids: Ids of the documents.
        search_query: A query to search with.
        error_message: Why the search failed, if it did.
        continue_on_failure: Whether the chat goes on when the connector fails.
    """

    connector: ChatSearchResultConnector
    """The connector that was searched."""
    document_ids: list[str]
    """Ids of the documents."""
    search_query: ChatSearchQuery | None = None
    """A query to search with."""
    error_message: str | None = None
    """Why the search failed, if it did."""
    continue_on_failure: bool | None = None
    """Whether the chat goes on when the connector fails."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            connector: ChatSearchResultConnector,
            document_ids: list[str],
            search_query: ChatSearchQuery | None = None,
            error_message: str | None = None,
            continue_on_failure: bool | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("connector")
        self.connector = parsers["ChatSearchResultConnector"](value) if type(value) is dict else value
        self.document_ids = fields.get("document_ids")
        value = fields.get("search_query")
        self.search_query = parsers["ChatSearchQuery"](value) if type(value) is dict else value
        self.error_message = fields.get("error_message")
        self.continue_on_failure = fields.get("continue_on_failure")
        return self
