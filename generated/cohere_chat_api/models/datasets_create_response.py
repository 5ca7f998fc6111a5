# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class DatasetsCreateResponse(Model):
    """A new dataset.

    Attributes:
        id: Id of the dataset.
    """

    id: str | None = None
    """Id of the dataset."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            id: str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.id = fields.get("id")
        return self
