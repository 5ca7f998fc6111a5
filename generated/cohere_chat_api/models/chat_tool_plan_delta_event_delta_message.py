# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class ChatToolPlanDeltaEventDeltaMessage(Model):
    """See the class whose name this one begins with."""

    tool_plan: str | None = None
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
