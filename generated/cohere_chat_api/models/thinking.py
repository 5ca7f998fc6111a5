# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new

ThinkingType = Literal["disabled", "enabled"]
"""Whether the model thinks; models that can do so by default."""


@model
class Thinking(Model):
    """Whether and how long the model thinks before it answers.

    Attributes:
        type: Whether the model thinks; models that can do so by default.
        token_budget: Most tokens to think for; the model answers when they are used up.
    """

    type: ThinkingType | str
    """Whether the model thinks; models that can do so by default."""
    token_budget: int | None = None
    """Most tokens to think for; the model answers when they are used up."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: ThinkingType,
            token_budget: int | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        self.token_budget = fields.get("token_budget")
        return self
