# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new

if TYPE_CHECKING:
    from .embed_input_type import EmbedInputType
    from .embedding_type import EmbeddingType

EmbedRequestTruncate = Literal["END", "NONE", "START"]
"""Which end of a text that is too long for the model is cut off; with NONE such a text is an error."""


@model
class EmbedRequest(Model):
    """Body of a request for vectors, as version 1 of the API takes it.

    Attributes:
        texts: Texts to turn into vectors; more than 96 take several requests.
        images: Images as data URIs (JPEG, PNG, WebP or GIF), of together at most 20 MB; Embed v3 takes a single
            one of at most 5 MB.
        model: Name of the model, such as `embed-v4.0`.
        input_type: What the vectors are for: documents to be found, queries to find them with, a classifier,
            clusters; or that the input is an image. Embed v3 and later models require it.
        embedding_types: Which types of vectors the reply has; where absent, it has floating-point numbers only.
        truncate: Which end of a text that is too long for the model is cut off; with NONE such a text is an
            error.
    """

    texts: list[str] | None = None
    """Texts to turn into vectors; more than 96 take several requests."""
    images: list[str] | None = None
    """Images as data URIs (JPEG, PNG, WebP or GIF), of together at most 20 MB; Embed v3 takes a single one of at most
    5 MB."""
    model: str | None = None
    """Name of the model, such as `embed-v4.0`."""
    input_type: EmbedInputType | str | None = None
    """What the vectors are for: documents to be found, queries to find them with, a classifier, clusters; or that the
    input is an image. Embed v3 and later models require it."""
    embedding_types: list[EmbeddingType | str] | None = None
    """Which types of vectors the reply has; where absent, it has floating-point numbers only."""
    truncate: EmbedRequestTruncate | str | None = None
    """Which end of a text that is too long for the model is cut off; with NONE such a text is an error."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            texts: list[str] | None = None,
            images: list[str] | None = None,
            model: str | None = None,
            input_type: EmbedInputType | str | None = None,
            embedding_types: list[EmbeddingType | str] | None = None,
            truncate: EmbedRequestTruncate | str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.texts = fields.get("texts")
        self.images = fields.get("images")
        self.model = fields.get("model")
        self.input_type = fields.get("input_type")
        self.embedding_types = fields.get("embedding_types")
        self.truncate = fields.get("truncate")
        return self
