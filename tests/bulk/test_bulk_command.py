"""The command `cohere-chat bulk`."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import attrs
import pytest
from cohere_chat.__main__ import main
from cohere_chat.bulk import Interrupted, StoppedError, Summary
from cohere_chat.emulator import Emulator

MODEL = "command-a-plus-05-2026"


@pytest.fixture
def rows(tmp_path, monkeypatch, emulator_url):
    """A file of 20 rows, in the working directory, and an API to ask."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CO_API_URL", emulator_url)
    monkeypatch.setenv("CO_API_KEY", "key")
    with open("rows.jsonl", "w") as file:
        for number in range(20):
            asked = [{"role": "user", "content": f"What is {number}?"}]
            print(json.dumps({"prompt": f"What is {number}?", "asked": asked}), file=file)


def bulk(*arguments, rpm="60000"):
    return main(["bulk", "rows.jsonl", "out.jsonl", "--model", MODEL, "--rpm", rpm, *arguments])


def lines(path="out.jsonl"):
    with open(path) as file:
        return [json.loads(line) for line in file]


@pytest.mark.usefixtures("rows")
def test_a_job_answers_all_rows_and_export_puts_them_in_order(capsys):
    assert bulk("--prompt", "prompt", "-o", "temperature=0.2", "--limit", "3") == 0
    assert bulk("--prompt", "prompt", "-o", "temperature=0.2", "--report", "report.html") == 0
    shown = capsys.readouterr()
    assert "answered  20\nfailed    0\n" in shown.out
    assert "20 of 20 rows" in shown.err
    assert "<td>20" in Path("report.html").read_text()
    assert main(["bulk", "export", "out.jsonl", "sorted.jsonl"]) == 0
    assert capsys.readouterr().out == "20 answers in sorted.jsonl\n"
    assert [line["n"] for line in lines("sorted.jsonl")] == list(range(20))


@pytest.mark.usefixtures("rows")
def test_with_json_standard_output_has_one_object_and_nothing_else(capsys):
    assert bulk("--messages", "asked", "--json") == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    summary = json.loads(shown.out)
    assert list(summary) == ["rows", "ok", "failed", "failures_by_kind", "tokens", "seconds", "latency"]
    assert (summary["rows"], summary["ok"], summary["failed"]) == (20, 20, 0)
    assert list(summary["tokens"]) == ["input_tokens", "output_tokens"]
    assert list(summary["latency"]) == ["p50", "p99"]


@pytest.mark.usefixtures("rows")
def test_rows_that_failed_end_it_with_1_until_they_are_answered(capsys):
    with open("rows.jsonl", "a") as file:
        print('{"prompt": null}', file=file)
    for _ in range(2):
        assert bulk("--prompt", "prompt") == 1
    shown = capsys.readouterr().out
    assert "failed    1: RowError 1\n" in shown
    assert "--retry-failed" in shown
    assert main(["bulk", "export", "out.jsonl", "sorted.jsonl"]) == 0
    assert capsys.readouterr().out == "20 answers in sorted.jsonl, 1 failures in sorted.failures.jsonl\n"
    assert [line["n"] for line in lines("sorted.failures.jsonl")] == [20]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--prompt", "a", "--messages", "b"], "give either --prompt or --messages"),
        ([], "give either --prompt or --messages"),
        (["--prompt", "nothing"], "nothing"),
        (["--prompt", "prompt", "-o", "temprature=1"], "temperature"),
        (["--prompt", "prompt", "--rpm"], "--rpm"),
        (["--prompt", ""], "give either --prompt or --messages"),
        (["--prompt", "", "--messages", "asked"], "give either --prompt or --messages"),
        (["--prompt", "prompt", "--report", "no/folder.html"], "there is no folder"),
        (["--prompt", "prompt", "--report", "."], "is a folder"),
        (["--prompt", "prompt", "--report", "rows.jsonl"], "would replace rows.jsonl"),
        (["--prompt", "prompt", "--report", "linked.html"], "would replace rows.jsonl"),
        (["--prompt", "prompt", "--report", "./out.jsonl"], "would replace out.jsonl"),
        (["--prompt", "prompt", "--report", "out.jsonl.bulk.json"], "would replace out.jsonl.bulk.json"),
        (["--prompt", "prompt", "--report", "out.jsonl.batch.json"], "would replace out.jsonl.batch.json"),
    ],
)
@pytest.mark.usefixtures("rows")
def test_what_cannot_be_is_refused_with_2_before_anything_is_sent(capsys, arguments, told):
    os.link("rows.jsonl", "linked.html")
    assert bulk(*arguments) == 2
    shown = capsys.readouterr()
    assert shown.err.startswith("cohere-chat bulk: ")
    assert told in shown.err
    assert not shown.out
    assert not os.path.exists("out.jsonl")


def test_a_job_that_stops_ends_with_2_and_tells_what_there_is(rows, monkeypatch, capsys):
    with Emulator(require_key="right") as url:
        monkeypatch.setenv("CO_API_URL", url)
        assert bulk("--prompt", "prompt", "--json") == 2
    shown = capsys.readouterr()
    assert "401" in shown.err
    assert json.loads(shown.out)["ok"] == 0


def test_an_interrupted_job_ends_with_130_and_says_how_to_go_on(rows):
    with Emulator() as url:
        command = [sys.executable, "-m", "cohere_chat", "bulk", "rows.jsonl", "out.jsonl", "--model", MODEL]
        options = ["--prompt", "prompt", "--rpm", "1"]
        environment = {**os.environ, "CO_API_URL": url}
        with subprocess.Popen(
            [*command, *options], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as process:
            # The first line tells that it has begun.
            process.stderr.readline()
            process.send_signal(signal.SIGINT)
            out, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "run the same again to continue" in told
    assert "rows      20\n" in out


SUMMARY = Summary(
    rows=9,
    ok=5,
    failed=3,
    failures_by_kind={"ApiError": 3},
    input_tokens=1,
    output_tokens=2,
    seconds=3.0,
    p50=0.1,
    p99=0.2,
)


@pytest.mark.parametrize(
    ("ending", "status"),
    [
        (attrs.evolve(SUMMARY, failed=0), 0),
        (SUMMARY, 1),
        (StoppedError("the disk is full", SUMMARY), 2),
        (Interrupted("interrupted", SUMMARY), 130),
    ],
    ids=["answered", "failed", "stopped", "interrupted"],
)
@pytest.mark.parametrize("arguments", [[], ["--json"], ["--report", "report.html"]], ids=str)
@pytest.mark.usefixtures("rows")
def test_however_a_job_ends_its_summary_is_told(monkeypatch, capsys, ending, status, arguments):
    def end(*_, **__):
        if isinstance(ending, BaseException):
            raise ending
        return ending

    monkeypatch.setattr("cohere_chat.bulk.run", end)
    assert bulk("--prompt", "prompt", *arguments) == status
    shown = capsys.readouterr()
    assert shown.err == (f"cohere-chat bulk: {ending}\n" if isinstance(ending, BaseException) else "")
    if "--json" in arguments:
        assert json.loads(shown.out)["rows"] == 9
    else:
        assert "rows      9\nanswered  5\n" in shown.out
    assert Path("report.html").exists() == ("--report" in arguments)


@pytest.mark.usefixtures("rows")
def test_a_report_that_cannot_be_written_in_the_end_is_a_warning(monkeypatch, capsys):
    def end(*_, **__):
        Path("report.html").mkdir()
        return SUMMARY

    monkeypatch.setattr("cohere_chat.bulk.run", end)
    assert bulk("--prompt", "prompt", "--report", "report.html") == 1
    assert capsys.readouterr().err == "cohere-chat bulk: can't write the report report.html: Is a directory\n"


def test_an_interrupt_at_any_other_time_ends_with_130_as_well(monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("cohere_chat.bulk._command.export", interrupt)
    assert main(["bulk", "export", "a", "b"]) == 130


@pytest.mark.usefixtures("rows")
def test_a_pipe_that_is_closed_ends_a_job_quietly(monkeypatch, capsys):
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "w") as closed, monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", closed)
        assert bulk("--prompt", "prompt", "--json") == 141
    assert capsys.readouterr() == ("", "")
    assert len(lines()) == 20


def test_without_the_extra_the_command_says_what_to_install(monkeypatch, capsys):
    for name in [name for name in sys.modules if name.startswith(("cohere_chat.cli", "cohere_chat.bulk._command"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "cyclopts", None)
    assert main(["bulk", "rows.jsonl", "out.jsonl"]) == 1
    assert "pip install 'cohere-chat[cli]'" in capsys.readouterr().err


def test_help_names_every_option(capsys):
    assert main(["bulk", "--help"]) == 0
    shown = capsys.readouterr().out
    for option in ("model", "prompt", "messages", "option", "rpm", "tpm", "in-flight", "limit", "retry-failed"):
        assert f"--{option}" in shown
    for option in ("timeout", "patience", "batches", "report", "json"):
        assert f"--{option}" in shown
    assert main(["bulk", "export", "--help"]) == 0
