# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, joined_text, model, new, parsers

if TYPE_CHECKING:
    from .assistant_message_response import AssistantMessageResponse
    from .chat_finish_reason import ChatFinishReason
    from .logprob_item import LogprobItem
    from .usage import Usage


@model
class V2ChatResponse(Model):
    """The reply to a chat request.

    Attributes:
        id: Identifies the reply.
        finish_reason: Why the reply ends: it is complete, met a stop sequence, ran into max_tokens or the
            context length, waits for tool results, failed, or took too long.
        message: The message that the model wrote.
        usage: What the request and its reply used.
        logprobs: Log probabilities of the tokens, if asked for.
    """

    id: str
    """Identifies the reply."""
    finish_reason: ChatFinishReason | str
    """Why the reply ends: it is complete, met a stop sequence, ran into max_tokens or the context length, waits for
    tool results, failed, or took too long."""
    message: AssistantMessageResponse
    """The message that the model wrote."""
    usage: Usage | None = None
    """What the request and its reply used."""
    logprobs: list[LogprobItem] | None = None
    """Log probabilities of the tokens, if asked for."""

    @property
    def text(self) -> str:
        """The texts in message.content, joined."""
        return joined_text(self.message.content)

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            id: str,
            finish_reason: ChatFinishReason | str,
            message: AssistantMessageResponse,
            usage: Usage | None = None,
            logprobs: list[LogprobItem] | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.id = fields.get("id")
        self.finish_reason = fields.get("finish_reason")
        value = fields.get("message")
        self.message = parsers["AssistantMessageResponse"](value) if type(value) is dict else value
        value = fields.get("usage")
        self.usage = parsers["Usage"](value) if type(value) is dict else value
        value = fields.get("logprobs")
        self.logprobs = (
            [parsers["LogprobItem"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        return self
