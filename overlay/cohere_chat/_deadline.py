"""Deadlines: moments of time.monotonic() at which an attempt is over.

httpx limits each read by itself, so that a server that sends a byte now and then keeps its caller for ever. A task
ends at its deadline whatever it waits for; a thread looks at the clock after each read.
"""

from __future__ import annotations

import contextlib
import math
import time
from collections.abc import AsyncIterator, Iterator

from ._httpx import httpx

# A task's deadline ends this many seconds later, so that httpx's own timeouts come first: they name the phase.
_GRACE = 0.1


def after(seconds: float | None) -> float:
    """The deadline that many seconds from now; None sets none."""
    return math.inf if seconds is None else time.monotonic() + seconds


def check(deadline: float) -> None:
    """Raise httpx.ReadTimeout if the deadline has passed."""
    if time.monotonic() > deadline:
        raise httpx.ReadTimeout("the deadline has passed")


@contextlib.contextmanager
def within(deadline: float) -> Iterator[None]:
    """Keep this thread to a deadline: check() at the end. A block that takes longer should check() as well."""
    yield
    check(deadline)


@contextlib.asynccontextmanager
async def async_within(deadline: float) -> AsyncIterator[None]:
    """Keep this task to a deadline, whatever it waits for; httpx.ReadTimeout ends it."""
    import asyncio  # noqa: PLC0415  # slow to import, and not needed without async

    limit = asyncio.timeout(None if deadline == math.inf else deadline + _GRACE - time.monotonic())
    try:
        async with limit:
            yield
    except TimeoutError:
        if not limit.expired():
            raise
        raise httpx.ReadTimeout("the deadline has passed") from None
