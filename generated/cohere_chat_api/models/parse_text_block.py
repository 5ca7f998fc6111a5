# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class ParseTextBlock(Model):
    """A text on a page.

    Attributes:
        content: The text.
    """

    content: str
    """The text."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            content: str,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.content = fields.get("content")
        return self
