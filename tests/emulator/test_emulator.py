"""The emulator as a whole, over real sockets."""

import asyncio
import importlib
import json
import socket
import sys
import threading

import cohere_chat
import pytest
from cohere_chat._httpx import httpx
from cohere_chat.emulator import AsyncEmulator, Emulator
from cohere_chat.emulator._replies import reply_to
from emulator_samples import MODEL, SAMPLES, body, http

TITLE = ("user", "Write a title for a blog post about API design. Only output the title text.")
BRIEF = ("system", "You respond concisely, in about 5 words or less")
GUIDE = {
    "The Ultimate Guide to API Design: Best Practices for Building Robust and Scalable APIs": [TITLE],
    "Designing Perfect APIs": [BRIEF, TITLE],
    "AI: The Generative Age": [
        *(BRIEF, TITLE, ("assistant", "Designing Perfect APIs")),
        ("user", "Another one about generative AI."),
    ],
}


def post(emulator, request_body, **more):
    return http.post(f"{emulator.url}/v2/chat", json=request_body, **more)


@pytest.mark.parametrize("text", GUIDE)
def test_the_guides_samples_get_the_text_that_the_guide_prints(cohere_emulator, text):
    reply = post(cohere_emulator, body(*GUIDE[text])).json()
    assert reply["message"]["content"] == [{"type": "text", "text": text}]
    assert cohere_emulator.requests[0].source == "canned"


def test_the_references_sample_gets_the_references_answer(cohere_emulator):
    reply = post(cohere_emulator, body(("user", "Tell me about LLMs"))).json()
    assert reply["message"]["content"][0]["text"].startswith("LLMs stand for Large Language Models")


@pytest.mark.parametrize("name", SAMPLES)
def test_the_client_reads_the_same_reply_streamed_and_whole(cohere_emulator, name):
    params = SAMPLES[name]
    with cohere_chat.ClientV2() as client:
        reply = client.chat(**params)
        with client.chat_stream(**params) as stream:
            final = stream.final_response()
    assert reply.to_dict() == final.to_dict()
    if name != "surrogate":
        assert reply.to_dict() == reply_to(params)


def test_the_wire_is_what_the_client_expects(cohere_emulator):
    whole, streamed = post(cohere_emulator, body()), post(cohere_emulator, body(stream=True))
    assert whole.headers["content-type"] == "application/json"
    assert int(whole.headers["content-length"]) == len(whole.content)
    assert streamed.headers["content-type"] == "text/event-stream; charset=utf-8"
    assert streamed.text.startswith("event: message-start\ndata: {")


@pytest.mark.parametrize(
    ("method", "path", "status"), [("POST", "/v1/chats", 404), ("GET", "/", 404), ("GET", "/v2/chat", 405)]
)
def test_other_paths_and_methods_get_an_error_body(cohere_emulator, method, path, status):
    answer = http.request(method, f"{cohere_emulator.url}{path}")
    assert answer.status_code == status
    assert set(answer.json()) == {"message", "id"}


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff", b'{"model": NaN}', b"[" * 100_000, b'{"temperature": 1' + b"0" * 5000 + b"}"],
    ids=["empty", "cut", "not UTF-8", "NaN", "deep", "long number"],
)
def test_a_body_that_is_no_json_is_refused(cohere_emulator, content):
    answer = http.post(f"{cohere_emulator.url}/v2/chat", content=content)
    assert answer.status_code == 400
    assert "the body is not valid JSON" in answer.json()["message"]
    assert cohere_emulator.requests[0].body == content


def test_a_refused_request_is_told_why(cohere_emulator):
    answer = post(cohere_emulator, body(temperature=9))
    assert answer.status_code == 400
    assert answer.json()["message"] == "invalid request: temperature: must be at most 1"


def test_a_schema_that_nothing_fits_is_refused(cohere_emulator):
    response_format = {"type": "json_object", "json_schema": {"not": {}}}
    answer = post(cohere_emulator, body(response_format=response_format))
    assert answer.status_code == 422
    assert answer.json()["message"].startswith("response_format.json_schema")


@pytest.mark.parametrize("name", ["json_schema", "schema"])
def test_a_json_reply_fits_its_schema_by_either_name(cohere_emulator, name):
    schema = {"type": "object", "properties": {"age": {"const": 42}}, "required": ["age"]}
    reply = post(cohere_emulator, body(response_format={"type": "json_object", name: schema})).json()
    assert json.loads(reply["message"]["content"][0]["text"]) == {"age": 42}


def test_keys_that_the_contract_does_not_know_are_logged_once_and_counted(cohere_emulator, caplog):
    flat = body(tools=[{"type": "function", "name": "f", "parameters": {}}])
    for _ in range(2):
        assert post(cohere_emulator, flat).status_code == 200
    assert [record.message for record in caplog.records if record.levelname == "WARNING"] == [
        f"POST /v2/chat: the contract does not know {key}; the service ignores it"
        for key in ("tools[].name", "tools[].parameters")
    ]
    counted = {"POST /v2/chat tools[].name": 2, "POST /v2/chat tools[].parameters": 2}
    assert cohere_emulator.unknown_keys == counted
    summary = http.get(f"{cohere_emulator.url}/_emulator").json()
    assert summary == {"requests": {"POST /v2/chat": {"200": 2}}, "unknown_keys": counted, "created": {}}
    cohere_emulator.reset()
    assert cohere_emulator.unknown_keys == {}


@pytest.mark.parametrize(("key", "status"), [("right", 200), ("wrong", 401)])
def test_a_certain_key_can_be_required(key, status):
    emulator = Emulator(require_key="right")
    with emulator:
        assert post(emulator, body(), headers={"Authorization": f"Bearer {key}"}).status_code == status


@pytest.mark.parametrize("chunked", [False, True], ids=["with its length", "chunked"])
@pytest.mark.parametrize(("size", "status"), [(100_000, 400), (100_001, 413), (5_000_000, 413)])
def test_a_request_above_the_size_that_is_set_is_refused(chunked, size, status):
    content = b"x" * size
    emulator = Emulator(max_request_bytes=100_000)
    with emulator, httpx.Client(base_url=emulator.url) as client:
        answer = client.post("/v2/chat", content=iter([content]) if chunked else content)
        assert answer.status_code == status
        assert client.post("/v2/chat", json=body()).status_code == 200  # on the same connection
        assert [request.status for request in emulator.requests] == [status, 200]


@pytest.mark.parametrize(
    ("authorization", "status"),
    [(None, 401), ("Bearer", 401), ("Basic abc", 401), ("Bearer abc", 200), ("bearer abc", 200)],
)
def test_a_key_can_be_required(authorization, status):
    headers = {} if authorization is None else {"Authorization": authorization}
    emulator = Emulator(require_key=True)
    with emulator:
        assert post(emulator, body(), headers=headers).status_code == status


def test_the_seed_of_the_emulator_changes_replies():
    texts = set()
    for seed in (0, 1, 2, 3):
        with Emulator(seed=seed) as url:
            texts.add(http.post(f"{url}/v2/chat", json=body()).text)
    assert len(texts) == 4


def test_requests_are_recorded(cohere_emulator):
    post(cohere_emulator, body(), headers={"Authorization": "Bearer secret", "X-Client-Name": "me"})
    post(cohere_emulator, {})
    good, bad = cohere_emulator.requests
    assert good.body == body()
    assert (good.headers["x-client-name"], good.status, good.source) == ("me", 200, "synthesised")
    assert (bad.status, bad.source, bad.disconnected) == (400, "refused", False)
    assert "secret" not in repr(good)
    assert repr(cohere_emulator) == f"<Emulator at {cohere_emulator.url}, 2 requests so far>"
    assert repr(Emulator()) == "<Emulator not running, 0 requests so far>"


def test_recorded_requests_can_be_had_over_http_without_their_key(cohere_emulator):
    post(cohere_emulator, body(), headers={"Authorization": "Bearer secret"})
    http.post(f"{cohere_emulator.url}/v2/chat", content=b"no JSON \xff")
    control = f"{cohere_emulator.url}/_emulator/requests"
    answer = http.get(control)
    assert [request["body"] for request in answer.json()] == [body(), "no JSON \ufffd"]
    assert "secret" not in answer.text
    assert http.delete(control).json() == []
    assert cohere_emulator.requests == []


def test_a_scripted_text_is_told_as_a_model_would(cohere_emulator):
    cohere_emulator.reply_with("one two three")
    reply = post(cohere_emulator, body(max_tokens=2)).json()
    assert reply["message"]["content"][0]["text"] == "one two"
    assert reply["finish_reason"] == "MAX_TOKENS"
    assert cohere_emulator.requests[0].source == "scripted"


@pytest.mark.parametrize("stream", [False, True])
def test_a_scripted_reply_is_told_as_it_is(cohere_emulator, stream):
    script = {
        "message": {"content": [{"type": "audio", "audio": "abc"}, {"type": "text", "text": "Hi"}], "mood": "good"},
        "finish_reason": "BORED",
    }
    cohere_emulator.reply_with(script, times=2)
    cohere_emulator.reply_with("next")
    answers = [post(cohere_emulator, body(stream=stream)).text for _ in range(3)]
    assert answers[0] == answers[1]
    assert '"audio":"abc"' in answers[0]
    assert '"BORED"' in answers[0]
    assert '"usage":{"billed_units"' in answers[0]
    assert "next" in answers[2]


def test_replies_can_be_scripted_over_http(cohere_emulator):
    control = f"{cohere_emulator.url}/_emulator/replies"
    assert http.post(control, json={"reply": "Hi", "times": 2}).json() == [{"reply": "Hi", "times": 2}]
    assert post(cohere_emulator, body()).json()["message"]["content"][0]["text"] == "Hi"
    assert http.get(control).json() == [{"reply": "Hi", "times": 1}]
    assert http.delete(control).json() == []


@pytest.mark.parametrize(
    "script",
    [
        *(None, 3, {}, {"message": None}, {"message": {"content": [{}]}}, {"message": {"content": 3}}),
        {"message": {"tool_calls": [{"id": "a"}]}},
    ],
)
def test_a_script_that_is_no_reply_is_refused(cohere_emulator, script):
    with pytest.raises(ValueError, match="neither a text nor a reply"):
        cohere_emulator.reply_with(script)
    answer = http.post(f"{cohere_emulator.url}/_emulator/replies", json={"reply": script})
    assert answer.status_code == 400


@pytest.mark.parametrize(
    ("control", "content"),
    [("faults", b"{"), ("faults", b"[]"), ("faults", b'{"times": "x"}'), ("replies", b'{"reply": "a", "times": "2"}')],
)
def test_bad_control_requests_are_refused(cohere_emulator, control, content):
    assert http.post(f"{cohere_emulator.url}/_emulator/{control}", content=content).status_code == 400


def test_replies_take_the_time_that_was_asked_for():
    with Emulator(latency=60) as url, pytest.raises(httpx.ReadTimeout):
        http.post(f"{url}/v2/chat", json=body(), timeout=0.1)
    with Emulator(tokens_per_second=0.01) as url:
        with pytest.raises(httpx.ReadTimeout):
            http.post(f"{url}/v2/chat", json=body(), timeout=0.1)
        got = []
        with (
            pytest.raises(httpx.ReadTimeout),
            http.stream("POST", f"{url}/v2/chat", json=body(stream=True), timeout=1.0) as response,
        ):
            got.extend(response.iter_raw())
        assert b"content-start" in b"".join(got)
        assert b"content-delta" not in b"".join(got)


def test_an_emulator_leaves_no_thread_behind_and_no_port_open():
    before = threading.enumerate()
    with Emulator() as url, httpx.Client() as client:
        client.post(f"{url}/v2/chat", json=body())
    assert threading.enumerate() == before
    with pytest.raises(httpx.ConnectError):
        http.post(f"{url}/v2/chat", json={})


def test_an_emulator_stops_at_once_though_streams_are_open():
    emulator = Emulator()
    with emulator:
        emulator.fail_next(stall=1)
        response = http.stream("POST", f"{emulator.url}/v2/chat", json=body(stream=True))
        stream = response.__enter__()
        next(stream.iter_raw())
    with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError, httpx.StreamConsumed)):
        stream.read()
    response.__exit__(None, None, None)


def test_an_emulator_can_run_again_but_not_twice_at_once():
    emulator = Emulator()
    with pytest.raises(RuntimeError, match="is not running"):
        _ = emulator.url
    for _ in range(2):
        with emulator as url:
            assert emulator.url == url
            with pytest.raises(RuntimeError, match="is already running"):
                emulator.start()
    emulator.stop()


def test_a_port_that_is_taken_is_an_error_at_once():
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(OSError, match=r"in use.*--port"):
        Emulator(port=taken.getsockname()[1]).start()


@pytest.mark.skipif(not socket.has_dualstack_ipv6(), reason="this machine has no IPv6")
def test_an_emulator_listens_at_an_ipv6_address():
    with Emulator(host="::1") as url:
        assert http.post(f"{url}/v2/chat", json=body()).status_code == 200


@pytest.mark.parametrize(
    "options",
    [{"record": "http://host"}, {"tokens_per_second": 0}, {"port": 65536}, {"latency": -1}, {"max_request_bytes": -1}],
)
def test_options_that_make_no_sense_are_refused(options):
    with pytest.raises(ValueError, match=next(iter(options))):
        Emulator(**options)


def test_the_async_twin_serves_the_loop_that_it_was_entered_in():
    async def main():
        async with AsyncEmulator() as url, cohere_chat.AsyncClientV2(api_key="any", base_url=url) as client:
            reply = await client.chat(model=MODEL, messages=[{"role": "user", "content": "Hi"}])
            async with client.chat_stream(model=MODEL, messages=[{"role": "user", "content": "Hi"}]) as stream:
                final = await stream.final_response()
        return reply.to_dict(), final.to_dict()

    reply, final = asyncio.run(main())
    assert reply == final


@pytest.mark.parametrize("missing", ["starlette", "uvicorn", "jsonschema", "rstr", "python_multipart"])
def test_without_the_extra_the_import_says_what_to_install(monkeypatch, missing):
    for name in [name for name in sys.modules if name.startswith(("cohere_chat.emulator", missing))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(ModuleNotFoundError, match=rf"{missing}.*pip install 'cohere-chat\[emulator\]'"):
        importlib.import_module("cohere_chat.emulator")


def test_the_client_does_not_import_the_emulator():
    code = "import sys, cohere_chat; cohere_chat.ClientV2; print([n for n in sys.modules if 'emulator' in n])"
    import subprocess

    assert json.loads(subprocess.check_output([sys.executable, "-c", code])) == []
