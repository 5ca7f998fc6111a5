"""Connections: shutting one down that a thread waits on, limiting the time of a read, giving one back.

httpx fixes the time limit of a body's reads when the body begins, and closing a connection does not wake the thread
that reads it. But a stream ends at its last event even if the server keeps the connection open, and fails when it is
closed.
"""

from __future__ import annotations

import contextlib
import os
import socket
import threading
import time
from collections.abc import Iterator
from typing import Final

from ._deadline import after, async_within
from ._httpx import httpx

# How long the watchdog's thread waits for more to do before it ends, in seconds.
_IDLE_SECONDS: Final = 1.0


def shut_down(response: httpx.Response) -> None:
    """Shut the connection of a response down, which wakes a thread that reads it."""
    connection = _socket_of(response)
    if connection:
        _shut_down(connection)


@contextlib.contextmanager
def limit_read(response: httpx.Response, seconds: float) -> Iterator[None]:
    """Shut the connection of a response down if the block takes longer."""
    connection = _socket_of(response)
    watch = connection and _watchdog.watch(connection, after(seconds))
    try:
        yield
    finally:
        if watch:
            _watchdog.cancel(watch)


def async_limit_read(response: httpx.Response, seconds: float) -> contextlib.AbstractAsyncContextManager[None]:
    """Raise httpx.ReadTimeout if the block takes longer."""
    return async_within(after(seconds))


def give_back(response: httpx.Response) -> None:
    """Close a response, so that its connection can be used again if the body was read to its end."""
    response.close()


async def async_give_back(response: httpx.Response) -> None:
    """The same, which goes on if this task is cancelled: httpcore would lose the connection."""
    import asyncio  # noqa: PLC0415  # slow to import, and not needed without async

    await asyncio.shield(response.aclose())


def is_shared(response: httpx.Response) -> bool:
    """Whether the connection of a response may serve others at the same time."""
    return response.http_version == "HTTP/2"


def _socket_of(response: httpx.Response) -> socket.socket | None:
    """The socket to shut down, or None for mocks, asyncio and HTTP/2."""
    if is_shared(response):
        return None
    stream = response.extensions.get("network_stream")
    connection = stream and stream.get_extra_info("socket")
    return connection if isinstance(connection, socket.socket) else None


def _shut_down(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        # Not the method of an SSLSocket, which takes its TLS state away from the waiting thread.
        socket.socket.shutdown(connection, socket.SHUT_RDWR)


class _Watchdog:
    """Shuts connections down at their deadlines. One thread does it for all, started at need."""

    def __init__(self) -> None:
        self._change = threading.Condition()
        self._watches: set[tuple[float, socket.socket]] = set()
        # When the thread wakes up next.
        self._next = 0.0
        self._thread: threading.Thread | None = None

    def watch(self, connection: socket.socket, deadline: float) -> tuple[float, socket.socket]:
        watch = deadline, connection
        with self._change:
            self._watches.add(watch)
            if self._thread is None:
                self._next = deadline
                self._thread = threading.Thread(target=self._run, name="cohere-chat watchdog", daemon=True)
                self._thread.start()
            elif deadline < self._next:
                self._next = deadline
                self._change.notify()
        return watch

    def cancel(self, watch: tuple[float, socket.socket]) -> None:
        with self._change:
            self._watches.discard(watch)

    def _run(self) -> None:
        with self._change:
            idle = False
            while self._watches or not idle:
                self._change.wait(max(self._next - time.monotonic(), 0))
                now = time.monotonic()
                for watch in [watch for watch in self._watches if watch[0] <= now]:
                    self._watches.discard(watch)
                    _shut_down(watch[1])
                idle = not self._watches
                self._next = min((deadline for deadline, _ in self._watches), default=now + _IDLE_SECONDS)
            self._thread = None


_watchdog = _Watchdog()


def _renew_watchdog() -> None:
    global _watchdog  # noqa: PLW0603
    _watchdog = _Watchdog()


# A forked process has neither the thread nor, perhaps, the lock in a usable state. Windows does not fork.
getattr(os, "register_at_fork", lambda **_: None)(after_in_child=_renew_watchdog)
