"""Environments of their own for what is not in .venv, kept in .venv-frameworks/ between runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support import ROOT

_REQUIREMENTS = Path(__file__).parent / "requirements"
_PATHS = [str(ROOT / "overlay"), str(ROOT / "generated")]
# What pip says when there is no way to the index.
_UNREACHABLE = ("NewConnectionError", "Failed to establish a new connection", "ConnectTimeoutError", "ProxyError")


class Environment:
    """An environment with what a file of requirements/ lists."""

    def __init__(self, name: str) -> None:
        requirements = (_REQUIREMENTS / f"{name}.txt").read_text()
        folder = ROOT / ".venv-frameworks" / name
        self._python = str(folder / "bin" / "python")
        ready = folder / "ready"
        if not ready.exists() or ready.read_text() != requirements:
            subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
            pip = [self._python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"]
            done = subprocess.run([*pip, _REQUIREMENTS / f"{name}.txt"], capture_output=True, text=True, check=False)
            if any(sign in done.stderr for sign in _UNREACHABLE):
                pytest.skip("the package index cannot be reached")
            assert done.returncode == 0, done.stderr
            ready.write_text(requirements)

    def run(self, *arguments: str | Path, with_ours: bool = False) -> str:
        """What a program prints; with_ours says whether cohere_chat can be imported."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        if with_ours:
            environment["PYTHONPATH"] = os.pathsep.join(_PATHS)
        # Warnings of other people's packages are theirs.
        command = [self._python, "-W", "ignore", *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=600, check=False)
        assert done.returncode == 0, done.stderr + done.stdout[-5000:]
        return done.stdout
