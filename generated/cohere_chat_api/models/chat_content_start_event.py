# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new

ChatContentStartEventDeltaMessageContentType = Literal["text", "thinking"]
"""Whether the item is a text or a thought."""


@model
class ChatContentStartEvent(Model):
    """An item of content begins.

    Attributes:
        type: Always 'content-start'.
        index: Position of the item in the message's content.
        delta: What is new in the reply.
    """

    type: Literal["content-start"] = "content-start"
    """Always 'content-start'."""
    index: int | None = None
    """Position of the item in the message's content."""
    delta: ChatContentStartEventDelta | None = None
    """What is new in the reply."""

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


@model
class ChatContentStartEventDelta(Model):
    """What is new in the reply.

    Attributes:
        message: The new part of the message.
    """

    message: ChatContentStartEventDeltaMessage | None = None
    """The new part of the message."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            message: ChatContentStartEventDeltaMessage | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("message")
        if type(value) is dict:
            self.message = its_message = new(ChatContentStartEventDeltaMessage)
            its_message._raw = value
            fields_of_message: Any = value
            value = fields_of_message.get("content")
            if type(value) is dict:
                its_message.content = its_message_content = new(ChatContentStartEventDeltaMessageContent)
                its_message_content._raw = value
                fields_of_message_content: Any = value
                its_message_content.thinking = fields_of_message_content.get("thinking")
                its_message_content.text = fields_of_message_content.get("text")
                its_message_content.type = fields_of_message_content.get("type")
            else:
                its_message.content = value
        else:
            self.message = value
        return self


@model
class ChatContentStartEventDeltaMessage(Model):
    """The new part of the message.

    Attributes:
        content: The item of content that begins.
    """

    content: ChatContentStartEventDeltaMessageContent | None = None
    """The item of content that begins."""

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


@model
class ChatContentStartEventDeltaMessageContent(Model):
    """The item of content that begins.

    Attributes:
        thinking: The first piece of a thought; mostly empty.
        text: The first piece of a text; mostly empty.
        type: Whether the item is a text or a thought.
    """

    thinking: str | None = None
    """The first piece of a thought; mostly empty."""
    text: str | None = None
    """The first piece of a text; mostly empty."""
    type: ChatContentStartEventDeltaMessageContentType | str | None = None
    """Whether the item is a text or a thought."""

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
