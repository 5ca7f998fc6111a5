"""Requirements 5 to 8: what is tried again, how long things take, and who may interrupt them."""

from __future__ import annotations

import asyncio
import os
import signal
import ssl
import time
from collections.abc import Callable, Iterator
from email.utils import formatdate
from typing import Any

import cohere_chat
import httpx
import pytest
from cohere_chat import RetryPolicy, errors
from cohere_chat._async import body as async_body
from cohere_chat._sync import body
from faults import BEGUN, BUSY, EVENTS, GOOD, PIECES, Call, Serve, calls
from rawserver import CLOSE, HOLD, RESET, RawServer, drip, event_stream, http
from support import CHAT, Both

# 5. What may heal is tried again, at most max_retries times; a stream until its first event was delivered.

MAY_HEAL: dict[str, Any] = {
    **{str(status): http(status, {}) for status in (408, 409, 429, 500, 502, 503, 504, 529)},
    "closed": [CLOSE],
    "reset": [RESET],
    "reset in the headers": [b"HTTP/1.1 200 OK\r\nconte", RESET],
}


@pytest.mark.parametrize("failure", MAY_HEAL.values(), ids=MAY_HEAL)
def test_05_what_may_heal_is_tried_again(both: Both, serve: Serve, call: Call, method: str, failure: Any) -> None:
    server = serve(failure, failure, GOOD[method])
    assert call(both.client(base_url=server.url))
    assert len(server.requests) == 3
    assert len(both.waits) == 2


@pytest.mark.parametrize("status", [300, 307, 400, 401, 403, 404, 405, 413, 422, 498, 499, 501, 505])
def test_05_other_statuses_are_final(both: Both, call: Call, status: int) -> None:
    with RawServer(http(status, {}, retry_after="0")) as server:
        with pytest.raises(errors.ApiError):
            call(both.client(base_url=server.url))
        assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("of_client", "of_request", "expected"),
    [(None, None, 3), (0, None, 1), (4, None, 5), (4, 1, 2), (0, 1, 2), (1, 0, 1)],
)
def test_05_max_retries_of_the_client_and_the_request(
    both: Both, call: Call, of_client: int | None, of_request: int | None, expected: int
) -> None:
    options = {} if of_client is None else {"max_retries": of_client}
    with RawServer(BUSY) as server:
        with pytest.raises(errors.ServiceUnavailableError):
            call(both.client(base_url=server.url, **options), max_retries=of_request)
        assert len(server.requests) == expected


UNBEGUN: dict[str, list[Any]] = {
    "nothing": [],
    "a comment": [b": wait\n\n"],
    "a blank event": [b"event: ping\n\n"],
    "half an event": [PIECES[0][:-2]],
}


@pytest.mark.parametrize("pieces", UNBEGUN.values(), ids=UNBEGUN)
@pytest.mark.parametrize("ending", [CLOSE, RESET, b"0\r\n\r\n"])
def test_05_a_stream_that_is_cut_before_its_first_event_is_tried_again(
    both: Both, serve: Serve, pieces: list[bytes], ending: Any
) -> None:
    server = serve([*event_stream(*pieces, end=False), ending], GOOD["chat_stream"])
    events = both.collect(both.client(base_url=server.url).chat_stream(**CHAT))
    assert [event.to_dict() for event in events] == EVENTS
    assert len(server.requests) == 2


@pytest.mark.parametrize("ending", [CLOSE, RESET, b"0\r\n\r\n"])
def test_05_a_stream_that_is_cut_after_its_first_event_is_not(both: Both, serve: Serve, ending: Any) -> None:
    server = serve([*event_stream(PIECES[0], end=False), ending], GOOD["chat_stream"])
    events: list[Any] = []
    with pytest.raises(errors.StreamInterruptedError) as caught:
        both.collect(both.client(base_url=server.url).chat_stream(**CHAT), events)
    assert not caught.value.transient
    assert [event.to_dict() for event in events] == EVENTS[:1]
    assert len(server.requests) == 1


def test_05_a_reply_that_breaks_off_is_not_asked_for_again(both: Both, serve: Serve) -> None:
    """It was made, and is billed."""
    server = serve([*BEGUN["chat"], RESET], GOOD["chat"])
    with pytest.raises(errors.ApiConnectionError, match=r"the response of .* was cut"):
        both.chat(both.client(base_url=server.url, retry_policy=RetryPolicy(retry_read_timeout=True)))
    assert len(server.requests) == 1


def test_05_a_connection_that_died_while_idle_costs_one_attempt(
    both: Both, serve: Serve, call: Call, method: str
) -> None:
    server = serve([*GOOD[method], CLOSE], GOOD[method])
    client = both.client(base_url=server.url)
    call(client)
    assert server.wait_open(0)
    call(client)
    assert len(server.requests) == 2
    assert server.connections == 2


# 6. Backoff: exponential, with jitter, and as the server asks within reason.


def test_06_waits_double_and_vary(both: Both, call: Call) -> None:
    seen = []
    with RawServer(BUSY) as server:
        for _ in range(8):
            with pytest.raises(errors.ServiceUnavailableError):
                call(both.client(base_url=server.url, max_retries=6))
            seen.append(both.waits)
    for number, waits in enumerate(zip(*seen, strict=True)):
        longest = min(0.5 * 2**number, 8.0)
        assert all(longest / 2 <= wait <= longest for wait in waits)
        assert len(set(waits)) > 1


WAITS: dict[str, tuple[dict[str, str], float]] = {
    "seconds": ({"retry_after": "7"}, 7),
    "no time": ({"retry_after": "0"}, 0),
    "milliseconds": ({"retry_after_ms": "1500", "retry_after": "9"}, 1.5),
    "reset": ({"x_ratelimit_reset": "12"}, 12),
    "a date long ago": ({"retry_after": "Tue, 01 Jan 2030 00:00:00 GMT".replace("2030", "1999")}, 0),
}


@pytest.mark.parametrize(("headers", "seconds"), WAITS.values(), ids=WAITS)
def test_06_the_server_says_how_long(
    both: Both, call: Call, method: str, headers: dict[str, str], seconds: float
) -> None:
    with RawServer(http(429, {}, **headers), GOOD[method]) as server:
        call(both.client(base_url=server.url))
    assert both.waits == [seconds]


def test_06_the_server_says_when(both: Both, call: Call, method: str) -> None:
    with RawServer(http(429, {}, retry_after=formatdate(time.time() + 30, usegmt=True)), GOOD[method]) as server:
        call(both.client(base_url=server.url))
    assert 20 < both.waits[0] <= 30


@pytest.mark.parametrize(
    "value", ["soon", "-5", "1e3", "1_0", "0x10", "\u0663", "inf", "nan", "5, 9", "Fri, 99 Foo 2027", "1" * 400, ""]
)
def test_06_malformed_waits_are_ignored(both: Both, call: Call, method: str, value: str) -> None:
    headers = dict.fromkeys(("retry_after", "retry_after_ms", "x_ratelimit_reset"), value)
    with RawServer(http(429, {}, **headers), GOOD[method]) as server:
        call(both.client(base_url=server.url))
    assert 0.25 <= both.waits[0] <= 0.5


@pytest.mark.parametrize("value", ["61", "99999999", formatdate(4e9, usegmt=True)])
def test_06_absurd_waits_are_left_to_the_caller(both: Both, call: Call, value: str) -> None:
    with RawServer(http(429, {}, retry_after=value)) as server:
        with pytest.raises(errors.TooManyRequestsError) as caught:
            call(both.client(base_url=server.url))
        assert caught.value.retry_after is not None
        assert caught.value.retry_after > 60
        assert len(server.requests) == 1


def test_06_a_wrong_certificate_does_not_heal(both: Both, call: Call, tls: ssl.SSLContext) -> None:
    with RawServer(GOOD["chat"], tls=tls) as server:
        with pytest.raises(errors.ApiConnectionError, match="certificate") as caught:
            call(both.client(base_url=server.url))
        assert not caught.value.transient
        assert server.connections == 1
    assert both.waits == []


def test_06_each_attempt_reads_the_key_again_and_sends_the_same_body(both: Both, call: Call, method: str) -> None:
    keys = iter(["key-one", "key-two", "key-three"])
    with RawServer(BUSY, [RESET], GOOD[method]) as server:
        call(both.client(lambda: next(keys), base_url=server.url))
    assert [headers["authorization"] for headers, _ in server.requests] == [
        "Bearer key-one",
        "Bearer key-two",
        "Bearer key-three",
    ]
    assert server.requests[0][1] == server.requests[1][1] == server.requests[2][1]


def test_06_an_iterator_survives_a_retry(both: Both) -> None:
    with RawServer(BUSY, GOOD["chat"]) as server:
        both.chat(both.client(base_url=server.url), messages=iter(CHAT["messages"]))
    assert [body["messages"] for _, body in server.requests] == [CHAT["messages"]] * 2


@pytest.mark.parametrize("wrong", [-1, float("nan"), float("inf"), "1", True])
@pytest.mark.parametrize("name", ["initial_delay", "max_delay", "jitter", "max_server_delay"])
def test_06_a_policy_that_makes_no_sense_is_refused(name: str, wrong: Any) -> None:
    with pytest.raises((TypeError, ValueError), match=name):
        RetryPolicy(**{name: wrong})


@pytest.mark.parametrize("method", ["chat", "chat_stream"])
@pytest.mark.parametrize("answer", [[HOLD], [b"HTTP/1.1 200 OK\r\n", HOLD], http(429, {}, retry_after="60")])
def test_06_the_event_loop_is_never_blocked(method: str, answer: Any) -> None:
    both = Both("async")
    with RawServer(answer) as server:
        client = cohere_chat.AsyncClientV2("k", base_url=server.url)

        async def main() -> None:
            task = asyncio.ensure_future(calls_async(client, method))
            # Turns of the loop that would stand still with it.
            for _ in range(1000):
                await asyncio.sleep(0)
            assert not task.done()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            await client.aclose()

        both.run(main)
    both.close()


async def calls_async(client: Any, method: str) -> Any:
    if method == "chat":
        return await client.chat(**CHAT)
    return [event async for event in client.chat_stream(**CHAT)]


# 7. A timeout holds on every attempt and in every phase; a live stream is not cut by it.

HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n"
SLOW: dict[str, Any] = {
    "nothing": [HOLD],
    "half of the headers": [HEAD[:20], HOLD],
    "headers that drip": [*drip(HEAD, 0.005), HOLD],
    "a body that stalls": [HEAD + b"{", HOLD],
    # These go on for ten seconds, and end as a cut, which is another error.
    "a body that drips": [HEAD, *drip(b" " * 1000), CLOSE],
    "a body that drips in chunks": [
        HEAD.replace(b"content-length: 100000", b"transfer-encoding: chunked"),
        *drip(b"1\r\n \r\n" * 200),
        CLOSE,
    ],
}


@pytest.mark.parametrize("answer", SLOW.values(), ids=SLOW)
def test_07_a_timeout_is_a_deadline_for_chat(both: Both, serve: Serve, answer: Any) -> None:
    server = serve(GOOD["chat"], answer)
    client = both.client(base_url=server.url)
    # Connected before, so that the time is that of reading, however busy the machine.
    both.chat(client)
    with pytest.raises(errors.ApiTimeoutError) as caught:
        both.chat(client, request_options={"timeout": 0.2})
    assert caught.value.phase == "read"
    assert server.wait_open(0)
    assert len(server.requests) == 2


@pytest.mark.parametrize(("method", "status"), [("chat", 400), ("chat_stream", 400), ("chat_stream", 200)])
def test_07_an_error_page_that_drips_is_cut_short(
    both: Both, serve: Serve, call: Call, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The page's own limit is over at once: that of the call would run while it connects, too, however long that takes.
    monkeypatch.setattr(body if both.kind == "sync" else async_body, "_MAX_PAGE_SECONDS", 0.0)
    head = f"HTTP/1.1 {status} X\r\ncontent-type: text/html\r\ncontent-length: 100000\r\n\r\n".encode()
    # It would never end.
    server = serve([head, b"<", HOLD])
    expected = errors.InvalidResponseError if status == 200 else errors.BadRequestError
    with pytest.raises(expected) as caught:
        call(both.client(base_url=server.url))
    assert caught.value.body in ("<", "")
    assert server.wait_open(0)


def test_07_it_holds_on_every_attempt(both: Both, call: Call) -> None:
    with RawServer([HOLD]) as server:
        policy = RetryPolicy(retry_read_timeout=True)
        with pytest.raises(errors.ApiTimeoutError):
            call(both.client(base_url=server.url, timeout=0.05, retry_policy=policy))
        assert len(server.requests) == 3


@pytest.mark.parametrize("name", ["timeout", "timeout_in_seconds"])
@pytest.mark.parametrize("value", [0.05, httpx.Timeout(0.05)])
def test_07_the_request_goes_before_the_client(both: Both, call: Call, name: str, value: Any) -> None:
    with RawServer([HOLD]) as server, pytest.raises(errors.ApiTimeoutError):
        call(both.client(base_url=server.url, timeout=50), **{name: value})


def test_07_a_live_stream_is_not_cut_by_it(both: Both, serve: Serve) -> None:
    # Each pause is far below the limit, all of them are above it.
    pieces = [step for piece in PIECES for step in (piece, 0.2)]
    stream = both.client(base_url=serve(event_stream(*pieces)).url, timeout=1.0).chat_stream(**CHAT)
    assert len(both.collect(stream)) == len(PIECES)


def test_07_a_stream_that_stalls_is(both: Both, serve: Serve) -> None:
    server = serve([*BEGUN["chat_stream"], HOLD])
    events: list[Any] = []
    with pytest.raises(errors.StreamTimeoutError) as caught:
        both.collect(both.client(base_url=server.url, timeout=0.5).chat_stream(**CHAT), events)
    assert len(events) == 3
    assert isinstance(caught.value, errors.ApiTimeoutError)


@pytest.mark.parametrize("wrong", [0, -1, float("nan"), float("inf"), 10**400, 3e6, "5", True, httpx.Timeout(0)])
def test_07_a_timeout_that_cannot_be_kept_is_refused(both: Both, wrong: Any) -> None:
    for build in (lambda: both.client(timeout=wrong), lambda: calls(both)["chat"](both.client(), timeout=wrong)):
        with pytest.raises((TypeError, ValueError), match="timeout"):
            build()


# 8. KeyboardInterrupt and cancellation get through at once, are not retried, and give the connection back.

WAITING: dict[str, Any] = {
    "for the headers": [HOLD],
    "in the headers": [HEAD[:20], HOLD],
    "in the body": [HEAD, HOLD],
    "in an error page": [HEAD.replace(b"200 OK", b"500 NO"), HOLD],
    "in a stream": [*BEGUN["chat_stream"], HOLD],
    "before its first event": [*event_stream(b": hi\n\n", end=False), HOLD],
}


class Interrupting(RawServer):
    """Interrupts the client when that waits."""

    interrupt: Callable[[], Any]

    def _send(self, connection: Any, content: bytes) -> None:
        if content == b"interrupt":
            self.interrupt()
        else:
            super()._send(connection, content)

    @staticmethod
    def steps(answer: list[Any]) -> list[Any]:
        # The pause lets the client read what there is.
        return [*answer[:-1], 0.03, b"interrupt", HOLD]


@pytest.fixture
def _python_handles_interrupts() -> Iterator[None]:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_08_a_task_that_is_cancelled_while_it_closes_a_stream_gives_the_connection_back(serve: Serve) -> None:
    server = serve([*event_stream(*PIECES[:3], end=False), HOLD])

    async def main() -> None:
        async with cohere_chat.AsyncClientV2("k", base_url=server.url) as client:
            for turns in range(8):
                stream = client.chat_stream(**CHAT)
                await anext(stream)
                closing = asyncio.ensure_future(stream.aclose())
                for _ in range(turns):
                    await asyncio.sleep(0)
                closing.cancel()
                await asyncio.gather(closing, return_exceptions=True)
                # Never begun, or by now on its way.
                await stream.aclose()
            assert await asyncio.to_thread(server.wait_open, 0)

    asyncio.run(main())


@pytest.mark.usefixtures("_python_handles_interrupts", "_trust")
@pytest.mark.parametrize("answer", WAITING.values(), ids=WAITING)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_08_a_keyboard_interrupt_gets_through(method: str, tls: ssl.SSLContext, answer: Any, scheme: str) -> None:
    both = Both("sync")
    steps = Interrupting.steps(answer)
    with Interrupting(steps, GOOD[method], tls=tls if scheme == "https" else None) as server:
        server.interrupt = lambda: os.kill(os.getpid(), signal.SIGINT)
        client = both.client(base_url=server.url)
        with pytest.raises(KeyboardInterrupt):
            calls(both)[method](client)
        assert server.wait_open(0)
        assert len(server.requests) == 1
        assert calls(both)[method](client)
        assert server.connections == 2
    both.close()


@pytest.mark.usefixtures("_trust")
@pytest.mark.parametrize("answer", WAITING.values(), ids=WAITING)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_08_a_cancelled_task_ends_at_once(method: str, tls: ssl.SSLContext, answer: Any, scheme: str) -> None:
    async def main(server: Interrupting) -> None:
        async with cohere_chat.AsyncClientV2("k", base_url=server.url) as client:
            task = asyncio.create_task(calls_async(client, method))
            loop = asyncio.get_running_loop()
            server.interrupt = lambda: loop.call_soon_threadsafe(task.cancel)
            with pytest.raises(asyncio.CancelledError):
                await task
            assert await asyncio.to_thread(server.wait_open, 0)
            assert len(server.requests) == 1
            assert await calls_async(client, method)
            assert server.connections == 2

    steps = Interrupting.steps(answer)
    with Interrupting(steps, GOOD[method], tls=tls if scheme == "https" else None) as server:
        asyncio.run(main(server))


class Stopped(BaseException):
    """What no handler of exceptions expects, as KeyboardInterrupt and CancelledError are."""


def test_08_an_interrupted_wait_between_attempts_ends_the_call(both: Both, call: Call) -> None:
    def interrupt(_: float) -> Any:
        raise Stopped

    with RawServer(BUSY) as server:
        client = both.client(base_url=server.url)
        client._core.sleep = interrupt
        with pytest.raises(Stopped):
            call(client)
        assert len(server.requests) == 1


def test_08_a_caller_s_own_time_limit_is_not_taken_for_ours(serve: Serve, method: str) -> None:
    server = serve([HOLD])

    async def limited(client: cohere_chat.AsyncClientV2) -> None:
        async with asyncio.timeout(None) as limit:
            # Once the request is there: httpcore loses a connection whose call ends just before it is sent.
            waiting = asyncio.ensure_future(asyncio.to_thread(server.wait_requests, 1))
            waiting.add_done_callback(lambda _: limit.reschedule(0))
            await calls_async(client, method)

    async def main() -> None:
        async with cohere_chat.AsyncClientV2("k", base_url=server.url) as client:
            with pytest.raises(TimeoutError):
                await limited(client)
            assert await asyncio.to_thread(server.wait_open, 0)

    asyncio.run(main())
