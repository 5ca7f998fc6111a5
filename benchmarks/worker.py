"""A contender in a process of its own: does what each line of its standard input says and tells what it cost.

Usage: worker.py CONTENDER, in the contender's own virtual environment.
"""

from __future__ import annotations

import asyncio
import gc
import importlib
import json
import resource
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent / "contenders"))

Result = dict[str, Any]


def status(field: str) -> int:
    """A size of this process in bytes: VmRSS as it is, VmHWM at its peak."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(f"{field}:"):
            return int(line.split()[1]) * 1024
    raise KeyError(field)


def conversation(count: int) -> list[dict[str, str]]:
    """Messages as a program would hold them."""
    roles = ["user", "assistant"]
    return [{"role": roles[i % 2], "content": f"Message {i}: what do you think of that?"} for i in range(count)]


class Worker:
    """Keeps a client for each URL, so that connections are reused as in a program that runs for long."""

    def __init__(self, contender: str, runner: asyncio.Runner) -> None:
        self._contender = importlib.import_module(contender)
        self._runner = runner
        self._clients: dict[tuple[str, bool], Any] = {}

    def do(self, job: str, **arguments: Any) -> Result:
        """Do a job by its name; the result tells CPU and wall time in seconds, and what else there is."""
        resource_before, wall_before = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
        result: Result = getattr(self, job)(**arguments)
        used = resource.getrusage(resource.RUSAGE_SELF)
        result.setdefault("wall", time.perf_counter() - wall_before)
        result.setdefault("user", used.ru_utime - resource_before.ru_utime)
        result.setdefault("system", used.ru_stime - resource_before.ru_stime)
        result["cpu"] = result["user"] + result["system"]
        return result

    def calls(self, url: str, what: str, times: int, messages: int = 1, threads: int = 0) -> Result:
        """Call one after the other, or `times` times in each of several threads."""
        given = conversation(messages)
        if what.startswith("async_"):
            return {"read": self._runner.run(self._async_calls(url, what, times, given))}
        client, call = self._client(url), getattr(self._contender, what)

        def repeat(_: int = 0) -> Any:
            for _ in range(times):
                read = call(client, given)
            return summary(read)

        if not threads:
            return {"read": repeat()}
        with ThreadPoolExecutor(threads) as pool:
            return {"read": list(pool.map(repeat, range(threads)))[-1]}

    def together(self, url: str, count: int) -> Result:
        """Read `count` streams at once in one event loop, then tell how much memory that took."""
        before = status("VmRSS")
        read = self._runner.run(self._together(url, count))
        return {"read": read, "memory": status("VmHWM") - before}

    def growth(self, url: str, what: str, times: int, samples: int) -> Result:
        """Tell how large the process is after each of several blocks of calls."""
        sizes = []
        for _ in range(samples):
            read = self.calls(url, what, times)["read"]
            gc.collect()
            sizes.append(status("VmRSS"))
        return {"read": read, "sizes": sizes}

    def _client(self, url: str, asynchronous: bool = False) -> Any:
        key = (url, asynchronous)
        if key not in self._clients:
            self._clients[key] = (self._contender.async_client if asynchronous else self._contender.client)(url)
        return self._clients[key]

    async def _async_calls(self, url: str, what: str, times: int, given: list[dict[str, str]]) -> Any:
        client, call = self._client(url, asynchronous=True), getattr(self._contender, what)
        for _ in range(times):
            read = await call(client, given)
        return summary(read)

    async def _together(self, url: str, count: int) -> Any:
        client, given = self._client(url, asynchronous=True), conversation(1)
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(self._contender.async_stream(client, given)) for _ in range(count)]
        return sum(len(task.result()) for task in tasks)


def summary(read: Any) -> Any:
    """What was read, short enough to compare: a text is told by its length."""
    return len(read) if isinstance(read, str) else [len(read[0]), *read[1:]]


def main() -> None:
    with asyncio.Runner() as runner:
        worker = Worker(sys.argv[1], runner)
        print("{}", flush=True)
        for line in sys.stdin:
            print(json.dumps(worker.do(**json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
