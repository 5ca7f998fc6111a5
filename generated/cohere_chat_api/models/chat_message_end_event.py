# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new, parsers
from .chat_message_end_event_delta import ChatMessageEndEventDelta


@model
class ChatMessageEndEvent(Model):
    """The reply ends; the last event of every stream."""

    type: Literal["message-end"] = "message-end"
    id: str | None = None
    """Identifies the reply."""
    delta: ChatMessageEndEventDelta | None = None
    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: Literal["message-end"] = "message-end",
            id: str | None = None,
            delta: ChatMessageEndEventDelta | None = None,
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
            self.delta = its_delta = new(ChatMessageEndEventDelta)
            its_delta._raw = value
            fields_of_delta: Any = value
            its_delta.error = fields_of_delta.get("error")
            its_delta.finish_reason = fields_of_delta.get("finish_reason")
            value = fields_of_delta.get("usage")
            its_delta.usage = parsers["Usage"](value) if type(value) is dict else value
        else:
            self.delta = value
        return self
