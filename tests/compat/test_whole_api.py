"""Under the alias, clients of either version do what the official SDK's do besides calling the operations."""

from __future__ import annotations

import importlib
import inspect
import json
import sys
from collections.abc import Callable, Iterator
from operator import attrgetter
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import cohere_chat
import pytest
from cohere_chat._httpx import httpx
from cohere_chat.compat._helpers import TOKENIZERS
from cohere_chat.compat._official import REMOVED
from rawserver import RawServer, http
from support import CHAT, Both

JOB = {"job_id": "1", "status": "processing", "created_at": "2026-01-01T00:00:00Z", "model": "m"}
# What the API replies, by path; lists are replies one after another.
REPLIES: dict[str, Any] = {
    "/v1/chat": {"text": "hi", "generation_id": "g"},
    "/v2/chat": {"id": "x", "finish_reason": "COMPLETE", "message": {"role": "assistant", "content": []}},
    "/v1/tokenize": {"tokens": [1, 2], "token_strings": ["a", "b"]},
    "/v1/detokenize": {"text": "by the API"},
    "/v1/check-api-key": {"valid": True},
    "/v1/datasets": {"id": "d"},
    "/v1/embed-jobs/1/cancel": None,
    "/v1/embed-jobs/1": [JOB, {**JOB, "status": "complete"}],
    "/v2/rerank": {"results": [{"index": 0, "relevance_score": 0.5}]},
    "/v1/rerank": {"results": [{"index": 0, "relevance_score": 0.25}]},
}


def embedded(body: dict[str, Any], version: str) -> dict[str, Any]:
    """A reply of embed: the first number of each vector is that of its text."""
    vectors = [[float(text.removeprefix("t")), 0.5] for text in body["texts"]]
    kinds = body.get("embedding_types")
    if version == "v1" and not kinds:
        return {"response_type": "embeddings_floats", "id": "e", "texts": body["texts"], "embeddings": vectors}
    tag = {"response_type": "embeddings_by_type"} if version == "v1" else {}
    return {**tag, "id": "e", "texts": body["texts"], "embeddings": dict.fromkeys(kinds, vectors)}


class Api:
    """Answers requests, and keeps them as (path, body)."""

    def __init__(self) -> None:
        self.requests: list[tuple[str, Any]] = []
        self.queries: list[str] = []
        self.tokenizer_url = ""
        self._replies = {path: list(reply) for path, reply in REPLIES.items() if isinstance(reply, list)}

    def __call__(self, request: httpx.Request) -> httpx.Response:  # of httpx.MockTransport
        path, body = request.url.path, request.read()
        if not request.headers.get("content-type", "").startswith("multipart/"):
            body = json.loads(body or "null")
        self.requests.append((path, body))
        self.queries.append(request.url.query.decode())
        if path.endswith("/embed"):
            return httpx.Response(200, json=embedded(body, path[1:3]))
        if path == "/v1/models/m":
            return httpx.Response(200, json={"name": "m", "tokenizer_url": self.tokenizer_url})
        return httpx.Response(200, json=self._replies[path].pop(0) if path in self._replies else REPLIES[path])

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.requests]


@pytest.fixture
def api() -> Api:
    return Api()


Build = Callable[..., Any]


@pytest.fixture
def build(cohere: Any, both: Both, api: Api) -> Build:
    """Builds a client of a version and of either kind, whose requests `api` answers."""
    httpx_client = httpx.Client if both.kind == "sync" else httpx.AsyncClient
    prefix = "" if both.kind == "sync" else "Async"

    def build(version: str = "", **options: Any) -> Any:
        cls = getattr(cohere, f"{prefix}Client{version}")
        client = cls("key", httpx_client=httpx_client(transport=httpx.MockTransport(api)), **options)
        client._core.sleep = both.client()._core.sleep
        return client

    return build


def test_each_version_calls_its_own_operations(build: Build, both: Both, api: Api) -> None:
    first, second = build(), build("V2")
    assert both.run(lambda: first.chat(message="Hello!")).text == "hi"
    assert both.run(lambda: second.chat(**CHAT)).id == "x"
    assert both.run(lambda: first.v2.chat(**CHAT)).id == "x"
    assert both.run(second.check_api_key).valid is True
    assert api.paths == ["/v1/chat", "/v2/chat", "/v2/chat", "/v1/check-api-key"]


@pytest.mark.parametrize(
    ("version", "path", "arguments"),
    [
        ("", "/v1/rerank", {"query": "q", "documents": ["a"]}),
        ("V2", "/v2/rerank", {"model": "m", "query": "q", "documents": ["a"]}),
        ("V2", "/v1/check-api-key", {}),
    ],
)
def test_raw_responses_are_of_the_same_version(
    build: Build, both: Both, api: Api, version: str, path: str, arguments: dict[str, Any]
) -> None:
    method = path.rpartition("/")[2].replace("-", "_")
    raw = both.run(lambda: getattr(build(version).with_raw_response, method)(**arguments))
    assert (raw.status_code, raw.data.to_dict()) == (200, REPLIES[path])
    assert raw.headers["content-type"] == "application/json"
    assert api.paths == [path]


# Where instrumentations replace methods, and the version whose clients then call theirs.
PLACES = [
    ("base_client", "BaseCohere", "chat", ""),
    ("client", "Client", "chat", ""),
    ("client", "Client", "embed", ""),
    ("v2.client", "V2Client", "chat", "V2"),
    ("client_v2", "ClientV2", "chat", "V2"),
]


@pytest.mark.parametrize(("module", "name", "method", "version"), PLACES)
def test_a_method_that_is_replaced_is_called(
    build: Build, both: Both, monkeypatch: pytest.MonkeyPatch, module: str, name: str, method: str, version: str
) -> None:
    prefix = "" if both.kind == "sync" else "Async"
    clients = {existing: build(existing) for existing in ("", "V2")}
    owner = getattr(importlib.import_module(f"cohere.{module}"), prefix + name)
    original, called = getattr(owner, method), []

    def replacement(client: Any, **arguments: Any) -> Any:
        called.append(client)
        return original(client, **arguments)

    monkeypatch.setattr(owner, method, replacement)
    if method == "embed":
        both.run(lambda: clients[""].embed(texts=["t1"]))
    else:
        both.run(lambda: clients[""].chat(message="Hello!"))
        both.run(lambda: clients["V2"].chat(**CHAT))
    assert called == [clients[version]]


@pytest.mark.parametrize("version", ["", "V2"])
def test_a_method_that_is_gone_names_what_took_its_place(build: Build, version: str) -> None:
    client = build(version)
    for name, instead in REMOVED.items():
        with pytest.raises(ValueError, match=rf"{name}\(\) is gone since version 5") as caught:
            getattr(client, name)("x", y=1)
        assert str(caught.value).endswith(f"use {instead[1:]}()" if instead else "nothing takes its place")
        if instead:
            assert callable(attrgetter(instead[1:])(client))


def test_there_are_as_many_methods_gone_as_the_official_sdk_has() -> None:
    assert len(REMOVED) == 35


TEXTS = [f"t{number}" for number in range(100)]


def test_embed_sends_batches_unless_it_is_told_not_to(build: Build, both: Both, api: Api, cohere: Any) -> None:
    client = build()
    reply = both.run(lambda: client.embed(texts=TEXTS))
    assert isinstance(reply, cohere.EmbeddingsFloatsEmbedResponse)
    assert [vector[0] for vector in reply.embeddings] == [float(number) for number in range(100)]
    assert sorted(len(body["texts"]) for _, body in api.requests) == [4, 96]


@pytest.mark.off_contract
def test_without_batching_all_texts_go_out_in_one_request(build: Build, both: Both, api: Api, cohere: Any) -> None:
    options = {"additional_query_parameters": {"a": "b"}}
    reply = both.run(
        lambda: build().embed(texts=TEXTS, embedding_types=["int8"], batching=False, request_options=options)
    )
    assert isinstance(reply, cohere.EmbeddingsByTypeEmbedResponse)
    assert len(reply.embeddings.int8) == 100
    assert [len(body["texts"]) for _, body in api.requests] == [100]


@pytest.mark.parametrize(
    ("version", "arguments", "kinds"),
    [("", {}, ["float"]), ("V2", {"model": "m", "embedding_types": ["float", "int8"]}, ["float", "int8"])],
)
def test_embeddings_come_one_by_one(
    build: Build, both: Both, api: Api, version: str, arguments: dict[str, Any], kinds: list[str]
) -> None:
    found = both.collect(
        build(version).embed_stream(texts=TEXTS[:5], batch_size=2, input_type="search_document", **arguments)
    )
    assert sorted((item.embedding_type, item.index) for item in found) == [(k, i) for k in kinds for i in range(5)]
    assert all(item.text == f"t{item.index}" and item.embedding == [item.index, 0.5] for item in found)
    assert [body["texts"] for _, body in api.requests] == [["t0", "t1"], ["t2", "t3"], ["t4"]]


def test_a_function_waits_for_a_job_as_the_method_does(build: Build, both: Both, cohere: Any) -> None:
    wait = cohere.utils.wait if both.kind == "sync" else cohere.utils.async_wait
    job = cohere.CreateEmbedJobResponse(job_id="1")
    assert both.run(lambda: wait(build(), job, 60, 2)).status == "complete"
    assert both.waits == [2]


@pytest.fixture
def _tokenizers(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A package `tokenizers` whose tokens are the numbers of characters."""
    tokenizer = SimpleNamespace(
        encode=lambda text, add_special_tokens: SimpleNamespace(ids=[ord(character) for character in text]),
        decode=lambda tokens: "".join(map(chr, tokens)),
    )
    package = SimpleNamespace(Tokenizer=SimpleNamespace(from_str=lambda text: {"{}": tokenizer}[text]))
    monkeypatch.setitem(sys.modules, "tokenizers", package)  # type: ignore[arg-type]
    yield
    TOKENIZERS.clear()


@pytest.mark.parametrize("version", ["", "V2"])
@pytest.mark.usefixtures("_tokenizers")
def test_tokens_are_those_of_the_models_own_tokenizer_which_is_fetched_once(
    build: Build, both: Both, api: Api, version: str
) -> None:
    client = build(version)
    with RawServer(http(302, location="/b"), http(200, b"{}")) as server:
        api.tokenizer_url = f"{server.url}/a"
        assert both.run(lambda: client.tokenize(text="ab", model="m")).tokens == [97, 98]
        assert both.run(lambda: client.detokenize(tokens=[98, 97], model="m")).text == "ba"
    assert api.paths == ["/v1/models/m"]
    assert server.lines == ["GET /a HTTP/1.1", "GET /b HTTP/1.1"]


@pytest.mark.parametrize("offline", [True, False, None])
@pytest.mark.usefixtures("_tokenizers")
def test_tokens_are_the_apis_where_there_is_no_tokenizer_or_none_is_wanted(
    build: Build, both: Both, api: Api, offline: bool | None
) -> None:
    client = build()
    with RawServer(http(404)) as server:
        api.tokenizer_url = server.url
        assert both.run(lambda: client.tokenize(text="ab", model="m", offline=offline)).tokens == [1, 2]
        assert both.run(lambda: client.detokenize(tokens=[1], model="m", offline=offline)).text == "by the API"
    assert len(server.requests) == (2 if offline else 0)
    looked = ["/v1/models/m"] if offline else []
    assert api.paths == [*looked, "/v1/tokenize", *looked, "/v1/detokenize"]
    assert api.requests[-1] == ("/v1/detokenize", {"tokens": [1], "model": "m"})


def test_a_missing_package_is_named(build: Build, both: Both, api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tokenizers", None)  # type: ignore[arg-type]
    with RawServer(http(200, b"{}")) as server:
        api.tokenizer_url = server.url
        with pytest.raises(ImportError, match="pip install tokenizers"):
            both.run(lambda: build().fetch_tokenizer(model="m"))


RECORDS = [{"a": 1, "b": "x,y"}, {"a": 2, "b": "ö"}]


def dataset(url: str) -> cohere_chat.Dataset:
    """One of two parts, which are files at this URL."""
    parts = [{"id": str(number), "name": "n", "url": f"{url}/{number}"} for number in range(len(RECORDS))]
    return cohere_chat.Dataset.from_dict({"id": "d", "schema": '{"type": "record"}', "dataset_parts": parts})


@pytest.fixture
def _fastavro(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package `fastavro` whose files are lines of JSON."""

    def write(file: Any, schema: Any, records: Any) -> None:
        file.write(json.dumps([schema, *records]).encode())

    package = SimpleNamespace(
        reader=lambda file: map(json.loads, file), writer=write, parse_schema=lambda parsed: parsed
    )
    monkeypatch.setitem(sys.modules, "fastavro", package)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("format", "written"),
    [
        ("jsonl", "".join(json.dumps(record) + "\n" for record in RECORDS)),
        ("csv", 'a,b\r\n1,"x,y"\r\n2,ö\r\n'),
        ("avro", json.dumps([{"type": "record"}, *RECORDS])),
    ],
)
@pytest.mark.usefixtures("_fastavro")
def test_a_dataset_is_saved_without_showing_the_key(build: Build, tmp_path: Path, format: str, written: str) -> None:
    with RawServer(*(http(200, record) for record in RECORDS)) as server:
        build().utils.save_dataset(dataset(server.url), str(tmp_path / "file"), format)
    assert (tmp_path / "file").read_bytes().decode() == written
    assert server.lines == ["GET /0 HTTP/1.1", "GET /1 HTTP/1.1"]
    assert not [headers for headers, _ in server.requests if "authorization" in headers]


@pytest.mark.parametrize(
    ("given", "format", "told"),
    [
        (dataset("http://a"), "xml", r"format must be one of \['jsonl', 'csv', 'avro'\], not 'xml'"),
        (cohere_chat.Dataset.from_dict({}), "jsonl", "no dataset_parts: wait until"),
        (cohere_chat.Dataset.from_dict({"dataset_parts": []}), "avro", "no schema"),
    ],
)
@pytest.mark.usefixtures("_fastavro")
def test_what_cannot_be_saved_is_told(build: Build, tmp_path: Path, given: Any, format: str, told: str) -> None:
    (tmp_path / "file").write_text("kept")
    with pytest.raises(ValueError, match=told):
        build().utils.save_dataset(given, str(tmp_path / "file"), format)
    assert (tmp_path / "file").read_text() == "kept"


def test_messages_of_version_1_may_be_of_any_role(cohere: Any) -> None:
    message = cohere.ChatMessage(role="USER", message="Hello!")
    assert (message.role, message.message, message.dict()) == ("USER", "Hello!", {"role": "USER", "message": "Hello!"})


def test_constructors_take_what_the_official_ones_take(cohere: Any, both: Both) -> None:
    prefix = "" if both.kind == "sync" else "Async"
    base = getattr(cohere.base_client, f"{prefix}BaseCohere")(token="secret", base_url="http://mine", timeout=None)
    assert base._client_wrapper._token == "secret"
    second = getattr(cohere.v2.client, f"{prefix}V2Client")(client_wrapper=base._client_wrapper)
    assert {name for name, _ in inspect.getmembers(second, callable)} >= {"chat", "chat_stream", "embed", "rerank"}


def test_the_default_httpx_client_is_that_of_the_official_sdk(cohere: Any) -> None:
    client = cohere.DefaultAsyncHttpxClient(follow_redirects=False)
    assert (client.timeout, client.follow_redirects) == (httpx.Timeout(60), False)
    assert cohere.DefaultAioHttpClient().follow_redirects is True


def test_a_reply_without_content_has_a_raw_response(build: Build, both: Both, api: Api) -> None:
    raw = both.run(lambda: build().embed_jobs.with_raw_response.cancel("1"))
    assert (raw.data, raw.status_code) == (None, 200)


def test_one_text_in_a_query_is_a_list_of_one(build: Build, both: Both, api: Api) -> None:
    file = ("data.csv", b"a,b")
    both.run(lambda: build().datasets.create(name="n", type="embed-input", data=file, keep_fields="a"))
    assert api.queries == ["name=n&type=embed-input&keep_fields=a"]
    assert b'filename="data.csv"\r\nContent-Type: text/csv' in api.requests[0][1]
