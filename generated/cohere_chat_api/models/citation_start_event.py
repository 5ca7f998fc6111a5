# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .citation import Citation


@model
class CitationStartEvent(Model):
    """A citation.

    Attributes:
        type: Always 'citation-start'.
        index: Position of the citation in the message's citations.
        delta: What is new in the reply.
    """

    type: Literal["citation-start"] = "citation-start"
    """Always 'citation-start'."""
    index: int | None = None
    """Position of the citation in the message's citations."""
    delta: CitationStartEventDelta | None = None
    """What is new in the reply."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: Literal["citation-start"] = "citation-start",
            index: int | None = None,
            delta: CitationStartEventDelta | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        self.index = fields.get("index")
        value = fields.get("delta")
        if type(value) is dict:
            self.delta = its_delta = new(CitationStartEventDelta)
            its_delta._raw = value
            fields_of_delta: Any = value
            value = fields_of_delta.get("message")
            if type(value) is dict:
                its_delta.message = its_delta_message = new(CitationStartEventDeltaMessage)
                its_delta_message._raw = value
                fields_of_delta_message: Any = value
                value = fields_of_delta_message.get("citations")
                its_delta_message.citations = parsers["Citation"](value) if type(value) is dict else value
            else:
                its_delta.message = value
        else:
            self.delta = value
        return self


@model
class CitationStartEventDelta(Model):
    """What is new in the reply.

    Attributes:
        message: The new part of the message; its `citations` is the one citation.
    """

    message: CitationStartEventDeltaMessage | None = None
    """The new part of the message; its `citations` is the one citation."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            message: CitationStartEventDeltaMessage | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("message")
        if type(value) is dict:
            self.message = its_message = new(CitationStartEventDeltaMessage)
            its_message._raw = value
            fields_of_message: Any = value
            value = fields_of_message.get("citations")
            its_message.citations = parsers["Citation"](value) if type(value) is dict else value
        else:
            self.message = value
        return self


@model
class CitationStartEventDeltaMessage(Model):
    """The new part of the message; its `citations` is the one citation.

    Attributes:
        citations: A part of a message and what it rests on.
    """

    citations: Citation | None = None
    """A part of a message and what it rests on."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            citations: Citation | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("citations")
        self.citations = parsers["Citation"](value) if type(value) is dict else value
        return self
