# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new

if TYPE_CHECKING:
    from ..params import ToolV2FunctionParam

ToolV2FunctionParameters = dict[str, Any]
"""The arguments of the function, as a JSON Schema."""


@model
class ToolV2(Model):
    """A tool that the model may ask for.

    Attributes:
        type: Always 'function'.
        function: The function behind the tool.
    """

    type: Literal["function"] = "function"
    """Always 'function'."""
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


@model
class ToolV2Function(Model):
    """The function behind the tool.

    Attributes:
        name: How the model calls the function.
        parameters: The arguments of the function, as a JSON Schema.
        description: What the function does and when to use it.
    """

    name: str
    """How the model calls the function."""
    parameters: dict[str, Any]
    """The arguments of the function, as a JSON Schema."""
    description: str | None = None
    """What the function does and when to use it."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            name: str,
            parameters: Mapping[str, Any],
            description: str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.name = fields.get("name")
        self.parameters = fields.get("parameters")
        self.description = fields.get("description")
        return self
