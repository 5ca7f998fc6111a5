# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, read_time

if TYPE_CHECKING:
    from datetime import datetime

TrainingStepMetricsMetrics = dict[str, Any]
"""What was measured, by its name."""


@model
class TrainingStepMetrics(Model):
    """What was measured at a step of a training.

    Attributes:
        created_at: When it was measured.
        step_number: The number of the step.
        metrics: What was measured, by its name.
    """

    created_at: datetime | None = None
    """When it was measured."""
    step_number: int | None = None
    """The number of the step."""
    metrics: dict[str, float] | None = None
    """What was measured, by its name."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            created_at: datetime | None = None,
            step_number: int | None = None,
            metrics: dict[str, float] | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("created_at")
        self.created_at = read_time(value) if type(value) is str else value
        self.step_number = fields.get("step_number")
        self.metrics = fields.get("metrics")
        return self
