# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from ..params import ToolCallParam
    from .tool_call import ToolCall

ToolResultOutputsItem = dict[str, Any]


@model
class ToolResult(Model):
    """What a function gave.

    Attributes:
        call: A call of a function that the model asks for.
        outputs: The result, as a list of objects.
    """

    call: ToolCall
    """A call of a function that the model asks for."""
    outputs: list[dict[str, Any]]
    """The result, as a list of objects."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            call: ToolCallParam | ToolCall,
            outputs: Sequence[Mapping[str, Any]],
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("call")
        self.call = parsers["ToolCall"](value) if type(value) is dict else value
        self.outputs = fields.get("outputs")
        return self
