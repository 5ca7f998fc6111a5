"""The asynchronous stream. _stream.py is its twin: the same text but for async, await and the names."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping
from threading import RLock
from typing import TYPE_CHECKING, Self

import httpx
from cohere_chat_api.api.v2.chat import parse_event

from . import errors
from ._body import FAILURES, async_drain, async_pieces, async_read_page, shielded
from ._connection import end
from ._events import DONE, LAST_EVENT, Received, failure_of, is_event_stream, text_of
from ._json import decode
from ._reply import interrupted, invalid_event, invalid_response, without_key
from ._sse import SSEDecoder

if TYPE_CHECKING:
    from cohere_chat_api.models import V2ChatResponse
    from cohere_chat_api.unions import V2ChatStreamResponse


class AsyncChatStream:
    """The events of a reply while it is written.

    Iterate over it, or over `text_stream`, or call `final_response()`: each reads on where the others left off. The
    first of them sends the request, or entering the stream as a context manager, which also closes it. A stream that
    is left early gives its connection back at the latest when it is garbage collected.

    Reading raises:
        ApiError: The API answered with an error status.
        ApiConnectionError: There was no answer; ApiTimeoutError: not in time.
        InvalidResponseError: The answer is no stream of events.
        InvalidEventError: An event cannot be read, or is too large.
        StreamInterruptedError: The stream ended before its last event; StreamTimeoutError: it stalled.
        GenerationError: From `text_stream` and `final_response()`: the last event says that the reply failed.
    """

    def __init__(self, send: Callable[[], Awaitable[AsyncEventReader]]) -> None:
        self._state = _State(send)
        self._events = _events(self._state)

    def __aiter__(self) -> AsyncIterator[V2ChatStreamResponse]:
        # The generator itself: a loop over it costs less than one over __anext__(). Once it has raised it would seem to
        # end, as generators do, so a later loop gets what goes on to raise.
        return self if self._state.over and not self._state.received.ended else self._events

    async def __anext__(self) -> V2ChatStreamResponse:
        try:
            return await anext(self._events)
        except StopAsyncIteration:
            if self._state.received.ended:
                raise
            # Closed, or failed before: that must not look like the end.
            raise self._state.noted(_closed()) from None

    @property
    async def text_stream(self) -> AsyncIterator[str]:
        """The pieces of the reply's text as they arrive, without the thoughts before it."""
        async for event in self:
            text = text_of(event)
            if text:
                yield text
        self._raise_failure()

    async def final_response(self) -> V2ChatResponse:
        """Read to the end and give the reply, as chat() would have given it."""
        async for _ in self:
            pass
        self._raise_failure()
        return self.snapshot

    @property
    def snapshot(self) -> V2ChatResponse:
        """The reply as far as it has come, also after a failure; what has not come reads as None."""
        return self._state.received.snapshot()

    @property
    def status_code(self) -> int | None:
        """The HTTP status, once the answer has begun."""
        return None if self._state.reader is None else self._state.reader.response.status_code

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the answer, once it has begun; names are matched in any case."""
        return {} if self._state.reader is None else self._state.reader.response.headers

    @property
    def request_id(self) -> str | None:
        """What identifies the request at the API, once the answer has begun."""
        return errors.request_id(self.headers)

    async def aclose(self) -> None:
        """Give the connection back. What has not been read is lost; closing twice does no harm."""
        self._state.closed = True
        if self._state.reader is not None:
            await self._state.reader.aclose()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._state}>"

    def __reduce__(self) -> str:
        raise TypeError(f"{type(self).__name__} cannot be pickled or copied: its connection is here")

    async def __aenter__(self) -> Self:
        await self._state.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    def _raise_failure(self) -> None:
        failure = failure_of(self._state.received.last())
        if failure is not None and self._state.reader is not None:
            raise self._state.noted(errors.GenerationError(without_key(self._state.reader.response, failure)))


class _State:
    """What a stream has in common with the generator of its events.

    Apart from the stream, so that the generator ends, which gives the connection back, when the stream is dropped.
    """

    def __init__(self, send: Callable[[], Awaitable[AsyncEventReader]]) -> None:
        self._send: Callable[[], Awaitable[AsyncEventReader]] | None = send
        self.reader: AsyncEventReader | None = None
        self.received = Received()
        self.closed = False
        # Whether there are no more events, for whatever reason.
        self.over = False

    def __str__(self) -> str:
        if self.closed or self.received.ended:
            return "closed" if self.closed else "ended"
        return "failed" if self.over else "open" if self.reader else "not begun"

    async def open(self) -> AsyncEventReader:
        if self.reader is None:
            # A stream is one call: what failed is not sent again.
            send, self._send = self._send, None
            if send is None or self.closed:
                raise self.noted(_closed())
            try:
                self.reader = await send()
            except errors.StreamError as error:
                self.noted(error)
                raise
            self.received = self.reader.received
            if self.closed:
                await self.reader.aclose()
        return self.reader

    def noted(self, error: errors.StreamError) -> errors.StreamError:
        """An error with the reply so far."""
        error.snapshot = self.received.snapshot()
        return error


async def _events(state: _State) -> AsyncGenerator[V2ChatStreamResponse, None]:
    try:
        reader = await state.open()
        received = reader.received
        keep, datas = received.datas.append, reader.first
        if state.closed:
            raise _closed()
        while True:
            for data in datas:
                try:
                    value = decode(data)
                    event = parse_event(value)
                except ValueError as error:
                    if data == DONE:
                        continue
                    raise invalid_event(reader.response, data, str(error)) from None
                keep(data)
                if value["type"] == LAST_EVENT:
                    received.ended = True
                    yield event
                    await reader.aclose()
                    return
                yield event
                if state.closed:
                    raise _closed()
            datas = await reader.read()
    except errors.StreamError as error:
        if state.closed:
            # What came of that, such as a connection that was cut, is no news.
            raise state.noted(_closed()) from None
        state.noted(error)
        raise
    finally:
        state.over = True
        if state.reader:
            # Nothing is waited for here: a generator may end at any time, even at the end of the interpreter.
            await shielded(state.reader.response.aclose())


class AsyncEventReader:
    """Reads the events of an answer that is a stream of them.

    Attributes:
        response: The answer.
        received: The events that were given.
        first: The data of the first events.
    """

    def __init__(self, response: httpx.Response, max_event_bytes: int) -> None:
        self.response = response
        self.received = Received()
        self.first: list[bytes] = []
        self._decoder = SSEDecoder(max_event_bytes)
        self._pieces = async_pieces(response)
        # Whether a thread or task waits for more, and whether the rest after the last event was looked for.
        self._reading = self._drained = False
        # Signal handlers may come while it is held.
        self._lock = RLock()

    async def read(self) -> list[bytes]:
        """The data of the next events: of those that come together.

        Raises:
            StreamError: There are none.
        """
        datas: list[bytes] = []
        self._reading = True
        try:
            while not datas:
                if self._decoder.too_large:
                    raise invalid_event(self.response, b"", self._decoder.too_large)
                piece = await anext(self._pieces)
                datas = self._decoder.feed(piece)
                self.received.count(piece)
        except StopAsyncIteration:
            raise interrupted(self.response, None, self.received.last()) from None
        except FAILURES as error:
            raise interrupted(self.response, error, self.received.last())  # noqa: B904  # it names its cause
        finally:
            with self._lock:
                self._reading = False
            if not datas:
                await shielded(self.response.aclose())
        return datas

    async def aclose(self) -> None:
        """Give the connection back: whole if the last event was given, after what little may follow it."""
        with self._lock:
            if self._reading:
                # Another thread or task finds its connection ended.
                end(self.response)
            drains = self.received.ended and not (self._reading or self._drained or self.response.is_closed)
            self._drained = self._drained or drains
        try:
            if drains:
                await async_drain(self.response, self._pieces)
        finally:
            await shielded(self.response.aclose())


async def read_events(response: httpx.Response, max_event_bytes: int, deadline: float) -> AsyncEventReader:
    """Read an answer up to its first event.

    Args:
        deadline: Until when to read an answer that is no stream.

    Raises:
        InvalidResponseError, StreamError: There is none.
    """
    if not is_event_stream(response.headers):
        raise invalid_response(response, await async_read_page(response, deadline), "not text/event-stream")
    reader = AsyncEventReader(response, max_event_bytes)
    reader.first = await reader.read()
    return reader


def _closed() -> errors.StreamInterruptedError:
    return errors.StreamInterruptedError("the stream is closed")
