"""The client runs on httpx or on httpx2, and takes clients, timeouts and URLs of either, whose errors it knows."""

from __future__ import annotations

import re
import ssl
import subprocess
import sys
import threading
from pathlib import Path
from types import ModuleType
from typing import Any

import cohere_chat
import httpx
import httpx2
import pytest
from cohere_chat import _httpx, errors
from cohere_chat._httpx import either, load_family
from rawserver import CLOSE, HOLD, RawServer, event_stream, http
from streams import GOOD, PIECES, REPLY, Call
from support import CHAT, ROOT, Both

RUNNING: Any = _httpx.httpx
FAMILIES = [httpx, httpx2]
NAMES = ["httpx", "httpx2"]
ONCE = {"max_retries": 0}


@pytest.fixture(params=FAMILIES, ids=NAMES)
def family(request: pytest.FixtureRequest) -> Any:
    return request.param


def own_client(both: Both, family: Any, **options: Any) -> Any:
    """A client of the caller's own, of a family."""
    client = (family.Client if both.kind == "sync" else family.AsyncClient)(**options)
    both.closes(client)
    return client


# Which family runs


@pytest.mark.parametrize(
    ("wanted", "missing", "runs"),
    [
        ("", [], "httpx"),
        ("httpx", [], "httpx"),
        ("httpx2", [], "httpx2"),
        ("", ["httpx"], "httpx2"),
        ("", ["httpx2"], "httpx"),
        ("httpx2", ["httpx"], "httpx2"),
    ],
)
def test_the_family_is_the_one_asked_for_or_the_one_that_is_there(
    wanted: str, missing: list[str], runs: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in missing:
        monkeypatch.setitem(sys.modules, name, None)  # type: ignore[arg-type]
    assert load_family(wanted).__name__ == runs


@pytest.mark.parametrize(
    ("wanted", "missing", "told"),
    [
        ("httpx3", [], r"COHERE_CHAT_HTTPX must be one of \('httpx', 'httpx2'\), not 'httpx3'"),
        ("httpx", ["httpx"], "httpx"),
        ("httpx2", ["httpx2"], "httpx2"),
        ("", NAMES, "import of httpx halted"),
    ],
)
def test_a_family_that_is_not_there_is_named(
    wanted: str, missing: list[str], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in missing:
        monkeypatch.setitem(sys.modules, name, None)  # type: ignore[arg-type]
    with pytest.raises(ImportError, match=told):
        load_family(wanted)


def test_what_an_installed_httpx_lacks_is_told_instead_of_using_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "httpx.py").write_text("import nothing_of_this_name")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "httpx")
    with pytest.raises(ModuleNotFoundError, match="nothing_of_this_name"):
        load_family("")


PROGRAM = """
import sys
url, runs, other, missing, core = sys.argv[1:]
if missing:
    sys.modules[missing] = None
import asyncio, cohere_chat, cohere_chat._httpx
assert cohere_chat._httpx.httpx.__name__ == runs
with cohere_chat.ClientV2("k", base_url=url, timeout=5) as co:
    assert co.chat(model="m", messages=[]).id == "r-1"
    try:
        co.chat(model="m", messages=[], request_options={"max_retries": 0})
    except cohere_chat.ApiConnectionError as error:
        assert type(error.__cause__).__module__ == runs
async def main():
    async with cohere_chat.AsyncClientV2("k", base_url=url) as co:
        assert (await co.chat(model="m", messages=[])).id == "r-1"
asyncio.run(main())
loaded = {name for name, module in sys.modules.items() if module}
assert not loaded & {other, core}, loaded & {other, core}
"""


@pytest.mark.parametrize(
    ("variable", "runs", "other", "missing", "core"),
    [
        ("", "httpx", "httpx2", "", "httpcore2"),
        ("httpx2", "httpx2", "httpx", "", "httpcore"),
        ("", "httpx2", "httpx", "httpx", "httpcore"),
    ],
)
def test_of_the_other_family_nothing_is_imported(
    variable: str, runs: str, other: str, missing: str, core: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COHERE_CHAT_HTTPX", variable)
    with RawServer(http(200, REPLY), [CLOSE], http(200, REPLY)) as server:
        command = [sys.executable, "-W", "error", "-c", PROGRAM, server.url, runs, other, missing, core]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_one_module_imports_httpx() -> None:
    files = [
        path for path in (ROOT / "overlay").rglob("*.py") if re.search(r"(?m)^\s*(import|from) httpx", path.read_text())
    ]
    assert [path.name for path in files] == ["_httpx.py"]


ALIASED = """
import httpx2
httpx2.alias_httpx()
import cohere_chat, cohere_chat._httpx as ours, httpx
assert ours.httpx is httpx2 is httpx
assert isinstance(httpx.URL("http://a"), ours.either(httpx.URL))
"""


def test_it_runs_on_httpx2_where_that_stands_for_httpx() -> None:
    subprocess.run([sys.executable, "-W", "error", "-c", ALIASED], check=True)


# Classes


def test_classes_of_a_family_that_is_not_imported_are_not_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    assert either(RUNNING.URL, RUNNING.Timeout) == (
        RUNNING.URL,
        RUNNING.Timeout,
        *(getattr(family, name) for family in FAMILIES if family is not RUNNING for name in ("URL", "Timeout")),
    )
    other = next(name for name in NAMES if name != RUNNING.__name__)
    # As it is while another thread imports it.
    monkeypatch.setitem(sys.modules, other, ModuleType(other))
    assert either(RUNNING.URL) == (RUNNING.URL,)
    monkeypatch.delitem(sys.modules, other)
    assert either(RUNNING.URL) == (RUNNING.URL,)


# Clients of the caller's own


def test_a_client_of_either_family_is_used_as_it_is(both: Both, family: Any, call: Call, method: str) -> None:
    seen: list[Any] = []

    def answer(request: Any) -> Any:
        assert type(request) is family.Request
        seen.append(request)
        if method == "chat":
            return family.Response(200, json=REPLY)
        return family.Response(200, headers={"content-type": "text/event-stream"}, content=b"".join(PIECES))

    own = own_client(
        both,
        family,
        transport=family.MockTransport(answer),
        base_url="http://own.example/pre%20fix",
        headers={"X-Own": "1"},
        params={"q": "1"},
        cookies={"c": "1"},
        timeout=7,
    )
    client = both.client(httpx_client=own)
    call(client)
    call(client, timeout=family.Timeout(3, read=4), additional_query_parameters={"r": ["ö", "a&b"], "q": "2"})
    both.shut(client)
    assert not own.is_closed
    assert str(seen[0].url) == "http://own.example/pre%20fix/v2/chat?q=1"
    assert (seen[0].headers["x-own"], seen[0].headers["cookie"]) == ("1", "c=1")
    assert seen[0].extensions["timeout"] == dict.fromkeys(("connect", "read", "write", "pool"), 7)
    assert seen[1].extensions["timeout"] == {"connect": 3, "read": 4, "write": 3, "pool": 3}
    assert seen[1].url.params.multi_items() == [("q", "2"), ("r", "ö"), ("r", "a&b")]
    both.shut(own)
    with pytest.raises(errors.ClientClosedError):
        call(client)


def test_the_default_timeout_of_a_client_of_either_family_is_not_used(both: Both, family: Any) -> None:
    seen: list[Any] = []

    def answer(request: Any) -> Any:
        seen.append(request.extensions["timeout"]["read"])
        return family.Response(200, json=REPLY)

    for options in ({}, {"timeout": 6}, {"timeout": None}):
        own = own_client(both, family, transport=family.MockTransport(answer), **options)
        both.chat(both.client(httpx_client=own))
    assert seen == [300, 6, None]


def test_the_way_of_a_client_of_either_family_to_prove_who_calls_is_left_to_it(both: Both, family: Any) -> None:
    with RawServer(http(200, REPLY)) as server:
        own = own_client(both, family, auth=("me", "password"))
        both.chat(both.client("", base_url=server.url, httpx_client=own))
        both.chat(both.client("key", base_url=server.url, httpx_client=own))
    basic, ours = (headers["authorization"] for headers, _ in server.requests)
    assert (basic.split()[0], ours) == ("Basic", "Bearer key")


def test_a_client_of_either_family_uploads_files(both: Both, family: Any) -> None:
    with RawServer(http(200, {"id": "d"})) as server:
        client = both.client(name="Client", base_url=server.url, httpx_client=own_client(both, family))
        data = b'{"text": "a"}\n' * 100_000
        both.run(lambda: client.datasets.create(name="n", type="embed-input", data=("a.jsonl", data)))
    assert data in server.requests[0][1]


def test_a_client_of_the_wrong_kind_is_refused_in_either_family(both: Both, family: Any) -> None:
    wrong = family.AsyncClient if both.kind == "sync" else family.Client
    with pytest.raises(errors.ConfigurationError, match=rf"Client, not {family.__name__}\.(Async)?Client$"):
        both.client(httpx_client=wrong())


def test_timeouts_and_urls_may_be_of_either_family(both: Both, family: Any, call: Call, method: str) -> None:
    with RawServer(GOOD[method], [HOLD]) as server:
        client = both.client(base_url=family.URL(server.url), timeout=family.Timeout(20))
        call(client)
        for options in ({"timeout": family.Timeout(20, read=0.05)}, {"timeout": 0.05}):
            with pytest.raises(errors.ApiTimeoutError, match=r"after 0\.05 s while waiting for") as caught:
                call(client, **ONCE, **options)
            assert isinstance(caught.value.__cause__, RUNNING.ReadTimeout)
        with pytest.raises(ValueError, match="must be a number of seconds above 0"):
            call(client, timeout=family.Timeout(-1))
        assert client.with_options(timeout=family.Timeout(1))._core.settings.timeout == RUNNING.Timeout(1)


# Errors of their transports

# What the server does, how many seconds a read may take, our error, and theirs. Only where nothing comes, a read may
# be over soon: a busy machine takes its time for the rest.
FAULTS: dict[str, tuple[list[Any], float, type[Exception], str]] = {
    "no answer": ([CLOSE], 20, errors.ApiConnectionError, "RemoteProtocolError"),
    "cut": ([*event_stream(*PIECES[:2], end=False), CLOSE], 20, errors.StreamInterruptedError, "RemoteProtocolError"),
    "stalled": ([*event_stream(*PIECES[:2], end=False), HOLD], 1, errors.StreamTimeoutError, "ReadTimeout"),
    "late": ([HOLD], 0.1, errors.ApiTimeoutError, "ReadTimeout"),
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.unmeasured
def test_errors_of_a_client_of_either_family_are_ours_and_name_it_as_their_cause(
    both: Both, family: Any, fault: str
) -> None:
    answer, seconds, ours, theirs = FAULTS[fault]
    with RawServer(answer) as server:
        client = both.client(base_url=server.url, httpx_client=own_client(both, family))
        with pytest.raises(ours) as caught:
            both.call("chat_stream", client, **ONCE, timeout=family.Timeout(20, read=seconds))
    assert type(caught.value.__cause__) is getattr(family, theirs)
    assert caught.value.__cause__.request.url.host == "127.0.0.1"


def test_where_nobody_listens_is_tried_again_in_either_family(both: Both, family: Any, refused: str) -> None:
    client = both.client(base_url=f"http://{refused}", httpx_client=own_client(both, family))
    with pytest.raises(errors.ApiConnectionError, match="Connection refused") as caught:
        both.run(lambda: client.datasets.create(name="n", type="embed-input", data=b"x"))
    error = caught.value
    assert (type(error.__cause__), error.sent, error.attempts) == (family.ConnectError, False, 3)


def test_a_wrong_certificate_is_not_tried_again_in_either_family(both: Both, family: Any, tls: ssl.SSLContext) -> None:
    with RawServer(http(200, REPLY), tls=tls) as server:
        client = both.client(base_url=server.url, httpx_client=own_client(both, family))
        with pytest.raises(errors.ApiConnectionError, match="certificate verify failed") as caught:
            both.chat(client)
    assert (type(caught.value.__cause__), caught.value.attempts) == (family.ConnectError, 1)


def test_a_status_that_a_hook_of_either_family_raises_for_is_our_error(both: Both, family: Any) -> None:
    def hook(response: Any) -> None:
        response.raise_for_status()

    async def async_hook(response: Any) -> None:
        response.raise_for_status()

    with RawServer(http(404, {"message": "no model x"}, x_key="secret-key")) as server:
        hooks = {"response": [hook if both.kind == "sync" else async_hook]}
        client = both.client(base_url=server.url, httpx_client=own_client(both, family, event_hooks=hooks))
        with pytest.raises(errors.NotFoundError) as caught:
            both.chat(client)
        assert isinstance(caught.value.__cause__, family.HTTPStatusError)
        assert caught.value.headers["x-key"] == "***"


def test_a_broken_compression_is_our_error_in_either_family(both: Both, family: Any) -> None:
    with RawServer(http(200, b"no gzip", content_encoding="gzip")) as server:
        client = both.client(base_url=server.url, httpx_client=own_client(both, family))
        with pytest.raises(errors.ApiConnectionError, match="broken compression"):
            both.chat(client)


def test_closing_wakes_a_thread_that_reads_by_a_client_of_either_family(family: Any) -> None:
    with RawServer([*event_stream(*PIECES[:3], end=False), HOLD]) as server, family.Client() as own:
        client = cohere_chat.ClientV2("k", base_url=server.url, httpx_client=own)
        stream = client.chat_stream(**CHAT)
        next(stream)
        told: list[BaseException] = []
        reading = threading.Event()

        def read() -> None:
            try:
                for _ in stream:
                    reading.set()
            except errors.StreamInterruptedError as error:
                told.append(error)

        thread = threading.Thread(target=read)
        thread.start()
        assert reading.wait(10)
        stream.close()
        thread.join(10)
        assert [str(error) for error in told] == ["the stream is closed"]
