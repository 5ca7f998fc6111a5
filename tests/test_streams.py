"""chat_stream() over real sockets: typed events in time, honest endings, and connections given back."""

from __future__ import annotations

import asyncio
import gc
import json
import pickle
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import Any

import cohere_chat
import pytest
import streams
from cohere_chat import errors
from cohere_chat._accumulate import Accumulator
from cohere_chat._httpx import httpx
from cohere_chat._sse import SSEDecoder
from cohere_chat_api.types import Unknown
from hypothesis import given
from hypothesis import strategies as st
from rawserver import CLOSE, HOLD, RESET, RawServer, event_stream, http, sse
from streams import BEGUN_REPLY, EVENTS, PIECES, RECORDED, REPLY, WHOLE, Json, Serve
from support import CHAT, Both

HALF = [*event_stream(*PIECES[:3], end=False), HOLD]
CONTENT = b"".join(PIECES)


def fails(both: Both, stream: Any, error: type[Exception], match: str | None = None) -> tuple[list[Any], Any]:
    """What came before the error, and the error."""
    events: list[Any] = []
    with pytest.raises(error, match=match) as caught:
        both.collect(stream, events)
    return [event.to_dict() for event in events], caught.value


# What a stream gives


@pytest.mark.parametrize(("reply", "events"), RECORDED.values(), ids=RECORDED)
def test_a_stream_gives_typed_events_and_the_reply_of_chat(both: Both, reply: Json, events: list[Json]) -> None:
    streamed = event_stream(*map(sse, events))
    with RawServer(streamed, streamed, http(200, reply)) as server:
        client = both.client(base_url=server.url)
        got = both.collect(client.chat_stream(**CHAT))
        final = both.run(client.chat_stream(**CHAT).final_response)
        assert final == both.chat(client)
    assert [event.to_dict() for event in got] == events
    assert isinstance(got[0], cohere_chat.ChatMessageStartEvent)
    assert isinstance(got[-1], cohere_chat.ChatMessageEndEvent)
    assert final.to_dict() == reply


def test_the_first_read_or_entering_sends_one_request(both: Both) -> None:
    with RawServer(event_stream(*PIECES, x_debug_trace_id="t-1")) as server:
        stream = both.client(base_url=server.url).chat_stream(**CHAT)
        assert (stream.status_code, stream.headers, stream.request_id) == (None, {}, None)
        assert server.requests == []
        both.enter(stream)
        both.enter(stream)
        assert (stream.status_code, stream.headers["Content-Type"]) == (200, "text/event-stream")
        assert stream.request_id == "t-1"
        assert len(both.collect(stream)) == len(EVENTS)
        assert len(server.requests) == 1


def test_text_stream_gives_the_pieces_of_text_only(both: Both) -> None:
    with RawServer(WHOLE, event_stream(*map(sse, RECORDED["thinking"][1]))) as server:
        client = both.client(base_url=server.url)
        assert both.collect(client.chat_stream(**CHAT).text_stream) == ["Hello", " wör", "ld!"]
        # The text that an item begins with belongs to it.
        assert both.collect(client.chat_stream(**CHAT).text_stream) == ["Hel", "lo!"]


def test_reading_goes_on_where_it_was_left(both: Both) -> None:
    with RawServer(WHOLE) as server:
        stream = both.client(base_url=server.url).chat_stream(**CHAT)
        assert stream.snapshot.id is None
        assert [both.next(stream).type for _ in range(3)] == ["message-start", "content-start", "content-delta"]
        assert stream.snapshot.to_dict() == BEGUN_REPLY
        assert both.collect(stream.text_stream) == [" wör", "ld!"]
        assert both.collect(stream) == both.collect(stream) == []
        with pytest.raises(StopIteration if both.kind == "sync" else StopAsyncIteration):
            both.next(stream)
        assert both.run(stream.final_response).to_dict() == stream.snapshot.to_dict() == REPLY


def test_unknown_events_and_fields_come_through_as_they_are(both: Both) -> None:
    odd = [{"type": "weather", "n": [1, None, 2.5]}, {"type": "", "é": {}}, {**EVENTS[2], "new": {"a": 1}}]
    with RawServer(event_stream(PIECES[0], *map(sse, odd), PIECES[-1])) as server:
        events = both.collect(both.client(base_url=server.url).chat_stream(**CHAT))
    assert [event.to_dict() for event in events] == [EVENTS[0], *odd, EVENTS[-1]]
    assert [type(event) is Unknown for event in events] == [False, True, True, False, False]
    assert (events[1].type, events[1].n) == ("weather", [1, None, 2.5])


def test_each_event_is_delivered_before_the_next_is_sent(both: Both) -> None:
    """The server goes on only when the client has the event before."""

    class Waiting(RawServer):
        def _send(self, connection: Any, content: bytes) -> None:
            if content == b"wait":
                assert delivered.acquire(timeout=20)
            else:
                super()._send(connection, content)

    delivered = threading.Semaphore(0)
    steps = [step for piece in PIECES for step in (*event_stream(piece)[1:-1], b"wait")]
    with Waiting([WHOLE[0], *steps, b"0\r\n\r\n"]) as server:
        stream = both.client(base_url=server.url).chat_stream(**CHAT)
        for _ in PIECES:
            both.next(stream)
            delivered.release()
        assert both.collect(stream) == []


@pytest.mark.unmeasured
def test_an_event_of_many_megabytes_is_read(both: Both) -> None:
    text = "x" * (4 * 1024 * 1024)
    long = streams.content_delta(0, text=text)
    with RawServer(event_stream(*map(sse, EVENTS[:2]), sse(long), sse(EVENTS[-1]))) as server:
        final = both.run(both.client(base_url=server.url).chat_stream(**CHAT).final_response)
        assert final.message.content[0].text == text


def test_a_consumer_may_take_its_time(both: Both) -> None:
    # The server is done and gone before the consumer: what it sent waits in buffers.
    with RawServer([*WHOLE, CLOSE]) as server:
        stream = both.client(base_url=server.url).chat_stream(**CHAT)
        both.next(stream)
        assert server.wait_open(0)
        assert len(both.collect(stream)) == len(EVENTS) - 1


def test_a_stream_shows_its_state(both: Both) -> None:
    shown: list[str] = []
    with RawServer(WHOLE) as server:
        stream: Any = both.client(base_url=server.url).chat_stream(**CHAT)
        for step in (
            lambda: None,
            lambda: both.next(stream),
            lambda: both.collect(stream),
            lambda: both.shut(stream),
        ):
            step()
            shown.append(repr(stream).partition(" ")[2])
    assert shown == ["not begun>", "open>", "ended>", "ended>"]
    with RawServer([*event_stream(*PIECES[:3], end=False), CLOSE]) as server:
        stream = both.client(base_url=server.url).chat_stream(**CHAT)
        with pytest.raises(cohere_chat.StreamInterruptedError):
            both.collect(stream)
        assert repr(stream).endswith(" failed>")


def answer(_: httpx.Request) -> httpx.Response:
    return httpx.Response(200, headers={"content-type": "text/event-stream"}, content=iter(bodies.pop()))


bodies: list[list[bytes]] = []
in_memory = cohere_chat.ClientV2("k", httpx_client=httpx.Client(transport=httpx.MockTransport(answer)), max_retries=0)


def read(pieces: list[bytes]) -> Iterator[Json]:
    """The events that a client makes of the pieces of a body."""
    bodies.append(pieces)
    for event in in_memory.chat_stream(**CHAT):
        yield event.to_dict()


@given(st.lists(st.integers(1, 40), min_size=1))
def test_it_does_not_matter_where_a_stream_is_cut_into_pieces(sizes: list[int]) -> None:
    """A character, a line end or a byte order mark may be cut."""
    content = b"\xef\xbb\xbf" + CONTENT.replace(b"\n", b"\r\n")
    pieces = []
    while content:
        size = sizes[len(pieces) % len(sizes)]
        pieces.append(content[:size])
        content = content[size:]
    assert list(read(pieces)) == EVENTS


# How a stream ends


def test_a_stream_that_ends_at_any_byte_before_its_last_event_raises() -> None:
    _, events = RECORDED["tool calls"]
    content = b"".join(map(sse, events))
    # Each byte near the end, some before. The last event ends with an empty line, whose end may be missing in part.
    near = len(content) - 200
    for cut in (*range(0, near, 7), *range(near, len(content) - 1)):
        seen: list[Any] = []
        with pytest.raises(errors.StreamInterruptedError, match="without 'message-end'"):
            seen.extend(read([content[:cut]]))
        assert seen == events[: content[:cut].count(b"\n\n")]


# Name: how it ends, the error, its message, and how many connections are kept.
ENDS: dict[str, tuple[list[Any], type[Exception], str, int]] = {
    "end of the body": ([b"0\r\n\r\n"], errors.StreamInterruptedError, "ended without 'message-end'", 1),
    "close": ([CLOSE], errors.StreamInterruptedError, "was cut .the server closed the connection", 0),
    "reset": ([RESET], errors.StreamInterruptedError, "was cut .the server closed the connection", 0),
    "half a chunk": ([b"5\r\nda", CLOSE], errors.StreamInterruptedError, "was cut .the server closed", 0),
    "no chunk": ([b"zz\r\n", CLOSE], errors.StreamInterruptedError, "was cut .RemoteProtocolError", 0),
    "silence": ([HOLD], errors.StreamTimeoutError, "stalled .ReadTimeout", 0),
}


@pytest.mark.parametrize(("ending", "error", "match", "kept"), ENDS.values(), ids=ENDS)
@pytest.mark.unmeasured
def test_a_cut_stream_raises_after_what_was_complete(
    both: Both, serve: Serve, ending: list[Any], error: type[Exception], match: str, kept: int
) -> None:
    half = PIECES[3][: len(PIECES[3]) // 2]
    server = serve([*event_stream(*PIECES[:3], half, end=False), *ending])
    timeout = 0.5 if ending == [HOLD] else 30.0
    stream = both.client(base_url=server.url).chat_stream(**CHAT, request_options={"timeout": timeout})
    events, raised = fails(both, stream, error, match)
    # A reset may overtake what was sent before it.
    assert events == EVENTS[: len(events) if ending == [RESET] else 3]
    assert raised.snapshot.to_dict() == stream.snapshot.to_dict()
    assert pickle.loads(pickle.dumps(raised)).snapshot == raised.snapshot
    assert isinstance(raised, errors.ApiConnectionError)
    assert isinstance(raised, errors.ApiTimeoutError) == (ending == [HOLD])
    assert not raised.transient
    if ending == [CLOSE]:
        assert isinstance(raised.__cause__, httpx.RequestError)
        assert raised.__cause__.request.url == f"{server.url}/v2/chat"
    # It does not look complete later, either.
    for read_again in (*[lambda: both.collect(stream)] * 2, lambda: both.run(stream.final_response)):
        with pytest.raises(errors.StreamInterruptedError, match="the stream is closed") as again:
            read_again()
        assert again.value.snapshot == stream.snapshot
    assert len(server.requests) == 1
    assert server.wait_open(kept)


def test_the_end_of_the_connection_is_not_the_end_of_a_stream(both: Both, serve: Serve) -> None:
    """The body ends with the connection, so HTTP knows of no cut."""
    head = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n"
    server = serve([head, *PIECES[:-1], CLOSE], [head, *PIECES, CLOSE])
    client = both.client(base_url=server.url)
    events, _ = fails(both, client.chat_stream(**CHAT), errors.StreamInterruptedError)
    assert len(events) == len(PIECES) - 1
    assert len(both.collect(client.chat_stream(**CHAT))) == len(PIECES)


def test_neither_done_nor_another_finish_reason_is_the_end(both: Both) -> None:
    done = b"data: [DONE]\n\n"
    other = sse({"type": "content-end", "index": 0, "delta": {"finish_reason": "COMPLETE"}})
    with RawServer(
        event_stream(*PIECES[:-1], done, PIECES[-1], done), event_stream(*PIECES[:-1], other, done)
    ) as server:
        client = both.client(base_url=server.url)
        assert both.run(client.chat_stream(**CHAT).final_response).to_dict() == REPLY
        fails(both, client.chat_stream(**CHAT), errors.StreamInterruptedError)


# The data of an event, and what the error says.
UNREADABLE: dict[str, tuple[bytes, str]] = {
    "no JSON": (b"{not json}", "{not json}"),
    "cut JSON": (b'{"type": "content-delta"', "can't be read"),
    "two values": (b'{"type": "content-delta"} {}', "more than one JSON value"),
    "no object": (b'["message-end"]', "not a JSON object"),
    "no type": (b'{"message": "overloaded"}', 'no string "type".*overloaded'),
    "a type that is no string": (b'{"type": []}', 'no string "type"'),
    "no UTF-8": (b'{"type": "x", "a": "\xff"}', "can't be read"),
    "NaN": (b'{"type": "x", "a": NaN}', "NaN"),
    "deep": (b"[" * 100_000, "can't be read"),
    "another end": (b"[done]", "can't be read"),
}


@pytest.mark.parametrize(("data", "match"), UNREADABLE.values(), ids=UNREADABLE)
def test_an_event_that_cannot_be_read_raises_with_its_text(both: Both, data: bytes, match: str) -> None:
    with RawServer(event_stream(*PIECES[:3], b"data: " + data + b"\n\n", *PIECES[3:])) as server:
        stream = both.client(base_url=server.url).chat_stream(**CHAT)
        events, error = fails(both, stream, errors.InvalidEventError, match)
        assert events == EVENTS[:3]
        assert error.body == data.decode("utf-8", "replace")
        assert error.snapshot.to_dict() == BEGUN_REPLY
        assert (error.status_code, error.headers["content-type"]) == (200, "text/event-stream")
        fails(both, stream, errors.StreamInterruptedError)
        assert server.wait_open(0)
        assert len(server.requests) == 1


@pytest.mark.parametrize("count", [0, 3])
def test_an_event_over_the_limit_raises_and_frees_the_connection(both: Both, serve: Serve, count: int) -> None:
    server = serve([*event_stream(*PIECES[:count], b"data: " + b"x" * 2000, end=False), HOLD])
    stream = both.client(base_url=server.url, max_event_bytes=1000).chat_stream(**CHAT)
    events, error = fails(both, stream, errors.InvalidEventError)
    assert len(events) == count
    assert "more than 1000 bytes" in str(error)
    assert server.wait_open(0)


SAID = {"message": "out of capacity"}
LINE = json.dumps(SAID).encode()


@pytest.mark.parametrize("before", [[], PIECES[:1]], ids=["at once", "after an event"])
@pytest.mark.parametrize("last", [LINE, LINE + b"\n", LINE + b"\n\n", sse({"type": "error", **SAID})])
def test_what_a_server_says_before_an_early_end_is_in_the_error(both: Both, before: list[bytes], last: bytes) -> None:
    """A bare line of JSON too, which is no event."""
    with RawServer(event_stream(*before, last)) as server:
        client = both.client(base_url=server.url, max_retries=0)
        said = "ended without 'message-end'.*out of capacity"
        fails(both, client.chat_stream(**CHAT), errors.StreamInterruptedError, said)


@pytest.mark.parametrize(
    ("ending", "match"),
    [
        (streams.end("ERROR", error="out of memory"), "^out of memory$"),
        (streams.end("ERROR", error={"code": 7, "text": "too hot"}), "too hot"),
        (streams.end("COMPLETE", error="odd"), "^odd$"),
        (streams.end("ERROR"), "the reply failed"),
        (streams.end("ERROR", error=" \n"), "the reply failed"),
    ],
)
def test_a_failure_named_in_the_last_event_is_raised(both: Both, ending: Json, match: str) -> None:
    with RawServer(event_stream(*PIECES[:3], sse(ending))) as server:
        client = both.client(base_url=server.url)
        assert both.collect(client.chat_stream(**CHAT))[-1].to_dict() == ending
        pieces: list[str] = []
        with pytest.raises(errors.GenerationError, match=match):
            both.collect(client.chat_stream(**CHAT).text_stream, pieces)
        assert pieces == ["Hello"]
        with pytest.raises(errors.GenerationError, match=match) as caught:
            both.run(client.chat_stream(**CHAT).final_response)
        assert caught.value.snapshot is not None
        assert caught.value.snapshot.message.content[0].text == "Hello"


@pytest.mark.parametrize(
    ("answer", "match"),
    [
        (http(200, REPLY), "200 with application/json is not the reply .*not text/event-stream.: .'id'"),
        (http(200, b"<h1>please wait</h1>", content_type="text/html"), "<h1>please wait</h1>"),
        (http(200, b"please wait", content_type="text/event-streams"), "please wait"),
        ([b"HTTP/1.1 200 OK\r\n\r\nplease wait", CLOSE], "no content type.*please wait"),
        ([b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\nplease wait", CLOSE], "please wait"),
        ([b"HTTP/1.1 204 X\r\ncontent-length: 0\r\n\r\n"], "^204 with no content type"),
        ([b"HTTP/1.1 205 X\r\ncontent-length: 0\r\n\r\n"], "^205 with no content type"),
    ],
)
def test_a_success_that_is_not_an_event_stream_raises_with_what_was_said(both: Both, answer: Any, match: str) -> None:
    with RawServer(answer) as server:
        stream = both.client(base_url=server.url).chat_stream(**CHAT)
        _, error = fails(both, stream, errors.InvalidResponseError, match)
        assert error.status_code // 100 == 2
        # It sends nothing more.
        fails(both, stream, errors.StreamInterruptedError)
        with pytest.raises(errors.StreamInterruptedError):
            both.enter(stream)
        assert len(server.requests) == 1


def test_the_media_type_is_matched_in_any_case(both: Both) -> None:
    with RawServer(event_stream(*PIECES, content_type="Text/Event-Stream ; charset=UTF-8")) as server:
        assert len(both.collect(both.client(base_url=server.url).chat_stream(**CHAT))) == len(EVENTS)


@pytest.mark.parametrize(
    "rest",
    [
        [HOLD],
        [RESET],
        [b"1\r\n:\r\n", HOLD],
        [*[b"400\r\n" + b":" * 1024 + b"\r\n"] * 99, HOLD],
        [b"%x\r\n%b\r\n" % (14_000, b": still here\n\n" * 1000)] * 200,
    ],
    ids=["silence", "reset", "a comment", "comments", "comments without end"],
)
def test_message_end_is_the_end_whatever_the_server_does(both: Both, serve: Serve, rest: list[Any]) -> None:
    server = serve([*event_stream(*PIECES, end=False), *rest])
    assert len(both.collect(both.client(base_url=server.url).chat_stream(**CHAT))) == len(PIECES)
    assert server.wait_open(0)


def test_an_event_of_many_pieces_costs_no_more_than_its_size() -> None:
    """At quadratic cost this would copy a terabyte."""
    decoder = SSEDecoder(60_000_000)
    pieces = [b"data: ", *[b"x" * 1000] * 50_000, b"\n", b"\n"]
    (event,) = [event for piece in pieces for event in decoder.feed(piece)]
    assert event == b"x" * 50_000_000


def test_a_reply_of_many_pieces_costs_no_more_than_its_size() -> None:
    """At quadratic cost this would copy a terabyte."""
    delta = streams.content_delta(0, text="x" * 1000)
    accumulator = Accumulator()
    for event in (EVENTS[0], streams.content_start(0, type="text", text=""), *[delta] * 50_000):
        accumulator.add(event)
    assert len(accumulator.reply().message.content[0].text) == 50_000_000


# Connections


def leave_by_close(both: Both, stream: Any) -> None:
    both.next(stream)
    for _ in range(3):
        both.shut(stream)


def leave_by_break(both: Both, stream: Any) -> None:
    both.collect(stream, most=1)


def leave_by_exception(both: Both, stream: Any) -> None:
    both.enter(stream)
    both.next(stream)
    both.exit(stream, LookupError, LookupError(), None)


def leave_unread(both: Both, stream: Any) -> None:
    both.enter(stream)


def leave_half_read(both: Both, stream: Any) -> None:
    both.next(stream)


def leave_text(both: Both, stream: Any) -> None:
    both.next(stream.text_stream)


def leave_after_failure(both: Both, stream: Any) -> None:
    fails(both, stream, errors.InvalidEventError)


LEFT_CLOSED = [leave_by_close, leave_by_exception, leave_after_failure]


@pytest.mark.parametrize("leave", [*LEFT_CLOSED, leave_by_break, leave_unread, leave_half_read, leave_text])
@pytest.mark.unmeasured
def test_a_stream_that_is_left_frees_its_connection(both: Both, serve: Serve, leave: Any) -> None:
    server = serve([*HALF[:-1], *([*event_stream(b"data: x\n\n")[1:-1]] if leave is leave_after_failure else []), HOLD])
    client = both.client(base_url=server.url)
    stream = client.chat_stream(**CHAT)
    leave(both, stream)
    kept = stream if leave in LEFT_CLOSED else None
    del stream
    gc.collect()
    # An event loop closes what was dropped when it runs.
    assert server.wait_open(0) if both.kind == "sync" else both.run(lambda: asyncio.to_thread(server.wait_open, 0))
    if kept:
        fails(both, kept, errors.StreamInterruptedError, "closed")


def test_closing_an_unread_stream_sends_nothing(both: Both) -> None:
    with RawServer(WHOLE) as server:
        stream = both.client(base_url=server.url).chat_stream(**CHAT)
        both.shut(stream)
        fails(both, stream, errors.StreamInterruptedError)
        assert server.connections == 0


def test_a_stream_that_is_closed_while_it_begins_gives_nothing(both: Both) -> None:
    def handler(_: httpx.Request) -> httpx.Response:
        # As another thread or task would.
        stream._state.name = "closed"
        return httpx.Response(200, headers={"content-type": "text/event-stream"}, content=CONTENT)

    stream = both.client(httpx_client=both.httpx_client(answer=handler)).chat_stream(**CHAT)
    both.enter(stream)
    assert stream._state.reader.response.is_closed
    with pytest.raises(cohere_chat.StreamInterruptedError, match="closed"):
        both.collect(stream)


def test_a_stream_that_is_closed_while_it_fails_to_begin_stays_closed(both: Both) -> None:
    def handler(_: httpx.Request) -> httpx.Response:
        stream._state.name = "closed"
        raise httpx.ConnectError("gone")

    client = both.client(httpx_client=both.httpx_client(answer=handler), max_retries=0)
    stream = client.chat_stream(**CHAT)
    with pytest.raises(errors.ApiConnectionError):
        both.enter(stream)
    assert repr(stream).endswith(" closed>")


def test_the_message_of_a_snapshot_can_be_sent_before_the_first_event(both: Both) -> None:
    stream = both.client(base_url="http://127.0.0.1:1").chat_stream(**CHAT)
    assert stream.snapshot.message.to_dict() == {"role": "assistant"}


def test_closing_again_does_not_touch_the_connection_of_another(both: Both) -> None:
    with RawServer(WHOLE) as server:
        client = both.client(base_url=server.url)
        before = client.chat_stream(**CHAT)
        assert len(both.collect(before)) == len(EVENTS)
        after = client.chat_stream(**CHAT)
        both.next(after)
        both.shut(before)
        assert len(both.collect(after)) == len(EVENTS) - 1
        assert server.connections == 1


def test_streams_one_after_the_other_share_a_connection(both: Both) -> None:
    """However they are read; what follows the last event is passed over."""
    with RawServer(event_stream(*PIECES, *PIECES)) as server:
        client = both.client(base_url=server.url)
        for _ in range(2):
            assert len(both.collect(client.chat_stream(**CHAT))) == len(PIECES)
            both.run(client.chat_stream(**CHAT).final_response)
            both.collect(client.chat_stream(**CHAT).text_stream)
            # Left at the last event.
            stream = client.chat_stream(**CHAT)
            assert [both.next(stream) for _ in EVENTS][-1].type == "message-end"
            both.shut(stream)
        assert server.connections == 1


@pytest.mark.parametrize("method", ["iter_raw", "close"])
def test_a_body_that_a_hook_took_is_an_interruption(both: Both, method: str) -> None:
    def taken(response: httpx.Response) -> None:
        if method == "close":
            response.close()
        else:
            list(response.iter_raw())

    async def async_taken(response: httpx.Response) -> None:
        if method == "close":
            await response.aclose()
        else:
            async for _ in response.aiter_raw():
                pass

    with RawServer(WHOLE) as server:
        own = both.httpx_client(event_hooks={"response": [taken if both.kind == "sync" else async_taken]})
        client = both.client(base_url=server.url, httpx_client=own, max_retries=0)
        with pytest.raises(cohere_chat.StreamInterruptedError):
            both.collect(client.chat_stream(**CHAT))


PROGRAM = """
import asyncio, sys, cohere_chat
url, what = sys.argv[1:]
chat = dict(model="m", messages=[{"role": "user", "content": "Hello!"}])
if what == "sync":
    client = cohere_chat.ClientV2("k", base_url=url)
    read, unread = client.chat_stream(**chat), client.chat_stream(**chat)
    next(read)
    unread.__enter__()
elif what == "last":
    client = cohere_chat.ClientV2("k", base_url=url)
    for event in (read := client.chat_stream(**chat)):
        if event.type == "message-end":
            break
else:
    client = cohere_chat.AsyncClientV2("k", base_url=url)
    async def main():
        global read, unread
        read, unread = client.chat_stream(**chat), client.chat_stream(**chat)
        await anext(read)
        await unread.__aenter__()
        if what == "dropped":
            del read, unread
        if what == "async last":
            while (await anext(read)).type != "message-end":
                pass
    if what == "loop":
        asyncio.new_event_loop().run_until_complete(main())
    else:
        asyncio.run(main())
"""


# At the end of asyncio.run(), httpx2 closes each of its own generators twice, and asyncio tells.
# Sometimes it shows where: in its own code.
HTTPX2_COMPLAINT = r"""an error occurred during closing of asynchronous generator (<.*>)
asyncgen: \1
((Traceback \(most recent call last\):
(  File ".*/(httpcore2/.*|contextlib)\.py", line [0-9]+, in __a[a-z]+__
    .*
)+)(GeneratorExit

During handling of the above exception, another exception occurred:

)?)*RuntimeError: aclose\(\): asynchronous generator is already running
"""

# Since 3.13, Python tells of any generator that an unclosed loop has left.
UNCLOSED_LOOP = r".*RuntimeWarning: coroutine method 'aclose' of '.*' was never awaited\n"


@pytest.mark.parametrize("what", ["sync", "async", "dropped", "loop", "last", "async last"])
def test_streams_left_open_print_nothing_at_the_interpreter_s_exit(what: str) -> None:
    pieces = PIECES if "last" in what else PIECES[:3]
    with RawServer([*event_stream(*pieces, end=False), HOLD]) as server:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, server.url, what], capture_output=True, text=True, timeout=50, check=False
        )
        told = re.sub(HTTPX2_COMPLAINT, "", done.stderr) if httpx.__name__ == "httpx2" else done.stderr
        told = re.sub(UNCLOSED_LOOP, "", told) if what == "loop" and sys.version_info >= (3, 13) else told
        assert (done.returncode, done.stdout, told) == (0, "", "")
        assert server.connections == (1 if what == "last" else 2)
