# Made by `make generate` from ../_async/chat.py. Do not edit.
"""The stream of a chat."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from .. import errors
from .._events import ReceivedChat, failure_of, text_of
from .._redact import redact
from .stream import EventStream

if TYPE_CHECKING:
    from cohere_chat_api.models import V2ChatResponse
    from cohere_chat_api.unions import V2ChatStreamResponse  # noqa: F401  # in quotes below


class ChatStream(EventStream["V2ChatStreamResponse"]):
    """The events of a chat's reply while it is written.

    Iterate over it or over `text_stream`, or call `final_response()`: each continues where the others stopped. The
    first step sends the request; so does entering the stream as a context manager, which closes it at the end. A
    stream that you leave early gives its connection back when it is closed or garbage collected.

    Reading raises:
        ApiError: The API answered with an error status.
        ApiConnectionError: There was no response; ApiTimeoutError: not in time.
        InvalidResponseError: The response is not a stream of events.
        InvalidEventError: An event can't be read, or is too large.
        StreamInterruptedError: The stream ended before its last event; StreamTimeoutError: it stalled.
        GenerationError: From `text_stream` and `final_response()`: the last event says that the reply failed.
    """

    _received = ReceivedChat

    @property
    def text_stream(self) -> Iterator[str]:
        """The text of the reply, piece by piece as it arrives, without the thoughts before it."""
        for event in self:
            text = text_of(event)
            if text:
                yield text
        self._raise_failure()

    def final_response(self) -> V2ChatResponse:
        """Read to the end and return the reply, as chat() would."""
        for _ in self:
            pass
        self._raise_failure()
        return self.snapshot

    @property
    def snapshot(self) -> V2ChatResponse:
        """The reply so far, also after a failure; what has not arrived reads as None."""
        return cast("ReceivedChat", self._state.received).snapshot()

    def _raise_failure(self) -> None:
        failure = failure_of(self._state.received.last())
        if failure is not None and self._state.reader is not None:
            error = errors.GenerationError(redact(failure, self._state.reader.response.request))
            error.snapshot = self.snapshot
            raise error
