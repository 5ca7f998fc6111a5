"""What is measured, and the lines of the table with what each may cost beside hand-written httpx."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

SMALL = "text=40"
LARGE = "text=8192,citations=50,calls=3"


@dataclass(frozen=True)
class Measurement:
    """A piece of work that every contender does.

    Attributes:
        path: What the server answers; see server.py.
        arguments: Of the job.
        job: The method of worker.py that is timed, or "cold" for cold.py.
        per: How many units of the table's line are in one call of the job.
        quick: Whether `make bench-quick` does it too.
        rounds: How often a job is done that takes seconds and a process of its own.
        warm: How many streams at once come before those that count, so that there are idle connections.
    """

    path: str
    arguments: dict[str, Any]
    job: Literal["calls", "cold", "together", "growth"] = "calls"
    per: int = 1
    quick: bool = True
    rounds: int = 3
    warm: int = 0


@dataclass(frozen=True)
class Line:
    """A line of the table.

    Attributes:
        title: What one unit is.
        measurement: The key in MEASUREMENTS.
        column: Which of its results.
        most: What ours may be at most: a part of naive's or, for "slope", "connections" and "size", the figure itself.
    """

    title: str
    measurement: str
    column: Literal["cpu", "wall", "memory", "slope", "connections", "bytes", "distributions"] = "cpu"
    most: float | None = None

    @property
    def absolute(self) -> bool:
        return self.column not in ("cpu", "wall", "memory")


def _calls(path: str, what: str, per: int = 1, quick: bool = True, **arguments: Any) -> Measurement:
    return Measurement(path, {"what": what, **arguments}, per=per, quick=quick)


def _both(key: str, path: str, what: str, per: int = 1, quick: bool = True) -> dict[str, Measurement]:
    return {key: _calls(path, what, per, quick), f"async_{key}": _calls(path, f"async_{what}", per, quick)}


def _cold(scheme: str, goal: str) -> Measurement:
    return Measurement(SMALL, {"scheme": scheme, "goal": goal}, "cold")


def _abreast(count: int, rounds: int) -> Measurement:
    path = f"events=50,framing=abreast,count={count}"
    # As in a program that runs for long, there are idle connections, which make the pools of httpcore slower.
    return Measurement(path, {"count": count}, "together", per=count, quick=False, rounds=rounds, warm=100)


MEASUREMENTS: dict[str, Measurement] = {
    **_both("chat_small", SMALL, "chat"),
    **_both("chat_large", LARGE, "chat"),
    **_both("event_packed", "events=5000", "stream", per=5000),
    **_both("event_chunk", "events=2000,framing=chunks", "stream", per=2000),
    **_both("event_segment", "events=200,framing=paced", "stream", per=200),
    **_both("event_tool", "events=5000,kind=tools", "stream", per=5000, quick=False),
    **_both("stream_50", "events=50,framing=chunks", "stream"),
    **_both("embed_960", SMALL, "embed"),
    "threads_32": _calls(SMALL, "chat", per=32, threads=32),
    "cold_http_ready": _cold("http", "ready"),
    "cold_https_ready": _cold("https", "ready"),
    "cold_http": _cold("http", "reply"),
    "cold_https": _cold("https", "reply"),
    "streams_200": Measurement("events=40,framing=paced,pause=50", {"count": 200}, "together", per=200, quick=False),
    "streams_1000": Measurement("events=30,framing=paced,pause=100", {"count": 1000}, "together", 1000, quick=False),
    # By hand, two thousand take minutes.
    **{f"abreast_{n}": _abreast(n, rounds) for n, rounds in ((200, 3), (1000, 2), (2000, 1))},
    "leak_call": Measurement(SMALL, {"what": "chat", "times": 1000, "samples": 22}, "growth", per=1000, quick=False),
    "leak_stream": Measurement(
        "events=50", {"what": "stream", "times": 100, "samples": 22}, "growth", 100, quick=False
    ),
    **{f"messages_{n}": _calls(SMALL, "chat", messages=n, quick=n == 1000) for n in (10, 100, 1000)},
    **{f"reply_{n}": _calls(f"text={n}", "chat", quick=n == 5_000_000) for n in (1000, 100_000, 5_000_000)},
    **{f"events_{n}": _calls(f"events={n}", "stream", quick=False) for n in (100, 1000, 10_000)},
}

LINES = [
    Line("chat, small", "chat_small", most=0.90),
    Line("chat, large (8 KB of text, 50 citations, 3 tool calls)", "chat_large", most=1.0),
    Line("async chat, small", "async_chat_small", most=0.75),
    Line("async chat, large", "async_chat_large", most=0.85),
    Line("stream event, 16 KiB chunks", "event_packed", most=1.0),
    Line("stream event, 16 KiB chunks, async", "async_event_packed", most=0.95),
    Line("stream event, one HTTP chunk each", "event_chunk", most=1.0),
    Line("stream event, one HTTP chunk each, async", "async_event_chunk", most=0.95),
    Line("stream event, one TCP segment each", "event_segment", most=1.0),
    Line("stream event, one TCP segment each, async", "async_event_segment", most=1.0),
    Line("tool-call event, 16 KiB chunks", "event_tool"),
    Line("tool-call event, 16 KiB chunks, async", "async_event_tool"),
    Line("stream of 50 events, whole", "stream_50", most=0.95),
    Line("stream of 50 events, whole, async", "async_stream_50", most=0.95),
    Line("new connections of each such stream", "stream_50", "connections", most=0),
    Line("new connections of each such stream, async", "async_stream_50", "connections", most=0),
    Line("chat, small, by 32 threads on one client", "threads_32"),
    Line("cold start to client ready, http", "cold_http_ready"),
    Line("cold start to client ready, https", "cold_https_ready"),
    Line("cold start to first reply, http", "cold_http", most=1.10),
    Line("cold start to first reply, https", "cold_https", most=1.15),
    Line("cold start to first reply, http, by the clock", "cold_http", "wall"),
    Line("cold start to first reply, https, by the clock", "cold_https", "wall"),
    Line("peak memory at first reply, http", "cold_http", "memory", most=1.1),
    Line("peak memory at first reply, https", "cold_https", "memory", most=1.1),
    Line("installed size", "installed", "bytes", most=4.5e6),
    Line("installed distributions", "installed", "distributions", most=10),
    Line("200 streams at once, each of 40 events", "streams_200", most=0.8),
    Line("1,000 streams at once, each of 30 events", "streams_1000", most=0.85),
    Line("200 streams abreast, each of 50 events", "abreast_200", most=0.85),
    Line("1,000 streams abreast, each of 50 events", "abreast_1000", most=0.85),
    Line("2,000 streams abreast, each of 50 events", "abreast_2000", most=0.85),
    Line("memory of an open stream, 200 at once", "streams_200", "memory"),
    Line("memory of an open stream, 1,000 at once", "streams_1000", "memory"),
    Line("request of 1,000 messages", "messages_1000", most=1.1),
    Line("embed 960 texts, in ten requests", "embed_960", most=1.0),
    Line("embed 960 texts, async", "async_embed_960", most=1.0),
    Line("reply of 5 MB", "reply_5000000", most=1.0),
    Line("leak of a call", "leak_call", "slope", most=20),
    Line("leak of a stream", "leak_stream", "slope", most=150),
]
