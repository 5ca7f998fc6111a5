# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, parsers

if TYPE_CHECKING:
    from .usage_billed_units import UsageBilledUnits
    from .usage_tokens import UsageTokens


@model
class Usage(Model):
    """What the request and its reply used."""

    billed_units: UsageBilledUnits | None = None
    """What is billed."""
    tokens: UsageTokens | None = None
    """What the model read and wrote."""
    cached_tokens: float | None = None
    """Tokens of input that came from the cache."""
    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            billed_units: UsageBilledUnits | None = None,
            tokens: UsageTokens | None = None,
            cached_tokens: float | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("billed_units")
        self.billed_units = parsers["UsageBilledUnits"](value) if type(value) is dict else value
        value = fields.get("tokens")
        self.tokens = parsers["UsageTokens"](value) if type(value) is dict else value
        self.cached_tokens = fields.get("cached_tokens")
        return self
