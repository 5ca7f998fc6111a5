# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class DatasetPart(Model):
    """A file of a dataset.

    Attributes:
        id: Id of the file.
        name: Its name.
        url: Where to download it.
        index: Its position among the files.
        size_bytes: Its size in bytes.
        num_rows: How many rows it has.
        original_url: Where to download it as it was uploaded.
        samples: Its first rows.
    """

    id: str
    """Id of the file."""
    name: str
    """Its name."""
    url: str | None = None
    """Where to download it."""
    index: int | None = None
    """Its position among the files."""
    size_bytes: int | None = None
    """Its size in bytes."""
    num_rows: int | None = None
    """How many rows it has."""
    original_url: str | None = None
    """Where to download it as it was uploaded."""
    samples: list[str] | None = None
    """Its first rows."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            id: str,
            name: str,
            url: str | None = None,
            index: int | None = None,
            size_bytes: int | None = None,
            num_rows: int | None = None,
            original_url: str | None = None,
            samples: list[str] | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.id = fields.get("id")
        self.name = fields.get("name")
        self.url = fields.get("url")
        self.index = fields.get("index")
        self.size_bytes = fields.get("size_bytes")
        self.num_rows = fields.get("num_rows")
        self.original_url = fields.get("original_url")
        self.samples = fields.get("samples")
        return self
