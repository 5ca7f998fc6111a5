"""Check that the tests notice deliberate defects: each of mutants.toml is put into a copy, where a test must fail.

python tools/mutants.py             # all; exit status 1 if one survives
python tools/mutants.py redirect    # those with this word in their names
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

ROOT = Path(__file__).resolve().parent.parent
LIST = Path(__file__).with_name("mutants.toml")
PACKAGE = Path("overlay/cohere_chat")
# What a copy needs.
COPIED: Final = ("overlay", "generated", "tests", "pyproject.toml")
# A test that hangs has noticed, too.
MAX_SECONDS: Final = 300
MAX_TEST_SECONDS: Final = 60


def survives(name: str, test: str, file: str, old: str, new: str) -> bool:
    """Put a defect into a copy and run the test that must notice there."""
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        for part in COPIED:
            copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
            copy(ROOT / part, scratch / part)
        path = scratch / PACKAGE / file
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        survived = passes(scratch, test)
    print(f"{'SURVIVED' if survived else 'noticed '}  {name}", flush=True)
    return survived


def passes(scratch: Path, test: str) -> bool:
    """Whether a test passes in a copy."""
    sources = os.pathsep.join(str(scratch / folder) for folder in ("overlay", "generated"))
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
    command += [f"--timeout={MAX_TEST_SECONDS}", f"tests/{test}"]
    environment = {**os.environ, "PYTHONPATH": sources, "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            command, cwd=scratch, env=environment, capture_output=True, text=True, timeout=MAX_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{done.stdout}{done.stderr}\nThe tests did not run.")
    return done.returncode == 0


def mutants() -> list[dict[str, Any]]:
    """The list, each of whose entries must fit the code."""
    listed: list[dict[str, Any]] = tomllib.loads(LIST.read_text(encoding="utf-8"))["mutant"]
    for mutant in listed:
        if (ROOT / PACKAGE / mutant["file"]).read_text(encoding="utf-8").count(mutant["old"]) != 1:
            raise ValueError(
                f"{LIST.name}: {mutant['name']!r} is out of date: {mutant['file']} must hold once:\n{mutant['old']}"
            )
        file, _, test = mutant["test"].partition("::")
        if f"\ndef {test}(" not in (ROOT / "tests" / file).read_text(encoding="utf-8"):
            raise ValueError(f"{LIST.name}: {mutant['name']!r} is out of date: tests/{file} has no {test}()")
    return listed


def main() -> None:
    assert __doc__
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("word", nargs="?", default="", help="only those with this word in their names")
    word = parser.parse_args().word
    listed = [mutant for mutant in mutants() if word in mutant["name"]]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        survived = list(pool.map(lambda mutant: survives(**mutant), listed))
    survivors = [mutant["name"] for mutant, survivor in zip(listed, survived, strict=True) if survivor]
    if survivors:
        sys.exit(f"No test notices: {', '.join(survivors)}")


if __name__ == "__main__":
    main()
