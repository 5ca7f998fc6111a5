# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, Tagged, model, new, parsers

if TYPE_CHECKING:
    from .api_meta import ApiMeta
    from .chat_citation import ChatCitation
    from .chat_search_query import ChatSearchQuery
    from .chat_search_result import ChatSearchResult
    from .chatbot_message import ChatbotMessage
    from .finish_reason import FinishReason
    from .system_message import SystemMessage
    from .tool_call import ToolCall
    from .tool_message import ToolMessage
    from .user_message import UserMessage

_CHAT_HISTORY = Tagged(
    "role", {"CHATBOT": "ChatbotMessage", "SYSTEM": "SystemMessage", "USER": "UserMessage", "TOOL": "ToolMessage"}
)


@model
class NonStreamedChatResponse(Model):
    """The reply to a chat request of version 1.

    Attributes:
        text: What the model says; empty if it asks for functions.
        generation_id: Identifies the text.
        response_id: Identifies the reply.
        citations: Which parts of the text rest on which documents.
        documents: The documents that the model saw.
        is_search_required: Whether documents should be searched for.
        search_queries: Queries to search with.
        search_results: What the searches found.
        finish_reason: Why the reply ends: it is complete, met a stop sequence, failed, was found toxic, ran
            into the context length, was cancelled, ran into max_tokens, or took too long.
        tool_calls: The functions that the model asked for.
        chat_history: The conversation, this reply included.
        meta: What the request used, and what the service says about it.
    """

    text: str
    """What the model says; empty if it asks for functions."""
    generation_id: str | None = None
    """Identifies the text."""
    response_id: str | None = None
    """Identifies the reply."""
    citations: list[ChatCitation] | None = None
    """Which parts of the text rest on which documents."""
    documents: list[dict[str, Any]] | None = None
    """The documents that the model saw."""
    is_search_required: bool | None = None
    """Whether documents should be searched for."""
    search_queries: list[ChatSearchQuery] | None = None
    """Queries to search with."""
    search_results: list[ChatSearchResult] | None = None
    """What the searches found."""
    finish_reason: FinishReason | str | None = None
    """Why the reply ends: it is complete, met a stop sequence, failed, was found toxic, ran into the context length,
    was cancelled, ran into max_tokens, or took too long."""
    tool_calls: list[ToolCall] | None = None
    """The functions that the model asked for."""
    chat_history: list[ChatbotMessage | SystemMessage | UserMessage | ToolMessage] | None = None
    """The conversation, this reply included."""
    meta: ApiMeta | None = None
    """What the request used, and what the service says about it."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            text: str,
            generation_id: str | None = None,
            response_id: str | None = None,
            citations: list[ChatCitation] | None = None,
            documents: list[dict[str, Any]] | None = None,
            is_search_required: bool | None = None,
            search_queries: list[ChatSearchQuery] | None = None,
            search_results: list[ChatSearchResult] | None = None,
            finish_reason: FinishReason | str | None = None,
            tool_calls: list[ToolCall] | None = None,
            chat_history: list[ChatbotMessage | SystemMessage | UserMessage | ToolMessage] | None = None,
            meta: ApiMeta | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.text = fields.get("text")
        self.generation_id = fields.get("generation_id")
        self.response_id = fields.get("response_id")
        value = fields.get("citations")
        self.citations = (
            [parsers["ChatCitation"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        self.documents = fields.get("documents")
        self.is_search_required = fields.get("is_search_required")
        value = fields.get("search_queries")
        self.search_queries = (
            [parsers["ChatSearchQuery"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        value = fields.get("search_results")
        self.search_results = (
            [parsers["ChatSearchResult"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        self.finish_reason = fields.get("finish_reason")
        value = fields.get("tool_calls")
        self.tool_calls = (
            [parsers["ToolCall"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        value = fields.get("chat_history")
        self.chat_history = (
            [_CHAT_HISTORY.parse(item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        value = fields.get("meta")
        self.meta = parsers["ApiMeta"](value) if type(value) is dict else value
        return self
