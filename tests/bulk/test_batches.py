"""run_batches(): the rows of a job, answered by the service's own batches."""

import json
import sys

import pytest
from cohere_chat import AsyncClientV2, bulk
from cohere_chat.__main__ import main
from cohere_chat.bulk import _batches
from cohere_chat.emulator import Emulator

MODEL = "command-a-plus-05-2026"
ROW = bulk.ChatRow(model=MODEL, prompt="prompt", temperature=0.2)


@pytest.fixture
def emulator(tmp_path, monkeypatch):
    """An API of its own, and an empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CO_API_KEY", "key")
    emulator = Emulator()
    with emulator as url:
        monkeypatch.setenv("CO_API_URL", url)
        yield emulator


def write_rows(count):
    with open("rows.jsonl", "w") as file:
        file.writelines(json.dumps({"prompt": f"What is {number}?"}) + "\n" for number in range(count))


def run(**options):
    return bulk.run_batches("rows.jsonl", "out.jsonl", ROW, interval=0.01, **options)


def lines():
    with open("out.jsonl") as file:
        return {line["n"]: line for line in map(json.loads, file)}


def created(emulator):
    return [request.path.partition("?")[0] for request in emulator.requests if request.method == "POST"]


def test_a_batch_answers_the_rows_and_run_answers_the_rest(emulator, tmp_path):
    write_rows(5)
    summary = run(limit=3)
    assert (summary.rows, summary.ok, summary.failed, summary.p50) == (3, 3, 0, None)
    assert summary.input_tokens > 0
    assert summary.output_tokens > 0
    assert created(emulator) == ["/v1/datasets", "/v2/batches"]
    assert bulk.run("rows.jsonl", "out.jsonl", ROW, requests_per_minute=None).ok == 5
    assert created(emulator)[2:] == ["/v2/chat"] * 2
    answers = lines()
    assert [set(line) for line in answers.values()] == [{"n", "ok", "reply", "usage", "seconds", "attempts"}] * 5
    assert all(f"What is {number}?" in json.dumps(line["reply"]) for number, line in answers.items())
    # Nothing else stays in the folder.
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.jsonl", "out.jsonl.bulk.json", "rows.jsonl"]


def test_what_is_too_long_for_a_dataset_goes_into_several_batches(emulator, monkeypatch):
    monkeypatch.setattr(_batches, "MAX_REQUEST_BYTES", 150)
    write_rows(5)
    assert run().ok == 5
    assert created(emulator) == ["/v1/datasets", "/v2/batches"] * 3


def test_rows_that_fail_are_failure_lines(emulator):
    row = bulk.ChatRow(lambda row: {"messages": row["asked"]} | row.get("more", {}), model=MODEL)
    asked = [{"role": "user", "content": "Hello!"}]
    source = [
        {"asked": asked},
        {"asked": asked, "more": {"temperature": 7}},
        {"asked": None, "more": {"seed": {1, 2}}},
    ]
    summary = bulk.run_batches(source, "out.jsonl", row, interval=0.01)
    assert (summary.ok, summary.failed) == (1, 2)
    failures = {number: line["error"] for number, line in lines().items() if not line["ok"]}
    assert failures[1]["status"] in (400, 422)
    assert failures[2]["type"] == "RowError"
    assert failures[2]["status"] is None


class Killed(SystemExit):
    """Ends a run at once."""


@pytest.mark.parametrize(
    ("noted", "is_noted"),
    [(1, False), (1, True), (2, False), (2, True)],
    ids=["the rows were just uploaded", "no batch yet", "the batch was just created", "the batch runs"],
)
def test_after_a_kill_no_second_batch_is_begun_for_the_same_rows(emulator, monkeypatch, noted, is_noted):
    write_rows(4)
    bulk.run_batches([{"prompt": "Of another job."}], "other.jsonl", ROW, interval=0.01)
    keep = _batches._BatchRun._keep
    kept = []

    def keep_until(self, batch):
        kept.append(batch)
        if len(kept) < noted or is_noted:
            keep(self, batch)
        if len(kept) == noted:
            raise Killed
        return batch

    with monkeypatch.context() as patch:
        patch.setattr(_batches._BatchRun, "_keep", keep_until)
        with pytest.raises(Killed):
            run()
    assert not lines()
    assert run().ok == 4
    assert created(emulator).count("/v2/batches") == 2


def test_a_kill_in_mid_upload_binds_the_output_to_nothing(emulator, monkeypatch):
    async def die(*_, **__):
        raise Killed

    write_rows(4)
    with monkeypatch.context() as patch:
        patch.setattr(type(AsyncClientV2("k").datasets), "create", die)
        with pytest.raises(Killed):
            run()
    write_rows(3)
    assert run().ok == 3
    assert created(emulator).count("/v2/batches") == 1


def test_what_was_written_before_a_kill_is_not_written_again(emulator, monkeypatch):
    write_rows(4)
    write = _batches._BatchRun._write

    def write_two(self, *given):
        if len(lines()) == 2:
            raise Killed
        write(self, *given)

    with monkeypatch.context() as patch:
        patch.setattr(_batches._BatchRun, "_write", write_two)
        with pytest.raises(Killed):
            run()
    assert run().ok == 4
    with open("out.jsonl") as file:
        assert sorted(json.loads(line)["n"] for line in file) == [0, 1, 2, 3]
    assert created(emulator).count("/v2/batches") == 1


def test_any_number_of_failures_is_read_and_each_written_once(emulator, monkeypatch):
    row = bulk.ChatRow(lambda row: {"messages": [{"role": "user", "content": "Hi."}], **row}, model=MODEL)
    source = [*[{"temperature": 7}] * 60, {}]

    def run(**options):
        return bulk.run_batches(source, "out.jsonl", row, interval=0.01, **options)

    write = _batches._BatchRun._write

    def write_some(self, *given):
        if len(lines()) == 55:
            raise Killed
        write(self, *given)

    with monkeypatch.context() as patch:
        patch.setattr(_batches._BatchRun, "_write", write_some)
        with pytest.raises(Killed):
            run()
    summary = run()
    assert (summary.ok, summary.failed) == (1, 60)
    with open("out.jsonl") as file:
        assert sorted(json.loads(line)["n"] for line in file) == [*range(61)]
    assert created(emulator).count("/v2/batches") == 1


@pytest.mark.parametrize("kills", [[], ["before"], ["after"], ["before", "after", "after"]], ids=" ".join)
def test_a_failed_row_that_is_sent_again_gets_its_new_failure_once(emulator, monkeypatch, kills):
    write_rows(2)
    message = "first"

    def read_record(record):
        number = int(record["custom_id"])
        return _batches._Outcome(number, record["response"]["body"] if number else None, 400, message)

    write = _batches._BatchRun._write

    def write_and_kill(self, *given):
        write(self, *given)
        raise Killed

    def kill(*_):
        raise Killed

    monkeypatch.setattr(_batches, "_read_record", read_record)
    assert run().failed == 1
    message = "second"
    for when in kills:
        with monkeypatch.context() as patch:
            patch.setattr(_batches._BatchRun, "_write", write_and_kill if when == "after" else kill)
            with pytest.raises(Killed):
                run(retry_failed=True)
    assert run(retry_failed=not kills).failed == 1
    with open("out.jsonl") as file:
        failures = [line["error"]["message"] for line in map(json.loads, file) if not line["ok"]]
    assert failures == ["first", "second"]
    assert created(emulator).count("/v2/batches") == 2


@pytest.mark.parametrize(
    ("change", "told"),
    [({"finish_reason": "ERROR"}, "the reply failed (ERROR)"), ({"message": 3}, "message")],
)
def test_a_reply_of_a_batch_that_is_no_answer_is_a_failure(emulator, monkeypatch, change, told):
    write_rows(1)
    read = _batches._read_record
    monkeypatch.setattr(
        _batches, "_read_record", lambda record: (found := read(record))._replace(reply={**found.reply, **change})
    )
    assert run().failed == 1
    assert told in lines()[0]["error"]["message"]


@pytest.mark.parametrize("before", ["_begin", "_keep"], ids=["dataset", "batch"])
def test_what_fails_at_the_service_leaves_its_rows_open_for_the_next_run(emulator, monkeypatch, before):
    write_rows(2)
    step = getattr(_batches._BatchRun, before)

    def fail_next(self, given):
        emulator.fail_next(error=0)
        monkeypatch.setattr(_batches._BatchRun, before, step)
        return step(self, given)

    monkeypatch.setattr(_batches._BatchRun, before, fail_next)
    with pytest.raises(bulk.StoppedError, match="the rows of this batch stay open"):
        run()
    assert not lines()
    assert run().ok == 2


def test_an_upload_that_failed_does_not_bind_the_output_to_its_input(emulator):
    write_rows(1)
    emulator.fail_next(status=401)
    with pytest.raises(bulk.StoppedError, match="UnauthorizedError"):
        run()
    write_rows(2)
    assert run().ok == 2


def test_rows_that_a_batch_does_not_mention_stay_open(emulator, monkeypatch):
    write_rows(3)
    read = _batches._BatchRun._download

    async def leave_one_out(self, url):
        async for record in read(self, url):
            if record["custom_id"] != "1":
                yield record

    monkeypatch.setattr(_batches._BatchRun, "_download", leave_one_out)
    with pytest.raises(bulk.StoppedError, match="has no results for 1 of its rows") as stopped:
        run()
    assert (stopped.value.summary.ok, stopped.value.summary.open) == (2, 1)


@pytest.mark.usefixtures("emulator")
def test_a_refused_key_stops_it(monkeypatch):
    write_rows(1)
    with Emulator(require_key="right") as url:
        monkeypatch.setenv("CO_API_URL", url)
        with pytest.raises(bulk.StoppedError, match="UnauthorizedError"):
            run()


@pytest.mark.usefixtures("emulator")
def test_a_defect_is_not_hidden():
    write_rows(1)

    class Defect:
        def __getattr__(self, name):
            def tell(*_, **__):
                if name == "waiting":
                    raise ZeroDivisionError

            return tell

    with pytest.raises(ZeroDivisionError):
        run(progress=Defect())


@pytest.fixture
def interrupted(emulator, monkeypatch):
    """A job of two rows that was interrupted while its batch ran."""
    write_rows(2)
    finish = _batches._BatchRun._finish

    async def interrupt(self, client, batch):
        self.interrupt()
        self.interrupt()
        await finish(self, client, batch)

    with monkeypatch.context() as patch:
        patch.setattr(_batches._BatchRun, "_finish", interrupt)
        with pytest.raises(bulk.Interrupted):
            run()


@pytest.mark.usefixtures("interrupted")
def test_an_interrupt_leaves_the_batch_at_the_service():
    assert run().ok == 2


@pytest.mark.usefixtures("interrupted")
def test_the_answers_of_a_batch_do_not_become_those_of_another_input():
    write_rows(3)
    told = r"the batch that out\.jsonl\.batch\.json names answers something else: the content of the input differs"
    with pytest.raises(bulk.RefusedError, match=told):
        run()
    with pytest.raises(bulk.RefusedError, match=told):
        bulk.run("rows.jsonl", "out.jsonl", ROW)
    write_rows(2)
    assert run().ok == 2


@pytest.mark.usefixtures("interrupted")
def test_of_a_batch_that_is_gone_the_file_that_names_it_is_told(monkeypatch, tmp_path):
    with Emulator() as url:
        monkeypatch.setenv("CO_API_URL", url)
        with pytest.raises(bulk.StoppedError, match=r"404: .* not found .* delete out\.jsonl\.batch\.json"):
            run()
        (tmp_path / "out.jsonl.batch.json").unlink()
        assert run().ok == 2


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (bulk.ChatRow(model=MODEL, prompt="prompt", schema=int), "without a schema"),
        (bulk.EmbedRow(text="prompt", model="embed-v4.0", input_type="search_query"), "rows of a ChatRow"),
        (bulk.ChatRow(dict), "one model"),
    ],
)
def test_rows_that_batches_cannot_answer_are_refused(row, told):
    with pytest.raises(bulk.RefusedError, match=told):
        bulk.run_batches([], "out.jsonl", row)


def test_without_fastavro_the_error_names_the_remedy(monkeypatch):
    monkeypatch.setitem(sys.modules, "fastavro", None)
    with pytest.raises(bulk.RefusedError, match=r"cohere-chat\[batches\]"):
        bulk.run_batches([], "out.jsonl", ROW)


@pytest.mark.parametrize(
    ("record", "outcome"),
    [
        ({"response": '{"status_code": 200, "body": {"id": "a"}}'}, ({"id": "a"}, None, "")),
        ({"response": {"body": '{"id": "a"}'}, "error": None}, ({"id": "a"}, None, "")),
        ({"response": {"status_code": 429, "body": {"message": "slow"}}}, (None, 429, "slow")),
        ({"error": {"status_code": 422, "message": "no"}}, (None, 422, "no")),
        ({"error": "broken"}, (None, None, "broken")),
        ({}, (None, None, "the batch gave no reply")),
    ],
)
def test_what_a_record_tells(record, outcome):
    assert _batches._read_record({"custom_id": "7", **record}) == (7, *outcome)


@pytest.mark.usefixtures("emulator")
def test_the_command_has_batches_as_well(capsys, monkeypatch):
    monkeypatch.setattr(
        _batches.run_batches, "__kwdefaults__", {**_batches.run_batches.__kwdefaults__, "interval": 0.01}
    )
    write_rows(2)
    command = ["bulk", "rows.jsonl", "out.jsonl", "--model", MODEL, "--prompt", "prompt", "--batches", "--json"]
    assert main(command) == 0
    assert json.loads(capsys.readouterr().out)["latency"] == {"p50": None, "p99": None}
