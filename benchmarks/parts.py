"""Tell where the time of a stream's event goes, without the network: microseconds of CPU time for each, best of many.

Usage: python benchmarks/parts.py, in an environment with this package and httpx.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator

import bodies
import cohere_chat
import httpx
from cohere_chat._events import ReceivedChat, parse_event
from cohere_chat._json import decode
from cohere_chat._sse import SSEDecoder
from cohere_chat_api.groups.v2 import CHAT

COUNT, ROUNDS, MOST = 5000, 25, 1 << 24

assert CHAT.streaming
STREAMING = CHAT.streaming
EVENTS = [event.replace(bodies.MARK, b"0000001") for event in bodies.events("v2", "text", COUNT)]
WHOLE = b"".join(EVENTS)
CHUNKS = [WHOLE[start : start + 16384] for start in range(0, len(WHOLE), 16384)]


def datas() -> list[bytes]:
    decoder = SSEDecoder(MOST)
    return [data for chunk in CHUNKS for data in decoder.feed(chunk)]


def answer(_: httpx.Request) -> httpx.Response:
    return httpx.Response(200, headers={"content-type": "text/event-stream"}, content=iter(CHUNKS))


def snapshot() -> None:
    received = ReceivedChat(STREAMING)
    received.datas += DATAS
    received.snapshot()


def stream() -> None:
    for _ in client.chat_stream(model="m", messages=[]):
        pass


def by_hand() -> None:
    with own.stream("POST", "http://x/") as response:
        for line in response.iter_lines():
            if line.startswith("data: "):
                json.loads(line[6:])


DATAS = datas()
VALUES = [decode(data) for data in DATAS[:100]]
own = httpx.Client(transport=httpx.MockTransport(answer))
client = cohere_chat.ClientV2("key", httpx_client=own)


def parts() -> Iterator[tuple[str, Callable[[], object], int]]:
    yield "server-sent events, 16 KiB chunks", datas, COUNT
    yield "JSON", lambda: [decode(data) and None for data in DATAS], COUNT
    # Of few, again and again: what is let go of soon is made anew in less time.
    yield "typed objects", lambda: [parse_event(STREAMING.events, value) and None for value in VALUES], len(VALUES)
    yield "the stream, all in all", stream, COUNT
    yield "httpx by hand, without types", by_hand, COUNT
    yield "the snapshot, if it is asked for", snapshot, COUNT


for what, work, count in parts():
    best = float("inf")
    for _ in range(ROUNDS):
        begun = time.process_time()
        work()
        best = min(best, time.process_time() - begun)
    print(f"{best / count * 1e6:6.2f}  {what}")
