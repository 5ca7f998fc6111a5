"""What the tests of robustness share: answers, and how things are called."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from typing import Any, Final

import trustme
from rawserver import Answer, RawServer, event_stream, http, sse
from streams import RECORDED
from support import CHAT, Both

# What the fixtures of these names are.
Serve = Callable[..., RawServer]
Call = Callable[..., Any]

REPLY, EVENTS = RECORDED["text"]
PIECES: Final = [sse(event) for event in EVENTS]
# What each method hopes for.
GOOD: Final[dict[str, Answer]] = {"chat": http(200, REPLY), "chat_stream": event_stream(*PIECES)}
BUSY: Final = http(503, {"message": "busy"})
# The same without an end: what follows in a list is the ending.
BEGUN: Final[dict[str, list[bytes | str | float]]] = {
    "chat": [b'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"id": '],
    "chat_stream": event_stream(*PIECES[:3], end=False),
}


def server_context(authority: trustme.CA, *names: str) -> ssl.SSLContext:
    """TLS for a server of these names."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert(*names).configure_cert(context)
    return context


def calls(both: Both) -> dict[str, Call]:
    """chat(), and chat_stream() read to its end: both take a client and request options."""

    def chat(client: Any, **options: Any) -> Any:
        return both.chat(client, request_options=options)

    def chat_stream(client: Any, **options: Any) -> Any:
        return both.collect(client.chat_stream(**CHAT, request_options=options))

    return {"chat": chat, "chat_stream": chat_stream}
