# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .get_model_response import GetModelResponse


@model
class ListModelsResponse(Model):
    """A page of models.

    Attributes:
        models: The models.
        next_page_token: Where the next page begins; absent or empty on the last one.
    """

    models: list[GetModelResponse]
    """The models."""
    next_page_token: str | None = None
    """Where the next page begins; absent or empty on the last one."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            models: list[GetModelResponse],
            next_page_token: str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("models")
        self.models = (
            [parsers["GetModelResponse"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        self.next_page_token = fields.get("next_page_token")
        return self
