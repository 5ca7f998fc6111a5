# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new

JsonObjectResponseFormatSchema = dict[str, Any]
"""The JSON Schema that the object fits; without it the object is up to 5 levels deep."""


@model
class JsonObjectResponseFormat(Model):
    """A JSON object. Ask for JSON in the message as well, or the model may write blanks without end.

    Attributes:
        type: Always 'json_object'.
        schema: The JSON Schema that the object fits; without it the object is up to 5 levels deep.
    """

    type: Literal["json_object"] = "json_object"
    """Always 'json_object'."""
    schema: dict[str, Any] | None = None
    """The JSON Schema that the object fits; without it the object is up to 5 levels deep."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: Literal["json_object"] = "json_object",
            schema: Mapping[str, Any] | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        self.schema = fields.get("schema")
        return self
