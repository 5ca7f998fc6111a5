"""Run a program with `import cohere` meaning this package: python -m cohere_chat.compat (program.py | -m module) ..."""

from __future__ import annotations

import runpy
import sys
from importlib.util import find_spec
from pathlib import Path

from . import alias_cohere


def main() -> None:
    arguments = sys.argv[1:]
    as_module = arguments[:1] == ["-m"]
    target = arguments[as_module:]
    if not target or target[0].startswith("-"):
        sys.exit(__doc__)
    if as_module and find_spec(target[0].partition(".")[0]) is None:
        sys.exit(f"no module named {target[0]}")
    if not as_module and not Path(target[0]).exists():
        sys.exit(f"there is no file {target[0]}")
    alias_cohere()
    sys.argv = target
    if as_module:
        runpy.run_module(target[0], run_name="__main__", alter_sys=True)
    else:
        # As Python itself does it: a program imports what lies beside it.
        sys.path[0] = str(Path(target[0]).resolve().parent)
        runpy.run_path(target[0], run_name="__main__")


if __name__ == "__main__":
    main()
