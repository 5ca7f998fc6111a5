# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class ClassifyResponseClassificationsItemLabelsValue(Model):
    """Confidence in a class.

    Attributes:
        confidence: From 0 to 1; those of all classes add up to 1 if a text has only one.
    """

    confidence: float | None = None
    """From 0 to 1; those of all classes add up to 1 if a text has only one."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            confidence: float | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.confidence = fields.get("confidence")
        return self
