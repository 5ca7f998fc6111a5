"""The events of a stream, and what they mean for it."""

from __future__ import annotations

from threading import RLock
from typing import TYPE_CHECKING, Any, Final

import httpx
from cohere_chat_api.api.v2 import chat as endpoint

from . import errors
from ._accumulate import Accumulator
from ._json import decode

if TYPE_CHECKING:
    from cohere_chat_api.models import V2ChatResponse
    from cohere_chat_api.unions import V2ChatStreamResponse

# The last event of every stream.
LAST_EVENT: Final = "message-end"
# What other APIs end their streams with; it says nothing here.
DONE: Final = b"[DONE]"
# The most data that are kept to be folded later, in bytes.
_MOST: Final = 1024 * 1024


def is_event_stream(headers: httpx.Headers) -> bool:
    """Whether an answer is one of server-sent events (media types: RFC 9110 section 8.3.1)."""
    media_type: str = headers.get("content-type", "")
    return media_type.split(";", maxsplit=1)[0].strip().lower() == "text/event-stream"


class Received:
    """The events of a stream that were given, and the reply that they spell out.

    Attributes:
        datas: The data of those that are not yet folded into the reply.
        ended: Whether the last event of the stream was given.
    """

    def __init__(self) -> None:
        self.datas: list[bytes] = []
        self.ended = False
        self._accumulator = Accumulator()
        self._folded_last = b""
        self._size = 0
        # Signal handlers may come while it is held.
        self._lock = RLock()

    def count(self, piece: bytes) -> None:
        """Take note of a piece of the stream, whose events will be among the data."""
        self._size += len(piece)
        if self._size > _MOST:
            self._fold()

    def last(self) -> V2ChatStreamResponse | None:
        """The newest event."""
        data = self.datas[-1] if self.datas else self._folded_last
        return endpoint.parse_event(decode(data)) if data else None

    def snapshot(self) -> V2ChatResponse:
        """The reply so far."""
        self._fold()
        with self._lock:
            return self._accumulator.reply()

    def _fold(self) -> None:
        # Only now, and not with each event: a program that just reads the events has no need of it.
        with self._lock:
            new = self.datas[:]
            for data in new:
                self._accumulator.add(decode(data))
            # In this order, since threads may look meanwhile.
            self._folded_last = new[-1] if new else self._folded_last
            del self.datas[: len(new)]
            self._size = 0


def text_of(event: V2ChatStreamResponse) -> str:
    """The piece of the reply's text in an event, or an empty string."""
    if event.type not in ("content-start", "content-delta"):
        return ""
    # Step by step, for the server may put anything in the place of an object.
    value: Any = event
    for name in ("delta", "message", "content", "text"):
        value = getattr(value, name, None)
    return value if isinstance(value, str) else ""


def failure_of(last: V2ChatStreamResponse | None) -> str | None:
    """What a stream's last event says about the failure of the reply, or None if it did not fail."""
    delta = getattr(last, "delta", None)
    said = getattr(delta, "error", None)
    if not said and getattr(delta, "finish_reason", None) != "ERROR":
        return None
    return (errors.excerpt(said) if said else "") or "the reply failed; the API does not say why"
