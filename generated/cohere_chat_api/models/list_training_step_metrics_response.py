# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .training_step_metrics import TrainingStepMetrics


@model
class ListTrainingStepMetricsResponse(Model):
    """A page of metrics.

    Attributes:
        step_metrics: The metrics of each step that was evaluated.
        next_page_token: Where the next page begins; absent or empty on the last one.
    """

    step_metrics: list[TrainingStepMetrics] | None = None
    """The metrics of each step that was evaluated."""
    next_page_token: str | None = None
    """Where the next page begins; absent or empty on the last one."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            step_metrics: list[TrainingStepMetrics] | None = None,
            next_page_token: str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("step_metrics")
        self.step_metrics = (
            [parsers["TrainingStepMetrics"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        self.next_page_token = fields.get("next_page_token")
        return self
