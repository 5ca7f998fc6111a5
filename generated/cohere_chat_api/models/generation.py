# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .api_meta import ApiMeta
    from .single_generation import SingleGeneration


@model
class Generation(Model):
    """The continuations of a text.

    Attributes:
        id: Identifies the reply.
        generations: The continuations.
        prompt: The text that is continued.
        meta: What the request used, and what the service says about it.
    """

    id: str
    """Identifies the reply."""
    generations: list[SingleGeneration]
    """The continuations."""
    prompt: str | None = None
    """The text that is continued."""
    meta: ApiMeta | None = None
    """What the request used, and what the service says about it."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            id: str,
            generations: list[SingleGeneration],
            prompt: str | None = None,
            meta: ApiMeta | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.id = fields.get("id")
        value = fields.get("generations")
        self.generations = (
            [parsers["SingleGeneration"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        self.prompt = fields.get("prompt")
        value = fields.get("meta")
        self.meta = parsers["ApiMeta"](value) if type(value) is dict else value
        return self
