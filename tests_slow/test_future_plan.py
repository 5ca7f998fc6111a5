"""Of changes of every kind in every group, what is additive is carried over, and nothing else changes."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from future import future_document
from spec.departures import Departure, read_departures
from spec.load import Document
from spec.meaning import read_meaning
from spec.plan import Plan, plan
from spec.report import line
from support import ROOT
from test_future import CHAT
from vendorlike import DEPARTURES

DOCUMENT, ADDITIVE, BREAKING = future_document()


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> tuple[Departure, ...]:
    file = tmp_path_factory.mktemp("departures") / "departures.yaml"
    file.write_text(DEPARTURES)
    return read_departures(file)


@cache
def planned(known: tuple[Departure, ...]) -> Plan:
    return plan((ROOT / "openapi.yaml").read_text(), read_meaning(Document("future", DOCUMENT)), known)


def test_what_is_additive_is_carried_and_what_is_breaking_left(known: tuple[Departure, ...]) -> None:
    made = planned(known)
    told = {f"{one.operation} {line(one)}" for one in made.carried if one.where not in CHAT}
    assert ADDITIVE - told == set()
    assert sorted(f"{one.operation} {line(one)}" for one, _ in made.left) == sorted(BREAKING)
    assert all("ACCEPT='" in reason for _, reason in made.left)


def test_a_second_time_nothing_changes(known: tuple[Departure, ...]) -> None:
    made = planned(known)
    again = plan(made.text, read_meaning(Document("future", DOCUMENT)), known)
    assert (again.text, again.carried) == (made.text, ())


def test_comments_order_and_anchors_stay(known: tuple[Departure, ...]) -> None:
    """No line of the file is lost but those that say what has changed."""
    before, after = ((ROOT / "openapi.yaml").read_text().splitlines(), planned(known).text.splitlines())
    lost = list((Counter(before) - Counter(after)).elements())
    assert [one for one in lost if "#" in one.replace('"#/', "")] == []
    assert len(lost) < 60
