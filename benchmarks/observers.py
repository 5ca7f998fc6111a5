"""What observers and tracing cost: CPU time and memory of 10,000 chats with no observer, with one, and with tracing.

Usage: observers.py [CALLS [PROCESSES]], with opentelemetry-sdk installed. It starts a server and, for each variant,
some processes, which take turns in rounds, so that whatever slows the machine slows all of them. A variant's figure is
the median of its rounds; its ratio is that of the medians.
"""

from __future__ import annotations

import gc
import json
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

VARIANTS = {
    "none": "no observer",
    "one": "an observer that reads each event",
    "api": "tracing without an SDK",
    "unsampled": "tracing, spans not sampled, with metrics",
    "sdk": "tracing, all spans kept and thrown away, with metrics",
}
# How many rounds the calls of a process are spread over.
ROUNDS = 20
CHAT: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "Hello!"}]}


class Reader:
    """An observer that looks at what most would look at."""

    def __init__(self) -> None:
        self.seen: dict[str, float] = {}

    def on_request(self, event: Any) -> None:
        self.seen[event.operation] = event.call

    def on_end(self, event: Any) -> None:
        self.seen[event.operation] = event.seconds

    def on_error(self, event: Any) -> None:
        self.seen[event.operation] = event.seconds


def observers_of(variant: str) -> list[object]:
    if variant in ("none", "one"):
        return [Reader()] if variant == "one" else []
    from cohere_chat.otel import Tracing  # noqa: PLC0415  # only in some processes

    if variant == "api":
        return [Tracing()]
    from opentelemetry.sdk.metrics import MeterProvider  # noqa: PLC0415
    from opentelemetry.sdk.metrics.export import InMemoryMetricReader  # noqa: PLC0415
    from opentelemetry.sdk.trace import SpanProcessor, TracerProvider  # noqa: PLC0415
    from opentelemetry.sdk.trace.sampling import ALWAYS_OFF, ALWAYS_ON  # noqa: PLC0415

    spans = TracerProvider(sampler=ALWAYS_OFF if variant == "unsampled" else ALWAYS_ON)
    spans.add_span_processor(SpanProcessor())
    return [Tracing(tracer_provider=spans, meter_provider=MeterProvider([InMemoryMetricReader()]))]


def work(variant: str, url: str) -> None:
    """Make as many calls as each line of the standard input says; tell the CPU seconds, and the memory after them."""
    import cohere_chat  # noqa: PLC0415  # not in the process that starts the others

    with cohere_chat.ClientV2("key-of-the-benchmark", base_url=url, observers=observers_of(variant)) as client:
        for line in sys.stdin:
            before = time.process_time()
            for _ in range(int(line)):
                client.chat(**CHAT)
            used = time.process_time() - before
            gc.collect()
            resident = Path("/proc/self/statm").read_text().split()[1]
            print(json.dumps({"cpu": used, "objects": len(gc.get_objects()), "pages": int(resident)}), flush=True)


def main(calls: int = 10_000, processes: int = 3) -> None:
    here = Path(__file__)
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, *arguments]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        started.append(process)
        return process

    def ask(process: subprocess.Popen[str], count: int) -> dict[str, Any]:
        assert process.stdin
        assert process.stdout
        process.stdin.write(f"{count}\n")
        process.stdin.flush()
        told: dict[str, Any] = json.loads(process.stdout.readline())
        return told

    try:
        server = start(str(here.with_name("server.py")))
        assert server.stdout
        url = f"http://127.0.0.1:{json.loads(server.stdout.readline())['http']}/text=40"
        workers = {
            variant: [start(str(here), "--work", variant, url) for _ in range(processes)] for variant in VARIANTS
        }
        in_a_round = max(1, calls // ROUNDS)
        costs: dict[str, list[float]] = {variant: [] for variant in VARIANTS}
        first = {process: ask(process, in_a_round) for group in workers.values() for process in group}
        last = dict(first)
        for number in range(ROUNDS * processes):
            # In another order each time.
            for variant in list(VARIANTS)[:: 1 if number % 2 else -1]:
                process = workers[variant][number % processes]
                last[process] = ask(process, in_a_round)
                costs[variant].append(last[process]["cpu"] / in_a_round)
        base = statistics.median(costs["none"])
        print("| | CPU time of a chat | to no observer | objects more | pages more |\n|---|---|---|---|---|")
        for variant, told in VARIANTS.items():
            cost = statistics.median(costs[variant])
            objects, pages = (
                max(last[process][what] - first[process][what] for process in workers[variant])
                for what in ("objects", "pages")
            )
            print(f"| {told} | {cost * 1e6:.1f} µs | {cost / base:.3f} | {objects} | {pages} |")
    finally:
        for process in started:
            process.kill()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--work"]:
        work(*sys.argv[2:])
    else:
        main(*map(int, sys.argv[1:]))
