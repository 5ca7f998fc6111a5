# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class UsageBilledUnits(Model):
    """What is billed."""

    input_tokens: float | None = None
    """Tokens of input."""
    output_tokens: float | None = None
    """Tokens of output."""
    search_units: float | None = None
    """Searches."""
    classifications: float | None = None
    """Classifications."""
    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            input_tokens: float | None = None,
            output_tokens: float | None = None,
            search_units: float | None = None,
            classifications: float | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.input_tokens = fields.get("input_tokens")
        self.output_tokens = fields.get("output_tokens")
        self.search_units = fields.get("search_units")
        self.classifications = fields.get("classifications")
        return self
