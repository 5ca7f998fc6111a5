"""From the output file, whose lines are in the order in which replies came, to one line per row in the rows' order."""

from __future__ import annotations

import heapq
import itertools
import json
import operator
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple, Self

from .._json import encode
from ._errors import RefusedError

# Lines are sorted in runs of so many bytes, which then are merged from so many files at once.
RUN_BYTES: Final = 16 * 1024 * 1024
MOST_RUNS: Final = 100
# So many bytes of lines become a row group of a Parquet file.
GROUP_BYTES: Final = 4 * 1024 * 1024
_PREFIX: Final = re.compile(rb'\{"n": (\d+), "ok": (t?)')
# UTF-8, and so Parquet, has no bytes for half a surrogate pair.
_HALF: Final = re.compile("[\ud800-\udfff]")


_number = operator.attrgetter("number")


class Exported(NamedTuple):
    """How many rows `export` wrote.

    Attributes:
        ok: Rows with an answer, now in the target.
        failed: Rows whose last line is a failure, now in `NAME.failures.jsonl` beside the target.
    """

    ok: int
    failed: int


class _Line(NamedTuple):
    number: int
    ok: bool
    text: bytes


def export(source: str | os.PathLike[str], target: str | os.PathLike[str]) -> Exported:
    """Write the answers of a bulk output in the order of their rows, one line or record for each.

    If a row has several lines, the last one counts. Memory stays below about 200 MB for outputs of any size: they are
    sorted in temporary files beside the target, which need as much space as the output. The output itself is never
    changed, and may still grow.

    Args:
        source: The output file of `run`.
        target: A `.parquet` file (with the extra `parquet`) with the columns `n` (the row's number, from 0), `text` (of
            the reply, with U+FFFD for each half of a surrogate pair; null where it has none), `reply` (JSON: the reply,
            or the value) and `usage` (JSON); or a `.jsonl` file with the lines of the output. Failures go into a file
            beside it, such as `answers.failures.jsonl` beside `answers.parquet`; without failures there is none. Files
            that exist are replaced once the new ones are complete.

    Raises:
        RefusedError: The source is not a bulk output, the target has another suffix or is the source, or pyarrow is
            missing.
        OSError: A file can't be read or written.
    """
    source, target = Path(source), Path(target)
    failures = target.with_name(f"{target.stem}.failures.jsonl")
    if target.suffix not in (".jsonl", ".parquet"):
        raise RefusedError(f"can't export to {target}: the name of the target ends in .jsonl or .parquet")
    if source.resolve() in (target.resolve(), failures.resolve()):
        raise RefusedError(f"can't export to {target}: the output itself would be replaced; name another file")
    ok = failed = 0
    # On the target's disk, so that complete files are moved into place at once.
    with tempfile.TemporaryDirectory(prefix=".export-", dir=target.parent) as name:
        folder = Path(name)
        path = folder / "answers"
        answers = _ParquetFile(path) if target.suffix == ".parquet" else path.open("wb")
        with answers, (folder / "failures").open("wb") as failures_file:
            for line in _sorted_lines(source, folder):
                if line.ok:
                    answers.write(line.text)
                    ok += 1
                else:
                    failures_file.write(line.text)
                    failed += 1
        if failed:
            (folder / "failures").replace(failures)
        else:
            failures.unlink(missing_ok=True)
        path.replace(target)
    return Exported(ok, failed)


def _sorted_lines(source: Path, folder: Path) -> Iterator[_Line]:
    """The last line of each row, by row: an external merge sort."""
    runs = [_store(run, folder / f"run-{index}") for index, run in enumerate(_runs(source))]
    level = 0
    while len(runs) > MOST_RUNS:
        level += 1
        groups = [runs[start : start + MOST_RUNS] for start in range(0, len(runs), MOST_RUNS)]
        runs = [_store(_merge(group), folder / f"run-{level}-{index}") for index, group in enumerate(groups)]
    return _merge(runs)


def _runs(source: Path) -> Iterator[list[_Line]]:
    """The lines in pieces of `RUN_BYTES`, each sorted."""
    run: list[_Line] = []
    size = 0
    for line in _read(source):
        run.append(line)
        size += len(line.text)
        if size >= RUN_BYTES:
            yield sorted(run, key=_number)
            run, size = [], 0
    yield sorted(run, key=_number)


def _merge(runs: list[Path]) -> Iterator[_Line]:
    """The lines of several sorted files by row, of each row the last, then delete the files."""
    # Both sorts are stable, so the last of several lines of a row is the one that was written last.
    lines = heapq.merge(*map(_read, runs), key=_number)
    for _, same_row in itertools.groupby(lines, key=_number):
        *_, last = same_row
        yield last
    for run in runs:
        run.unlink()


def _store(lines: Iterable[_Line], path: Path) -> Path:
    with path.open("wb") as file:
        file.writelines(line.text for line in lines)
    return path


def _read(path: Path) -> Iterator[_Line]:
    with path.open("rb") as file:
        for index, text in enumerate(file, 1):
            if not text.endswith(b"\n"):
                return  # torn, or still being written
            found = _PREFIX.match(text)
            if not found:
                raise RefusedError(f"can't export {path}: its line {index} is not a line of a bulk output")
            yield _Line(int(found[1]), bool(found[2]), text)


class _ParquetFile:
    """Takes lines, and writes them as records in groups."""

    def __init__(self, path: Path) -> None:
        try:
            import pyarrow as arrow  # noqa: PLC0415 (an extra that need not be there)
            import pyarrow.parquet as parquet  # noqa: PLC0415
        except ModuleNotFoundError as error:
            remedy = "pip install 'cohere-chat[parquet]'"
            raise RefusedError(f"a Parquet file needs the package pyarrow, which an extra brings: {remedy}") from error
        self._arrow = arrow
        texts = [arrow.field(name, arrow.string()) for name in ("text", "reply", "usage")]
        self._schema = arrow.schema([arrow.field("n", arrow.int64(), nullable=False), *texts])
        self._writer = parquet.ParquetWriter(path, self._schema)
        self._records: list[dict[str, Any]] = []
        self._size = 0

    def write(self, line: bytes) -> None:
        self._records.append(_record(json.loads(line)))
        self._size += len(line)
        if self._size >= GROUP_BYTES:
            self._write_group()

    def _write_group(self) -> None:
        self._writer.write_table(self._arrow.Table.from_pylist(self._records, self._schema))
        self._records, self._size = [], 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._write_group()
        self._writer.close()


def _record(line: dict[str, Any]) -> dict[str, Any]:
    """A line as a record of a Parquet file."""
    reply = line["reply"] if "reply" in line else line.get("value")
    text, usage = _text(reply), line.get("usage")
    return {
        "n": line["n"],
        "text": text and _HALF.sub("\ufffd", text),
        "reply": encode(reply).decode(),
        "usage": None if usage is None else encode(usage).decode(),
    }


def _text(reply: Any) -> str | None:
    """The text of a chat's reply, or a value that is a text; None for others."""
    if isinstance(reply, str):
        return reply
    try:
        content = reply["message"]["content"]
        return "".join(part["text"] for part in content if part["type"] == "text")
    except (KeyError, TypeError):
        return None
