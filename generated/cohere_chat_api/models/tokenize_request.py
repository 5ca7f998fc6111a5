# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class TokenizeRequest(Model):
    """Body of a request to split a text.

    Attributes:
        text: The text.
        model: Name of the model whose tokens they are.
    """

    text: str
    """The text."""
    model: str
    """Name of the model whose tokens they are."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            text: str,
            model: str,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.text = fields.get("text")
        self.model = fields.get("model")
        return self
