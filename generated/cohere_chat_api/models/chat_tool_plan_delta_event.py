# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new


@model
class ChatToolPlanDeltaEvent(Model):
    """The next piece of the tool plan.

    Attributes:
        type: Always 'tool-plan-delta'.
        delta: What is new in the reply.
    """

    type: Literal["tool-plan-delta"] = "tool-plan-delta"
    """Always 'tool-plan-delta'."""
    delta: ChatToolPlanDeltaEventDelta | None = None
    """What is new in the reply."""

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


@model
class ChatToolPlanDeltaEventDelta(Model):
    """What is new in the reply.

    Attributes:
        message: The new part of the message.
    """

    message: ChatToolPlanDeltaEventDeltaMessage | None = None
    """The new part of the message."""

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


@model
class ChatToolPlanDeltaEventDeltaMessage(Model):
    """The new part of the message.

    Attributes:
        tool_plan: The next piece of the plan.
    """

    tool_plan: str | None = None
    """The next piece of the plan."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            tool_plan: str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.tool_plan = fields.get("tool_plan")
        return self
