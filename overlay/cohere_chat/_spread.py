"""Small pools behind one client: a request costs the same however many others are open.

At the start and end of each request, httpcore looks at every connection of its pool, and for each idle one at every
connection again. A request then costs more the more are open. So requests are spread over many small pools. Each is
the pool of an httpx client of its own, so that httpx goes on deciding about proxies and TLS.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import RLock
from typing import Final, Generic, TypeVar

from ._httpx import httpx

C = TypeVar("C", httpx.Client, httpx.AsyncClient)

# Requests in one pool before the next pool is used. docs/benchmarks/README.md compares sizes.
POOL_SIZE: Final = 8
# Idle connections kept by all pools together, and for how many seconds.
MAX_IDLE: Final = 100
IDLE_SECONDS: Final = 30.0


class Pool(Generic[C]):
    """An httpx client with the requests that it is serving."""

    def __init__(self, client: C) -> None:
        self.client: C = client
        # A set changes in one step; a signal handler or a thread may interrupt `count += 1`.
        self.requests: set[httpx.Request] = set()
        self.last_used = time.monotonic()

    def leave(self, request: httpx.Request) -> None:
        self.last_used = time.monotonic()
        self.requests.discard(request)


class Pools(Generic[C]):
    """Pools that are filled in order, so that few requests at a time share the connections of the first.

    Args:
        build: Makes an httpx client with these limits, or None if it can make no more that are like the first.
    """

    def __init__(self, build: Callable[[httpx.Limits], C | None]) -> None:
        first = build(_limits(0))
        assert first is not None
        self._build: Callable[[httpx.Limits], C | None] = build
        self._pools: list[Pool[C]] = [Pool(first)]
        # Reentrant, for a signal handler may run while it is held.
        self._lock = RLock()
        self.is_closed = False

    @property
    def first(self) -> C:
        """The httpx client that is used first."""
        return self._pools[0].client

    def enter(self, request: httpx.Request) -> tuple[Pool[C], C | None]:
        """Choose the pool for a request; give it with a client to close, whose pool was not used for long."""
        with self._lock:
            if self.is_closed:
                raise RuntimeError("this client is closed")
            last, unused = self._pools[-1], None
            if len(self._pools) > 1 and not last.requests and time.monotonic() - last.last_used > IDLE_SECONDS:
                unused = self._pools.pop().client
            pool = next((pool for pool in self._pools if len(pool.requests) < POOL_SIZE), None) or self._add()
            pool.requests.add(request)
        return pool, unused

    def _add(self) -> Pool[C]:
        client = self._build(_limits(len(self._pools)))
        if client is None:
            return min(self._pools, key=lambda pool: len(pool.requests))
        self._pools.append(Pool(client))
        return self._pools[-1]

    def mark_closed(self) -> list[C]:
        with self._lock:
            self.is_closed = True
            return [pool.client for pool in self._pools]


def _limits(index: int) -> httpx.Limits:
    # A stream holds its connection as long as it lasts, so the number in use has no limit.
    idle = max(0, min(POOL_SIZE, MAX_IDLE - index * POOL_SIZE))
    return httpx.Limits(max_connections=None, max_keepalive_connections=idle, keepalive_expiry=IDLE_SECONDS)
