"""The snippets of the vendor's guide and reference run as they stand, after a change of the import alone."""

from __future__ import annotations

import contextlib
import io
import re
from typing import Any

import pytest
from support import ROOT

REFERENCE = ROOT.parent / "shared" / "reference"

pytestmark = pytest.mark.skipif(
    not REFERENCE.is_dir(), reason=f"the vendor's texts are not beside the checkout (shared/{REFERENCE.name})"
)


def snippets(name: str) -> list[str]:
    """The Python code of a saved page, whose lines carry numbers that begin anew with each snippet."""
    found: list[list[str]] = []
    for line in (REFERENCE / name).read_text().splitlines():
        match = re.fullmatch(r"(\d+)(.*)", line)
        if not match:
            continue
        if match[1] == "1":
            found.append([])
        # The pages' indentation came out as one blank for the number and the code's own blanks.
        if found:
            found[-1].append(match[2])
    return ["\n".join(lines) for lines in found if lines[0].strip() == "import cohere"]


def printed_by(code: str) -> str:
    namespace: dict[str, Any] = {}
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(compile(code.replace("import cohere\n", "import cohere_chat as cohere\n"), "snippet", "exec"), namespace)
    namespace["co"].close()
    return output.getvalue()


@pytest.mark.parametrize(
    ("page", "number", "prints"),
    [
        ("chat-guide.txt", 0, "The Ultimate Guide to API Design: Best Practices for Building Robust and Scalable APIs"),
        ("chat-guide.txt", 1, "Designing Perfect APIs"),
        ("chat-guide.txt", 2, "AI: The Generative Age"),
        ("chat-api-reference.txt", 0, "LLMs stand for Large Language Models"),
    ],
)
def test_a_snippet_prints_what_the_page_says(
    page: str, number: int, prints: str, emulator_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CO_API_URL", emulator_url)
    monkeypatch.setenv("CO_API_KEY", "any")
    assert prints in printed_by(snippets(page)[number])


def test_all_snippets_are_found() -> None:
    assert len(snippets("chat-guide.txt")) == 3
    assert len(snippets("chat-api-reference.txt")) == 1
