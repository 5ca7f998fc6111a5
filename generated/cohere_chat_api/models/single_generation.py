# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers


@model
class SingleGeneration(Model):
    """A continuation of a text.

    Attributes:
        id: Identifies it.
        text: The continuation itself.
        index: Position among several continuations.
        likelihood: Mean log-likelihood of its tokens.
        token_likelihoods: Log-likelihood of each token, if asked for.
    """

    id: str
    """Identifies it."""
    text: str
    """The continuation itself."""
    index: int | None = None
    """Position among several continuations."""
    likelihood: float | None = None
    """Mean log-likelihood of its tokens."""
    token_likelihoods: list[SingleGenerationTokenLikelihoodsItem] | None = None
    """Log-likelihood of each token, if asked for."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            id: str,
            text: str,
            index: int | None = None,
            likelihood: float | None = None,
            token_likelihoods: list[SingleGenerationTokenLikelihoodsItem] | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.id = fields.get("id")
        self.text = fields.get("text")
        self.index = fields.get("index")
        self.likelihood = fields.get("likelihood")
        value = fields.get("token_likelihoods")
        self.token_likelihoods = (
            [parsers["SingleGenerationTokenLikelihoodsItem"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        return self


@model
class SingleGenerationTokenLikelihoodsItem(Model):
    """How likely a token is.

    Attributes:
        token: The token.
        likelihood: Its log-likelihood.
    """

    token: str
    """The token."""
    likelihood: float
    """Its log-likelihood."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            token: str,
            likelihood: float,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.token = fields.get("token")
        self.likelihood = fields.get("likelihood")
        return self
