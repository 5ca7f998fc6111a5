"""The output file: an append-only JSONL file, which is the progress of a run as well."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

# States of rows; from FAILED on, each stands for a kind of failure.
OPEN: Final = 0
OK: Final = 1
FAILED: Final = 2


def success_line(number: int, answer: bytes, usage: bytes, seconds: float, attempts: int) -> bytes:
    """The line of a row that was answered; `answer` is b'"reply": {...}' or b'"value": ...'."""
    raise NotImplementedError


def failure_line(number: int, kind: str, status: int | None, message: str, seconds: float, attempts: int) -> bytes:
    """The line of a row that has failed."""
    raise NotImplementedError


def sidecar_of(path: str | os.PathLike[str]) -> str:
    """The path of the file beside an output that tells what it answers: NAME.bulk.json."""
    return f"{os.fspath(path)}.bulk.json"


class Output:
    """An output that this process alone writes.

    Attributes:
        states: For each row that has a line OPEN, OK or FAILED...; rows beyond are open.
        kinds: The kinds of failures: that of the state FAILED + i is kinds[i].
    """

    states: bytearray
    kinds: list[str]

    @classmethod
    def open(cls, path: str | os.PathLike[str], job: Mapping[str, Any]) -> Output:
        """Lock an output, read its progress, cut a torn last line, and write the sidecar; or RefusedError.

        Args:
            path: The output; made where it does not exist.
            job: What the sidecar must say: {"input": hash or None, "row": fingerprint of the row function}.
        """
        raise NotImplementedError

    def failures(self) -> Counter[str]:
        """How many rows have failed, by kind."""
        raise NotImplementedError

    def write(self, line: bytes) -> None:
        """Append a line, which ends in a line break; StoppedError if it can't be, and then nothing of it is there."""

    def sync(self) -> None:
        """Wait until all lines are on the disk (fsync)."""

    def close(self) -> None:
        """Sync and let go of the file."""
