# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new
from .chat_message_start_event_delta_message import ChatMessageStartEventDeltaMessage


@model
class ChatMessageStartEventDelta(Model):
    """See the class whose name this one begins with."""

    message: ChatMessageStartEventDeltaMessage | None = None
    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            message: ChatMessageStartEventDeltaMessage | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("message")
        if type(value) is dict:
            self.message = its_message = new(ChatMessageStartEventDeltaMessage)
            its_message._raw = value
            fields_of_message: Any = value
            its_message.role = fields_of_message.get("role")
        else:
            self.message = value
        return self
