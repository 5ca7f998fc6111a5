# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .finetuned_model import FinetunedModel


@model
class CreateFinetunedModelResponse(Model):
    """A new fine-tuned model.

    Attributes:
        finetuned_model: A fine-tuned model.
    """

    finetuned_model: FinetunedModel | None = None
    """A fine-tuned model."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            finetuned_model: FinetunedModel | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("finetuned_model")
        self.finetuned_model = parsers["FinetunedModel"](value) if type(value) is dict else value
        return self
