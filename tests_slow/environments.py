"""Environments of their own for tools that the project itself does not depend on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def scripts_with(*requirements: str) -> Path:
    """Return the directory of the programs of an environment with `requirements`, made at the first call.

    Skips the test where no package index can be reached.
    """
    home = ROOT / ".venv-tools" / "+".join(requirements)
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    made = home / "made"
    if not made.exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", home], check=True)
        pip = [scripts / "python", "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        installed = subprocess.run([*pip, *requirements], capture_output=True, text=True, check=False)
        # What pip says if it asked an index in vain; one that answers has versions.
        if "(from versions: none)" in installed.stderr:
            pytest.skip(f"no package index can be reached to install {requirements}: {installed.stderr[-300:]}")
        assert installed.returncode == 0, installed.stderr
        made.touch()
    return scripts
