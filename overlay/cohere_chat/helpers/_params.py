"""Parameters of helpers: checked, and fit for several requests."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from threading import TIMEOUT_MAX
from typing import Any


def read_iterators(params: Mapping[str, Any]) -> dict[str, Any]:
    """Read iterators once, so that every request sends the same."""
    return {name: list(value) if isinstance(value, Iterator) else value for name, value in params.items()}


def check_count(name: str, count: object, least: int) -> None:
    """Check a count: an int of so many or more."""
    if isinstance(count, bool) or not isinstance(count, int):
        raise TypeError(f"{name} must be an int, not {type(count).__name__}")
    if not least <= count <= sys.maxsize:
        raise ValueError(f"{name} must be {least} or more, not {count!r}")


def check_seconds(name: str, seconds: object) -> None:
    """Check a time that threads and tasks can wait."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        raise TypeError(f"{name} must be seconds, not {type(seconds).__name__}")
    if not 0 < seconds <= TIMEOUT_MAX:
        raise ValueError(f"{name} must be a number of seconds above 0 and not above {TIMEOUT_MAX:.0f}, not {seconds!r}")
