# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .dataset import Dataset


@model
class DatasetsGetResponse(Model):
    """A dataset.

    Attributes:
        dataset: A file that was uploaded, or that a job has written.
    """

    dataset: Dataset
    """A file that was uploaded, or that a job has written."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            dataset: Dataset,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("dataset")
        self.dataset = parsers["Dataset"](value) if type(value) is dict else value
        return self
