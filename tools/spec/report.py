"""Tell the differences: to a person, to a program, as an issue, as an entry for the changelog."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from spec.compare import Difference
from spec.departures import Departure, Report

_WHO = {"requests": "those who send requests", "replies": "those who read replies"}
_EFFECTS: Final = ("breaking", "additive", "documentation")
# From so many times as many things that are gone as new ones, a document looks older than the contract.
_OLDER: Final = 2


@dataclass(frozen=True)
class Finding:
    """One and the same difference, at one place or several."""

    places: tuple[Difference, ...]

    @property
    def first(self) -> Difference:
        return self.places[0]

    @property
    def operations(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(place.operation for place in self.places))

    @property
    def names(self) -> tuple[str, ...]:
        """The operations by their names in the contract."""
        return tuple(dict.fromkeys(place.name or place.operation for place in self.places))

    @property
    def where(self) -> str:
        """The place, or the component and the place in it if that stands in several operations."""
        first = self.first
        if len(self.operations) > 1 and first.schema:
            return f"{first.schema}{'.' if first.at[:1] not in ('', '[') else ''}{first.at}"
        places = list(dict.fromkeys(place.where for place in self.places if place.operation == first.operation))
        statuses = [found[1] for place in places if (found := re.match(r"response\[(\w+)\]", place))]
        if len(statuses) == len(places) > 1 and len({_without_status(place) for place in places}) == 1:
            return re.sub(r"^response\[\w+\]", f"response[{', '.join(statuses)}]", places[0])
        more = f" (also at {', '.join(places[1:])})" if len(places) > 1 else ""
        return (places[0] or "operation") + more

    @property
    def line(self) -> str:
        first = self.first
        concerned = f" for {_WHO[first.side]}" if first.effect != "documentation" else ""
        return f"{self.where}: {first.what} {first.change}{_values(first)} ({first.effect}{concerned})"


def _without_status(place: str) -> str:
    return re.sub(r"^response\[\w+\]", "response[]", place)


def findings(differences: Iterable[Difference]) -> list[Finding]:
    """Each difference once: in a component that stands in many places, or with many statuses, as one."""
    found: dict[tuple[Any, ...], list[Difference]] = {}
    for one in differences:
        place = (one.schema, one.at) if one.schema else (None, _without_status(one.where))
        kind = (one.operation, one.old, one.new) if one.what == "operation" else (repr(one.old), repr(one.new))
        found.setdefault((one.effect, one.side, one.what, one.change, *place, *kind), []).append(one)
    return [Finding(tuple(places)) for places in found.values()]


def line(difference: Difference) -> str:
    """A difference in one line."""
    return Finding((difference,)).line


def _values(difference: Difference) -> str:
    if difference.change == "changed":
        return f" from {_text(difference, difference.old)} to {_text(difference, difference.new)}"
    value = difference.new if difference.change == "added" else difference.old
    return "" if value is None else f": {_text(difference, value)}"


def _text(difference: Difference, value: Any) -> str:
    # A default can be of any type, so that its quotes tell something.
    return value if isinstance(value, str) and difference.what != "default" else json.dumps(value, default=str)


def stale_line(departure: Departure) -> str:
    """A departure that no longer applies, in one line."""
    return (
        f"{departure.place}: the departure in departures.yaml ({departure.what} {departure.change}) "
        "no longer applies: remove it, and its comment in openapi.yaml"
    )


def _groups(report: Report) -> Iterator[tuple[str, list[str]]]:
    """A heading with a summary for each operation, and the lines below it, the breaking ones first."""
    found = sorted(findings(report.differences), key=lambda finding: _EFFECTS.index(finding.first.effect))
    shared = [finding for finding in found if len(finding.operations) > 1]
    if shared:
        yield (
            f"In several operations: {_counted(finding.first for finding in shared)}",
            [
                f"{finding.line}\n    in {', '.join(finding.names)}"
                if len(finding.names) < report.operations
                else f"{finding.line}\n    in all operations"
                for finding in shared
            ],
        )
    broken = {one.operation for one in report.differences if one.effect == "breaking"}
    for operation in sorted(
        dict.fromkeys(one.operation for one in report.differences), key=lambda one: one not in broken
    ):
        mine = [one for one in report.differences if one.operation == operation]
        lines = [finding.line for finding in found if finding.operations == (operation,)]
        alone = sum(len(finding.places) for finding in found if finding.operations == (operation,))
        name = f" ({mine[0].name})" if mine[0].name not in ("", operation) else ""
        counts = _counted(mine) + (f", {len(mine) - alone} of them told above" if len(mine) > alone else "")
        yield f"{operation}{name}: {counts}", lines


def _counted(differences: Iterable[Difference]) -> str:
    counts = Counter(difference.effect for difference in differences)
    return ", ".join(f"{counts[effect]} {effect}" for effect in _EFFECTS if counts[effect])


def as_text(report: Report, *, known: bool = False) -> str:
    """The report for a person.

    Args:
        report: What was found.
        known: Whether to list the known departures as well.
    """
    lines = [f"Defect, read past: {place}: {problem}" for place, problem in report.defects]
    for heading, told in _groups(report):
        lines += [heading, *(f"  {one}" for one in told), ""]
    lines += map(stale_line, report.stale)
    if known:
        lines += [f"known: {one.operation} {line(one)}: {departure.reason}" for one, departure in report.known]
    return "\n".join([*lines, *remarks(report), summary(report)]) + "\n"


def as_markdown(report: Report, spec: str) -> str:
    """The report as an issue.

    Args:
        report: What was found.
        spec: Path or URL of the vendor's document.
    """
    lines = [f"{summary(report)} `make sync SPEC={spec}` carries what is additive over.", "", *remarks(report)]
    for heading, told in _groups(report):
        lines += ["", f"### {heading}", ""] + [_item(one) for one in told]
    for title, told in (
        ("Departures that no longer apply", [stale_line(departure) for departure in report.stale]),
        ("Defects of the document, read past", [f"{place}: {problem}" for place, problem in report.defects]),
    ):
        lines += ["", f"### {title}", "", *map(_item, told)] if told else []
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines).strip()) + "\n"


def _item(told: str) -> str:
    place, _, rest = told.partition(": ")
    mark = "**breaking** " if "(breaking" in rest else ""
    return f"- {mark}`{place}`: " + rest.replace("\n", "\n  ").replace("<", "&lt;").replace("|", "\\|")


def remarks(report: Report) -> list[str]:
    """What is to be said of the document as a whole."""
    told = (finding.first for finding in findings(report.differences))
    whole = Counter(one.change for one in told if one.ours is None or one.theirs is None)
    if whole["removed"] > _OLDER * whole["added"]:
        return [
            f"The document seems older than openapi.yaml: {_number(whole['removed'], 'thing')} of openapi.yaml "
            f"{'is' if whole['removed'] == 1 else 'are'} not in it, {whole['added']} the other way."
        ]
    return []


def summary(report: Report) -> str:
    """The report in one line."""
    if report.same:
        return f"No differences beyond {_number(len(report.known), 'known departure')}."
    counts = Counter((difference.effect, difference.side) for difference in report.differences)
    parts = [
        f"{counts[effect, side]} {effect} for {_WHO[side]}"
        for effect in ("breaking", "additive")
        for side in ("requests", "replies")
        if counts[effect, side]
    ]
    words = sum(difference.effect == "documentation" for difference in report.differences)
    parts += [f"{words} of documentation"] if words else []
    told = _number(len(report.differences), "difference") + (f": {', '.join(parts)}" if parts else "")
    if report.stale:
        told += f"; {_number(len(report.stale), 'departure')} no longer applying"
    return f"{told}; {_number(len(report.known), 'known departure')} not shown."


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")


def as_json(report: Report, *, contract: str, spec: str) -> str:
    """The report for a program.

    Args:
        report: What was found.
        contract: What was compared: path of the contract.
        spec: Path or URL of the vendor's document.
    """
    counts = Counter((difference.effect, difference.side) for difference in report.differences)
    data = {
        "contract": contract,
        "spec": spec,
        "same": report.same,
        "summary": {
            "differences": len(report.differences),
            **{
                effect: {side: counts[effect, side] for side in ("requests", "replies")}
                for effect in ("breaking", "additive")
            },
            "stale_departures": len(report.stale),
            "known_departures": len(report.known),
        },
        "differences": [_fields(one, *_DIFFERENCE) for one in report.differences],
        "stale_departures": [
            _fields(one, "operation", "schema", "at", *_DIFFERENCE[2:4], "reason") for one in report.stale
        ],
        "known_departures": [_fields(one, *_DIFFERENCE) | _fields(why, "reason") for one, why in report.known],
        "defects": [{"where": place, "problem": problem} for place, problem in report.defects],
    }
    return json.dumps(data, indent=1, default=str) + "\n"


_DIFFERENCE: Final = ("operation", "where", "what", "change", "old", "new", "effect", "side")


def _fields(one: object, *names: str) -> dict[str, Any]:
    return {{"old": "from", "new": "to"}.get(name, name): getattr(one, name) for name in names}


_SECTIONS: Final = {"added": "Added", "changed": "Changed", "removed": "Removed"}


def changelog(carried: Iterable[Difference]) -> str:
    """An entry for CHANGELOG.md, a line for each finding."""
    sections: dict[str, list[str]] = {}
    for finding in findings(carried):
        first = finding.first
        section = "Deprecated" if first.what == "deprecated" else _SECTIONS[first.change]
        places = ", ".join(f"`{name}`" for name in finding.names)
        sections.setdefault(section, []).append(f"- {places}: {finding.line.rpartition(' (')[0]}")
    lines = ["## Unreleased"]
    for section in ("Added", "Changed", "Deprecated", "Removed"):
        if section in sections:
            lines += ["", f"### {section}", "", *sections[section]]
    return "\n".join(lines) + "\n"
