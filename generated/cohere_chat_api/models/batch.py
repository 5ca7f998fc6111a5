# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, read_time

if TYPE_CHECKING:
    from datetime import datetime

    from .batch_status import BatchStatus


@model
class Batch(Model):
    """Requests of a dataset that are run as one job.

    Attributes:
        name: Its name.
        input_dataset_id: Id of the dataset with the requests.
        model: Name of the model.
        id: Id of the batch.
        creator_id: Who created it.
        org_id: The organization that it belongs to.
        status: How far a batch is.
        created_at: When it was created.
        updated_at: When it last changed.
        output_dataset_id: Id of the dataset with the replies.
        input_tokens: Tokens of input.
        output_tokens: Tokens of output.
        num_records: How many requests there are.
        num_successful_records: How many of them have succeeded.
        num_failed_records: How many of them have failed.
        status_reason: More about the status.
    """

    name: str
    """Its name."""
    input_dataset_id: str
    """Id of the dataset with the requests."""
    model: str
    """Name of the model."""
    id: str | None = None
    """Id of the batch."""
    creator_id: str | None = None
    """Who created it."""
    org_id: str | None = None
    """The organization that it belongs to."""
    status: BatchStatus | str | None = None
    """How far a batch is."""
    created_at: datetime | None = None
    """When it was created."""
    updated_at: datetime | None = None
    """When it last changed."""
    output_dataset_id: str | None = None
    """Id of the dataset with the replies."""
    input_tokens: str | None = None
    """Tokens of input."""
    output_tokens: str | None = None
    """Tokens of output."""
    num_records: int | None = None
    """How many requests there are."""
    num_successful_records: int | None = None
    """How many of them have succeeded."""
    num_failed_records: int | None = None
    """How many of them have failed."""
    status_reason: str | None = None
    """More about the status."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            name: str,
            input_dataset_id: str,
            model: str,
            id: str | None = None,
            creator_id: str | None = None,
            org_id: str | None = None,
            status: BatchStatus | None = None,
            created_at: datetime | str | None = None,
            updated_at: datetime | str | None = None,
            output_dataset_id: str | None = None,
            input_tokens: str | None = None,
            output_tokens: str | None = None,
            num_records: int | None = None,
            num_successful_records: int | None = None,
            num_failed_records: int | None = None,
            status_reason: str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.name = fields.get("name")
        self.input_dataset_id = fields.get("input_dataset_id")
        self.model = fields.get("model")
        self.id = fields.get("id")
        self.creator_id = fields.get("creator_id")
        self.org_id = fields.get("org_id")
        self.status = fields.get("status")
        value = fields.get("created_at")
        self.created_at = read_time(value) if type(value) is str else value
        value = fields.get("updated_at")
        self.updated_at = read_time(value) if type(value) is str else value
        self.output_dataset_id = fields.get("output_dataset_id")
        self.input_tokens = fields.get("input_tokens")
        self.output_tokens = fields.get("output_tokens")
        self.num_records = fields.get("num_records")
        self.num_successful_records = fields.get("num_successful_records")
        self.num_failed_records = fields.get("num_failed_records")
        self.status_reason = fields.get("status_reason")
        return self
