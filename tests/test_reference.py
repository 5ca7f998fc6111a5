"""The snippets of the vendor's guide and reference run as they stand, after a change of the import alone."""

from __future__ import annotations

import contextlib
import gc
import io
import re
from typing import Any

import cohere_chat
import pytest
from ruamel.yaml import YAML
from support import ROOT

# The vendor's texts are not part of the project: who has them puts them beside the checkout.
REFERENCE = ROOT.parent / "shared" / "reference"
SPECIFICATION = ROOT.parent / "shared" / "vendor-spec" / "cohere-openapi-2026-08-20.yaml"

pytestmark = pytest.mark.skipif(
    not REFERENCE.is_dir() or not SPECIFICATION.is_file(),
    reason="the vendor's texts are not beside the checkout, in ../shared/reference and ../shared/vendor-spec",
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
    if isinstance(namespace["co"], cohere_chat.ClientV2):
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


def samples() -> list[Any]:
    """The Python samples of the vendor's OpenAPI document, whole and streamed, synchronous and asynchronous."""
    if not SPECIFICATION.is_file():
        return []
    # The path alone: the whole document takes many seconds to read.
    path = re.search(r"^  /v2/chat:\n(?:    .*\n|\n)+", SPECIFICATION.read_text(), re.MULTILINE)
    assert path is not None
    operation = YAML(typ="safe").load(path[0])["/v2/chat"]["post"]
    found = [sample for example in operation["x-fern-examples"] for sample in example["code-samples"]]
    return [
        pytest.param(sample["code"], id=f"{number}-{sample['name']}")
        for number, sample in enumerate(sample for sample in found if sample.get("sdk") == "python")
    ]


# What an asynchronous sample leaves open nobody can close after its event loop, which asyncio remarks.
@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("code", samples())
def test_a_sample_of_the_reference_runs(code: str, emulator_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CO_API_URL", emulator_url)
    monkeypatch.setenv("CO_API_KEY", "any")
    printed = printed_by(code)
    gc.collect()
    # A streamed sample may ask for a tool, and prints texts only.
    assert printed or ("chat_stream" in code and "tools" in code)
