# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new
from .chat_tool_plan_delta_event_delta import ChatToolPlanDeltaEventDelta
from .chat_tool_plan_delta_event_delta_message import ChatToolPlanDeltaEventDeltaMessage


@model
class ChatToolPlanDeltaEvent(Model):
    """The next piece of the tool plan."""

    type: Literal["tool-plan-delta"] = "tool-plan-delta"
    delta: ChatToolPlanDeltaEventDelta | None = None
    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: Literal["tool-plan-delta"] = "tool-plan-delta",
            delta: ChatToolPlanDeltaEventDelta | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        value = fields.get("delta")
        if type(value) is dict:
            self.delta = its_delta = new(ChatToolPlanDeltaEventDelta)
            its_delta._raw = value
            fields_of_delta: Any = value
            value = fields_of_delta.get("message")
            if type(value) is dict:
                its_delta.message = its_delta_message = new(ChatToolPlanDeltaEventDeltaMessage)
                its_delta_message._raw = value
                fields_of_delta_message: Any = value
                its_delta_message.tool_plan = fields_of_delta_message.get("tool_plan")
            else:
                its_delta.message = value
        else:
            self.delta = value
        return self
