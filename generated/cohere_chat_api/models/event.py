# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, read_time

if TYPE_CHECKING:
    from datetime import datetime

    from .status import Status


@model
class Event(Model):
    """A change of the status of a fine-tuned model.

    Attributes:
        user_id: Whose doing it is; absent or empty for the service's own.
        status: How far a fine-tuned model is; STATUS_DEPLOYING_API is deprecated.
        created_at: When it happened.
    """

    user_id: str | None = None
    """Whose doing it is; absent or empty for the service's own."""
    status: Status | str | None = None
    """How far a fine-tuned model is; STATUS_DEPLOYING_API is deprecated."""
    created_at: datetime | None = None
    """When it happened."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            user_id: str | None = None,
            status: Status | str | None = None,
            created_at: datetime | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.user_id = fields.get("user_id")
        self.status = fields.get("status")
        value = fields.get("created_at")
        self.created_at = read_time(value) if type(value) is str else value
        return self
