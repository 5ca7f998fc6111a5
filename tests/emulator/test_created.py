"""What is created: datasets, embed jobs, batches, connectors and fine-tuned models, from beginning to end."""

import io
import json
import struct

import pytest
from cohere_chat.emulator import Emulator
from cohere_chat.emulator._avro import _MAX_DEPTH, avro_file, depth_of
from cohere_chat.emulator._store import Store
from emulator_samples import MODEL, ask, http
from hypothesis import given
from hypothesis import strategies as st

TEXTS = ["Penguins live in Antarctica.", "Cars need fuel.", "Bread is baked."]
ROWS = [{"text": text, "page": page} for page, text in enumerate(TEXTS)]
MESSAGES = [{"role": "user", "content": "Hi"}]
SETTINGS = {"base_model": {"base_type": "BASE_TYPE_CHAT"}, "dataset_id": "any"}


def lines(rows):
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


CONTENT = lines(ROWS)


def upload(emulator, content=CONTENT, name="rows.jsonl", kind="embed-input", status=200, **options):
    files = {"data": (name, content)}
    params = {"name": "texts", "type": kind, **options}
    return ask(emulator, "datasets_create", params=params, files=files, status=status)["id"]


def dataset(emulator, identifier):
    return ask(emulator, "datasets_get", identifier)["dataset"]


class Avro:
    """A reader of Avro files, by the specification and not by what writes them."""

    def __init__(self, content):
        self.file = io.BytesIO(content)

    def long(self):
        number = shift = 0
        while True:
            [byte] = self.file.read(1)
            number |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return (number >> 1) ^ -(number & 1)

    def text(self):
        return self.file.read(self.long()).decode()

    def blocks(self, read):
        while count := self.long():
            for _ in range(count):
                yield read()

    def value(self, schema):
        if isinstance(schema, list):
            return self.value(schema[self.long()])
        match schema if isinstance(schema, str) else schema["type"]:
            case "null":
                return None
            case "boolean":
                return self.file.read(1) == b"\1"
            case "long":
                return self.long()
            case "double":
                return struct.unpack("<d", self.file.read(8))[0]
            case "string":
                return self.text()
            case "array":
                return list(self.blocks(lambda: self.value(schema["items"])))
            case "map":
                return dict(self.blocks(lambda: (self.text(), self.value(schema["values"]))))
            case "record":
                return {field["name"]: self.value(field["type"]) for field in schema["fields"]}

    def rows(self):
        assert self.file.read(4) == b"Obj\1"
        meta = dict(self.blocks(lambda: (self.text(), self.text())))
        assert meta["avro.codec"] == "null"
        sync = self.file.read(16)
        while self.file.tell() < len(self.file.getvalue()):
            count, size = self.long(), self.long()
            start = self.file.tell()
            yield from (self.value(json.loads(meta["avro.schema"])) for _ in range(count))
            assert self.file.tell() == start + size
            assert self.file.read(16) == sync


def downloaded(part):
    answer = http.get(part["url"])
    assert answer.status_code == 200
    return list(Avro(answer.content).rows())


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(st.lists(st.fixed_dictionaries({"a": VALUES, "b": VALUES}), max_size=3))
def test_avro_keeps_every_value(rows):
    def flat(value, depth=0):
        if depth == _MAX_DEPTH and isinstance(value, list | dict):
            return json.dumps(value)
        if isinstance(value, list):
            return [flat(item, depth + 1) for item in value]
        return {key: flat(item, depth + 1) for key, item in value.items()} if isinstance(value, dict) else value

    depths = {name: max((depth_of(row[name]) for row in rows), default=0) for name in "ab"}
    read = list(Avro(b"".join(avro_file(depths, rows))).rows())
    assert read == [{name: flat(value) for name, value in row.items()} for row in rows]


def test_avro_has_blocks_for_many_rows_and_doubles_for_huge_numbers():
    rows = [{"a": number} for number in range(200)] + [{"a": 2**70}]
    assert list(Avro(b"".join(avro_file({"a": 0}, rows))).rows()) == rows


@pytest.mark.parametrize(
    ("name", "content", "options", "rows"),
    [
        ("rows.jsonl", lines(ROWS), {}, [{"text": text} for text in TEXTS]),
        ("rows.jsonl", lines(ROWS), {"keep_fields": ["page"]}, ROWS),
        ("rows.jsonl", lines(ROWS), {"optional_fields": ["page", "none"]}, ROWS),
        (
            "rows.csv",
            b'text,page\na,1\n"b\nc",2\n',
            {"keep_fields": ["page"]},
            [{"text": "a", "page": "1"}, {"text": "b\nc", "page": "2"}],
        ),
        ("rows.csv", b"\xef\xbb\xbftext;x\na;1\n", {"csv_delimiter": ";"}, [{"text": "a"}]),
        ("rows.txt", b"one\n\ntwo\n", {}, [{"text": "one"}, {"text": "two"}]),
        (
            "rows.txt",
            "one--twö--".encode() + b"x" * 70_000,
            {"text_separator": "--"},
            [{"text": "one"}, {"text": "twö"}, {"text": "x" * 70_000}],
        ),
        ("rows", lines([{"text": "a", "7 Ä": 1}]), {"keep_fields": ["7 Ä"]}, [{"text": "a", "_7__": 1}]),
        ("rows.jsonl", b'{"text": "a"}\nno JSON\n{}\n[]\n', {"skip_malformed_input": "true"}, [{"text": "a"}]),
    ],
)
def test_an_upload_is_validated_and_can_be_downloaded(cohere_emulator, name, content, options, rows):
    found = dataset(cohere_emulator, upload(cohere_emulator, content, name, **options))
    assert found["validation_status"] == "validated"
    [part] = found["dataset_parts"]
    assert downloaded(part) == rows
    assert part["num_rows"] == len(rows)
    assert len(found.get("validation_warnings", ())) == (3 if options.get("skip_malformed_input") else 0)


@pytest.mark.parametrize(
    ("content", "options", "told"),
    [
        (b"no JSON\n", {}, "data: row 1 is not valid JSON"),
        (b"[1]\n", {}, "data: row 1 is not a JSON object"),
        (b'{"text": "a"}\n{"text": ""}\n', {}, "data: row 2 has no text"),
        (b'{"text": 5}\n', {}, "data: row 1 has no text"),
        (b'{"text": "a"}\n', {"keep_fields": ["page"]}, "data: row 1 has no page"),
        (b"", {}, "data has no rows"),
    ],
)
def test_a_malformed_upload_fails(cohere_emulator, content, options, told):
    found = dataset(cohere_emulator, upload(cohere_emulator, content, **options))
    assert found["validation_status"] == "failed"
    assert found["validation_error"] == told
    assert http.get(f"{cohere_emulator.url}/_emulator/datasets/{found['id']}/data").status_code == 404


def test_datasets_are_listed_by_type_status_and_time_in_pages(cohere_emulator):
    good = [upload(cohere_emulator) for _ in range(3)]
    bad = upload(cohere_emulator, b"", kind="chat-finetune-input")

    def listed(**params):
        return [each["id"] for each in ask(cohere_emulator, "datasets_list", params=params)["datasets"]]

    assert listed() == [bad, *reversed(good)]
    assert listed(datasetType="embed-input", limit=2) == [good[2], good[1]]
    assert listed(datasetType="embed-input", limit=2, offset=2) == [good[0]]
    assert listed(validationStatus="failed") == [bad]
    times = dataset(cohere_emulator, good[1])["created_at"]
    assert listed(after=times) == [bad, good[2]]
    assert listed(before=times) == [good[0]]
    usage = ask(cohere_emulator, "datasets_get_usage")["organization_usage"]
    assert usage == 3 * len(lines(ROWS))
    assert ask(cohere_emulator, "datasets_delete", good[0]) == {}
    assert good[0] not in listed()
    assert "not found" in ask(cohere_emulator, "datasets_get", good[0], status=404)


def embed_job(emulator, identifier, status=200, **more):
    asked = {"model": "embed-english-light-v3.0", "dataset_id": identifier, "input_type": "search_document", **more}
    return ask(emulator, "embed_jobs_create", json=asked, status=status)


def test_an_embed_job_gives_a_dataset_of_embeddings(cohere_emulator):
    identifier = embed_job(cohere_emulator, upload(cohere_emulator), name="mine", embedding_types=["int8"])["job_id"]
    job = ask(cohere_emulator, "embed_jobs_get", identifier)
    assert (job["status"], job["name"], job["job_id"]) == ("complete", "mine", identifier)
    assert ask(cohere_emulator, "embed_jobs_list")["embed_jobs"] == [job]
    output = dataset(cohere_emulator, job["output_dataset_id"])
    assert output["dataset_type"] == "embed-result"
    rows = downloaded(output["dataset_parts"][0])
    asked = {"model": job["model"], "input_type": "clustering", "texts": TEXTS, "embedding_types": ["int8"]}
    expected = ask(cohere_emulator, "v2_embed", json=asked)["embeddings"]["int8"]
    assert [(row["text"], row["embeddings"]["int8"]) for row in rows] == list(zip(TEXTS, expected, strict=True))
    assert ask(cohere_emulator, "embed_jobs_cancel", identifier) is None
    assert ask(cohere_emulator, "embed_jobs_get", identifier)["status"] == "complete"


def batch(emulator, rows, kind="batch-chat-v2-input"):
    asked = {"name": "mine", "input_dataset_id": upload(emulator, lines(rows), kind=kind), "model": MODEL}
    return ask(emulator, "batches_create", json=asked)["batch"]["id"]


def test_a_batch_answers_every_record_as_its_operation_would(cohere_emulator):
    rows = [{"custom_id": str(number), "body": {"messages": MESSAGES, "seed": number}} for number in range(3)]
    rows[1]["body"] = {"messages": []}
    found = ask(cohere_emulator, "batches_retrieve", batch(cohere_emulator, rows))["batch"]
    assert found["status"] == "BATCH_STATUS_COMPLETED"
    assert (found["num_records"], found["num_successful_records"], found["num_failed_records"]) == (3, 2, 1)
    assert int(found["output_tokens"]) > 0
    assert ask(cohere_emulator, "batches_list")["batches"] == [found]
    output = downloaded(dataset(cohere_emulator, found["output_dataset_id"])["dataset_parts"][0])
    assert [row["custom_id"] for row in output] == ["0", "1", "2"]
    assert output[1]["error"]["status_code"] == 400
    alone = ask(cohere_emulator, "v2_chat", json={"model": MODEL, **rows[2]["body"]})
    assert output[2]["response"]["body"]["message"]["content"][0]["text"] == alone["message"]["content"][0]["text"]


def test_batches_embed_as_well_and_fail_if_every_record_does(cohere_emulator):
    good = {"custom_id": "a", "body": {"model": "embed-v4.0", "input_type": "clustering", "texts": ["a"]}}
    for rows, status in (([good], "COMPLETED"), ([{"custom_id": "a", "body": "text"}], "FAILED")):
        identifier = batch(cohere_emulator, rows, "batch-embed-v2-input")
        found = ask(cohere_emulator, "batches_retrieve", identifier)["batch"]
        assert found["status"] == f"BATCH_STATUS_{status}"


@pytest.fixture
def slow():
    """An emulator where nothing that was created is ever done."""
    emulator = Emulator(processing_seconds=1000)
    with emulator:
        yield emulator


def test_work_takes_the_time_that_was_asked_for_and_can_be_cancelled(slow, monkeypatch):
    waiting = upload(slow)
    assert dataset(slow, waiting)["validation_status"] == "processing"
    assert "must be validated" in embed_job_refused(slow, waiting)
    ready = validated(slow, monkeypatch)
    job = embed_job(slow, ready)["job_id"]
    assert ask(slow, "embed_jobs_get", job)["status"] == "processing"
    ask(slow, "embed_jobs_cancel", job)
    assert ask(slow, "embed_jobs_get", job)["status"] == "cancelled"
    record = slow._state.store.find("datasets", ready)
    record["shown"]["dataset_type"] = "batch-embed-v2-input"
    asked = {"name": "mine", "input_dataset_id": ready, "model": MODEL}
    identifier = ask(slow, "batches_create", json=asked)["batch"]["id"]
    assert ask(slow, "batches_retrieve", identifier)["batch"]["status"] == "BATCH_STATUS_IN_PROGRESS"
    assert ask(slow, "batches_cancel", identifier) == {}
    assert ask(slow, "batches_retrieve", identifier)["batch"]["status"] == "BATCH_STATUS_CANCELED"


def embed_job_refused(emulator, identifier):
    asked = {"model": "embed-v4.0", "dataset_id": identifier, "input_type": "search_document"}
    return ask(emulator, "embed_jobs_create", json=asked, status=400)


def validated(emulator, monkeypatch):
    identifier = upload(emulator)
    emulator._state.store.find("datasets", identifier)["ends"] = 0
    assert dataset(emulator, identifier)["validation_status"] == "validated"
    return identifier


def test_a_fault_can_have_what_is_created_fail(cohere_emulator):
    cohere_emulator.fail_next(error=0, message="Out of memory")
    found = dataset(cohere_emulator, upload(cohere_emulator))
    assert (found["validation_status"], found["validation_error"]) == ("failed", "Out of memory")
    good = upload(cohere_emulator)
    cohere_emulator.fail_next(error=0)
    job = embed_job(cohere_emulator, good)["job_id"]
    assert ask(cohere_emulator, "embed_jobs_get", job)["status"] == "failed"
    rows = upload(
        cohere_emulator, lines([{"custom_id": "a", "body": {"messages": MESSAGES}}]), kind="batch-chat-v2-input"
    )
    cohere_emulator.fail_next(error=0, message="No more room")
    asked = {"name": "mine", "input_dataset_id": rows, "model": MODEL}
    identifier = ask(cohere_emulator, "batches_create", json=asked)["batch"]["id"]
    found = ask(cohere_emulator, "batches_retrieve", identifier)["batch"]
    assert (found["status"], found["status_reason"]) == ("BATCH_STATUS_FAILED", "No more room")
    cohere_emulator.fail_next(error=0)
    tuned = ask(cohere_emulator, "finetuning_create_finetuned_model", json={"name": "a", "settings": SETTINGS})
    assert tuned["finetuned_model"]["status"] == "STATUS_FAILED"


def test_a_job_whose_dataset_is_gone_fails(slow, monkeypatch):
    ready = validated(slow, monkeypatch)
    job = embed_job(slow, ready)["job_id"]
    ask(slow, "datasets_delete", ready)
    slow._state.store.find("embed_jobs", job)["ends"] = 0
    assert ask(slow, "embed_jobs_get", job)["status"] == "failed"


def test_others_need_not_wait_for_work_that_takes_long(cohere_emulator):
    with cohere_emulator._state.store.work:
        ask(cohere_emulator, "models_list")
        ask(cohere_emulator, "v2_chat", json={"model": MODEL, "messages": MESSAGES})
        upload(cohere_emulator)


def test_a_connector_is_created_changed_and_deleted(cohere_emulator):
    oauth = {"client_id": "me", "client_secret": "s3cret", "authorize_url": "https://a.example/login"}
    asked = {"name": "web", "url": "https://a.example/search", "oauth": oauth}
    answer = ask(cohere_emulator, "connectors_create", json=asked)
    made = answer["connector"]
    assert (made["auth_type"], made["oauth"]["client_secret"]) == ("oauth", "********")
    assert made["oauth"]["token_url"] == "https://a.example/search/oauth/token"
    changed = ask(cohere_emulator, "connectors_update", made["id"], json={"name": "new"})["connector"]
    assert (changed["name"], changed["url"]) == ("new", made["url"])
    assert ask(cohere_emulator, "connectors_get", made["id"])["connector"] == changed
    to = ask(cohere_emulator, "connectors_o_auth_authorize", made["id"], params={"after_token_redirect": "https://b"})
    assert to["redirect_url"].startswith("https://a.example/login?response_type=code&client_id=me")
    service = {"name": "b", "url": "https://b", "service_auth": {"type": "bearer", "token": "s3cret"}}
    other = ask(cohere_emulator, "connectors_create", json=service)["connector"]
    assert other["auth_type"] == "service_auth"
    assert "s3cret" not in str(other)
    assert "has no oauth" in ask(cohere_emulator, "connectors_o_auth_authorize", other["id"], status=400)
    listed = ask(cohere_emulator, "connectors_list", params={"limit": 1, "offset": 1})
    assert (listed["connectors"], listed["total_count"]) == ([changed], 2)
    both = service | {"oauth": oauth}
    assert "do not go together" in ask(cohere_emulator, "connectors_create", json=both, status=400)
    ask(cohere_emulator, "connectors_delete", made["id"])
    assert ask(cohere_emulator, "connectors_list")["connectors"] == [other]


def test_a_fine_tuned_model_goes_through_its_states(slow):
    asked = {"name": "tuned", "settings": SETTINGS}
    made = ask(slow, "finetuning_create_finetuned_model", json=asked)["finetuned_model"]
    identifier = made["id"]
    assert made["status"] == "STATUS_QUEUED"
    record = slow._state.store.find("finetuning", identifier)
    for elapsed, status, steps in ((400, "FINETUNING", 4), (700, "DEPLOYING_API", 7), (1000, "READY", 10)):
        begun = record["created"]
        record |= {"created": begun - elapsed, "ends": begun - elapsed + 1000}
        found = ask(slow, "finetuning_get_finetuned_model", identifier)["finetuned_model"]
        events = ask(slow, "finetuning_list_events", identifier)
        metrics = ask(slow, "finetuning_list_training_step_metrics", identifier, params={"page_size": 50})
        record |= {"created": begun, "ends": begun + 1000}
        assert found["status"] == f"STATUS_{status}" == events["events"][-1]["status"]
        assert len(metrics["step_metrics"]) == steps
        assert events["total_size"] == len(events["events"])
    assert "completed_at" in found
    renamed = {"name": "renamed", "settings": SETTINGS}
    ask(slow, "finetuning_update_finetuned_model", identifier, json=renamed)
    [listed] = ask(slow, "finetuning_list_finetuned_models")["finetuned_models"]
    assert listed["name"] == "renamed"
    chat = {"model": identifier, "messages": MESSAGES}
    ask(slow, "v2_chat", json=chat)
    assert ask(slow, "models_get", identifier)["finetuned"] is True
    ask(slow, "finetuning_delete_finetuned_model", identifier)
    assert "not found" in ask(slow, "v2_chat", json=chat, status=404)


def test_what_was_created_is_found_again_in_its_directory(tmp_path):
    first = Emulator(data=tmp_path / "data")
    with first:
        good = upload(first, keep_original_file="true")
        connector = ask(first, "connectors_create", json={"name": "a", "url": "https://a"})["connector"]
        before = dataset(first, good)
    second = Emulator(data=tmp_path / "data")
    with second:
        again = dataset(second, good)
        assert again["schema"] == before["schema"]
        assert downloaded(again["dataset_parts"][0]) == [{"text": text} for text in TEXTS]
        assert ask(second, "connectors_get", connector["id"])["connector"] == connector
        ask(second, "datasets_delete", good)
    assert not (tmp_path / "data" / "datasets" / good).exists()
    second.reset()
    assert [path for path in (tmp_path / "data").rglob("*") if path.is_file()] == []


def test_a_directory_with_other_things_in_it_is_told(tmp_path):
    (tmp_path / "datasets" / "a").mkdir(parents=True)
    (tmp_path / "datasets" / "a" / "record.json").write_text("{")
    with pytest.raises(ValueError, match=r"record\.json: no record"):
        Emulator(data=tmp_path)


def test_without_a_directory_nothing_stays_on_disk():
    store = Store()
    made = store.directory("datasets", "a")
    assert made.exists()
    del store
    assert not made.exists()


def test_reset_forgets_what_was_created(cohere_emulator):
    upload(cohere_emulator)
    assert http.get(f"{cohere_emulator.url}/_emulator").json()["created"] == {"datasets": 1}
    cohere_emulator.reset()
    assert ask(cohere_emulator, "datasets_list")["datasets"] == []
