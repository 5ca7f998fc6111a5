"""Timeouts, deadlines, KeyboardInterrupt and cancellation: how long a call may take, and who may end it."""

from __future__ import annotations

import asyncio
import math
import os
import signal
import ssl
import threading
from collections.abc import Callable, Iterator
from queue import SimpleQueue
from typing import Any

import cohere_chat
import pytest
from cohere_chat import RetryPolicy, _deadline, errors
from cohere_chat._async import body as async_body
from cohere_chat._httpx import httpx
from cohere_chat._sync import body
from rawserver import CLOSE, HOLD, RawServer, drip, event_stream, http
from streams import BEGUN, BUSY, GOOD, PIECES, Call, Serve
from support import CHAT, Both

# Timeouts


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
def test_a_timeout_is_a_deadline_for_chat(both: Both, serve: Serve, answer: Any) -> None:
    server = serve(GOOD["chat"], answer)
    client = both.client(base_url=server.url)
    # Connected before, so that the time is that of reading, however busy the machine.
    both.chat(client)
    with pytest.raises(errors.ApiTimeoutError) as caught:
        both.chat(client, request_options={"timeout": 0.2})
    assert caught.value.phase == "read"
    assert server.wait_open(0)
    assert len(server.requests) == 2


@pytest.mark.parametrize("page", [[b"<"], []], ids=["drips", "does not begin"])
@pytest.mark.parametrize(("method", "status"), [("chat", 400), ("chat_stream", 400), ("chat_stream", 200)])
@pytest.mark.unmeasured
def test_an_error_page_that_does_not_come_is_cut_short(
    both: Both, serve: Serve, call: Call, status: int, page: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The page's own limit is over at once: that of the call would run while it connects, too, however long that takes.
    monkeypatch.setattr(body if both.kind == "sync" else async_body, "_MAX_PAGE_SECONDS", 0.0)
    head = f"HTTP/1.1 {status} X\r\ncontent-type: text/html\r\ncontent-length: 100000\r\n\r\n".encode()
    # It would never end.
    server = serve([head, *page, HOLD])
    with pytest.raises(errors.InvalidResponseError if status == 200 else errors.BadRequestError) as caught:
        call(both.client(base_url=server.url))
    assert caught.value.body in ("<", "")
    assert server.wait_open(0)


def test_the_timeout_holds_for_each_attempt(both: Both, call: Call) -> None:
    with RawServer([HOLD]) as server:
        policy = RetryPolicy(retry_read_timeout=True)
        with pytest.raises(errors.ApiTimeoutError) as caught:
            call(both.client(base_url=server.url, timeout=0.05, retry_policy=policy))
    # On a busy machine not each of them comes so far as to send its request.
    assert caught.value.attempts == 3


@pytest.mark.parametrize("name", ["timeout", "timeout_in_seconds"])
@pytest.mark.parametrize("value", [0.05, httpx.Timeout(0.05)])
def test_the_timeout_of_a_call_overrides_that_of_the_client(both: Both, call: Call, name: str, value: Any) -> None:
    with RawServer([HOLD]) as server, pytest.raises(errors.ApiTimeoutError):
        call(both.client(base_url=server.url, timeout=50), **{name: value})


def test_the_timeout_does_not_cut_a_live_stream(both: Both) -> None:
    # Each pause is far below the limit, all of them are above it.
    pieces = [step for piece in PIECES for step in (piece, 0.2)]
    with RawServer(event_stream(*pieces)) as server:
        stream = both.client(base_url=server.url, timeout=1.0).chat_stream(**CHAT)
        assert len(both.collect(stream)) == len(PIECES)


def test_the_timeout_ends_a_stream_that_stalls(both: Both, serve: Serve) -> None:
    server = serve([*BEGUN["chat_stream"], HOLD])
    events: list[Any] = []
    with pytest.raises(errors.StreamTimeoutError) as caught:
        both.collect(both.client(base_url=server.url, timeout=2.0).chat_stream(**CHAT), events)
    assert len(events) == 3
    assert isinstance(caught.value, errors.ApiTimeoutError)


def test_a_deadline_that_has_passed_is_a_read_timeout() -> None:
    assert _deadline.after(None) == math.inf
    _deadline.check(_deadline.after(60))
    with pytest.raises(httpx.ReadTimeout, match="the deadline has passed"):
        _deadline.check(_deadline.after(-1))


def test_a_task_ends_at_its_deadline() -> None:
    async def main() -> None:
        async with _deadline.async_within(_deadline.after(-1)):
            await asyncio.Event().wait()

    with pytest.raises(httpx.ReadTimeout, match="the deadline has passed"):
        asyncio.run(main())


def test_another_time_limit_is_passed_on() -> None:
    async def main() -> None:
        async with _deadline.async_within(_deadline.after(60)):
            raise TimeoutError("of the caller's own")

    with pytest.raises(TimeoutError, match="of the caller's own"):
        asyncio.run(main())


# Interrupts


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


async def call_async(client: Any, method: str) -> Any:
    if method == "chat":
        return await client.chat(**CHAT)
    return [event async for event in client.chat_stream(**CHAT)]


@pytest.mark.usefixtures("_python_handles_interrupts", "_trust")
@pytest.mark.parametrize("answer", WAITING.values(), ids=WAITING)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_keyboard_interrupt_gets_through(method: str, tls: ssl.SSLContext, answer: Any, scheme: str) -> None:
    both = Both("sync")
    steps = Interrupting.steps(answer)
    with Interrupting(steps, GOOD[method], tls=tls if scheme == "https" else None) as server:
        server.interrupt = lambda: os.kill(os.getpid(), signal.SIGINT)
        client = both.client(base_url=server.url)
        with pytest.raises(KeyboardInterrupt):
            both.call(method, client)
        assert server.wait_open(0)
        assert len(server.requests) == 1
        assert both.call(method, client)
        assert server.connections == 2
    both.close()


@pytest.mark.usefixtures("_python_handles_interrupts")
def test_a_keyboard_interrupt_does_not_wait_for_the_batches_of_a_list() -> None:
    is_over, waited = threading.Event(), SimpleQueue[bool]()

    def interrupt(body: Any) -> list[Any]:
        if body["texts"][0] == "text 0":
            os.kill(os.getpid(), signal.SIGINT)
        waited.put(not is_over.wait(5))
        return http(400)

    # What is abandoned must not go on in later tests.
    with RawServer(interrupt) as server, cohere_chat.ClientV2("k", base_url=server.url, max_retries=0) as client:
        with pytest.raises(KeyboardInterrupt):
            client.embed(model="m", input_type="clustering", texts=[f"text {number}" for number in range(97)])
        is_over.set()
        assert not waited.get(timeout=10)


@pytest.mark.usefixtures("_trust")
@pytest.mark.parametrize("answer", WAITING.values(), ids=WAITING)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_cancelled_task_ends_at_once(method: str, tls: ssl.SSLContext, answer: Any, scheme: str) -> None:
    async def main(server: Interrupting) -> None:
        async with cohere_chat.AsyncClientV2("k", base_url=server.url) as client:
            task = asyncio.create_task(call_async(client, method))
            loop = asyncio.get_running_loop()
            server.interrupt = lambda: loop.call_soon_threadsafe(task.cancel)
            with pytest.raises(asyncio.CancelledError):
                await task
            assert await asyncio.to_thread(server.wait_open, 0)
            assert len(server.requests) == 1
            assert await call_async(client, method)
            assert server.connections == 2

    steps = Interrupting.steps(answer)
    with Interrupting(steps, GOOD[method], tls=tls if scheme == "https" else None) as server:
        asyncio.run(main(server))


def test_a_stream_whose_closing_is_cancelled_frees_its_connection(serve: Serve) -> None:
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


class Stopped(BaseException):
    """What no handler of exceptions expects, as KeyboardInterrupt and CancelledError are."""


def test_an_interrupted_wait_between_attempts_ends_the_call(both: Both, call: Call) -> None:
    def interrupt(_: float) -> Any:
        raise Stopped

    with RawServer(BUSY) as server:
        client = both.client(base_url=server.url)
        client._core.sleep = interrupt
        with pytest.raises(Stopped):
            call(client)
        assert len(server.requests) == 1


def test_a_time_limit_of_the_caller_s_own_is_not_taken_for_ours(serve: Serve, method: str) -> None:
    server = serve([HOLD])

    async def limited(client: cohere_chat.AsyncClientV2) -> None:
        async with asyncio.timeout(None) as limit:
            # Once the request is there: httpcore loses a connection whose call ends just before it is sent.
            waiting = asyncio.ensure_future(asyncio.to_thread(server.wait_requests, 1))
            waiting.add_done_callback(lambda _: limit.reschedule(0))
            await call_async(client, method)

    async def main() -> None:
        async with cohere_chat.AsyncClientV2("k", base_url=server.url) as client:
            with pytest.raises(TimeoutError):
                await limited(client)
            assert await asyncio.to_thread(server.wait_open, 0)

    asyncio.run(main())


@pytest.mark.parametrize("method", ["chat", "chat_stream"])
@pytest.mark.parametrize("answer", [[HOLD], [b"HTTP/1.1 200 OK\r\n", HOLD], http(429, {}, retry_after="60")])
def test_the_event_loop_is_never_blocked(method: str, answer: Any) -> None:
    both = Both("async")
    with RawServer(answer) as server:
        client = cohere_chat.AsyncClientV2("k", base_url=server.url)

        async def main() -> None:
            task = asyncio.ensure_future(call_async(client, method))
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
