"""Deadlines: moments of time.monotonic() that no network call of this thread or task outlasts.

httpx limits each read by itself, so that a server that sends a byte now and then keeps its caller for ever.
"""

from __future__ import annotations

import asyncio
import contextlib
import math
import time
from collections.abc import AsyncIterator, Iterator
from contextvars import ContextVar

import httpx

# In a task a deadline strikes this much later, in seconds: httpx's own time limits tell what they waited for.
_GRACE = 0.1

_deadline = ContextVar("deadline", default=math.inf)


def after(seconds: float | None) -> float:
    """The deadline in so many seconds; None means that there is none."""
    return math.inf if seconds is None else time.monotonic() + seconds


def left() -> float:
    """Seconds until the deadline of this thread; 0 or less when it has passed."""
    return _deadline.get() - time.monotonic()


@contextlib.contextmanager
def within(deadline: float) -> Iterator[None]:
    """Keep the network calls of this thread to a deadline: those of clients of ours, see _connection.py.

    Raises:
        httpx.TimeoutException: It has passed.
    """
    token = _deadline.set(deadline)
    try:
        yield
    finally:
        _deadline.reset(token)


@contextlib.asynccontextmanager
async def async_within(deadline: float) -> AsyncIterator[None]:
    """Keep this task to a deadline, whatever it waits for.

    Raises:
        httpx.ReadTimeout: It has passed.
    """
    try:
        async with asyncio.timeout(None if deadline == math.inf else deadline + _GRACE - time.monotonic()) as limit:
            yield
    except TimeoutError:
        if not limit.expired():
            raise
        raise httpx.ReadTimeout("the deadline has passed") from None
