# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .api_meta import ApiMeta
    from .embed_by_type_response_embeddings import EmbedByTypeResponseEmbeddings
    from .image import Image

EmbedByTypeResponseResponseType = Literal["embeddings_by_type", "embeddings_floats"]
"""How the vectors are arranged."""


@model
class EmbedByTypeResponse(Model):
    """Vectors by their types.

    Attributes:
        id: Identifies the reply.
        embeddings: Vectors by their types, those of each in the order of the inputs; types not asked for are
            absent.
        response_type: How the vectors are arranged.
        texts: The texts that the vectors are of.
        images: The images that the vectors are of.
        meta: What the request used, and what the service says about it.
    """

    id: str
    """Identifies the reply."""
    embeddings: EmbedByTypeResponseEmbeddings
    """Vectors by their types, those of each in the order of the inputs; types not asked for are absent."""
    response_type: EmbedByTypeResponseResponseType | str | None = None
    """How the vectors are arranged."""
    texts: list[str] | None = None
    """The texts that the vectors are of."""
    images: list[Image] | None = None
    """The images that the vectors are of."""
    meta: ApiMeta | None = None
    """What the request used, and what the service says about it."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            id: str,
            embeddings: EmbedByTypeResponseEmbeddings,
            response_type: EmbedByTypeResponseResponseType | str | None = None,
            texts: list[str] | None = None,
            images: list[Image] | None = None,
            meta: ApiMeta | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.id = fields.get("id")
        value = fields.get("embeddings")
        self.embeddings = parsers["EmbedByTypeResponseEmbeddings"](value) if type(value) is dict else value
        self.response_type = fields.get("response_type")
        self.texts = fields.get("texts")
        value = fields.get("images")
        self.images = (
            [parsers["Image"](item) if type(item) is dict else item for item in value] if type(value) is list else value
        )
        value = fields.get("meta")
        self.meta = parsers["ApiMeta"](value) if type(value) is dict else value
        return self
