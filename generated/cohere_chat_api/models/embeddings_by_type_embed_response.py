# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .api_meta import ApiMeta
    from .embed_by_type_response_embeddings import EmbedByTypeResponseEmbeddings
    from .image import Image


@model
class EmbeddingsByTypeEmbedResponse(Model):
    """Vectors by their types.

    Attributes:
        response_type: Always 'embeddings_by_type'.
        id: Identifies the reply.
        embeddings: Vectors by their types, those of each in the order of the inputs; types not asked for are
            absent.
        texts: The texts that the vectors are of.
        images: The images that the vectors are of.
        meta: What the request used, and what the service says about it.
    """

    response_type: Literal["embeddings_by_type"] = "embeddings_by_type"
    """Always 'embeddings_by_type'."""
    id: str
    """Identifies the reply."""
    embeddings: EmbedByTypeResponseEmbeddings
    """Vectors by their types, those of each in the order of the inputs; types not asked for are absent."""
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
            response_type: Literal["embeddings_by_type"] = "embeddings_by_type",
            id: str,
            embeddings: EmbedByTypeResponseEmbeddings,
            texts: list[str] | None = None,
            images: list[Image] | None = None,
            meta: ApiMeta | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.response_type = fields.get("response_type")
        self.id = fields.get("id")
        value = fields.get("embeddings")
        self.embeddings = parsers["EmbedByTypeResponseEmbeddings"](value) if type(value) is dict else value
        self.texts = fields.get("texts")
        value = fields.get("images")
        self.images = (
            [parsers["Image"](item) if type(item) is dict else item for item in value] if type(value) is list else value
        )
        value = fields.get("meta")
        self.meta = parsers["ApiMeta"](value) if type(value) is dict else value
        return self
