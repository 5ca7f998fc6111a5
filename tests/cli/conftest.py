"""The command, run in this process, on pipes or on what it takes for a terminal."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from cohere_chat.__main__ import main
from cohere_chat.emulator import Emulator


@attrs.frozen
class Done:
    """What a command did."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.split("\n") if line]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


Run = Callable[..., Done]


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the command keeps what it keeps; and a terminal of a known kind."""
    for name, value in {"XDG_STATE_HOME": str(tmp_path), "TERM": "xterm", "COLUMNS": "60", "LINES": "12"}.items():
        monkeypatch.setenv(name, value)
    for name in ("NO_COLOR", "FORCE_COLOR", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "cohere-chat"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    def run(*words: str, piped: str | bytes | None = None, terminal: bool = False) -> Done:
        """Run the command with standard input from a pipe or, without one, a terminal."""
        data = piped.encode() if isinstance(piped, str) else piped
        new = Terminal if terminal else io.StringIO
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", Terminal() if data is None else io.TextIOWrapper(io.BytesIO(data)))
            patch.setattr(sys, "stdout", new())
            patch.setattr(sys, "stderr", new())
            status = main(words)
            return Done(status, sys.stdout.getvalue(), sys.stderr.getvalue())  # type: ignore[attr-defined]

    return run


@pytest.fixture
def api(cohere_emulator: Emulator) -> Emulator:
    """The API that the command finds in its environment."""
    return cohere_emulator
