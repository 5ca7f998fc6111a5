# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers, read_time

if TYPE_CHECKING:
    from datetime import datetime

    from .dataset_part import DatasetPart
    from .dataset_type import DatasetType
    from .dataset_validation_status import DatasetValidationStatus
    from .metrics import Metrics
    from .parse_info import ParseInfo


@model
class Dataset(Model):
    """A file that was uploaded, or that a job has written.

    Attributes:
        id: Id of the dataset.
        name: Its name.
        created_at: When it was created.
        updated_at: When it last changed.
        dataset_type: What a dataset is for.
        validation_status: How far the check of a dataset is.
        validation_error: What the check found wrong.
        schema: The Avro schema of its rows.
        required_fields: Fields that its type requires.
        preserve_fields: Further fields that were kept.
        dataset_parts: The files that it consists of.
        validation_warnings: What the check warns of.
        parse_info: How the file was read.
        metrics: What was counted in a dataset.
    """

    id: str
    """Id of the dataset."""
    name: str
    """Its name."""
    created_at: datetime
    """When it was created."""
    updated_at: datetime
    """When it last changed."""
    dataset_type: DatasetType | str
    """What a dataset is for."""
    validation_status: DatasetValidationStatus | str
    """How far the check of a dataset is."""
    validation_error: str | None = None
    """What the check found wrong."""
    schema: str | None = None
    """The Avro schema of its rows."""
    required_fields: list[str] | None = None
    """Fields that its type requires."""
    preserve_fields: list[str] | None = None
    """Further fields that were kept."""
    dataset_parts: list[DatasetPart] | None = None
    """The files that it consists of."""
    validation_warnings: list[str] | None = None
    """What the check warns of."""
    parse_info: ParseInfo | None = None
    """How the file was read."""
    metrics: Metrics | None = None
    """What was counted in a dataset."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            id: str,
            name: str,
            created_at: datetime,
            updated_at: datetime,
            dataset_type: DatasetType | str,
            validation_status: DatasetValidationStatus | str,
            validation_error: str | None = None,
            schema: str | None = None,
            required_fields: list[str] | None = None,
            preserve_fields: list[str] | None = None,
            dataset_parts: list[DatasetPart] | None = None,
            validation_warnings: list[str] | None = None,
            parse_info: ParseInfo | None = None,
            metrics: Metrics | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.id = fields.get("id")
        self.name = fields.get("name")
        value = fields.get("created_at")
        self.created_at = read_time(value) if type(value) is str else value
        value = fields.get("updated_at")
        self.updated_at = read_time(value) if type(value) is str else value
        self.dataset_type = fields.get("dataset_type")
        self.validation_status = fields.get("validation_status")
        self.validation_error = fields.get("validation_error")
        self.schema = fields.get("schema")
        self.required_fields = fields.get("required_fields")
        self.preserve_fields = fields.get("preserve_fields")
        value = fields.get("dataset_parts")
        self.dataset_parts = (
            [parsers["DatasetPart"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        self.validation_warnings = fields.get("validation_warnings")
        value = fields.get("parse_info")
        self.parse_info = parsers["ParseInfo"](value) if type(value) is dict else value
        value = fields.get("metrics")
        self.metrics = parsers["Metrics"](value) if type(value) is dict else value
        return self
