"""Proxies, certificates, clients of the caller's own, closing, threads, tasks, forks, event loops."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import socket
import socketserver
import ssl
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Self

import cohere_chat
import pytest
import trustme
from cohere_chat import ConfigurationError, errors
from cohere_chat._httpx import httpx
from cohere_chat._spread import POOL_SIZE
from cohere_chat.observe import RetryEvent
from rawserver import CLOSE, HOLD, RawServer, event_stream, http
from streams import EVENTS, GOOD, PIECES, REPLY, Call, Serve
from support import CHAT, Both, count_calls

KEY = "s3cret-key-0123456789"


# Proxies and certificates


class Proxy(socketserver.ThreadingTCPServer):
    """An HTTP proxy: for CONNECT a tunnel, for a whole URL the request passed on.

    `refuse` is an answer instead of a tunnel; `heads` is what came in the clear, up to the tunnel.
    """

    daemon_threads = True

    def __init__(self, refuse: bytes = b"") -> None:
        super().__init__(("127.0.0.1", 0), ProxyHandler)
        self.refuse = refuse
        self.heads: list[bytes] = []
        self.address = f"127.0.0.1:{self.server_address[1]}"

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()


class ProxyHandler(socketserver.BaseRequestHandler):
    server: Proxy

    def handle(self) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            piece = self.request.recv(65536)
            if not piece:
                return
            head += piece
        self.server.heads.append(head)
        if self.server.refuse:
            self.request.sendall(self.server.refuse)
            return
        method, target, _ = head.split(b" ", 2)
        host = httpx.URL(target.decode()).netloc if method != b"CONNECT" else target
        name, _, port = host.decode().rpartition(":")
        with socket.create_connection(("127.0.0.1" if name.endswith(".example") else name, int(port))) as server:
            if method == b"CONNECT":
                self.request.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            else:
                server.sendall(head)
            back = threading.Thread(target=pass_on, args=(server, self.request), daemon=True)
            back.start()
            pass_on(self.request, server)
            back.join()


def pass_on(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while piece := source.recv(65536):
            target.sendall(piece)
    for end in (source, target):
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def proxy() -> Iterator[Proxy]:
    with Proxy() as made:
        yield made


@pytest.mark.usefixtures("_trust")
@pytest.mark.parametrize("name", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"])
def test_https_goes_through_a_tunnel_that_does_not_see_the_key(
    both: Both, call: Call, method: str, proxy: Proxy, tls: ssl.SSLContext, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, f"http://user:pass@{proxy.address}")
    with RawServer(GOOD[method], tls=tls) as server:
        client = both.client(KEY, base_url=server.url)
        for _ in range(2):
            call(client)
        assert server.requests[0][0]["authorization"] == f"Bearer {KEY}"
        assert server.connections == 1
        assert "proxy-authorization" not in server.requests[0][0]
    (head,) = proxy.heads
    assert head.startswith(b"CONNECT 127.0.0.1:")
    assert b"Proxy-Authorization: Basic dXNlcjpwYXNz" in head
    assert KEY.encode() not in head


def test_http_goes_through_the_proxy_for_http(
    both: Both, call: Call, method: str, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", proxy.address)
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    with RawServer(GOOD[method]) as server:
        call(both.client(KEY, base_url=f"http://api.example:{server.port}"))
    assert proxy.heads[0].startswith(b"POST http://api.example:")


@pytest.mark.parametrize(
    ("name", "no_proxy"), [("NO_PROXY", "127.0.0.1"), ("NO_PROXY", "*"), ("no_proxy", "a.example, 127.0.0.1")]
)
def test_no_proxy_is_honoured(
    both: Both, call: Call, method: str, name: str, no_proxy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv(name, no_proxy)
    with RawServer(GOOD[method]) as server:
        assert call(both.client(base_url=server.url))


@pytest.mark.parametrize(
    ("refusal", "attempts"),
    [(b"HTTP/1.1 407 Who are you?\r\n\r\n", 1), (b"HTTP/1.1 403 No\r\n\r\n", 1), (b"HTTP/1.1 503 Busy\r\n\r\n", 3)],
)
@pytest.mark.usefixtures("_trust")
def test_a_proxy_that_refuses_is_a_connection_error(
    both: Both, call: Call, tls: ssl.SSLContext, refusal: bytes, attempts: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Proxy(refusal) as proxy, RawServer(GOOD["chat"], tls=tls) as server:
        monkeypatch.setenv("HTTPS_PROXY", f"http://{proxy.address}")
        with pytest.raises(errors.ApiConnectionError, match=f"ProxyError: {refusal.split(None, 2)[1].decode()} "):
            call(both.client(KEY, base_url=server.url))
        assert len(proxy.heads) == attempts
        assert server.connections == 0
    assert not any(KEY.encode() in head for head in proxy.heads)


@pytest.mark.parametrize("kind", [cohere_chat.ClientV2, cohere_chat.AsyncClientV2])
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HTTPS_PROXY", "ftp://user:s3cret@a"),
        ("HTTPS_PROXY", "http://[::1"),
        ("ALL_PROXY", "socks5://user:s3cret@a"),
        # httpx2 ignores it.
        *([("NO_PROXY", "[::1]")] if httpx.__name__ == "httpx" else []),
        ("SSL_CERT_FILE", "/nowhere/ca.pem"),
        ("SSL_CERT_FILE", "/"),
        ("SSL_CERT_FILE", __file__),
    ],
)
def test_a_variable_that_cannot_be_used_is_named(
    kind: Any, name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError, match=name) as caught:
        kind(KEY)
    assert "s3cret" not in str(caught.value)


def test_a_socks_proxy_without_its_extra_names_the_variable_and_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks5://user:s3cret@a")
    remedy = rf"variable ALL_PROXY .* pip install '{httpx.__name__}\[socks\]'$"
    with pytest.raises(ConfigurationError, match=remedy) as caught:
        cohere_chat.ClientV2(KEY)
    assert "s3cret" not in str(caught.value)


def test_behind_a_proxy_errors_name_it_without_its_password(
    both: Both, refused: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://user:s3cret@{refused}")
    client = both.client(KEY, base_url="http://api.example", max_retries=0)
    with pytest.raises(errors.ApiConnectionError, match=rf"no response from api\.example through proxy {refused} \("):
        both.chat(client)
    # As it is when the error is told.
    monkeypatch.setenv("HTTP_PROXY", "http://a:port")
    with pytest.raises(errors.ApiConnectionError, match=r"no response from api\.example \("):
        both.chat(client)
    monkeypatch.setenv("NO_PROXY", "api.example")
    with pytest.raises(errors.ApiConnectionError, match=r"no response from api\.example \("):
        both.chat(client)


def test_a_process_that_inherits_a_client_builds_one_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    with RawServer(GOOD["chat"]) as server, cohere_chat.ClientV2(KEY, base_url=server.url) as client:
        client.chat(**CHAT)
        (inherited,) = client._core.pool._clients.values()
        monkeypatch.setattr("os.getpid", lambda: -1)
        client.chat(**CHAT)
        assert server.connections == 2
        inherited.close()


def test_only_the_authorities_of_ssl_cert_file_are_trusted(
    both: Both, call: Call, method: str, tls: ssl.SSLContext, authority_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with RawServer(GOOD[method], tls=tls) as server:
        monkeypatch.setenv("SSL_CERT_FILE", authority_file)
        assert call(both.client(base_url=server.url))
        other = Path(authority_file).with_name("other.pem")
        trustme.CA().cert_pem.write_to_path(str(other))
        monkeypatch.setenv("SSL_CERT_FILE", str(other))
        with pytest.raises(errors.ApiConnectionError, match="certificate verify failed"):
            call(both.client(base_url=server.url))


# Clients of the caller's own


def test_the_settings_and_transport_of_the_caller_s_own_client_are_used_and_it_stays_open(
    both: Both, call: Call, method: str
) -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        if method == "chat":
            return httpx.Response(200, json=REPLY)
        return httpx.Response(200, headers={"content-type": "text/event-stream"}, content=b"".join(PIECES))

    options: Any = {
        "transport": httpx.MockTransport(answer),
        "base_url": "http://own.example/prefix",
        "headers": {"X-Own": "1"},
        "params": {"q": "1"},
        "cookies": {"c": "1"},
        "timeout": 7,
    }
    own = both.httpx_client(**options)
    client = both.client(httpx_client=own)
    call(client)
    call(client, timeout=3, additional_query_parameters={"r": "2"})
    both.shut(client)
    assert not own.is_closed
    assert str(seen[0].url) == "http://own.example/prefix/v2/chat?q=1"
    assert (seen[0].headers["x-own"], seen[0].headers["cookie"]) == ("1", "c=1")
    assert seen[0].extensions["timeout"]["read"] == 7
    assert seen[1].extensions["timeout"]["read"] == 3
    assert dict(seen[1].url.params) == {"q": "1", "r": "2"}
    # Nothing of ours was left in it.
    assert "authorization" not in own.headers
    assert own.event_hooks == {"request": [], "response": []}
    both.shut(own)
    with pytest.raises(errors.ClientClosedError):
        call(both.client(httpx_client=own))


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        (cohere_chat.ClientV2, httpx.AsyncClient),
        (cohere_chat.AsyncClientV2, httpx.Client),
        (cohere_chat.ClientV2, object),
        (cohere_chat.AsyncClientV2, dict),
    ],
)
def test_a_client_of_the_wrong_kind_is_refused_at_once(kind: Any, wrong: Any) -> None:
    with pytest.raises(ConfigurationError, match="httpx_client must be an httpx"):
        kind(KEY, httpx_client=wrong())


def test_what_a_hook_raises_is_passed_on(both: Both, call: Call) -> None:
    def hook(_: Any) -> None:
        raise LookupError("hook")

    async def async_hook(_: Any) -> None:
        raise LookupError("hook")

    with RawServer(http(200, REPLY)) as server:
        own: Any = both.httpx_client(event_hooks={"response": [hook if both.kind == "sync" else async_hook]})
        with pytest.raises(LookupError, match="hook"):
            call(both.client(base_url=server.url, httpx_client=own))
        assert server.wait_open(0)


@pytest.mark.parametrize(
    ("way", "message"), [("leaves it", "Not Found"), ("reads it", "no model x"), ("uses it up", "Not Found")]
)
def test_a_hook_that_raises_for_a_status_gives_our_error(both: Both, way: str, message: str) -> None:
    def hook(response: httpx.Response) -> None:
        if way == "reads it":
            response.read()
        elif way == "uses it up":
            list(response.iter_bytes())
        response.raise_for_status()

    async def async_hook(response: httpx.Response) -> None:
        if way == "reads it":
            await response.aread()
        elif way == "uses it up":
            assert [piece async for piece in response.aiter_bytes()]
        response.raise_for_status()

    with RawServer(http(404, {"message": "no model x"})) as server:
        own = both.httpx_client(event_hooks={"response": [hook if both.kind == "sync" else async_hook]})
        client = both.client("k", base_url=server.url, httpx_client=own)
        with pytest.raises(errors.NotFoundError, match=message):
            both.chat(client)
        assert len(server.requests) == 1


def test_an_error_of_the_caller_s_own_transport_is_passed_on(both: Both) -> None:
    def handler(_: httpx.Request) -> httpx.Response:
        raise RuntimeError("a defect of the transport")

    with pytest.raises(RuntimeError, match="a defect of the transport"):
        both.chat(both.client("k", httpx_client=both.httpx_client(answer=handler)))


def test_closing_a_client_while_it_sends_raises_client_closed_error(both: Both) -> None:
    def handler(_: httpx.Request) -> httpx.Response:
        # As another thread or task would.
        own._state = type(own._state).CLOSED
        raise RuntimeError("cannot be used any more")

    own = both.httpx_client(answer=handler)
    with pytest.raises(errors.ClientClosedError, match="closed"):
        both.chat(both.client("k", httpx_client=own))


# Closing


def test_closing_a_client_between_two_attempts_is_no_attempt(serve: Serve) -> None:
    class Closing:
        def on_retry(self, event: RetryEvent) -> None:
            if event.attempt == 2:
                client.close()

    server = serve(http(503, {}))
    policy = cohere_chat.RetryPolicy(initial_delay=0.01)
    client = cohere_chat.ClientV2("k", base_url=server.url, observers=[Closing()], retry_policy=policy)
    with pytest.raises(errors.ClientClosedError, match=r"build a new one \(after 2 attempts\)$"):
        client.chat(**CHAT)
    assert len(server.requests) == 2


def test_use_after_close_raises_client_closed_error(both: Both, serve: Serve, call: Call, method: str) -> None:
    server = serve(GOOD[method])
    client = both.client(base_url=server.url)
    unread = client.chat_stream(**CHAT)
    both.enter(client)
    call(client)
    for _ in range(2):
        both.exit(client)
    for use in (lambda: call(client), lambda: call(client.with_options(timeout=5)), lambda: both.collect(unread)):
        with pytest.raises(errors.ClientClosedError, match="this client is closed"):
            use()
    assert server.wait_open(0)
    assert len(server.requests) == 1


def test_closing_the_client_in_mid_stream_makes_the_stream_fail(both: Both, serve: Serve) -> None:
    server = serve([*event_stream(*PIECES[:3], end=False), HOLD])
    client = both.client(base_url=server.url)
    stream = client.chat_stream(**CHAT)
    for _ in range(3):
        both.next(stream)
    both.shut(client)
    with pytest.raises(errors.StreamInterruptedError) as caught:
        both.collect(stream)
    assert caught.value.snapshot is not None
    assert caught.value.snapshot.message.content[0].text == "Hello"
    assert server.wait_open(0)


def wait_until_it_reads(thread: threading.Thread) -> None:
    """Until a thread has been in a call of its socket for some looks at it."""
    seen = 0
    while seen < 30:
        assert thread.is_alive()
        assert thread.ident is not None
        seen = seen + 1 if sys._current_frames()[thread.ident].f_code.co_name in ("read", "recv") else 0
        threading.Event().wait(0.001)


@pytest.mark.parametrize("what", ["stream", "client"])
def test_closing_wakes_a_thread_that_waits_in_a_stream(serve: Serve, what: str) -> None:
    server = serve([*event_stream(*PIECES[:3], end=False), HOLD])
    # Unless it is woken, the thread waits until the client's time limit.
    with cohere_chat.ClientV2("k", base_url=server.url, timeout=30) as client, ThreadPoolExecutor() as pool:
        stream = client.chat_stream(**CHAT)
        for _ in range(3):
            next(stream)
        future = pool.submit(next, stream)
        (thread,) = pool._threads
        wait_until_it_reads(thread)
        (stream if what == "stream" else client).close()
        error = future.exception(10)
        assert isinstance(error, errors.StreamInterruptedError)
        assert what == "client" or str(error) == "the stream is closed"
        assert server.wait_open(0)


@pytest.mark.parametrize("what", ["stream", "client"])
def test_closing_wakes_a_task_that_waits_in_a_stream(serve: Serve, what: str) -> None:
    server = serve([*event_stream(*PIECES[:3], end=False), HOLD])

    async def main() -> None:
        client = cohere_chat.AsyncClientV2("k", base_url=server.url)
        stream = client.chat_stream(**CHAT)
        for _ in range(3):
            await anext(stream)
        task = asyncio.ensure_future(anext(stream))
        await asyncio.sleep(0)
        await (stream if what == "stream" else client).aclose()
        with pytest.raises(errors.StreamInterruptedError, match="^the stream is closed$" if what == "stream" else None):
            await task
        await client.aclose()
        assert await asyncio.to_thread(server.wait_open, 0)

    asyncio.run(main())


def test_closing_the_client_ends_a_call_that_waits_for_its_reply(serve: Serve) -> None:
    server = serve([HOLD])

    async def main() -> None:
        client = cohere_chat.AsyncClientV2("k", base_url=server.url)
        task = asyncio.ensure_future(client.chat(**CHAT))
        assert await asyncio.to_thread(server.wait_requests, 1)
        await client.aclose()
        with pytest.raises((errors.ApiConnectionError, errors.ClientClosedError)):
            await task

    asyncio.run(main())


# Threads, tasks, processes, event loops


def test_streams_interleave(both: Both, serve: Serve) -> None:
    server = serve(GOOD["chat_stream"])
    client = both.client(base_url=server.url)
    some = [client.chat_stream(**CHAT) for _ in range(5)]
    got: list[list[Any]] = [[] for _ in some]
    for _ in EVENTS:
        for stream, events in zip(some, got, strict=True):
            events.append(both.next(stream).to_dict())
    assert got == [EVENTS] * 5
    assert [both.collect(stream) for stream in some] == [[]] * 5


@pytest.mark.unmeasured
def test_one_client_for_32_threads(serve: Serve) -> None:
    server = serve(GOOD["chat_stream"])
    with cohere_chat.ClientV2("k", base_url=server.url) as client, ThreadPoolExecutor(32) as pool:
        barrier = threading.Barrier(32)

        def work(_: int) -> list[str]:
            barrier.wait()
            return ["".join(client.chat_stream(**CHAT).text_stream) for _ in range(8)]

        assert list(pool.map(work, range(32))) == [["Hello wörld!"] * 8] * 32
    assert len(server.requests) == 256
    assert server.connections <= 64
    assert server.wait_open(0)


@pytest.mark.unmeasured
def test_one_client_for_300_tasks() -> None:
    with RawServer(GOOD["chat"]) as server:

        async def main() -> list[Any]:
            async with cohere_chat.AsyncClientV2("k", base_url=server.url) as client:
                return await asyncio.gather(*(client.chat(**CHAT) for _ in range(300)))

        replies = asyncio.run(main())
        assert [reply.to_dict() for reply in replies] == [REPLY] * 300
        assert len(server.requests) == 300
        assert server.wait_open(0)


@pytest.mark.unmeasured
def test_a_request_costs_the_same_however_many_streams_are_open(both: Both) -> None:
    stream = GOOD["chat_stream"]
    with RawServer(*[stream] * POOL_SIZE, GOOD["chat"], *[stream] * 160, GOOD["chat"]) as server:
        client = both.client(base_url=server.url)
        streams: list[Any] = []

        def open_stream() -> None:
            streams.append(client.chat_stream(**CHAT))
            both.run(lambda: next(streams[-1]) if both.kind == "sync" else anext(streams[-1]))

        def cost_of_a_call_after_streams() -> int:
            while streams:
                both.collect(streams.pop())
            # Now their connections are idle.
            return count_calls(lambda: both.chat(client))

        for _ in range(POOL_SIZE):
            open_stream()
        after_few = cost_of_a_call_after_streams()
        costs = [count_calls(open_stream) for _ in range(160)]
        assert server.connections == 160
        # As many as share a pool: among them, one pays for building it.
        assert sum(costs[-POOL_SIZE:]) < 1.2 * sum(costs[POOL_SIZE : 2 * POOL_SIZE])
        assert cost_of_a_call_after_streams() < 1.2 * after_few


def test_all_connections_go_by_the_environment_at_the_time_the_client_was_built(
    both: Both, monkeypatch: pytest.MonkeyPatch
) -> None:
    with RawServer(GOOD["chat_stream"]) as server:
        client = both.client(base_url=server.url)
        monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
        streams = [client.chat_stream(**CHAT) for _ in range(50)]
        for stream in streams:
            both.run(lambda: next(stream) if both.kind == "sync" else anext(stream))  # noqa: B023
        assert server.connections == 50


@pytest.mark.filterwarnings("ignore:This process.*is multi-threaded:DeprecationWarning")
@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.usefixtures("_trust")
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_client_works_before_and_after_a_fork(kind: str, scheme: str, tls: ssl.SSLContext) -> None:
    """Parent and child go on at once, and neither uses nor ends the other's connections."""
    both = Both(kind)
    with RawServer(GOOD["chat_stream"], tls=tls if scheme == "https" else None) as server:
        client = both.client(base_url=server.url)
        half = client.chat_stream(**CHAT)
        both.run(lambda: next(half) if kind == "sync" else anext(half))
        both.call("chat_stream", client)
        # One connection in use and an idle one.
        before = server.connections
        assert before == 2
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                other = Both(kind)
                events = other.call("chat_stream", client)
                del half
                gc.collect()
                client._core.pool.close() if kind == "sync" else None
                os.write(writer, b"%d" % len(events))
            finally:
                os._exit(0)
        os.close(writer)
        os.waitpid(child, 0)
        assert os.read(reader, 10) == b"%d" % len(PIECES)
        os.close(reader)
        # The parent's connections are as they were.
        assert server.connections == before + 1
        assert len(both.collect(half)) == len(PIECES) - 1
        assert len(both.call("chat_stream", client)) == len(PIECES)
        assert server.connections == before + 1
        both.close()


def test_another_process_gets_connections_of_its_own(both: Both, monkeypatch: pytest.MonkeyPatch) -> None:
    with RawServer(GOOD["chat"]) as server:
        client = both.client(base_url=server.url)
        both.chat(client)
        (inherited,) = client._core.pool._clients.values()
        monkeypatch.setattr("os.getpid", lambda: -1)
        both.chat(client)
        assert server.connections == 2
        both.shut(inherited)


@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_event_loops_in_turn_and_at_once(serve: Serve, method: str) -> None:
    server = serve(GOOD[method])
    client = cohere_chat.AsyncClientV2("k", base_url=server.url)

    async def main() -> int:
        for _ in range(3):
            if method == "chat":
                await client.chat(**CHAT)
            else:
                assert [event async for event in client.chat_stream(**CHAT)]
        return 3

    assert asyncio.run(main()) + asyncio.run(main()) == 6
    assert server.connections == 2
    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(lambda _: asyncio.run(main()), range(8))) == 24
    assert server.connections == 10
    assert len(client._core.pool._clients) <= 4
    asyncio.run(client.aclose())
    gc.collect()


def test_two_threads_may_forget_a_closed_event_loop_at_once(serve: Serve) -> None:
    server = serve(GOOD["chat"])
    client = cohere_chat.AsyncClientV2("k", base_url=server.url)
    clients = client._core.pool._clients

    class Forgotten:
        """A closed loop that another thread forgets while this one looks at it."""

        def is_closed(self) -> bool:
            clients.clear()
            return True

    clients[Forgotten(), 0] = clients[Forgotten(), 1] = None

    async def main() -> str:
        async with client:
            return (await client.chat(**CHAT)).text

    assert asyncio.run(main())


def test_the_asynchronous_client_says_that_it_needs_asyncio(serve: Serve) -> None:
    server = serve(GOOD["chat"])
    coroutine = cohere_chat.AsyncClientV2("k", base_url=server.url).chat(**CHAT)
    with pytest.raises(RuntimeError, match="no running event loop"):
        coroutine.send(None)
    assert server.connections == 0


def test_a_server_that_closes_each_connection_gets_a_new_one(both: Both, call: Call, method: str) -> None:
    with RawServer([*GOOD[method], CLOSE]) as server:
        client = both.client(base_url=server.url)
        for number in range(4):
            call(client)
            assert server.wait_open(0)
            assert server.connections == number + 1
