# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new

if TYPE_CHECKING:
    from .base_type import BaseType
    from .strategy import Strategy


@model
class BaseModel(Model):
    """The model to begin with.

    Attributes:
        base_type: What a model is for; BASE_TYPE_GENERATIVE is deprecated.
        name: Its name.
        version: Its version.
        strategy: Deprecated. Where a model is served, on processors of its own (VANILLA) or on shared ones
            (TFEW).
    """

    base_type: BaseType | str
    """What a model is for; BASE_TYPE_GENERATIVE is deprecated."""
    name: str | None = None
    """Its name."""
    version: str | None = None
    """Its version."""
    strategy: Strategy | str | None = None
    """Deprecated. Where a model is served, on processors of its own (VANILLA) or on shared ones (TFEW)."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            base_type: BaseType,
            name: str | None = None,
            version: str | None = None,
            strategy: Strategy | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.base_type = fields.get("base_type")
        self.name = fields.get("name")
        self.version = fields.get("version")
        self.strategy = fields.get("strategy")
        return self
