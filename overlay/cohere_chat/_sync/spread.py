# Made by `make generate` from ../_async/spread.py. Do not edit.
"""A client that spreads its requests over several httpx clients; see ../_spread.py."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .._httpx import httpx
from .._spread import Pool, Pools


class SpreadClient(Pools[httpx.Client]):
    """Sends each request with one of several httpx clients, which it builds when they are needed."""

    def send(self, request: httpx.Request, **options: Any) -> httpx.Response:
        """As httpx.Client.send()."""
        pool, unused = self.enter(request)
        try:
            if unused:
                unused.close()
            response: httpx.Response = pool.client.send(request, **options)
        except BaseException:
            pool.leave(request)
            raise
        if response.is_closed:
            pool.leave(request)
        else:
            response.stream = _PooledStream(response.stream, pool, request)
        return response

    def close(self) -> None:
        """Close all clients."""
        for client in self.mark_closed():
            client.close()


class _PooledStream(httpx.SyncByteStream):
    """The body of a response, which leaves its pool when it is closed."""

    def __init__(self, stream: Any, pool: Pool[httpx.Client], request: httpx.Request) -> None:
        self._stream: httpx.SyncByteStream = stream
        self._pool, self._request = pool, request

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._stream)

    def close(self) -> None:
        try:
            self._stream.close()
        finally:
            self._pool.leave(self._request)
