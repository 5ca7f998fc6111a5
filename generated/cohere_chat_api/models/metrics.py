# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .finetune_dataset_metrics import FinetuneDatasetMetrics


@model
class Metrics(Model):
    """What was counted in a dataset.

    Attributes:
        finetune_dataset_metrics: What was counted in a dataset for fine-tuning.
    """

    finetune_dataset_metrics: FinetuneDatasetMetrics | None = None
    """What was counted in a dataset for fine-tuning."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            finetune_dataset_metrics: FinetuneDatasetMetrics | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("finetune_dataset_metrics")
        self.finetune_dataset_metrics = parsers["FinetuneDatasetMetrics"](value) if type(value) is dict else value
        return self
