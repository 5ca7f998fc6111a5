"""What a person sees while a job runs: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from rich.live import Live
    from rich.table import Table

    from ._protocol import Progress
    from .summary import Summary

# The rate and the time left come from the rows of this last while, in seconds.
_WINDOW: Final = 60.0
# Between two lines where there is no terminal, in seconds.
LINE_INTERVAL: Final = 10.0
_REFRESHES_PER_SECOND: Final = 4


class Tally:
    """Counts rows, and says how far a job is. Counting is all that a row costs; the rest is done when asked for.

    Attributes:
        total: Rows of the input, or None if it does not say.
        rows: Rows that have an answer or have failed, those of earlier runs included.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.total: int | None = None
        self.rows = 0
        self._clock = clock
        self._failed = 0
        self._tokens = 0
        self._limit: float | None = None
        self._waiting: str | None = None
        # When line() was called, and how many rows had ended then.
        self._samples: deque[tuple[float, int]] = deque()

    def started(self, *, total: int | None, done: int, failed: int) -> None:
        self.total, self.rows, self._failed = total, done + failed, failed
        self._samples.append((self._clock(), self.rows))

    def row_ended(self, *, ok: bool, kind: str | None, tokens: int, seconds: float) -> None:
        self.rows += 1
        self._failed += not ok
        self._tokens += tokens

    def waiting(self, reason: str | None, seconds: float) -> None:
        self._waiting = None if reason is None else f"waiting {show_seconds(seconds)}: {reason}"

    def rate_changed(self, requests_per_minute: float) -> None:
        self._limit = requests_per_minute

    def line(self) -> str:
        """How far the job is, such as `1,200 of 5,000 rows, 3 failed, 440 rows a minute, ...`."""
        now = self._clock()
        while len(self._samples) > 1 and now - self._samples[0][0] > _WINDOW:
            self._samples.popleft()
        since, before = self._samples[0]
        per_second = (self.rows - before) / (now - since) if now > since else 0.0
        self._samples.append((now, self.rows))
        parts = [f"{self.rows:,}{'' if self.total is None else f' of {self.total:,}'} rows", f"{self._failed:,} failed"]
        parts.append(f"{per_second * 60:,.0f} rows a minute")
        if self._limit is not None:
            parts.append(f"at most {self._limit:,.0f} requests")
        parts.append(f"{self._tokens:,} tokens")
        if self._waiting:
            parts.append(self._waiting)
        elif self.total is not None and per_second:
            parts.append(f"{show_seconds((self.total - self.rows) / per_second)} left")
        return ", ".join(parts)


class Lines(Tally):
    """Prints a line when the job begins, every ten seconds while rows end, and when it has to wait."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(clock)
        self._stream = stream
        self._next = 0.0

    def started(self, *, total: int | None, done: int, failed: int) -> None:
        super().started(total=total, done=done, failed=failed)
        self._print()

    def row_ended(self, *, ok: bool, kind: str | None, tokens: int, seconds: float) -> None:
        super().row_ended(ok=ok, kind=kind, tokens=tokens, seconds=seconds)
        if self._clock() >= self._next:
            self._print()

    def waiting(self, reason: str | None, seconds: float) -> None:
        super().waiting(reason, seconds)
        if reason is not None:
            self._print()

    def ended(self, summary: Summary) -> None:
        self._print()

    def close(self) -> None:
        """Do nothing: each line is complete."""

    def _print(self) -> None:
        self._next = self._clock() + LINE_INTERVAL
        print(self.line(), file=self._stream, flush=True)


class Bar(Tally):
    """Shows a bar on a terminal, drawn four times a second by a thread of its own. It needs the package rich."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(clock)
        self._stream = stream
        self._live: Live | None = None

    def started(self, *, total: int | None, done: int, failed: int) -> None:
        from rich.console import Console  # noqa: PLC0415 (an extra that need not be there)
        from rich.live import Live  # noqa: PLC0415

        super().started(total=total, done=done, failed=failed)
        console = Console(file=self._stream)
        self._live = Live(console=console, get_renderable=self._draw, refresh_per_second=_REFRESHES_PER_SECOND)
        self._live.start()

    def ended(self, summary: Summary) -> None:
        self.close()

    def close(self) -> None:
        """Draw the last state, and give the terminal back."""
        if self._live:
            self._live.stop()

    def _draw(self) -> Table:
        from rich.progress_bar import ProgressBar  # noqa: PLC0415
        from rich.table import Table  # noqa: PLC0415
        from rich.text import Text  # noqa: PLC0415

        grid = Table.grid(expand=True)
        grid.add_row(ProgressBar(total=self.total, completed=self.rows, pulse=self.total is None))
        grid.add_row(Text(self.line()))
        return grid


class Tee:
    """Tells several others."""

    def __init__(self, others: Sequence[Progress]) -> None:
        self._others = others

    def started(self, *, total: int | None, done: int, failed: int) -> None:
        for other in self._others:
            other.started(total=total, done=done, failed=failed)

    def row_ended(self, *, ok: bool, kind: str | None, tokens: int, seconds: float) -> None:
        for other in self._others:
            other.row_ended(ok=ok, kind=kind, tokens=tokens, seconds=seconds)

    def waiting(self, reason: str | None, seconds: float) -> None:
        for other in self._others:
            other.waiting(reason, seconds)

    def rate_changed(self, requests_per_minute: float) -> None:
        for other in self._others:
            other.rate_changed(requests_per_minute)

    def ended(self, summary: Summary) -> None:
        for other in self._others:
            other.ended(summary)


def show_on(stream: TextIO) -> Bar | Lines:
    """A bar if the stream is a terminal and the package rich is there, lines otherwise."""
    return Bar(stream) if stream.isatty() and find_spec("rich") else Lines(stream)


def show_seconds(seconds: float) -> str:
    """A time in the two units that matter, such as `3 h 20 min`."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    units = [(days, "d"), (hours, "h"), (minutes, "min"), (rest, "s")]
    first = next((index for index, (number, _) in enumerate(units) if number), len(units) - 1)
    return " ".join(f"{number} {unit}" for number, unit in units[first : first + 2])
