"""The output: what of it counts, and what is refused."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cohere_chat.bulk import RefusedError, StoppedError
from cohere_chat.bulk._output import FAILED, OK, OPEN, Output, batch_of, failure_line, sidecar_of, success_line

JOB: dict[str, Any] = {"input": "abc", "row": {"operation": "chat", "model": "m", "prompt": "text"}}


def good(number: int) -> bytes:
    return success_line(number, "reply", b'{"id":"x","text":"\\"{ \xc3\xa4"}', b"null", 0.2, 1)


def bad(number: int, kind: str = "BadRequestError") -> bytes:
    return failure_line(number, kind, 400, 'wrong "model"', 0.1, 2)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "answers.jsonl"


def written(path: Path, *lines: bytes) -> None:
    """An output with a sidecar and these lines."""
    Output.open(path, JOB).close()
    path.write_bytes(b"".join(lines))


def states(path: Path) -> list[int]:
    output = Output.open(path, JOB)
    output.close()
    return list(output.states)


def refusal(path: Path, job: Any = JOB) -> str:
    """The message with which an output is refused, which leaves it as it is."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(RefusedError) as caught:
        Output.open(path, job)
    assert (path.read_bytes() if path.is_file() else None) == before
    return str(caught.value)


def test_lines_have_the_documented_form() -> None:
    assert good(17).startswith(b'{"n": 17, "ok": true, "reply": ')
    assert json.loads(good(17)) == {
        "n": 17,
        "ok": True,
        "reply": {"id": "x", "text": '"{ ä'},
        "usage": None,
        "seconds": 0.2,
        "attempts": 1,
    }
    assert bad(18).startswith(b'{"n": 18, "ok": false, "error": ')
    assert json.loads(bad(18)) == {
        "n": 18,
        "ok": False,
        "seconds": 0.1,
        "attempts": 2,
        "error": {"type": "BadRequestError", "status": 400, "message": 'wrong "model"'},
    }
    assert json.loads(failure_line(1, "RowError", None, "half \ud800\n", 0, 0))["error"] == {
        "type": "RowError",
        "status": None,
        "message": "half \ud800\n",
    }


def test_the_last_line_of_a_row_counts(path: Path) -> None:
    written(path, bad(2), good(0), bad(4, "Other"), good(2), bad(5))
    assert states(path) == [OK, OPEN, OK, OPEN, FAILED + 1, FAILED]


def test_rows_are_counted_by_kind_the_most_frequent_first(path: Path) -> None:
    written(path, good(0), bad(1, "A"), bad(2, "B"), bad(3, "B"), bad(4, "C"), good(4), good(9))
    output = Output.open(path, JOB)
    ok, failures = output.count(100)
    assert (ok, list(failures.items())) == (3, [("B", 2), ("A", 1)])
    assert output.count(2) == (1, {"A": 1})
    output.close()


@pytest.mark.parametrize("cut", [1, 5, 20, 60])
def test_a_torn_last_line_is_cut(path: Path, cut: int) -> None:
    written(path, good(0), good(1), good(2)[:-cut])
    assert states(path) == [OK, OK]
    assert path.read_bytes() == good(0) + good(1)


def test_an_output_with_nothing_but_a_torn_line_begins_again(path: Path) -> None:
    written(path, good(0)[:30])
    assert states(path) == []
    assert path.read_bytes() == b""


def test_lines_may_be_longer_than_what_is_read_at_once(path: Path) -> None:
    long = success_line(1, "reply", b'"' + b"x" * 700_000 + b'"', b"null", 0.2, 1)
    written(path, *([good(0)] * 2000), long, bad(2), long[:-1])
    assert states(path) == [OK, OK, FAILED]
    assert path.read_bytes().endswith(bad(2))


def test_what_is_written_counts_at_once_and_after_a_restart(path: Path) -> None:
    output = Output.open(path, JOB, lambda: {"rows": 4})
    output.write(good(3) + bad(1), {3: None, 1: "BadRequestError"})
    assert list(output.states) == [OPEN, FAILED, OPEN, OK]
    output.close()
    assert states(path) == [OPEN, FAILED, OPEN, OK]
    assert json.loads(Path(sidecar_of(path)).read_text()) == {"cohere-chat bulk": 1, **JOB, "rows": 4}


def test_more_kinds_of_failures_than_there_are_states_share_the_last(path: Path) -> None:
    written(path, *(bad(number, f"Kind{number}") for number in range(300)))
    assert states(path)[250:260] == [252, 253, 254, 255, 255, 255, 255, 255, 255, 255]


def test_an_empty_file_is_a_new_output(path: Path) -> None:
    path.touch()
    output = Output.open(path, JOB)
    output.close()
    assert Path(sidecar_of(path)).exists()


def test_a_sidecar_without_its_output_is_written_anew(path: Path) -> None:
    written(path)
    path.unlink()
    Output.open(path, {**JOB, "input": "new"}).close()
    assert json.loads(Path(sidecar_of(path)).read_text())["input"] == "new"


@pytest.mark.parametrize(
    ("job", "told"),
    [
        ({**JOB, "input": "xyz"}, "the content of the input differs"),
        ({**JOB, "row": {**JOB["row"], "model": "n"}}, 'model was "m" and is now "n"'),
        ({**JOB, "row": {"operation": "chat", "model": "m"}}, 'prompt was "text" and is now null'),
        ({**JOB, "row": {**JOB["row"], "k": 2}}, "k was null and is now 2"),
        ({**JOB, "row": {**JOB["row"], "model": "n" * 200}}, "nnn..."),
    ],
)
def test_an_output_of_something_else_is_refused_with_what_differs(path: Path, job: Any, told: str) -> None:
    written(path, good(0), good(1)[:20])
    assert told in refusal(path, job)


def test_an_output_without_its_sidecar_is_refused(path: Path) -> None:
    path.write_bytes(good(0))
    assert "without" in refusal(path)


def test_an_output_with_a_batch_under_way_is_of_its_job_before_it_has_a_line(path: Path) -> None:
    written(path)
    Path(batch_of(path)).touch()
    for _ in range(2):
        assert "the content of the input differs" in refusal(path, {**JOB, "input": "new"})
        assert states(path) == []
        path.unlink()
    Path(sidecar_of(path)).unlink()
    assert "without" in refusal(path)
    assert not path.exists()


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"cohere-chat bulk": 99}', b"\xff"])
def test_a_sidecar_that_is_none_is_refused(path: Path, content: bytes) -> None:
    written(path, good(0))
    Path(sidecar_of(path)).write_bytes(content)
    assert sidecar_of(path) in refusal(path)


@pytest.mark.parametrize("line", [b"hello\n", b"\n", b'{"n": 1}\n', b'{"n": -1, "ok": true}\n', b"\0\0\n"])
def test_a_file_that_is_no_bulk_output_is_refused(path: Path, line: bytes) -> None:
    written(path, good(0), line, good(1))
    assert f"line 2 of {path}" in refusal(path)


def test_a_row_number_beyond_all_measure_is_refused(path: Path) -> None:
    written(path, good(9_999_999_999))
    assert "row 9999999999" in refusal(path)


def test_a_folder_is_refused(path: Path) -> None:
    path.mkdir()
    assert "not a regular file" in refusal(path)


def test_a_place_that_can_not_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert refusal(tmp_path / "file" / "answers.jsonl").endswith("Not a directory")


def test_a_folder_without_room_for_the_sidecar_is_refused_and_left_as_it_is(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(os, "fsync", full)
    assert "Read-only file system" in refusal(path)
    assert not path.exists()


def test_a_second_process_is_refused(path: Path) -> None:
    first = Output.open(path, JOB)
    first.write(good(0), {0: None})
    program = f"from cohere_chat.bulk._output import Output; Output.open({str(path)!r}, {JOB!r})"
    second = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "RefusedError: another process is writing" in second.stderr
    assert "another process is writing" in refusal(path)
    first.close()
    assert path.read_bytes() == good(0)
    assert states(path) == [OK]


def test_a_disk_without_locks_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unlockable(*_: Any) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr("fcntl.flock", unlockable)
    written_before = path.parent.iterdir()
    with pytest.raises(RefusedError, match="No locks available; name an output on another disk"):
        Output.open(path, JOB)
    assert [each for each in written_before if each != path] == []


class Failing:
    """A file whose writes fail after so many bytes, as those of a full disk do."""

    def __init__(self, file: Any, room: int) -> None:
        self._file, self._room = file, room

    def write(self, content: bytes) -> int:
        if not self._room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        size: int = self._file.write(content[: self._room])
        self._room -= size
        return size

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def test_of_lines_that_do_not_fit_on_the_disk_nothing_stays(path: Path) -> None:
    output = Output.open(path, JOB)
    output.write(good(0), {0: None})
    output._file = Failing(output._file, 50)  # type: ignore[assignment]
    with pytest.raises(StoppedError, match=r"answers\.jsonl: No space left on device"):
        output.write(good(1), {1: None})
    output.close()
    assert path.read_bytes() == good(0)
    assert states(path) == [OK]


def test_a_write_in_parts_is_completed(path: Path) -> None:
    output = Output.open(path, JOB)
    file: Any = output._file
    parts: Callable[[bytes], int] = lambda content: file.write(content[:7])  # noqa: E731
    output._file = type("Slow", (Failing,), {"write": lambda _, content: parts(content)})(file, 0)
    output.write(good(0), {0: None})
    output.close()
    assert path.read_bytes() == good(0)


def test_a_disk_that_does_not_take_what_was_written_stops_the_run(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = Output.open(path, JOB)
    output.sync()
    output.write(good(0), {0: None})

    def broken(_: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(StoppedError, match="to the disk: Input/output error"):
        output.close()
    assert output._file.closed


def test_progress_is_read_without_parsing(path: Path) -> None:
    """What stands behind the beginning of a line is not looked at, whatever it is."""
    written(path, *(b'{"n": %d, "ok": true, not even JSON\n' % number for number in range(100_000)))
    assert states(path) == [OK] * 100_000
