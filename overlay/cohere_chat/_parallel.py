"""Several calls at the same time, up to a bound: in threads, or in tasks."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from contextvars import copy_context
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


def run_all(calls: list[Callable[[], T]], bound: int) -> list[T]:
    """The results of all calls in their order; once one has failed, no other begins. An interrupt abandons them."""
    # Not concurrent.futures: it waits for its threads, and refuses calls once the main thread has ended.
    waiting = deque((index, copy_context(), call) for index, call in enumerate(calls))
    results: dict[int, T] = {}
    ended: SimpleQueue[BaseException | None] = SimpleQueue()

    def work() -> None:
        failure = None
        # None is waiting.
        with suppress(IndexError):
            while True:
                index, context, call = waiting.popleft()
                try:
                    results[index] = context.run(call)
                except BaseException as error:  # noqa: BLE001  # raised below
                    failure = error
                    waiting.clear()
        ended.put(failure)

    try:
        for _ in calls[:bound]:
            try:
                Thread(target=work, daemon=True).start()
            except RuntimeError:
                # Since Python 3.12, no thread starts once the main thread has ended.
                work()
        failures = [ended.get() for _ in calls[:bound]]
    finally:
        waiting.clear()
    for failure in filter(None, failures):
        raise failure
    return [results[index] for index in range(len(calls))]


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
