# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .parse_table_block import ParseTableBlock


@model
class TableParseBlock(Model):
    """A block that is a table.

    Attributes:
        type: Always 'table'.
        table: A table on a page.
    """

    type: Literal["table"] = "table"
    """Always 'table'."""
    table: ParseTableBlock
    """A table on a page."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: Literal["table"] = "table",
            table: ParseTableBlock,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        value = fields.get("table")
        self.table = parsers["ParseTableBlock"](value) if type(value) is dict else value
        return self
