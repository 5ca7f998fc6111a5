"""Keep both clients busy against the emulator, with faults, and check that nothing is lost, doubled or left behind.

python tools/soak.py 60     # seconds; exit status 1 if something is wrong

One ClientV2 is shared by threads and one AsyncClientV2 by tasks, in one process; the emulator runs in another. Every
call must have exactly one outcome, which its fault explains; the emulator must have seen each attempt once; no socket,
thread or task may be left, and memory must not grow.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import logging
import os
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from typing import IO, Any, Final

import cohere_chat
from cohere_chat import RequestOptions, errors

THREADS: Final = 8
TASKS: Final = 32
# Of a hundred calls, so many have a fault.
FAULTY: Final = 6
# What may come of a call with a fault; without one it is complete, or left early by us. A JSON reply has two halves.
FAULTS: Final[dict[str, tuple[type[Exception] | None, ...]]] = {
    "status=503; times=1": (None,),
    "status=429; retry-after=0; times=2": (None,),
    "status=500": (errors.InternalServerError,),
    "status=400": (errors.BadRequestError,),
    "reset=0; times=1": (None,),
    "cut=0": (errors.ApiConnectionError,),
    "cut=1": (errors.ApiConnectionError,),
    "reset=1": (errors.ApiConnectionError,),
    "stall=1": (errors.ApiTimeoutError,),
    "truncate=60": (errors.ApiConnectionError, errors.StreamInterruptedError),
    "drip=50; pause=0.001": (None,),
    "delay=0.02": (None,),
    "unknown-event=1": (None,),
    "error=1; message=Out of memory": (errors.GenerationError, None),
}
MODEL: Final = "command-a-plus-05-2026"
# Seconds: enough for a machine under load, and short where the emulator stalls.
TIMEOUT: Final = 60.0
STALL_TIMEOUT: Final = 2.0
# What memory may grow by between a quarter of the time and its end, in bytes, and in objects for each call.
GROWTH: Final = 8 * 1024 * 1024
OBJECTS: Final = 0.5


class Tally:
    """What was asked for and what came of it."""

    def __init__(self) -> None:
        self.calls = 0
        self.outcomes: Counter[str] = Counter()
        self.wrong: list[str] = []
        self._lock = threading.Lock()

    def begin(self) -> tuple[str, str | None, RequestOptions]:
        """What to do next, with which fault, and the options that ask for it."""
        with self._lock:
            self.calls += 1
            number = self.calls
        fault = random.choice(list(FAULTS)) if random.randrange(100) < FAULTY else None
        headers = {} if fault is None else {"X-Emulator-Fault": f"{fault}; id={number}"}
        what = random.choice(("chat", "stream", "text", "leave"))
        timeout = STALL_TIMEOUT if fault and "stall" in fault else TIMEOUT
        return what, fault, {"additional_headers": headers, "timeout": timeout}

    def end(self, what: str, fault: str | None, error: Exception | None, complete: bool) -> None:
        expected = (None,) if fault is None else FAULTS[fault]
        fits = complete if error is None else isinstance(error, tuple(kind for kind in expected if kind))
        # Who leaves a stream early may not see its end.
        fits = fits and (error is not None or None in expected or what == "leave")
        with self._lock:
            self.outcomes["complete" if error is None else type(error).__name__] += 1
            if not fits:
                self.wrong.append(f"{what} with {fault or 'no fault'}: {error!r}")


class Retries(logging.Handler):
    """Counts the lines that tell of retries."""

    count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1


class Seen(threading.Thread):
    """Counts the requests that the emulator logs."""

    def __init__(self, log: IO[str]) -> None:
        super().__init__()
        self._log = log
        self.count = 0

    def run(self) -> None:
        for line in self._log:
            self.count += "POST /v2/chat" in line


def params() -> Any:
    content = f"Tell me about {random.choice(('ships', 'snow', 'tea', 'Rome'))}."
    return {"model": MODEL, "messages": [{"role": "user", "content": content}], "max_tokens": 40}


def thread(client: cohere_chat.ClientV2, tally: Tally, until: float) -> None:
    while time.monotonic() < until:
        what, fault, options = tally.begin()
        error: Exception | None = None
        complete = False
        try:
            if what == "chat":
                complete = bool(client.chat(**params(), request_options=options).message.content)
            else:
                with client.chat_stream(**params(), request_options=options) as stream:
                    if what == "leave":
                        next(stream)
                        complete = True
                    elif what == "text":
                        text = "".join(stream.text_stream)
                        complete = text == stream.snapshot.text and bool(text)
                    else:
                        complete = stream.final_response().finish_reason is not None
        except errors.CohereError as failure:
            error = failure
        tally.end(what, fault, error, complete)


async def task(client: cohere_chat.AsyncClientV2, tally: Tally, until: float) -> None:
    while time.monotonic() < until:
        what, fault, options = tally.begin()
        error: Exception | None = None
        complete = False
        try:
            if what == "chat":
                complete = bool((await client.chat(**params(), request_options=options)).message.content)
            else:
                async with client.chat_stream(**params(), request_options=options) as stream:
                    if what == "leave":
                        await anext(stream)
                        complete = True
                    elif what == "text":
                        text = "".join([piece async for piece in stream.text_stream])
                        complete = text == stream.snapshot.text and bool(text)
                    else:
                        complete = (await stream.final_response()).finish_reason is not None
        except errors.CohereError as failure:
            error = failure
        tally.end(what, fault, error, complete)


async def tasks(url: str, tally: Tally, until: float) -> int:
    """Run the tasks; give how many are left."""
    policy = cohere_chat.RetryPolicy(initial_delay=0.01)
    async with cohere_chat.AsyncClientV2("key", base_url=url, retry_policy=policy) as client:
        await asyncio.gather(*(task(client, tally, until) for _ in range(TASKS)))
    return len(asyncio.all_tasks()) - 1


def memory() -> int:
    """Bytes that this process has in memory."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def sockets() -> int:
    """Sockets that this process has open."""
    count = 0
    for number in os.listdir("/proc/self/fd"):
        with contextlib.suppress(OSError):
            count += os.readlink(f"/proc/self/fd/{number}").startswith("socket:")
    return count


def soak(url: str, log_of_emulator: IO[str], seconds: float) -> list[str]:
    """Give what is wrong."""
    seen = Seen(log_of_emulator)
    seen.start()
    tally, retries = Tally(), Retries()
    log = logging.getLogger("cohere_chat")
    log.addHandler(retries)
    log.setLevel(logging.INFO)
    open_before = sockets()
    until = time.monotonic() + seconds
    left: list[int] = []
    policy = cohere_chat.RetryPolicy(initial_delay=0.01)
    with cohere_chat.ClientV2("key", base_url=url, retry_policy=policy) as client:
        running = [threading.Thread(target=thread, args=(client, tally, until)) for _ in range(THREADS)]
        running.append(threading.Thread(target=lambda: left.append(asyncio.run(tasks(url, tally, until)))))
        for one in running:
            one.start()
        time.sleep(seconds / 4)
        gc.collect()
        early = memory(), sys.getallocatedblocks(), tally.calls
        for one in running:
            one.join()
    gc.collect()
    growth = memory() - early[0]
    objects = (sys.getallocatedblocks() - early[1]) / (tally.calls - early[2])
    # The thread that ends what takes too long goes when there is nothing more to do.
    expected = tally.calls + retries.count
    for _ in range(1000):
        if threading.active_count() == 2 and seen.count >= expected:
            break
        time.sleep(0.01)
    print(f"calls       {tally.calls} in {seconds:.0f} s, by {THREADS} threads and {TASKS} tasks")
    print(f"attempts    {tally.calls + retries.count}, of which {retries.count} retries; the emulator saw {seen.count}")
    for name, count in tally.outcomes.most_common():
        print(f"{name:<28}{count:>8}  {count / tally.calls:7.2%}")
    print(f"left        {sockets() - open_before} sockets, {left} tasks, {threading.active_count() - 2} threads")
    print(f"memory      {growth / 1024:+.0f} KiB since a quarter of the time, {objects:+.2f} objects a call")

    problems = tally.wrong[:20]
    if sum(tally.outcomes.values()) != tally.calls:
        problems.append("not every call has one outcome")
    if seen.count != expected:
        problems.append("the emulator saw another number of attempts")
    if sockets() > open_before or left != [0] or threading.active_count() > 2:
        problems.append("something is left")
    if growth > GROWTH or objects > OBJECTS:
        problems.append("memory grows")
    return problems


def main() -> None:
    assert __doc__
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("seconds", type=float, nargs="?", default=60.0)
    arguments = parser.parse_args()
    command = [sys.executable, "-m", "cohere_chat.emulator", "--port", "0", "--log"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as emulator:
        assert emulator.stdout is not None
        assert emulator.stderr is not None
        url = emulator.stdout.readline().split(" until")[0].rpartition(" ")[2]
        try:
            problems = soak(url, emulator.stderr, arguments.seconds)
        finally:
            emulator.terminate()
    if problems:
        sys.exit("\n".join(problems))


if __name__ == "__main__":
    main()
