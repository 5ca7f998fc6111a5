"""Runs over real sockets: every row once, whatever the service and the machine do."""

from __future__ import annotations

import asyncio
import errno
import json
import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from cohere_chat import AsyncClientV2, bulk
from cohere_chat._httpx import httpx
from cohere_chat.bulk import _runner
from rawserver import CLOSE, HOLD, RESET, RawServer, Step, http

MODEL = "command-a-plus-05-2026"
ROW = bulk.ChatRow(model=MODEL, prompt="text")
Answer = Callable[[str], list[Step]]


def chat(text: str, **fields: Any) -> list[Step]:
    """The answer to a chat."""
    reply = {
        "id": "1",
        "finish_reason": "COMPLETE",
        "message": {"role": "assistant", "content": [{"type": "text", "text": text}]},
        "usage": {"billed_units": {"input_tokens": 2, "output_tokens": 3}},
    }
    return http(200, {**reply, **fields})


def fail(status: int, message: str = "no", **headers: str) -> list[Step]:
    return http(status, {"message": message}, **headers)


@pytest.fixture(autouse=True)
def _setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CO_API_KEY", "secret-key")
    monkeypatch.setattr(_runner, "_FIRST_WAIT", 0.02)
    monkeypatch.setattr(_runner, "_LONGEST_WAIT", 0.05)


@attrs.define
class Job:
    """Runs with an input, an output and a service that answers by the text of a row."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch
    server: RawServer | None = None
    asked: list[str] = attrs.Factory(list)

    @property
    def output(self) -> Path:
        return self.folder / "out.jsonl"

    def rows(self, count: int) -> Path:
        return self.write(*({"text": f"row {number}"} for number in range(count)))

    def write(self, *rows: Any) -> Path:
        path = self.folder / "in.jsonl"
        path.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows))
        return path

    def serve(self, answer: Answer) -> None:
        if self.server:
            self.server.__exit__()

        def answer_body(body: Any) -> list[Step]:
            text = body["messages"][0]["content"]
            self.asked.append(text)
            return answer(text)

        self.server = RawServer(answer_body).__enter__()
        self.monkeypatch.setenv("CO_API_URL", self.server.url)

    def run(self, source: Any, row: Any = ROW, **options: Any) -> bulk.Summary:
        options = {"requests_per_minute": None, "in_flight": 8, **options}
        return bulk.run(source, self.output, row, **options)

    def lines(self) -> dict[int, Any]:
        """The last line of each row."""
        return {line["n"]: line for line in self.all_lines()}

    def all_lines(self) -> list[Any]:
        return [json.loads(line) for line in self.output.read_bytes().splitlines()]

    def stopped(self, source: Any, row: Any = ROW, **options: Any) -> bulk.StoppedError:
        with pytest.raises(bulk.StoppedError) as caught:
            self.run(source, row, **options)
        return caught.value


@pytest.fixture
def job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Job]:
    job = Job(tmp_path, monkeypatch)
    yield job
    if job.server:
        job.server.__exit__()


def test_every_row_is_asked_once_and_has_one_line(job: Job) -> None:
    job.serve(chat)
    summary = job.run(job.rows(100))
    assert Counter(job.asked) == {f"row {n}": 1 for n in range(100)}
    lines = job.lines()
    assert len(job.all_lines()) == len(lines) == 100
    for number, line in lines.items():
        assert list(line) == ["n", "ok", "reply", "usage", "seconds", "attempts"]
        assert line["reply"]["message"]["content"][0]["text"] == f"row {number}"
        assert line["usage"] == {"billed_units": {"input_tokens": 2, "output_tokens": 3}}
        assert line["attempts"] == 1
    assert summary.exit_status == 0
    told = summary.to_dict()
    assert 0 < told["latency"]["p50"] <= told["latency"]["p99"] <= told["seconds"]
    del told["latency"], told["seconds"]
    assert told == {
        "rows": 100,
        "ok": 100,
        "failed": 0,
        "failures_by_kind": {},
        "tokens": {"input_tokens": 200, "output_tokens": 300},
    }


def test_a_reply_is_written_as_it_came_in_one_line(job: Job) -> None:
    body = (
        b'\xef\xbb\xbf{ "id": "1",\r\n "score": 1.50, "new": 12345678901234567890,\n'
        b' "message": {"text": "\\u00e4 \xc3\xa4"}}\n'
    )
    job.serve(lambda _: http(200, body))
    assert job.run(job.rows(1)).input_tokens == 0
    assert b'"reply": { "id": "1",   "score": 1.50, "new": 12345678901234567890,  "message"' in job.output.read_bytes()
    assert job.lines()[0]["usage"] is None


def test_connections_are_used_again_and_no_more_than_are_needed(job: Job) -> None:
    job.serve(chat)
    job.run(job.rows(50), in_flight=4)
    assert job.server
    assert 1 <= job.server.connections <= 4


def test_a_second_run_asks_what_is_open_only(job: Job) -> None:
    job.serve(chat)
    source = job.rows(20)
    job.run(source, limit=5)
    assert sorted(job.lines()) == [0, 1, 2, 3, 4]
    job.asked.clear()
    assert job.run(source, limit=7, in_flight=2).rows == 7
    assert sorted(job.asked) == ["row 5", "row 6"]
    job.asked.clear()
    assert job.run(source).ok == 20
    assert len(job.asked) == 13
    job.asked.clear()
    summary = job.run(source)
    assert (summary.ok, summary.p50, job.asked) == (20, None, [])
    # A smaller part of what is done.
    assert job.run(source, limit=3).to_dict()["rows"] == 3


def test_an_interrupted_csv_file_is_closed(job: Job) -> None:
    """Warnings of files that are left open are errors here."""
    job.serve(Interrupting("row 3", signal.SIGINT))
    source = job.folder / "in.csv"
    source.write_text("text\n" + "".join(f"row {n}\n" for n in range(50)))
    with pytest.raises(bulk.Interrupted):
        job.run(source, in_flight=2)
    assert job.run(source, limit=20).ok == 20


def test_rows_that_fail_are_lines_and_tried_again_when_asked_for(job: Job) -> None:
    job.serve(lambda text: fail(400, "no such thing") if text.endswith("3") else chat(text))
    source = job.rows(20)
    summary = job.run(source)
    assert (summary.ok, summary.failed, summary.exit_status) == (18, 2, 1)
    assert summary.failures_by_kind == {"BadRequestError": 2}
    assert job.lines()[13]["error"] == {"type": "BadRequestError", "status": 400, "message": "no such thing"}
    job.asked.clear()
    assert job.run(source).exit_status == 1
    assert job.asked == []
    job.serve(chat)
    summary = job.run(source, retry_failed=True)
    assert sorted(job.asked) == ["row 13", "row 3"]
    assert (summary.ok, summary.failed, summary.failures_by_kind, summary.exit_status) == (20, 0, {}, 0)


def test_rows_that_can_not_be_sent_name_their_lines(job: Job) -> None:
    job.serve(chat)
    source = job.write({"text": "a"}, "", "{", {"other": 1}, {"text": None}, {"text": 3}, {"text": ""}, {"text": "b"})
    summary = job.run(source)
    assert (summary.rows, summary.ok, summary.failures_by_kind) == (7, 2, {"RowError": 5})
    told = {number: line["error"]["message"] for number, line in job.lines().items() if not line["ok"]}
    assert told.pop(1).startswith("line 3: not JSON")
    assert told == {
        2: "line 4: the column 'text' is missing",
        3: "line 5: the column 'text' is null",
        4: "line 6: the column 'text' must hold text, not int",
        5: "line 7: the column 'text' is empty",
    }
    assert {line["error"]["status"] for line in job.lines().values() if not line["ok"]} == {None}
    assert sorted(job.asked) == ["a", "b"]


@pytest.mark.off_contract
def test_a_request_that_can_not_be_built_fails_for_itself(job: Job) -> None:
    job.serve(chat)
    row = bulk.ChatRow(
        lambda row: {"model": MODEL, "messages": [{"role": "user", "content": row["text"]}], **row["more"]}
    )
    job.run(
        job.write({"text": "a", "more": {}}, {"text": "b", "more": {"wrong": 1}}, '{"text": "c", "more": {"k": NaN}}'),
        row,
    )
    told = {number: line.get("error") for number, line in job.lines().items()}
    assert told[0] is None
    assert told[1]["type"] == "TypeError"
    assert told[1]["message"].startswith("line 2: chat() has no argument 'wrong'")
    assert told[2]["message"].startswith("line 3: k: nan is not a JSON number")
    assert job.lines()[2]["attempts"] == 0


def test_many_bad_rows_let_the_others_go_on(job: Job) -> None:
    job.serve(chat)
    summary = job.run(job.write(*(["{"] * 1000), {"text": "a"}), in_flight=2)
    assert (summary.ok, summary.failed) == (1, 1000)


def test_transient_failures_are_tried_again(job: Job) -> None:
    seen = Counter[str]()

    def answer(text: str) -> list[Step]:
        seen[text] += 1
        if seen[text] <= 2 and text.endswith("5"):
            return [fail(503), [RESET], [CLOSE], fail(500)][int(text[-2:]) // 10 % 4]
        return chat(text)

    job.serve(answer)
    assert job.run(job.rows(96)).ok == 96
    lines = job.lines()
    assert len(job.all_lines()) == 96
    assert {number for number, line in lines.items() if line["attempts"] == 3} == {n for n in lines if n % 10 == 5}


@pytest.mark.parametrize("status", [500, 503])
@pytest.mark.unmeasured
def test_a_row_that_fails_while_others_get_through_is_written_off(
    job: Job, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_runner, "_FIRST_WAIT", 0.001)
    monkeypatch.setattr(_runner, "_LONGEST_WAIT", 0.001)
    job.serve(lambda text: fail(status, "poison") if text == "row 1" else [0.005, *chat(text)])
    summary = job.run(job.rows(250), in_flight=4)
    assert (summary.ok, summary.failed) == (249, 1)
    assert job.lines()[1]["error"]["message"] == "poison"
    assert job.asked.count("row 1") == job.lines()[1]["attempts"]
    assert job.lines()[1]["attempts"] >= 5


def test_the_only_row_left_that_the_service_fails_at_is_written_off(job: Job) -> None:
    job.serve(lambda text: fail(500) if text == "row 4" else chat(text))
    summary = job.run(job.rows(5), in_flight=1)
    assert (summary.ok, summary.failed) == (4, 1)
    assert job.lines()[4]["attempts"] == 5


def test_while_the_service_is_away_all_rows_wait_and_none_is_written_off(job: Job) -> None:
    count = 0

    def answer(text: str) -> list[Step]:
        nonlocal count
        count += 1
        return fail(500 if count % 2 else 503) if 20 < count <= 50 else chat(text)

    job.serve(answer)
    told = Told()
    summary = job.run(job.rows(40), progress=told)
    assert (summary.ok, summary.failed) == (40, 0)
    # One request at a time asks whether it is back; those that were under way before come on top of these.
    assert 10 <= len([each for each in told.calls if each[0] == "waiting" and each[1]]) <= 30
    assert told.calls.count(("waiting", None)) >= 1


def test_when_patience_is_over_the_rows_stay_open(job: Job) -> None:
    job.serve(lambda text: fail(503, "gone for lunch"))
    error = job.stopped(job.rows(10), patience=0.3)
    assert "no request got through for 0.3 s; the last one: ServiceUnavailableError 503: gone for lunch" in str(error)
    assert "0 of 10 rows are answered" in str(error)
    assert (error.exit_status, error.summary and error.summary.open) == (2, 10)
    assert job.output.read_bytes() == b""
    job.serve(chat)
    assert job.run(job.write(*({"text": f"row {n}"} for n in range(10)))).ok == 10


def test_patience_ends_requests_that_hang(job: Job) -> None:
    count = 0

    def answer(text: str) -> list[Step]:
        nonlocal count
        count += 1
        return [RESET] if count == 1 else [HOLD]

    job.serve(answer)
    assert "no request got through" in str(job.stopped(job.rows(3), patience=0.3, in_flight=1))


def test_nobody_listens(job: Job, refused: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CO_API_URL", f"http://{refused}")
    error = job.stopped(job.rows(3), patience=0.2)
    assert "Connection refused" in str(error)


def test_a_429_pauses_all_and_uses_up_no_attempt(job: Job) -> None:
    count = 0

    def answer(text: str) -> list[Step]:
        nonlocal count
        count += 1
        return fail(429, retry_after="0.1") if 5 < count <= 30 else chat(text)

    job.serve(answer)
    told = Told()
    summary = job.run(job.rows(20), requests_per_minute=600_000, in_flight=4, progress=told)
    assert (summary.ok, summary.failed) == (20, 0)
    assert {line["attempts"] for line in job.lines().values()} == {1}
    rates = [call[1] for call in told.calls if call[0] == "rate_changed"]
    assert rates
    assert rates == sorted(rates, reverse=True)
    assert max(rates) == pytest.approx(420_000)


def test_429_for_longer_than_patience_stops(job: Job) -> None:
    job.serve(lambda _: fail(429, "quota", retry_after="1000"))
    told = str(job.stopped(job.rows(3), patience=0.2))
    assert "TooManyRequestsError 429: quota; the service asks to wait 1000 s: allow that with --patience" in told


@pytest.mark.parametrize("status", [401, 403, 404])
def test_what_is_refused_for_all_stops_at_once(job: Job, status: int) -> None:
    job.serve(lambda text: fail(status, "not you") if text == "row 3" else chat(text))
    # Ten a second, so that a server that is slow to refuse is not asked much meanwhile.
    error = job.stopped(job.rows(1000), in_flight=4, requests_per_minute=600)
    assert f"{status}: not you" in str(error)
    assert 3 not in job.lines()
    assert all(line["ok"] for line in job.all_lines())
    assert len(job.asked) < 20
    assert "run the same again to continue" in str(error)


def test_the_same_failure_of_fifty_rows_before_the_first_success_stops(job: Job) -> None:
    job.serve(lambda text: fail(400, f"no such model ({text})"))
    error = job.stopped(job.rows(1000))
    assert "50 rows failed alike, and none was answered: BadRequestError 400: no such model" in str(error)
    assert 50 <= len(job.all_lines()) < 70


def test_after_a_success_equal_failures_do_not_stop(job: Job) -> None:
    job.serve(lambda text: chat(text) if text == "row 0" else fail(400))
    source = job.rows(80)
    assert job.run(source, limit=1).ok == 1
    assert job.run(source).failed == 79


def test_a_certificate_that_is_wrong_stops_at_once(job: Job, tls: Any) -> None:
    job.server = RawServer(chat("x"), tls=tls).__enter__()
    job.monkeypatch.setenv("CO_API_URL", job.server.url)
    assert "CERTIFICATE_VERIFY_FAILED" in str(job.stopped(job.rows(3)))


def test_an_input_that_changes_while_it_is_read_stops_the_run(job: Job) -> None:
    source = job.rows(500)

    def answer(text: str) -> list[Step]:
        if text == "row 100":
            with source.open("a") as file:
                file.write('{"text": "new"}\n')
        return chat(text)

    job.serve(answer)
    error = job.stopped(source)
    assert "has changed while it was read" in str(error)
    assert error.summary
    assert 0 < error.summary.open < 500
    assert "answers something else: the content of the input differs" in refusal(job, source)


def test_an_input_that_changes_after_its_last_row_was_read_is_noticed(job: Job) -> None:
    source = job.rows(1)

    def answer(text: str) -> list[Step]:
        with source.open("a") as file:
            file.write('{"text": "new"}\n')
        return chat(text)

    job.serve(answer)
    assert "has changed" in str(job.stopped(source))
    assert job.lines()[0]["ok"]


def refusal(job: Job, source: Any, row: Any = ROW, **options: Any) -> str:
    with pytest.raises(bulk.RefusedError) as caught:
        job.run(source, row, **options)
    assert caught.value.exit_status == 2
    return str(caught.value)


def test_a_column_that_the_first_row_lacks_is_refused_before_anything_is_made(job: Job) -> None:
    source = job.write("{", {"txt": 1, "id": 2}, {"text": "b"})
    assert refusal(job, source) == "the first row of the input has no column 'text'; it has txt, id"
    assert [path.name for path in job.folder.iterdir()] == ["in.jsonl"]


def test_an_input_is_not_its_own_output(job: Job) -> None:
    source = job.rows(1)
    with pytest.raises(bulk.RefusedError, match="both input and output"):
        bulk.run(source, source, ROW)


def test_a_missing_key_is_refused(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CO_API_KEY")
    assert "no API key" in refusal(job, job.rows(1))


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"in_flight": 0}, "in_flight must be 1 or more, not 0"),
        ({"in_flight": 1.5}, "in_flight must be an int, not float"),
        ({"limit": True}, "limit must be an int, not bool"),
        ({"requests_per_minute": 0}, "requests_per_minute must be above 0, not 0"),
        ({"tokens_per_minute": "9"}, "tokens_per_minute must be a number, not str"),
        ({"patience": None}, "patience must be a number, not NoneType"),
        ({"timeout": -1}, "timeout must be a number of seconds above 0"),
    ],
)
def test_options_are_checked(job: Job, options: Any, error: str) -> None:
    with pytest.raises((TypeError, ValueError), match=error):
        job.run(job.rows(1), **options)


def test_a_row_function_is_wanted(job: Job) -> None:
    with pytest.raises(TypeError, match="must be a ChatRow, EmbedRow or RerankRow, not function"):
        job.run(job.rows(1), lambda row: row)


def test_an_empty_input_is_answered(job: Job) -> None:
    summary = job.run(job.write())
    assert (summary.rows, summary.exit_status) == (0, 0)
    assert job.run([]).rows == 0


def test_an_iterable_is_matched_by_row_number(job: Job) -> None:
    job.serve(chat)
    assert job.run(({"text": f"a {n}"} for n in range(5)), limit=3).rows == 3
    summary = job.run({"text": f"b {n}"} for n in range(6))
    assert (summary.rows, summary.ok) == (6, 6)
    assert sorted(job.asked) == ["a 0", "a 1", "a 2", "b 3", "b 4", "b 5"]
    assert "the content of the input differs" in refusal(job, job.rows(6))


def test_an_input_that_raises_stops_the_run(job: Job) -> None:
    def rows() -> Iterator[Any]:
        yield {"text": "a"}
        yield {"text": "b"}
        raise OSError("the cable")

    job.serve(chat)
    error = job.stopped(rows(), in_flight=1)
    assert "the input can't be read on: OSError: the cable" in str(error)
    assert len(job.lines()) == 2


def test_in_a_running_loop_run_names_run_async(job: Job) -> None:
    async def main() -> None:
        job.run([])

    with pytest.raises(RuntimeError, match=r"await bulk\.run_async"):
        asyncio.run(main())


def test_run_async_does_the_same(job: Job) -> None:
    job.serve(chat)
    summary = asyncio.run(bulk.run_async(job.rows(10), job.output, ROW, requests_per_minute=None))
    assert summary.ok == 10


def test_run_async_can_be_cancelled(job: Job) -> None:
    async def main() -> None:
        task = asyncio.create_task(bulk.run_async(job.rows(10), job.output, ROW, requests_per_minute=None))
        assert job.server
        await asyncio.to_thread(job.server.wait_requests, 10)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    job.serve(lambda text: [HOLD] if text == "row 3" else chat(text))
    asyncio.run(main())
    assert 3 not in job.lines()
    job.serve(chat)
    assert job.run(job.folder / "in.jsonl").ok == 10


def test_embeddings_are_asked_in_groups(job: Job) -> None:
    def embed(body: Any) -> list[Step]:
        texts = body["texts"]
        if "bad" in texts:
            return fail(400, "bad text")
        vectors = {"float": [[len(text), 0.5] for text in texts], "int8": [[1] for _ in texts]}
        meta = {"billed_units": {"input_tokens": 2 * len(texts)}}
        return http(200, {"id": "e", "embeddings": vectors, "texts": texts, "meta": meta})

    job.server = RawServer(embed).__enter__()
    job.monkeypatch.setenv("CO_API_URL", job.server.url)
    row = bulk.EmbedRow(text="text", model="embed-v4.0", input_type="classification", embedding_types=["float", "int8"])
    texts = ["bad" if n in (7, 150) else "x" * (n + 1) for n in range(200)]
    summary = job.run(job.write(*({"text": text} for text in texts)), row, in_flight=2)
    assert (summary.ok, summary.failed, summary.input_tokens) == (198, 2, 396)
    lines = job.lines()
    assert lines[9]["reply"] == {"id": "e", "embeddings": {"float": [[10, 0.5]], "int8": [[1]]}}
    assert lines[9]["usage"] == {"billed_units": {"input_tokens": 2.0}}
    assert lines[150]["error"]["message"] == "bad text"
    bodies = [body for _, body in job.server.requests]
    assert lines[7]["attempts"] + lines[150]["attempts"] == sum("bad" in body["texts"] for body in bodies)
    assert lines[9]["attempts"] == sum("x" * 10 in body["texts"] for body in bodies) > 1
    sizes = [len(body["texts"]) for _, body in job.server.requests]
    assert max(sizes) == 96
    assert sum(1 for size in sizes if size == 96) == 2


def test_groups_are_small_enough_for_the_limit_to_be_used(job: Job) -> None:
    job.server = RawServer(
        lambda body: http(200, {"id": "e", "embeddings": {"float": [[1] for _ in body["texts"]]}})
    ).__enter__()
    job.monkeypatch.setenv("CO_API_URL", job.server.url)
    row = bulk.EmbedRow(text="text", model="embed-v4.0", input_type="classification")
    assert job.run(job.rows(10), row, requests_per_minute=450).ok == 10
    (_, body) = job.server.requests[0]
    assert len(body["texts"]) == 10
    job.output.unlink()
    assert job.run(job.rows(4), row, requests_per_minute=60_000).ok == 4
    run = _runner._Run(job.rows(1), job.folder / "x.jsonl", row, options(requests_per_minute=450), None, None)
    assert run._group == 22
    # A signal may come before it begins.
    run.interrupt()
    asyncio.run(run.main())
    with pytest.raises(bulk.Interrupted):
        run.finish()


def options(**given: Any) -> _runner.Options:
    defaults = {
        "in_flight": 8,
        "requests_per_minute": None,
        "tokens_per_minute": None,
        "limit": None,
        "retry_failed": False,
        "timeout": None,
        "patience": 120,
    }
    return _runner.Options(**{**defaults, **given})


def test_a_reply_with_too_few_vectors_is_tried_again(job: Job) -> None:
    replies = [{"float": [[1]]}, {"float": None, "int8": [[1], [2]]}]
    job.server = RawServer(lambda _: http(200, {"id": "e", "embeddings": replies.pop(0)})).__enter__()
    job.monkeypatch.setenv("CO_API_URL", job.server.url)
    row = bulk.EmbedRow(text="text", model="embed-v4.0", input_type="classification")
    assert job.run(job.rows(2), row).ok == 2
    assert job.lines()[1]["attempts"] == 2
    assert job.lines()[1]["reply"]["embeddings"] == {"int8": [[2]]}


@attrs.frozen
class City:
    name: str
    people: int


CITY = '{"name": "Oslo", "people": 7}'


def test_with_a_schema_lines_hold_values(job: Job) -> None:
    answers = {"row 0": CITY, "row 1": '{"name": "Oslo"}'}
    job.serve(lambda text: chat(answers[text]))
    summary = job.run(job.rows(2), bulk.ChatRow(model=MODEL, prompt="text", schema=City))
    assert (summary.ok, summary.failures_by_kind, summary.output_tokens) == (1, {"AnswerError": 1}, 3)
    assert job.lines()[0]["value"] == {"name": "Oslo", "people": 7}
    assert job.lines()[0]["usage"]["billed_units"]["output_tokens"] == 3
    assert job.lines()[1]["error"]["message"] == "people: is missing"
    assert job.lines()[1]["attempts"] == 1


@pytest.mark.parametrize("schema", [None, City])
def test_replies_that_failed_are_no_answers(job: Job, schema: Any) -> None:
    job.serve(lambda text: chat(CITY, finish_reason={"row 0": "ERROR", "row 1": "TIMEOUT"}.get(text, "COMPLETE")))
    row = bulk.ChatRow(model=MODEL, prompt="text", schema=schema)
    source = job.rows(3)
    assert job.run(source, row).failures_by_kind == {"AnswerError": 2}
    messages = [job.lines()[number]["error"]["message"] for number in (0, 1)]
    assert messages == ["the reply failed (ERROR)", "the model took too long (TIMEOUT)"]
    job.serve(lambda text: chat(CITY))
    assert job.run(source, row, retry_failed=True).ok == 3


def test_a_text_that_max_tokens_cut_short_is_an_answer(job: Job) -> None:
    job.serve(lambda text: chat(text, finish_reason="MAX_TOKENS"))
    assert job.run(job.rows(1)).ok == 1


def test_clients_of_ones_own_do_not_retry(job: Job) -> None:
    count = 0

    def answer(request: httpx.Request) -> httpx.Response:
        nonlocal count
        count += 1
        return httpx.Response(
            400 if count == 1 else 503 if count == 2 else 200, content=chat("x")[0].split(b"\r\n\r\n")[1]
        )  # type: ignore[union-attr]

    made = []

    def client() -> AsyncClientV2:
        made.append(AsyncClientV2("k", httpx_client=httpx.AsyncClient(transport=httpx.MockTransport(answer))))
        return made[-1]

    summary = job.run(job.rows(3), client=client, in_flight=1)
    assert (summary.ok, summary.failed, count, len(made)) == (2, 1, 4, 1)
    assert job.lines()[1]["attempts"] == 2
    asyncio.run(made[0]._core.pool._given.aclose())


def test_the_timeout_is_that_of_each_request(job: Job) -> None:
    count = 0

    def answer(text: str) -> list[Step]:
        nonlocal count
        count += 1
        return [HOLD] if count == 1 else chat(text)

    job.serve(answer)
    assert job.run(job.rows(1), timeout=0.2).ok == 1
    assert job.lines()[0]["attempts"] == 2


def test_billed_tokens_are_limited(job: Job) -> None:
    job.serve(chat)
    row = bulk.ChatRow(model=MODEL, prompt="text", max_tokens=4)
    assert job.run(job.rows(8), row, tokens_per_minute=60_000, in_flight=2).ok == 8


class Told:
    """Keeps what a run tells."""

    def __init__(self) -> None:
        self.calls: list[tuple[Any, ...]] = []

    def started(self, *, total: int | None, done: int, failed: int) -> None:
        self.calls.append(("started", total, done, failed))

    def row_ended(self, *, ok: bool, kind: str | None, tokens: int, seconds: float) -> None:
        self.calls.append(("row_ended", ok, kind, tokens))

    def waiting(self, reason: str | None, seconds: float) -> None:
        self.calls.append(("waiting", reason))

    def rate_changed(self, requests_per_minute: float) -> None:
        self.calls.append(("rate_changed", requests_per_minute))

    def ended(self, summary: bulk.Summary) -> None:
        self.calls.append(("ended", summary))


def test_progress_is_told(job: Job) -> None:
    told = Told()
    job.serve(lambda text: fail(400) if text == "row 1" else chat(text))
    source = job.rows(3)
    job.run(source, limit=2, in_flight=1, progress=told)
    summary = job.run(source, progress=told, in_flight=1)
    assert told.calls == [
        ("started", 2, 0, 0),
        ("row_ended", True, None, 5),
        ("row_ended", False, "BadRequestError", 0),
        ("ended", told.calls[3][1]),
        ("started", 3, 1, 1),
        ("row_ended", True, None, 5),
        ("ended", summary),
    ]
    job.run(source, retry_failed=True, progress=told)
    assert told.calls[7] == ("started", 3, 2, 0)
    # Of a list the number is known, of a generator not.
    for rows, total in (([{"text": "a"}], 1), (iter([{"text": "a"}]), None)):
        job.output.unlink()
        job.run(rows, progress=told)
        assert told.calls[-3] == ("started", total, 0, 0)


def test_a_run_that_goes_on_keeps_its_distance_from_what_was_killed(job: Job) -> None:
    job.serve(chat)
    source = job.rows(3)
    job.run(source, limit=1, requests_per_minute=600)
    run = _runner._Run(source, job.output, ROW, options(requests_per_minute=60), None, None)
    assert 0.5 < run._limiter.wait(run._started) < 1.1
    run.interrupt()
    asyncio.run(run.main())


def test_progress_that_raises_ends_the_run_with_its_error_and_a_whole_output(job: Job) -> None:
    class Broken(Told):
        def row_ended(self, **_: Any) -> None:
            raise ZeroDivisionError

    job.serve(chat)
    with pytest.raises(ZeroDivisionError):
        job.run(job.rows(100), progress=Broken())
    assert job.run(job.rows(100)).ok == 100


def test_the_output_reaches_the_disk_now_and_then(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    synced = threading.Event()
    fsync = os.fsync

    def watched(file: int) -> None:
        if threading.current_thread() is not threading.main_thread():
            synced.set()
        fsync(file)

    def answer(text: str) -> list[Step]:
        if text == "row 19":
            assert synced.wait(10)
        return chat(text)

    monkeypatch.setattr(_runner, "_SYNC_SECONDS", 0.01)
    monkeypatch.setattr(os, "fsync", watched)
    job.serve(answer)
    assert job.run(job.rows(20)).ok == 20


def test_a_disk_that_fails_stops_the_run(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: int) -> None:
        if len(job.asked) > 5:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(_runner, "_SYNC_SECONDS", 0.01)
    monkeypatch.setattr(os, "fsync", broken)
    job.serve(lambda text: [HOLD] if text == "row 19" else chat(text))
    assert "to the disk: Input/output error" in str(job.stopped(job.rows(20)))


def test_a_disk_that_fails_in_the_end_is_told(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    job.serve(chat)
    source = job.rows(2)
    job.run(source, limit=1)

    def broken(_: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", broken)
    assert "to the disk" in str(job.stopped(source))


FULL_DISK = """
import resource, sys
from cohere_chat import bulk
resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))
bulk.run(sys.argv[1], sys.argv[2], bulk.ChatRow(model=sys.argv[3], prompt="text"), requests_per_minute=None)
"""


def test_a_full_disk_is_told_and_nothing_is_lost(job: Job) -> None:
    job.serve(chat)
    source = job.rows(50)
    command = [sys.executable, "-c", FULL_DISK, str(source), str(job.output), MODEL]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert f"StoppedError: can't write {job.output}: File too large; " in ended.stderr
    lines = job.all_lines()
    assert 5 < len(lines) < 15
    assert f"{len(lines)} of 50 rows are answered" in ended.stderr
    assert job.run(source).ok == 50
    assert len(job.all_lines()) == 50


class Interrupting:
    """Sends this process a signal, or several, when a row is asked."""

    def __init__(self, text: str, *numbers: int, then: Answer = chat) -> None:
        self.text, self.numbers, self.then = text, numbers, then

    def __call__(self, text: str) -> list[Step]:
        if text != self.text:
            return chat(text)
        for number in self.numbers:
            os.kill(os.getpid(), number)
        return self.then(text)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.unmeasured
def test_an_interrupt_ends_the_rows_under_way_and_says_how_to_go_on(job: Job, number: int) -> None:
    before = signal.getsignal(number)
    job.serve(Interrupting("row 20", number))
    source = job.rows(150)
    with pytest.raises(bulk.Interrupted) as caught:
        job.run(source)
    assert caught.value.exit_status == 130
    assert caught.value.summary
    assert caught.value.summary.ok == len(job.lines())
    assert "of 150 rows are answered, 0 have failed; run the same again to continue" in str(caught.value)
    # Everything that was asked has its line.
    assert len(job.asked) == len(job.lines()) < 100
    assert signal.getsignal(number) is before
    job.serve(chat)
    assert job.run(source).ok == 150
    assert Counter(job.asked).most_common(1)[0][1] == 1


def test_a_second_interrupt_drops_the_rows_under_way(job: Job) -> None:
    handled = threading.Event()

    def answer(text: str) -> list[Step]:
        os.kill(os.getpid(), signal.SIGINT)
        handled.wait(0.2)
        os.kill(os.getpid(), signal.SIGINT)
        return [HOLD]

    job.serve(answer)
    with pytest.raises(bulk.Interrupted) as caught:
        job.run(job.rows(1))
    assert caught.value.summary
    assert caught.value.summary.open == 1


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        (Interrupting("row 1", signal.SIGINT), {"requests_per_minute": 2}),
        (Interrupting("row 0", signal.SIGINT, then=lambda _: fail(429, retry_after="60")), {}),
        (Interrupting("row 0", signal.SIGINT, then=lambda _: fail(503)), {"in_flight": 1}),
        (Interrupting("row 0", signal.SIGINT, then=lambda _: fail(500)), {"in_flight": 1}),
    ],
    ids=["rate", "429", "away", "retry"],
)
def test_an_interrupt_ends_any_wait(job: Job, answer: Any, given: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_runner, "_FIRST_WAIT", 60)
    monkeypatch.setattr(_runner, "_LONGEST_WAIT", 60)
    if "requests_per_minute" in given:
        # While all wait for the next minute's turn.
        answer.text = "row 0"
    job.serve(answer)
    with pytest.raises(bulk.Interrupted):
        job.run(job.rows(3), **given)


def test_an_interrupt_while_a_row_waits_for_its_retry_ends_it(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_runner, "_FIRST_WAIT", 60)
    monkeypatch.setattr(_runner, "_LONGEST_WAIT", 60)

    class Kill(Told):
        def waiting(self, reason: str | None, seconds: float) -> None:
            os.kill(os.getpid(), signal.SIGINT)

    job.serve(lambda _: fail(503))
    with pytest.raises(bulk.Interrupted):
        job.run(job.rows(3), progress=Kill())


def test_an_interrupt_before_the_first_request_is_one_as_well(job: Job) -> None:
    def rows() -> Iterator[Any]:
        os.kill(os.getpid(), signal.SIGTERM)
        yield {"text": "a"}

    with pytest.raises(bulk.Interrupted, match="before the first request"):
        job.run(rows())

    class Kill(Told):
        def started(self, **_: Any) -> None:
            os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(bulk.Interrupted):
        job.run(job.rows(3), progress=Kill())


def test_signals_that_are_ignored_stay_so(job: Job) -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        job.serve(Interrupting("row 3", signal.SIGINT))
        assert job.run(job.rows(10)).ok == 10
    finally:
        signal.signal(signal.SIGINT, before)


def test_a_run_in_a_thread_leaves_signals_alone(job: Job) -> None:
    job.serve(chat)
    source, summaries = job.rows(10), list[bulk.Summary]()
    thread = threading.Thread(target=lambda: summaries.append(job.run(source)))
    thread.start()
    thread.join()
    assert summaries[0].ok == 10
