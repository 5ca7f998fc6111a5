"""A server with canned replies, as quick as asyncio allows, so that it never is what is measured.

The first part of a request's path says what to answer, as `key=value` pairs, such as `/text=8192,citations=50/v2/chat`
or `/events=50,framing=chunks/v2/chat`; `v1` in the path asks for OpenAI's shape, and `embed` or `embeddings` at its
end for vectors. GET /counts tells how many
connections were opened and how many answers were under way at most; GET /reset sets both to 0.

Framings of a stream: `packed` has HTTP chunks of 16 KiB that end anywhere, `chunks` an HTTP chunk for each event, all
sent at once, `paced` an HTTP chunk for each event, each sent by itself after `pause` milliseconds, `abreast` the same
for many streams in step: see Herd.
"""

from __future__ import annotations

import argparse
import asyncio
import functools
import json
import re
import ssl
import sys
from dataclasses import dataclass
from typing import Any

import bodies

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_PACK = 16 * 1024
# How long streams abreast wait for more of them, for each that is expected, and how long they wait for each event of
# each of them, in seconds.
_PATIENCE, _PAUSE = 0.002, 0.0003
_STREAM_HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"


@dataclass(frozen=True)
class Options:
    """What the first part of a path asks for; see bodies.py and, for framing and pause, above."""

    text: int = 40
    citations: int = 0
    calls: int = 0
    events: int = 0
    kind: str = "text"
    framing: str = "packed"
    pause: int = 1
    count: int = 0


@functools.cache
def options_of(name: str) -> Options:
    given = dict(pair.split("=") for pair in name.split(","))
    values: dict[str, Any] = {key: int(value) if value.isdecimal() else value for key, value in given.items()}
    return Options(**values)


@functools.cache
def reply_of(name: str, shape: str) -> bytes:
    options = options_of(name)
    return bodies.reply(shape, options.text, options.citations, options.calls)


@functools.cache
def events_of(name: str, shape: str) -> list[bytes]:
    options = options_of(name)
    return bodies.events(shape, options.kind, options.events)


@functools.cache
def embeddings_of(path: str) -> bytes:
    """As many vectors as a request may have texts."""
    return bodies.embeddings(path, count=96, dimensions=1024)


@functools.cache
def framed(name: str, shape: str) -> bytes:
    """A whole stream in HTTP chunks (RFC 9112 section 7.1)."""
    pieces = events_of(name, shape)
    if options_of(name).framing == "packed":
        whole = b"".join(pieces)
        pieces = [whole[start : start + _PACK] for start in range(0, len(whole), _PACK)]
    return b"".join(chunk(piece) for piece in pieces) + b"0\r\n\r\n"


def chunk(data: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(data), data)


class Counts:
    """What happened since the last reset."""

    def __init__(self) -> None:
        self.connections = 0
        self.open = 0
        self.most_open = 0


class Herd:
    """Streams that begin together, advance in step and end together.

    They wait until `count` are open. A contender that opens fewer at once gets the events of those once no more come
    for a while. Each event is a TCP segment of its own, and after each round the contender has the time to read
    it: so much for each stream that all contenders take about as long.
    """

    def __init__(self) -> None:
        self._waiting: list[Connection] = []
        self._start: asyncio.TimerHandle | None = None

    def join(self, connection: Connection, name: str, shape: str) -> None:
        self._waiting.append(connection)
        if self._start:
            self._start.cancel()
        count = options_of(name).count
        patience = 0 if len(self._waiting) == count else count * _PATIENCE
        self._start = asyncio.get_running_loop().call_later(patience, self._begin, events_of(name, shape))

    def _begin(self, events: list[bytes]) -> None:
        streams, self._waiting = self._waiting, []
        self._advance(streams, events, 0)

    def _advance(self, streams: list[Connection], events: list[bytes], index: int) -> None:
        for stream in streams:
            stream.send_event(events, index)
        if index < len(events) - 1:
            pause = len(streams) * _PAUSE
            asyncio.get_running_loop().call_later(pause, self._advance, streams, events, index + 1)


class Connection(asyncio.Protocol):
    """A connection, with one request after the other."""

    served = 0
    counts = Counts()
    herd = Herd()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._received = b""
        self._streaming = False
        Connection.counts.connections += 1

    def data_received(self, data: bytes) -> None:
        self._received += data
        head_end = self._received.find(b"\r\n\r\n")
        if head_end < 0:
            return
        length = _LENGTH.search(self._received, 0, head_end)
        if len(self._received) < head_end + 4 + int(length[1] if length else 0):
            return
        path = self._received.split(b" ", 2)[1].decode()
        self._received = b""
        self._answer(path)

    def connection_lost(self, exc: Exception | None) -> None:
        self._finish()

    def _answer(self, path: str) -> None:
        _, name, *rest = path.split("/")
        if not rest:
            self._answer_json(json.dumps(vars(Connection.counts)).encode())
            if name == "reset":
                open_now = Connection.counts.open
                Connection.counts = Counts()
                Connection.counts.open = open_now
            return
        Connection.served += 1
        mark = b"%07d" % (Connection.served % 10_000_000)
        shape = rest[0]
        options = options_of(name)
        if rest[-1] in ("embed", "embeddings"):
            self._answer_json(embeddings_of(rest[-1]).replace(bodies.MARK, mark))
        elif not options.events:
            self._answer_json(reply_of(name, shape).replace(bodies.MARK, mark))
        elif options.framing in ("packed", "chunks"):
            self._transport.write(_STREAM_HEAD + framed(name, shape).replace(bodies.MARK, mark))
        else:
            self._streaming, self._mark = True, mark
            counts = Connection.counts
            counts.open += 1
            counts.most_open = max(counts.most_open, counts.open)
            self._transport.write(_STREAM_HEAD)
            if options.framing == "abreast":
                Connection.herd.join(self, name, shape)
            else:
                self._send_paced(events_of(name, shape), 0, options.pause / 1000)

    def _answer_json(self, body: bytes) -> None:
        head = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(body)
        self._transport.write(head + body)

    def send_event(self, events: list[bytes], index: int) -> None:
        """Send one event, the last one with the end of the answer."""
        if not self._streaming:
            return
        last = index == len(events) - 1
        self._transport.write(chunk(events[index].replace(bodies.MARK, self._mark)) + (b"0\r\n\r\n" if last else b""))
        if last:
            self._finish()

    def _send_paced(self, events: list[bytes], index: int, pause: float) -> None:
        self.send_event(events, index)
        if self._streaming:
            asyncio.get_running_loop().call_later(pause, self._send_paced, events, index + 1, pause)

    def _finish(self) -> None:
        if self._streaming:
            self._streaming = False
            Connection.counts.open -= 1


async def serve(certificate: str | None) -> None:
    """Serve http and, with a certificate, https; print the ports; end when the standard input does."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Connection, "127.0.0.1", 0, backlog=4096)
    ports = {"http": server.sockets[0].getsockname()[1]}
    if certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate)
        tls_server = await loop.create_server(Connection, "127.0.0.1", 0, ssl=context)
        ports["https"] = tls_server.sockets[0].getsockname()[1]
    print(json.dumps(ports), flush=True)
    await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--certificate", help="PEM file with certificate and private key")
    asyncio.run(serve(parser.parse_args().certificate))
