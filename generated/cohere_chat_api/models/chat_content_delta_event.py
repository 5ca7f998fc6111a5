# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .logprob_item import LogprobItem


@model
class ChatContentDeltaEvent(Model):
    """The next piece of an item of content.

    Attributes:
        type: Always 'content-delta'.
        index: Position of the item in the message's content.
        delta: What is new in the reply.
        logprobs: Log probabilities of a piece of text.
    """

    type: Literal["content-delta"] = "content-delta"
    """Always 'content-delta'."""
    index: int | None = None
    """Position of the item in the message's content."""
    delta: ChatContentDeltaEventDelta | None = None
    """What is new in the reply."""
    logprobs: LogprobItem | None = None
    """Log probabilities of a piece of text."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: Literal["content-delta"] = "content-delta",
            index: int | None = None,
            delta: ChatContentDeltaEventDelta | None = None,
            logprobs: LogprobItem | None = None,
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
            self.delta = its_delta = new(ChatContentDeltaEventDelta)
            its_delta._raw = value
            fields_of_delta: Any = value
            value = fields_of_delta.get("message")
            if type(value) is dict:
                its_delta.message = its_delta_message = new(ChatContentDeltaEventDeltaMessage)
                its_delta_message._raw = value
                fields_of_delta_message: Any = value
                value = fields_of_delta_message.get("content")
                if type(value) is dict:
                    its_delta_message.content = its_delta_message_content = new(
                        ChatContentDeltaEventDeltaMessageContent
                    )
                    its_delta_message_content._raw = value
                    fields_of_delta_message_content: Any = value
                    its_delta_message_content.thinking = fields_of_delta_message_content.get("thinking")
                    its_delta_message_content.text = fields_of_delta_message_content.get("text")
                else:
                    its_delta_message.content = value
            else:
                its_delta.message = value
        else:
            self.delta = value
        value = fields.get("logprobs")
        self.logprobs = parsers["LogprobItem"](value) if type(value) is dict else value
        return self


@model
class ChatContentDeltaEventDelta(Model):
    """What is new in the reply.

    Attributes:
        message: The new part of the message.
    """

    message: ChatContentDeltaEventDeltaMessage | None = None
    """The new part of the message."""

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


@model
class ChatContentDeltaEventDeltaMessage(Model):
    """The new part of the message.

    Attributes:
        content: The new part of the item.
    """

    content: ChatContentDeltaEventDeltaMessageContent | None = None
    """The new part of the item."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            content: ChatContentDeltaEventDeltaMessageContent | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("content")
        if type(value) is dict:
            self.content = its_content = new(ChatContentDeltaEventDeltaMessageContent)
            its_content._raw = value
            fields_of_content: Any = value
            its_content.thinking = fields_of_content.get("thinking")
            its_content.text = fields_of_content.get("text")
        else:
            self.content = value
        return self


@model
class ChatContentDeltaEventDeltaMessageContent(Model):
    """The new part of the item.

    Attributes:
        thinking: The next piece of a thought.
        text: The next piece of a text.
    """

    thinking: str | None = None
    """The next piece of a thought."""
    text: str | None = None
    """The next piece of a text."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            thinking: str | None = None,
            text: str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.thinking = fields.get("thinking")
        self.text = fields.get("text")
        return self
