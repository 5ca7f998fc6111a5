# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .batch import Batch


@model
class CreateBatchResponse(Model):
    """A new batch.

    Attributes:
        batch: Requests of a dataset that are run as one job.
    """

    batch: Batch
    """Requests of a dataset that are run as one job."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            batch: Batch,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("batch")
        self.batch = parsers["Batch"](value) if type(value) is dict else value
        return self
