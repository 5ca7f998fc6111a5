"""A picture of a job over time: one HTML file with inline SVG, which needs no server and no script."""

from __future__ import annotations

import html
import math
import os
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import attrs

from ._progress import show_seconds

# So many points in time at most; a job that goes on longer gets coarser ones, so memory stays where it is.
MOST_BUCKETS: Final = 600
_WIDTH, _HEIGHT, _LEFT, _BOTTOM = 860, 180, 60, 24
_PAGE: Final = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
body {{ font: 15px/1.5 system-ui, sans-serif; max-width: 900px; margin: 2em auto; padding: 0 1em }}
h1 {{ font-size: 1.3em }} h2 {{ font-size: 1em; margin: 1.5em 0 0 }}
table {{ border-collapse: collapse }} td {{ padding: 0 1.5em 0 0 }}
svg {{ width: 100%; height: auto; font-size: 11px }} svg text {{ fill: currentColor }}
.axis {{ stroke: currentColor; opacity: .25 }} .limit {{ fill: none; stroke: #d97706; stroke-dasharray: 4 3 }}
.ok {{ fill: #2563eb }} .failed {{ fill: #dc2626 }}
</style>
<h1>{title}</h1>
<table>{table}</table>
{charts}
</html>
"""


@attrs.define
class _Bucket:
    """What happened in a piece of time, and the limit at its end in requests a minute."""

    limit: float
    ok: int = 0
    failed: int = 0


class Recorder:
    """Keeps how many rows were answered and failed when, for `write_report`."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began = 0.0
        self._limit = 0.0
        # Seconds of a bucket.
        self.width = 1.0
        self.buckets: list[_Bucket] = []

    def started(self, *, total: int | None, done: int, failed: int) -> None:
        self._began = self._clock()

    def row_ended(self, *, ok: bool, kind: str | None, tokens: int, seconds: float) -> None:
        self._advance()
        bucket = self.buckets[-1]
        bucket.ok += ok
        bucket.failed += not ok

    def waiting(self, reason: str | None, seconds: float) -> None: ...

    def rate_changed(self, requests_per_minute: float) -> None:
        self._limit = requests_per_minute
        self._advance()
        self.buckets[-1].limit = requests_per_minute

    def ended(self, summary: Any) -> None:
        self._advance()

    def _advance(self) -> None:
        """Begin new buckets until there is one for this moment."""
        seconds = self._clock() - self._began
        while seconds >= self.width * MOST_BUCKETS:
            pairs = zip(self.buckets[::2], [*self.buckets[1::2], _Bucket(self._limit)], strict=False)
            self.buckets = [_Bucket(b.limit, a.ok + b.ok, a.failed + b.failed) for a, b in pairs]
            self.width *= 2
        while len(self.buckets) <= seconds / self.width:
            self.buckets.append(_Bucket(self._limit))


def write_report(path: str | os.PathLike[str], title: str, summary: Mapping[str, Any], recorder: Recorder) -> None:
    """Write the picture of what `recorder` saw, under the figures of the summary in its JSON form."""
    buckets, width = recorder.buckets, recorder.width
    per_minute = 60 / width
    charts = [
        _chart("answers a minute", "ok", [b.ok * per_minute for b in buckets], width, [b.limit for b in buckets]),
        _chart("failures a minute", "failed", [b.failed * per_minute for b in buckets], width, []),
    ]
    rows = "".join(f"<tr><td>{html.escape(name)}<td>{html.escape(value)}" for name, value in _figures(summary))
    page = _PAGE.format(title=html.escape(title), table=rows, charts="\n".join(charts))
    Path(path).write_text(page, encoding="utf-8")


def _figures(summary: Mapping[str, Any]) -> list[tuple[str, str]]:
    figures = [
        ("rows", f"{summary['rows']:,}"),
        ("answered", f"{summary['ok']:,}"),
        ("failed", f"{summary['failed']:,}"),
    ]
    figures += [(f"failed: {kind}", f"{count:,}") for kind, count in summary["failures_by_kind"].items()]
    figures += [(name.replace("_", " "), f"{count:,.0f}") for name, count in summary["tokens"].items()]
    figures += [("time", show_seconds(summary["seconds"]))]
    figures += [
        (f"latency, {name}", f"{value:.2f} s") for name, value in summary["latency"].items() if value is not None
    ]
    return figures


def _chart(title: str, kind: str, values: Sequence[float], width: float, limits: Sequence[float]) -> str:
    """A heading and a chart of steps over time, of `width` seconds each."""
    top = _round_up(max([*values, *limits], default=0.0) or 1.0)
    seconds = max(len(values), 1) * width

    def x(index: float) -> str:
        return f"{_LEFT + index * width / seconds * (_WIDTH - _LEFT):.1f}"

    def y(value: float) -> str:
        return f"{_HEIGHT - _BOTTOM - value / top * (_HEIGHT - 2 * _BOTTOM):.1f}"

    def steps(series: Sequence[float]) -> str:
        return " ".join(f"{x(i)},{y(value)} {x(i + 1)},{y(value)}" for i, value in enumerate(series))

    parts = [f"<h2>{title}</h2>", f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{title}">']
    for value in (0, top / 2, top):
        parts.append(f'<line class="axis" x1="{_LEFT}" x2="{_WIDTH}" y1="{y(value)}" y2="{y(value)}"/>')
        parts.append(f'<text x="{_LEFT - 6}" y="{y(value)}" dy="4" text-anchor="end">{value:,g}</text>')
    for part in range(5):
        anchor = "end" if part == 4 else "middle"
        label = show_seconds(seconds * part / 4)
        parts.append(f'<text x="{x(len(values) * part / 4)}" y="{_HEIGHT - 6}" text-anchor="{anchor}">{label}</text>')
    parts.append(f'<polygon class="{kind}" points="{x(0)},{y(0)} {steps(values)} {x(len(values))},{y(0)}"/>')
    if any(limits):
        parts.append(f'<polyline class="limit" points="{steps(limits)}"><title>limit</title></polyline>')
    parts.append("</svg>")
    return "\n".join(parts)


def _round_up(value: float) -> float:
    """The next of 1, 2 and 5 times a power of ten."""
    power: float = 10 ** math.floor(math.log10(value))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= value)
