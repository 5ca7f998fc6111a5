# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, parsers

if TYPE_CHECKING:
    from .citation_start_event_delta_message import CitationStartEventDeltaMessage


@model
class CitationStartEventDelta(Model):
    """See the class whose name this one begins with."""

    message: CitationStartEventDeltaMessage | None = None
    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            message: CitationStartEventDeltaMessage | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("message")
        self.message = parsers["CitationStartEventDeltaMessage"](value) if type(value) is dict else value
        return self
