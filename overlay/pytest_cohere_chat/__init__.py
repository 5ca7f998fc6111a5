"""The fixture `cohere_emulator` for the tests of programs that talk to the Chat API.

A package of its own, because pytest imports plugins at every start: this one imports nothing until it is used.
"""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from cohere_chat.emulator import Emulator


@pytest.fixture(scope="session")
def _running_cohere_emulator() -> "Iterator[Emulator]":
    from cohere_chat.emulator import Emulator  # noqa: PLC0415 (only if used)

    emulator = Emulator()
    with emulator:
        yield emulator


@pytest.fixture
def cohere_emulator(_running_cohere_emulator: "Emulator", monkeypatch: pytest.MonkeyPatch) -> "Iterator[Emulator]":
    """A running emulator that CO_API_URL and CO_API_KEY point to.

    It has no requests, faults and replies from other tests. See cohere_chat.emulator.Emulator for `url`,
    `requests`, `fail_next(...)` and `reply_with(...)`.
    """
    _running_cohere_emulator.reset()
    monkeypatch.setenv("CO_API_URL", _running_cohere_emulator.url)
    monkeypatch.setenv("CO_API_KEY", "emulator-key-000")
    # Not by way of a proxy. Of the two names, the lower-case one counts if it is there.
    direct = os.environ.get("no_proxy") or os.environ.get("NO_PROXY")
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.setenv(name, f"{direct},127.0.0.1" if direct else "127.0.0.1")
    yield _running_cohere_emulator
    _running_cohere_emulator.reset()
