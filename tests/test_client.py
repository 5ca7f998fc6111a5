"""chat() over real sockets, in one body for both clients."""

from __future__ import annotations

import asyncio
import gc
import json
import logging
from typing import Any

import cohere_chat
import httpx
import pytest
from cohere_chat import RetryPolicy, errors
from pytest_httpx import HTTPXMock
from rawserver import CLOSE, HOLD, RESET, RawServer, event_stream, http
from support import CHAT, Both

REPLY: dict[str, Any] = {
    "id": "r-1",
    "finish_reason": "COMPLETE",
    "message": {"role": "assistant", "content": [{"type": "text", "text": "Hello!"}]},
    "meta": {"new": None},
}
OK = http(200, REPLY)
BUSY = http(503, {"message": "busy"})


def test_a_reply_comes_back_typed_and_whole(both: Both) -> None:
    with RawServer(OK) as server:
        reply = both.chat(both.client(base_url=server.url))
        assert isinstance(reply, cohere_chat.V2ChatResponse)
        assert reply.message.content[0].text == "Hello!"
        assert reply.to_dict() == REPLY


def test_what_is_sent(both: Both) -> None:
    with RawServer(OK) as server:
        client = both.client("k-1", base_url=server.url + "/prefix/", client_name="tests")
        both.chat(client, temperature=0.5)
    headers, body = server.requests[0]
    assert body == {**CHAT, "temperature": 0.5, "stream": False}
    assert headers["authorization"] == "Bearer k-1"
    assert headers["x-client-name"] == "tests"
    assert headers["content-type"] == "application/json"
    assert headers["accept"] == "application/json"
    assert headers["user-agent"] == f"cohere-chat/{cohere_chat.__version__}"


def test_a_reply_goes_back_as_it_came(both: Both) -> None:
    with RawServer(OK) as server:
        client = both.client(base_url=server.url)
        both.chat(client, messages=[both.chat(client).message])
    assert server.requests[1][1]["messages"] == [REPLY["message"]]


def test_one_connection_serves_many_calls(both: Both) -> None:
    with RawServer(OK) as server:
        client = both.client(base_url=server.url)
        for _ in range(5):
            both.chat(client)
        assert server.connections == 1


def test_the_raw_response_tells_status_and_headers(both: Both) -> None:
    with RawServer(http(203, REPLY, x_debug_trace_id="t-1")) as server:
        client = both.client(base_url=server.url)
        response = both.run(lambda: client.with_raw_response.chat(**CHAT))
    assert response.data.id == "r-1"
    assert response.status_code == 203
    assert response.headers["X-Debug-Trace-Id"] == response.request_id == "t-1"


@pytest.mark.parametrize("failure", [BUSY, http(429, {}), http(529, b"<html>"), [CLOSE], [RESET]])
def test_a_failure_that_may_heal_is_tried_again(both: Both, failure: Any, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "cohere_chat")
    with RawServer(failure, failure, OK) as server:
        assert both.chat(both.client(base_url=server.url)).id == "r-1"
    assert len(server.requests) == 3
    assert server.requests[0][1] == server.requests[1][1] == server.requests[2][1]
    first, second = both.waits
    assert 0.25 <= first <= 0.5 <= second <= 1.0
    assert [
        record.message.split(":")[0][:12] for record in caplog.records if record.name.startswith("cohere_chat")
    ] == [
        "retry 1 of 2",
        "retry 2 of 2",
    ]
    assert "secret-key" not in caplog.text


def test_there_are_no_more_retries_than_allowed(both: Both) -> None:
    with RawServer(BUSY) as server:
        client = both.client(base_url=server.url, max_retries=1)
        with pytest.raises(errors.ServiceUnavailableError, match="503: busy"):
            both.chat(client)
        assert len(server.requests) == 2
        with pytest.raises(errors.ServiceUnavailableError):
            both.chat(client, request_options={"max_retries": 0})
        assert len(server.requests) == 3
        with pytest.raises(errors.ServiceUnavailableError):
            both.chat(client, request_options={"max_retries": 4})
        assert len(server.requests) == 8


def test_the_wait_that_the_server_asks_for_is_kept(both: Both) -> None:
    with RawServer(http(429, {}, retry_after="7"), OK) as server:
        both.chat(both.client(base_url=server.url))
    assert both.waits == [7.0]


def test_too_long_a_wait_is_the_callers_to_decide(both: Both) -> None:
    with RawServer(http(429, {"message": "quota"}, retry_after="3600")) as server:
        client = both.client(base_url=server.url)
        with pytest.raises(errors.TooManyRequestsError, match="429: quota") as caught:
            both.chat(client)
    assert caught.value.retry_after == 3600.0
    assert both.waits == []


def test_a_client_error_is_final(both: Both) -> None:
    with RawServer(http(404, {"message": "no model x", "id": "q"})) as server:
        client = both.client(base_url=server.url)
        with pytest.raises(errors.NotFoundError, match=r"^404: no model x \(request q\)$"):
            both.chat(client)
        assert len(server.requests) == 1
        assert server.connections == 1


def test_an_error_answer_leaves_the_connection_usable(both: Both) -> None:
    with RawServer(http(400, {}), OK) as server:
        client = both.client(base_url=server.url)
        with pytest.raises(errors.BadRequestError):
            both.chat(client)
        both.chat(client)
        assert server.connections == 1


def test_an_endless_error_page_is_cut_off(both: Both) -> None:
    page = event_stream(*[b"x" * 65536] * 40, HOLD, end=False, content_type="text/html")
    page[0] = page[0].replace(b"200 OK", b"500 NO")  # type: ignore[arg-type]
    with RawServer(page) as server:
        client = both.client(base_url=server.url, max_retries=0)
        with pytest.raises(errors.InternalServerError) as caught:
            both.chat(client)
        assert len(caught.value.body) == 1024 * 1024
        assert server.wait_open(0)


def test_an_error_page_that_breaks_off_is_an_error_of_its_status(both: Both) -> None:
    broken = [b"HTTP/1.1 403 X\r\ncontent-length: 100\r\n\r\nonly this", CLOSE]
    with RawServer(broken) as server:
        client = both.client(base_url=server.url)
        with pytest.raises(errors.ForbiddenError, match="403"):
            both.chat(client)


def test_a_reply_that_breaks_off_is_a_connection_error_and_final(both: Both) -> None:
    broken = [b'HTTP/1.1 200 X\r\ncontent-length: 100\r\n\r\n{"id": ', CLOSE]
    with RawServer(broken) as server:
        client = both.client(base_url=server.url)
        with pytest.raises(errors.ApiConnectionError) as caught:
            both.chat(client)
        assert isinstance(caught.value.__cause__, httpx.HTTPError)
        assert len(server.requests) == 1


def test_a_success_that_is_no_reply_shows_what_was_said(both: Both) -> None:
    with RawServer(http(200, b"<h1>Welcome</h1>", content_type="text/html")) as server:
        client = both.client(base_url=server.url)
        with pytest.raises(errors.InvalidResponseError, match="<h1>Welcome</h1>"):
            both.chat(client)


def test_a_redirect_is_not_followed(both: Both) -> None:
    with RawServer(OK) as other, RawServer(http(307, b"", location=other.url + "/v2/chat")) as server:
        client = both.client(base_url=server.url)
        with pytest.raises(errors.ApiError, match="307"):
            both.chat(client)
        assert other.requests == []


def test_a_read_timeout_is_ours_and_final(both: Both) -> None:
    with RawServer([HOLD]) as server:
        client = both.client(base_url=server.url, timeout=0.2)
        with pytest.raises(errors.ApiTimeoutError, match=r"^timed out after 0.2 s while waiting for 127") as caught:
            both.chat(client)
        assert caught.value.phase == "read"
        assert len(server.requests) == 1


def test_a_read_timeout_is_tried_again_if_asked_for(both: Both) -> None:
    with RawServer([HOLD], OK) as server:
        policy = RetryPolicy(retry_read_timeout=True)
        client = both.client(base_url=server.url, timeout=0.05, retry_policy=policy)
        assert both.chat(client, request_options={"timeout": 1.0}).id == "r-1"
        assert len(server.requests) == 2


def test_nobody_there(both: Both, refused: str) -> None:
    client = both.client(base_url=f"http://{refused}")
    with pytest.raises(errors.ApiConnectionError, match="no response"):
        both.chat(client)
    assert len(both.waits) == 2


def test_a_callable_key_is_asked_for_each_attempt(both: Both) -> None:
    keys = iter(["k-1", "k-2"])
    with RawServer(BUSY, OK) as server:
        both.chat(both.client(lambda: next(keys), base_url=server.url))
    assert [headers["authorization"] for headers, _ in server.requests] == ["Bearer k-1", "Bearer k-2"]


def test_an_empty_key_sends_none(both: Both) -> None:
    with RawServer(OK) as server:
        both.chat(both.client("", base_url=server.url))
    assert "authorization" not in server.requests[0][0]


def test_use_after_close_says_so(both: Both) -> None:
    with RawServer(OK) as server:
        client = both.client(base_url=server.url)
        both.chat(client)
        both.run(client.close if both.kind == "sync" else client.aclose)
        assert server.wait_open(0)
        with pytest.raises(errors.ClientClosedError, match="closed"):
            both.chat(client)


def test_a_client_is_a_context_manager() -> None:
    with RawServer(OK) as server, cohere_chat.ClientV2("k", base_url=server.url) as client:
        client.chat(**CHAT)
    with pytest.raises(errors.ClientClosedError):
        client.chat(**CHAT)

    async def main() -> None:
        with RawServer(OK) as server:
            async with cohere_chat.AsyncClientV2("k", base_url=server.url) as client:
                await client.chat(**CHAT)
        with pytest.raises(errors.ClientClosedError):
            await client.chat(**CHAT)

    asyncio.run(main())


def given_client(both: Both, **options: Any) -> Any:
    return (httpx.Client if both.kind == "sync" else httpx.AsyncClient)(**options)


def test_a_client_of_the_callers_own_is_used_as_it_is_and_stays_open(both: Both) -> None:
    with RawServer(OK) as server:
        own = given_client(
            both, base_url=server.url + "/own", headers={"X-Own": "1", "Authorization": "Basic own"}, params={"q": "1"}
        )
        client = both.client("k", httpx_client=own)
        both.chat(client)
        both.run(client.close if both.kind == "sync" else client.aclose)
        assert not own.is_closed
        both.run(own.close if both.kind == "sync" else own.aclose)
        with pytest.raises(errors.ClientClosedError):
            both.chat(client)
    headers, _ = server.requests[0]
    assert headers["x-own"] == "1"
    assert headers["authorization"] == "Bearer k"
    assert "cohere-chat" in headers["user-agent"]


def test_parameters_of_the_callers_own_client_join_those_of_the_call(both: Both) -> None:
    with RawServer(OK) as server:
        own = given_client(both, params={"q": "1"})
        client = both.client("k", base_url=server.url, httpx_client=own)
        both.chat(client, request_options={"additional_query_parameters": {"a": "b"}})
        both.run(own.close if both.kind == "sync" else own.aclose)
    assert server.lines == ["POST /v2/chat?q=1&a=b HTTP/1.1"]


@pytest.mark.parametrize("reads", [False, True])
def test_a_hook_that_raises_for_a_status_changes_no_error(both: Both, reads: bool) -> None:
    def hook(response: httpx.Response) -> None:
        if reads:
            response.read()
        response.raise_for_status()

    async def async_hook(response: httpx.Response) -> None:
        if reads:
            await response.aread()
        response.raise_for_status()

    with RawServer(http(404, {"message": "no model x"})) as server:
        own = given_client(both, event_hooks={"response": [hook if both.kind == "sync" else async_hook]})
        client = both.client("k", base_url=server.url, httpx_client=own)
        with pytest.raises(errors.NotFoundError, match="no model x" if reads else "Not Found"):
            both.chat(client)
        assert len(server.requests) == 1
        both.run(own.close if both.kind == "sync" else own.aclose)


def test_the_timeout_of_the_callers_own_client_counts(both: Both) -> None:
    with RawServer([HOLD]) as server:
        own = given_client(both, timeout=0.05)
        client = both.client("k", base_url=server.url, httpx_client=own)
        with pytest.raises(errors.ApiTimeoutError):
            both.chat(client)
        with pytest.raises(errors.ApiTimeoutError):
            both.chat(client, request_options={"timeout": 0.01})
        both.run(own.close if both.kind == "sync" else own.aclose)


def test_pytest_httpx_sees_the_requests(both: Both, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(url="https://api.cohere.com/v2/chat", method="POST", json=REPLY)
    assert both.chat(both.client()).id == "r-1"
    request = httpx_mock.get_request()
    assert request is not None
    assert json.loads(request.content) == {**CHAT, "stream": False}
    assert request.headers["host"] == "api.cohere.com"


# What the first loop opened nobody can close after it, which asyncio remarks.
@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_event_loop_after_another_gets_connections_of_its_own() -> None:
    with RawServer(OK) as server:
        client = cohere_chat.AsyncClientV2("k", base_url=server.url)
        asyncio.run(client.chat(**CHAT))
        asyncio.run(client.chat(**CHAT))
        assert server.connections == 2
        asyncio.run(client.aclose())
        with pytest.raises(errors.ClientClosedError):
            asyncio.run(client.chat(**CHAT))
    gc.collect()


def test_an_asynchronous_key_is_awaited() -> None:
    async def key() -> str:
        return "k-async"

    async def main() -> None:
        async with cohere_chat.AsyncClientV2(key, base_url=server.url) as client:
            await client.chat(**CHAT)

    with RawServer(OK) as server:
        asyncio.run(main())
    assert server.requests[0][0]["authorization"] == "Bearer k-async"


def test_another_process_gets_connections_of_its_own(both: Both, monkeypatch: pytest.MonkeyPatch) -> None:
    with RawServer(OK) as server:
        client = both.client(base_url=server.url)
        both.chat(client)
        (inherited,) = client._core.pool._clients.values()
        monkeypatch.setattr("os.getpid", lambda: -1)
        both.chat(client)
        assert server.connections == 2
        both.run(inherited.close if both.kind == "sync" else inherited.aclose)


def transport(both: Both, handler: Any) -> Any:
    """A client of the caller's own that asks `handler` instead of a server."""
    return given_client(both, transport=httpx.MockTransport(handler))


def test_a_client_that_is_closed_while_it_sends_says_so(both: Both) -> None:
    def handler(_: httpx.Request) -> httpx.Response:
        # As another thread or task would.
        own._state = type(own._state).CLOSED
        raise RuntimeError("cannot be used any more")

    own = transport(both, handler)
    with pytest.raises(errors.ClientClosedError, match="closed"):
        both.chat(both.client("k", httpx_client=own))


def test_an_error_of_the_callers_own_transport_is_passed_on(both: Both) -> None:
    def handler(_: httpx.Request) -> httpx.Response:
        raise RuntimeError("a defect of the transport")

    with pytest.raises(RuntimeError, match="a defect of the transport"):
        both.chat(both.client("k", httpx_client=transport(both, handler)))
