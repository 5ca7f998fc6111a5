"""One event of a stream: read from its data, and what it means for the stream."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

import httpx
from cohere_chat_api.api.v2 import chat as endpoint

from . import errors
from ._json import decode, decode_all
from ._sse import SSEDecoder

if TYPE_CHECKING:
    from cohere_chat_api.models import V2ChatResponse
    from cohere_chat_api.unions import V2ChatStreamResponse

# The last event of every stream.
LAST_EVENT: Final = "message-end"
# What other APIs end their streams with; it says nothing here.
_DONE: Final = b"[DONE]"


def is_event_stream(headers: httpx.Headers) -> bool:
    """Whether an answer is one of server-sent events (media types: RFC 9110 section 8.3.1)."""
    media_type: str = headers.get("content-type", "")
    return media_type.split(";", maxsplit=1)[0].strip().lower() == "text/event-stream"


class EventDecoder:
    """Takes the bytes of a stream in pieces cut anywhere and gives its events, as JSON and typed.

    Args:
        max_event_bytes: The largest event, in bytes.

    Attributes:
        broken: The data of the event after those given, if it cannot be read, and why not.
    """

    def __init__(self, max_event_bytes: int) -> None:
        self._sse = SSEDecoder(max_event_bytes)
        self.broken: tuple[bytes, str] | None = None

    def feed(self, piece: bytes) -> Iterator[tuple[dict[str, Any], V2ChatStreamResponse]]:
        """Give the events that end in this piece, each made when it is asked for.

        Made all at once, they would keep the garbage collector busy.
        """
        datas = self._sse.feed(piece)
        if self._sse.too_large:
            self.broken = b"", self._sse.too_large
        values: list[Any] = []
        if len(datas) > 1:
            # One that is broken does not keep back those before it.
            with contextlib.suppress(ValueError):
                values = decode_all(datas)
        for index, data in enumerate(datas):
            try:
                value = values[index] if values else decode(data)
                event = endpoint.parse_event(value)
            except ValueError as error:
                if data == _DONE:
                    continue
                self.broken = data, str(error)
                return
            yield value, event


def text_of(event: V2ChatStreamResponse) -> str:
    """The piece of the reply's text in an event, or an empty string."""
    if event.type not in ("content-start", "content-delta"):
        return ""
    # Step by step, for the server may put anything in the place of an object.
    value: Any = event
    for name in ("delta", "message", "content", "text"):
        value = getattr(value, name, None)
    return value if isinstance(value, str) else ""


def failure_of(reply: V2ChatResponse) -> str | None:
    """What a whole stream's last event says about the failure of the reply, or None if it did not fail."""
    # The text of the failure is in the last event only, so it is no field of a reply in the contract.
    said = getattr(reply, "error", None)
    if not said and reply.finish_reason != "ERROR":
        return None
    return (errors.excerpt(said) if said else "") or "the reply failed; the API does not say why"
