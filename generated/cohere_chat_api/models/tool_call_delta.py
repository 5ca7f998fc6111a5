# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class ToolCallDelta(Model):
    """A piece of a call of a function.

    Attributes:
        name: Name of the function.
        index: Position of the call among the calls.
        parameters: A piece of the arguments, which are the text of a JSON object.
        text: A piece of what the model plans.
    """

    name: str | None = None
    """Name of the function."""
    index: float | None = None
    """Position of the call among the calls."""
    parameters: str | None = None
    """A piece of the arguments, which are the text of a JSON object."""
    text: str | None = None
    """A piece of what the model plans."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            name: str | None = None,
            index: float | None = None,
            parameters: str | None = None,
            text: str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.name = fields.get("name")
        self.index = fields.get("index")
        self.parameters = fields.get("parameters")
        self.text = fields.get("text")
        return self
