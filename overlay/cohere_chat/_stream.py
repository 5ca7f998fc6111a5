"""The synchronous stream. _async_stream.py is its twin: the same text but for async, await and the names."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Self

import attrs
import httpx

from . import errors
from ._accumulate import Accumulator
from ._body import FAILURES, drain, pieces, read_page
from ._connection import end
from ._events import LAST_EVENT, EventDecoder, failure_of, is_event_stream, text_of
from ._reply import interrupted, invalid_event, invalid_response, without_key

if TYPE_CHECKING:
    from types import TracebackType

    from cohere_chat_api.models import V2ChatResponse
    from cohere_chat_api.unions import V2ChatStreamResponse


class ChatStream:
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

    def __init__(self, begin: Callable[[], Begun]) -> None:
        self._begin: Callable[[], Begun] | None = begin
        self._begun: Begun | None = None
        self._closed = False
        self._ended = False
        self._accumulator = Accumulator()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> V2ChatStreamResponse:
        begun = self._begun or self._open()
        try:
            value, event = begun.first.pop() if begun.first else next(begun.rest)
        except StopIteration:
            if self._ended:
                raise
            # Closed, or failed before: that must not look like the end.
            raise self._failed(_closed()) from None
        except errors.StreamError as error:
            self._failed(error)
            raise
        self._accumulator.add(value)
        self._ended = event.type == LAST_EVENT
        return event

    @property
    def text_stream(self) -> Iterator[str]:
        """The pieces of the reply's text as they arrive, without the thoughts before it."""
        for event in self:
            text = text_of(event)
            if text:
                yield text
        self._raise_failure()

    def final_response(self) -> V2ChatResponse:
        """Read to the end and give the reply, as chat() would have given it."""
        for _ in self:
            pass
        self._raise_failure()
        return self.snapshot

    @property
    def snapshot(self) -> V2ChatResponse:
        """The reply as far as it has come, also after a failure; what has not come reads as None."""
        return self._accumulator.reply()

    @property
    def status_code(self) -> int | None:
        """The HTTP status, once the answer has begun."""
        return None if self._begun is None else self._begun.response.status_code

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the answer, once it has begun; names are matched in any case."""
        return {} if self._begun is None else self._begun.response.headers

    @property
    def request_id(self) -> str | None:
        """What identifies the request at the API, once the answer has begun."""
        return errors.request_id(self.headers)

    def close(self) -> None:
        """Give the connection back. What has not been read is lost; closing twice does no harm."""
        self._closed = True
        if self._begun is not None:
            self._begun.close()

    def __reduce__(self) -> str:
        raise TypeError(f"{type(self).__name__} cannot be pickled or copied: its connection is here")

    def __enter__(self) -> Self:
        self._open()
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _open(self) -> Begun:
        if self._begun is None:
            # A stream is one call: what failed is not sent again.
            begin, self._begin = self._begin, None
            if begin is None or self._closed:
                raise self._failed(_closed())
            try:
                self._begun = begin()
            except errors.StreamError as error:
                self._failed(error)
                raise
            if self._closed:
                self._begun.close()
        return self._begun

    def _failed(self, error: errors.StreamError) -> errors.StreamError:
        error.snapshot = self.snapshot
        return error

    def _raise_failure(self) -> None:
        failure = failure_of(self.snapshot)
        if failure is not None and self._begun is not None:
            raise self._failed(errors.GenerationError(without_key(self._begun.response, failure)))


@attrs.frozen
class Begun:
    """A stream whose first event has come.

    Attributes:
        response: The answer.
        first: The first event, as JSON and typed, until it is read.
        rest: The others. Apart from the stream, so that dropping that ends this, which gives the connection back.
    """

    response: httpx.Response
    first: list[tuple[dict[str, Any], V2ChatStreamResponse]]
    rest: Generator[tuple[dict[str, Any], V2ChatStreamResponse], None, None]

    def close(self) -> None:
        try:
            self.rest.close()
        except (ValueError, RuntimeError):
            # Another thread or task waits in it: it will find its connection ended.
            end(self.response)
        self.response.close()


def begin(response: httpx.Response, max_event_bytes: int, deadline: float) -> Begun:
    """Read an answer up to its first event.

    Args:
        deadline: Until when to read an answer that is no stream.

    Raises:
        InvalidResponseError, StreamError: There is none.
    """
    if not is_event_stream(response.headers):
        raise invalid_response(response, read_page(response, deadline), "not text/event-stream")
    events = _read(response, EventDecoder(max_event_bytes))
    return Begun(response, [next(events)], events)


def _read(
    response: httpx.Response, decoder: EventDecoder
) -> Generator[tuple[dict[str, Any], V2ChatStreamResponse], None, None]:
    rest = pieces(response)
    event: V2ChatStreamResponse | None = None
    ended = False
    try:
        for piece in rest:
            for value, event in decoder.feed(piece):
                ended = event.type == LAST_EVENT
                yield value, event
                if ended:
                    return
            if decoder.broken:
                raise invalid_event(response, *decoder.broken)
        raise interrupted(response, None, event)
    except FAILURES as error:
        raise interrupted(response, error, event)  # noqa: B904  # it names its cause
    finally:
        try:
            if ended:
                drain(response, rest)
        finally:
            response.close()


def _closed() -> errors.StreamInterruptedError:
    return errors.StreamInterruptedError("the stream is closed")
