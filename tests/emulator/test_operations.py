"""Every operation of the contract is answered: found by its path, checked, and with a reply of the contract."""

import json

import pytest
from cohere_chat._httpx import httpx
from cohere_chat.emulator import Emulator
from cohere_chat.emulator._contract import RefusedError, document, find_operation, operations, read_texts
from cohere_chat.emulator._meanings import _FUNCTIONS
from emulator_samples import ask, body, http

# The contract has an example of what it gives; there is no meaning to add.
ANSWERED_BY_EXAMPLE = {"v2_parse"}


def test_every_operation_of_the_contract_has_a_meaning_or_is_known_to_have_none():
    assert set(operations()) - set(_FUNCTIONS) == ANSWERED_BY_EXAMPLE


def test_an_operation_without_a_meaning_answers_with_the_contracts_example(cohere_emulator):
    asked = {"model": "cohere-parse", "document": {"type": "image_url", "image_url": "https://example.com/a.png"}}
    reply = ask(cohere_emulator, "v2_parse", json=asked)
    content = document()["paths"]["/v2/parse"]["post"]["responses"]["200"]["content"]
    assert reply == content["application/json"]["example"]


def test_without_an_example_the_reply_is_made_from_the_schema(cohere_emulator, monkeypatch):
    described = dict(operations()["v2_parse"].reply)
    described.pop("example")
    monkeypatch.setitem(operations()["v2_parse"].__dict__, "reply", described)
    asked = {"model": "cohere-parse", "document": {"type": "image_url", "image_url": "https://example.com/a.png"}}
    assert ask(cohere_emulator, "v2_parse", json=asked) == ask(cohere_emulator, "v2_parse", json=asked)


@pytest.mark.parametrize(
    ("method", "path", "name", "values"),
    [
        ("GET", "/v1/datasets/usage", "datasets_get_usage", {}),
        ("GET", "/v1/datasets/usages", "datasets_get", {"id": "usages"}),
        ("POST", "/v2/batches/a%2Fb%3A:cancel", "batches_cancel", {"id": "a/b:"}),
        ("POST", "/v1/connectors/a/oauth/authorize", "connectors_o_auth_authorize", {"id": "a"}),
        ("DELETE", "/v1/finetuning/finetuned-models/%C3%BC", "finetuning_delete_finetuned_model", {"id": "ü"}),
    ],
)
def test_a_path_leads_to_its_operation_with_the_values_in_it(method, path, name, values):
    operation, found = find_operation(method, path)
    assert (operation.id, found) == (name, values)


@pytest.mark.parametrize(
    ("method", "path", "status", "allowed"),
    [
        ("GET", "/v1/nothing", 404, None),
        ("GET", "/v1/datasets/a/b", 404, None),
        ("GET", "/v1/models/", 404, None),
        ("PUT", "/v1/connectors/a", 405, "DELETE, GET, PATCH"),
        ("HEAD", "/v1/models", 405, "GET"),
        ("DELETE", "/v1/datasets/usage", 405, "GET"),
        ("GET", "/v2/batches/a:cancel", 405, "POST"),
    ],
)
def test_what_the_api_does_not_have_is_refused(cohere_emulator, method, path, status, allowed):
    answer = http.request(method, f"{cohere_emulator.url}{path}")
    assert (answer.status_code, answer.headers.get("allow")) == (status, allowed)
    assert cohere_emulator.requests == []
    with pytest.raises(RefusedError):
        find_operation(method, path)


REFUSED = [
    ("models_list", {"params": {"page_size": "many"}}, 400, "page_size: must be an integer"),
    ("models_list", {"params": {"default_only": "yes"}}, 400, "default_only: must be true or false"),
    ("models_list", {"params": {"endpoint": "sing"}}, 400, "endpoint: must be one of"),
    ("models_list", {"params": {"page_token": "x"}}, 400, "page_token"),
    ("datasets_list", {"params": {"before": "yesterday"}}, 400, "before: must be a time such as"),
    ("datasets_list", {"params": {"after": "2026-01-01T00:00:00"}}, 400, "after: must be a time such as"),
    ("datasets_create", {"params": {"type": "embed-input"}, "files": {"data": b""}}, 400, "name is required"),
    ("datasets_create", {"params": {"name": "a", "type": "embed-input"}, "files": {"other": b""}}, 422, "'other'"),
    ("datasets_create", {"params": {"name": "a", "type": "embed-input"}, "json": {}}, 400, "multipart/form-data"),
    (
        "datasets_create",
        {
            "params": {"name": "a", "type": "embed-input"},
            "content": b"--x\r\n",
            "headers": {"content-type": "multipart/form-data"},
        },
        400,
        "the form is broken",
    ),
    ("audio_transcriptions_create", {"data": {"model": "m"}, "files": {"file": b"a"}}, 400, "language is required"),
    (
        "audio_transcriptions_create",
        {"data": {"model": "m", "language": "en", "temperature": "hot"}, "files": {"file": b"a"}},
        400,
        "temperature: must be a number",
    ),
    ("v1_rerank", {"json": {"query": "a", "documents": ["a"], "top": 1}}, 422, "did you mean 'top_n'?"),
    ("v1_chat", {"json": {"message": ""}}, 400, "message: must have at least one character"),
    ("v1_chat", {"json": {"message": "a", "model": "gpt"}}, 404, "model 'gpt' not found"),
    ("v1_tokenize", {"json": {"text": "a", "model": "gpt"}}, 404, "model 'gpt' not found"),
    ("v2_rerank", {"json": {"model": "rerank-v3.5", "query": "a", "documents": []}}, 400, "documents"),
    ("v1_classify", {"json": {"inputs": ["a"], "examples": [{"text": "a", "label": "b"}]}}, 400, "at least 2 labels"),
    ("finetuning_create_finetuned_model", {"json": {"name": "a"}}, 400, "settings is required"),
    ("connectors_update", {"content": b""}, 400, "the body is not valid JSON"),
]


@pytest.mark.parametrize(("name", "request_", "status", "told"), REFUSED, ids=[f"{r[0]} {r[3]}" for r in REFUSED])
def test_a_request_that_the_contract_refuses_is_told_why(cohere_emulator, name, request_, status, told):
    ids = ["any"] if "{" in operations()[name].path else []
    assert told in ask(cohere_emulator, name, *ids, status=status, **request_)
    assert cohere_emulator.requests[-1].source == "refused"


@pytest.mark.parametrize("name", [name for name, each in operations().items() if "{" in each.path])
def test_an_id_that_does_not_exist_is_not_found(cohere_emulator, name):
    settings = {"base_model": {"base_type": "BASE_TYPE_CHAT"}, "dataset_id": "a"}
    given = {"json": {"name": "a", "settings": settings} if "finetuned" in name else {}} if "update" in name else {}
    assert "'no/where' not found" in ask(cohere_emulator, name, "no/where", status=404, **given)


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("batches_retrieve", "batch"),
        ("connectors_get", "connector"),
        ("datasets_get", "dataset"),
        ("embed_jobs_get", "embed job"),
        ("finetuning_get_finetuned_model", "fine-tuned model"),
        ("models_get", "model"),
    ],
)
def test_what_is_not_found_is_called_by_its_name(cohere_emulator, name, called):
    assert f"{called} 'x' not found" in ask(cohere_emulator, name, "x", status=404)


@pytest.mark.parametrize(
    ("texts", "schema", "value"),
    [
        (["7"], {"type": "integer"}, 7),
        (["7.5"], {"type": "number"}, 7.5),
        (["true"], {"type": "boolean"}, True),
        (["a", "b"], {"type": "array", "items": {"type": "string"}}, ["a", "b"]),
        (["7"], {"type": "string"}, "7"),
        (["x"], {"type": "integer"}, "x"),
        (['"7"'], {"type": "integer"}, '"7"'),
        (["[" * 10_000], {"type": "number"}, "[" * 10_000),
    ],
)
def test_texts_of_a_query_or_form_are_read_as_the_schema_says(texts, schema, value):
    assert read_texts(texts, schema) == value


def test_query_parameters_that_the_contract_does_not_know_are_counted(cohere_emulator):
    ask(cohere_emulator, "models_list", params={"pagesize": 1})
    assert cohere_emulator.unknown_keys == {"GET /v1/models ?pagesize": 1}


def test_every_operation_takes_faults_and_shows_in_the_state_page(cohere_emulator):
    for name, operation in operations().items():
        cohere_emulator.fail_next(status=503, message=name)
        assert ask(cohere_emulator, name, *["x"] * operation.path.count("{"), status=503) == name
    assert [request.operation for request in cohere_emulator.requests] == list(operations())
    requests = http.get(f"{cohere_emulator.url}/_emulator").json()["requests"]
    assert requests == {str(operation): {"503": 1} for operation in operations().values()}


def test_every_operation_wants_a_key_where_one_is_required():
    emulator = Emulator(require_key="right")
    with emulator:
        for name, operation in operations().items():
            ask(emulator, name, *["x"] * operation.path.count("{"), status=401, headers={"Authorization": "Bearer no"})
        key = {"Authorization": "Bearer right"}
        assert ask(emulator, "v1_check_api_key", headers=key)["valid"] is True


def test_a_reply_of_any_operation_can_be_cut_and_delayed(cohere_emulator):
    cohere_emulator.fail_next(truncate=10)
    with pytest.raises(Exception, match=r"peer closed|incomplete"):
        ask(cohere_emulator, "models_list")
    cohere_emulator.fail_next(delay=0.01, drip=50, pause=0)
    assert ask(cohere_emulator, "models_list")["models"]


def test_a_script_is_put_over_the_reply_of_any_operation(cohere_emulator):
    cohere_emulator.reply_with({"results": [{"index": 0, "relevance_score": 1}], "mood": "good"})
    asked = {"model": "rerank-v3.5", "query": "a", "documents": ["a", "b"]}
    reply = ask(cohere_emulator, "v2_rerank", json=asked)
    assert reply["results"] == [{"index": 0, "relevance_score": 1}]
    assert reply["mood"] == "good"
    assert reply["meta"]["billed_units"] == {"search_units": 1}
    assert cohere_emulator.requests[0].source == "scripted"


def test_a_script_that_the_operation_cannot_tell_is_refused(cohere_emulator):
    cohere_emulator.reply_with("a text")
    assert "has no text in its reply" in ask(cohere_emulator, "models_list", status=422)
    cohere_emulator.reply_with({"text": "of another operation"})
    assert "not a reply of chat" in ask(cohere_emulator, "v2_chat", json=body(), status=422)


@pytest.mark.parametrize(
    ("name", "request_", "field"),
    [
        ("v1_chat", {"json": {"message": "a"}}, "text"),
        ("v1_generate", {"json": {"prompt": "a"}}, "generations"),
        ("v1_summarize", {"json": {"text": "a" * 250}}, "summary"),
        (
            "audio_transcriptions_create",
            {"data": {"model": "cohere-transcribe-03-2026", "language": "en"}, "files": {"file": b"a"}},
            "text",
        ),
    ],
)
def test_what_writes_texts_tells_a_scripted_one(cohere_emulator, name, request_, field):
    cohere_emulator.reply_with("These very words")
    assert "These very words" in json.dumps(ask(cohere_emulator, name, **request_)[field])


def test_a_recorded_form_tells_its_files(cohere_emulator):
    data, file = {"model": "cohere-transcribe-03-2026", "language": "en"}, ("a.wav", b"RIFF", "audio/wav")
    said = ask(cohere_emulator, "audio_transcriptions_create", data=data, files={"file": file})["text"]
    assert "a.wav, 4 bytes, en" in said
    shown = {"filename": "a.wav", "content_type": "audio/wav", "size": 4}
    assert cohere_emulator.requests[0].body == data | {"file": shown}
    assert http.get(f"{cohere_emulator.url}/_emulator/requests").json()[0]["body"] == data | {"file": shown}


def test_exchanges_of_any_operation_are_recorded_and_played_back(tmp_path):
    data = {"model": "cohere-transcribe-03-2026", "language": "en"}
    calls = [
        ("models_list", {"params": {"page_size": 1}}),
        ("models_list", {"params": {"page_size": 2}}),
        ("v1_tokenize", {"json": {"text": "a", "model": "command-r"}}),
        ("audio_transcriptions_create", {"data": data, "files": {"file": ("a.wav", b"A" * 2_000_000)}}),
        ("audio_transcriptions_create", {"data": data, "files": {"file": ("a.wav", b"B")}}),
    ]
    service = Emulator(seed=1)
    with service:
        recorder = Emulator(record=service.url, exchanges=tmp_path / "all.jsonl")
        with recorder:
            recorded = [ask(recorder, name, **request) for name, request in calls]
    player = Emulator(exchanges=tmp_path / "all.jsonl")
    with player:
        assert [ask(player, name, **request) for name, request in calls] == recorded
        assert {request.source for request in player.requests} == {"recorded"}


def test_faults_count_the_lines_of_a_recorded_stream(tmp_path):
    asked = {"prompt": "Once", "stream": True}
    service = Emulator()
    with service:
        recorder = Emulator(record=service.url, exchanges=tmp_path / "all.jsonl")
        with recorder:
            whole = http.post(f"{recorder.url}/v1/generate", json=asked).text
    player = Emulator(exchanges=tmp_path / "all.jsonl")
    with player:
        assert http.post(f"{player.url}/v1/generate", json=asked).text == whole
        player.fail_next(cut=2)
        got = []
        with (
            pytest.raises(httpx.RemoteProtocolError),
            http.stream("POST", f"{player.url}/v1/generate", json=asked) as answer,
        ):
            got.extend(answer.iter_text())
    assert "".join(got).splitlines() == whole.splitlines()[:2]
