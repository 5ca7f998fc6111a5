"""export(): the answers of an output in the order of the rows."""

import json
import random
import sys

import pyarrow.parquet
import pytest
from cohere_chat import bulk
from cohere_chat.bulk import _export


def answered(number, text="Hi.", **fields):
    reply = {"message": {"role": "assistant", "content": [{"type": "text", "text": text}]}}
    line = {"n": number, "ok": True, "reply": reply, "usage": {"billed_units": {"input_tokens": 3}}, "seconds": 0.2}
    return json.dumps({**line, "attempts": 1, **fields})


def failed(number):
    error = {"type": "RateLimitError", "status": 429, "message": "slow down"}
    return json.dumps({"n": number, "ok": False, "error": error, "seconds": 0.2, "attempts": 3})


def write(folder, *lines, end="\n"):
    path = folder / "answers.jsonl"
    path.write_text("\n".join(lines) + end)
    return path


def numbers(path):
    return [json.loads(line)["n"] for line in path.read_text().splitlines()]


def test_answers_come_in_the_order_of_the_rows_and_failures_apart(tmp_path):
    source = write(tmp_path, answered(2), failed(3), answered(0), failed(1))
    before = source.read_bytes()
    assert bulk.export(source, tmp_path / "sorted.jsonl") == (2, 2)
    assert (tmp_path / "sorted.jsonl").read_text() == f"{answered(0)}\n{answered(2)}\n"
    assert (tmp_path / "sorted.failures.jsonl").read_text() == f"{failed(1)}\n{failed(3)}\n"
    assert source.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "answers.jsonl",
        "sorted.failures.jsonl",
        "sorted.jsonl",
    ]


def test_the_last_line_of_a_row_counts(tmp_path):
    source = write(tmp_path, failed(0), answered(1), answered(0, "Late."), failed(1))
    assert bulk.export(source, tmp_path / "sorted.jsonl") == (1, 1)
    assert (tmp_path / "sorted.jsonl").read_text() == f"{answered(0, 'Late.')}\n"
    assert numbers(tmp_path / "sorted.failures.jsonl") == [1]


def test_failures_of_an_earlier_export_do_not_stay(tmp_path):
    target = tmp_path / "sorted.jsonl"
    bulk.export(write(tmp_path, failed(0)), target)
    assert bulk.export(write(tmp_path, failed(0), answered(0)), target) == (1, 0)
    assert not (tmp_path / "sorted.failures.jsonl").exists()


@pytest.mark.parametrize("runs", [100, 3])
def test_what_does_not_fit_into_memory_is_merged_from_sorted_runs(tmp_path, monkeypatch, runs):
    monkeypatch.setattr(_export, "RUN_BYTES", 1500)
    monkeypatch.setattr(_export, "MOST_RUNS", runs)
    order = random.Random(1)
    rows = [*range(200), *order.sample(range(200), 50)]
    order.shuffle(rows)
    last = {number: f"{index}" for index, number in enumerate(rows)}
    source = write(tmp_path, *[answered(number, f"{index}") for index, number in enumerate(rows)])
    assert bulk.export(source, tmp_path / "sorted.jsonl") == (200, 0)
    lines = [json.loads(line) for line in (tmp_path / "sorted.jsonl").read_text().splitlines()]
    assert [line["n"] for line in lines] == list(range(200))
    assert {line["n"]: line["reply"]["message"]["content"][0]["text"] for line in lines} == last


def test_a_line_that_is_still_being_written_is_left_out(tmp_path):
    source = write(tmp_path, answered(0), answered(1)[:40], end="")
    assert bulk.export(source, tmp_path / "sorted.jsonl") == (1, 0)


@pytest.mark.parametrize("size", [1, 10_000], ids=["a group for each row", "one group"])
def test_parquet_has_the_number_the_text_the_reply_and_the_usage(tmp_path, monkeypatch, size):
    monkeypatch.setattr(_export, "GROUP_BYTES", size)
    tools = {"message": {"role": "assistant", "tool_calls": [{"id": "a"}]}}
    parts = {"message": {"content": [{"type": "thinking", "thinking": "?"}, {"type": "text", "text": "Ü"}]}}
    value = {"n": 3, "ok": True, "value": "yes", "usage": None}
    source = write(tmp_path, json.dumps(value), answered(2, reply=parts), answered(1, reply=tools), answered(0))
    assert bulk.export(source, tmp_path / "a.parquet") == (4, 0)
    rows = pyarrow.parquet.read_table(tmp_path / "a.parquet").to_pylist()
    assert list(rows[0]) == ["n", "text", "reply", "usage"]
    assert [row["n"] for row in rows] == [0, 1, 2, 3]
    assert [row["text"] for row in rows] == ["Hi.", None, "Ü", "yes"]
    assert [json.loads(row["reply"]) for row in rows][1:] == [tools, parts, "yes"]
    assert [row["usage"] and json.loads(row["usage"]) for row in rows] == [
        {"billed_units": {"input_tokens": 3}}
    ] * 3 + [None]


def test_half_a_surrogate_pair_is_an_escape_in_json_and_a_replacement_in_text(tmp_path):
    source = write(tmp_path, answered(0, "x\ud83d", usage={"\ude00": 1}))
    assert bulk.export(source, tmp_path / "a.parquet") == (1, 0)
    (row,) = pyarrow.parquet.read_table(tmp_path / "a.parquet").to_pylist()
    assert row["text"] == "x\ufffd"
    assert json.loads(row["reply"])["message"]["content"][0]["text"] == "x\ud83d"
    assert json.loads(row["usage"]) == {"\ude00": 1}


@pytest.mark.parametrize(
    ("target", "told"),
    [("answers.csv", "ends in .jsonl or .parquet"), ("answers.jsonl", "the output itself would be replaced")],
)
def test_a_target_that_cannot_be_is_refused(tmp_path, target, told):
    source = write(tmp_path, answered(0))
    with pytest.raises(bulk.RefusedError, match=told):
        bulk.export(source, tmp_path / target)


def test_the_failures_of_another_export_are_no_target_of_their_own(tmp_path):
    source = tmp_path / "a.failures.jsonl"
    source.write_text(failed(0) + "\n")
    with pytest.raises(bulk.RefusedError, match="would be replaced"):
        bulk.export(source, tmp_path / "a.jsonl")


def test_what_is_no_output_is_refused_and_nothing_is_written(tmp_path):
    source = write(tmp_path, answered(0), '{"prompt": "Hello"}')
    with pytest.raises(bulk.RefusedError, match="its line 2 is not a line of a bulk output"):
        bulk.export(source, tmp_path / "sorted.jsonl")
    assert [path.name for path in tmp_path.iterdir()] == ["answers.jsonl"]


def test_an_output_without_answers_gives_an_empty_target(tmp_path):
    source = write(tmp_path, end="")
    for name in ("a.jsonl", "a.parquet"):
        assert bulk.export(source, tmp_path / name) == (0, 0)
    assert pyarrow.parquet.read_table(tmp_path / "a.parquet").num_rows == 0


def test_without_pyarrow_the_error_names_the_remedy(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(bulk.RefusedError, match=r"cohere-chat\[parquet\]"):
        bulk.export(write(tmp_path, answered(0)), tmp_path / "a.parquet")
