"""Parameters of helpers, fit for several requests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def read_iterators(params: Mapping[str, Any]) -> dict[str, Any]:
    """Read iterators once, so that every request sends the same."""
    return {name: list(value) if isinstance(value, Iterator) else value for name, value in params.items()}
