"""Known departures of openapi.yaml from the vendor's document, which are no news."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import jsonschema

from spec.compare import Comparison, Difference
from spec.load import SpecError, read, read_yaml
from spec.meaning import anonymous, text
from spec.schema import ABSENT, same

FILE: Final = Path(__file__).with_name("departures.yaml")

_TEXTS: Final = {"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}
_FORMAT: Final = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["at", "what", "change", "reason"],
        "additionalProperties": False,
        "properties": {
            "operation": _TEXTS,
            "schema": {"type": "string"},
            "at": {"oneOf": [*_TEXTS["oneOf"], {"type": "object", "minProperties": 1}]},
            "what": {"type": "string"},
            "change": {"enum": ["added", "removed", "changed"]},
            "to": True,
            "standing": {"type": "boolean"},
            "reason": {"type": "string", "minLength": 1},
        },
    },
}


@dataclass(frozen=True, slots=True, eq=False)
class Departure:
    """A difference that is meant, at one place; see departures.yaml for the fields.

    Args:
        old: What openapi.yaml says there, or ABSENT if the entry does not tell.
        to: What the vendor's document may say there; empty if the entry does not tell.
    """

    operation: str | None
    schema: str | None
    at: str
    what: str
    change: str
    old: Any
    to: tuple[Any, ...]
    standing: bool
    reason: str

    def covers(self, difference: Difference) -> bool:
        if (_kind(self.what), self.change) != (_kind(difference.what), difference.change):
            return False
        if self.operation and self.operation != anonymous(difference.operation):
            return False
        if self.old is not ABSENT and not same(self.old, difference.old):
            return False
        if self.to and not any(same(value, difference.new) for value in self.to):
            return False
        if self.schema:
            return self.schema == difference.schema and self.at in ("**", difference.at)
        return self.at in ("**", difference.where)

    @property
    def place(self) -> str:
        return " ".join(filter(None, (self.operation, self.schema, self.at)))


def _kind(what: str) -> str:
    """A field of a body is a parameter, if that is the body of a request."""
    return "field" if what == "parameter" else what


def read_departures(path: Path = FILE) -> tuple[Departure, ...]:
    """Read the departures in a file, one for each place and thing.

    Raises:
        SpecError: The file is not as it should be.
    """
    data = read_yaml(read(str(path)), str(path))
    error = jsonschema.exceptions.best_match(jsonschema.Draft202012Validator(_FORMAT).iter_errors(data))
    if error:
        raise SpecError(f"{path}: {error.json_path}", error.message)
    return tuple(
        Departure(
            operation=operation and anonymous(operation),
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
        for operation in _list(entry.get("operation"))
        for at, old in _places(entry["at"])
    )


def _places(at: Any) -> list[tuple[str, Any]]:
    return list(at.items()) if isinstance(at, dict) else [(place, ABSENT) for place in _list(at)]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


# A rule of the house that takes two places to see.
SENT_BACK: Final = Departure(
    None, None, "**", "", "removed", ABSENT, (), True, "What replies may hold may be sent back: one schema serves both."
)


@dataclass(frozen=True, slots=True)
class Report:
    """What is to be told about a comparison.

    Args:
        differences: The differences that are news.
        known: The others, each with the departure that explains it.
        stale: Departures that no longer apply.
        operations: How many operations the contract has.
        defects: What is wrong in the vendor's document and was read past: the place and the problem.
    """

    differences: tuple[Difference, ...]
    known: tuple[tuple[Difference, Departure], ...]
    stale: tuple[Departure, ...]
    operations: int = 0
    defects: tuple[tuple[str, str], ...] = ()

    @property
    def same(self) -> bool:
        return not self.differences and not self.stale


def judge(
    comparison: Comparison,
    departures: Iterable[Departure],
    components: Iterable[str],
    operations: int = 0,
    defects: Iterable[tuple[str, str]] = (),
) -> Report:
    """Tell news from known departures.

    Args:
        comparison: What was found.
        departures: The known departures.
        components: The names of the contract's components.
        operations: See Report.
        defects: See Report.
    """
    # The most exact one that covers it: a standing rule explains only what nothing else does.
    ordered = sorted(departures, key=lambda departure: departure.standing)
    by_kind: dict[tuple[str, str], list[Departure]] = {}
    for departure in ordered:
        by_kind.setdefault((_kind(departure.what), departure.change), []).append(departure)
    # What both have in replies, by component and place in it, and the values that the vendor's may have there.
    read: dict[tuple[str, str], Any] = {}
    for _, place, row, other in comparison.seen():
        if row.side == "replies":
            for name, depth in (row.outer, row.inner):
                if name:
                    read[name, text(place[depth:])] = other.facts.get("enum", ())
    news, known = [], []
    for difference in comparison.differences:
        kind = (_kind(difference.what), difference.change)
        found = next((departure for departure in by_kind.get(kind, ()) if departure.covers(difference)), None)
        if found is None and _may_be_sent_back(difference, read):
            found = SENT_BACK
        if found:
            known.append((difference, found))
        else:
            news.append(difference)
    applied = {departure for _, departure in known}
    candidates = [departure for departure in ordered if departure not in applied and not departure.standing]
    stale = _judged(candidates, comparison, set(components)) if candidates else []
    return Report(tuple(news), tuple(known), tuple(stale), operations, tuple(defects))


def _may_be_sent_back(difference: Difference, read: dict[tuple[str, str], Any]) -> bool:
    if difference.side != "requests" or difference.change != "removed" or difference.schema is None:
        return False
    values = read.get((difference.schema, difference.at))
    if difference.what == "enum value":
        return any(same(value, difference.old) for value in values or ())
    return difference.what in ("field", "union member") and values is not None


def _judged(departures: list[Departure], comparison: Comparison, components: set[str]) -> list[Departure]:
    """Those of which the comparison could tell: not if the place, or one above, is added or removed as a whole."""
    seen: set[tuple[str | None, str]] = set()
    for key, place, row, other in comparison.seen():
        if not row.open and not other.open:
            where = text(place)
            seen |= {(None, where), (anonymous(key), where)}
            seen |= {(name, text(place[depth:])) for name, depth in (row.outer, row.inner) if name}
    whole = {
        (name, at)
        for one in comparison.differences
        if one.place and (one.ours is None or one.theirs is None)
        for name, at in ((anonymous(one.operation), one.where), (None, one.where), (one.schema, one.at))
    }
    moved = {anonymous(one.operation) for one in comparison.differences if not one.where}
    stale = []
    for departure in departures:
        holder = departure.schema or departure.operation
        # What is said around a place, such as `required`, is told where the place itself is none.
        around = re.sub(r"(^|\.)[^.\[\]]+$|\[[^\[\]]*\]$", "", departure.at)
        if departure.schema and departure.schema not in components:
            stale.append(departure)
        elif departure.what == "operation":
            stale += [departure] if departure.operation not in moved else []
        elif (holder, departure.at) in seen or ((holder, around) in seen and (holder, departure.at) not in whole):
            stale.append(departure)
    return stale
