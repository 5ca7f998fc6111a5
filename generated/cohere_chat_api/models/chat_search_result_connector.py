# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class ChatSearchResultConnector(Model):
    """The connector that was searched.

    Attributes:
        id: Its id.
    """

    id: str
    """Its id."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            id: str,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.id = fields.get("id")
        return self
