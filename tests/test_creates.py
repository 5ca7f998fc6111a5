"""What creates something is sent again only if the API can't have acted on it."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from typing import Any

import cohere_chat
import pytest
from cohere_chat import RetryPolicy
from cohere_chat._httpx import httpx
from operations import OPERATIONS, Operation, of
from rawserver import HOLD, RESET, RawServer, Step, http
from support import Both
from test_operations import replies_of

CREATES = [operation for operation in OPERATIONS if operation.about.get("x-retry-safe") is False]
OTHERS = [operation for operation in OPERATIONS if operation.id in ("datasets_list", "models_get", "v2_embed")]


@pytest.fixture(autouse=True)
def _deprecated_operations() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "the API deprecates", DeprecationWarning)
        yield


def test_they_are_those_that_make_something_paid_or_lasting() -> None:
    assert {operation.id for operation in CREATES} == {
        "datasets_create",
        "embed_jobs_create",
        "batches_create",
        "connectors_create",
        "finetuning_create_finetuned_model",
    }


def send(both: Both, operation: Operation, server_url: str, **options: Any) -> Any:
    client = both.client(base_url=server_url, **options)
    given = {it.python_name: value for it, value in operation.arguments(all_fields=False).items()}
    return both.run(lambda: getattr(of(client, operation), operation.name)(**given))


def ok(operation: Operation) -> Sequence[Step]:
    return http(200, next(replies_of(operation)))


@pytest.mark.parametrize("operation", CREATES, ids=lambda operation: operation.id)
def test_after_a_status_that_may_come_after_the_deed_they_are_not_sent_again(
    both: Both, operation: Operation, subtests: pytest.Subtests
) -> None:
    for status in (409, 500, 502, 503, 504, 529):
        with subtests.test(str(status)), RawServer(http(status), ok(operation)) as server:
            with pytest.raises(cohere_chat.ApiError) as caught:
                send(both, operation, server.url)
            assert (len(server.requests), caught.value.attempts, caught.value.status_code) == (1, 1, status)


@pytest.mark.parametrize("operation", CREATES, ids=lambda operation: operation.id)
def test_after_a_status_that_says_that_nothing_was_done_they_are(both: Both, operation: Operation) -> None:
    for status in (408, 429):
        with RawServer(http(status), http(status), ok(operation)) as server:
            send(both, operation, server.url)
        assert len(server.requests) == 3, status
        assert server.requests[0][1:] == server.requests[1][1:] or operation.id == "datasets_create"


@pytest.mark.parametrize("operation", CREATES, ids=lambda operation: operation.id)
def test_where_no_connection_came_about_they_are(both: Both, operation: Operation, refused: str) -> None:
    with pytest.raises(cohere_chat.ApiConnectionError) as caught:
        send(both, operation, f"http://{refused}")
    assert caught.value.attempts == 3


@pytest.mark.parametrize("operation", CREATES, ids=lambda operation: operation.id)
@pytest.mark.parametrize(
    "cut",
    [[RESET], [b"HTTP/1.1 200 OK\r\nContent-Le", RESET], [b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", RESET]],
)
def test_once_sent_they_are_not_sent_again_if_the_connection_breaks(
    both: Both, operation: Operation, cut: Sequence[Step]
) -> None:
    with RawServer(cut, ok(operation)) as server, pytest.raises(cohere_chat.ApiConnectionError) as caught:
        send(both, operation, server.url)
    assert (len(server.requests), caught.value.attempts) == (1, 1)


@pytest.mark.parametrize("operation", CREATES, ids=lambda operation: operation.id)
def test_once_sent_they_are_not_sent_again_if_no_reply_comes_in_time(both: Both, operation: Operation) -> None:
    policy = RetryPolicy(retry_read_timeout=True)
    with RawServer([HOLD]) as server:
        with pytest.raises(cohere_chat.ApiTimeoutError) as caught:
            send(both, operation, server.url, timeout=httpx.Timeout(5, read=0.05), retry_policy=policy)
        # The client may be done before the server has read.
        assert server.wait_requests(1)
    assert (len(server.requests), caught.value.attempts) == (1, 1)


@pytest.mark.parametrize("operation", CREATES, ids=lambda operation: operation.id)
@pytest.mark.parametrize("failure", [http(409), http(503), [RESET]], ids=["409", "503", "cut"])
def test_a_policy_can_have_them_sent_again(both: Both, operation: Operation, failure: Sequence[Step]) -> None:
    with RawServer(failure, ok(operation)) as server:
        send(both, operation, server.url, retry_policy=RetryPolicy(retry_creates=True))
    assert len(server.requests) == 2


@pytest.mark.parametrize("operation", OTHERS, ids=lambda operation: operation.id)
@pytest.mark.parametrize("failure", [http(409), http(503), [RESET]], ids=["409", "503", "cut"])
def test_all_others_are_sent_again(both: Both, operation: Operation, failure: Sequence[Step]) -> None:
    with RawServer(failure, ok(operation)) as server:
        send(both, operation, server.url)
    assert len(server.requests) == 2
