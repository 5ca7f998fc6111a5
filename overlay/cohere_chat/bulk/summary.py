"""What came of a run."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

import attrs

# How finely latencies are told apart: in steps of 2 %.
_STEPS: Final = 50


@attrs.frozen(kw_only=True)
class Summary:
    """The result of a run.

    Attributes:
        rows: Rows of the input, as far as it was read.
        ok: Rows with an answer in the output, those of earlier runs included.
        failed: Rows whose last line is a failure, those of earlier runs included.
        failures_by_kind: How many rows failed with each type of error, the most frequent first.
        input_tokens: Input tokens billed in this run.
        output_tokens: Output tokens billed in this run.
        seconds: How long this run took.
        p50: The median time of this run's requests in seconds: each row's last attempt, without waits. None if there
            were none.
        p99: The 99th percentile of the same.
    """

    rows: int
    ok: int
    failed: int
    failures_by_kind: Mapping[str, int]
    input_tokens: int
    output_tokens: int
    seconds: float
    p50: float | None
    p99: float | None

    @property
    def open(self) -> int:
        """Rows without a line: the next run sends them."""
        return self.rows - self.ok - self.failed

    @property
    def exit_status(self) -> int:
        """The exit status of the command after a complete run: 0, or 1 if rows failed."""
        return 1 if self.failed else 0

    def to_dict(self) -> dict[str, Any]:
        """Return what the command prints with --json."""
        return {
            "rows": self.rows,
            "ok": self.ok,
            "failed": self.failed,
            "failures_by_kind": dict(self.failures_by_kind),
            "tokens": {"input_tokens": self.input_tokens, "output_tokens": self.output_tokens},
            "seconds": round(self.seconds, 3),
            "latency": {"p50": self.p50, "p99": self.p99},
        }


class Latencies:
    """Percentiles of any number of latencies, in little memory."""

    def __init__(self) -> None:
        self._counts: Counter[int] = Counter()

    def add(self, seconds: float) -> None:
        self._counts[round(math.log(max(seconds, 1e-6)) * _STEPS)] += 1

    def percentile(self, part: float) -> float | None:
        """The seconds that this part of them, from 0 to 1, takes at most; None without any."""
        left = math.ceil(self._counts.total() * part)
        for step, count in sorted(self._counts.items()):
            left -= count
            if left <= 0:
                return round(math.exp(step / _STEPS), 4)
        return None
