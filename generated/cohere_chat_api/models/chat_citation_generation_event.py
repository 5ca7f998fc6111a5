# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .chat_citation import ChatCitation


@model
class ChatCitationGenerationEvent(Model):
    """Citations of the text so far.

    Attributes:
        event_type: Always 'citation-generation'.
        citations: The citations.
    """

    event_type: Literal["citation-generation"] = "citation-generation"
    """Always 'citation-generation'."""
    citations: list[ChatCitation]
    """The citations."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            event_type: Literal["citation-generation"] = "citation-generation",
            citations: list[ChatCitation],
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.event_type = fields.get("event_type")
        value = fields.get("citations")
        self.citations = (
            [parsers["ChatCitation"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        return self
