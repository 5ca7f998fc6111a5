# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class WandbConfig(Model):
    """Where Weights & Biases records the training; for chat only.

    Attributes:
        project: The project there.
        api_key: The API key there.
        entity: The entity there.
    """

    project: str
    """The project there."""
    api_key: str
    """The API key there."""
    entity: str | None = None
    """The entity there."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            project: str,
            api_key: str,
            entity: str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.project = fields.get("project")
        self.api_key = fields.get("api_key")
        self.entity = fields.get("entity")
        return self
