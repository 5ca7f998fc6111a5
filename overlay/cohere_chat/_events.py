"""The events of a stream, and what they mean for it."""

from __future__ import annotations

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


def is_event_stream(headers: httpx.Headers) -> bool:
    """Whether an answer is one of server-sent events (media types: RFC 9110 section 8.3.1)."""
    media_type: str = headers.get("content-type", "")
    return media_type.split(";", maxsplit=1)[0].strip().lower() == "text/event-stream"


class Received:
    """The events of a stream that were given, and the reply that they spell out.

    Attributes:
        datas: The data of each.
        ended: Whether the last event of the stream is among them.
    """

    def __init__(self) -> None:
        self.datas: list[bytes] = []
        self.ended = False
        self._accumulator = Accumulator()
        self._folded = 0

    def last(self) -> V2ChatStreamResponse | None:
        """The newest event."""
        return endpoint.parse_event(decode(self.datas[-1])) if self.datas else None

    def snapshot(self) -> V2ChatResponse:
        """The reply so far. It is put together only now: most programs never ask for it."""
        new = self.datas[self._folded :]
        self._folded += len(new)
        for data in new:
            self._accumulator.add(decode(data))
        return self._accumulator.reply()


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
