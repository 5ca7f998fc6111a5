# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class ParseInfo(Model):
    """How the file was read.

    Attributes:
        separator: What stands between entries.
        delimiter: What stands between the values in a row.
    """

    separator: str | None = None
    """What stands between entries."""
    delimiter: str | None = None
    """What stands between the values in a row."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            separator: str | None = None,
            delimiter: str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.separator = fields.get("separator")
        self.delimiter = fields.get("delimiter")
        return self
