"""What the contract says, taken out bit by bit, and whether a sync brings it back."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from spec.compare import compare
from spec.departures import Departure, judge, read_departures
from spec.load import Document
from spec.meaning import Meaning, anonymous, read_meaning
from spec.plan import plan
from spec.write import Pointer, YamlText
from spec_documents import REAL, lines, real
from support import ROOT
from vendorlike import DEPARTURES, vendor_document

TEXT: Final = (ROOT / "openapi.yaml").read_text()
FILES: Final = sorted(REAL.glob("*.yaml"))


@cache
def contract() -> YamlText:
    return YamlText(TEXT)


@cache
def meaning() -> Meaning:
    return read_meaning(Document("openapi.yaml", contract().data))


@cache
def vendor() -> Meaning:
    """The vendor's newest document or, without that, one of our own in its words."""
    return real(FILES[-1]) if FILES else read_meaning(Document("vendor", vendor_document()))


def known(folder: Path) -> tuple[Departure, ...]:
    if FILES:
        return read_departures()
    (folder / "departures.yaml").write_text(DEPARTURES)
    return read_departures(folder / "departures.yaml")


def features(node: Any, pointer: Pointer) -> Iterator[tuple[Pointer, ...]]:
    """What can be taken out of a part of the contract, each with what goes with it."""
    if isinstance(node, dict):
        for value, reference in node.get("discriminator", {}).get("mapping", {}).items():
            index = node["oneOf"].index({"$ref": reference})
            yield (*pointer, "discriminator", "mapping", value), (*pointer, "oneOf", index)
        for index in range(len(node.get("enum", ()))):
            if len(node["enum"]) > 1:
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


def all_features() -> list[tuple[Pointer, ...]]:
    """The operations that the vendor has, their parameters and replies, and what is in the components."""
    data, found = contract().data, []
    for path, item in data["paths"].items():
        for method, operation in item.items():
            if anonymous(f"{method.upper()} {path}") in vendor().operations:
                at = ("paths", path, method)
                found.append(((*at,),))
                parameters = operation.get("parameters", ())
                found += [
                    ((*at, "parameters", index),) for index, one in enumerate(parameters) if one.get("in") == "query"
                ]
                found += [((*at, "deprecated"),)] if "deprecated" in operation else []
    for name, schema in data["components"]["schemas"].items():
        # The frames are the house's own.
        found += features(schema, ("components", "schemas", name)) if not name.endswith("StreamFrame") else []
    return found


def name_of(feature: tuple[Pointer, ...]) -> str:
    return ".".join(map(str, feature[0][1:]))


def without(feature: tuple[Pointer, ...]) -> str:
    """The text of the contract without something."""
    data = copy.deepcopy(contract().data)
    for pointer in feature:
        holder = data
        for step in pointer[:-1]:
            holder = holder[step]
        del holder[pointer[-1]]
    data["paths"] = {path: item for path, item in data["paths"].items() if item}
    return contract().saying(data)


def check_that_it_comes_back(feature: tuple[Pointer, ...], departures: tuple[Departure, ...]) -> None:
    text = without(feature)
    less = read_meaning(Document("openapi.yaml", YamlText(text).data))
    missing = judge(compare(less, vendor()), departures, less.document.schemas)
    # A departure that names all values of the contract's own enum does not fit one that lacks a value.
    unknown = missing.stale and all((one.what, one.change) == ("enum", "removed") for one in missing.differences)
    if unknown or not missing.differences:
        # Only the contract has it, as a departure or in a place that the vendor does not use.
        assert lines(compare(meaning(), less)) != [] or "schemas" in feature[0]
        return
    # What requests must have comes back only if it is accepted.
    made = plan(text, vendor(), departures, accept=[one.where or one.name for one in missing.differences])
    after = read_meaning(Document("openapi.yaml", YamlText(made.text).data))
    report = judge(compare(meaning(), after), departures, meaning().document.schemas)
    assert (lines(report), made.left) == ([], ())
    # A field that only the contract has goes with what is around it, and can't come back.
    lost = {departure for _, departure in report.known}
    assert all((one.what, one.change) == ("field", "removed") for one, _ in report.known)
    assert lost.isdisjoint(departure for _, departure in missing.known)
    assert lost.issuperset(made.stale)
