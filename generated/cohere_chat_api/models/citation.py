# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, Tagged, model, new

if TYPE_CHECKING:
    from ..params import SourceParam
    from .citation_type import CitationType
    from .document_source import DocumentSource
    from .tool_source import ToolSource

_SOURCES = Tagged("type", {"tool": "ToolSource", "document": "DocumentSource"})


@model
class Citation(Model):
    """A part of a message and what it rests on.

    Attributes:
        start: Where the part begins, counted in characters from 0.
        end: Where the part ends (exclusive).
        text: The part itself.
        sources: What the part rests on: documents, or results of tools.
        content_index: Which item of the message's content the part is in.
        type: What kind of text the cited part is in.
    """

    start: int | None = None
    """Where the part begins, counted in characters from 0."""
    end: int | None = None
    """Where the part ends (exclusive)."""
    text: str | None = None
    """The part itself."""
    sources: list[ToolSource | DocumentSource] | None = None
    """What the part rests on: documents, or results of tools."""
    content_index: int | None = None
    """Which item of the message's content the part is in."""
    type: CitationType | str | None = None
    """What kind of text the cited part is in."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            start: int | None = None,
            end: int | None = None,
            text: str | None = None,
            sources: Sequence[SourceParam] | None = None,
            content_index: int | None = None,
            type: CitationType | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.start = fields.get("start")
        self.end = fields.get("end")
        self.text = fields.get("text")
        value = fields.get("sources")
        self.sources = (
            [_SOURCES.parse(item) if type(item) is dict else item for item in value] if type(value) is list else value
        )
        self.content_index = fields.get("content_index")
        self.type = fields.get("type")
        return self
