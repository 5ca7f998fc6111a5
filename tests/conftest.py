"""What all tests share: a clean environment, a check of every request, and both clients."""

from __future__ import annotations

import contextlib
import functools
import gc
import json
import os
import signal
import socket
import ssl
from collections.abc import Generator, Iterator
from typing import Any

import coverage
import hypothesis
import jsonschema
import pytest
import trustme
from cohere_chat import _call
from cohere_chat.emulator import Emulator
from cohere_chat_api.endpoint import Endpoint
from rawserver import RawServer
from streams import Call, Serve
from support import CONTRACT, ROOT, Both, server_context

# The suite is as strict on a slow machine as on a fast one.
hypothesis.settings.register_profile("suite", deadline=None, derandomize=True, max_examples=60)
hypothesis.settings.load_profile("suite")
# What a shell runs in the background ignores Ctrl-C, and so would all that tests start and interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
# For `make fuzz`.
hypothesis.settings.register_profile("fuzz", deadline=None, max_examples=2000, print_blob=True)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: many tests wait for something most of their time."""
    return (os.cpu_count() or 1) + 1


# Collecting makes a million objects, none of which is garbage.
gc.disable()


def pytest_collection_finish() -> None:
    """Have gc.collect(), which many tests call, look at what they made only: it takes a tenth of the time."""
    gc.enable()
    gc.collect()
    gc.freeze()


# Tests of what has no coverage to measure, or whose coverage others give. Measuring doubles their time.
UNMEASURED = {
    ROOT / "tests" / name
    for name in (
        *("spec", "emulator", "fuzz"),
        *("test_contract.py", "test_generated.py", "test_packaging.py"),
        *("test_body.py", "test_cookbook.py", "test_creates.py", "test_docs.py", "helpers/test_types_and_values.py"),
    )
}


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Measure no coverage in some tests, nor in their fixtures."""
    stopped = []
    if item.get_closest_marker("unmeasured") or not UNMEASURED.isdisjoint((item.path, *item.path.parents)):
        # In a process of pytest-xdist there are two, the first of which goes on when the second stops.
        while measuring := coverage.Coverage.current():
            measuring.stop()
            stopped.append(measuring)
    try:
        return (yield)
    finally:
        for measuring in reversed(stopped):
            measuring.start()


@functools.cache
def _body_validator(method: str, path: str) -> jsonschema.Draft202012Validator:
    """What checks the JSON body of an operation against the contract."""
    content = CONTRACT["paths"][path][method.lower()]["requestBody"]["content"]
    return jsonschema.Draft202012Validator(
        {**content["application/json"]["schema"], "components": CONTRACT["components"]}
    )


# Many tests send the same.
@functools.lru_cache(1000)
def _check_body(method: str, path: str, body: bytes) -> None:
    _body_validator(method, path).validate(json.loads(body))


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        ours = name.startswith(("CO_", "COHERE_")) and name != "COHERE_CHAT_HTTPX"
        if ours or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture(autouse=True)
def _requests_keep_the_contract(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every body that the suite sends is valid, but for tests marked off_contract."""
    if request.node.get_closest_marker("off_contract"):
        return
    build = _call._build_body

    def validating(endpoint: Endpoint[Any], *arguments: Any) -> Any:
        body = build(endpoint, *arguments)
        if isinstance(body, bytes):
            _check_body(endpoint.method, endpoint.path, body)
        return body

    monkeypatch.setattr(_call, "_build_body", validating)


@pytest.fixture(scope="session")
def emulator_url() -> Iterator[str]:
    with Emulator() as url:
        yield url


@pytest.fixture
def refused() -> Iterator[str]:
    """A host and port where nobody listens, and nobody else can."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"127.0.0.1:{taken.getsockname()[1]}"


@pytest.fixture(params=["sync", "async"])
def both(request: pytest.FixtureRequest) -> Iterator[Both]:
    both = Both(request.param)
    yield both
    both.close()


@pytest.fixture(params=["chat", "chat_stream"])
def method(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def call(both: Both, method: str) -> Call:
    """Calls chat(), or reads what chat_stream() gives to its end: takes a client and request options."""
    return functools.partial(both.call, method)


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="session")
def authority_file(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("authority") / "ca.pem"
    authority.cert_pem.write_to_path(str(path))
    return str(path)


@pytest.fixture(scope="session")
def tls(authority: trustme.CA) -> ssl.SSLContext:
    return server_context(authority, "127.0.0.1", "localhost")


@pytest.fixture
def _trust(authority_file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", authority_file)


@pytest.fixture(params=["http", "https"])
def serve(request: pytest.FixtureRequest, tls: ssl.SSLContext, _trust: None) -> Iterator[Serve]:
    """Starts a server with the answers that it is given."""
    with contextlib.ExitStack() as stack:
        yield lambda *answers: stack.enter_context(RawServer(*answers, tls=tls if request.param == "https" else None))
