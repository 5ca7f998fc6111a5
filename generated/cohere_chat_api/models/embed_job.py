# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new, parsers, read_time

if TYPE_CHECKING:
    from datetime import datetime

    from .api_meta import ApiMeta

EmbedJobStatus = Literal["cancelled", "cancelling", "complete", "failed", "processing"]
"""How far it is."""
EmbedJobTruncate = Literal["END", "START"]
"""Which end of a text that is too long for the model is cut off."""


@model
class EmbedJob(Model):
    """A job that embeds a dataset.

    Attributes:
        job_id: Id of the job.
        status: How far it is.
        created_at: When it was created.
        input_dataset_id: Id of the dataset with the texts.
        model: Name of the model.
        truncate: Which end of a text that is too long for the model is cut off.
        name: Its name.
        output_dataset_id: Id of the dataset with the vectors.
        meta: What the request used, and what the service says about it.
    """

    job_id: str
    """Id of the job."""
    status: EmbedJobStatus | str
    """How far it is."""
    created_at: datetime
    """When it was created."""
    input_dataset_id: str
    """Id of the dataset with the texts."""
    model: str
    """Name of the model."""
    truncate: EmbedJobTruncate | str
    """Which end of a text that is too long for the model is cut off."""
    name: str | None = None
    """Its name."""
    output_dataset_id: str | None = None
    """Id of the dataset with the vectors."""
    meta: ApiMeta | None = None
    """What the request used, and what the service says about it."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            job_id: str,
            status: EmbedJobStatus | str,
            created_at: datetime,
            input_dataset_id: str,
            model: str,
            truncate: EmbedJobTruncate | str,
            name: str | None = None,
            output_dataset_id: str | None = None,
            meta: ApiMeta | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.job_id = fields.get("job_id")
        self.status = fields.get("status")
        value = fields.get("created_at")
        self.created_at = read_time(value) if type(value) is str else value
        self.input_dataset_id = fields.get("input_dataset_id")
        self.model = fields.get("model")
        self.truncate = fields.get("truncate")
        self.name = fields.get("name")
        self.output_dataset_id = fields.get("output_dataset_id")
        value = fields.get("meta")
        self.meta = parsers["ApiMeta"](value) if type(value) is dict else value
        return self
