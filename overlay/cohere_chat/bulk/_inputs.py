"""The rows of an input, numbered from 0."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .rows import Row, RowError


class Source:
    """An input.

    Attributes:
        name: What messages call it.
        rows: How many rows it has; None where that is not known.
    """

    name: str
    rows: int | None

    def fingerprint(self) -> str | None:
        """A hash of the content; None for an iterable."""
        raise NotImplementedError

    def read(self, is_wanted: Any) -> Iterator[tuple[int, Row | RowError]]:
        """The rows that are wanted, with their numbers; a line that is none as an error that names it."""
        raise NotImplementedError

    def check(self) -> None:
        """Raise StoppedError if the content has changed."""


def open_source(source: Any) -> Source:
    """Open a path (.jsonl, .csv, .parquet), or an iterable of dicts; RefusedError if it can't be read."""
    raise NotImplementedError
