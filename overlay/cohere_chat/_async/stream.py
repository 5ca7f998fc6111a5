"""The events of a streamed reply, with an honest end."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping
from threading import RLock
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Generic, Self, TypeVar

from cohere_chat_api.endpoint import Streaming

from .. import errors
from .._connection import async_give_back, shut_down
from .._events import Received, new_decoder, parse_event
from .._failures import failures, interrupted, invalid_event, invalid_response
from .._httpx import httpx
from .._json import decode
from .body import drain, iterate, read_page

if TYPE_CHECKING:
    from .._watch import Watch

E = TypeVar("E")

# Other APIs end their streams with this; here it means nothing.
_DONE: Final = b"[DONE]"


class AsyncEventStream(Generic[E]):
    """The events of a reply while it is written.

    Iterate over it. The first step sends the request; so does entering the stream as a context manager, which closes it
    at the end. A stream that you leave early gives its connection back when it is closed or garbage collected.

    Reading raises:
        ApiError: The API answered with an error status.
        ApiConnectionError: There was no response; ApiTimeoutError: not in time.
        InvalidResponseError: The response is not a stream of events.
        InvalidEventError: An event can't be read, or is too large.
        StreamInterruptedError: The stream ended before its last event; StreamTimeoutError: it stalled.
    """

    _received: type[Received] = Received

    def __init__(self, streaming: Streaming[E], open_reader: Callable[[Received], Awaitable[AsyncEventReader]]) -> None:
        self._state = AsyncStreamState[E](self._received(streaming), open_reader)
        self._events = self._state.events()

    def __aiter__(self) -> AsyncIterator[E]:
        # The generator itself: a loop over it costs less than one over __anext__(). Once it has raised it would seem to
        # end, as generators do, so a later loop gets what goes on to raise.
        return self if self._state.name in ("failed", "closed") else self._events

    async def __anext__(self) -> E:
        try:
            return await anext(self._events)
        except StopAsyncIteration:
            if self._state.name == "ended":
                raise
            # Closed, or failed before: that must not look like the end.
            raise self._state.closed_error() from None

    @property
    def status_code(self) -> int | None:
        """The HTTP status; None before the response has begun."""
        return None if self._state.reader is None else self._state.reader.response.status_code

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the response, empty before it has begun; names are case-insensitive."""
        return {} if self._state.reader is None else self._state.reader.response.headers

    @property
    def request_id(self) -> str | None:
        """The API's id of the request; None before the response has begun."""
        return errors.request_id(self.headers)

    async def aclose(self) -> None:
        """Give the connection back. Unread events are lost; closing twice does no harm."""
        await self._state.aclose()

    async def __aenter__(self) -> Self:
        await self._state.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._state.name}>"

    def __reduce__(self) -> str:
        raise TypeError(f"{type(self).__name__} can't be pickled or copied: its connection is here")


class AsyncStreamState(Generic[E]):
    """How far a stream is.

    Apart from the stream, so that the generator of its events ends, which gives the connection back, when the stream is
    dropped.

    Attributes:
        name: "not begun", "open", "ended" (after the last event), or, before the last event, "failed" or "closed".
        received: The events that were given.
        reader: Reads the response, once it has begun.
    """

    def __init__(self, received: Received, open_reader: Callable[[Received], Awaitable[AsyncEventReader]]) -> None:
        self.name = "not begun"
        self.received = received
        self.reader: AsyncEventReader | None = None
        self._open_reader: Callable[[Received], Awaitable[AsyncEventReader]] | None = open_reader
        # Whether a thread or task waits for more, and whether the rest after the last event was looked for.
        self._reading = self._drained = False
        # Reentrant, for a signal handler may run while it is held.
        self._lock = RLock()

    async def open(self) -> AsyncEventReader:
        """Send the request, once: a stream is one call."""
        if self.reader is not None:
            return self.reader
        open_reader, self._open_reader = self._open_reader, None
        if open_reader is None or self.name == "closed":
            raise self.closed_error()
        try:
            self.reader = await open_reader(self.received)
        except BaseException as error:
            if self.name != "closed":
                self.name = "failed"
            if isinstance(error, errors.StreamError):
                error.snapshot = self.received.snapshot()
            raise
        if self.name == "closed":
            # Closed by a signal handler or another thread meanwhile.
            self._stop("closed")
            await async_give_back(self.reader.response)
        else:
            self.name = "open"
        return self.reader

    def closed_error(self) -> errors.StreamError:
        """The error for reading on after the stream was closed, or has failed."""
        error = errors.StreamInterruptedError("the stream is closed")
        error.snapshot = self.received.snapshot()
        return error

    async def events(self) -> AsyncGenerator[E, None]:
        """The events; raise if they do not end with the last event of a stream."""
        received = self.received
        keep, events = received.datas.append, received.streaming.events
        tag, last_event = events.tag, received.streaming.last_event
        try:
            reader = await self.open()
            datas = reader.first
            if self.name != "open":
                raise self.closed_error()
            while True:
                for data in datas:
                    try:
                        value = decode(data)
                        event = parse_event(events, value)
                    except ValueError as error:
                        if data == _DONE:
                            continue
                        raise invalid_event(reader.response, data, str(error)) from None
                    keep(data)
                    if value[tag] == last_event:
                        self._stop("ended", value)
                        yield event
                        await self.aclose()
                        return
                    yield event
                    if self.name != "open":
                        raise self.closed_error()
                datas = await self._read(reader)
        except errors.StreamError as error:
            if self.name == "closed":
                # Errors that follow from that, such as a cut connection, tell nothing new.
                raise self.closed_error() from None
            error.snapshot = received.snapshot()
            raise
        finally:
            if self.name == "open":
                self._stop("failed")
            if self.reader:
                # Do not wait here: a generator may end at any time, even when the interpreter exits.
                await async_give_back(self.reader.response)

    def _stop(self, name: str, last: Mapping[str, Any] = MappingProxyType({})) -> None:
        """Be no longer open, and tell those who look on; `last` is the JSON of the last event."""
        self.name = name
        if self.reader and self.reader.watch:
            self.reader.watch.stop(name, self.received, self.reader.size, last)

    async def _read(self, reader: AsyncEventReader) -> list[bytes]:
        self._reading = True
        try:
            return await reader.read()
        finally:
            with self._lock:
                self._reading = False

    async def aclose(self) -> None:
        """Give the connection back: whole if the last event was given, after what little may follow it."""
        if self.name != "ended":
            self._stop("closed")
        if self.reader is None:
            return
        with self._lock:
            if self._reading:
                # The other thread or task finds its connection shut down.
                shut_down(self.reader.response)
            drains = self.name == "ended" and not (self._reading or self._drained or self.reader.response.is_closed)
            self._drained = self._drained or drains
        try:
            if drains:
                await drain(self.reader.response, self.reader.pieces)
        finally:
            await async_give_back(self.reader.response)


class AsyncEventReader:
    """Reads the data of the events of a response.

    Attributes:
        first: The data of the first events.
        size: How many bytes of the body were read.
        watch: Tells those who look on how the stream goes on.
    """

    def __init__(self, response: httpx.Response, received: Received, max_event_bytes: int) -> None:
        self.response = response
        self.first: list[bytes] = []
        self.watch: Watch | None = None
        self.size = 0
        self._received = received
        self._decoder = new_decoder(received.streaming.media_type, max_event_bytes)
        self.pieces = iterate(response)

    async def read(self) -> list[bytes]:
        """The data of the next events that come together; StreamError if there are none."""
        datas: list[bytes] = []
        try:
            while not datas:
                if self._decoder.too_large:
                    raise invalid_event(self.response, b"", self._decoder.too_large)
                piece = await anext(self.pieces)
                datas = self._decoder.feed(piece)
                self._received.count(piece)
                self.size += len(piece)
        except StopAsyncIteration:
            datas = self._decoder.end()
            if not datas:
                raise self._interrupted(None) from None
        except failures() as error:
            raise self._interrupted(error)  # noqa: B904  # it names its cause
        finally:
            if not datas:
                await async_give_back(self.response)
        return datas

    def _interrupted(self, error: Exception | None) -> errors.StreamInterruptedError:
        last, last_event = self._received.last(), self._received.streaming.last_event
        return interrupted(self.response, error, last, self._decoder.unread, last_event)


async def open_reader(
    response: httpx.Response, received: Received, max_event_bytes: int, deadline: float
) -> AsyncEventReader:
    """Read a response up to its first event; one that is not a stream, until the deadline."""
    expected = received.streaming.media_type
    # Media types: RFC 9110 section 8.3.1.
    media_type = response.headers.get("content-type", "").split(";", maxsplit=1)[0].strip().lower()
    if media_type != expected:
        raise invalid_response(response, await read_page(response, deadline), f"not {expected}")
    reader = AsyncEventReader(response, received, max_event_bytes)
    reader.first = await reader.read()
    return reader
