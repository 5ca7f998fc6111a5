"""Run the tests on each Python that this machine has and that pyproject.toml allows, one after the other.

Usage: pythons.py [PYTHON ...]

Without a PYTHON (a path or a command), those count that pyenv and uv have installed and that are on PATH, the newest of
each minor version, free-threaded ones by themselves. Each gets a virtual environment .venv-pythons/VERSION. The
variable PYTEST_ADDOPTS may hold options for pytest, instead of those for all processors.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
OLDEST: Final = (3, 11)
_TELL: Final = """
import json, sys, sysconfig
print(json.dumps([sys.version_info[:3], bool(sysconfig.get_config_var("Py_GIL_DISABLED"))]))
"""


def find_commands() -> list[str]:
    """The interpreters that may be there, some of them twice."""
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    found = [str(path) for path in sorted(pyenv.glob("versions/*/bin/python3"))]
    uv = shutil.which("uv")
    if uv:
        list_installed = [uv, "python", "list", "--only-installed", "--output-format=json"]
        listed = subprocess.run(list_installed, stdout=subprocess.PIPE, check=True)
        found += [each["path"] for each in json.loads(listed.stdout)]
    return [*found, *(f"python3.{minor}{kind}" for minor in range(OLDEST[1], 30) for kind in ("", "t"))]


def newest_of_each(commands: list[str]) -> dict[str, str]:
    """The commands by what they run, such as 3.13 or 3.13t: of each minor version the newest."""
    newest: dict[tuple[int, int, bool], tuple[list[int], str]] = {}
    for command in commands:
        if not shutil.which(command):
            continue
        told = subprocess.run([command, "-c", _TELL], capture_output=True, text=True, check=False)
        # A shim of pyenv's is there for versions that are not.
        if told.returncode:
            continue
        version, is_free_threaded = json.loads(told.stdout)
        if tuple(version) >= OLDEST:
            key = version[0], version[1], is_free_threaded
            newest[key] = max(newest.get(key, (version, command)), (version, command))
    return {f"{key[0]}.{key[1]}{'t' * key[2]}": command for key, (_, command) in sorted(newest.items())}


def run_tests(name: str, command: str) -> bool:
    """Run the tests on one Python; say whether they pass."""
    folder = ROOT / ".venv-pythons" / name
    python = folder / "bin" / "python"
    subprocess.run([command, "-m", "venv", str(folder)], check=True)
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", ".[dev]"]
    if subprocess.run(install, cwd=ROOT, check=False).returncode:
        return False
    options = [] if "PYTEST_ADDOPTS" in os.environ else ["--numprocesses=auto", "--dist=worksteal", "--timeout=300"]
    return subprocess.run([str(python), "-m", "pytest", *options], cwd=ROOT, check=False).returncode == 0


def main() -> None:
    pythons = newest_of_each(sys.argv[1:] or find_commands())
    print("found:", *pythons, flush=True)
    results = {}
    for name, command in pythons.items():
        print(f"\nPython {name}: {command}", flush=True)
        results[name] = run_tests(name, command)
    print(*(f"Python {name}: {'passed' if passed else 'FAILED'}" for name, passed in results.items()), sep="\n")
    sys.exit(not (results and all(results.values())))


if __name__ == "__main__":
    main()
