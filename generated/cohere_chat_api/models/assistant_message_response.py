# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, Tagged, model, new, parsers

if TYPE_CHECKING:
    from .citation import Citation
    from .text_content import TextContent
    from .thinking_content import ThinkingContent
    from .tool_call_v2 import ToolCallV2

_CONTENT = Tagged("type", {"text": "TextContent", "thinking": "ThinkingContent"})


@model
class AssistantMessageResponse(Model):
    """The message that the model wrote.

    Attributes:
        role: Always 'assistant'.
        tool_calls: The tool calls that the model asks for.
        tool_plan: What the model means to do with the tools.
        content: Texts and thoughts.
        citations: Which parts of the content rest on which sources.
    """

    role: Literal["assistant"] = "assistant"
    """Always 'assistant'."""
    tool_calls: list[ToolCallV2] | None = None
    """The tool calls that the model asks for."""
    tool_plan: str | None = None
    """What the model means to do with the tools."""
    content: list[TextContent | ThinkingContent] | None = None
    """Texts and thoughts."""
    citations: list[Citation] | None = None
    """Which parts of the content rest on which sources."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            role: Literal["assistant"] = "assistant",
            tool_calls: list[ToolCallV2] | None = None,
            tool_plan: str | None = None,
            content: list[TextContent | ThinkingContent] | None = None,
            citations: list[Citation] | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.role = fields.get("role")
        value = fields.get("tool_calls")
        self.tool_calls = (
            [parsers["ToolCallV2"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        self.tool_plan = fields.get("tool_plan")
        value = fields.get("content")
        self.content = (
            [_CONTENT.parse(item) if type(item) is dict else item for item in value] if type(value) is list else value
        )
        value = fields.get("citations")
        self.citations = (
            [parsers["Citation"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        return self
