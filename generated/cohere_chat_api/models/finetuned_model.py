# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers, read_time

if TYPE_CHECKING:
    from datetime import datetime

    from ..params import SettingsParam
    from .settings import Settings
    from .status import Status


@model
class FinetunedModel(Model):
    """A fine-tuned model.

    Attributes:
        name: Its name.
        settings: What a model is trained from, on and how.
        id: Id of the fine-tuned model.
        creator_id: Who created it.
        organization_id: The organization that it belongs to.
        status: How far a fine-tuned model is; STATUS_DEPLOYING_API is deprecated.
        created_at: When it was created.
        updated_at: When it last changed.
        completed_at: When its training was complete.
        last_used: Deprecated. When it was last used.
    """

    name: str
    """Its name."""
    settings: Settings
    """What a model is trained from, on and how."""
    id: str | None = None
    """Id of the fine-tuned model."""
    creator_id: str | None = None
    """Who created it."""
    organization_id: str | None = None
    """The organization that it belongs to."""
    status: Status | str | None = None
    """How far a fine-tuned model is; STATUS_DEPLOYING_API is deprecated."""
    created_at: datetime | None = None
    """When it was created."""
    updated_at: datetime | None = None
    """When it last changed."""
    completed_at: datetime | None = None
    """When its training was complete."""
    last_used: datetime | None = None
    """Deprecated. When it was last used."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            name: str,
            settings: SettingsParam | Settings,
            id: str | None = None,
            creator_id: str | None = None,
            organization_id: str | None = None,
            status: Status | None = None,
            created_at: datetime | str | None = None,
            updated_at: datetime | str | None = None,
            completed_at: datetime | str | None = None,
            last_used: datetime | str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.name = fields.get("name")
        value = fields.get("settings")
        self.settings = parsers["Settings"](value) if type(value) is dict else value
        self.id = fields.get("id")
        self.creator_id = fields.get("creator_id")
        self.organization_id = fields.get("organization_id")
        self.status = fields.get("status")
        value = fields.get("created_at")
        self.created_at = read_time(value) if type(value) is str else value
        value = fields.get("updated_at")
        self.updated_at = read_time(value) if type(value) is str else value
        value = fields.get("completed_at")
        self.completed_at = read_time(value) if type(value) is str else value
        value = fields.get("last_used")
        self.last_used = read_time(value) if type(value) is str else value
        return self
