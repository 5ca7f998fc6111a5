# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .connector import Connector


@model
class GetConnectorResponse(Model):
    """A connector.

    Attributes:
        connector: A service that chat can search.
    """

    connector: Connector
    """A service that chat can search."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            connector: Connector,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("connector")
        self.connector = parsers["Connector"](value) if type(value) is dict else value
        return self
