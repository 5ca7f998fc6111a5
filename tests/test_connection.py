"""The watchdog: it ends the connections of what takes too long, and no others."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import AsyncIterator, Iterator

import pytest
from cohere_chat import _connection
from cohere_chat._async.body import drain as async_drain
from cohere_chat._httpx import httpx
from cohere_chat._sync.body import drain


def soon() -> float:
    return time.monotonic() + 0.05


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.settimeout(10)
        yield ours, theirs


def never() -> Iterator[bytes]:
    raise AssertionError
    yield b""


async def async_never() -> AsyncIterator[bytes]:
    raise AssertionError
    yield b""


def test_it_leaves_a_connection_alone_that_other_streams_share(pair: tuple[socket.socket, socket.socket]) -> None:
    class Stream:
        def get_extra_info(self, _: str) -> socket.socket:
            return pair[0]

    extensions = {"network_stream": Stream(), "http_version": b"HTTP/2"}
    response = httpx.Response(200, extensions=extensions, stream=httpx.ByteStream(b"x"))
    _connection.shut_down(response)
    drain(response, never())
    asyncio.run(async_drain(response, async_never()))
    pair[0].sendall(b"on")
    assert pair[1].recv(2) == b"on"


def test_it_leaves_a_cancelled_watch_alone_ends_and_starts_again(
    pair: tuple[socket.socket, socket.socket], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_connection, "_IDLE_SECONDS", 0.01)
    watchdog = _connection._Watchdog()
    watchdog.cancel(watchdog.watch(pair[0], soon()))
    thread = watchdog._thread
    assert thread is not None
    thread.join(10)
    assert not thread.is_alive()
    pair[1].send(b"x")
    assert pair[0].recv(1) == b"x"
    watchdog.watch(pair[0], soon())
    assert pair[0].recv(1) == b""


def test_one_thread_serves_all(pair: tuple[socket.socket, socket.socket]) -> None:
    watchdog = _connection._Watchdog()
    before = threading.active_count()
    for watch in [watchdog.watch(pair[0], soon()) for _ in range(50)]:
        watchdog.cancel(watch)
    assert threading.active_count() <= before + 1


def test_a_forked_process_has_a_watchdog_of_its_own() -> None:
    before = _connection._watchdog
    _connection._renew_watchdog()
    assert _connection._watchdog is not before


def test_an_answer_without_a_socket_is_read_within_its_bound() -> None:
    chunks = iter([b"x" * 1000] * 1000)
    drain(httpx.Response(200, content=b""), chunks)
    assert 900 < len(list(chunks)) < 1000


def test_deadlines_strike_in_their_order(pair: tuple[socket.socket, socket.socket]) -> None:
    watchdog = _connection._Watchdog()
    late = watchdog.watch(pair[1], time.monotonic() + 60)
    watchdog.watch(pair[0], soon())
    assert pair[0].recv(1) == b""
    assert watchdog._watches == {late}
    watchdog.cancel(late)
