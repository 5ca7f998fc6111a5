# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class Document(Model):
    """Something that the model may use and cite.

    Attributes:
        data: Names and values, all of which the model sees; or a text, such as that of a JSON object. Short
            texts (under 300 words) work best.
        id: How citations name the document; made up by the service where absent.
    """

    data: str | dict[str, Any]
    """Names and values, all of which the model sees; or a text, such as that of a JSON object. Short texts (under 300
    words) work best."""
    id: str | None = None
    """How citations name the document; made up by the service where absent."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            data: str | Mapping[str, Any],
            id: str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.data = fields.get("data")
        self.id = fields.get("id")
        return self
