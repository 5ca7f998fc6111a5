"""chat_stream() over real sockets, in one body for both clients: typed events and honest endings."""

from __future__ import annotations

import asyncio
import gc
import pickle
from typing import Any

import cohere_chat
import httpx
import pytest
import streams
from cohere_chat import errors
from cohere_chat_api.types import Unknown
from rawserver import CLOSE, HOLD, RESET, RawServer, event_stream, http, sse
from streams import RECORDED, Json
from support import CHAT, Both

TEXT_REPLY, TEXT = RECORDED["text"]
WHOLE = event_stream(*map(sse, TEXT))
SOME_TEXT = {"id": "r-1", "message": {"role": "assistant", "content": [{"type": "text", "text": "Hello"}]}}


def opened(both: Both, stream: Any) -> Any:
    return both.run(stream.__enter__ if both.kind == "sync" else stream.__aenter__)


def close(both: Both, stream: Any) -> None:
    both.run(stream.close if both.kind == "sync" else stream.aclose)


def first(both: Both, stream: Any) -> Any:
    return both.run(lambda: next(stream) if both.kind == "sync" else anext(stream))


def fails(both: Both, stream: Any, error: type[Exception], match: str | None = None) -> tuple[list[Any], Any]:
    """What came before the error, and the error."""
    events: list[Any] = []
    with pytest.raises(error, match=match) as caught:
        both.collect(stream, events)
    return [event.type for event in events], caught.value


@pytest.mark.parametrize(("reply", "events"), RECORDED.values(), ids=RECORDED)
def test_events_are_typed_and_whole(both: Both, reply: Json, events: list[Json]) -> None:
    with RawServer(event_stream(*map(sse, events))) as server:
        got = both.collect(both.client(base_url=server.url).chat_stream(**CHAT))
    assert [event.to_dict() for event in got] == events
    assert isinstance(got[0], cohere_chat.ChatMessageStartEvent)
    assert isinstance(got[-1], cohere_chat.ChatMessageEndEvent)


@pytest.mark.parametrize(("reply", "events"), RECORDED.values(), ids=RECORDED)
def test_the_final_response_is_the_reply_of_chat(both: Both, reply: Json, events: list[Json]) -> None:
    with RawServer(event_stream(*map(sse, events)), http(200, reply)) as server:
        client = both.client(base_url=server.url)
        final = both.run(client.chat_stream(**CHAT).final_response)
        assert final == both.chat(client)
        assert final.to_dict() == reply


def test_what_is_sent(both: Both) -> None:
    with RawServer(WHOLE) as server:
        both.collect(both.client(base_url=server.url).chat_stream(**CHAT, temperature=0.5))
    headers, body = server.requests[0]
    assert body == {**CHAT, "temperature": 0.5, "stream": True}
    assert headers["accept"] == "text/event-stream"
    assert headers["authorization"] == "Bearer secret-key"


def test_nothing_is_sent_before_the_stream_is_read_or_entered(both: Both) -> None:
    with RawServer(WHOLE) as server:
        client = both.client(base_url=server.url)
        stream = client.chat_stream(**CHAT)
        assert (stream.status_code, stream.headers, stream.request_id) == (None, {}, None)
        assert server.requests == []
        opened(both, stream)
        assert len(server.requests) == 1
        assert len(both.collect(stream)) == len(TEXT)
        assert len(server.requests) == 1
        close(both, stream)


def test_wrong_arguments_are_refused_before_that(both: Both) -> None:
    with pytest.raises(TypeError, match="did you mean 'messages'"):
        both.client().chat_stream(model="m", mesages=[])


def test_an_opened_stream_shows_status_headers_and_request_id(both: Both) -> None:
    with RawServer(event_stream(*map(sse, TEXT), x_debug_trace_id="t-1")) as server:
        stream = opened(both, both.client(base_url=server.url).chat_stream(**CHAT))
        assert stream.status_code == 200
        assert stream.headers["Content-Type"] == "text/event-stream"
        assert stream.request_id == "t-1"
        close(both, stream)


def test_text_stream_gives_the_pieces_of_text_only(both: Both) -> None:
    with RawServer(WHOLE, event_stream(*map(sse, RECORDED["thinking"][1]))) as server:
        client = both.client(base_url=server.url)
        assert both.collect(client.chat_stream(**CHAT).text_stream) == ["Hello", " wör", "ld!"]
        # The text that an item begins with belongs to it.
        assert both.collect(client.chat_stream(**CHAT).text_stream) == ["Hel", "lo!"]


def test_reading_goes_on_where_it_was_left(both: Both) -> None:
    with RawServer(WHOLE) as server:
        stream = both.client(base_url=server.url).chat_stream(**CHAT)
        assert first(both, stream).type == "message-start"
        assert first(both, stream).type == "content-start"
        assert both.collect(stream.text_stream) == ["Hello", " wör", "ld!"]
        assert both.collect(stream) == []
        with pytest.raises(StopIteration if both.kind == "sync" else StopAsyncIteration):
            first(both, stream)
        assert both.run(stream.final_response).to_dict() == TEXT_REPLY


def test_the_snapshot_grows(both: Both) -> None:
    with RawServer(WHOLE) as server:
        stream = both.client(base_url=server.url).chat_stream(**CHAT)
        assert stream.snapshot.id is None
        for _ in range(3):
            first(both, stream)
        assert stream.snapshot.to_dict() == SOME_TEXT
        both.collect(stream)
        assert stream.snapshot.to_dict() == TEXT_REPLY


def test_events_arrive_when_they_are_sent(both: Both) -> None:
    with RawServer(event_stream(*map(sse, TEXT[:3]), HOLD, end=False)) as server:
        stream = both.client(base_url=server.url).chat_stream(**CHAT)
        assert [first(both, stream).type for _ in range(3)] == ["message-start", "content-start", "content-delta"]
        close(both, stream)
        assert server.wait_open(0)


# Both hold characters of several bytes, one of them within pieces of JSON.
@pytest.mark.parametrize("name", ["text", "tool calls"])
def test_a_stream_may_be_cut_into_chunks_at_each_byte(name: str) -> None:
    reply, events = RECORDED[name]
    content = b"".join(map(sse, events))
    with httpx.Client(transport=httpx.MockTransport(lambda _: answers.pop())) as own:
        client = cohere_chat.ClientV2("k", httpx_client=own)
        for cut in range(1, len(content)):
            headers = {"content-type": "text/event-stream"}
            answers = [httpx.Response(200, headers=headers, content=iter([content[:cut], content[cut:]]))]
            assert client.chat_stream(**CHAT).final_response().to_dict() == reply


@pytest.mark.parametrize("name", ["text", "tool calls"])
def test_a_stream_that_ends_at_any_byte_before_its_last_event_raises(name: str) -> None:
    _, events = RECORDED[name]
    content = b"".join(map(sse, events))
    # The last event ends with an empty line, whose end may be missing only in part.
    with httpx.Client(transport=httpx.MockTransport(lambda _: answers.pop())) as own:
        client = cohere_chat.ClientV2("k", httpx_client=own, max_retries=0)
        for cut in range(len(content) - 1):
            headers = {"content-type": "text/event-stream"}
            answers = [httpx.Response(200, headers=headers, content=iter([content[:cut]]))]
            seen: list[Any] = []
            with pytest.raises(errors.StreamInterruptedError, match="without 'message-end'") as caught:
                seen.extend(client.chat_stream(**CHAT))
            assert [event.to_dict() for event in seen] == events[: content[:cut].count(b"\n\n")]
            assert caught.value.snapshot is not None


@pytest.mark.parametrize(
    ("ending", "error", "match"),
    [
        ([b"0\r\n\r\n"], errors.StreamInterruptedError, "ended without 'message-end'"),
        ([CLOSE], errors.StreamInterruptedError, "was cut .the server closed the connection"),
        ([RESET], errors.StreamInterruptedError, "was cut .the server closed the connection"),
        ([b"zz\r\n"], errors.StreamInterruptedError, "was cut .RemoteProtocolError"),
        ([HOLD], errors.StreamTimeoutError, "stalled .ReadTimeout"),
    ],
)
def test_a_stream_that_ends_early_raises_with_the_snapshot(
    both: Both, ending: list[Any], error: type[Exception], match: str
) -> None:
    with RawServer([*event_stream(*map(sse, TEXT[:3]), end=False), *ending]) as server:
        client = both.client(base_url=server.url)
        stream = client.chat_stream(**CHAT, request_options={"timeout": 0.5 if ending == [HOLD] else 30.0})
        seen, raised = fails(both, stream, error, match)
        assert seen == ["message-start", "content-start", "content-delta"]
        assert raised.snapshot.to_dict() == stream.snapshot.to_dict() == SOME_TEXT
        assert pickle.loads(pickle.dumps(raised)).snapshot == raised.snapshot
        assert isinstance(raised, errors.ApiConnectionError)
        assert not raised.transient
        assert isinstance(raised, errors.ApiTimeoutError) == (ending == [HOLD])
        assert len(server.requests) == 1
        # It does not look complete later, either.
        for read in (lambda: both.collect(stream), lambda: both.run(stream.final_response)):
            with pytest.raises(errors.StreamInterruptedError, match="the stream is closed"):
                read()
        # A body that was read to its end leaves the connection to the next request.
        assert server.wait_open(1 if ending == [b"0\r\n\r\n"] else 0)


@pytest.mark.parametrize(
    ("data", "match"),
    [
        (b"{not json}", "{not json}"),
        (b'{"type": "content-delta"} {}', "more than one JSON value"),
        (b'{"type": "content-delta"', "can't be read"),
        (b'{"message": "overloaded"}', 'no string "type".*overloaded'),
        (b"[]", "not a JSON object"),
        (b"\xff", "can't be read"),
        (b"[" * 100_000, "can't be read"),
    ],
)
def test_an_event_that_cannot_be_read_raises_and_is_shown(both: Both, data: bytes, match: str) -> None:
    with RawServer(event_stream(*map(sse, TEXT[:3]), b"data: " + data + b"\n\n", *map(sse, TEXT[3:]))) as server:
        seen, raised = fails(
            both, both.client(base_url=server.url).chat_stream(**CHAT), errors.InvalidEventError, match
        )
        assert len(seen) == 3
        assert raised.body == data.decode("utf-8", "replace")
        assert raised.snapshot.to_dict() == SOME_TEXT
        assert server.wait_open(0)


def test_an_event_over_the_limit_raises(both: Both) -> None:
    long = streams.content_delta(0, text="x" * 2000)
    with RawServer(event_stream(*map(sse, TEXT[:3]), sse(long), *map(sse, TEXT[3:]))) as server:
        stream = both.client(base_url=server.url, max_event_bytes=1000).chat_stream(**CHAT)
        seen, raised = fails(both, stream, errors.InvalidEventError, "more than 1000 bytes")
        assert len(seen) == 3
        assert raised.snapshot.to_dict() == SOME_TEXT


def test_an_event_of_many_megabytes_is_read(both: Both) -> None:
    text = "x" * (12 * 1024 * 1024)
    long = streams.content_delta(0, text=text)
    with RawServer(event_stream(*map(sse, TEXT[:2]), sse(long), sse(TEXT[-1]))) as server:
        final = both.run(both.client(base_url=server.url).chat_stream(**CHAT).final_response)
        assert final.message.content[0].text == text


def test_done_is_tolerated_and_is_no_end(both: Both) -> None:
    done = b"data: [DONE]\n\n"
    with RawServer(
        event_stream(*map(sse, TEXT[:-1]), done, sse(TEXT[-1]), done), event_stream(*map(sse, TEXT[:-1]), done)
    ) as server:
        client = both.client(base_url=server.url)
        assert both.run(client.chat_stream(**CHAT).final_response).to_dict() == TEXT_REPLY
        fails(both, client.chat_stream(**CHAT), errors.StreamInterruptedError)


@pytest.mark.parametrize(
    ("ending", "match"),
    [
        (streams.end("ERROR", error="out of memory"), "^out of memory$"),
        (streams.end("COMPLETE", error="odd"), "^odd$"),
        (streams.end("ERROR"), "the reply failed"),
        (streams.end("ERROR", error=" \n"), "the reply failed"),
    ],
)
def test_a_reply_that_failed_does_not_look_like_success(both: Both, ending: Json, match: str) -> None:
    with RawServer(event_stream(*map(sse, TEXT[:3]), sse(ending))) as server:
        client = both.client(base_url=server.url)
        events = both.collect(client.chat_stream(**CHAT))
        assert events[-1].to_dict() == ending
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
        (
            http(200, TEXT_REPLY),
            "200 with application/json is not the reply .*not text/event-stream.: .'id'",
        ),
        (http(200, b"<h1>Sign in</h1>", content_type="text/html"), "<h1>Sign in</h1>"),
        ([b"HTTP/1.1 200 X\r\ncontent-length: 2\r\n\r\nhi"], "no content type"),
        ([b"HTTP/1.1 200 X\r\ncontent-length: 9\r\n\r\nbroken", CLOSE], "broken"),
    ],
)
def test_a_success_that_is_no_stream_shows_what_was_said(both: Both, answer: Any, match: str) -> None:
    with RawServer(answer) as server:
        stream = both.client(base_url=server.url).chat_stream(**CHAT)
        fails(both, stream, errors.InvalidResponseError, match)


def test_the_media_type_is_matched_in_any_case(both: Both) -> None:
    with RawServer(event_stream(*map(sse, TEXT), content_type="Text/Event-Stream ; charset=UTF-8")) as server:
        assert len(both.collect(both.client(base_url=server.url).chat_stream(**CHAT))) == len(TEXT)


def test_an_error_status_raises_its_class_with_the_body_read(both: Both) -> None:
    with RawServer(http(422, {"message": "too many tokens"}), WHOLE) as server:
        client = both.client(base_url=server.url)
        fails(both, client.chat_stream(**CHAT), errors.UnprocessableEntityError, "422: too many tokens")
        both.collect(client.chat_stream(**CHAT))
        assert server.connections == 1


def test_a_stream_is_tried_again_until_it_begins(both: Both) -> None:
    with RawServer(http(503, {}), [RESET], WHOLE) as server:
        assert len(both.collect(both.client(base_url=server.url).chat_stream(**CHAT))) == len(TEXT)
        assert len(server.requests) == 3
        assert len(both.waits) == 2


def test_one_connection_serves_many_streams(both: Both) -> None:
    with RawServer(WHOLE) as server:
        client = both.client(base_url=server.url)
        for _ in range(3):
            both.collect(client.chat_stream(**CHAT))
            both.run(client.chat_stream(**CHAT).final_response)
            both.collect(client.chat_stream(**CHAT).text_stream)
        assert server.connections == 1


def test_leaving_at_the_last_event_keeps_the_connection(both: Both) -> None:
    with RawServer(WHOLE) as server:
        client = both.client(base_url=server.url)
        for _ in range(3):
            stream = client.chat_stream(**CHAT)
            for _ in TEXT:
                event = first(both, stream)
            assert event.type == "message-end"
            close(both, stream)
        assert server.connections == 1


def test_a_server_that_never_ends_its_answer_holds_nobody_up(both: Both) -> None:
    with RawServer(event_stream(*map(sse, TEXT), HOLD, end=False)) as server:
        client = both.client(base_url=server.url)
        assert len(both.collect(client.chat_stream(**CHAT))) == len(TEXT)
        assert server.wait_open(0)


def test_a_server_that_talks_on_after_the_end_is_left(both: Both) -> None:
    chatter = [b": still here\n\n" * 1000] * 100
    with RawServer(event_stream(*map(sse, TEXT), *chatter, *chatter)) as server:
        client = both.client(base_url=server.url)
        assert len(both.collect(client.chat_stream(**CHAT))) == len(TEXT)
        assert server.wait_open(0)


def test_a_server_that_breaks_off_after_the_end_is_no_error(both: Both) -> None:
    with RawServer(event_stream(*map(sse, TEXT), RESET, end=False)) as server:
        assert len(both.collect(both.client(base_url=server.url).chat_stream(**CHAT))) == len(TEXT)


def test_closing_early_frees_the_socket_and_is_no_end(both: Both) -> None:
    with RawServer(event_stream(*map(sse, TEXT[:3]), HOLD, end=False)) as server:
        stream = both.client(base_url=server.url).chat_stream(**CHAT)
        first(both, stream)
        close(both, stream)
        close(both, stream)
        assert server.wait_open(0)
        with pytest.raises(errors.StreamInterruptedError, match="the stream is closed"):
            first(both, stream)


def test_closing_within_a_loop_does_not_end_it_as_if_it_were_whole(both: Both) -> None:
    def read() -> None:
        for _ in stream:
            stream.close()

    async def aread() -> None:
        async for _ in stream:
            await stream.aclose()

    with RawServer(WHOLE) as server:
        stream: Any = both.client(base_url=server.url).chat_stream(**CHAT)
        with pytest.raises(cohere_chat.StreamInterruptedError, match="closed"):
            both.run(read if both.kind == "sync" else aread)


def test_a_loop_over_a_stream_that_failed_fails_again(both: Both) -> None:
    with RawServer([*event_stream(*map(sse, TEXT[:3]), end=False), CLOSE]) as server:
        stream: Any = both.client(base_url=server.url).chat_stream(**CHAT)
        for message in ("cut|without", "closed", "closed"):
            with pytest.raises(cohere_chat.StreamInterruptedError, match=message) as caught:
                both.collect(stream)
            assert caught.value.snapshot == stream.snapshot


def test_a_loop_over_a_whole_stream_ends_at_once_the_second_time(both: Both) -> None:
    with RawServer(WHOLE) as server:
        stream: Any = both.client(base_url=server.url).chat_stream(**CHAT)
        assert [len(both.collect(stream)) for _ in range(2)] == [len(TEXT), 0]
        assert both.run(lambda: next(stream, "over") if both.kind == "sync" else anext(stream, "over")) == "over"


def test_closing_again_does_not_touch_the_connection_of_another(both: Both) -> None:
    with RawServer(WHOLE) as server:
        client = both.client(base_url=server.url)
        before = client.chat_stream(**CHAT)
        assert len(both.collect(before)) == len(TEXT)
        after = client.chat_stream(**CHAT)
        first(both, after)
        close(both, before)
        assert len(both.collect(after)) == len(TEXT) - 1
        assert server.connections == 1


@pytest.mark.parametrize("method", ["iter_raw", "close"])
def test_a_body_that_a_hook_took_is_missed(both: Both, method: str) -> None:
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

    hook, kind = (taken, httpx.Client) if both.kind == "sync" else (async_taken, httpx.AsyncClient)
    with RawServer(WHOLE) as server:
        own: Any = kind(base_url=server.url, event_hooks={"response": [hook]})
        client = both.client("k", httpx_client=own, max_retries=0)
        with pytest.raises(cohere_chat.StreamInterruptedError):
            both.collect(client.chat_stream(**CHAT))
        both.run(own.close if both.kind == "sync" else own.aclose)


def test_the_cause_of_a_cut_knows_its_request(both: Both) -> None:
    with RawServer([*event_stream(*map(sse, TEXT[:3]), end=False), CLOSE]) as server:
        with pytest.raises(cohere_chat.StreamInterruptedError) as caught:
            both.collect(both.client("k", base_url=server.url).chat_stream(**CHAT))
        cause = caught.value.__cause__
        assert isinstance(cause, httpx.RequestError)
        assert str(cause.request.url) == f"{server.url}/v2/chat"


def test_a_stream_shows_its_state(both: Both) -> None:
    shown: list[str] = []
    with RawServer(WHOLE) as server:
        stream: Any = both.client(base_url=server.url).chat_stream(**CHAT)
        for step in (
            lambda: None,
            lambda: first(both, stream),
            lambda: both.collect(stream),
            lambda: close(both, stream),
        ):
            step()
            shown.append(repr(stream).partition(" ")[2])
    assert shown == ["not begun>", "open>", "ended>", "ended>"]
    with RawServer([*event_stream(*map(sse, TEXT[:3]), end=False), CLOSE]) as server:
        stream = both.client(base_url=server.url).chat_stream(**CHAT)
        with pytest.raises(cohere_chat.StreamInterruptedError):
            both.collect(stream)
        assert repr(stream).endswith(" failed>")


def test_closing_an_unread_stream_sends_nothing(both: Both) -> None:
    with RawServer(WHOLE) as server:
        stream = both.client(base_url=server.url).chat_stream(**CHAT)
        close(both, stream)
        with pytest.raises(errors.StreamInterruptedError, match="the stream is closed"):
            both.collect(stream)
        assert server.requests == []


HALF = event_stream(*map(sse, TEXT[:3]), HOLD, end=False)


def test_break_return_and_exceptions_free_the_socket() -> None:
    with RawServer(HALF) as server, cohere_chat.ClientV2("k", base_url=server.url) as client:
        for _ in client.chat_stream(**CHAT):
            break
        assert server.wait_open(0)
        with client.chat_stream(**CHAT) as stream:
            next(stream)
        assert server.wait_open(0)
        with pytest.raises(ZeroDivisionError), client.chat_stream(**CHAT) as stream:
            _ = [1 // 0 for _ in stream]
        assert server.wait_open(0)


def test_break_exceptions_and_cancellation_free_the_socket_async() -> None:
    async def fail_inside(client: cohere_chat.AsyncClientV2) -> None:
        async with client.chat_stream(**CHAT) as stream:
            _ = [1 // 0 async for _ in stream]

    async def main(server: RawServer) -> None:
        async with cohere_chat.AsyncClientV2("k", base_url=server.url) as client:
            async with client.chat_stream(**CHAT) as stream:
                await anext(stream)
            assert await asyncio.to_thread(server.wait_open, 0)
            with pytest.raises(ZeroDivisionError):
                await fail_inside(client)
            assert await asyncio.to_thread(server.wait_open, 0)

            async def consume() -> None:
                async for event in client.chat_stream(**CHAT):
                    if event.type == "content-delta":
                        reached.set()

            reached = asyncio.Event()
            task = asyncio.create_task(consume())
            await reached.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert await asyncio.to_thread(server.wait_open, 0)

    with RawServer(HALF) as server:
        asyncio.run(main(server))


def test_garbage_collection_frees_the_socket() -> None:
    with RawServer(HALF) as server, cohere_chat.ClientV2("k", base_url=server.url) as client:
        stream = client.chat_stream(**CHAT)
        next(stream)
        del stream
        assert server.wait_open(0)


def test_garbage_collection_frees_the_socket_async() -> None:
    async def main(server: RawServer) -> None:
        async with cohere_chat.AsyncClientV2("k", base_url=server.url) as client:
            stream = client.chat_stream(**CHAT)
            await anext(stream)
            del stream
            gc.collect()
            assert await asyncio.to_thread(server.wait_open, 0)

    with RawServer(HALF) as server:
        asyncio.run(main(server))


def test_a_consumer_may_take_its_time(both: Both) -> None:
    # The server is done and gone before the consumer: what it sent waits in buffers.
    with RawServer([*WHOLE, CLOSE]) as server:
        stream = both.client(base_url=server.url).chat_stream(**CHAT)
        first(both, stream)
        assert server.wait_open(0)
        assert len(both.collect(stream)) == len(TEXT) - 1


def test_an_unknown_event_shows_its_fields(both: Both) -> None:
    odd = {"type": "weather-report", "temperature": 20, "wind": {"from": "N"}}
    with RawServer(event_stream(sse(odd), *map(sse, TEXT))) as server:
        event = both.collect(both.client(base_url=server.url).chat_stream(**CHAT))[0]
    assert isinstance(event, Unknown)
    assert (event.type, event.temperature, event.wind) == ("weather-report", 20, {"from": "N"})


def test_streams_interleave_on_one_client() -> None:
    with RawServer(WHOLE) as server, cohere_chat.ClientV2("k", base_url=server.url) as client:
        pairs = list(zip(client.chat_stream(**CHAT), client.chat_stream(**CHAT), strict=True))
        assert [a.to_dict() for a, _ in pairs] == [b.to_dict() for _, b in pairs] == TEXT
        assert server.connections == 2


def test_a_stream_that_is_closed_while_it_begins_gives_nothing(both: Both) -> None:
    def handler(_: httpx.Request) -> httpx.Response:
        # As another thread or task would.
        stream._state.name = "closed"
        return httpx.Response(200, headers={"content-type": "text/event-stream"}, content=b"".join(map(sse, TEXT)))

    kind = httpx.Client if both.kind == "sync" else httpx.AsyncClient
    client = both.client("k", httpx_client=kind(transport=httpx.MockTransport(handler)))
    stream = client.chat_stream(**CHAT)
    opened(both, stream)
    assert stream._state.reader.response.is_closed
    with pytest.raises(cohere_chat.StreamInterruptedError, match="closed"):
        both.collect(stream)


def test_entering_a_stream_twice_sends_one_request(both: Both) -> None:
    with RawServer(WHOLE) as server:
        stream = both.client(base_url=server.url).chat_stream(**CHAT)
        opened(both, stream)
        opened(both, stream)
        assert len(both.collect(stream)) == len(TEXT)
        assert len(server.requests) == 1
        close(both, stream)
