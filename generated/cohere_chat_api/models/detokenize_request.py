# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class DetokenizeRequest(Model):
    """Body of a request to put tokens together.

    Attributes:
        tokens: The tokens.
        model: Name of the model whose tokens they are.
    """

    tokens: list[int]
    """The tokens."""
    model: str
    """Name of the model whose tokens they are."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            tokens: list[int],
            model: str,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.tokens = fields.get("tokens")
        self.model = fields.get("model")
        return self
