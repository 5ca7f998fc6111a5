# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .dataset import Dataset


@model
class DatasetsListResponse(Model):
    """A page of datasets.

    Attributes:
        datasets: The datasets.
    """

    datasets: list[Dataset] | None = None
    """The datasets."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            datasets: list[Dataset] | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("datasets")
        self.datasets = (
            [parsers["Dataset"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        return self
