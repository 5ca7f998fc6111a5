"""The events of a stream that were given, and their meaning."""

from __future__ import annotations

from threading import RLock
from typing import TYPE_CHECKING, Any, Final

from cohere_chat_api.endpoint import Streaming
from cohere_chat_api.types import Tagged

from . import errors
from ._accumulate import Accumulator
from ._json import decode
from ._lines import LineDecoder
from ._sse import SSEDecoder

if TYPE_CHECKING:
    from cohere_chat_api.models import V2ChatResponse
    from cohere_chat_api.unions import V2ChatStreamResponse

# Keep at most this much data to fold later, in bytes.
_MAX_UNFOLDED_BYTES: Final = 1024 * 1024


def new_decoder(media_type: str, max_event_bytes: int) -> SSEDecoder | LineDecoder:
    """A decoder for the events in a body of this media type."""
    return (SSEDecoder if media_type == "text/event-stream" else LineDecoder)(max_event_bytes)


def parse_event(events: Tagged, data: object) -> Any:
    """Read the JSON of an event; one of an unknown type becomes an `Unknown`, one without a type a ValueError."""
    if type(data) is not dict:
        raise ValueError("not a JSON object")
    tag = data.get(events.tag)
    if type(tag) is not str:
        raise ValueError(f'no string "{events.tag}"')
    return events[tag](data)


class Received:
    """The data of the newest events of a stream that were given."""

    def __init__(self, streaming: Streaming[Any]) -> None:
        self.streaming = streaming
        self.datas: list[bytes] = []

    def count(self, piece: bytes) -> None:
        """Take note of a piece of the stream, whose events will be among the data."""
        del self.datas[:-1]

    def last(self) -> Any:
        """The newest event, or None."""
        return parse_event(self.streaming.events, decode(self.datas[-1])) if self.datas else None

    def snapshot(self) -> V2ChatResponse | None:
        """The reply so far, where it can be told from the events."""
        return None


class ReceivedChat(Received):
    """The same for a chat, with the reply that the events spell out."""

    def __init__(self, streaming: Streaming[Any]) -> None:
        super().__init__(streaming)
        self._accumulator = Accumulator()
        self._folded_last = b""
        self._size = 0
        # Signal handlers may come while it is held.
        self._lock = RLock()

    def count(self, piece: bytes) -> None:
        self._size += len(piece)
        if self._size > _MAX_UNFOLDED_BYTES:
            self._fold()

    def last(self) -> Any:
        data = self.datas[-1] if self.datas else self._folded_last
        return parse_event(self.streaming.events, decode(data)) if data else None

    def snapshot(self) -> V2ChatResponse:
        self._fold()
        with self._lock:
            return self._accumulator.reply()

    def _fold(self) -> None:
        # Only now, and not with each event: a program that just reads the events has no need of it.
        with self._lock:
            new = self.datas[:]
            self._accumulator.add_data(new)
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
