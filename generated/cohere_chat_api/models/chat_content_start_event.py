# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new
from .chat_content_start_event_delta import ChatContentStartEventDelta
from .chat_content_start_event_delta_message import ChatContentStartEventDeltaMessage
from .chat_content_start_event_delta_message_content import ChatContentStartEventDeltaMessageContent


@model
class ChatContentStartEvent(Model):
    """An item of content begins."""

    type: Literal["content-start"] = "content-start"
    index: int | None = None
    """Position of the item in the message's content."""
    delta: ChatContentStartEventDelta | None = None
    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: Literal["content-start"] = "content-start",
            index: int | None = None,
            delta: ChatContentStartEventDelta | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        self.index = fields.get("index")
        value = fields.get("delta")
        if type(value) is dict:
            self.delta = its_delta = new(ChatContentStartEventDelta)
            its_delta._raw = value
            fields_of_delta: Any = value
            value = fields_of_delta.get("message")
            if type(value) is dict:
                its_delta.message = its_delta_message = new(ChatContentStartEventDeltaMessage)
                its_delta_message._raw = value
                fields_of_delta_message: Any = value
                value = fields_of_delta_message.get("content")
                if type(value) is dict:
                    its_delta_message.content = its_delta_message_content = new(
                        ChatContentStartEventDeltaMessageContent
                    )
                    its_delta_message_content._raw = value
                    fields_of_delta_message_content: Any = value
                    its_delta_message_content.thinking = fields_of_delta_message_content.get("thinking")
                    its_delta_message_content.text = fields_of_delta_message_content.get("text")
                    its_delta_message_content.type = fields_of_delta_message_content.get("type")
                else:
                    its_delta_message.content = value
            else:
                its_delta.message = value
        else:
            self.delta = value
        return self
