"""Requests spread over pools: which pool, and when one is opened and closed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from cohere_chat import _spread
from cohere_chat._async.spread import AsyncSpreadClient
from cohere_chat._httpx import httpx
from cohere_chat._spread import MAX_IDLE, POOL_SIZE
from cohere_chat._sync.spread import SpreadClient


class Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that is read when the caller wants to."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def __iter__(self) -> Iterator[bytes]:
        yield self._content

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._content


class Spread:
    """A spread client of either kind over mocks, and the clients that it builds; of these, at most `most`."""

    def __init__(self, kind: str, most: int = 1000) -> None:
        self.limits: list[httpx.Limits] = []
        self.clients: list[Any] = []
        self._most = most
        self._runner = asyncio.Runner()
        self._is_async = kind == "async"
        self.client: Any = (AsyncSpreadClient if self._is_async else SpreadClient)(self._build)

    def _build(self, limits: httpx.Limits) -> Any:
        if len(self.clients) == self._most:
            return None
        name = str(len(self.clients)).encode()
        build = httpx.AsyncClient if self._is_async else httpx.Client
        self.clients.append(build(transport=httpx.MockTransport(lambda request: self._answer(request, name))))
        self.limits.append(limits)
        return self.clients[-1]

    def _answer(self, request: httpx.Request, name: bytes) -> httpx.Response:
        if request.url.path == "/fails":
            raise httpx.ConnectError("no")
        if request.url.path == "/whole":
            return httpx.Response(200, content=name)
        return httpx.Response(200, stream=Body(name))

    def send(self, path: str = "/") -> httpx.Response:
        request = httpx.Request("POST", f"http://x{path}")
        response: httpx.Response = self._done(self.client.send(request, stream=True))
        return response

    def close(self, response: Any) -> None:
        self._done(response.aclose() if self._is_async else response.close())

    def pool(self, response: httpx.Response) -> int:
        """The number of the pool that a response came from."""
        return int(self._done(response.aread()) if self._is_async else response.read())

    def close_all(self) -> None:
        self._done(self.client.aclose() if self._is_async else self.client.close())

    def _done(self, result: Any) -> Any:
        if not self._is_async:
            return result

        async def main() -> Any:
            return await result

        return self._runner.run(main())

    def end(self) -> None:
        self.close_all()
        self._runner.close()


@pytest.fixture(params=["sync", "async"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def spread(kind: str) -> Any:
    made = Spread(kind)
    yield made
    made.end()


@pytest.mark.parametrize("path", ["/", "/whole"])
def test_one_after_the_other_shares_a_pool(spread: Spread, path: str) -> None:
    for _ in range(3 * POOL_SIZE):
        assert spread.pool(spread.send(path)) == 0
    assert len(spread.clients) == 1


def test_pools_are_filled_in_order(spread: Spread) -> None:
    responses = [spread.send() for _ in range(3 * POOL_SIZE)]
    assert len(spread.clients) == 3
    for response in responses[1:3]:
        # Closing twice makes no more room than closing once.
        spread.close(response)
        spread.close(response)
    assert [spread.pool(spread.send()) for _ in range(3)] == [0, 0, 0]
    again = [spread.send() for _ in range(3)]
    assert [spread.pool(response) for response in again] == [0, 0, 3]


def test_a_request_that_fails_leaves_room(spread: Spread) -> None:
    for _ in range(2 * POOL_SIZE):
        with pytest.raises(httpx.ConnectError):
            spread.send("/fails")
    assert len(spread.clients) == 1


def test_there_is_no_limit_to_streams_but_to_idle_connections(spread: Spread) -> None:
    for _ in range(2 * MAX_IDLE):
        spread.send()
    assert {limits.max_connections for limits in spread.limits} == {None}
    idle = [limits.max_keepalive_connections for limits in spread.limits]
    assert idle[:2] == [POOL_SIZE, POOL_SIZE]
    assert sum(count for count in idle if count) == MAX_IDLE


def test_a_pool_is_closed_after_it_was_not_used_for_long(spread: Spread, monkeypatch: pytest.MonkeyPatch) -> None:
    responses = [spread.send() for _ in range(2 * POOL_SIZE + 1)]
    monkeypatch.setattr(_spread, "IDLE_SECONDS", -1.0)
    spread.close(responses[0])
    spread.close(spread.send())
    assert [client.is_closed for client in spread.clients] == [False, False, False]
    for response in responses[1:]:
        spread.close(response)
    for closed in [False, False, True], [False, True, True], [False, True, True]:
        assert spread.pool(spread.send()) == 0
        assert [client.is_closed for client in spread.clients] == closed


def test_a_pool_that_was_just_used_stays_open(spread: Spread) -> None:
    for response in [spread.send() for _ in range(POOL_SIZE + 1)]:
        spread.close(response)
    spread.close(spread.send())
    assert [client.is_closed for client in spread.clients] == [False, False]


def test_where_no_more_pools_can_be_built_those_there_are_share_the_requests(kind: str) -> None:
    spread = Spread(kind, most=2)
    responses = [spread.send() for _ in range(2 * POOL_SIZE + 4)]
    assert [spread.pool(response) for response in responses[-4:]] == [0, 1, 0, 1]
    spread.end()


def test_closing_closes_all(spread: Spread) -> None:
    for _ in range(POOL_SIZE + 1):
        spread.send()
    spread.close_all()
    assert spread.client.is_closed
    assert [client.is_closed for client in spread.clients] == [True, True]
    with pytest.raises(RuntimeError, match="closed"):
        spread.send()
