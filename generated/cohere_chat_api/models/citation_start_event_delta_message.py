# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .citation import Citation


@model
class CitationStartEventDeltaMessage(Model):
    """See the class whose name this one begins with."""

    citations: Citation | None = None
    """A part of a message and what it rests on."""
    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            citations: Citation | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("citations")
        self.citations = parsers["Citation"](value) if type(value) is dict else value
        return self
