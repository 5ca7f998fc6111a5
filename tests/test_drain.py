"""The watchdog behind drain(): it ends what takes too long, and nothing else."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import httpx
import pytest
from cohere_chat import _drain


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.settimeout(10)
        yield ours, theirs


def test_it_ends_a_read_that_takes_too_long(pair: tuple[socket.socket, socket.socket]) -> None:
    watchdog = _drain._Watchdog()
    watchdog.watch(pair[0])
    assert pair[0].recv(1) == b""


def test_it_leaves_a_cancelled_watch_alone(
    pair: tuple[socket.socket, socket.socket], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_drain, "_SECONDS", 0.01)
    monkeypatch.setattr(_drain, "_IDLE_SECONDS", 0.01)
    watchdog = _drain._Watchdog()
    watchdog.cancel(watchdog.watch(pair[0]))
    thread = watchdog._thread
    assert thread is not None
    thread.join(10)
    assert not thread.is_alive()
    pair[1].send(b"x")
    assert pair[0].recv(1) == b"x"


def test_it_starts_again_after_it_has_ended(
    pair: tuple[socket.socket, socket.socket], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_drain, "_SECONDS", 0.01)
    monkeypatch.setattr(_drain, "_IDLE_SECONDS", 0.01)
    watchdog = _drain._Watchdog()
    watchdog.cancel(watchdog.watch(pair[0]))
    assert watchdog._thread is not None
    watchdog._thread.join(10)
    watchdog.watch(pair[0])
    assert pair[0].recv(1) == b""


def test_one_thread_serves_all(pair: tuple[socket.socket, socket.socket]) -> None:
    watchdog = _drain._Watchdog()
    before = threading.active_count()
    for watch in [watchdog.watch(pair[0]) for _ in range(50)]:
        watchdog.cancel(watch)
    assert threading.active_count() <= before + 1


def test_a_forked_process_has_a_watchdog_of_its_own() -> None:
    before = _drain._watchdog
    _drain._renew_watchdog()
    assert _drain._watchdog is not before


def test_an_answer_without_a_socket_is_read_within_its_bound() -> None:
    chunks = iter([b"x" * 1000] * 1000)
    _drain.drain(httpx.Response(200), chunks)
    assert 900 < len(list(chunks)) < 1000
