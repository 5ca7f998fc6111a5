# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .api_meta import ApiMeta


@model
class RerankResponse(Model):
    """The documents in their new order.

    Attributes:
        results: The documents, the best first.
        id: Identifies the reply.
        meta: What the request used, and what the service says about it.
    """

    results: list[RerankResponseResultsItem]
    """The documents, the best first."""
    id: str | None = None
    """Identifies the reply."""
    meta: ApiMeta | None = None
    """What the request used, and what the service says about it."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            results: list[RerankResponseResultsItem],
            id: str | None = None,
            meta: ApiMeta | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("results")
        self.results = (
            [parsers["RerankResponseResultsItem"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        self.id = fields.get("id")
        value = fields.get("meta")
        self.meta = parsers["ApiMeta"](value) if type(value) is dict else value
        return self


@model
class RerankResponseResultsItem(Model):
    """A document in its new place.

    Attributes:
        index: Position of the text in the request.
        relevance_score: How well the text matches, from 0 to 1. It orders the texts of one query; twice the
            score is not twice as good.
        document: The document, if the request asks for it.
    """

    index: int
    """Position of the text in the request."""
    relevance_score: float
    """How well the text matches, from 0 to 1. It orders the texts of one query; twice the score is not twice as good."""
    document: RerankResponseResultsItemDocument | None = None
    """The document, if the request asks for it."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            index: int,
            relevance_score: float,
            document: RerankResponseResultsItemDocument | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.index = fields.get("index")
        self.relevance_score = fields.get("relevance_score")
        value = fields.get("document")
        if type(value) is dict:
            self.document = its_document = new(RerankResponseResultsItemDocument)
            its_document._raw = value
            fields_of_document: Any = value
            its_document.text = fields_of_document.get("text")
        else:
            self.document = value
        return self


@model
class RerankResponseResultsItemDocument(Model):
    """The document, if the request asks for it.

    Attributes:
        text: Its text.
    """

    text: str
    """Its text."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            text: str,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.text = fields.get("text")
        return self
