# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class ErrorBody(Model):
    """What an error answer says.

    Attributes:
        message: What went wrong.
        id: Identifies the request, for support.
    """

    message: str | None = None
    """What went wrong."""
    id: str | None = None
    """Identifies the request, for support."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            message: str | None = None,
            id: str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.message = fields.get("message")
        self.id = fields.get("id")
        return self
