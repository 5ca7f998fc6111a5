# Made by `make generate` from openapi.yaml. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Getter, Model, model, parsers

if TYPE_CHECKING:
    from .text_content import TextContent


@model
class SystemChatMessageV2(Model):
    """An instruction for the model that ranks above the other messages."""

    role: Literal["system"] = "system"
    content: str | list[TextContent]
    """A text, or a list of texts."""

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self._raw = src_dict
        get: Getter = src_dict.get
        self.role = get("role")
        value = get("content")
        self.content = (
            [parsers["TextContent"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        return self
