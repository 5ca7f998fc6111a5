# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new
from .tool_v2_function import ToolV2Function

if TYPE_CHECKING:
    from ..params import ToolV2FunctionParam


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
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        value = fields.get("function")
        if type(value) is dict:
            self.function = its_function = new(ToolV2Function)
            its_function._raw = value
            fields_of_function: Any = value
            its_function.name = fields_of_function.get("name")
            its_function.parameters = fields_of_function.get("parameters")
            its_function.description = fields_of_function.get("description")
        else:
            self.function = value
        return self
