# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .create_connector_o_auth import CreateConnectorOAuth
    from .create_connector_service_auth import CreateConnectorServiceAuth


@model
class CreateConnectorRequest(Model):
    """Body of a request to register a connector.

    Attributes:
        name: Name of the connector, for people.
        url: Where it is asked for documents.
        description: What it finds.
        excludes: Fields of its documents that the model does not see.
        oauth: How users authorize a connector by OAuth 2.0; not together with `service_auth`.
        active: Whether it may be used.
        continue_on_failure: Whether a chat goes on when it fails.
        service_auth: How the service authorizes itself to a connector by a token; not together with `oauth`.
    """

    name: str
    """Name of the connector, for people."""
    url: str
    """Where it is asked for documents."""
    description: str | None = None
    """What it finds."""
    excludes: list[str] | None = None
    """Fields of its documents that the model does not see."""
    oauth: CreateConnectorOAuth | None = None
    """How users authorize a connector by OAuth 2.0; not together with `service_auth`."""
    active: bool | None = None
    """Whether it may be used."""
    continue_on_failure: bool | None = None
    """Whether a chat goes on when it fails."""
    service_auth: CreateConnectorServiceAuth | None = None
    """How the service authorizes itself to a connector by a token; not together with `oauth`."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            name: str,
            url: str,
            description: str | None = None,
            excludes: list[str] | None = None,
            oauth: CreateConnectorOAuth | None = None,
            active: bool | None = None,
            continue_on_failure: bool | None = None,
            service_auth: CreateConnectorServiceAuth | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.name = fields.get("name")
        self.url = fields.get("url")
        self.description = fields.get("description")
        self.excludes = fields.get("excludes")
        value = fields.get("oauth")
        self.oauth = parsers["CreateConnectorOAuth"](value) if type(value) is dict else value
        self.active = fields.get("active")
        self.continue_on_failure = fields.get("continue_on_failure")
        value = fields.get("service_auth")
        self.service_auth = parsers["CreateConnectorServiceAuth"](value) if type(value) is dict else value
        return self
