# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class DatasetsGetUsageResponse(Model):
    """How much storage is used.

    Attributes:
        organization_usage: Bytes that the organization uses.
    """

    organization_usage: int | None = None
    """Bytes that the organization uses."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            organization_usage: int | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.organization_usage = fields.get("organization_usage")
        return self
