# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, parsers

if TYPE_CHECKING:
    from .chat_content_delta_event_delta import ChatContentDeltaEventDelta
    from .logprob_item import LogprobItem


@model
class ChatContentDeltaEvent(Model):
    """The next piece of an item of content."""

    type: Literal["content-delta"] = "content-delta"
    index: int | None = None
    """Position of the item in the message's content."""
    delta: ChatContentDeltaEventDelta | None = None
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
        self = cls.__new__(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        self.index = fields.get("index")
        value = fields.get("delta")
        self.delta = parsers["ChatContentDeltaEventDelta"](value) if type(value) is dict else value
        value = fields.get("logprobs")
        self.logprobs = parsers["LogprobItem"](value) if type(value) is dict else value
        return self
