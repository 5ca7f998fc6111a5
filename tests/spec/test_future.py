"""Changes of every kind in every group: each is told once with its effect."""

from __future__ import annotations

import pytest
from future import future_document
from spec.compare import compare
from spec.departures import Departure, judge, read_departures
from spec.load import Document
from spec.meaning import read_meaning
from spec.report import line
from support import CONTRACT
from vendorlike import DEPARTURES, vendor_document

# What is new in chat beside what is new in every group.
CHAT = {
    "request.messages[role=user].content[type=image_url].image_url.width",
    "request.messages[role=user].content[type=audio_url]",
    "request.messages[role=assistant].citations[].sources[type=web]",
    "request.messages[role=developer]",
    "request.tools[type=web_search]",
    "request.citation_options.mode",
    "request.response_format",
    "request.frequency_penalty",
    "request.thinking",
    "request.top_a",
    "request.moderation",
    "response.finish_reason",
    "response.message.citations[].sources[type=web]",
    "response.usage.reasoning_tokens",
    "stream[type=citation-start].delta.message.citations.sources[type=web]",
    "stream[type=message-end].delta.finish_reason",
    "stream[type=message-end].delta.usage.reasoning_tokens",
    "stream[type=usage-delta]",
}


DOCUMENT, ADDITIVE, BREAKING = future_document()


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> tuple[Departure, ...]:
    file = tmp_path_factory.mktemp("departures") / "departures.yaml"
    file.write_text(DEPARTURES)
    return read_departures(file)


def test_another_wording_is_no_change(known: tuple[Departure, ...]) -> None:
    ours, theirs = read_meaning(Document("o", CONTRACT)), read_meaning(Document("vendor", vendor_document()))
    found = judge(compare(ours, theirs), known, ours.document.schemas)
    assert (found.differences, found.stale, theirs.document.defects) == ((), (), {})


def test_each_change_is_told_once_with_its_effect(known: tuple[Departure, ...]) -> None:
    ours, theirs = read_meaning(Document("openapi.json", CONTRACT)), read_meaning(Document("future", DOCUMENT))
    assert theirs.document.defects == {}
    found = judge(compare(ours, theirs), known, ours.document.schemas)
    told = [f"{one.operation} {line(one)}" for one in found.differences if one.where not in CHAT]
    # The reason for the end of a reply is one of /v2/parse as well.
    assert sorted(told) == sorted(ADDITIVE | BREAKING)
    assert {one.where for one in found.differences if one.operation == "POST /v2/chat"} == CHAT
