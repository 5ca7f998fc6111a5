# Made by `make generate` from ../_async/conversation.py. Do not edit.
"""Conversations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .._history import BaseConversation
from .run import ToolRun, ToolRunStream

if TYPE_CHECKING:
    from cohere_chat.types import ContentParam, V2ChatResponse


class Conversation(BaseConversation):
    """A conversation that remembers its turns.

    A turn that fails, or a stream that is not read to its end, leaves no trace. Make one turn at a time.

    Both methods raise what a ToolRun raises.
    """

    _run = ToolRun

    def say(self, content: str | Sequence[ContentParam]) -> V2ChatResponse:
        """Send a message and return the reply, after any tool calls.

        Args:
            content: A text, or a list of texts and images.
        """
        return self._turn(ToolRun, content).finish()

    def stream(self, content: str | Sequence[ContentParam]) -> ToolRunStream:
        """Send a message and return the reply as a stream: iterate over its events, or over `text_stream`.

        Args:
            content: A text, or a list of texts and images.
        """
        return self._turn(ToolRunStream, content)
