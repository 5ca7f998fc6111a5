# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .batch import Batch


@model
class ListBatchesResponse(Model):
    """A page of batches.

    Attributes:
        batches: The batches.
        next_page_token: Where the next page begins; absent or empty on the last one.
    """

    batches: list[Batch] | None = None
    """The batches."""
    next_page_token: str | None = None
    """Where the next page begins; absent or empty on the last one."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            batches: list[Batch] | None = None,
            next_page_token: str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("batches")
        self.batches = (
            [parsers["Batch"](item) if type(item) is dict else item for item in value] if type(value) is list else value
        )
        self.next_page_token = fields.get("next_page_token")
        return self
