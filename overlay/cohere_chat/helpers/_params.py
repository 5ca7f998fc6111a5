"""Parameters of helpers: checked, and fit for several requests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from threading import TIMEOUT_MAX
from typing import Any


def read_iterators(params: Mapping[str, Any]) -> dict[str, Any]:
    """Read iterators once, so that every request sends the same."""
    return {name: list(value) if isinstance(value, Iterator) else value for name, value in params.items()}


def check_count(name: str, count: object, least: int) -> None:
    """Check a count: an int of so many or more."""
    if isinstance(count, bool) or not isinstance(count, int) or count < least:
        raise ValueError(f"{name} must be {least} or more, not {count!r}")


def check_seconds(name: str, seconds: object) -> None:
    """Check a time that threads and tasks can wait."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not 0 < seconds <= TIMEOUT_MAX:
        raise ValueError(f"{name} must be a number of seconds above 0 and not above {TIMEOUT_MAX:.0f}, not {seconds!r}")
