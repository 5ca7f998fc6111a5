# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from ..params import TextContentParam
    from .text_content import TextContent


@model
class SystemChatMessageV2(Model):
    """An instruction for the model that ranks above the other messages.

    Attributes:
        role: Always 'system'.
        content: A text, or a list of texts.
    """

    role: Literal["system"] = "system"
    """Always 'system'."""
    content: str | list[TextContent]
    """A text, or a list of texts."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            role: Literal["system"] = "system",
            content: str | Sequence[TextContentParam | TextContent],
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.role = fields.get("role")
        value = fields.get("content")
        self.content = (
            [parsers["TextContent"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        return self
