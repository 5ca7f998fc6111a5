"""The output: an append-only JSONL file, which is the progress of a run as well."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import stat
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, Final

from .._json import encode
from ._errors import RefusedError, StoppedError

# States of rows; from FAILED on, each stands for a kind of failure.
OPEN: Final = 0
OK: Final = 1
FAILED: Final = 2
# What a state can tell apart.
_MAX_KINDS: Final = 256 - FAILED
_VERSION: Final = 1
# How much is read at once, in bytes; a line may be longer.
_CHUNK: Final = 1 << 16
_MAX_ROWS: Final = 1 << 33
# How a line begins. No more of it is read.
_read_beginning: Final = re.compile(rb'\{"n": (\d{1,10}), "ok": (?:true|false, "error": \{"type": "([^"\\]*)")').match


# The lines of rows. Python's formatting of bytes is quick, and leaves the reply as it came.
_SUCCESS: Final = b'{"n": %d, "ok": true, "%b": %b, "usage": %b, "seconds": %.3f, "attempts": %d}\n'
_FAILURE: Final = (
    b'{"n": %d, "ok": false, "error": {"type": "%b", "status": %b, "message": %b}, "seconds": %.3f, "attempts": %d}\n'
)


def success_line(number: int, name: str, answer: bytes, usage: bytes, seconds: float, attempts: int) -> bytes:
    """The line of a row that was answered; `answer` and `usage` are JSON in one line, `name` is "reply" or "value"."""
    return _SUCCESS % (number, name.encode(), answer, usage, seconds, attempts)


def failure_line(number: int, kind: str, status: int | None, message: str, seconds: float, attempts: int) -> bytes:
    """The line of a row that has failed; `kind` is the name of a class."""
    told = b"null" if status is None else b"%d" % status
    return _FAILURE % (number, kind.encode(), told, encode(message), seconds, attempts)


def sidecar_of(path: str | os.PathLike[str]) -> str:
    """The path of the file beside an output that tells what it answers: NAME.bulk.json."""
    return f"{os.fspath(path)}.bulk.json"


def batch_of(path: str | os.PathLike[str]) -> str:
    """The path of the file beside an output that names the batch under way for it: NAME.batch.json."""
    return f"{os.fspath(path)}.batch.json"


class Output:
    """An output that this process alone writes. Made by open().

    Attributes:
        path: Its path.
        states: For each row that has a line OK or FAILED + i, else OPEN; rows beyond are open.
        kinds: The kinds of failures: that of the state FAILED + i is kinds[i].
        job: What the sidecar says.
        was_there: Whether a run has begun it before.
        size: Its bytes, all in whole lines.
    """

    job: Mapping[str, Any]

    def __init__(self, path: str, file: io.FileIO) -> None:
        self.path = path
        self.states = bytearray()
        self.kinds: list[str] = []
        self.was_there = False
        self.size = 0
        self._file = file
        self._synced = 0

    @classmethod
    def open(
        cls,
        path: str | os.PathLike[str],
        job: Mapping[str, Any],
        facts: Callable[[], Mapping[str, Any]] = dict,
    ) -> Output:
        """Lock an output, read its progress, cut a torn last line, and write the sidecar.

        Args:
            path: The output; made where it does not exist.
            job: What the sidecar must say: {"input": hash or None, "row": fingerprint of the row function}.
            facts: Gives what a new sidecar tells as well, such as {"rows": 10}.

        Raises:
            RefusedError: It can't be written, another process writes it, or it answers something else.
        """
        name = os.fspath(path)
        is_new = not os.path.exists(name)
        try:
            if not is_new and not stat.S_ISREG(os.stat(name).st_mode):
                raise RefusedError(f"{name} is not a regular file: name another output")
            file = io.FileIO(name, "a+")
        except OSError as error:
            raise RefusedError(f"can't write {name}: {error.strerror}") from error
        output = cls(name, file)
        try:
            try:
                _lock(file.fileno())
            except BlockingIOError:
                told = f"another process is writing {name}: wait for it, or name another output"
                raise RefusedError(told) from None
            except OSError as error:
                raise RefusedError(f"can't lock {name}: {error.strerror}; name an output on another disk") from error
            try:
                output._prepare(job, facts)
            except BaseException:
                if is_new:
                    os.unlink(name)
                raise
        except BaseException:
            file.close()
            raise
        return output

    def _prepare(self, job: Mapping[str, Any], facts: Callable[[], Mapping[str, Any]]) -> None:
        size = os.fstat(self._file.fileno()).st_size
        sidecar = sidecar_of(self.path)
        self.was_there = os.path.exists(sidecar)
        # A batch under way is of the job that the sidecar tells, before there is any line.
        begins = not size and not os.path.exists(batch_of(self.path))
        if not begins:
            answering = self.path if size else f"the batch that {batch_of(self.path)} names"
            self.job = self._read_sidecar(sidecar, job, answering)
            self.size = self._synced = self._scan()
        try:
            if begins:
                self.job = {"cohere-chat bulk": _VERSION, **job, **facts()}
                _write_whole(sidecar, json.dumps(self.job, indent=1).encode())
            if self.size < size:
                self._file.truncate(self.size)
        except OSError as error:
            raise RefusedError(f"can't write {error.filename or self.path}: {error.strerror}") from error

    def _read_sidecar(self, sidecar: str, job: Mapping[str, Any], answering: str) -> Mapping[str, Any]:
        try:
            with open(sidecar, "rb") as file:
                before = json.load(file)
        except FileNotFoundError:
            raise RefusedError(
                f"{sidecar} is missing, without which nobody knows what {answering} answers: name another output"
            ) from None
        except (OSError, ValueError) as error:
            raise RefusedError(f"can't read {sidecar}: {error}") from error
        if not isinstance(before, dict) or before.get("cohere-chat bulk") != _VERSION:
            raise RefusedError(f"{sidecar} was not written by this version of bulk: name another output")
        differences = _differences(before, job)
        if differences:
            raise RefusedError(
                f"{answering} answers something else: {'; '.join(differences)}. Name another output, or run as before"
            )
        return before

    def _scan(self) -> int:
        """Read the states of the rows; give the size without a torn last line."""
        read, states = self._file, self.states
        start, size, lines, room = 0, _CHUNK, 0, 0
        while True:
            read.seek(start)
            chunk = read.read(size)
            end = chunk.rfind(b"\n")
            if end < 0:
                if len(chunk) < size:
                    del states[len(states.rstrip(b"\0")) :]
                    return start
                size *= 2
                continue
            start += end + 1
            found: list[Any] = [*map(_read_beginning, chunk[:end].split(b"\n"))]
            if not all(found):
                line = lines + found.index(None) + 1
                raise RefusedError(f"line {line} of {self.path} is not a line of a bulk output: name another output")
            lines += len(found)
            for match in found:
                row = int(match[1])
                if row >= room:
                    # With an eighth to spare, as lists grow.
                    self._grow(row, row // 8)
                    room = len(states)
                states[row] = OK if match.lastindex == 1 else self._state_of(match[2].decode(errors="replace"))

    def _grow(self, row: int, spare: int = 0) -> None:
        if row >= _MAX_ROWS:
            raise RefusedError(f"{self.path} has a row {row}: name another output")
        self.states.extend(bytes(row + 1 + spare - len(self.states)))

    def _state_of(self, kind: str) -> int:
        kinds = self.kinds
        if kind not in kinds:
            if len(kinds) == _MAX_KINDS:
                return FAILED + _MAX_KINDS - 1
            kinds.append(kind)
        return FAILED + kinds.index(kind)

    def failed_since(self, start: int) -> set[int]:
        """The rows with a failure line from that byte on, the size at an earlier time."""
        with open(self.path, "rb") as file:
            file.seek(start)
            return {int(match[1]) for match in map(_read_beginning, file) if match and match.lastindex == 2}

    def count(self, rows: int) -> tuple[int, Counter[str]]:
        """How many of the first rows are answered, and how many have failed, by kind, the most frequent first."""
        failures = Counter({kind: self.states.count(FAILED + i, 0, rows) for i, kind in enumerate(self.kinds)})
        return self.states.count(OK, 0, rows), Counter({kind: n for kind, n in failures.most_common() if n})

    def write(self, lines: bytes, rows: Mapping[int, str | None]) -> None:
        """Append lines, each with its line break.

        Args:
            lines: The lines.
            rows: Their rows, with the kind of failure, or None for those that are answered.

        Raises:
            StoppedError: They can't be written; then nothing of them is there.
        """
        try:
            rest = memoryview(lines)
            while rest:
                rest = rest[self._file.write(rest) or 0 :]
        except OSError as error:
            with contextlib.suppress(OSError):
                self._file.truncate(self.size)
            raise StoppedError(f"can't write {self.path}: {error.strerror}") from error
        self.size += len(lines)
        for row, kind in rows.items():
            if row >= len(self.states):
                self._grow(row)
            self.states[row] = OK if kind is None else self._state_of(kind)

    def sync(self) -> None:
        """Wait until all lines are on the disk.

        Raises:
            StoppedError: The system can't tell that they are.
        """
        size = self.size
        if size == self._synced:
            return
        try:
            os.fsync(self._file.fileno())
        except OSError as error:
            raise StoppedError(f"can't write {self.path} to the disk: {error.strerror}") from error
        self._synced = size

    def close(self) -> None:
        """Sync and let go of the file."""
        try:
            self.sync()
        finally:
            self._file.close()


def _differences(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """What differs between two jobs, each as `model was 'a' and is now 'b'`."""
    found = []
    if before.get("input") != now["input"]:
        found.append("the content of the input differs")
    rows = before.get("row") or {}
    for name in dict.fromkeys((*rows, *now["row"])):
        old, new = rows.get(name), now["row"].get(name)
        if old != new:
            found.append(f"{name} was {_shown(old)} and is now {_shown(new)}")
    return found


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 100 else text[:100] + "..."


def _write_whole(path: str, content: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    partial = f"{path}.new"
    with open(partial, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(partial, path)


if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    # Locks of Windows keep others from reading: lock a byte beyond the end.
    _LOCKED_BYTE: Final = 1 << 62

    def _lock(file: int) -> None:
        os.lseek(file, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError from error
else:
    import fcntl

    def _lock(file: int) -> None:
        """Take the lock of a file, which ends with the process at the latest; BlockingIOError if another has it."""
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
