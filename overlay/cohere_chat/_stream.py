"""The synchronous stream. _async_stream.py is its twin: the same text but for async, await and the names."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Iterator, Mapping
from typing import TYPE_CHECKING, Self

import httpx

from . import errors
from ._accumulate import Accumulator
from ._drain import drain
from ._events import DONE, LAST_EVENT, failure_of, interrupted, is_event_stream, read_event, text_of
from ._http import read_beginning
from ._reply import invalid_response
from ._sse import EventTooLargeError, SSEDecoder

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

    def __init__(self, send: Callable[[], httpx.Response], max_event_bytes: int) -> None:
        self._state = _State(send, max_event_bytes)
        self._events = _read(self._state)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> V2ChatStreamResponse:
        try:
            return next(self._events)
        except StopIteration:
            if self._state.ended:
                raise
            # Closed, or failed before: that must not look like the end.
            raise self._state.failed(errors.StreamInterruptedError("the stream is closed")) from None

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
        return self._state.accumulator.reply()

    @property
    def status_code(self) -> int | None:
        """The HTTP status, once the answer has begun."""
        return None if self._state.response is None else self._state.response.status_code

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the answer, once it has begun; names are matched in any case."""
        return {} if self._state.response is None else self._state.response.headers

    @property
    def request_id(self) -> str | None:
        """What identifies the request at the API, once the answer has begun."""
        return errors.request_id(self.headers)

    def close(self) -> None:
        """Give the connection back. What has not been read is lost; closing twice does no harm."""
        # A generator that another thread or task is in cannot be closed; its connection can.
        with contextlib.suppress(ValueError, RuntimeError):
            self._events.close()
        if self._state.response is not None:
            self._state.response.close()

    def __enter__(self) -> Self:
        self._state.open()
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _raise_failure(self) -> None:
        failure = failure_of(self.snapshot)
        if failure is not None:
            raise self._state.failed(failure)


class _State:
    """What a stream and the generator behind it share; apart from the stream, so that dropping that ends both."""

    def __init__(self, send: Callable[[], httpx.Response], max_event_bytes: int) -> None:
        self._send = send
        self.response: httpx.Response | None = None
        self.decoder = SSEDecoder(max_event_bytes)
        self.accumulator = Accumulator()
        self.ended = False

    def open(self) -> httpx.Response:
        if self.response is not None:
            return self.response
        response = self._send()
        if is_event_stream(response.headers):
            self.response = response
            return response
        content = read_beginning(response)
        raise invalid_response(response, content, "not text/event-stream")

    def failed(self, error: errors.StreamError) -> errors.StreamError:
        error.snapshot = self.accumulator.reply()
        return error


def _read(state: _State) -> Generator[V2ChatStreamResponse, None, None]:
    response = state.open()
    chunks = response.iter_bytes()
    try:
        for chunk in chunks:
            for data in state.decoder.feed(chunk):
                if data == DONE:
                    continue
                value, event = read_event(data)
                state.accumulator.add(value)
                state.ended = event.type == LAST_EVENT
                yield event
                if state.ended:
                    return
        raise interrupted(None)
    except errors.StreamError as error:
        state.failed(error)
        raise
    except EventTooLargeError as error:
        raise state.failed(errors.InvalidEventError(str(error))) from None
    except (httpx.HTTPError, httpx.StreamError) as error:
        raise state.failed(interrupted(error)) from error
    finally:
        if state.ended:
            drain(response, chunks)
        response.close()
