"""Connections of the synchronous client that keep to the deadline of the thread that uses them, and end when closed."""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Iterable
from typing import Any, Final

import httpcore
import httpx

from ._deadline import left

# How much goes out between two looks at the clock, in bytes.
_PIECE: Final = 256 * 1024


def keep_deadlines(client: httpx.Client) -> None:
    """Let the connections of a client be such connections.

    httpx has no public way to its transports, nor they to what opens their connections.
    """
    for transport in (client._transport, *client._mounts.values()):
        if isinstance(transport, httpx.HTTPTransport):
            transport._pool._network_backend = _Backend()


class Connection(httpcore.NetworkStream):
    """One connection."""

    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream
        self._process = os.getpid()

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _at_most(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for start in range(0, len(buffer), _PIECE):
            self._stream.write(buffer[start : start + _PIECE], _at_most(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        # Closing alone does not wake a thread that waits for data. In a forked process, which shares the connection,
        # a shutdown would end it for the parent, too.
        if self._process == os.getpid():
            with contextlib.suppress(OSError):
                # Not the method of an SSLSocket, which takes its TLS state away from the waiting thread.
                socket.socket.shutdown(self._stream.get_extra_info("socket"), socket.SHUT_RDWR)
        self._stream.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        timeout = _at_most(timeout, httpcore.ConnectTimeout)
        return Connection(self._stream.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Backend(httpcore.SyncBackend):
    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        timeout = _at_most(timeout, httpcore.ConnectTimeout)
        return Connection(super().connect_tcp(host, port, timeout, local_address, socket_options))


def _at_most(timeout: float | None, error: type[httpcore.TimeoutException]) -> float | None:
    seconds = left()
    if seconds <= 0:
        raise error("the deadline has passed")
    if timeout is None:
        return None if seconds == float("inf") else seconds
    return min(timeout, seconds)
