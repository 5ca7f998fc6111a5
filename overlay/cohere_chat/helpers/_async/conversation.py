"""Conversations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .._history import BaseConversation
from .run import AsyncToolRun, AsyncToolRunStream

if TYPE_CHECKING:
    from cohere_chat.types import ContentParam, V2ChatResponse


class AsyncConversation(BaseConversation):
    """A conversation that remembers its turns.

    A turn that fails, or a stream that is not read to its end, leaves no trace. One turn is made at a time.

    Both methods raise what a ToolRun raises.
    """

    _run = AsyncToolRun

    async def say(self, content: str | Sequence[ContentParam]) -> V2ChatResponse:
        """Say something, and give the reply when it is complete and the calls of tools before it are made.

        Args:
            content: A text, or a list of texts and images.
        """
        return await self._turn(AsyncToolRun, content).finish()

    def stream(self, content: str | Sequence[ContentParam]) -> AsyncToolRunStream:
        """Say something, and give the reply while it is written: its events, or `text_stream`.

        Args:
            content: A text, or a list of texts and images.
        """
        return self._turn(AsyncToolRunStream, content)
