# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, parsers

if TYPE_CHECKING:
    from ..params import ToolV2FunctionParam
    from .tool_v2_function import ToolV2Function


@model
class ToolV2(Model):
    """A tool that the model may ask for."""

    type: Literal["function"] = "function"
    function: ToolV2Function | None = None
    """The function behind the tool."""
    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: Literal["function"] = "function",
            function: ToolV2FunctionParam | ToolV2Function | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        value = fields.get("function")
        self.function = parsers["ToolV2Function"](value) if type(value) is dict else value
        return self
