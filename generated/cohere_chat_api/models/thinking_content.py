# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new


@model
class ThinkingContent(Model):
    """What the model thought before it answered.

    Attributes:
        type: Always 'thinking'.
        thinking: The thoughts.
    """

    type: Literal["thinking"] = "thinking"
    """Always 'thinking'."""
    thinking: str
    """The thoughts."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: Literal["thinking"] = "thinking",
            thinking: str,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        self.thinking = fields.get("thinking")
        return self
