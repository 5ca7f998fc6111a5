# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .label_metric import LabelMetric


@model
class ClassifyDataMetrics(Model):
    """What was counted in a dataset for classify.

    Attributes:
        label_metrics: What was counted of each class.
    """

    label_metrics: list[LabelMetric] | None = None
    """What was counted of each class."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            label_metrics: list[LabelMetric] | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("label_metrics")
        self.label_metrics = (
            [parsers["LabelMetric"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        return self
