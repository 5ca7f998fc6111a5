# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .event import Event


@model
class ListEventsResponse(Model):
    """A page of events.

    Attributes:
        events: The events.
        next_page_token: Where the next page begins; absent or empty on the last one.
        total_size: How many there are on all pages.
    """

    events: list[Event] | None = None
    """The events."""
    next_page_token: str | None = None
    """Where the next page begins; absent or empty on the last one."""
    total_size: int | None = None
    """How many there are on all pages."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            events: list[Event] | None = None,
            next_page_token: str | None = None,
            total_size: int | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("events")
        self.events = (
            [parsers["Event"](item) if type(item) is dict else item for item in value] if type(value) is list else value
        )
        self.next_page_token = fields.get("next_page_token")
        self.total_size = fields.get("total_size")
        return self
