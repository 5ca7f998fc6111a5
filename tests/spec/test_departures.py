"""Known departures are no news, and one that no longer applies is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from spec.compare import compare
from spec.departures import judge, read_departures
from spec.load import Document, SpecError, parse
from spec.meaning import read_meaning, text
from spec.schema import ABSENT, same
from spec_documents import CONTRACT_TEXT, GONE, contract, departures, report, told, vendor
from support import CONTRACT

REF = "#/components/schemas/"


def test_each_known_departure_explains_something() -> None:
    explained = {departure for _, departure in report().known}
    assert {departure for departure in departures() if not departure.standing} <= explained


NO_MORE: list[tuple[str, dict[str, Any], str]] = [
    (
        "the body is required",
        {"POST.requestBody.required": True},
        "request: the departure",
    ),
    ("the default is data", {"REQUEST.properties.stream.default": False}, "Request stream: the departure"),
    ("the field is not required", {"SCHEMAS.CitationV2.required": ["start"]}, "Citation offset: the departure"),
    (
        "the union lists its member",
        {"SCHEMAS.StreamedReply.oneOf.+": {"$ref": f"{REF}Cited"}},
        "stream[type=citation]: the departure",
    ),
    (
        "the event is one of this version",
        {"SCHEMAS.Debug.allOf.0": {"$ref": f"{REF}EventType"}},
        "DebugEvent event_type: the departure",
    ),
    (
        "the stream is an event stream",
        {
            "POST.responses.200.content": {
                "application/json": {"schema": {"$ref": f"{REF}ChatReply"}},
                "text/event-stream": {"schema": {"$ref": f"{REF}StreamedReply"}},
            }
        },
        "stream: the departure in departures.yaml (media type of the stream changed)",
    ),
    (
        "the frame is described",
        {
            "POST.responses.200.content": {
                "application/json": {"schema": {"$ref": f"{REF}ChatReply"}},
                "text/event-stream": {
                    "schema": {
                        "required": ["data"],
                        "properties": {"event": {"type": "string"}, "data": {"$ref": f"{REF}StreamedReply"}},
                    }
                },
            }
        },
        "stream.frame: the departure in departures.yaml (frame removed)",
    ),
]


@pytest.mark.parametrize(("changes", "line"), [case[1:] for case in NO_MORE], ids=[case[0] for case in NO_MORE])
def test_a_departure_that_no_longer_applies_is_told(changes: dict[str, Any], line: str) -> None:
    lines = told(changes)
    assert any(one.startswith(line) for one in lines), lines
    assert all("no longer applies: remove it, and its comment in openapi.yaml" in one for one in lines)


def test_another_difference_at_the_same_place_is_news() -> None:
    lines = told({"REQUEST.properties.stream.default": True})
    assert lines[0] == "request.stream: default changed from false to true (breaking for those who send requests)"
    assert lines[1].startswith("Request stream: the departure")


def test_a_contract_that_says_otherwise_than_the_departure_is_news() -> None:
    ours = read_meaning(parse(CONTRACT_TEXT.replace("default: false", "default: true"), "contract.yaml"))
    found = judge(compare(ours, vendor()), departures(), ours.document.schemas)
    assert [difference.where for difference in found.differences] == ["request.stream"]
    assert [departure.place for departure in found.stale] == ["Request stream"]


def test_what_is_gone_with_all_around_it_is_not_called_out_of_date() -> None:
    assert told({"REQUEST.properties.stream": GONE}) == [
        "request.stream: parameter removed: boolean, default false (breaking for those who send requests)"
    ]
    lines = told({"SCHEMAS.StreamedReply.oneOf.2": GONE, "SCHEMAS.StreamedReply.discriminator.mapping.debug": GONE})
    assert len(lines) == 1
    assert lines[0].startswith("stream[type=debug]: union member removed")


def test_a_component_that_is_gone_takes_its_departures_with_it() -> None:
    worded = CONTRACT_TEXT.replace("DebugEvent", "TraceEvent")
    ours = read_meaning(parse(worded, "contract.yaml"))
    found = judge(compare(ours, vendor()), departures(), ours.document.schemas)
    assert [departure.place for departure in found.stale] == ["DebugEvent event_type"]


def test_rules_of_the_house_may_apply_to_nothing() -> None:
    same = judge(compare(contract(), contract()), departures(), contract().document.schemas)
    assert not any(departure.standing for departure in same.stale)


def test_a_tag_that_the_contract_itself_lacks_is_news() -> None:
    worded = CONTRACT_TEXT.replace("          const: text\n", "")
    ours = read_meaning(parse(worded, "contract.yaml"))
    found = judge(compare(ours, vendor()), departures(), ours.document.schemas)
    assert {(difference.what, difference.old, difference.new) for difference in found.differences} == {
        ("tag", "open", "const"),
        ("union", "one object", "by type"),
    }


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ("{}", "$: {} is not of type 'array'"),
        ("- {at: a, what: default, change: removed}", "$[0]: 'reason' is a required property"),
        ("- {at: a, what: b, change: moved, reason: c}", "$[0].change: 'moved' is not one of"),
        ("- {at: a, what: b, change: added, reason: c, until: 2}", "$[0]: Additional properties are not allowed"),
    ],
)
def test_a_file_of_another_form_is_refused(tmp_path: Path, entries: str, message: str) -> None:
    file = tmp_path / "departures.yaml"
    file.write_text(entries)
    with pytest.raises(SpecError) as refused:
        read_departures(file)
    assert message in str(refused.value)


def test_the_departures_of_openapi_yaml_name_what_it_says() -> None:
    """Their `from` is what openapi.yaml says there."""
    ours = read_meaning(Document("openapi.yaml", CONTRACT))
    rows = {
        (name, text(place[depth:])): row
        for operation in ours.operations.values()
        for place, row in operation.table.items()
        for name, depth in (row.outer, row.inner)
    }
    said = [one for one in read_departures() if one.schema and one.old is not ABSENT and one.change == "removed"]
    assert len(said) > 30
    assert [one.place for one in said if not same(rows[one.schema, one.at].facts[one.what], one.old)] == []
