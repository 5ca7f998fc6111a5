"""Tell the differences, to a person or to a program."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any, Final

from spec.compare import Difference
from spec.departures import Departure, Report

_WHO = {"requests": "those who send requests", "replies": "those who read replies"}


def line(difference: Difference) -> str:
    """A difference in one line."""
    return (
        f"{difference.where}: {difference.what} {difference.change}{_values(difference)} "
        f"({difference.effect} for {_WHO[difference.side]})"
    )


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


def as_text(report: Report, *, known: bool = False) -> str:
    """The report for a person.

    Args:
        report: What was found.
        known: Whether to list the known departures as well.
    """
    lines = [line(difference) for difference in report.differences]
    lines += map(stale_line, report.stale)
    if known:
        lines += [f"known: {line(difference)}: {departure.reason}" for difference, departure in report.known]
    return "\n".join([*lines, summary(report)]) + "\n"


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
    text = _number(len(report.differences), "difference") + (f": {', '.join(parts)}" if parts else "")
    if report.stale:
        text += f"; {_number(len(report.stale), 'departure')} no longer applying"
    return f"{text}; {_number(len(report.known), 'known departure')} not shown."


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
        "differences": [_as_dict(difference) for difference in report.differences],
        "stale_departures": [
            {
                "schema": departure.schema,
                "at": departure.at,
                "what": departure.what,
                "change": departure.change,
                "reason": departure.reason,
            }
            for departure in report.stale
        ],
        "known_departures": [
            {**_as_dict(difference), "reason": departure.reason} for difference, departure in report.known
        ],
    }
    return json.dumps(data, indent=1, default=str) + "\n"


def _as_dict(difference: Difference) -> dict[str, Any]:
    return {
        "where": difference.where,
        "what": difference.what,
        "change": difference.change,
        "from": difference.old,
        "to": difference.new,
        "effect": difference.effect,
        "side": difference.side,
    }


_SECTIONS: Final = {"added": "Added", "changed": "Changed", "removed": "Removed"}


def changelog(carried: Iterable[Difference]) -> str:
    """An entry for CHANGELOG.md, one line for what has one place in openapi.yaml."""
    sections: dict[str, dict[tuple[Any, ...], list[Difference]]] = {}
    for difference in carried:
        section = "Deprecated" if difference.what == "deprecated" else _SECTIONS[difference.change]
        once = (difference.what, difference.schema, difference.at, repr(difference.old), repr(difference.new))
        sections.setdefault(section, {}).setdefault(once, []).append(difference)
    lines = ["## Unreleased"]
    for section in ("Added", "Changed", "Deprecated", "Removed"):
        if section in sections:
            lines += ["", f"### {section}", ""]
            lines += [_entry(places) for places in sections[section].values()]
    return "\n".join(lines) + "\n"


def _entry(places: list[Difference]) -> str:
    first, *others = places
    text = f"- `{first.where}`: {first.what} {first.change}{_values(first)}"
    return text + (f" (also at {', '.join(f'`{other.where}`' for other in others)})" if others else "")
