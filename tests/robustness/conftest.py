"""Servers over http and https, with a certificate authority made for the run, and both methods behind one face."""

from __future__ import annotations

import contextlib
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme
from faults import Call, Serve, calls, server_context
from rawserver import RawServer
from support import Both

# No case may hang; the longest takes a second or two.
LONGEST_CASE = 60


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.timeout(LONGEST_CASE))


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


@pytest.fixture(params=["chat", "chat_stream"])
def method(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def call(both: Both, method: str) -> Call:
    """Calls chat(), or reads what chat_stream() gives to its end."""
    return calls(both)[method]
