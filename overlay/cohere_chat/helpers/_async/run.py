"""Runs of tools."""

from __future__ import annotations

import inspect
from collections import deque
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any, Self

from cohere_chat.errors import StreamInterruptedError

from .._calls import async_make_calls
from .._runs import BaseRun, ToolResult, ToolStep, text_of

if TYPE_CHECKING:
    from cohere_chat import AsyncChatStream
    from cohere_chat.types import V2ChatResponse, V2ChatStreamResponse


class _Run(BaseRun):
    _may_be_async = inspect.iscoroutinefunction(async_make_calls)

    if TYPE_CHECKING:

        async def __anext__(self) -> Any: ...

    def __aiter__(self) -> Self:
        return self

    async def finish(self) -> V2ChatResponse:
        """Run to the end and return the model's answer."""
        async for _ in self:
            pass
        return self.reply

    async def _perform(self) -> list[ToolResult]:
        """Make the calls that are due."""
        step, calls = self._due()
        limits = self._max_parallel_calls, self._tool_timeout
        return self._record(step, await async_make_calls(calls, *limits, self._watch))


class AsyncToolRun(_Run):
    """A run of tools: requests, and calls of functions, until the model answers.

    Iterate over it to see each turn's calls before they are made, or call finish(). Nothing is sent before that. If you
    continue after an error, `messages` are sent again.

    Both raise what chat() raises, and:
        ToolRunError: A function raised, two calls have the same id, the reply was cut, or the arguments of calls were
            wrong in two turns; TurnLimitError: after max_turns requests the model still asks for calls.
    """

    async def __anext__(self) -> ToolStep:
        if self._step is not None:
            await self._perform()
        if self.is_finished:
            raise StopAsyncIteration
        step = self._take(await self._client.chat(**self._request()))
        if step is None:
            raise StopAsyncIteration
        return step


class AsyncToolRunStream(_Run):
    """A run of tools whose replies are streamed.

    Iterate over it for the events of all turns, with a ToolStep before the calls of a turn are made and a ToolResult
    for each call after that. Or iterate over `text_stream`, or call finish(). It raises what a ChatStream and a ToolRun
    raise.
    """

    _stream: AsyncChatStream | None = None
    _given: deque[ToolResult] | None = None
    _is_closed = False

    async def __anext__(self) -> V2ChatStreamResponse | ToolStep | ToolResult:
        if self._is_closed and self._stream is None and not self.is_finished:
            raise StreamInterruptedError("the stream is closed")
        if self._step is not None:
            self._given = deque(await self._perform())
        if self._given:
            return self._given.popleft()
        if self.is_finished:
            raise StopAsyncIteration
        stream = self._stream = self._stream or self._client.chat_stream(**self._request())
        try:
            return await anext(stream)
        except StopAsyncIteration:
            self._stream = None
        step = self._take(await stream.final_response())
        if step is None:
            raise StopAsyncIteration
        return step

    @property
    async def text_stream(self) -> AsyncIterator[str]:
        """The texts of all replies, piece by piece as they arrive, without thoughts and tool plans."""
        async for event in self:
            if text := text_of(event):
                yield text

    async def aclose(self) -> None:
        """Give the connection back; the calls of a step that are not made yet will not be made.

        Reading on raises StreamInterruptedError, unless the run is finished.
        """
        self._is_closed = True
        if self._stream is not None:
            await self._stream.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()
