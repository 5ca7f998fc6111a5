# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from ..params import ToolCallParam
    from .tool_call import ToolCall


@model
class UserMessage(Model):
    """What the user said.

    Attributes:
        role: Always 'USER'.
        message: The text.
        tool_calls: The functions that the model asked for.
    """

    role: Literal["USER"] = "USER"
    """Always 'USER'."""
    message: str
    """The text."""
    tool_calls: list[ToolCall] | None = None
    """The functions that the model asked for."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            role: Literal["USER"] = "USER",
            message: str,
            tool_calls: Sequence[ToolCallParam | ToolCall] | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.role = fields.get("role")
        self.message = fields.get("message")
        value = fields.get("tool_calls")
        self.tool_calls = (
            [parsers["ToolCall"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        return self
