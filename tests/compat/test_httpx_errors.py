"""Under the alias, errors of the network are caught by what programs for the official SDK catch: httpx's classes."""

from __future__ import annotations

import copy
import pickle
import ssl
from collections.abc import Callable
from typing import Any

import cohere_chat
import httpx
import pytest
from cohere_chat.compat._errors import adapt
from rawserver import CLOSE, HOLD, RESET, Answer, RawServer, event_stream, sse
from streams import RECORDED
from support import CHAT, Both

EVENTS = [sse(event) for event in RECORDED["text"][1]]
ONCE = {"request_options": {"max_retries": 0}}
BRIEFLY = {"request_options": {"max_retries": 0, "timeout": httpx.Timeout(5.0, read=0.1)}}

# What the server does, what is called, and the class of ours and of httpx that it ends in.
FAILURES: dict[str, tuple[Answer, str, Any, type[Exception], type[Exception]]] = {
    "no answer": ([CLOSE], "chat", ONCE, cohere_chat.ApiConnectionError, httpx.RemoteProtocolError),
    "reset": ([RESET], "chat", ONCE, cohere_chat.ApiConnectionError, httpx.ReadError),
    "late": ([HOLD], "chat", BRIEFLY, cohere_chat.ApiTimeoutError, httpx.ReadTimeout),
    "no stream": ([CLOSE], "chat_stream", ONCE, cohere_chat.ApiConnectionError, httpx.RemoteProtocolError),
    "late stream": ([HOLD], "chat_stream", BRIEFLY, cohere_chat.ApiTimeoutError, httpx.ReadTimeout),
    "a stream that is cut": (
        event_stream(*EVENTS[:2], CLOSE),
        "chat_stream",
        ONCE,
        cohere_chat.StreamInterruptedError,
        httpx.RemoteProtocolError,
    ),
    "a stream that stalls": (
        event_stream(*EVENTS[:2], HOLD),
        "chat_stream",
        BRIEFLY,
        cohere_chat.StreamTimeoutError,
        httpx.ReadTimeout,
    ),
    "a stream without its last event": (
        event_stream(*EVENTS[:2]),
        "chat_stream",
        ONCE,
        cohere_chat.StreamInterruptedError,
        httpx.RemoteProtocolError,
    ),
}


def failure_of(both: Both, client: Any, method: str, options: Any, expected: type[Exception]) -> Any:
    call: Callable[[], Any] = lambda: both.chat(client, **options)  # noqa: E731
    if method == "chat_stream":
        call = lambda: both.collect(client.chat_stream(**CHAT, **options))  # noqa: E731
    with pytest.raises(expected) as caught:
        call()
    return caught.value


@pytest.mark.parametrize("name", FAILURES)
def test_an_error_is_ours_and_of_httpx(cohere: Any, both: Both, name: str) -> None:
    answer, method, options, ours, theirs = FAILURES[name]
    with RawServer(answer) as server:
        error = failure_of(both, both.client(sdk=cohere, base_url=server.url), method, options, theirs)
        assert str(error.request.url) == f"{server.url}/v2/chat"
    assert isinstance(error, ours)
    assert isinstance(error, httpx.HTTPError)
    assert (type(error).__name__, type(error).__module__) == (ours.__name__, "cohere_chat.errors")


def test_a_refused_connection_is_a_connect_error(cohere: Any, both: Both, refused: str) -> None:
    error = failure_of(both, both.client(sdk=cohere, base_url=f"http://{refused}"), "chat", ONCE, httpx.ConnectError)
    assert isinstance(error, cohere_chat.ApiConnectionError)
    assert isinstance(error.__cause__, httpx.ConnectError)
    assert "from 127.0.0.1" in str(error)


def test_it_is_tried_again_as_ever(cohere: Any, both: Both) -> None:
    with RawServer([CLOSE]) as server:
        client = both.client(sdk=cohere, base_url=server.url)
        failure_of(both, client, "chat", {}, httpx.RemoteProtocolError)
        assert len(server.requests) == 3


@pytest.mark.parametrize("name", FAILURES)
def test_without_the_alias_it_is_ours_alone(both: Both, name: str) -> None:
    answer, method, options, ours, _ = FAILURES[name]
    with RawServer(answer) as server:
        error = failure_of(both, both.client(base_url=server.url), method, options, ours)
    assert type(error) is ours


@pytest.mark.parametrize("copied", [copy.copy, lambda error: pickle.loads(pickle.dumps(error))])
def test_it_can_be_pickled_and_copied_without_the_key(cohere: Any, both: Both, copied: Any) -> None:
    answer, method, options, _, _ = FAILURES["a stream that stalls"]
    with RawServer(answer) as server:
        error = failure_of(
            both, both.client(sdk=cohere, base_url=server.url), method, options, cohere_chat.StreamTimeoutError
        )
    other = copied(error)
    assert type(other) is type(error)
    assert (str(other), other.args, other.phase, other.transient) == (str(error), error.args, "read", False)
    assert other.snapshot == error.snapshot
    assert b"secret-key" not in pickle.dumps(error)
    with pytest.raises(RuntimeError, match="request"):
        _ = other.request


@pytest.mark.parametrize(
    ("ours", "cause", "theirs"),
    [
        (cohere_chat.ApiConnectionError, ssl.SSLError("no"), httpx.ReadError),
        (cohere_chat.ApiTimeoutError, TimeoutError("late"), httpx.ReadTimeout),
        (cohere_chat.ApiTimeoutError, httpx.PoolTimeout("busy"), httpx.PoolTimeout),
        (cohere_chat.StreamInterruptedError, httpx.StreamClosed(), httpx.StreamClosed),
        (cohere_chat.StreamInterruptedError, httpx.DecodingError("gzip"), httpx.DecodingError),
    ],
)
def test_what_the_cause_makes_of_it(ours: Any, cause: Exception, theirs: type[Exception]) -> None:
    error = ours("told")
    adapt(error, cause, httpx.Request("POST", "http://a"))
    assert isinstance(error, ours)
    assert isinstance(error, theirs)
    assert str(error) == str(pickle.loads(pickle.dumps(error))) == "told"
    assert type(error) is type(pickle.loads(pickle.dumps(error)))
