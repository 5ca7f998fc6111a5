"""Events that come together are read as each by itself, and what is broken is told after those before it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import cohere_chat
import pytest
from cohere_chat._events import ReceivedChat
from cohere_chat._httpx import httpx
from hypothesis import given
from hypothesis import strategies as st
from support import ENDPOINT

DEBUG = b'{"type":"debug","prompt":"\xc3\xa9 ,null, ]"}'
END = b'{"type":"message-end","delta":{"finish_reason":"COMPLETE"}}'
# What is no event, and data that would be one or several together with others.
BROKEN = [
    b"1",
    b"null",
    b"[]",
    b"{}",
    b'{"type":1}',
    b'{"type":NaN}',
    b"{" * 100_000,
    b'{"type":"debug"',
    b'{"type":"debug","a":[' + DEBUG,
    DEBUG + b"]}",
    b"}",
    DEBUG + b"," + DEBUG,
    DEBUG + b",null," + DEBUG,
    b"\xff",
]


def framed(*datas: bytes) -> list[bytes]:
    return [b"data: " + data + b"\n\n" for data in datas]


def read(*pieces: bytes, most: int = 1_000_000) -> tuple[list[dict[str, Any]], Any]:
    """The events up to the first that is broken, and that."""
    headers = {"content-type": "text/event-stream"}
    transport = httpx.MockTransport(lambda _: httpx.Response(200, headers=headers, content=iter(pieces)))
    events: list[dict[str, Any]] = []
    with httpx.Client(transport=transport) as own:
        client = cohere_chat.ClientV2("k", httpx_client=own, max_event_bytes=most)
        try:
            events.extend(event.to_dict() for event in client.chat_stream(model="m", messages=[]))
        except cohere_chat.InvalidEventError as error:
            return events, error.body
    return events, None


@given(st.lists(st.sampled_from([DEBUG, DEBUG, DEBUG, b" " + DEBUG + b" ", b"[DONE]", *BROKEN]), max_size=8))
def test_events_that_come_in_one_piece_are_read_as_in_many(datas: list[bytes]) -> None:
    pieces = framed(*datas, END)
    assert read(b"".join(pieces)) == read(*pieces)


@pytest.mark.parametrize("data", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_event_is_reported_after_those_before_it(data: bytes) -> None:
    events, broken = read(b"".join(framed(DEBUG, DEBUG, data, DEBUG)))
    assert len(events) == 2
    assert broken == data.decode("utf-8", "replace")


def test_a_broken_event_is_reported_before_a_large_one() -> None:
    assert read(*framed(DEBUG, b"{", b"x" * 200), most=100) == read(b"".join(framed(DEBUG, b"{")))
    events, broken = read(b"".join(framed(DEBUG, DEBUG, b"x" * 200)), most=100)
    assert (len(events), broken) == (2, "")


def test_data_is_folded_once_there_is_much_of_it() -> None:
    received = ReceivedChat(ENDPOINT.streaming)
    data = b'{"type":"content-start","index":0,"delta":{"message":{"content":{"type":"text","text":"%b"}}}}' % (
        b"x" * 2**19
    )
    for held in (1, 0, 1, 0):
        received.datas.append(data)
        received.count(data)
        assert len(received.datas) == held
        assert received.last() is not None
    assert len(str(received.snapshot().text)) == 4 * 2**19


def test_one_thread_at_a_time_folds_data() -> None:
    """Another one would fold them a second time, or see a part of the reply."""
    received = ReceivedChat(ENDPOINT.streaming)
    received.datas += [b'{"type":"message-start","id":"1"}', b'{"type":"message-end","delta":{}}']
    add = received._accumulator.add
    free: list[bool] = []

    def watched(event: dict[str, Any]) -> None:
        free.append(pool.submit(received._lock.acquire, blocking=False).result())
        add(event)

    received._accumulator.add = watched  # type: ignore[method-assign]
    with ThreadPoolExecutor(1) as pool:
        received.snapshot()
    assert free == [False, False]


def test_the_reply_is_folded_as_far_as_its_events_were_given() -> None:
    received = ReceivedChat(ENDPOINT.streaming)
    pieces = [
        b'{"type":"content-%b","index":0,"delta":{"message":{"content":{"text":"a"}}}}' % n
        for n in (b"start", b"delta")
    ]
    texts: list[Any] = []
    for data in [*pieces, pieces[1]]:
        received.datas.append(data)
        content = received.snapshot().message.content
        texts.append(content and content[0].to_dict())
        assert received.snapshot() == received.snapshot()
    assert texts == [{"text": "a"}, {"text": "aa"}, {"text": "aaa"}]
