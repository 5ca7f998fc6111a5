"""What is taken out of the small contract comes back by a sync, and it means the same; openapi.yaml: tests_slow."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import Any

import pytest
from spec.compare import compare
from spec.load import Document
from spec.meaning import Meaning, read_meaning
from spec.plan import plan
from spec.write import Pointer, YamlText
from spec_documents import CONTRACT_TEXT, departures, lines, vendor

SCHEMAS = ("components", "schemas")


def meaning(text: str) -> Meaning:
    return read_meaning(Document("openapi.yaml", YamlText(text).data))


def member(union: str, value: str, *components: str) -> list[Pointer]:
    """A member of a union, its place in the mapping, and components that go with it."""
    return [
        (*SCHEMAS, union, "oneOf", value),
        (*SCHEMAS, union, "discriminator", "mapping", value),
        *((*SCHEMAS, name) for name in components),
    ]


def without(text: str, pointers: Iterable[Pointer]) -> str:
    """The text without what is at some places; in a list, an item is named by its value or its tag."""
    before = YamlText(text)
    data = copy.deepcopy(before.data)
    for *steps, last in pointers:
        holder: Any = data
        for step in steps:
            holder = holder[step]
        if isinstance(holder, list):
            mapping = data["components"]["schemas"].get(steps[2], {}).get("discriminator", {}).get("mapping", {})
            holder.remove({"$ref": mapping[last]} if last in mapping else last)
        else:
            del holder[last]
    return before.saying(data)


SMALL: dict[str, list[Pointer]] = {
    "a parameter": [(*SCHEMAS, "Request", "properties", "k")],
    "a parameter with a departure": [(*SCHEMAS, "Request", "properties", "stream")],
    "a parameter and its component": [(*SCHEMAS, "Request", "properties", "options"), (*SCHEMAS, "Options")],
    "a value of an enum": [(*SCHEMAS, "Request", "properties", "mode", "enum", "OFF")],
    "a value that is read": [(*SCHEMAS, "FinishReason", "enum", "ERROR")],
    "a field deep in a request": [(*SCHEMAS, "Image", "properties", "detail")],
    "a field that is sent and read": [(*SCHEMAS, "Citation", "properties", "sources")],
    "a field of an error": [(*SCHEMAS, "ErrorBody", "properties", "message")],
    "a kind of content": member("Content", "image", "ImageContent", "Image"),
    "a kind of content whose component stays": member("Content", "image"),
    "a role": member("Message", "assistant"),
    "a source": member("Source", "tool", "ToolSource"),
    "an event": member("Event", "delta", "DeltaEvent"),
    "an event that the vendor's union forgets": member("Event", "citation", "CitationEvent"),
    "a status": [
        ("paths", "/v2/chat", "post", "responses", "429"),
        ("components", "responses", "TooManyRequests"),
    ],
    "a required field": [(*SCHEMAS, "Reply", "required", "id")],
    "a bound": [(*SCHEMAS, "Request", "properties", "k", "default")],
    "several at once": [
        (*SCHEMAS, "Request", "properties", "tools"),
        (*SCHEMAS, "FunctionTool"),
        (*SCHEMAS, "Usage", "properties", "tokens"),
        *member("Event", "start", "StartEvent"),
    ],
}


@pytest.mark.parametrize("pointers", SMALL.values(), ids=SMALL)
def test_in_the_small_contract(pointers: list[Pointer]) -> None:
    less = without(CONTRACT_TEXT, pointers)
    assert compare(meaning(CONTRACT_TEXT), meaning(less)).differences != ()
    made = plan(less, vendor(), departures())
    assert lines(compare(meaning(CONTRACT_TEXT), meaning(made.text))) == []
    assert made.carried != ()
    assert (made.left, made.stale) == ((), ())


def test_a_component_that_stays_is_used_again() -> None:
    made = plan(without(CONTRACT_TEXT, SMALL["a kind of content whose component stays"]), vendor(), departures())
    before, after = (YamlText(text).data["components"]["schemas"] for text in (CONTRACT_TEXT, made.text))
    assert after.keys() == before.keys()


def test_a_component_that_stays_stands_for_what_the_vendor_writes_in_place() -> None:
    options = {"type": "object", "properties": {"level": {"type": "string", "enum": ["low", "high"]}}}
    less = without(CONTRACT_TEXT, [(*SCHEMAS, "Request", "properties", "options")])
    made = plan(less, vendor({"REQUEST.properties.options": options}), departures())
    request = YamlText(made.text).data["components"]["schemas"]["Request"]
    assert request["properties"]["options"] == {"$ref": "#/components/schemas/Options"}
