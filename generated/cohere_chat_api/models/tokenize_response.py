# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .api_meta import ApiMeta


@model
class TokenizeResponse(Model):
    """The tokens of a text.

    Attributes:
        tokens: The tokens.
        token_strings: The piece of text that each token stands for.
        meta: What the request used, and what the service says about it.
    """

    tokens: list[int]
    """The tokens."""
    token_strings: list[str]
    """The piece of text that each token stands for."""
    meta: ApiMeta | None = None
    """What the request used, and what the service says about it."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            tokens: list[int],
            token_strings: list[str],
            meta: ApiMeta | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.tokens = fields.get("tokens")
        self.token_strings = fields.get("token_strings")
        value = fields.get("meta")
        self.meta = parsers["ApiMeta"](value) if type(value) is dict else value
        return self
