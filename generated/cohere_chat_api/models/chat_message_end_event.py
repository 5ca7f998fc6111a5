# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .chat_finish_reason import ChatFinishReason
    from .usage import Usage


@model
class ChatMessageEndEvent(Model):
    """The reply ends; the last event of every stream.

    Attributes:
        type: Always 'message-end'.
        id: Identifies the reply.
        delta: How the reply ended.
    """

    type: Literal["message-end"] = "message-end"
    """Always 'message-end'."""
    id: str | None = None
    """Identifies the reply."""
    delta: ChatMessageEndEventDelta | None = None
    """How the reply ended."""

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


@model
class ChatMessageEndEventDelta(Model):
    """How the reply ended.

    Attributes:
        error: What went wrong, if the reply failed.
        finish_reason: Why the reply ends: it is complete, met a stop sequence, ran into max_tokens or the
            context length, waits for tool results, failed, or took too long.
        usage: What the request and its reply used.
    """

    error: str | None = None
    """What went wrong, if the reply failed."""
    finish_reason: ChatFinishReason | str | None = None
    """Why the reply ends: it is complete, met a stop sequence, ran into max_tokens or the context length, waits for
    tool results, failed, or took too long."""
    usage: Usage | None = None
    """What the request and its reply used."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            error: str | None = None,
            finish_reason: ChatFinishReason | str | None = None,
            usage: Usage | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.error = fields.get("error")
        self.finish_reason = fields.get("finish_reason")
        value = fields.get("usage")
        self.usage = parsers["Usage"](value) if type(value) is dict else value
        return self
