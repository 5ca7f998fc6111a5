"""Whatever the contract allows comes through whole; what it does not allow is kept as it is, or refused as ours."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
import targets
from cohere_chat import ClientV2, errors
from cohere_chat._httpx import httpx
from contract_values import events, legal, spoilt, spoilt_json
from hypothesis import given
from hypothesis import strategies as st
from support import CHAT, schema


def client(answer: Any) -> ClientV2:
    transport = httpx.MockTransport(answer if callable(answer) else lambda _: answer)
    return ClientV2("s3cret-key", httpx_client=httpx.Client(transport=transport), max_retries=0)


def streamed(content: bytes) -> httpx.Response:
    return httpx.Response(200, headers={"content-type": "text/event-stream"}, content=content)


def sse(*said: Any) -> bytes:
    return b"".join(b"data: " + json.dumps(event).encode() + b"\n\n" for event in said)


NAMES = st.sampled_from(["V2ChatResponse", "V2ChatStreamResponse", "V2ChatRequest", "ErrorBody"])


@given(NAMES.flatmap(lambda name: st.tuples(st.just(name), legal(name))))
def test_the_strategies_keep_the_contract(drawn: tuple[str, Any]) -> None:
    name, value = drawn
    jsonschema.validate(value, schema(name), jsonschema.Draft202012Validator)


@given(legal("V2ChatResponse"))
def test_legal_replies_come_through_whole(reply: Any) -> None:
    got = client(httpx.Response(200, content=json.dumps(reply).encode())).chat(**CHAT)
    assert targets.same(got.to_dict(), reply)
    assert got.message.role == "assistant"


@given(events())
def test_legal_streams_come_through_whole(sent: list[Any]) -> None:
    got = list(client(streamed(sse(*sent))).chat_stream(**CHAT))
    assert targets.same([event.to_dict() for event in got], sent)
    assert not any(type(event).__name__ == "Unknown" for event in got)


@given(legal("ErrorBody"), st.integers(400, 599))
def test_legal_errors_are_told(body: Any, status: int) -> None:
    with pytest.raises(errors.ApiError) as caught:
        client(httpx.Response(status, content=json.dumps(body).encode())).chat(**CHAT)
    assert caught.value.status_code == status
    assert targets.same(caught.value.body, body)


@given(legal("V2ChatRequest"))
def test_legal_requests_arrive_whole(request: Any) -> None:
    request.pop("stream", None)
    seen: list[bytes] = []

    def answer(sent: httpx.Request) -> httpx.Response:
        seen.append(sent.content)
        return httpx.Response(200, json={"message": {}})

    client(answer).chat(**request)
    # A parameter that is None counts as not given.
    expected = {name: value for name, value in request.items() if value is not None}
    assert json.loads(seen[0]) == {**expected, "stream": False}


@pytest.mark.off_contract
@given(spoilt(legal("V2ChatRequest")))
def test_other_requests_arrive_whole_or_are_refused(request: Any) -> None:
    seen: list[bytes] = []

    def answer(sent: httpx.Request) -> httpx.Response:
        seen.append(sent.content)
        return httpx.Response(200, json={"message": {}})

    before = json.dumps(request)
    try:
        client(answer).chat(**request)
    except (TypeError, ValueError):
        assert not seen
    else:
        expected = {name: value for name, value in request.items() if value is not None}
        assert json.loads(seen[0]) == {**expected, "stream": False}
    assert json.dumps(request) == before


@given(spoilt_json(legal("V2ChatResponse")))
def test_other_replies_are_kept_or_refused(content: bytes) -> None:
    targets.reply(content)


@given(spoilt_json(legal("V2ChatStreamResponse")))
def test_other_events_are_kept_or_refused(content: bytes) -> None:
    targets.event(content)


@given(st.lists(spoilt_json(legal("V2ChatStreamResponse")), max_size=4), events())
def test_other_streams_are_kept_or_refused(spoilt_events: list[bytes], sent: list[Any]) -> None:
    targets.stream(b"".join(b"data: " + content + b"\n\n" for content in spoilt_events) + sse(*sent))


@given(st.sampled_from(sorted(targets.TARGETS)), st.binary(max_size=200))
def test_any_bytes_are_kept_or_refused(name: str, content: bytes) -> None:
    targets.TARGETS[name](content)


@given(
    st.lists(st.sampled_from([b"data", b":", b" ", b"\n", b"\r", b"\xef", b"\xbb", b"\xbf", b"a", b"id"])),
    st.integers(0, 9),
)
def test_what_event_streams_are_made_of_is_split_by_the_standard(parts: list[bytes], size: int) -> None:
    targets.decoder(bytes([size]) + b"".join(parts))


@pytest.mark.parametrize("name", targets.TARGETS)
def test_what_fuzzing_found_holds(name: str) -> None:
    inputs = targets.corpus(name)
    assert inputs
    for content in inputs:
        try:
            targets.TARGETS[name](content)
        except BaseException as error:
            error.add_note(f"from {content!r}")
            raise
