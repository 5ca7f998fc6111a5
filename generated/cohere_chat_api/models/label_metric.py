# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class LabelMetric(Model):
    """What was counted of a class.

    Attributes:
        total_examples: Examples of the class.
        label: The class.
        samples: Some of the examples.
    """

    total_examples: int | None = None
    """Examples of the class."""
    label: str | None = None
    """The class."""
    samples: list[str] | None = None
    """Some of the examples."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            total_examples: int | None = None,
            label: str | None = None,
            samples: list[str] | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.total_examples = fields.get("total_examples")
        self.label = fields.get("label")
        self.samples = fields.get("samples")
        return self
