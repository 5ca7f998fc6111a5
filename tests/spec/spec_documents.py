"""The small contract and its vendor's document, changed at will, and the vendor's real documents if they are there."""

from __future__ import annotations

import copy
import os
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

import pytest
import spec.load
from spec.compare import Comparison, compare
from spec.departures import Departure, Report, judge, read_departures
from spec.load import Document, load, parse
from spec.meaning import Meaning, read_meaning
from spec.report import line, stale_line
from support import ROOT

DATA: Final = Path(__file__).with_name("data")
CONTRACT_FILE: Final = DATA / "contract.yaml"
VENDOR_FILE: Final = DATA / "vendor.yaml"
DEPARTURES_FILE: Final = DATA / "departures.yaml"
CONTRACT_TEXT: Final = CONTRACT_FILE.read_text()

_BEGINNINGS: Final = {
    "PATH": ["paths", "/v2/chat"],
    "POST": ["paths", "/v2/chat", "post"],
    "REQUEST": ["paths", "/v2/chat", "post", "requestBody", "content", "application/json", "schema"],
    "SCHEMAS": ["components", "schemas"],
}

GONE: Final = object()

REAL: Final = Path(os.environ.get("VENDOR_SPECS", ROOT.parent / "shared" / "vendor-spec"))

# Reading YAML is half of what these tests take, and the texts are few; nothing writes to what was read.
spec.load.read_yaml = lru_cache(maxsize=16)(spec.load.read_yaml)


@cache
def _vendor() -> dict[str, Any]:
    return load(str(VENDOR_FILE)).data


@cache
def departures() -> tuple[Departure, ...]:
    return read_departures(DEPARTURES_FILE)


@cache
def contract() -> Meaning:
    return read_meaning(parse(CONTRACT_TEXT, "contract.yaml"))


def vendor_data(changes: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The vendor's document with other values at some places.

    Args:
        changes: Values by place, whose steps are parted by dots; "+" is behind a list, and PATH,
            POST, REQUEST and SCHEMAS stand for what their names say. What is GONE is taken away.
    """
    data = copy.deepcopy(_vendor())
    for place, value in (changes or {}).items():
        *steps, last = _steps(place)
        holder: Any = data
        for step in steps:
            holder = holder[int(step) if isinstance(holder, list) else step]
        if value is GONE:
            del holder[int(last) if isinstance(holder, list) else last]
        elif last == "+":
            holder.append(copy.deepcopy(value))
        else:
            holder[int(last) if isinstance(holder, list) else last] = copy.deepcopy(value)
    return data


def _steps(place: str) -> list[str]:
    # The only names with dots or slashes in them stand at the beginning.
    for whole, steps in _BEGINNINGS.items():
        if place == whole or place.startswith(f"{whole}."):
            return [*steps, *place[len(whole) :].split(".")[1:]]
    return place.split(".")


def vendor(changes: Mapping[str, Any] | None = None) -> Meaning:
    return read_meaning(Document("vendor.yaml", vendor_data(changes)))


def report(changes: Mapping[str, Any] | None = None) -> Report:
    ours = contract()
    return judge(compare(ours, vendor(changes)), departures(), ours.document.schemas)


def told(changes: Mapping[str, Any] | None = None) -> list[str]:
    """The lines of the report, sorted."""
    found = report(changes)
    return lines(found) + [stale_line(one) for one in found.stale]


def lines(found: Comparison | Report) -> list[str]:
    return sorted(line(difference) for difference in found.differences)


def real_files() -> list[Path]:
    """The vendor's documents, oldest first; their names end with their dates.

    Skips the test if there are none.
    """
    files = sorted(REAL.glob("*.yaml"))
    if not files:
        pytest.skip(f"the vendor's documents are not in {REAL.parent.name}/{REAL.name} beside this checkout")
    return files


@cache
def real(path: Path) -> Meaning:
    return read_meaning(load(str(path)))
