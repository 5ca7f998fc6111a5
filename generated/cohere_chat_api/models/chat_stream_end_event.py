# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .non_streamed_chat_response import NonStreamedChatResponse

ChatStreamEndEventFinishReason = Literal["COMPLETE", "ERROR", "ERROR_LIMIT", "ERROR_TOXIC", "MAX_TOKENS"]
"""Why the reply ends."""


@model
class ChatStreamEndEvent(Model):
    """The reply ends; the last event of every stream.

    Attributes:
        event_type: Always 'stream-end'.
        finish_reason: Why the reply ends.
        response: The reply to a chat request of version 1.
    """

    event_type: Literal["stream-end"] = "stream-end"
    """Always 'stream-end'."""
    finish_reason: ChatStreamEndEventFinishReason | str
    """Why the reply ends."""
    response: NonStreamedChatResponse
    """The reply to a chat request of version 1."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            event_type: Literal["stream-end"] = "stream-end",
            finish_reason: ChatStreamEndEventFinishReason | str,
            response: NonStreamedChatResponse,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.event_type = fields.get("event_type")
        self.finish_reason = fields.get("finish_reason")
        value = fields.get("response")
        self.response = parsers["NonStreamedChatResponse"](value) if type(value) is dict else value
        return self
