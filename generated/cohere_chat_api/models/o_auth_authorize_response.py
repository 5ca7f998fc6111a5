# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class OAuthAuthorizeResponse(Model):
    """Where a user authorizes a connector.

    Attributes:
        redirect_url: The address to send the user to.
    """

    redirect_url: str | None = None
    """The address to send the user to."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            redirect_url: str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.redirect_url = fields.get("redirect_url")
        return self
