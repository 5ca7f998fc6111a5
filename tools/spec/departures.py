"""Known departures of openapi.yaml from the vendor's document, which are no news."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import jsonschema
from ruamel.yaml import YAML

from spec.compare import WHOLE, Comparison, Difference
from spec.load import SpecError
from spec.normalise import ABSENT, same

FILE: Final = Path(__file__).with_name("departures.yaml")

_FORMAT: Final = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["at", "what", "change", "reason"],
        "additionalProperties": False,
        "properties": {
            "schema": {"type": "string"},
            "at": {
                "oneOf": [
                    {"type": "string"},
                    {"type": "array", "items": {"type": "string"}, "minItems": 1},
                    {"type": "object", "minProperties": 1},
                ]
            },
            "what": {"type": "string"},
            "change": {"enum": ["added", "removed", "changed"]},
            "to": True,
            "standing": {"type": "boolean"},
            "reason": {"type": "string", "minLength": 1},
        },
    },
}


@dataclass(frozen=True, slots=True)
class Departure:
    """A difference that is meant, at one place; see departures.yaml for the fields.

    Args:
        old: What openapi.yaml says there, or ABSENT if the entry does not tell.
        to: What the vendor's document may say there; empty if the entry does not tell.
    """

    schema: str | None
    at: str
    what: str
    change: str
    old: Any
    to: tuple[Any, ...]
    standing: bool
    reason: str

    def covers(self, difference: Difference) -> bool:
        if (self.what, self.change) != (difference.what, difference.change):
            return False
        if self.old is not ABSENT and not same(self.old, difference.old):
            return False
        if self.to and not any(same(value, difference.new) for value in self.to):
            return False
        if self.at == "**":
            return True
        place = difference.at if self.schema else difference.where
        return self.at == place and self.schema in (None, difference.schema)

    @property
    def place(self) -> str:
        return f"{self.schema} {self.at}" if self.schema else self.at


def read_departures(path: Path = FILE) -> tuple[Departure, ...]:
    """Read the departures in a file, one for each place and thing.

    Raises:
        SpecError: The file is not as it should be.
    """
    data = YAML(typ="safe", pure=True).load(path)
    error = jsonschema.exceptions.best_match(jsonschema.Draft202012Validator(_FORMAT).iter_errors(data))
    if error:
        raise SpecError(f"{path}: {error.json_path}", error.message)
    return tuple(
        Departure(
            schema=entry.get("schema"),
            at=at,
            what=entry["what"],
            change=entry["change"],
            old=old,
            to=tuple(_list(entry.get("to", []))),
            standing=entry.get("standing", False),
            reason=entry["reason"],
        )
        for entry in data
        for at, old in _places(entry["at"])
    )


def _places(at: Any) -> list[tuple[str, Any]]:
    return list(at.items()) if isinstance(at, dict) else [(place, ABSENT) for place in _list(at)]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


@dataclass(frozen=True, slots=True)
class Report:
    """What is to be told about a comparison.

    Args:
        differences: The differences that are news.
        known: The others, each with the departure that explains it.
        stale: Departures that no longer apply.
    """

    differences: tuple[Difference, ...]
    known: tuple[tuple[Difference, Departure], ...]
    stale: tuple[Departure, ...]

    @property
    def same(self) -> bool:
        return not self.differences and not self.stale


def judge(comparison: Comparison, departures: Iterable[Departure], components: Iterable[str]) -> Report:
    """Tell news from known departures.

    Args:
        comparison: What was found.
        departures: The known departures.
        components: The names of the contract's components.
    """
    departures = tuple(departures)
    news, known = [], []
    for difference in comparison.differences:
        # The most exact one that covers it: a standing rule explains only what nothing else does.
        departure = next(
            (
                departure
                for departure in sorted(departures, key=lambda departure: departure.standing)
                if departure.covers(difference)
            ),
            None,
        )
        if departure:
            known.append((difference, departure))
        else:
            news.append(difference)
    applied = {departure for _, departure in known}
    names = set(components)
    stale = [
        departure
        for departure in departures
        if departure not in applied and not departure.standing and _judged(departure, comparison, names)
    ]
    return Report(tuple(news), tuple(known), tuple(stale))


def _judged(departure: Departure, comparison: Comparison, components: set[str]) -> bool:
    """Whether the comparison could tell: not if the place, or one above, is added or removed as a whole."""
    if departure.schema and departure.schema not in components:
        return True
    if departure.schema:
        seen = {place.at for place in comparison.seen if place.schema == departure.schema}
        whole = {
            difference.at
            for difference in comparison.differences
            if difference.what in WHOLE and difference.schema == departure.schema
        }
    else:
        seen = {place.where for place in comparison.seen}
        whole = {difference.where for difference in comparison.differences if difference.what in WHOLE}
    # What is said around a place, such as `required`, is told where the place itself is none.
    around = re.sub(r"(^|\.)[^.\[\]]+$|\[[^\[\]]*\]$", "", departure.at)
    return departure.at in seen or (around in seen and departure.at not in whole)
