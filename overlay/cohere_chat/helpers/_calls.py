"""Calls of tools at the same time: in threads, or in tasks."""

from __future__ import annotations

import contextlib
import contextvars
import inspect
import sys
import time
from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    import asyncio

    from ._tools import ToolCall


@attrs.frozen
class Outcome:
    """What a call gave.

    Attributes:
        value: The result.
        error: What the function raised instead.
        timed_out: Whether it took too long.
    """

    value: Any = None
    error: BaseException | None = None
    timed_out: bool = False


# Called when a call begins; what it returns is called with the outcome.
Watch = Callable[["ToolCall"], Callable[[Outcome], object]]


def make_calls(calls: Sequence[ToolCall], most: int, seconds: float | None, watch: Watch) -> list[Outcome]:
    """Make calls, at most `most` at a time, and wait for all; one that takes longer than `seconds` is abandoned.

    Calls are made in this thread if only one is made at a time and there is no time limit.
    """
    if seconds is None and (most == 1 or len(calls) == 1):
        return [_watched(call, watch) for call in calls]
    outcomes: dict[int, Outcome] = {}
    finished: SimpleQueue[tuple[int, Outcome]] = SimpleQueue()
    waiting = list(enumerate(calls))[::-1]
    # Of the calls under way, the oldest first: when their time is up, and what is called with their outcomes.
    deadlines: dict[int, float] = {}
    ends: dict[int, Callable[[Outcome], object]] = {}
    try:
        while waiting or deadlines:
            while waiting and len(deadlines) < most:
                index, call = waiting.pop()
                context = contextvars.copy_context()
                ends[index] = context.run(watch, call)
                deadlines[index] = time.monotonic() + (seconds or 0)
                _start(call, lambda outcome, index=index: finished.put((index, outcome)), context)  # type: ignore[misc]
            oldest = next(iter(deadlines))
            try:
                left = None if seconds is None else max(0.0, deadlines[oldest] - time.monotonic())
                index, outcome = finished.get(timeout=left)
            except Empty:
                index, outcome = oldest, Outcome(timed_out=True)
            if deadlines.pop(index, None) is not None:
                outcomes[index] = outcome
                ends[index](outcome)
    finally:
        # An interrupt abandons them.
        for index in deadlines:
            ends[index](Outcome(error=sys.exception()))
    return [outcomes[index] for index in range(len(calls))]


def _watched(call: ToolCall, watch: Watch) -> Outcome:
    end = watch(call)
    try:
        outcome = _outcome(call.make, Exception)
    except BaseException as error:
        end(Outcome(error=error))
        raise
    end(outcome)
    return outcome


async def async_make_calls(calls: Sequence[ToolCall], most: int, seconds: float | None, watch: Watch) -> list[Outcome]:
    """Make calls, at most `most` at a time, and wait for all; one that takes longer than `seconds` is cancelled.

    Functions that are not asynchronous are called in threads, which are abandoned.
    """
    import asyncio  # noqa: PLC0415  # slow, and a synchronous run has no need of it

    turn = asyncio.Semaphore(most)

    async def outcome(call: ToolCall) -> Outcome:
        limit = asyncio.timeout(seconds)
        try:
            async with limit:
                made = await (_awaited(call) if call.is_async else _in_thread(call, asyncio.get_running_loop()))
                return Outcome(await made.value) if inspect.isawaitable(made.value) else made
        except Exception as error:  # noqa: BLE001  # the run decides
            return Outcome(timed_out=True) if limit.expired() else Outcome(error=error)

    async def watched(call: ToolCall) -> Outcome:
        async with turn:
            end = watch(call)
            try:
                made = await outcome(call)
            except BaseException as error:
                end(Outcome(error=error))
                raise
            end(made)
            return made

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(watched(call)) for call in calls]
    cancelled = Outcome(error=asyncio.CancelledError())
    return [cancelled if task.cancelled() else task.result() for task in tasks]


async def _awaited(call: ToolCall) -> Outcome:
    return Outcome(await call.make())


async def _in_thread(call: ToolCall, loop: asyncio.AbstractEventLoop) -> Outcome:
    future: asyncio.Future[Outcome] = loop.create_future()

    def settle(outcome: Outcome) -> None:
        if not future.done():
            future.set_result(outcome)

    def tell(outcome: Outcome) -> None:
        # The loop may be gone by then.
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(settle, outcome)

    _start(call, tell, contextvars.copy_context())
    return await future


def _start(call: ToolCall, tell: Callable[[Outcome], object], context: contextvars.Context) -> None:
    """Make a call in a thread of its own, which does not keep the program from exiting."""
    Thread(target=lambda: tell(context.run(_outcome, call.make, BaseException)), daemon=True).start()


def _outcome(make: Callable[[], Any], failures: type[BaseException]) -> Outcome:
    try:
        return Outcome(make())
    except failures as error:
        return Outcome(error=error)
