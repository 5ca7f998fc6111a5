"""Write generated/cohere_chat_api/ from openapi.yaml, and the synchronous twins of asynchronous code, or check both.

python tools/generate.py            # write
python tools/generate.py --check    # compare with what would be written; changes nothing
"""

from __future__ import annotations

import argparse
import difflib
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

from generator import project
from spec.load import SpecError, read
from spec.proofread import proofread
from unasync import twin_folders, write_twins

ROOT = Path(__file__).resolve().parent.parent
TARGET = Path("generated") / "cohere_chat_api"
MOST_NAMES = 8  # of files, in the summary


def generate(root: Path, output: Path) -> None:
    """Run the generator on the sources in `root`; any mistake in them and any warning of it is an error."""
    contract = root / "openapi.yaml"
    generator = "".join(path.read_text("utf-8") for path in Path(project.__file__).parent.glob("*.py"))
    try:
        mistakes = proofread(read(str(contract)), contract.name, set(re.findall(r"\bx-[a-z-]+", generator)))
    except SpecError as error:
        mistakes = [str(error)]
    if mistakes:
        sys.exit("\n".join([*mistakes, f"{TARGET} is as it was."]))
    # The hooks of generator-config.yaml find ruff beside this interpreter.
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    refusals = project.generate(contract, root / "generator-config.yaml", root / "templates", output)
    if refusals:
        sys.exit("\n".join([*refusals, f"{TARGET} is as it was."]))


def read_trees(root: Path, folders: list[Path]) -> dict[str, bytes]:
    """The contents of the files in folders of a root, by their paths from there."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for folder in folders
        for path in sorted((root / folder).rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def differences(there: dict[str, bytes], wanted: dict[str, bytes]) -> list[str]:
    """Say how the files that are there differ from those that should be, in lines for a person."""
    lines = []
    for name in sorted(there.keys() | wanted.keys()):
        if name not in wanted:
            lines.append(f"{name}: no such file is generated\n")
        elif name not in there:
            lines.append(f"{name}: missing\n")
        elif there[name] != wanted[name]:
            old, new = (side[name].decode("utf-8", "replace").splitlines(keepends=True) for side in (there, wanted))
            lines += difflib.unified_diff(old, new, name, "as generated")
    return lines


def summary(there: dict[str, bytes], wanted: dict[str, bytes]) -> str:
    """Say in a line what writing the files does to those that are there."""
    changes = {
        "changed": [name for name in wanted if name in there and there[name] != wanted[name]],
        "added": [name for name in wanted if name not in there],
        "removed": [name for name in there if name not in wanted],
    }
    told = [f"{what} {_some(names)}" for what, names in changes.items() if names]
    models = sum("/models/" in name and not name.endswith("__init__.py") for name in wanted)
    return f"{TARGET}: {models} models; {'; '.join(told) or 'nothing changed'}."


def _some(names: list[str]) -> str:
    return ", ".join(names[:MOST_NAMES]) + (f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else "")


def main() -> None:
    assert __doc__
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare only; exit status 1 if anything differs")
    parser.add_argument("--root", type=Path, default=ROOT, help="the checkout to work on")
    arguments = parser.parse_args()
    root: Path = arguments.root
    twins = twin_folders(root)
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        generate(root, scratch / TARGET)
        for source, twin in twins.items():
            write_twins(root / source, scratch / twin)
        targets = [TARGET, *twins.values()]
        there, wanted = read_trees(root, targets), read_trees(scratch, targets)
        if arguments.check:
            found = differences(there, wanted)
            if found:
                sys.exit("".join(found) + "\nWhat is generated is not what its sources give: run `make generate`.")
        else:
            for target in targets:
                shutil.rmtree(root / target, ignore_errors=True)
                shutil.copytree(scratch / target, root / target)
            print(summary(there, wanted))


if __name__ == "__main__":
    main()
