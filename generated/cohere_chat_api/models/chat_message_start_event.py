# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new
from .chat_message_start_event_delta import ChatMessageStartEventDelta
from .chat_message_start_event_delta_message import ChatMessageStartEventDeltaMessage


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
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        self.id = fields.get("id")
        value = fields.get("delta")
        if type(value) is dict:
            self.delta = its_delta = new(ChatMessageStartEventDelta)
            its_delta._raw = value
            fields_of_delta: Any = value
            value = fields_of_delta.get("message")
            if type(value) is dict:
                its_delta.message = its_delta_message = new(ChatMessageStartEventDeltaMessage)
                its_delta_message._raw = value
                fields_of_delta_message: Any = value
                its_delta_message.role = fields_of_delta_message.get("role")
            else:
                its_delta.message = value
        else:
            self.delta = value
        return self
