# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class DatasetsCreateRequest(Model):
    """The files of a new dataset.

    Attributes:
        data: The file to upload.
        eval_data: A file to evaluate with.
    """

    data: Any
    """The file to upload."""
    eval_data: Any | None = None
    """A file to evaluate with."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            data: Any,
            eval_data: Any | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.data = fields.get("data")
        self.eval_data = fields.get("eval_data")
        return self
