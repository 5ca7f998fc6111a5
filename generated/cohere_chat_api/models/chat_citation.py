# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new

ChatCitationType = Literal["PLAN", "TEXT_CONTENT"]
"""What kind of text the part is in."""


@model
class ChatCitation(Model):
    """A part of the text and what it rests on.

    Attributes:
        start: Where the part begins, counted in characters from 0.
        end: Where the part ends (exclusive).
        text: The part itself.
        document_ids: Ids of the documents.
        type: What kind of text the part is in.
    """

    start: int
    """Where the part begins, counted in characters from 0."""
    end: int
    """Where the part ends (exclusive)."""
    text: str
    """The part itself."""
    document_ids: list[str]
    """Ids of the documents."""
    type: ChatCitationType | str | None = None
    """What kind of text the part is in."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            start: int,
            end: int,
            text: str,
            document_ids: list[str],
            type: ChatCitationType | str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.start = fields.get("start")
        self.end = fields.get("end")
        self.text = fields.get("text")
        self.document_ids = fields.get("document_ids")
        self.type = fields.get("type")
        return self
