# Made by `make generate` from ../_async/run.py. Do not edit.
"""Runs of tools."""

from __future__ import annotations

import inspect
from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Self

from cohere_chat.errors import StreamInterruptedError

from .._calls import make_calls
from .._runs import BaseRun, ToolResult, ToolStep, text_of

if TYPE_CHECKING:
    from cohere_chat import ChatStream
    from cohere_chat.types import V2ChatResponse, V2ChatStreamResponse


class _Run(BaseRun):
    _may_be_async = inspect.iscoroutinefunction(make_calls)

    if TYPE_CHECKING:

        def __next__(self) -> Any: ...

    def __iter__(self) -> Self:
        return self

    def finish(self) -> V2ChatResponse:
        """Run to the end and return the model's answer."""
        for _ in self:
            pass
        return self.reply

    def _perform(self) -> list[ToolResult]:
        """Make the calls that are due."""
        step, calls = self._due()
        limits = self._max_parallel_calls, self._tool_timeout
        return self._record(step, make_calls(calls, *limits, self._watch))


class ToolRun(_Run):
    """A run of tools: requests, and calls of functions, until the model answers.

    Iterate over it to see each turn's calls before they are made, or call finish(). Nothing is sent before that. If you
    continue after an error, `messages` are sent again.

    Both raise what chat() raises, and:
        ToolRunError: A function raised, two calls have the same id, the reply was cut, or the arguments of calls were
            wrong in two turns; TurnLimitError: after max_turns requests the model still asks for calls.
    """

    def __next__(self) -> ToolStep:
        if self._step is not None:
            self._perform()
        if self.is_finished:
            raise StopIteration
        step = self._take(self._client.chat(**self._request()))
        if step is None:
            raise StopIteration
        return step


class ToolRunStream(_Run):
    """A run of tools whose replies are streamed.

    Iterate over it for the events of all turns, with a ToolStep before the calls of a turn are made and a ToolResult
    for each call after that. Or iterate over `text_stream`, or call finish(). It raises what a ChatStream and a ToolRun
    raise.
    """

    _stream: ChatStream | None = None
    _given: deque[ToolResult] | None = None
    _is_closed = False

    def __next__(self) -> V2ChatStreamResponse | ToolStep | ToolResult:
        if self._is_closed and self._stream is None and not self.is_finished:
            raise StreamInterruptedError("the stream is closed")
        if self._step is not None:
            self._given = deque(self._perform())
        if self._given:
            return self._given.popleft()
        if self.is_finished:
            raise StopIteration
        stream = self._stream = self._stream or self._client.chat_stream(**self._request())
        try:
            return next(stream)
        except StopIteration:
            self._stream = None
        step = self._take(stream.final_response())
        if step is None:
            raise StopIteration
        return step

    @property
    def text_stream(self) -> Iterator[str]:
        """The texts of all replies, piece by piece as they arrive, without thoughts and tool plans."""
        for event in self:
            if text := text_of(event):
                yield text

    def close(self) -> None:
        """Give the connection back; the calls of a step that are not made yet will not be made.

        Reading on raises StreamInterruptedError, unless the run is finished.
        """
        self._is_closed = True
        if self._stream is not None:
            self._stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
