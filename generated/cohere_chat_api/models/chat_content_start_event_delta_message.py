# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new
from .chat_content_start_event_delta_message_content import ChatContentStartEventDeltaMessageContent


@model
class ChatContentStartEventDeltaMessage(Model):
    """See the class whose name this one begins with."""

    content: ChatContentStartEventDeltaMessageContent | None = None
    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            content: ChatContentStartEventDeltaMessageContent | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("content")
        if type(value) is dict:
            self.content = its_content = new(ChatContentStartEventDeltaMessageContent)
            its_content._raw = value
            fields_of_content: Any = value
            its_content.thinking = fields_of_content.get("thinking")
            its_content.text = fields_of_content.get("text")
            its_content.type = fields_of_content.get("type")
        else:
            self.content = value
        return self
