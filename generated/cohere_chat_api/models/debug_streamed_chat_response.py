# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new


@model
class DebugStreamedChatResponse(Model):
    """Something for the service's own developers.

    Attributes:
        event_type: Always 'debug'.
        prompt: The prompt that the model was given.
    """

    event_type: Literal["debug"] = "debug"
    """Always 'debug'."""
    prompt: str | None = None
    """The prompt that the model was given."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            event_type: Literal["debug"] = "debug",
            prompt: str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.event_type = fields.get("event_type")
        self.prompt = fields.get("prompt")
        return self
