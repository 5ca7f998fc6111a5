# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class ClassifyExample(Model):
    """A text and its class.

    Attributes:
        text: The text.
        label: Its class.
    """

    text: str | None = None
    """The text."""
    label: str | None = None
    """Its class."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            text: str | None = None,
            label: str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.text = fields.get("text")
        self.label = fields.get("label")
        return self
