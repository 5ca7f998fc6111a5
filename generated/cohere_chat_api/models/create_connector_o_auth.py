# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class CreateConnectorOAuth(Model):
    """How users authorize a connector by OAuth 2.0; not together with `service_auth`.

    Attributes:
        client_id: The client's id; kept encrypted.
        client_secret: The client's secret; kept encrypted, and no reply has it.
        authorize_url: Where users authorize.
        token_url: Where tokens come from.
        scope: The scopes to ask for.
    """

    client_id: str | None = None
    """The client's id; kept encrypted."""
    client_secret: str | None = None
    """The client's secret; kept encrypted, and no reply has it."""
    authorize_url: str | None = None
    """Where users authorize."""
    token_url: str | None = None
    """Where tokens come from."""
    scope: str | None = None
    """The scopes to ask for."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            client_id: str | None = None,
            client_secret: str | None = None,
            authorize_url: str | None = None,
            token_url: str | None = None,
            scope: str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.client_id = fields.get("client_id")
        self.client_secret = fields.get("client_secret")
        self.authorize_url = fields.get("authorize_url")
        self.token_url = fields.get("token_url")
        self.scope = fields.get("scope")
        return self
