# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new, parsers, read_time

if TYPE_CHECKING:
    from datetime import datetime

    from .connector_o_auth import ConnectorOAuth

ConnectorAuthType = Literal["oauth", "service_auth"]
"""How it is authorized."""
ConnectorAuthStatus = Literal["expired", "valid"]
"""Whether the user has authorized it; absent if never."""


@model
class Connector(Model):
    """A service that chat can search.

    Attributes:
        id: Id of the connector, made from its name.
        name: Name of the connector, for people.
        created_at: When it was created.
        updated_at: When it last changed.
        organization_id: The organization that it belongs to.
        description: What it finds.
        url: Where it is asked for documents.
        excludes: Fields of its documents that the model does not see.
        auth_type: How it is authorized.
        oauth: How users authorize a connector by OAuth 2.0.
        auth_status: Whether the user has authorized it; absent if never.
        active: Whether it may be used.
        continue_on_failure: Whether a chat goes on when it fails.
    """

    id: str
    """Id of the connector, made from its name."""
    name: str
    """Name of the connector, for people."""
    created_at: datetime
    """When it was created."""
    updated_at: datetime
    """When it last changed."""
    organization_id: str | None = None
    """The organization that it belongs to."""
    description: str | None = None
    """What it finds."""
    url: str | None = None
    """Where it is asked for documents."""
    excludes: list[str] | None = None
    """Fields of its documents that the model does not see."""
    auth_type: ConnectorAuthType | str | None = None
    """How it is authorized."""
    oauth: ConnectorOAuth | None = None
    """How users authorize a connector by OAuth 2.0."""
    auth_status: ConnectorAuthStatus | str | None = None
    """Whether the user has authorized it; absent if never."""
    active: bool | None = None
    """Whether it may be used."""
    continue_on_failure: bool | None = None
    """Whether a chat goes on when it fails."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            id: str,
            name: str,
            created_at: datetime,
            updated_at: datetime,
            organization_id: str | None = None,
            description: str | None = None,
            url: str | None = None,
            excludes: list[str] | None = None,
            auth_type: ConnectorAuthType | str | None = None,
            oauth: ConnectorOAuth | None = None,
            auth_status: ConnectorAuthStatus | str | None = None,
            active: bool | None = None,
            continue_on_failure: bool | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.id = fields.get("id")
        self.name = fields.get("name")
        value = fields.get("created_at")
        self.created_at = read_time(value) if type(value) is str else value
        value = fields.get("updated_at")
        self.updated_at = read_time(value) if type(value) is str else value
        self.organization_id = fields.get("organization_id")
        self.description = fields.get("description")
        self.url = fields.get("url")
        self.excludes = fields.get("excludes")
        self.auth_type = fields.get("auth_type")
        value = fields.get("oauth")
        self.oauth = parsers["ConnectorOAuth"](value) if type(value) is dict else value
        self.auth_status = fields.get("auth_status")
        self.active = fields.get("active")
        self.continue_on_failure = fields.get("continue_on_failure")
        return self
