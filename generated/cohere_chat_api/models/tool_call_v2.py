# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

import attrs

from ..types import Model, model, new, new_id

if TYPE_CHECKING:
    from ..params import ToolCallV2FunctionParam


@model
class ToolCallV2(Model):
    """A call of a tool that the model asks for.

    Attributes:
        id: Ties the tool's result to this call.
        type: Always 'function'.
        function: What to call, and with what.
    """

    id: str = attrs.field(factory=new_id)
    """Ties the tool's result to this call."""
    type: Literal["function"] = "function"
    """Always 'function'."""
    function: ToolCallV2Function | None = None
    """What to call, and with what."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            id: str = ...,
            type: Literal["function"] = "function",
            function: ToolCallV2FunctionParam | ToolCallV2Function | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.id = fields.get("id")
        self.type = fields.get("type")
        value = fields.get("function")
        if type(value) is dict:
            self.function = its_function = new(ToolCallV2Function)
            its_function._raw = value
            fields_of_function: Any = value
            its_function.name = fields_of_function.get("name")
            its_function.arguments = fields_of_function.get("arguments")
        else:
            self.function = value
        return self


@model
class ToolCallV2Function(Model):
    """What to call, and with what.

    Attributes:
        name: Name of the function.
        arguments: The arguments as the text of a JSON object.
    """

    name: str | None = None
    """Name of the function."""
    arguments: str | None = None
    """The arguments as the text of a JSON object."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            name: str | None = None,
            arguments: str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.name = fields.get("name")
        self.arguments = fields.get("arguments")
        return self
