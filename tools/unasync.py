"""Make the synchronous twins of asynchronous code: each folder _async/ of the overlay gives a _sync/ beside it.

The way httpcore goes: the asynchronous files are the source, and substitutions of words make the synchronous ones.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Final

HEADER: Final = "# Made by `make generate` from ../_async/{name}. Do not edit.\n"

SUBSTITUTIONS: Final = [
    (re.compile(pattern), replacement)
    for pattern, replacement in [
        (r"\basync (def|for|with)\b", r"\1"),
        (r"\bawait ", ""),
        (r"\bAsyncGenerator\[(.+), None\]", r"Generator[\1, None, None]"),
        # One level of brackets may be inside.
        (r"\bAwaitable\[((?:[^\[\]]|\[[^\[\]]*\])*)\]", r"\1"),
        (r"\bAwaitable, |, Awaitable\b", ""),
        (r"\bStopAsyncIteration\b", "StopIteration"),
        (r"\b__a(enter|exit|iter|next)__\b", r"__\1__"),
        (r"\ba(close|next|iter|iter_raw)\b", r"\1"),
        (r"\bimport asyncio\b", "import time"),
        (r"\basyncio\.sleep\b", "time.sleep"),
        (r", for asyncio\.", "."),
        (
            r"Any number of tasks may use it at once, and one event loop after another",
            "Many threads may use it at once",
        ),
        (r"\(asynchronous or not\) ", ""),
        (r"\bAsyncByteStream\b", "SyncByteStream"),
        (r"\bAsync(\w+)", r"\1"),
        (r"\basync_(\w+)", r"\1"),
        (r"\b_async\b", "_sync"),
        (r"\basynchronously\b", "synchronously"),
    ]
]


def twin_folders(root: Path) -> dict[Path, Path]:
    """The folders of asynchronous code and those of their twins, from the root."""
    sources = [path.relative_to(root) for path in sorted((root / "overlay").rglob("_async")) if path.is_dir()]
    return {source: source.with_name("_sync") for source in sources}


def unasync(text: str) -> str:
    """The synchronous twin of a source."""
    for pattern, replacement in SUBSTITUTIONS:
        text = pattern.sub(replacement, text)
    return text


def write_twins(source: Path, target: Path) -> None:
    """Write the twins of all files of a folder into another one."""
    target.mkdir(parents=True)
    for path in sorted(source.glob("*.py")):
        (target / path.name).write_text(HEADER.format(name=path.name) + unasync(path.read_text("utf-8")), "utf-8")
    for command in (["check", "--select=I,F401", "--fix-only"], ["format"]):
        options = ["--isolated", "--no-cache", "--quiet", "--target-version=py311", "--line-length=120"]
        subprocess.run([sys.executable, "-m", "ruff", *command, *options, str(target)], check=True)
