# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class Usage(Model):
    """What the request and its reply used.

    Attributes:
        billed_units: What is billed.
        tokens: What the model read and wrote.
        cached_tokens: Tokens of input that came from the cache.
    """

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
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("billed_units")
        if type(value) is dict:
            self.billed_units = its_billed_units = new(UsageBilledUnits)
            its_billed_units._raw = value
            fields_of_billed_units: Any = value
            its_billed_units.input_tokens = fields_of_billed_units.get("input_tokens")
            its_billed_units.output_tokens = fields_of_billed_units.get("output_tokens")
            its_billed_units.search_units = fields_of_billed_units.get("search_units")
            its_billed_units.classifications = fields_of_billed_units.get("classifications")
        else:
            self.billed_units = value
        value = fields.get("tokens")
        if type(value) is dict:
            self.tokens = its_tokens = new(UsageTokens)
            its_tokens._raw = value
            fields_of_tokens: Any = value
            its_tokens.input_tokens = fields_of_tokens.get("input_tokens")
            its_tokens.output_tokens = fields_of_tokens.get("output_tokens")
        else:
            self.tokens = value
        self.cached_tokens = fields.get("cached_tokens")
        return self


@model
class UsageBilledUnits(Model):
    """What is billed.

    Attributes:
        input_tokens: Tokens of input.
        output_tokens: Tokens of output.
        search_units: Searches.
        classifications: Classifications.
    """

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


@model
class UsageTokens(Model):
    """What the model read and wrote.

    Attributes:
        input_tokens: Tokens of input.
        output_tokens: Tokens of output.
    """

    input_tokens: float | None = None
    """Tokens of input."""
    output_tokens: float | None = None
    """Tokens of output."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            input_tokens: float | None = None,
            output_tokens: float | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.input_tokens = fields.get("input_tokens")
        self.output_tokens = fields.get("output_tokens")
        return self
