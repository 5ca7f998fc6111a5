"""Write generated/cohere_chat_api/ from openapi.yaml, generator-config.yaml and templates/, or check it.

python tools/generate.py            # write
python tools/generate.py --check    # compare with what would be written; changes nothing
"""

from __future__ import annotations

import argparse
import difflib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from ruamel.yaml import YAML
from spec.load import SpecError, read
from spec.proofread import proofread

ROOT = Path(__file__).resolve().parent.parent
TARGET = Path("generated") / "cohere_chat_api"
MOST_NAMES = 8  # of files, in the summary


def generate(root: Path, output: Path) -> None:
    """Run the generator on the sources in `root`; any mistake in them and any warning of it is an error."""
    contract = root / "openapi.yaml"
    templates = "".join(path.read_text("utf-8") for path in sorted((root / "templates").rglob("*.jinja")))
    try:
        mistakes = proofread(read(str(contract)), contract.name, set(re.findall(r"\bx-[a-z-]+", templates)))
    except SpecError as error:
        mistakes = [str(error)]
    if mistakes:
        sys.exit("\n".join([*mistakes, f"{TARGET} is as it was."]))
    command = [
        sys.executable,
        "-m",
        "openapi_python_client",
        "generate",
        f"--path={contract}",
        f"--config={root / 'generator-config.yaml'}",
        f"--custom-template-path={root / 'templates'}",
        "--meta=none",
        f"--output-path={output}",
        "--fail-on-warning",
    ]
    # The hooks of generator-config.yaml find ruff beside this interpreter.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    done = subprocess.run(command, env={**os.environ, "PATH": path}, text=True, capture_output=True, check=False)
    if done.returncode:
        told = f"{done.stdout}{done.stderr}"
        # The templates refuse by a name that is not there, which says it all; the generator's frames around it do not.
        refusal = re.search("^UndefinedError: .*", told, re.MULTILINE)
        sys.exit(f"{refusal[0] if refusal else told}\nThe generator failed; {TARGET} is as it was.")

    # The contract itself, for what reads it at run time without a YAML library.
    data = YAML(typ="safe").load(contract)
    (output / "openapi.json").write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def read_tree(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def differences(there: dict[str, bytes], wanted: dict[str, bytes]) -> list[str]:
    """Say how the files that are there differ from those that should be, in lines for a person."""
    lines = []
    for name in sorted(there.keys() | wanted.keys()):
        if name not in wanted:
            lines.append(f"{TARGET / name}: no such file is generated\n")
        elif name not in there:
            lines.append(f"{TARGET / name}: missing\n")
        elif there[name] != wanted[name]:
            old, new = (side[name].decode("utf-8", "replace").splitlines(keepends=True) for side in (there, wanted))
            lines += difflib.unified_diff(old, new, str(TARGET / name), "as generated")
    return lines


def summary(there: dict[str, bytes], wanted: dict[str, bytes]) -> str:
    """Say in a line what writing the files does to those that are there."""
    changes = {
        "changed": [name for name in wanted if name in there and there[name] != wanted[name]],
        "added": [name for name in wanted if name not in there],
        "removed": [name for name in there if name not in wanted],
    }
    told = [f"{what} {_some(names)}" for what, names in changes.items() if names]
    models = sum(name.startswith("models/") and not name.endswith("__init__.py") for name in wanted)
    return f"{TARGET}: {models} models; {'; '.join(told) or 'nothing changed'}."


def _some(names: list[str]) -> str:
    return ", ".join(names[:MOST_NAMES]) + (f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else "")


def main() -> None:
    assert __doc__
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare only; exit status 1 if anything differs")
    parser.add_argument("--root", type=Path, default=ROOT, help="the checkout to work on")
    arguments = parser.parse_args()
    target = arguments.root / TARGET
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / TARGET.name
        generate(arguments.root, output)
        there, wanted = read_tree(target), read_tree(output)
        if arguments.check:
            found = differences(there, wanted)
            if found:
                sys.exit("".join(found) + f"\n{TARGET} is not what openapi.yaml gives: run `make generate`.")
        else:
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(output, target)
            print(summary(there, wanted))


if __name__ == "__main__":
    main()
