"""Observers: what they are told of calls, streams, batches and tools, and that each call ends once."""

from __future__ import annotations

import asyncio
import gc
import json
import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any

import cohere_chat
import pytest
from cohere_chat import errors
from cohere_chat._httpx import httpx
from cohere_chat._watch import observe_all, stop_observing_all
from cohere_chat.emulator import Emulator
from cohere_chat.helpers._calls import Outcome, make_calls
from cohere_chat.observe import Event, Observer
from observing import Recorder
from rawserver import CLOSE, HOLD, RESET, RawServer, event_stream, http, json_lines
from streams import BUSY, GOOD, PIECES, REPLY, WHOLE
from support import CHAT, Both
from toolcalls import ANSWER, asks

KEY = "s3cret/key+0123456789"
HALF = event_stream(*PIECES[:3], end=False)


@pytest.fixture
def seen() -> Iterator[Recorder]:
    seen = Recorder()
    yield seen
    seen.check_ends()


# ---------------------------------------------------------------- calls


def test_a_reply_is_told_with_what_came(both: Both, seen: Recorder) -> None:
    answer = http(200, REPLY, x_request_id="r-7")
    with RawServer(answer) as server:
        client = both.client(base_url=server.url, observers=[seen])
        both.chat(client, temperature=0.5, seed=None, stop_sequences=["x"], response_format={"type": "json_object"})
        sent = json.dumps(server.requests[0][1], separators=(",", ":"))
        assert seen.names == ["request", "end"]
        begun, ended = seen.told[0][1], seen.last
        assert begun.server_port == server.port
    for event in (begun, ended):
        assert (event.operation, event.model, event.streamed) == ("v2.chat", CHAT["model"], False)
        assert (event.whole, event.batch, event.requests) == (None, None, 1)
        assert event.server_address == "127.0.0.1"
        assert dict(event.parameters) == {
            "model": CHAT["model"],
            "temperature": 0.5,
            "stop_sequences": ["x"],
            "response_format": "json_object",
        }
    assert (begun.method, begun.path, begun.size) == ("POST", "/v2/chat", len(sent))
    assert ended.call == begun.call
    assert (ended.outcome, ended.attempts, ended.status_code, ended.request_id) == ("replied", 1, 200, "r-7")
    assert (ended.finish_reason, ended.reply_id) == ("COMPLETE", "r-1")
    assert (ended.tokens("input"), ended.tokens("input", billed=False)) == (3, 70)
    assert ended.usage == REPLY["usage"]
    assert ended.size == len(json.dumps(REPLY))
    assert 0 < ended.seconds < 60
    assert f"{ended!r}" == f"<EndEvent of call {ended.call}, v2.chat>"


def test_events_of_different_calls_have_different_numbers(both: Both, seen: Recorder) -> None:
    with RawServer(GOOD["chat"]) as server:
        client = both.client(base_url=server.url, observers=[seen])
        for _ in range(3):
            both.chat(client)
    assert len({event.call for event in seen.of("request")}) == 3


def test_each_retry_is_told(both: Both, seen: Recorder, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "cohere_chat")
    with RawServer(BUSY, [CLOSE], GOOD["chat"]) as server:
        both.chat(both.client(base_url=server.url, observers=[seen]))
    assert seen.names == ["request", "retry", "retry", "end"]
    first, second = seen.of("retry")
    assert (first.attempt, first.max_retries, first.status_code) == (1, 2, 503)
    assert isinstance(first.error, errors.ServiceUnavailableError)
    assert (second.attempt, second.status_code) == (2, None)
    assert both.waits == [first.delay, second.delay]
    assert seen.last.attempts == 3
    assert [record.levelname for record in caplog.records] == ["INFO", "INFO"]
    assert caplog.messages[0].startswith(f"retry 1 of 2 in {first.delay:.2f} s: 503: busy")


def test_a_failure_is_told_with_the_error_that_is_raised(both: Both, seen: Recorder) -> None:
    with RawServer(http(404, {"message": "gone"}, x_request_id="r-8")) as server:
        client = both.client(base_url=server.url, observers=[seen])
        with pytest.raises(errors.NotFoundError) as caught:
            both.chat(client)
    assert seen.names == ["request", "error"]
    assert seen.last.error is caught.value
    assert (seen.last.status_code, seen.last.request_id, seen.last.attempts) == (404, "r-8", 1)


def test_a_failure_without_a_response_has_no_status(both: Both, seen: Recorder, refused: str) -> None:
    client = both.client(base_url=f"http://{refused}", max_retries=0, observers=[seen])
    with pytest.raises(errors.ApiConnectionError):
        both.chat(client)
    assert (seen.last.status_code, seen.last.request_id, seen.last.size, seen.last.body) == (None, None, 0, None)


def test_a_reply_that_can_not_be_read_is_an_error_with_its_size(both: Both, seen: Recorder) -> None:
    with RawServer(http(200, b"[1, 2]")) as server, pytest.raises(errors.InvalidResponseError):
        both.chat(both.client(base_url=server.url, observers=[seen]))
    assert (seen.last.status_code, seen.last.size) == (200, 6)


def test_a_task_that_is_cancelled_is_told_as_an_error() -> None:
    seen = Recorder()

    async def main(server: RawServer) -> None:
        async with cohere_chat.AsyncClientV2(KEY, base_url=server.url, observers=[seen]) as client:
            task = asyncio.ensure_future(client.chat(**CHAT))
            assert await asyncio.to_thread(server.wait_requests, 1)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    with RawServer([HOLD]) as server:
        asyncio.run(main(server))
    assert seen.names == ["request", "error"]
    assert isinstance(seen.last.error, asyncio.CancelledError)


def test_what_is_refused_before_it_is_sent_is_not_told(both: Both, seen: Recorder) -> None:
    client = both.client(observers=[seen])
    with pytest.raises(TypeError):
        both.run(lambda: client.chat(model="m", messages="Hello!"))
    assert not seen.told


def test_replies_without_a_usage_and_uploads_are_told(both: Both, seen: Recorder) -> None:
    with RawServer(http(200, {}), http(200, {"id": "d-1"})) as server:
        client = both.client(base_url=server.url, observers=[seen])
        both.run(lambda: client.datasets.delete("d-0"))
        both.run(lambda: client.datasets.create(name="n", type="embed-input", data=b"text\n"))
    deleted, created = seen.of("end")
    assert (deleted.operation, deleted.model, dict(deleted.usage)) == ("datasets.delete", None, {})
    assert (deleted.tokens("input"), deleted.finish_reason, deleted.reply_id) == (None, None, None)
    assert (created.operation, created.reply_id) == ("datasets.create", "d-1")
    assert seen.of("request")[1].size == 0


def test_the_port_of_a_url_without_one_is_that_of_its_scheme(both: Both, seen: Recorder) -> None:
    for scheme in ("http", "https"):
        own = both.httpx_client(answer=lambda _: httpx.Response(200, json=REPLY))
        both.chat(both.client(base_url=f"{scheme}://api.example", httpx_client=own, observers=[seen]))
    assert [event.server_port for event in seen.of("request")] == [80, 443]


@pytest.mark.unmeasured
def test_a_hundred_calls_at_once_each_end_once() -> None:
    seen = Recorder()

    async def main(url: str) -> None:
        async with cohere_chat.AsyncClientV2(KEY, base_url=url, observers=[seen]) as client:
            await asyncio.gather(*[client.chat(**CHAT) for _ in range(100)])

    with RawServer(GOOD["chat"]) as server:
        asyncio.run(main(server.url))
        with cohere_chat.ClientV2(KEY, base_url=server.url, observers=[seen]) as client, ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda _: client.chat(**CHAT), range(100)))
    assert len(seen.of("end")) == 200
    seen.check_ends()


# ---------------------------------------------------------------- streams


def test_a_stream_tells_its_first_event_and_its_end(both: Both, seen: Recorder) -> None:
    with RawServer([*event_stream(*PIECES, x_request_id="r-9")]) as server:
        stream = both.client(base_url=server.url, observers=[seen]).chat_stream(**CHAT)
        assert not seen.told
        both.next(stream)
        assert seen.names == ["request", "first_event"]
        both.collect(stream)
    assert seen.names == ["request", "first_event", "end"]
    begun, first, ended = (event for _, event in seen.told)
    assert begun.streamed
    assert (first.status_code, first.request_id, first.attempts) == (200, "r-9", 1)
    assert 0 < first.seconds < ended.seconds
    assert (ended.outcome, ended.finish_reason, ended.reply_id) == ("ended", "COMPLETE", "r-1")
    assert (ended.tokens("output"), ended.status_code, ended.request_id) == (4, 200, "r-9")
    assert ended.size == sum(map(len, PIECES))


def test_a_stream_that_never_begins_is_an_error_after_its_retries(both: Both, seen: Recorder) -> None:
    with RawServer(BUSY) as server, pytest.raises(errors.ServiceUnavailableError):
        both.collect(both.client(base_url=server.url, max_retries=1, observers=[seen]).chat_stream(**CHAT))
    assert seen.names == ["request", "retry", "error"]
    assert (seen.last.status_code, seen.last.attempts) == (503, 2)


@pytest.mark.parametrize("ending", [RESET, CLOSE])
def test_a_stream_that_is_cut_tells_an_error(both: Both, seen: Recorder, ending: str) -> None:
    with RawServer([*HALF, ending]) as server:
        stream = both.client(base_url=server.url, observers=[seen]).chat_stream(**CHAT)
        with pytest.raises(errors.StreamInterruptedError) as caught:
            both.collect(stream)
        both.shut(stream)
    assert seen.names == ["request", "first_event", "error"]
    assert seen.last.error is caught.value
    assert (seen.last.status_code, seen.last.size) == (200, sum(map(len, PIECES[:3])))


def _left(both: Both, seen: Recorder, leave: Callable[[Any], None]) -> list[str]:
    with RawServer([*HALF, HOLD]) as server:
        stream = both.client(base_url=server.url, observers=[seen]).chat_stream(**CHAT)
        leave(stream)
        del stream
        gc.collect()
        # An event loop closes what was dropped when it runs.
        assert server.wait_open(0) if both.kind == "sync" else both.run(lambda: asyncio.to_thread(server.wait_open, 0))
    assert seen.names == ["request", "first_event", "end"]
    return [event.outcome for event in seen.of("end")]


def test_a_stream_that_is_closed_early_tells_so_at_once(both: Both, seen: Recorder) -> None:
    def leave(stream: Any) -> None:
        both.next(stream)
        for _ in range(2):
            both.shut(stream)
            assert seen.last.outcome == "closed"

    assert _left(both, seen, leave) == ["closed"]


def test_a_stream_that_is_dropped_tells_so(both: Both, seen: Recorder) -> None:
    assert _left(both, seen, both.next) == ["dropped"]


def test_a_stream_that_was_opened_and_never_read_tells_that_it_was_dropped(both: Both, seen: Recorder) -> None:
    assert _left(both, seen, both.enter) == ["dropped"]


def test_a_stream_whose_block_is_left_by_an_exception_is_closed(both: Both, seen: Recorder) -> None:
    def leave(stream: Any) -> None:
        both.enter(stream)
        both.next(stream)
        both.exit(stream, LookupError, LookupError(), None)

    assert _left(both, seen, leave) == ["closed"]


def test_a_stream_that_is_closed_while_it_begins_tells_that_it_is_closed(both: Both, seen: Recorder) -> None:
    def handler(_: httpx.Request) -> httpx.Response:
        # As another thread or task would.
        stream._state.name = "closed"
        return httpx.Response(200, headers={"content-type": "text/event-stream"}, content=b"".join(PIECES))

    own = both.httpx_client(answer=handler)
    stream = both.client(httpx_client=own, observers=[seen]).chat_stream(**CHAT)
    both.enter(stream)
    assert [event.outcome for event in seen.of("end")] == ["closed"]


def test_a_stream_whose_reader_is_cancelled_tells_an_error() -> None:
    seen = Recorder()

    async def main(server: RawServer) -> None:
        begun = asyncio.Event()

        async def read() -> None:
            async for _ in client.chat_stream(**CHAT):
                begun.set()

        async with cohere_chat.AsyncClientV2(KEY, base_url=server.url, observers=[seen]) as client:
            task = asyncio.ensure_future(read())
            await begun.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    with RawServer([*HALF, HOLD]) as server:
        asyncio.run(main(server))
    assert seen.names == ["request", "first_event", "error"]
    assert isinstance(seen.last.error, asyncio.CancelledError)


def test_a_stream_that_outlives_its_loop_tells_that_it_was_dropped() -> None:
    seen = Recorder()
    streams: list[Any] = []

    async def main(url: str) -> None:
        async with cohere_chat.AsyncClientV2(KEY, base_url=url, observers=[seen]) as client:
            streams.append(client.chat_stream(**CHAT))
            await streams[0].__aenter__()

    with RawServer([*HALF, HOLD]) as server:
        asyncio.run(main(server.url))
        assert seen.names == ["request", "first_event"]
        streams.clear()
        gc.collect()
    assert [event.outcome for event in seen.of("end")] == ["dropped"]


def test_a_stream_of_version_1_tells_its_usage(both: Both, seen: Recorder) -> None:
    reply = {"generation_id": "g-1", "text": "Hi", "meta": {"billed_units": {"input_tokens": 2.0}}}
    events = [
        {"event_type": "stream-start", "generation_id": "g-1"},
        {"event_type": "text-generation", "text": "Hi"},
        {"event_type": "stream-end", "finish_reason": "COMPLETE", "response": reply},
    ]
    wanted = Recorder(wants_bodies=True)
    with RawServer(event_stream(json_lines(*events), content_type="application/stream+json")) as server:
        client = both.client(base_url=server.url, name="Client", observers=[seen, wanted])
        both.collect(client.chat_stream(message="Hello!"))
    assert (seen.last.operation, seen.last.finish_reason, seen.last.reply_id) == ("v1.chat", "COMPLETE", "g-1")
    assert (seen.last.tokens("input"), seen.last.tokens("output")) == (2, None)
    assert json.loads(wanted.last.body)["text"] == "Hi"


@pytest.mark.off_contract
def test_what_a_server_says_in_other_types_is_not_told(both: Both, seen: Recorder) -> None:
    with RawServer(http(200, {**REPLY, "id": 7, "finish_reason": [1], "usage": {"tokens": 3}})) as server:
        both.chat(both.client(base_url=server.url, observers=[seen]))
    assert (seen.last.reply_id, seen.last.finish_reason, seen.last.tokens("input")) == (None, None, None)


def test_a_stream_whose_first_event_is_no_object_has_no_id(both: Both, seen: Recorder) -> None:
    with RawServer(event_stream(b"data: [DONE]\n\n", *PIECES)) as server:
        both.collect(both.client(base_url=server.url, observers=[seen]).chat_stream(**CHAT))
    assert (seen.last.outcome, seen.last.reply_id) == ("ended", None)


# ---------------------------------------------------------------- batches


def embedding(body: Any) -> list[Any]:
    texts = body["texts"]
    meta = {"billed_units": {"input_tokens": len(texts)}}
    return http(200, {"id": texts[0], "embeddings": {"float": [[1.0]] * len(texts)}, "meta": meta})


EMBED: dict[str, Any] = {"model": "e", "input_type": "search_document", "texts": [f"t{i}" for i in range(100)]}


def test_a_long_list_tells_each_request_and_the_whole(both: Both, seen: Recorder) -> None:
    wanted = Recorder(wants_bodies=True)
    with RawServer(embedding) as server:
        client = both.client(base_url=server.url, observers=[seen, wanted])
        both.run(lambda: client.embed(**EMBED))
        sizes = sorted(int(headers["content-length"]) for headers, _ in server.requests)
    assert (seen.told[0][0], seen.told[-1][0]) == ("on_request", "on_end")
    begun, ended = seen.told[0][1], seen.last
    assert (begun.requests, begun.whole, begun.batch, begun.size) == (2, None, None, sum(sizes))
    # Its parts show theirs.
    assert (wanted.told[0][1].body, wanted.last.body) == (None, None)
    assert (ended.call, ended.tokens("input"), ended.reply_id, ended.status_code) == (begun.call, 100, "t0, t96", 200)
    parts = seen.of("end")[:-1]
    assert {(part.whole, part.batch, part.tokens("input")) for part in parts} == {
        (begun.call, "texts[0:96]", 96),
        (begun.call, "texts[96:100]", 4),
    }
    assert ended.size == sum(part.size for part in parts)


def test_a_part_that_fails_is_an_error_of_the_whole(both: Both, seen: Recorder) -> None:
    other_ended = threading.Event()

    class Ends:
        def on_end(self, event: Event) -> None:
            other_ended.set()

    def answer(body: Any) -> Any:
        if len(body["texts"]) == 96:
            return embedding(body)
        assert other_ended.wait(30)
        return http(400, {"message": "no"})

    with RawServer(answer) as server:
        client = both.client(base_url=server.url, observers=[seen, Ends()])
        with pytest.raises(errors.BadRequestError) as caught:
            both.run(lambda: client.embed(**EMBED))
    assert [(event.error, event.whole is None) for event in seen.of("error")] == [
        (caught.value, False),
        (caught.value, True),
    ]


def test_a_short_list_is_one_call(both: Both, seen: Recorder) -> None:
    with RawServer(embedding) as server:
        client = both.client(base_url=server.url, observers=[seen])
        both.run(lambda: client.embed(**{**EMBED, "texts": ["a"]}))
    assert seen.names == ["request", "end"]
    assert (seen.last.whole, seen.last.batch) == (None, None)


# ---------------------------------------------------------------- what is shown


def test_bodies_are_shown_to_those_who_want_them_only(both: Both, seen: Recorder, method: str) -> None:
    wanted = Recorder(wants_bodies=True)
    with RawServer(GOOD[method]) as server:
        both.call(method, both.client(base_url=server.url, observers=[seen, wanted]))
        sent = server.requests[0][1]
    assert [event.body for name, event in seen.told if name != "on_first_event"] == [None, None]
    begun, ended = wanted.of("request")[0], wanted.last
    assert json.loads(begun.body) == sent
    assert json.loads(ended.body) == REPLY


def test_a_stream_that_is_cut_shows_what_has_come(both: Both) -> None:
    wanted = Recorder(wants_bodies=True)
    with RawServer([*HALF, RESET]) as server, pytest.raises(errors.StreamInterruptedError):
        both.collect(both.client(base_url=server.url, observers=[wanted]).chat_stream(**CHAT))
    assert json.loads(wanted.last.body)["message"]["content"] == [{"type": "text", "text": "Hello"}]


def _shown(event: Any) -> str:
    told = [name for name in dir(event) if not name.startswith("_")]
    return repr([event, *[str(getattr(event, name)) for name in told]])


@pytest.mark.parametrize("key", [KEY, lambda: KEY])
def test_no_event_shows_the_key(both: Both, method: str, key: Any) -> None:
    wanted = Recorder(wants_bodies=True)
    echo = {**REPLY, "echo": KEY}
    event = b'data: {"type": "debug", "echo": "%s"}\n\n' % KEY.encode()
    good = {
        "chat": http(200, echo, x_request_id=KEY),
        "chat_stream": event_stream(PIECES[0], event, *PIECES[1:], x_request_id=KEY),
    }
    with RawServer(http(503, {"message": KEY}, x_request_id=KEY), good[method], http(400, KEY.encode())) as server:
        client = both.client(key, base_url=server.url, observers=[wanted])
        both.call(method, client)
        with pytest.raises(errors.BadRequestError):
            both.call(method, client)
        assert server.requests[0][0]["authorization"] == f"Bearer {KEY}"
    assert {"on_request", "on_retry", "on_end", "on_error"} <= {name for name, _ in wanted.told}
    assert not [event for _, event in wanted.told if KEY in _shown(event)]


def test_a_prompt_that_holds_the_key_is_shown_without_it(both: Both) -> None:
    wanted = Recorder(wants_bodies=True)
    with RawServer(GOOD["chat"]) as server:
        client = both.client(KEY, base_url=server.url, observers=[wanted])
        both.chat(client, messages=[{"role": "user", "content": f"My key is {KEY}"}])
    assert "My key is ***" in wanted.told[0][1].body


def test_an_event_cannot_be_changed(both: Both, seen: Recorder) -> None:
    with RawServer(BUSY, WHOLE) as server:
        both.collect(both.client(base_url=server.url, observers=[seen]).chat_stream(**CHAT))
    for _, event in seen.told:
        for name in ("operation", "seconds", "of_my_own"):
            with pytest.raises(AttributeError):
                setattr(event, name, 1)


# ---------------------------------------------------------------- which observers


def test_an_observer_that_fails_harms_nobody(
    both: Both, seen: Recorder, caplog: pytest.LogCaptureFixture, method: str
) -> None:
    class Failing:
        def on_request(self, event: Event) -> None:
            raise LookupError("mine")

        on_end = on_first_event = on_request

    with RawServer(GOOD[method]) as server:
        both.call(method, both.client(base_url=server.url, observers=[Failing(), seen]))
    assert "Failing.on_request() failed" in caplog.messages
    assert {record.name for record in caplog.records if record.levelno == logging.ERROR} == {"cohere_chat"}
    assert seen.names[-1] == "end"


def test_clients_made_of_a_client_keep_its_observers(both: Both, seen: Recorder) -> None:
    with RawServer(GOOD["chat"]) as server:
        client = both.client(base_url=server.url, observers=[seen], name="Client")
        both.chat(client.v2.with_options(timeout=5))
        raw = both.run(lambda: client.v2.with_raw_response.chat(**CHAT))
    assert raw.status_code == 200
    assert seen.names == ["request", "end"] * 2


def test_any_of_the_methods_will_do(both: Both) -> None:
    class Ends(Observer):
        count = 0

        def on_end(self, event: Event) -> None:
            self.count += 1

    class Plain:
        count = 0

        def on_end(self, event: Event) -> None:
            self.count += 1

    ends, plain = Ends(), Plain()
    with RawServer(BUSY, GOOD["chat_stream"], BUSY, http(400)) as server:
        client = both.client(base_url=server.url, observers=iter([ends, plain]))
        both.collect(client.chat_stream(**CHAT))
        with pytest.raises(errors.BadRequestError):
            both.chat(client)
    assert ends.count == plain.count == 1


class NoObserver:
    def on_requests(self) -> None: ...


class AsyncObserver:
    async def on_end(self, event: Event) -> None: ...


@pytest.mark.parametrize(
    ("given", "match"),
    [
        (Recorder(), "observers must be a list of objects, not Recorder"),
        ("on_end", "observers must be a list of objects, not str"),
        ({"on_end": print}, "observers must be a list of objects, not dict"),
        ([Recorder], "observers must hold objects, not the class Recorder itself"),
        ([NoObserver()], "NoObserver is not an observer: it has none of on_request, on_retry, .*on_tool"),
        ([AsyncObserver()], r"AsyncObserver.on_end\(\) must not be asynchronous"),
    ],
)
def test_what_is_no_observer_is_refused(both: Both, given: Any, match: str) -> None:
    with pytest.raises(TypeError, match=match):
        both.client(observers=given)


def test_observers_of_all_clients_look_on_at_those_that_are_there_already(both: Both, seen: Recorder) -> None:
    with RawServer(GOOD["chat"]) as server:
        client = both.client(base_url=server.url)
        observe_all(seen)
        try:
            both.chat(client)
        finally:
            stop_observing_all(seen)
        both.chat(client)
    assert seen.names == ["request", "end"]


def test_without_observers_nothing_of_them_is_loaded() -> None:
    code = f"""
import sys, cohere_chat
with cohere_chat.ClientV2("k", base_url=sys.argv[1]) as client:
    client.chat(**{CHAT})
    list(client.chat_stream(**{CHAT}))
print(*sorted(name for name in sys.modules if name in ("cohere_chat._watch", "cohere_chat.observe")))
"""
    with RawServer(GOOD["chat"], GOOD["chat_stream"]) as server:
        command = [sys.executable, "-c", code, server.url]
        assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "\n"


# ---------------------------------------------------------------- CO_LOG


@pytest.fixture
def log() -> Iterator[logging.Logger]:
    """The package's logger, which is afterwards as it was."""
    package = logging.getLogger("cohere_chat")
    handlers, level = package.handlers[:], package.level
    yield package
    package.handlers[:] = handlers
    package.setLevel(level)


def test_co_log_info_prints_how_calls_end(
    both: Both, log: logging.Logger, monkeypatch: pytest.MonkeyPatch, capfd: Any
) -> None:
    monkeypatch.setenv("CO_LOG", " Info ")
    # As in a program that has set up no logging; pytest has.
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    with RawServer(BUSY, http(200, REPLY, x_request_id="r-7"), http(400, {"message": "no"})) as server:
        client = both.client(KEY, base_url=server.url)
        # A second one adds no second handler.
        both.client(KEY, base_url=server.url)
        both.chat(client)
        with pytest.raises(errors.BadRequestError):
            both.chat(client)
    out, lines = capfd.readouterr()
    retried, ended, failed = lines.splitlines()
    assert not out
    assert "cohere_chat INFO retry 1 of 2 in " in retried
    assert f"v2.chat {CHAT['model']}: replied with 200 in " in ended
    assert ended.endswith(f" s, {len(json.dumps(REPLY))} bytes, 3 tokens in, 4 out, request r-7")
    assert "BadRequestError: 400: no" in failed
    assert KEY not in lines


def test_co_log_debug_prints_bodies_without_the_key(
    both: Both, log: logging.Logger, monkeypatch: pytest.MonkeyPatch, capfd: Any, method: str
) -> None:
    monkeypatch.setenv("CO_LOG", "debug")
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    echo = http(200, {**REPLY, "echo": KEY})
    with RawServer(echo if method == "chat" else GOOD[method]) as server:
        client = both.client(KEY, base_url=server.url)
        both.call(method, client)
    lines = capfd.readouterr().err
    assert '"content":"Hello!"' in lines
    assert "Hello wörld!" in lines or "Hello w\\u00f6rld!" in lines
    assert KEY not in lines


def test_co_log_leaves_the_handlers_of_the_program_alone(
    both: Both, log: logging.Logger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CO_LOG", "debug")
    monkeypatch.setattr(logging.getLogger(), "handlers", [logging.StreamHandler()])
    before = log.handlers[:]
    both.client()
    assert log.handlers == before
    assert log.level == logging.DEBUG


def test_another_value_of_co_log_is_refused(both: Both, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CO_LOG", "loud")
    with pytest.raises(errors.ConfigurationError, match="CO_LOG must be info or debug, not 'loud'"):
        both.client()


def test_co_log_that_is_blank_counts_as_not_set(both: Both, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CO_LOG", " ")
    assert not both.client()._core.settings.observers


# ---------------------------------------------------------------- tools


def add(a: int, b: int) -> int:
    """Add."""
    return a + b


def fail(why: str) -> str:
    """Fail."""
    raise cohere_chat.ToolError(why)


@pytest.mark.parametrize("most", [1, 4])
@pytest.mark.parametrize("method", ["run_tools", "run_tools_stream"])
def test_each_call_of_a_function_is_told(
    both: Both, cohere_emulator: Emulator, seen: Recorder, method: str, most: int
) -> None:
    wanted = Recorder(wants_bodies=True)
    cohere_emulator.reply_with(asks(("add", {"a": 1, "b": 2}), ("fail", {"why": "tired"}), ("add", {"a": "one"})))
    cohere_emulator.reply_with(ANSWER)
    client = both.client(base_url=cohere_emulator.url, observers=[seen, wanted])
    both.run(getattr(client, method)(**CHAT, tools=[add, fail], max_parallel_calls=most).finish)
    # The call with wrong arguments is not made.
    told = {event.name: event for event in seen.of("tool")}
    assert told.keys() == {"add", "fail"}
    assert (told["add"].call_id, told["add"].error) == ("call-0", None)
    assert isinstance(told["fail"].error, cohere_chat.ToolError)
    assert all(event.seconds >= 0 for event in told.values())
    assert (told["add"].arguments, told["add"].result) == (None, None)
    shown = {event.name: event for event in wanted.of("tool")}
    assert (shown["add"].arguments, shown["add"].result) == ({"a": 1, "b": 2}, 3)
    assert repr(shown["add"]) == "<ToolEvent add>"
    assert seen.names.count("end") == 2


def test_a_function_that_takes_too_long_is_told_as_a_timeout(
    both: Both, cohere_emulator: Emulator, seen: Recorder
) -> None:
    released = threading.Event()

    def wait() -> str:
        """Wait."""
        released.wait(30)
        return "late"

    cohere_emulator.reply_with(asks(("wait", {})))
    cohere_emulator.reply_with(ANSWER)
    client = both.client(base_url=cohere_emulator.url, observers=[seen])
    try:
        both.run(client.run_tools(**CHAT, tools=[wait], tool_timeout=0.01).finish)
    finally:
        released.set()
    (ended,) = seen.of("tool")
    assert isinstance(ended.error, TimeoutError)


@pytest.mark.parametrize("timeout", [None, 30])
def test_an_interrupted_run_ends_its_calls_of_functions(
    both: Both, cohere_emulator: Emulator, seen: Recorder, timeout: float | None
) -> None:
    def stop() -> str:
        """Stop."""
        raise KeyboardInterrupt

    async def async_stop() -> str:
        """Stop."""
        raise asyncio.CancelledError

    function = stop if both.kind == "sync" else async_stop
    cohere_emulator.reply_with(asks((function.__name__, {})))
    client = both.client(base_url=cohere_emulator.url, observers=[seen])
    run = client.run_tools(**CHAT, tools=[function], tool_timeout=timeout)
    with pytest.raises((KeyboardInterrupt, cohere_chat.ToolRunError)):
        both.run(run.finish)
    (ended,) = seen.of("tool")
    assert isinstance(ended.error, KeyboardInterrupt | asyncio.CancelledError)


def test_calls_of_functions_that_are_left_to_themselves_have_ended() -> None:
    """As when an interrupt comes while the run waits for them."""
    released = threading.Event()
    ended: list[Outcome] = []

    def watch(call: Any) -> Callable[[Outcome], object]:
        if call is calls[1]:
            raise KeyboardInterrupt
        return ended.append

    calls: list[Any] = [SimpleNamespace(make=lambda: released.wait(30)) for _ in range(2)]
    try:
        with pytest.raises(KeyboardInterrupt):
            make_calls(calls, 2, None, watch)
    finally:
        released.set()
    assert [type(outcome.error) for outcome in ended] == [KeyboardInterrupt]
