# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new

if TYPE_CHECKING:
    from .auth_token_type import AuthTokenType


@model
class CreateConnectorServiceAuth(Model):
    """How the service authorizes itself to a connector by a token; not together with `oauth`.

    Attributes:
        type: What stands before the token in the header Authorization.
        token: The token; kept encrypted, and no reply has it.
    """

    type: AuthTokenType | str
    """What stands before the token in the header Authorization."""
    token: str
    """The token; kept encrypted, and no reply has it."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: AuthTokenType,
            token: str,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        self.token = fields.get("token")
        return self
