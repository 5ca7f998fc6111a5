"""Inputs: rows and their numbers, bad lines, and changes."""

from __future__ import annotations

import csv
import json
import os
import re
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest
from cohere_chat.bulk import RefusedError, RowError, StoppedError
from cohere_chat.bulk._inputs import open_source

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(content: bytes | str, name: str = "in.jsonl") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def parquet(path: Path, rows: list[dict[str, Any]], group: int = 1000) -> Path:
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), path, row_group_size=group)
    return path


def look(source: Any, what: str) -> Any:
    """What a method of the source gives."""
    with closing(open_source(source)) as opened:
        return getattr(opened, what)()


def read(source: Any, **options: Any) -> list[Any]:
    """The rows, with the messages of those that are none."""
    with closing(open_source(source)) as opened:
        rows = list(opened.read(options.pop("is_wanted", lambda _: True), **options))
    return [(n, place, str(row) if isinstance(row, RowError) else row) for n, place, row in rows]


def test_jsonl_rows_are_numbered_from_zero_and_blank_lines_are_none(write: Write) -> None:
    path = write('\ufeff{"a": 1}\n\n  \t\r\n{"a": "ä"}\r\n{"a": 3}')
    assert read(path) == [(0, 1, {"a": 1}), (1, 4, {"a": "ä"}), (2, 5, {"a": 3})]
    assert look(path, "count") == 3


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"{broken", "not JSON (Expecting property name"),
        (b"[1]", "a JSON array, not an object"),
        (b"3", "a JSON number, not an object"),
        (b"null", "a JSON null, not an object"),
        (b'{"a": "\xff"}', "not JSON ('utf-8' codec can't decode"),
        (b"[" * 100_000, "not JSON (maximum recursion depth"),
    ],
)
def test_a_line_that_is_no_row_keeps_its_number(write: Write, line: bytes, told: str) -> None:
    first, second, third = read(write(b'{"a": 1}\n' + line + b'\n{"a": 2}\n'))
    assert second[:2] == (1, 2)
    assert second[2].startswith(told)
    assert (first, third) == ((0, 1, {"a": 1}), (2, 3, {"a": 2}))


def test_csv_rows_may_go_over_several_lines(write: Write) -> None:
    path = write('\ufeffid,text\n1,"a\n""b"""\n\n2,\n3,"ä, ö"\n', "in.csv")
    assert read(path) == [
        (0, 2, {"id": "1", "text": 'a\n"b"'}),
        (1, 5, {"id": "2", "text": ""}),
        (2, 6, {"id": "3", "text": "ä, ö"}),
    ]
    assert look(path, "count") == 3


def test_tsv_has_tabs(write: Write) -> None:
    assert read(write("a\tb\n1\t2,3\n", "in.tsv")) == [(0, 2, {"a": "1", "b": "2,3"})]


def test_bad_csv_lines_keep_their_numbers(write: Write) -> None:
    assert read(write(b'a,b\n1\n"x"y,2\n\xff,3\n4,\xc3\xa4\n5,"6\n', "in.csv")) == [
        (0, 2, "1 fields, where the first line has 2"),
        (1, 3, "',' expected after '\"'"),
        (2, 4, "not UTF-8"),
        (3, 5, {"a": "4", "b": "ä"}),
        (4, 6, "unexpected end of data"),
    ]


@pytest.mark.parametrize(
    ("after", "lines", "told"),
    [
        ("3,c\n4,d\n", 3, "unexpected end of data"),
        ('3,c\n4,"d"\n', 3, "',' expected after '\"'"),
        ('3,x",\n4,d\n', 2, "3 fields, where the first line has 2"),
        ('c" \n4,d\n', 2, "',' expected after '\"'"),
    ],
    ids=["to the end", "to the next quote", "to a quote before a comma", "a blank after the quote"],
)
@pytest.mark.parametrize("what", ["count", "first"])
def test_a_csv_row_of_several_lines_that_ends_wrongly_is_refused_with_its_lines(
    write: Write, after: str, lines: int, told: str, what: str
) -> None:
    path = write(("id,text\n" + '1,"a\nb"\n' * (what == "count")) + '2,"b\n' + after, "in.csv")
    line = 4 if what == "count" else 2
    place = f"in.csv: the row that begins at line {line} ends wrongly at line {line + lines - 1} ({told}): "
    with pytest.raises(RefusedError, match=re.escape(place)):
        look(path, what)


def test_csv_fields_may_be_long(write: Write) -> None:
    before = csv.field_size_limit()
    rows = read(write("a\n" + "x" * 200_000 + "\n", "in.csv"))
    assert len(rows[0][2]["a"]) == 200_000
    csv.field_size_limit(before)


@pytest.mark.parametrize(("content", "told"), [("a,a\n1,2\n", "two columns named 'a'"), ('"a"b\n', "line 1: ")])
def test_csv_whose_first_line_does_not_name_columns_is_refused(write: Write, content: str, told: str) -> None:
    with pytest.raises(RefusedError, match=told):
        read(write(content, "in.csv"))


def test_an_empty_file_has_no_rows(write: Write) -> None:
    assert read(write("")) == read(write("", "in.csv")) == []
    assert look(write(""), "first") is None


def test_parquet_gives_only_the_columns_and_rows_that_are_wanted(tmp_path: Path) -> None:
    path = parquet(tmp_path / "in.parquet", [{"a": i, "b": "x", "c": [i]} for i in range(1000)], group=400)
    assert look(path, "count") == 1000
    assert read(path)[-1] == (999, 999, {"a": 999, "b": "x", "c": [999]})
    wanted = {3, 299, 500, 999}
    assert read(path, is_wanted=wanted.__contains__, columns=("a",)) == [(i, i, {"a": i}) for i in sorted(wanted)]
    assert [n for n, _, _ in read(path, end=401)] == list(range(401))
    assert len(read(path, end=400)) == 400


def test_row_groups_that_are_done_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source: Any = open_source(parquet(tmp_path / "in.parquet", [{"a": i} for i in range(100)], group=10))
    read_groups = []
    table = source._table

    class Watched:
        metadata = table.metadata

        def iter_batches(self, *arguments: Any, row_groups: list[int], **options: Any) -> Any:
            read_groups.extend(row_groups)
            return table.iter_batches(*arguments, row_groups=row_groups, **options)

    monkeypatch.setattr(source, "_table", Watched())
    assert [n for n, _, _ in source.read(lambda n: n in (55, 99))] == [55, 99]
    source.close()
    assert read_groups == [5, 9]


def test_what_is_no_parquet_is_refused(write: Write) -> None:
    with pytest.raises(RefusedError, match="is not a Parquet file"):
        open_source(write("hello", "in.parquet"))


def test_parquet_names_its_extra(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(RefusedError, match=r"pip install 'cohere-chat\[parquet\]'"):
        open_source(write("", "in.parquet"))


def test_an_iterable_is_read_as_it_is_needed() -> None:
    made = []

    def rows() -> Any:
        for number in range(1000):
            made.append(number)
            yield {"a": number}

    source = open_source(rows())
    assert source.count() is None
    assert source.fingerprint() is None
    assert source.first() == {"a": 0}
    numbered = source.read(lambda _: True)
    assert [next(numbered) for _ in range(2)] == [(0, 0, {"a": 0}), (1, 1, {"a": 1})]
    assert made == [0, 1]


def test_rows_of_an_iterable_that_are_none_are_told() -> None:
    assert read([{"a": 1}, "x", {"a": 2}], is_wanted=lambda n: n) == [(1, 1, "a str, not a dict"), (2, 2, {"a": 2})]
    assert look([{"a": 1}], "count") == 1
    assert look([], "first") is None
    with pytest.raises(RefusedError, match="its first row is a str"):
        look(["x"], "first")


@pytest.mark.parametrize("source", [{"a": 1}, b"in.jsonl", 3, None])
def test_what_is_no_input_is_refused(source: Any) -> None:
    with pytest.raises(RefusedError, match="a path or an iterable of dicts"):
        open_source(source)


@pytest.mark.parametrize("name", ["in.txt", "in", "in.json"])
def test_other_kinds_of_files_are_refused(name: str) -> None:
    with pytest.raises(RefusedError, match=r"a \.jsonl, \.csv, \.tsv or \.parquet file"):
        open_source(name)


def test_files_that_can_not_be_read_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match=r"can't read .*none\.jsonl: No such file"):
        open_source(tmp_path / "none.jsonl")
    (tmp_path / "folder.jsonl").mkdir()
    with pytest.raises(RefusedError, match="Is a directory"):
        open_source(tmp_path / "folder.jsonl")
    os.mkfifo(tmp_path / "pipe.jsonl")
    keep = os.open(tmp_path / "pipe.jsonl", os.O_RDWR)
    with pytest.raises(RefusedError, match="not a regular file"):
        open_source(tmp_path / "pipe.jsonl")
    os.close(keep)


def test_lines_are_wanted_or_not_without_being_parsed(write: Write) -> None:
    assert read(write('{"a": 1}\nbroken\n{"a": 3}\n{"a": 4}\n'), is_wanted=lambda n: n == 2, end=3) == [
        (2, 3, {"a": 3})
    ]
    assert read(write("a\n1\n2\n", "in.csv"), is_wanted=bool) == [(1, 3, {"a": "2"})]
    assert len(read(write('{"a": 1}\n{"a": 2}\n'), end=1)) == 1
    assert len(read(write("a\n1\n2\n", "in.csv"), end=1)) == 1


def test_the_fingerprint_is_that_of_the_content(write: Write, tmp_path: Path) -> None:
    path = write('{"a": 1}\n')
    before = look(path, "fingerprint")
    os.utime(path, (1, 1))
    path.rename(tmp_path / "moved.jsonl")
    assert look(tmp_path / "moved.jsonl", "fingerprint") == before
    assert look(write('{"a": 2}\n'), "fingerprint") != before


@pytest.mark.parametrize("change", ["append", "replace", "same size"])
def test_a_change_is_noticed(write: Write, tmp_path: Path, change: str) -> None:
    path = write('{"a": 1}\n')
    with closing(open_source(path)) as source:
        _check_change(source, path, write, tmp_path, change)


def _check_change(source: Any, path: Path, write: Write, tmp_path: Path, change: str) -> None:
    source.check()
    if change == "append":
        with path.open("a") as file:
            file.write("x")
    elif change == "replace":
        other = tmp_path / "other"
        other.write_text(json.dumps({"b": 1}))
        other.replace(path)
    else:
        write('{"a": 2}\n')
        os.utime(path, (1, 1))
    for _ in range(2):
        with pytest.raises(StoppedError, match="has changed"):
            source.check()


def test_what_is_touched_moved_or_replaced_by_the_same_has_not_changed(write: Write, tmp_path: Path) -> None:
    path = write('{"a": 1}\n')
    source = open_source(path)
    os.utime(path, (1, 1))
    source.check()
    path.rename(tmp_path / "moved.jsonl")
    source.check()
    write('{"a": 1}\n')
    source.check()
    # Gone, and changed where it is: nobody can tell what it is now.
    path.unlink()
    os.utime(tmp_path / "moved.jsonl", (2, 2))
    with closing(source), pytest.raises(StoppedError, match="has changed"):
        source.check()


def test_an_iterable_does_not_change() -> None:
    with closing(open_source([])) as source:
        source.check()
