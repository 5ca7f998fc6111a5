# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, Tagged, model, new, parsers

if TYPE_CHECKING:
    from .api_meta import ApiMeta
    from .blocks_parse_page import BlocksParsePage
    from .chat_finish_reason import ChatFinishReason
    from .markdown_parse_page import MarkdownParsePage

_PAGES = Tagged("type", {"blocks": "BlocksParsePage", "markdown": "MarkdownParsePage"})


@model
class ParseResponse(Model):
    """What was read.

    Attributes:
        id: Identifies the reply.
        pages: The pages in their order.
        meta: What the request used, and what the service says about it.
        finish_reason: Why the reply ends: it is complete, met a stop sequence, ran into max_tokens or the
            context length, waits for tool results, failed, or took too long.
    """

    id: str
    """Identifies the reply."""
    pages: list[BlocksParsePage | MarkdownParsePage]
    """The pages in their order."""
    meta: ApiMeta | None = None
    """What the request used, and what the service says about it."""
    finish_reason: ChatFinishReason | str | None = None
    """Why the reply ends: it is complete, met a stop sequence, ran into max_tokens or the context length, waits for
    tool results, failed, or took too long."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            id: str,
            pages: list[BlocksParsePage | MarkdownParsePage],
            meta: ApiMeta | None = None,
            finish_reason: ChatFinishReason | str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.id = fields.get("id")
        value = fields.get("pages")
        self.pages = (
            [_PAGES.parse(item) if type(item) is dict else item for item in value] if type(value) is list else value
        )
        value = fields.get("meta")
        self.meta = parsers["ApiMeta"](value) if type(value) is dict else value
        self.finish_reason = fields.get("finish_reason")
        return self
