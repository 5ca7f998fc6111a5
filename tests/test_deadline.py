"""Deadlines: what is theirs becomes a timeout, what is not stays what it is."""

from __future__ import annotations

import asyncio
import math

import httpx
import pytest
from cohere_chat import _deadline


def test_seconds_become_a_moment_and_none_becomes_never() -> None:
    assert _deadline.after(None) == math.inf
    _deadline.check(_deadline.after(60))
    with pytest.raises(httpx.ReadTimeout, match="the deadline has passed"):
        _deadline.check(_deadline.after(-1))


def test_a_task_ends_at_its_deadline() -> None:
    async def main() -> None:
        async with _deadline.async_within(_deadline.after(-1)):
            await asyncio.Event().wait()

    with pytest.raises(httpx.ReadTimeout, match="the deadline has passed"):
        asyncio.run(main())


def test_a_time_limit_of_somebody_else_is_passed_on() -> None:
    async def main() -> None:
        async with _deadline.async_within(_deadline.after(60)):
            raise TimeoutError("of the caller's own")

    with pytest.raises(TimeoutError, match="of the caller's own"):
        asyncio.run(main())
