"""The asynchronous stream. _stream.py is its twin: the same text but for async, await and the names."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Self

import httpx
from cohere_chat_api.api.v2.chat import parse_event

from . import errors
from ._body import FAILURES, async_drain, async_pieces, async_read_page
from ._connection import end
from ._events import DONE, LAST_EVENT, Received, failure_of, is_event_stream, text_of
from ._json import decode
from ._reply import interrupted, invalid_event, invalid_response, without_key
from ._sse import SSEDecoder

if TYPE_CHECKING:
    from types import TracebackType

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

    def __init__(self, begin: Callable[[], Awaitable[AsyncBegun]]) -> None:
        self._state = _State(begin)
        self._events = _events(self._state)

    def __aiter__(self) -> AsyncIterator[V2ChatStreamResponse]:
        # The generator itself, whose loop costs less than one over __anext__(); after a failure it would seem to end.
        return self if self._state.over and not self._state.received.ended else self._events

    async def __anext__(self) -> V2ChatStreamResponse:
        try:
            return await anext(self._events)
        except StopAsyncIteration:
            if self._state.received.ended:
                raise
            # Closed, or failed before: that must not look like the end.
            raise self._state.failure(_closed()) from None

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
        return None if self._state.begun is None else self._state.begun.response.status_code

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the answer, once it has begun; names are matched in any case."""
        return {} if self._state.begun is None else self._state.begun.response.headers

    @property
    def request_id(self) -> str | None:
        """What identifies the request at the API, once the answer has begun."""
        return errors.request_id(self.headers)

    async def aclose(self) -> None:
        """Give the connection back. What has not been read is lost; closing twice does no harm."""
        self._state.closed = True
        if self._state.begun is not None:
            await self._state.begun.aclose()

    def __repr__(self) -> str:
        state = self._state
        what = "closed" if state.closed else "ended" if state.received.ended else "open" if state.begun else "not begun"
        return f"<{type(self).__name__} {what}>"

    def __reduce__(self) -> str:
        raise TypeError(f"{type(self).__name__} cannot be pickled or copied: its connection is here")

    async def __aenter__(self) -> Self:
        await self._state.open()
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    def _raise_failure(self) -> None:
        failure = failure_of(self.snapshot)
        if failure is not None and self._state.begun is not None:
            error = errors.GenerationError(without_key(self._state.begun.response, failure))
            raise self._state.failure(error)


class _State:
    """What a stream has in common with the generator of its events.

    Apart from the stream, so that the generator ends, which gives the connection back, when the stream is dropped.
    """

    def __init__(self, begin: Callable[[], Awaitable[AsyncBegun]]) -> None:
        self._begin: Callable[[], Awaitable[AsyncBegun]] | None = begin
        self.begun: AsyncBegun | None = None
        self.received = Received()
        self.closed = False
        # Whether there are no more events, for whatever reason.
        self.over = False

    async def open(self) -> AsyncBegun:
        if self.begun is None:
            # A stream is one call: what failed is not sent again.
            begin, self._begin = self._begin, None
            if begin is None or self.closed:
                raise self.failure(_closed())
            try:
                self.begun = await begin()
            except errors.StreamError as error:
                raise self.failure(error)  # noqa: B904  # itself
            self.received = self.begun.received
            if self.closed:
                await self.begun.aclose()
        return self.begun

    def failure(self, error: errors.StreamError) -> errors.StreamError:
        error.snapshot = self.received.snapshot()
        return error


async def _events(state: _State) -> AsyncGenerator[V2ChatStreamResponse, None]:
    try:
        begun = await state.open()
        received = begun.received
        keep, datas = received.datas.append, begun.first
        while True:
            for data in datas:
                try:
                    value = decode(data)
                    event = parse_event(value)
                except ValueError as error:
                    if data == DONE:
                        continue
                    raise invalid_event(begun.response, data, str(error)) from None
                keep(data)
                if value["type"] == LAST_EVENT:
                    received.ended = True
                    yield event
                    return
                yield event
                if state.closed:
                    raise _closed()
            datas = await begun.read()
    except errors.StreamError as error:
        raise state.failure(error)  # noqa: B904  # itself
    finally:
        state.over = True
        if state.begun:
            await state.begun.aclose()


class AsyncBegun:
    """An answer that is a stream of events.

    Attributes:
        response: The answer.
        received: The events that were given.
        first: The data of the first events.
    """

    first: list[bytes]

    def __init__(self, response: httpx.Response, max_event_bytes: int) -> None:
        self.response = response
        self.received = Received()
        self._decoder = SSEDecoder(max_event_bytes)
        self._rest = async_pieces(response)
        self._busy = False

    async def read(self) -> list[bytes]:
        """The data of the next events: of those that come together.

        Raises:
            StreamError: There are none.
        """
        datas: list[bytes] = []
        self._busy = True
        try:
            while not datas:
                if self._decoder.too_large:
                    raise invalid_event(self.response, b"", self._decoder.too_large)
                datas = self._decoder.feed(await anext(self._rest))
        except StopAsyncIteration:
            raise interrupted(self.response, None, self.received.last()) from None
        except FAILURES as error:
            raise interrupted(self.response, error, self.received.last())  # noqa: B904  # it names its cause
        finally:
            self._busy = False
            if not datas:
                await self.response.aclose()
        return datas

    async def aclose(self) -> None:
        try:
            if self._busy:
                # Another thread or task waits in it: it will find its connection ended.
                end(self.response)
            elif self.received.ended and not self.response.is_closed:
                self._busy = True
                await async_drain(self.response, self._rest)
                self._busy = False
        finally:
            await self.response.aclose()


async def begin(response: httpx.Response, max_event_bytes: int, deadline: float) -> AsyncBegun:
    """Read an answer up to its first event.

    Args:
        deadline: Until when to read an answer that is no stream.

    Raises:
        InvalidResponseError, StreamError: There is none.
    """
    if not is_event_stream(response.headers):
        raise invalid_response(response, await async_read_page(response, deadline), "not text/event-stream")
    begun = AsyncBegun(response, max_event_bytes)
    begun.first = await begun.read()
    return begun


def _closed() -> errors.StreamInterruptedError:
    return errors.StreamInterruptedError("the stream is closed")
