"""The rows of an input, numbered from 0."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import stat
import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Generator, Iterable, Mapping, Sized
from itertools import chain, islice
from typing import Any, ClassVar, Final, TextIO

from ._errors import RefusedError, StoppedError
from .rows import Row, RowError

# The number of a row, its line in the file (or its number), and the row, or what is wrong with it.
Numbered = tuple[int, int, Row | RowError]
Reading = Generator[Numbered, None, None]
IsWanted = Callable[[int], bool]

_BUFFER: Final = 1 << 17
_BOM: Final = b"\xef\xbb\xbf"
# How many rows of Parquet are Python objects at a time.
_PARQUET_ROWS: Final = 256


def open_source(source: Any) -> Source:
    """Open an input: the path of a .jsonl, .csv, .tsv or .parquet file, or an iterable of dicts.

    Raises:
        RefusedError: It can't be read.
    """
    if isinstance(source, str | os.PathLike):
        path = os.fspath(source)
        ending = os.path.splitext(path)[1].lower()
        if ending not in _FILES:
            raise RefusedError(
                f"{path}: an input is a .jsonl, .csv, .tsv or .parquet file, not {ending or 'without ending'!r}"
            )
        try:
            return _FILES[ending](path)
        except OSError as error:
            raise RefusedError(f"can't read {path}: {error.strerror}") from error
    if isinstance(source, Mapping | bytes) or not isinstance(source, Iterable):
        raise RefusedError(f"an input is a path or an iterable of dicts, not {type(source).__name__}")
    return Rows(source)


class Source(ABC):
    """An input.

    Attributes:
        path: The path of a file; None for an iterable.
        unit: What messages count: lines or rows.
    """

    path: str | None = None
    unit: ClassVar[str] = "row"

    def fingerprint(self) -> str | None:
        """A hash of the content; None for an iterable."""
        return None

    @abstractmethod
    def count(self) -> int | None:
        """How many rows there are; None where that is not known."""

    @abstractmethod
    def read(self, is_wanted: IsWanted, columns: tuple[str, ...] = (), end: int = sys.maxsize) -> Reading:
        """Read the rows that are wanted; a line that is no row gives an error.

        Args:
            is_wanted: Tells of a number whether its row is wanted; each is asked for once, in order.
            columns: The columns that are needed; without any, all are.
            end: The number at which to stop.

        """

    def first(self) -> Row | None:
        """The first row that can be read, if there is one."""
        return next((row for _, _, row in self.read(lambda _: True) if not isinstance(row, RowError)), None)

    @abstractmethod
    def check(self) -> None:
        """Notice that the content has changed.

        Raises:
            StoppedError: It has.
        """

    @abstractmethod
    def close(self) -> None:
        """Let go of the file."""


class Rows(Source):
    """An iterable of dicts, which is read once."""

    def __init__(self, rows: Iterable[Any]) -> None:
        self._rows = rows
        self._size = len(rows) if isinstance(rows, Sized) else None

    def count(self) -> int | None:
        return self._size

    def first(self) -> Row | None:
        rows = iter(self._rows)
        first = next(rows, None)
        if first is None:
            return None
        if not isinstance(first, Mapping):
            raise RefusedError(f"an input is an iterable of dicts, and its first row is a {type(first).__name__}")
        self._rows = chain([first], rows)
        return first

    def read(self, is_wanted: IsWanted, columns: tuple[str, ...] = (), end: int = sys.maxsize) -> Reading:
        for number, row in enumerate(islice(self._rows, end)):
            if is_wanted(number):
                yield (
                    number,
                    number,
                    row if isinstance(row, Mapping) else RowError(f"a {type(row).__name__}, not a dict"),
                )

    def check(self) -> None:
        """Nobody can tell."""

    def close(self) -> None:
        """There is no file."""


class File(Source):
    """A file, which must stay as it is while it is read."""

    def __init__(self, path: str) -> None:
        self.path = self._path = path
        self._file = open(path, "rb", buffering=_BUFFER)  # noqa: SIM115  # as long as the run
        if not stat.S_ISREG(os.fstat(self._file.fileno()).st_mode):
            self._file.close()
            raise RefusedError(f"{path} is not a regular file: its content would be gone after a restart")
        try:
            self._seen = self._look()
            self._hash = self._digest()
            self._open()
        except BaseException:
            self.close()
            raise

    def _open(self) -> None:
        """Read what tells how the content is to be read."""

    def close(self) -> None:
        self._file.close()

    def fingerprint(self) -> str | None:
        return self._hash

    def _digest(self) -> str:
        # Through a descriptor of its own: this one may be in the midst of reading.
        with open(self._path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def _look(self) -> tuple[tuple[int, ...], ...]:
        # What is open may not be what the path leads to any more; moved, it is still the same.
        looks = [os.fstat(self._file.fileno())]
        try:
            looks.append(os.stat(self._path))
        except FileNotFoundError:
            looks.append(looks[0])
        return tuple((look.st_ino, look.st_size, look.st_mtime_ns) for look in looks)

    def check(self) -> None:
        seen = self._look()
        if seen == self._seen:
            return
        try:
            same = self._digest() == self._hash
        except FileNotFoundError:
            same = seen[0] == self._seen[0]
        if not same:
            raise StoppedError(
                f"{self.path} has changed while it was read: put it back, or name another output for what it is now"
            )
        self._seen = seen


class JsonLines(File):
    """A JSONL file: a JSON object in each line; blank lines are no rows."""

    unit = "line"

    def count(self) -> int:
        self._file.seek(0)
        return sum(not line.isspace() for line in self._file)

    def read(self, is_wanted: IsWanted, columns: tuple[str, ...] = (), end: int = sys.maxsize) -> Reading:
        self._file.seek(0)
        number = 0
        for place, line in enumerate(self._file, 1):
            if line.isspace():
                continue
            if number >= end:
                return
            if is_wanted(number):
                yield number, place, _read_line(line.removeprefix(_BOM) if place == 1 else line)
            number += 1


def _read_line(line: bytes) -> Row | RowError:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return RowError(f"not JSON ({error})")
    return row if isinstance(row, dict) else RowError(f"a JSON {_KINDS[type(row)]}, not an object")


_KINDS: Final[Mapping[type, str]] = {
    list: "array",
    str: "string",
    int: "number",
    float: "number",
    bool: "boolean",
    type(None): "null",
}


class Csv(File):
    """A CSV file (RFC 4180) in UTF-8, with the names of the columns in its first line."""

    unit = "line"
    delimiter: ClassVar[str] = ","

    def count(self) -> int:
        return sum(1 for _ in self.read(lambda _: True))

    def read(self, is_wanted: IsWanted, columns: tuple[str, ...] = (), end: int = sys.maxsize) -> Reading:
        # A prompt may be longer than the 128 KB that the module allows; the limit is one for all.
        csv.field_size_limit(min(sys.maxsize, (1 << 31) - 1))
        with open(
            self._file.fileno(), encoding="utf-8-sig", errors="surrogateescape", newline="", closefd=False
        ) as text:
            text.seek(0)
            yield from self._read(text, is_wanted, end)

    def _read(self, text: TextIO, is_wanted: IsWanted, end: int) -> Reading:
        reader = csv.reader(text, delimiter=self.delimiter, strict=True)
        try:
            names = next((fields for fields in reader if fields), [])
        except csv.Error as error:
            raise RefusedError(f"{self.path}, line 1: {error}") from None
        if len({*names}) < len(names):
            twice = next(name for name in names if names.count(name) > 1)
            raise RefusedError(f"{self.path} has two columns named {twice!r}: rename one")
        number = 0
        while number < end:
            line = reader.line_num + 1
            row: Row | RowError
            try:
                fields = next(reader)
                if not fields:
                    continue
                row = _read_fields(names, fields)
            except StopIteration:
                return
            except csv.Error as error:
                if reader.line_num > line:
                    # Mostly a stray quote: what it swallowed are rows, and nobody knows how many.
                    raise RefusedError(
                        f"{self.path}: the row that begins at line {line} ends wrongly at line {reader.line_num} "
                        f"({error}): correct it; remove a stray quote, or quote the field and double the quotes in it"
                    ) from None
                row = RowError(str(error))
            if is_wanted(number):
                yield number, line, row
            number += 1


class Tsv(Csv):
    """The same with tabs."""

    delimiter = "\t"


def _read_fields(names: list[str], fields: list[str]) -> Row | RowError:
    if len(fields) != len(names):
        raise csv.Error(f"{len(fields)} fields, where the first line has {len(names)}")
    for field in fields:
        if not field.isascii() and any("\udc80" <= letter <= "\udcff" for letter in field):
            return RowError("not UTF-8")
    return dict(zip(names, fields, strict=True))


class Parquet(File):
    """A Parquet file. Row groups without a row that is wanted are not read."""

    def _open(self) -> None:
        try:
            from pyarrow import ArrowException  # noqa: PLC0415  # an extra
            from pyarrow.parquet import ParquetFile  # noqa: PLC0415
        except ModuleNotFoundError:
            raise RefusedError(f"{self._path}: Parquet needs pyarrow: pip install 'cohere-chat[parquet]'") from None
        try:
            self._table = ParquetFile(self._file)
        except ArrowException as error:
            raise RefusedError(f"{self._path} is not a Parquet file: {error}") from None

    def count(self) -> int:
        return int(self._table.metadata.num_rows)

    def read(self, is_wanted: IsWanted, columns: tuple[str, ...] = (), end: int = sys.maxsize) -> Reading:
        number = 0
        for index in range(self._table.metadata.num_row_groups):
            size = self._table.metadata.row_group(index).num_rows
            if number >= end:
                return
            wanted = [i < end and is_wanted(i) for i in range(number, number + size)]
            if True in wanted:
                batches = self._table.iter_batches(_PARQUET_ROWS, row_groups=[index], columns=list(columns) or None)
                at = 0
                for batch in batches:
                    here = wanted[at : at + len(batch)]
                    if True in here:
                        for i, row in enumerate(batch.to_pylist()):
                            if here[i]:
                                yield number + at + i, number + at + i, row
                    at += len(batch)
            number += size


_FILES: Final[Mapping[str, type[File]]] = {
    ".jsonl": JsonLines,
    ".ndjson": JsonLines,
    ".csv": Csv,
    ".tsv": Tsv,
    ".parquet": Parquet,
}
