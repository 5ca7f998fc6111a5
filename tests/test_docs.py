"""Every Python block in the README and in docs/ runs, against the emulator, each page as one program."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import cohere_chat
import pytest
from aliasing import forget_cohere
from cohere_chat.emulator import Emulator
from support import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
_BLOCK = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def program(page: Path) -> str:
    """The blocks of a page, each on its own lines, so that an error names the place."""
    text = page.read_text()
    lines = [""] * text.count("\n")
    for block in _BLOCK.finditer(text):
        start = text.count("\n", 0, block.start(1))
        code = block[1].splitlines()
        lines[start : start + len(code)] = code
    return "\n".join(lines)


WITH_CODE = [page for page in PAGES if program(page).strip()]


@pytest.mark.parametrize("page", WITH_CODE, ids=lambda page: page.name)
def test_the_code_of_a_page_runs(
    page: Path, cohere_emulator: Emulator, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    namespace: dict[str, Any] = {"__name__": "__main__"}
    try:
        exec(compile(program(page), str(page), "exec"), namespace)
    finally:
        forget_cohere()
        for value in namespace.values():
            if isinstance(value, cohere_chat.ClientV2):
                value.close()
    assert cohere_emulator.requests or "Emulator()" in program(page)


def test_no_block_is_left_out() -> None:
    for page in PAGES:
        text = page.read_text()
        assert len(re.findall(r"^ *```(?:py|python)\b", text, re.MULTILINE)) == len(_BLOCK.findall(text)), page
    assert len(WITH_CODE) > 5


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_points_to_what_is_there(page: Path) -> None:
    prose = re.sub(r"^```.*?^```$", "", page.read_text(), flags=re.DOTALL | re.MULTILINE)
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", prose):
        assert (page.parent / target).exists(), target
