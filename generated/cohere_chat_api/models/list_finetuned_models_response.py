# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .finetuned_model import FinetunedModel


@model
class ListFinetunedModelsResponse(Model):
    """A page of fine-tuned models.

    Attributes:
        finetuned_models: The fine-tuned models.
        next_page_token: Where the next page begins; absent or empty on the last one.
        total_size: How many there are on all pages.
    """

    finetuned_models: list[FinetunedModel] | None = None
    """The fine-tuned models."""
    next_page_token: str | None = None
    """Where the next page begins; absent or empty on the last one."""
    total_size: int | None = None
    """How many there are on all pages."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            finetuned_models: list[FinetunedModel] | None = None,
            next_page_token: str | None = None,
            total_size: int | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("finetuned_models")
        self.finetuned_models = (
            [parsers["FinetunedModel"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        self.next_page_token = fields.get("next_page_token")
        self.total_size = fields.get("total_size")
        return self
