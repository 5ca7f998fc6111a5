# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .connector import Connector


@model
class ListConnectorsResponse(Model):
    """A page of connectors.

    Attributes:
        connectors: The connectors.
        total_count: How many there are on all pages.
    """

    connectors: list[Connector]
    """The connectors."""
    total_count: float | None = None
    """How many there are on all pages."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            connectors: list[Connector],
            total_count: float | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("connectors")
        self.connectors = (
            [parsers["Connector"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        self.total_count = fields.get("total_count")
        return self
