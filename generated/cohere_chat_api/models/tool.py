# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from ..params import ToolParameterDefinitionsValueParam
    from .tool_parameter_definitions_value import ToolParameterDefinitionsValue

ToolParameterDefinitions = dict[str, Any]
"""The arguments of the function by their names, which are made as its own."""


@model
class Tool(Model):
    """A function that the model may ask for.

    Attributes:
        name: How the model calls the function; letters, digits and `_`, but no digit at the beginning.
        description: What the function does and when to use it.
        parameter_definitions: The arguments of the function by their names, which are made as its own.
    """

    name: str
    """How the model calls the function; letters, digits and `_`, but no digit at the beginning."""
    description: str
    """What the function does and when to use it."""
    parameter_definitions: dict[str, ToolParameterDefinitionsValue] | None = None
    """The arguments of the function by their names, which are made as its own."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            name: str,
            description: str,
            parameter_definitions: Mapping[str, ToolParameterDefinitionsValueParam | ToolParameterDefinitionsValue]
            | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.name = fields.get("name")
        self.description = fields.get("description")
        value = fields.get("parameter_definitions")
        self.parameter_definitions = (
            {
                key: parsers["ToolParameterDefinitionsValue"](item) if type(item) is dict else item
                for key, item in value.items()
            }
            if type(value) is dict
            else value
        )
        return self
