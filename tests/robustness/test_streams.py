"""Requirements 9 to 14: streams end honestly, deliver in time, and give their connections back."""

from __future__ import annotations

import asyncio
import gc
import subprocess
import sys
import threading
from typing import Any

import cohere_chat
import httpx
import pytest
import streams
from cohere_chat import errors
from cohere_chat._accumulate import Accumulator
from cohere_chat._sse import SSEDecoder
from faults import EVENTS, GOOD, PIECES, Serve
from hypothesis import given
from hypothesis import strategies as st
from rawserver import CLOSE, HOLD, RESET, RawServer, event_stream, http, sse
from support import CHAT, Both

WHOLE = GOOD["chat_stream"]
CONTENT = b"".join(PIECES)


def fails(both: Both, stream: Any, error: type[Exception]) -> tuple[list[Any], Any]:
    """What came before the error, and the error."""
    events: list[Any] = []
    with pytest.raises(error) as caught:
        both.collect(stream, events)
    return events, caught.value


# 9. A stream without message-end never ends normally; what was complete before the cut comes first, nothing twice.

ENDS: dict[str, Any] = {"end of the body": b"0\r\n\r\n", "close": CLOSE, "reset": RESET, "half a chunk": b"5\r\nda"}


@pytest.mark.parametrize("ending", ENDS.values(), ids=ENDS)
@pytest.mark.parametrize("count", range(1, len(PIECES)))
def test_09_a_cut_stream_raises_after_what_was_complete(both: Both, serve: Serve, count: int, ending: Any) -> None:
    half = PIECES[count][: len(PIECES[count]) // 2]
    steps = [*event_stream(*PIECES[:count], half, end=False), ending]
    # A chunk that is broken off is no chunk.
    server = serve([*steps, CLOSE] if isinstance(ending, bytes) else steps)
    stream = both.client(base_url=server.url).chat_stream(**CHAT)
    events, error = fails(both, stream, errors.StreamInterruptedError)
    # A reset may overtake what was sent before it.
    assert [event.to_dict() for event in events] == EVENTS[: len(events) if ending == RESET else count]
    assert error.snapshot.to_dict() == stream.snapshot.to_dict()
    assert isinstance(error, errors.ApiConnectionError)
    assert "without 'message-end'" in str(error) or " was cut (" in str(error)
    with pytest.raises(errors.StreamInterruptedError, match="the stream is closed"):
        both.collect(stream)
    with pytest.raises(errors.StreamInterruptedError):
        both.run(stream.final_response)


@pytest.mark.parametrize("headers", [{"transfer_encoding": "identity", "connection": "close"}, {}])
def test_09_an_end_without_a_length_is_no_end(both: Both, serve: Serve, headers: dict[str, str]) -> None:
    """The body ends with the connection, so HTTP knows of no cut."""
    head = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n"
    server = serve([head, *PIECES[:-1], CLOSE], [head, *PIECES, CLOSE])
    client = both.client(base_url=server.url)
    events, _ = fails(both, client.chat_stream(**CHAT), errors.StreamInterruptedError)
    assert len(events) == len(PIECES) - 1
    assert len(both.collect(client.chat_stream(**CHAT))) == len(PIECES)


def test_09_a_cut_in_the_last_event_is_a_cut(both: Both, serve: Serve) -> None:
    last = PIECES[-1]
    for size in (len(last) - 1, len(last) - 2, 1):
        server = serve(event_stream(*PIECES[:-1], last[:size]))
        fails(both, both.client(base_url=server.url).chat_stream(**CHAT), errors.StreamInterruptedError)


def test_09_done_and_finish_reasons_elsewhere_are_no_end(both: Both) -> None:
    other = sse({"type": "content-end", "index": 0, "delta": {"finish_reason": "COMPLETE"}})
    with RawServer(event_stream(*PIECES[:-1], other, b"data: [DONE]\n\n")) as server:
        fails(both, both.client(base_url=server.url).chat_stream(**CHAT), errors.StreamInterruptedError)


# 10. No event is dropped or invented.

UNREADABLE: dict[str, bytes] = {
    "no JSON": b"hello",
    "cut JSON": b'{"type": "content-delta", "index"',
    "two values": b"{} {}",
    "no object": b'["message-end"]',
    "no type": b'{"message": "the model is overloaded"}',
    "no UTF-8": b'{"type": "x", "a": "\xff"}',
    "NaN": b'{"type": "x", "a": NaN}',
    "another end": b"[done]",
}


@pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE)
def test_10_an_event_that_cannot_be_read_raises_with_its_text(both: Both, serve: Serve, data: bytes) -> None:
    server = serve(event_stream(*PIECES[:3], b"data: " + data + b"\n\n", *PIECES[3:]))
    stream = both.client(base_url=server.url).chat_stream(**CHAT)
    events, error = fails(both, stream, errors.InvalidEventError)
    assert [event.to_dict() for event in events] == EVENTS[:3]
    assert error.body == data.decode("utf-8", "replace")
    assert error.body in str(error)
    assert error.status_code == 200
    assert error.headers["content-type"] == "text/event-stream"
    fails(both, stream, errors.StreamInterruptedError)
    assert server.wait_open(0)
    assert len(server.requests) == 1


@pytest.mark.parametrize("count", [0, 3])
def test_10_an_event_over_the_limit_raises_and_frees_the_connection(both: Both, serve: Serve, count: int) -> None:
    server = serve([*event_stream(*PIECES[:count], b"data: " + b"x" * 2000, end=False), HOLD])
    stream = both.client(base_url=server.url, max_event_bytes=1000).chat_stream(**CHAT)
    events, error = fails(both, stream, errors.InvalidEventError)
    assert len(events) == count
    assert "more than 1000 bytes" in str(error)
    assert server.wait_open(0)


def test_10_unknown_events_and_fields_come_through_as_they_are(both: Both) -> None:
    odd = [{"type": "weather", "n": [1, None, 2.5]}, {"type": "", "é": {}}, {**EVENTS[2], "new": {"a": 1}}]
    with RawServer(event_stream(PIECES[0], *map(sse, odd), PIECES[-1])) as server:
        events = both.collect(both.client(base_url=server.url).chat_stream(**CHAT))
    assert [event.to_dict() for event in events] == [EVENTS[0], *odd, EVENTS[-1]]
    assert [type(event).__name__ for event in events[1:3]] == ["Unknown", "Unknown"]


def test_10_what_an_unknown_event_tells_before_the_end_is_in_the_error(both: Both) -> None:
    trouble = sse({"type": "error", "message": "out of capacity"})
    with RawServer(event_stream(PIECES[0], trouble)) as server:
        client = both.client(base_url=server.url)
        with pytest.raises(errors.StreamInterruptedError, match="out of capacity"):
            both.run(client.chat_stream(**CHAT).final_response)


def test_10_a_failure_told_in_the_last_event_is_raised_with_its_text(both: Both) -> None:
    end = sse({"type": "message-end", "delta": {"finish_reason": "ERROR", "error": {"code": 7, "text": "too hot"}}})
    with RawServer(event_stream(*PIECES[:3], end)) as server:
        client = both.client(base_url=server.url)
        assert len(both.collect(client.chat_stream(**CHAT))) == 4
        for read in (
            lambda: both.collect(client.chat_stream(**CHAT).text_stream),
            lambda: both.run(client.chat_stream(**CHAT).final_response),
        ):
            with pytest.raises(errors.GenerationError, match="too hot") as caught:
                read()
            assert caught.value.snapshot is not None
            assert caught.value.snapshot.message.content[0].text == "Hello"


# 11. The rules of the WHATWG for event streams.

RULES: dict[str, bytes] = {
    "LF": CONTENT,
    "CRLF": CONTENT.replace(b"\n", b"\r\n"),
    "CR": CONTENT.replace(b"\n", b"\r"),
    "all three": PIECES[0] + PIECES[1].replace(b"\n", b"\r\n") + b"".join(PIECES[2:]).replace(b"\n", b"\r"),
    "byte order mark": b"\xef\xbb\xbf" + CONTENT.partition(b"\n")[2],
    "comments": b": hi\n\n:\n" + CONTENT.replace(b"data:", b": data: {}\ndata:"),
    "other fields": CONTENT.replace(b"event:", b"id: 7\nretry: soon\nodd\nodd: x\n data: {}\nDATA: {}\nevent:"),
    "no blank after the colon": CONTENT.replace(b"data: ", b"data:"),
    "two blanks": CONTENT.replace(b"data: ", b"data:  "),
    "data in many lines": CONTENT.replace(b"data: {", b"data: {\ndata:\ndata"[:-4] + b"data: "),
    "data in many lines, CRLF": CONTENT.replace(b"data: {", b"data: {\ndata: ").replace(b"\n", b"\r\n"),
    "no event field": b"".join(line for line in CONTENT.splitlines(True) if not line.startswith(b"event")),
    "blank lines": CONTENT.replace(b"\n\n", b"\n\n\n\n\n"),
    "events without data": CONTENT.replace(b"event:", b"event: ping\n\nevent:"),
    "[DONE]": CONTENT + b"data: [DONE]\n\n",
    "other line ends inside": CONTENT.replace("wör".encode(), "w\u2028\u2029\x85ör".encode()),
}


@pytest.mark.parametrize("content", RULES.values(), ids=RULES)
@pytest.mark.parametrize("size", [1, 2, 3, 7, 100_000])
def test_11_the_rules_of_event_streams_in_any_chunks(content: bytes, size: int) -> None:
    pieces = [content[start : start + size] for start in range(0, len(content), size)]

    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"content-type": "Text/Event-Stream;x"}, content=iter(pieces))

    with httpx.Client(transport=httpx.MockTransport(answer)) as own:
        events = [event.to_dict() for event in cohere_chat.ClientV2("k", httpx_client=own).chat_stream(**CHAT)]
    if "\u2028".encode() in content:
        inside = events[3]["delta"]["message"]["content"]
        assert inside["text"] == " w\u2028\u2029\x85ör"
        inside["text"] = " wör"
    assert events == EVENTS


@given(st.lists(st.integers(1, 40), min_size=1))
def test_11_where_the_borders_lie_does_not_matter(sizes: list[int]) -> None:
    """A character, a line end or a byte order mark may be cut."""
    content = b"\xef\xbb\xbf" + CONTENT.replace(b"\n", b"\r\n")
    pieces, rest = [], content
    while rest:
        size = sizes[len(pieces) % len(sizes)]
        pieces.append(rest[:size])
        rest = rest[size:]
    headers = {"content-type": "text/event-stream"}
    answers = httpx.MockTransport(lambda _: httpx.Response(200, headers=headers, content=iter(pieces)))
    with httpx.Client(transport=answers) as own:
        got = list(cohere_chat.ClientV2("k", httpx_client=own).chat_stream(**CHAT))
    assert [event.to_dict() for event in got] == EVENTS


# 12. A success that is no event stream raises an error that shows what was said.


@pytest.mark.parametrize(
    "answer",
    [
        http(200, {"message": "please wait"}),
        http(200, b"<html>please wait</html>", content_type="text/html"),
        http(200, b"please wait", content_type="text/event-streams"),
        [b"HTTP/1.1 200 OK\r\n\r\nplease wait", CLOSE],
        [b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\nplease wait", CLOSE],
    ],
)
def test_12_a_success_that_is_no_event_stream_is_told(both: Both, serve: Serve, answer: Any) -> None:
    server = serve(answer)
    _, error = fails(both, both.client(base_url=server.url).chat_stream(**CHAT), errors.InvalidResponseError)
    assert "please wait" in str(error)
    assert error.status_code == 200
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", [204, 205])
def test_12_a_success_without_a_body_is_told(both: Both, call: Any, status: int) -> None:
    with (
        RawServer([f"HTTP/1.1 {status} X\r\ncontent-length: 0\r\n\r\n".encode()]) as server,
        pytest.raises(errors.InvalidResponseError, match=f"^{status} with no content type"),
    ):
        call(both.client(base_url=server.url))


# 13. Events come when they arrive, at linear cost, and message-end is the end.


def test_13_each_event_is_delivered_before_the_next_is_sent(both: Both, serve: Serve) -> None:
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
            both.run(lambda: next(stream) if both.kind == "sync" else anext(stream))
            delivered.release()
        assert both.collect(stream) == []


@pytest.mark.parametrize("rest", [[HOLD], [b"1\r\n:\r\n", HOLD], [*[b"400\r\n" + b":" * 1024 + b"\r\n"] * 99, HOLD]])
def test_13_message_end_is_the_end_whatever_the_server_does(both: Both, serve: Serve, rest: list[Any]) -> None:
    server = serve([*event_stream(*PIECES, end=False), *rest])
    assert len(both.collect(both.client(base_url=server.url).chat_stream(**CHAT))) == len(PIECES)
    assert server.wait_open(0)


def test_13_what_follows_message_end_is_not_an_event(both: Both) -> None:
    with RawServer(event_stream(*PIECES, *PIECES)) as server:
        client = both.client(base_url=server.url)
        for _ in range(2):
            assert len(both.collect(client.chat_stream(**CHAT))) == len(PIECES)
        assert server.connections == 1


def test_13_an_event_of_a_million_pieces_costs_no_more_than_its_size() -> None:
    """At quadratic cost this would take hours."""
    decoder = SSEDecoder(2_000_000)
    pieces = [b"data: ", *[b"x"] * 1_000_000, b"\n", b"\n"]
    (event,) = [event for piece in pieces for event in decoder.feed(piece)]
    assert event == b"x" * 1_000_000


def test_13_a_reply_of_many_pieces_costs_no_more_than_its_size() -> None:
    """At quadratic cost this would take hours."""
    delta = streams.content_delta(0, text="x" * 100)
    accumulator = Accumulator()
    for event in (EVENTS[0], streams.content_start(0, type="text", text=""), *[delta] * 200_000):
        accumulator.add(event)
    assert len(accumulator.reply().message.content[0].text) == 20_000_000


# 14. Connections are given back, however a stream is left; what a function returns is still there then.


def leave_by_close(both: Both, client: Any) -> Any:
    stream = client.chat_stream(**CHAT)
    both.run(lambda: next(stream) if both.kind == "sync" else anext(stream))
    for _ in range(3):
        both.run(stream.close if both.kind == "sync" else stream.aclose)
    return stream


def leave_by_break(both: Both, client: Any) -> None:
    def sync() -> None:
        for _ in client.chat_stream(**CHAT):
            break

    async def main() -> None:
        async for _ in client.chat_stream(**CHAT):
            break

    both.run(sync if both.kind == "sync" else main)


def leave_by_exception(both: Both, client: Any) -> Any:
    left = client.chat_stream(**CHAT)

    def sync() -> None:
        with left as stream:
            for _ in stream:
                raise LookupError

    async def main() -> None:
        async with left as stream:
            async for _ in stream:
                raise LookupError

    with pytest.raises(LookupError):
        both.run(sync if both.kind == "sync" else main)
    return left


def leave_unread(both: Both, client: Any) -> None:
    stream = client.chat_stream(**CHAT)
    both.run(stream.__enter__ if both.kind == "sync" else stream.__aenter__)


def leave_half_read(both: Both, client: Any) -> None:
    stream = client.chat_stream(**CHAT)
    both.run(lambda: next(stream) if both.kind == "sync" else anext(stream))


def leave_text(both: Both, client: Any) -> None:
    texts = client.chat_stream(**CHAT).text_stream
    both.run(lambda: next(texts) if both.kind == "sync" else anext(texts))


def leave_after_failure(both: Both, client: Any) -> Any:
    stream = client.chat_stream(**CHAT)
    fails(both, stream, errors.InvalidEventError)
    return stream


LEAVING = [
    leave_by_close,
    leave_by_break,
    leave_by_exception,
    leave_unread,
    leave_half_read,
    leave_text,
    leave_after_failure,
]


@pytest.mark.parametrize("leave", LEAVING)
def test_14_a_stream_that_is_left_gives_its_connection_back(both: Both, serve: Serve, leave: Any) -> None:
    steps = [*event_stream(*PIECES[:3], end=False), HOLD]
    if leave is leave_after_failure:
        steps[-1:] = [*event_stream(b"data: x\n\n", end=False)[1:], HOLD]
    server = serve(steps)
    client = both.client(base_url=server.url)
    left = leave(both, client)
    gc.collect()
    # An event loop closes what was dropped when it runs.
    assert server.wait_open(0) if both.kind == "sync" else both.run(lambda: asyncio.to_thread(server.wait_open, 0))
    if left is not None:
        fails(both, left, errors.StreamInterruptedError)


def test_14_closing_an_unread_stream_sends_nothing(both: Both) -> None:
    with RawServer(WHOLE) as server:
        stream = both.client(base_url=server.url).chat_stream(**CHAT)
        both.run(stream.close if both.kind == "sync" else stream.aclose)
        fails(both, stream, errors.StreamInterruptedError)
        assert server.connections == 0


def test_14_a_stream_that_failed_to_begin_sends_nothing_more(both: Both) -> None:
    with RawServer(http(400, {"message": "no"}), WHOLE) as server:
        stream = both.client(base_url=server.url).chat_stream(**CHAT)
        fails(both, stream, errors.BadRequestError)
        fails(both, stream, errors.StreamInterruptedError)
        with pytest.raises(errors.StreamInterruptedError):
            both.run(stream.__enter__ if both.kind == "sync" else stream.__aenter__)
        assert len(server.requests) == 1


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


@pytest.mark.parametrize("what", ["sync", "async", "dropped", "loop", "last", "async last"])
def test_14_no_noise_at_the_end_of_the_interpreter(what: str) -> None:
    pieces = PIECES if "last" in what else PIECES[:3]
    with RawServer([*event_stream(*pieces, end=False), HOLD]) as server:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, server.url, what], capture_output=True, text=True, timeout=50, check=False
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert server.connections == (1 if what == "last" else 2)
