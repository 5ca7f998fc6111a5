# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, parsers

if TYPE_CHECKING:
    from .chat_tool_plan_delta_event_delta import ChatToolPlanDeltaEventDelta


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
        self = cls.__new__(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        value = fields.get("delta")
        self.delta = parsers["ChatToolPlanDeltaEventDelta"](value) if type(value) is dict else value
        return self
