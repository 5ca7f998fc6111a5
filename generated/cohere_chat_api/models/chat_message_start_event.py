# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, parsers

if TYPE_CHECKING:
    from .chat_message_start_event_delta import ChatMessageStartEventDelta


@model
class ChatMessageStartEvent(Model):
    """The reply begins."""

    type: Literal["message-start"] = "message-start"
    id: str | None = None
    """Identifies the reply."""
    delta: ChatMessageStartEventDelta | None = None
    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: Literal["message-start"] = "message-start",
            id: str | None = None,
            delta: ChatMessageStartEventDelta | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        self.id = fields.get("id")
        value = fields.get("delta")
        self.delta = parsers["ChatMessageStartEventDelta"](value) if type(value) is dict else value
        return self
