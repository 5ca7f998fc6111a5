# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, parsers

if TYPE_CHECKING:
    from .chat_content_start_event_delta import ChatContentStartEventDelta


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
        self = cls.__new__(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        self.index = fields.get("index")
        value = fields.get("delta")
        self.delta = parsers["ChatContentStartEventDelta"](value) if type(value) is dict else value
        return self
