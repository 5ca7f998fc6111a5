"""Everything that the contract says, taken out one by one, comes back by a sync with the vendor's newest document.

Without that, with a document of our own in its words.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from spec.compare import compare
from spec.departures import Departure, judge, read_departures
from spec.load import Document
from spec.normalise import Operation, read_operation
from spec.plan import plan
from spec.report import line
from spec.write import Pointer, YamlText
from spec_documents import REAL, real
from support import ROOT
from vendorlike import DEPARTURES, vendor_document

TEXT = (ROOT / "openapi.yaml").read_text()
DATA: dict[str, Any] = YamlText(TEXT).data
FILES = sorted(REAL.glob("*.yaml"))


def operation(text: str) -> Operation:
    return read_operation(Document("openapi.yaml", YamlText(text).data))


def at(pointer: Pointer) -> Any:
    node: Any = DATA
    for step in pointer:
        node = node[step]
    return node


def features(node: Any, pointer: Pointer) -> Iterator[tuple[Pointer, ...]]:
    """What can be taken out of a schema, each with what goes with it: fields, values, members."""
    if isinstance(node, dict):
        discriminator = node.get("discriminator", {})
        for value, reference in discriminator.get("mapping", {}).items():
            index = node["oneOf"].index({"$ref": reference})
            yield (*pointer, "discriminator", "mapping", value), (*pointer, "oneOf", index)
        for index in range(len(node.get("enum", ()))):
            yield ((*pointer, "enum", index),)
        for name, value in (node.get("properties") or {}).items():
            required = node.get("required", [])
            if "const" in value:
                continue  # a tag
            if name not in required:
                yield ((*pointer, "properties", name),)
            elif len(required) == 1:
                yield (*pointer, "properties", name), (*pointer, "required")
            else:
                yield (*pointer, "properties", name), (*pointer, "required", required.index(name))
    for name, item in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        yield from features(item, (*pointer, name))


# The frame is the house's own.
FEATURES = [
    feature
    for name, schema in DATA["components"]["schemas"].items()
    if name != "V2ChatStreamFrame"
    for feature in features(schema, ("components", "schemas", name))
]


@cache
def vendor() -> Operation:
    return real(FILES[-1]) if FILES else read_operation(Document("vendor", vendor_document()))


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> tuple[Departure, ...]:
    if FILES:
        return read_departures()
    file = tmp_path_factory.mktemp("departures") / "departures.yaml"
    file.write_text(DEPARTURES)
    return read_departures(file)


@pytest.mark.parametrize("feature", FEATURES, ids=[".".join(map(str, feature[0][2:])) for feature in FEATURES])
def test_it_comes_back(feature: tuple[Pointer, ...], known: tuple[Departure, ...]) -> None:
    edited = YamlText(TEXT)
    for pointer in feature:
        edited = edited.remove(pointer)
    less = operation(edited.text)
    other = vendor()
    # What requests must have comes back only if it is accepted.
    missing = judge(compare(less, other), known, less.document.schemas).differences
    assert missing != ()
    made = plan(edited.text, other, known, accept=[difference.where for difference in missing])
    assert [line(difference) for difference in compare(operation(TEXT), operation(made.text)).differences] == []
    assert (made.left, made.stale) == ((), ())
