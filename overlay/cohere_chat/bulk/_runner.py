"""Runs a job: asks all rows of an input that an output does not answer yet."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from ._protocol import Progress
from .rows import Row, RowFunction
from .summary import Summary

if TYPE_CHECKING:
    from cohere_chat import AsyncClientV2

Input = str | os.PathLike[str] | Iterable[Row]


def run(
    source: Input,
    output: str | os.PathLike[str],
    row: RowFunction,
    *,
    in_flight: int = 64,
    requests_per_minute: float | None = 450,
    tokens_per_minute: float | None = None,
    limit: int | None = None,
    retry_failed: bool = False,
    timeout: float | None = None,
    patience: float = 120,
    progress: Progress | None = None,
    client: Callable[[], AsyncClientV2] | None = None,
) -> Summary:
    """Answer all rows. Raises RefusedError, StoppedError (exit_status 2) or Interrupted (130)."""
    raise NotImplementedError


async def run_async(
    source: Input,
    output: str | os.PathLike[str],
    row: RowFunction,
    *,
    in_flight: int = 64,
    requests_per_minute: float | None = 450,
    tokens_per_minute: float | None = None,
    limit: int | None = None,
    retry_failed: bool = False,
    timeout: float | None = None,
    patience: float = 120,
    progress: Progress | None = None,
    client: Callable[[], AsyncClientV2] | None = None,
) -> Summary:
    """As run(), in a running event loop, and without handling signals."""
    raise NotImplementedError
