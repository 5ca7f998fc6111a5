"""Reading the end of a finished stream, so that its connection can be used again: bounded in time and bytes."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import threading
import time
from collections import deque
from collections.abc import AsyncIterator, Iterator
from typing import Final

import httpx

# The rest is a few bytes that come at once, or it is not worth waiting for.
_SECONDS: Final = 0.5
_BYTES: Final = 64 * 1024
# How long the thread of the watchdog waits for more to do before it ends, in seconds.
_IDLE_SECONDS: Final = 10.0


def drain(response: httpx.Response, chunks: Iterator[bytes]) -> None:
    """Read what is left of a body; if that takes too long or is too much, give up."""
    stream = response.extensions.get("network_stream")
    connection = stream and stream.get_extra_info("socket")
    watch = _watchdog.watch(connection) if connection else None
    try:
        size = 0
        for chunk in chunks:
            size += len(chunk)
            if size > _BYTES:
                break
    except (httpx.HTTPError, httpx.StreamError):
        pass
    finally:
        if watch:
            _watchdog.cancel(watch)


async def async_drain(response: httpx.Response, chunks: AsyncIterator[bytes]) -> None:
    """The same without blocking the event loop."""
    with contextlib.suppress(httpx.HTTPError, httpx.StreamError, TimeoutError):
        async with asyncio.timeout(_SECONDS):
            size = 0
            async for chunk in chunks:
                size += len(chunk)
                if size > _BYTES:
                    break


class _Watch:
    """A socket and when it is shut down; without the socket the watch is off."""

    __slots__ = ("connection", "deadline")

    def __init__(self, connection: socket.socket) -> None:
        self.connection: socket.socket | None = connection
        self.deadline = time.monotonic() + _SECONDS


class _Watchdog:
    """Shuts down the sockets that keep a thread waiting for too long.

    httpx fixes the time limit of a body's reads when the body begins, and a blocked read can be ended from another
    thread only. One thread does it for all, started at need.
    """

    def __init__(self) -> None:
        self._change = threading.Condition()
        # Soonest first, since all last equally long.
        self._watches: deque[_Watch] = deque()
        self._thread: threading.Thread | None = None

    def watch(self, connection: socket.socket) -> _Watch:
        watch = _Watch(connection)
        with self._change:
            self._watches.append(watch)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="cohere-chat watchdog", daemon=True)
                self._thread.start()
            elif len(self._watches) == 1:
                self._change.notify()
        return watch

    def cancel(self, watch: _Watch) -> None:
        with self._change:
            watch.connection = None

    def _run(self) -> None:
        with self._change:
            while self._watches or self._change.wait(_IDLE_SECONDS):
                wait = self._watches[0].deadline - time.monotonic()
                if wait > 0:
                    self._change.wait(wait)
                    continue
                connection = self._watches.popleft().connection
                if connection is not None:
                    with contextlib.suppress(OSError):
                        # Not the method of an SSLSocket, which takes its TLS state away from the reading thread.
                        socket.socket.shutdown(connection, socket.SHUT_RDWR)
            self._thread = None


_watchdog = _Watchdog()


def _renew_watchdog() -> None:
    global _watchdog  # noqa: PLW0603
    _watchdog = _Watchdog()


# A forked process has neither the thread nor, perhaps, the lock in a usable state. Windows does not fork.
getattr(os, "register_at_fork", lambda **_: None)(after_in_child=_renew_watchdog)
