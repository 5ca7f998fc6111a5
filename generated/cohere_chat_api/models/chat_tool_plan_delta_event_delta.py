# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new
from .chat_tool_plan_delta_event_delta_message import ChatToolPlanDeltaEventDeltaMessage


@model
class ChatToolPlanDeltaEventDelta(Model):
    """See the class whose name this one begins with."""

    message: ChatToolPlanDeltaEventDeltaMessage | None = None
    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            message: ChatToolPlanDeltaEventDeltaMessage | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("message")
        if type(value) is dict:
            self.message = its_message = new(ChatToolPlanDeltaEventDeltaMessage)
            its_message._raw = value
            fields_of_message: Any = value
            its_message.tool_plan = fields_of_message.get("tool_plan")
        else:
            self.message = value
        return self
