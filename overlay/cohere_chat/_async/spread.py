"""A client that spreads its requests over several httpx clients; see ../_spread.py."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from .._httpx import httpx
from .._spread import Pool, Pools


class AsyncSpreadClient(Pools[httpx.AsyncClient]):
    """Sends each request with one of several httpx clients, which it builds when they are needed."""

    async def send(self, request: httpx.Request, **options: Any) -> httpx.Response:
        """As httpx.AsyncClient.send()."""
        pool, unused = self.enter(request)
        try:
            if unused:
                await unused.aclose()
            response: httpx.Response = await pool.client.send(request, **options)
        except BaseException:
            pool.leave(request)
            raise
        if response.is_closed:
            pool.leave(request)
        else:
            response.stream = _PooledStream(response.stream, pool, request)
        return response

    async def aclose(self) -> None:
        """Close all clients."""
        for client in self.mark_closed():
            await client.aclose()


class _PooledStream(httpx.AsyncByteStream):
    """The body of a response, which leaves its pool when it is closed."""

    def __init__(self, stream: Any, pool: Pool[httpx.AsyncClient], request: httpx.Request) -> None:
        self._stream: httpx.AsyncByteStream = stream
        self._pool, self._request = pool, request

    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._stream)

    async def aclose(self) -> None:
        try:
            await self._stream.aclose()
        finally:
            self._pool.leave(self._request)
