# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new

if TYPE_CHECKING:
    from .embed_input_type import EmbedInputType
    from .embedding_type import EmbeddingType

CreateEmbedJobRequestTruncate = Literal["END", "START"]
"""Which end of a text that is too long for the model is cut off."""


@model
class CreateEmbedJobRequest(Model):
    """Body of a request to embed a dataset.

    Attributes:
        model: Name of the model, such as `embed-english-v3.0`.
        dataset_id: Id of a validated dataset of the type `embed-input`.
        input_type: What the vectors are for: documents to be found, queries to find them with, a classifier,
            clusters; or that the input is an image. Embed v3 and later models require it.
        name: Name of the job.
        embedding_types: Which types of vectors to make; where absent, floating-point numbers only.
        truncate: Which end of a text that is too long for the model is cut off.
    """

    model: str
    """Name of the model, such as `embed-english-v3.0`."""
    dataset_id: str
    """Id of a validated dataset of the type `embed-input`."""
    input_type: EmbedInputType | str
    """What the vectors are for: documents to be found, queries to find them with, a classifier, clusters; or that the
    input is an image. Embed v3 and later models require it."""
    name: str | None = None
    """Name of the job."""
    embedding_types: list[EmbeddingType | str] | None = None
    """Which types of vectors to make; where absent, floating-point numbers only."""
    truncate: CreateEmbedJobRequestTruncate | str | None = None
    """Which end of a text that is too long for the model is cut off."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            model: str,
            dataset_id: str,
            input_type: EmbedInputType | str,
            name: str | None = None,
            embedding_types: list[EmbeddingType | str] | None = None,
            truncate: CreateEmbedJobRequestTruncate | str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.model = fields.get("model")
        self.dataset_id = fields.get("dataset_id")
        self.input_type = fields.get("input_type")
        self.name = fields.get("name")
        self.embedding_types = fields.get("embedding_types")
        self.truncate = fields.get("truncate")
        return self
