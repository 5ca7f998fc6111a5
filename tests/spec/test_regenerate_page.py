"""docs/regenerate.md: its examples are right, and what it names is there."""

from __future__ import annotations

import re

from ruamel.yaml import YAML
from spec import departures
from spec.compare import compare
from spec.load import Document, parse
from spec.meaning import read_meaning, text
from spec_documents import lines
from support import CONTRACT, ROOT

PAGE = (ROOT / "docs" / "regenerate.md").read_text()


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def test_its_examples_fit_into_openapi_yaml() -> None:
    parameter, _operation, member, deprecated, _job = blocks("yaml")
    contract = (ROOT / "openapi.yaml").read_text()
    before = read_meaning(Document("openapi.yaml", CONTRACT))
    old = '        thinking:\n          $ref: "#/components/schemas/Thinking"\n'
    assert contract.count(old) == 1
    contract = contract.replace(old, parameter + deprecated)
    contract = contract.replace("    TextContent:\n", f"{member}\n    TextContent:\n")
    for entry, behind in (
        (
            '        - $ref: "#/components/schemas/AudioUrlContent"\n',
            '        - $ref: "#/components/schemas/ImageUrlContent"\n',
        ),
        (
            '          audio_url: "#/components/schemas/AudioUrlContent"\n',
            '          image_url: "#/components/schemas/ImageUrlContent"\n',
        ),
    ):
        assert contract.count(behind) == 1
        contract = contract.replace(behind, behind + entry)
    after = read_meaning(parse(contract, "openapi.yaml"))
    assert lines(compare(before, after)) == [
        "request.messages[role=user].content[type=audio_url]: union member added: object, with audio_url (additive for "
        "those who send requests)",
        "request.thinking: deprecated added (additive for those who send requests)",
        "request.top_a: parameter added: number, minimum 0, maximum 1 (additive for those who send requests)",
    ]


def test_its_job_is_yaml() -> None:
    job = YAML(typ="safe", pure=True).load(blocks("yaml")[-1])
    assert "tools/spec_diff.py" in job["jobs"]["watch-spec"]["steps"][2]["run"]


def test_what_it_names_is_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"(?:`|^ *)make ([a-z-]+)", PAGE, re.MULTILINE))
    assert {"spec-diff", "sync", "watch-spec", "generate", "check"} <= named <= targets
    for path in re.findall(r"`((?:tools|overlay|tests)/[\w/.]+)`", PAGE):
        assert (ROOT / path).exists(), path


def test_its_places_are_those_of_a_report() -> None:
    contract = read_meaning(Document("openapi.yaml", CONTRACT))
    seen = {text(place) for _, place, _, _ in compare(contract, contract).seen()}
    examples = re.findall(r"^    ((?:request|response)\S+): ", PAGE, re.MULTILINE)
    assert len(examples) == 2
    assert set(examples) <= seen
    assert departures.FILE.relative_to(ROOT).as_posix() in PAGE
