# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new
from .chat_content_delta_event_delta_message import ChatContentDeltaEventDeltaMessage
from .chat_content_delta_event_delta_message_content import ChatContentDeltaEventDeltaMessageContent


@model
class ChatContentDeltaEventDelta(Model):
    """See the class whose name this one begins with."""

    message: ChatContentDeltaEventDeltaMessage | None = None
    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            message: ChatContentDeltaEventDeltaMessage | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("message")
        if type(value) is dict:
            self.message = its_message = new(ChatContentDeltaEventDeltaMessage)
            its_message._raw = value
            fields_of_message: Any = value
            value = fields_of_message.get("content")
            if type(value) is dict:
                its_message.content = its_message_content = new(ChatContentDeltaEventDeltaMessageContent)
                its_message_content._raw = value
                fields_of_message_content: Any = value
                its_message_content.thinking = fields_of_message_content.get("thinking")
                its_message_content.text = fields_of_message_content.get("text")
            else:
                its_message.content = value
        else:
            self.message = value
        return self
