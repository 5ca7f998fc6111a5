# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new


@model
class ChatMessageStartEvent(Model):
    """The reply begins.

    Attributes:
        type: Always 'message-start'.
        id: Identifies the reply.
        delta: What is new in the reply.
    """

    type: Literal["message-start"] = "message-start"
    """Always 'message-start'."""
    id: str | None = None
    """Identifies the reply."""
    delta: ChatMessageStartEventDelta | None = None
    """What is new in the reply."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: Literal["message-start"] = "message-start",
            id: str | None = None,
            delta: ChatMessageStartEventDelta | None = None,
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
            self.delta = its_delta = new(ChatMessageStartEventDelta)
            its_delta._raw = value
            fields_of_delta: Any = value
            value = fields_of_delta.get("message")
            if type(value) is dict:
                its_delta.message = its_delta_message = new(ChatMessageStartEventDeltaMessage)
                its_delta_message._raw = value
                fields_of_delta_message: Any = value
                its_delta_message.role = fields_of_delta_message.get("role")
            else:
                its_delta.message = value
        else:
            self.delta = value
        return self


@model
class ChatMessageStartEventDelta(Model):
    """What is new in the reply.

    Attributes:
        message: The beginning of the message.
    """

    message: ChatMessageStartEventDeltaMessage | None = None
    """The beginning of the message."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            message: ChatMessageStartEventDeltaMessage | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("message")
        if type(value) is dict:
            self.message = its_message = new(ChatMessageStartEventDeltaMessage)
            its_message._raw = value
            fields_of_message: Any = value
            its_message.role = fields_of_message.get("role")
        else:
            self.message = value
        return self


@model
class ChatMessageStartEventDeltaMessage(Model):
    """The beginning of the message.

    Attributes:
        role: Always 'assistant'.
    """

    role: Literal["assistant"] | None = None
    """Always 'assistant'."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            role: Literal["assistant"] | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.role = fields.get("role")
        return self
