"""Every Python block in the README and in docs/ type-checks, and runs against the emulator, each page as a program."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import cohere_chat
import pytest
from aliasing import forget_cohere
from cohere_chat.emulator import Emulator
from support import ROOT

DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.glob("*.md")), *sorted(DOCS.glob("cookbook/*.md"))]
_BLOCK = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_ELSEWHERE = re.compile(r"^<!-- (?:not )?run by .*? -->\n```python$.*?^```$", re.DOTALL | re.MULTILINE)
_UNTYPED = re.compile(r"^<!-- not type-checked: .*? -->\n```python$.*?^```$", re.DOTALL | re.MULTILINE)


def program(page: Path) -> str:
    """The blocks of a page, each on its own lines, so that an error names the place."""
    return blocks(_here(page))


def _here(page: Path) -> str:
    """A page without the blocks that need what only the slow tests have, which leave their lines."""
    return _ELSEWHERE.sub(lambda block: "\n" * block[0].count("\n"), page.read_text())


def blocks(text: str) -> str:
    lines = [""] * text.count("\n")
    for block in _BLOCK.finditer(text):
        start = text.count("\n", 0, block.start(1))
        code = block[1].splitlines()
        lines[start : start + len(code)] = code
    return "\n".join(lines)


def name(page: Path) -> str:
    return page.relative_to(DOCS if DOCS in page.parents else ROOT).as_posix()


WITH_CODE = [page for page in PAGES if program(page).strip()]


@pytest.mark.parametrize("page", WITH_CODE, ids=name)
def test_the_code_of_a_page_runs(
    page: Path, cohere_emulator: Emulator, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    namespace: dict[str, Any] = {"__name__": "__main__"}
    try:
        exec(compile(program(page), str(page), "exec", dont_inherit=True), namespace)
    finally:
        forget_cohere()
        for value in namespace.values():
            if isinstance(value, cohere_chat.Client | cohere_chat.ClientV2):
                value.close()
    # Tests on a page are run by test_cookbook.py.
    assert cohere_emulator.requests or "Emulator()" in program(page) or "def test_" in program(page)


@pytest.mark.editor
def test_the_code_of_the_pages_type_checks(tmp_path: Path) -> None:
    """Strictly, but for blocks that say why not."""
    for page in WITH_CODE:
        checked = _UNTYPED.sub(lambda untyped: "\n" * untyped[0].count("\n"), _here(page))
        # Not as json.py, which is a name of Python's own.
        module = re.sub(r"\W", "_", name(page).removesuffix(".md"))
        (tmp_path / f"page_{module}.py").write_text(blocks(checked))
    # The names that alias_cohere() makes are there at run time only.
    command = [sys.executable, "-m", "mypy", "--strict", "--disable-error-code=import-not-found", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_block_is_left_out() -> None:
    for page in PAGES:
        text = page.read_text()
        assert len(re.findall(r"^ *```(?:py|python)\b", text, re.MULTILINE)) == len(_BLOCK.findall(text)), page
    assert len(WITH_CODE) > 5


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_a_page_points_to_what_is_there(page: Path) -> None:
    prose = re.sub(r"^```.*?^```$", "", page.read_text(), flags=re.DOTALL | re.MULTILINE)
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", prose):
        assert (page.parent / target).exists(), target


def test_the_tests_that_security_md_names_exist() -> None:
    named = set(re.findall(r"`(test_\w+)`", (ROOT / "SECURITY.md").read_text()))
    defined = set()
    for path in (ROOT / "tests").rglob("test_*.py"):
        defined |= set(re.findall(r"^def (test_\w+)", path.read_text(), re.MULTILINE))
    assert len(named) > 30
    assert named <= defined
