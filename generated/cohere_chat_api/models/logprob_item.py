# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class LogprobItem(Model):
    """Log probabilities of a piece of text.

    Attributes:
        token_ids: The tokens that it is made of.
        text: The piece of text.
        logprobs: The log probability of each token.
    """

    token_ids: list[int]
    """The tokens that it is made of."""
    text: str | None = None
    """The piece of text."""
    logprobs: list[float] | None = None
    """The log probability of each token."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            token_ids: list[int],
            text: str | None = None,
            logprobs: list[float] | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.token_ids = fields.get("token_ids")
        self.text = fields.get("text")
        self.logprobs = fields.get("logprobs")
        return self
