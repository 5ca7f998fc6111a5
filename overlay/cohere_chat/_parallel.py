"""Several calls at the same time, up to a bound: in threads, or in tasks."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from contextvars import copy_context
from typing import TypeVar

T = TypeVar("T")


def run_all(calls: list[Callable[[], T]], bound: int) -> list[T]:
    """The results of all calls in their order; once one has failed, no other begins."""
    with ThreadPoolExecutor(min(bound, len(calls)), thread_name_prefix="cohere-chat") as executor:
        futures = [executor.submit(copy_context().run, call) for call in calls]
        try:
            wait(futures, return_when=FIRST_EXCEPTION)
        finally:
            executor.shutdown(wait=False, cancel_futures=True)
    return [future.result() for future in futures]


async def async_run_all(calls: list[Callable[[], Awaitable[T]]], bound: int) -> list[T]:
    """The same in tasks; once one has failed, the others are cancelled."""
    import asyncio  # noqa: PLC0415  # slow to import, and not needed without async

    free = asyncio.Semaphore(bound)

    async def run(call: Callable[[], Awaitable[T]]) -> T:
        async with free:
            return await call()

    tasks = [asyncio.ensure_future(run(call)) for call in calls]
    try:
        return await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
