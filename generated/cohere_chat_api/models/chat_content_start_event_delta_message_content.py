# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new

if TYPE_CHECKING:
    from .chat_content_start_event_delta_message_content_type import ChatContentStartEventDeltaMessageContentType


@model
class ChatContentStartEventDeltaMessageContent(Model):
    """See the class whose name this one begins with."""

    thinking: str | None = None
    text: str | None = None
    type: ChatContentStartEventDeltaMessageContentType | str | None = None
    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            thinking: str | None = None,
            text: str | None = None,
            type: ChatContentStartEventDeltaMessageContentType | str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.thinking = fields.get("thinking")
        self.text = fields.get("text")
        self.type = fields.get("type")
        return self
