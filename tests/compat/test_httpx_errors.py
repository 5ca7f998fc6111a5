"""Under the alias, errors of the network are caught by what programs for the official SDK catch: classes of httpx.

And those of httpx2, in programs that import it.
"""

from __future__ import annotations

import copy
import pickle
import ssl
from collections.abc import Callable
from typing import Any

import cohere_chat
import httpx
import httpx2
import pytest
from cohere_chat.compat._errors import adapt
from rawserver import CLOSE, HOLD, RESET, Answer, RawServer, event_stream, sse
from streams import RECORDED
from support import CHAT, Both

FAMILIES: list[Any] = [httpx, httpx2]
EVENTS = [sse(event) for event in RECORDED["text"][1]]
ONCE = {"request_options": {"max_retries": 0}}
BRIEFLY = {"request_options": {"max_retries": 0, "timeout": httpx.Timeout(20, read=0.1)}}
# A busy machine takes its time for the events before.
STALLING = {"request_options": {"max_retries": 0, "timeout": httpx.Timeout(20, read=1)}}

# What the server does, what is called, the class of ours that it ends in, and the name of httpx's.
FAILURES: dict[str, tuple[Answer, str, Any, type[Exception], str]] = {
    "no answer": ([CLOSE], "chat", ONCE, cohere_chat.ApiConnectionError, "RemoteProtocolError"),
    "reset": ([RESET], "chat", ONCE, cohere_chat.ApiConnectionError, "ReadError"),
    "late": ([HOLD], "chat", BRIEFLY, cohere_chat.ApiTimeoutError, "ReadTimeout"),
    "no stream": ([CLOSE], "chat_stream", ONCE, cohere_chat.ApiConnectionError, "RemoteProtocolError"),
    "late stream": ([HOLD], "chat_stream", BRIEFLY, cohere_chat.ApiTimeoutError, "ReadTimeout"),
    "a stream that is cut": (
        event_stream(*EVENTS[:2], CLOSE),
        "chat_stream",
        ONCE,
        cohere_chat.StreamInterruptedError,
        "RemoteProtocolError",
    ),
    "a stream that stalls": (
        event_stream(*EVENTS[:2], HOLD),
        "chat_stream",
        STALLING,
        cohere_chat.StreamTimeoutError,
        "ReadTimeout",
    ),
    "a stream without its last event": (
        event_stream(*EVENTS[:2]),
        "chat_stream",
        ONCE,
        cohere_chat.StreamInterruptedError,
        "RemoteProtocolError",
    ),
}


def classes(name: str) -> list[type[Exception]]:
    """The classes of a name in both families."""
    return [getattr(family, name) for family in FAMILIES]


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
        error = failure_of(both, both.client(sdk=cohere, base_url=server.url), method, options, ours)
        assert str(error.request.url) == f"{server.url}/v2/chat"
    assert all(isinstance(error, cls) for cls in (*classes(theirs), *classes("HTTPError")))
    assert (type(error).__name__, type(error).__module__) == (ours.__name__, "cohere_chat.errors")


def test_a_refused_connection_is_a_connect_error(cohere: Any, both: Both, refused: str) -> None:
    client = both.client(sdk=cohere, base_url=f"http://{refused}")
    error = failure_of(both, client, "chat", ONCE, cohere_chat.ApiConnectionError)
    assert all(isinstance(error, cls) for cls in classes("ConnectError"))
    assert isinstance(error.__cause__, tuple(classes("ConnectError")))
    assert "from 127.0.0.1" in str(error)


@pytest.mark.parametrize("family", FAMILIES)
def test_so_it_is_with_a_client_of_either_family(cohere: Any, both: Both, family: Any, refused: str) -> None:
    own = (family.Client if both.kind == "sync" else family.AsyncClient)()
    client = both.client(sdk=cohere, base_url=f"http://{refused}", httpx_client=own)
    for each in FAMILIES:
        error = failure_of(both, client, "chat", ONCE, each.ConnectError)
        assert isinstance(error, cohere_chat.ApiConnectionError)
        assert type(error.__cause__) is family.ConnectError
    both.shut(own)


def test_it_is_tried_again_as_ever(cohere: Any, both: Both) -> None:
    with RawServer([CLOSE]) as server:
        client = both.client(sdk=cohere, base_url=server.url)
        failure_of(both, client, "chat", {}, cohere_chat.ApiConnectionError)
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


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize(
    ("ours", "cause", "theirs"),
    [
        (cohere_chat.ApiConnectionError, lambda _: ssl.SSLError("no"), "ReadError"),
        (cohere_chat.ApiTimeoutError, lambda _: TimeoutError("late"), "ReadTimeout"),
        (cohere_chat.ApiTimeoutError, lambda family: family.PoolTimeout("busy"), "PoolTimeout"),
        (cohere_chat.StreamInterruptedError, lambda family: family.StreamClosed(), "StreamClosed"),
        (cohere_chat.StreamInterruptedError, lambda family: family.DecodingError("gzip"), "DecodingError"),
    ],
)
def test_what_the_cause_makes_of_it(family: Any, ours: Any, cause: Callable[[Any], Exception], theirs: str) -> None:
    error = ours("told")
    adapt(error, cause(family), family.Request("POST", "http://a"))
    assert all(isinstance(error, cls) for cls in (ours, *classes(theirs)))
    assert str(error) == str(pickle.loads(pickle.dumps(error))) == "told"
    assert type(error) is type(pickle.loads(pickle.dumps(error)))


@pytest.mark.parametrize("family", FAMILIES)
def test_an_error_of_a_transport_of_the_caller_s_own_is_of_its_class(family: Any) -> None:
    class TunnelError(family.ProxyError):  # type: ignore[misc]
        pass

    error = cohere_chat.ApiConnectionError("no")
    adapt(error, TunnelError("no"), family.Request("POST", "http://a"))
    assert isinstance(error, TunnelError)
