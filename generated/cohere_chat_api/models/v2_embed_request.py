# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .embed_input import EmbedInput
    from .embed_input_type import EmbedInputType
    from .embedding_type import EmbeddingType

V2EmbedRequestTruncate = Literal["END", "NONE", "START"]
"""Which end of a text that is too long for the model is cut off; with NONE such a text is an error."""


@model
class V2EmbedRequest(Model):
    """Body of a request for vectors.

    Attributes:
        model: Name of the model, such as `embed-v4.0`.
        input_type: What the vectors are for: documents to be found, queries to find them with, a classifier,
            clusters; or that the input is an image. Embed v3 and later models require it.
        texts: Texts to turn into vectors; more than 96 take several requests.
        images: Images as data URIs (JPEG, PNG, WebP or GIF), of together at most 20 MB; Embed v3 takes a single
            one of at most 5 MB.
        inputs: Inputs to turn into vectors, each of texts and images; more than 96 take several requests.
        max_tokens: Maximum number of tokens of an input; longer ones are cut as `truncate` says.
        output_dimension: How many numbers a vector has; embed-v4.0 knows 256, 512, 1024 and 1536, which is its
            default.
        embedding_types: Which types of vectors the reply has.
        truncate: Which end of a text that is too long for the model is cut off; with NONE such a text is an
            error.
        priority: How urgent the request is under load; 0 goes first.
    """

    model: str
    """Name of the model, such as `embed-v4.0`."""
    input_type: EmbedInputType | str
    """What the vectors are for: documents to be found, queries to find them with, a classifier, clusters; or that the
    input is an image. Embed v3 and later models require it."""
    texts: list[str] | None = None
    """Texts to turn into vectors; more than 96 take several requests."""
    images: list[str] | None = None
    """Images as data URIs (JPEG, PNG, WebP or GIF), of together at most 20 MB; Embed v3 takes a single one of at most
    5 MB."""
    inputs: list[EmbedInput] | None = None
    """Inputs to turn into vectors, each of texts and images; more than 96 take several requests."""
    max_tokens: int | None = None
    """Maximum number of tokens of an input; longer ones are cut as `truncate` says."""
    output_dimension: int | None = None
    """How many numbers a vector has; embed-v4.0 knows 256, 512, 1024 and 1536, which is its default."""
    embedding_types: list[EmbeddingType | str] | None = None
    """Which types of vectors the reply has."""
    truncate: V2EmbedRequestTruncate | str | None = None
    """Which end of a text that is too long for the model is cut off; with NONE such a text is an error."""
    priority: int | None = None
    """How urgent the request is under load; 0 goes first."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            model: str,
            input_type: EmbedInputType | str,
            texts: list[str] | None = None,
            images: list[str] | None = None,
            inputs: list[EmbedInput] | None = None,
            max_tokens: int | None = None,
            output_dimension: int | None = None,
            embedding_types: list[EmbeddingType | str] | None = None,
            truncate: V2EmbedRequestTruncate | str | None = None,
            priority: int | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.model = fields.get("model")
        self.input_type = fields.get("input_type")
        self.texts = fields.get("texts")
        self.images = fields.get("images")
        value = fields.get("inputs")
        self.inputs = (
            [parsers["EmbedInput"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        self.max_tokens = fields.get("max_tokens")
        self.output_dimension = fields.get("output_dimension")
        self.embedding_types = fields.get("embedding_types")
        self.truncate = fields.get("truncate")
        self.priority = fields.get("priority")
        return self
