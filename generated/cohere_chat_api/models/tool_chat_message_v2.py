# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, Tagged, model, new

if TYPE_CHECKING:
    from ..params import ToolContentParam
    from .document_content import DocumentContent
    from .text_content import TextContent

_CONTENT = Tagged("type", {"text": "TextContent", "document": "DocumentContent"})


@model
class ToolChatMessageV2(Model):
    """What a tool call gave.

    Attributes:
        role: Always 'tool'.
        tool_call_id: The id of the tool call that is answered.
        content: The result as text (a JSON object, as a rule), or a list of texts and documents.
    """

    role: Literal["tool"] = "tool"
    """Always 'tool'."""
    tool_call_id: str
    """The id of the tool call that is answered."""
    content: str | list[TextContent | DocumentContent]
    """The result as text (a JSON object, as a rule), or a list of texts and documents."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            role: Literal["tool"] = "tool",
            tool_call_id: str,
            content: str | Sequence[ToolContentParam],
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.role = fields.get("role")
        self.tool_call_id = fields.get("tool_call_id")
        value = fields.get("content")
        self.content = (
            [_CONTENT.parse(item) if type(item) is dict else item for item in value] if type(value) is list else value
        )
        return self
