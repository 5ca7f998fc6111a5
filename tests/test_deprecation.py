"""A parameter that the contract calls deprecated gives a DeprecationWarning when it is used, once for each client."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any, cast

import pytest
from rawserver import RawServer, event_stream, http, sse
from support import CHAT, ENDPOINT, Both

REPLY: dict[str, Any] = {"id": "r", "finish_reason": "COMPLETE", "message": {"role": "assistant"}}
STREAM = event_stream(sse({"type": "message-end", "delta": {"finish_reason": "COMPLETE"}}))
OK = http(200, REPLY)


@pytest.fixture(autouse=True)
def _deprecated(monkeypatch: pytest.MonkeyPatch) -> None:
    parameters = {name: ENDPOINT.parameters[name]._replace(deprecated=True) for name in ("k", "seed")}
    for name, parameter in parameters.items():
        monkeypatch.setitem(cast("Any", ENDPOINT.parameters), name, parameter)


def given(caught: list[warnings.WarningMessage]) -> list[tuple[str, str]]:
    assert all(warning.category is DeprecationWarning for warning in caught)
    return [(str(warning.message), Path(warning.filename).name) for warning in caught]


def test_each_deprecation_is_reported_once_at_the_line_that_uses_it(both: Both) -> None:
    with RawServer(OK, OK, OK, OK) as server, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        client = both.client(base_url=server.url)
        both.chat(client, temperature=0.5)
        both.run(lambda: client.chat(**CHAT, k=1))
        both.run(lambda: client.with_raw_response.chat(**CHAT, k=2))
        both.run(lambda: client.with_options(timeout=5).chat(**CHAT, seed=1, k=3))
    # A coroutine is called where it is awaited.
    here = "test_deprecation.py" if both.kind == "sync" else "support.py"
    assert given(caught) == [
        ("the API deprecates the parameter 'k' of v2.chat", here),
        ("the API deprecates the parameter 'seed' of v2.chat", here),
    ]


def test_streams_report_it_too(both: Both) -> None:
    with RawServer(STREAM) as server, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        both.collect(both.client(base_url=server.url).chat_stream(**CHAT, k=1))
    assert given(caught) == [("the API deprecates the parameter 'k' of v2.chat", "test_deprecation.py")]


def test_none_is_not_a_use(both: Both) -> None:
    with RawServer(OK) as server, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        both.chat(both.client(base_url=server.url), k=None)
    assert caught == []


def test_where_warnings_are_errors_nothing_is_sent(both: Both) -> None:
    with RawServer() as server:
        client = both.client(base_url=server.url)
        for _ in range(2):
            with pytest.raises(DeprecationWarning, match="'k'"):
                both.chat(client, k=1)
        assert server.requests == []
