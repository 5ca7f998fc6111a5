# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class CheckApiKeyResponse(Model):
    """Whether an API key is valid, and whose it is.

    Attributes:
        valid: Whether it is valid and active.
        organization_id: The organization that it belongs to.
        owner_id: Who owns it.
    """

    valid: bool
    """Whether it is valid and active."""
    organization_id: str | None = None
    """The organization that it belongs to."""
    owner_id: str | None = None
    """Who owns it."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            valid: bool,
            organization_id: str | None = None,
            owner_id: str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.valid = fields.get("valid")
        self.organization_id = fields.get("organization_id")
        self.owner_id = fields.get("owner_id")
        return self
