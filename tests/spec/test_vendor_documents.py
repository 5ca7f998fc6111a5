"""The vendor's own documents: the newest says what openapi.yaml says, and what changed before is known line by line."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from spec.compare import Difference, compare
from spec.departures import Report, judge, read_departures
from spec.load import Document
from spec.meaning import Meaning, anonymous, read_meaning
from spec.report import line, stale_line
from spec_documents import DATA, real, real_files
from support import CONTRACT

# What the vendor changed from one date to the next, each line checked against both documents by reading.
CHANGES = sorted(DATA.glob("from-*-to-*.txt"))

SWAPPED = {"added": "removed", "removed": "added", "changed": "changed"}


def file_of(date: str) -> Path:
    found = [path for path in real_files() if path.stem.endswith(date)]
    if not found:
        pytest.skip(f"the vendor's document of {date} is not there")
    return found[0]


@cache
def ours() -> Meaning:
    return read_meaning(Document("openapi.yaml", CONTRACT))


@cache
def against_openapi_yaml(path: Path) -> Report:
    return judge(compare(ours(), real(path)), read_departures(), ours().document.schemas)


def test_openapi_yaml_says_what_the_newest_document_says() -> None:
    newest = real_files()[-1]
    report = against_openapi_yaml(newest)
    if report.differences and all(difference.change == "removed" for difference in report.differences):
        pytest.skip(f"openapi.yaml has {len(report.differences)} things that came after {newest.name}")
    assert [line(difference) for difference in report.differences] == []
    assert [stale_line(departure) for departure in report.stale] == []


@pytest.mark.parametrize("changes", CHANGES, ids=[path.stem for path in CHANGES])
def test_what_changed_between_two_documents(changes: Path) -> None:
    before, after = changes.stem.removeprefix("from-").split("-to-")
    found = compare(real(file_of(before)), real(file_of(after))).differences
    chat = [line(difference) for difference in found if difference.operation == "POST /v2/chat"]
    assert sorted(chat) == sorted(changes.read_text().splitlines())


def test_there_are_changes_to_check() -> None:
    assert len(CHANGES) == 2


def keys(differences: tuple[Difference, ...], *, swapped: bool = False) -> set[tuple[str, str, str, str]]:
    return {
        (
            anonymous(difference.operation),
            difference.where,
            difference.what,
            SWAPPED[difference.change] if swapped else difference.change,
        )
        for difference in differences
    }


def test_an_older_document_lacks_what_came_since() -> None:
    """The report on an older document is what the vendor did since, backwards."""
    *older, newest = real_files()
    if not older:
        pytest.skip("there is no older document")
    for path in older:
        since = keys(compare(real(path), real(newest)).differences, swapped=True)
        departing = tuple(difference for difference, _ in against_openapi_yaml(newest).known)
        known = keys(departing) | keys(departing, swapped=True)
        missing = keys(against_openapi_yaml(newest).differences)
        assert keys(against_openapi_yaml(path).differences) - missing == since - known, path.name
