# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new

JsonObjectResponseFormatV2JsonSchema = dict[str, Any]
"""The JSON Schema that the object fits; without it the object is up to 5 levels deep."""


@model
class JsonObjectResponseFormatV2(Model):
    """A JSON object. Ask for JSON in a message as well, or the model may write blanks without end. Not together with
    `documents` or `tools`.

    Attributes:
        type: Always 'json_object'.
        json_schema: The JSON Schema that the object fits; without it the object is up to 5 levels deep.
    """

    type: Literal["json_object"] = "json_object"
    """Always 'json_object'."""
    json_schema: dict[str, Any] | None = None
    """The JSON Schema that the object fits; without it the object is up to 5 levels deep."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: Literal["json_object"] = "json_object",
            json_schema: Mapping[str, Any] | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        self.json_schema = fields.get("json_schema")
        return self
