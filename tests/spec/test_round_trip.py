"""What is taken out of the contract comes back by a sync, and the contract means the same as before."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

import pytest
from spec.compare import compare
from spec.departures import Departure, read_departures
from spec.load import Document
from spec.normalise import Operation, read_operation
from spec.plan import plan
from spec.report import line
from spec.write import Pointer, YamlText
from spec_documents import CONTRACT_TEXT, departures, real, real_files, vendor
from support import ROOT

SCHEMAS = ("components", "schemas")


@cache
def operation(text: str) -> Operation:
    return read_operation(Document("openapi.yaml", YamlText(text).data))


def member(union: str, value: str, *components: str) -> list[Pointer]:
    """A member of a union, its place in the mapping, and components that go with it."""
    return [
        (*SCHEMAS, union, "oneOf", value),
        (*SCHEMAS, union, "discriminator", "mapping", value),
        *((*SCHEMAS, name) for name in components),
    ]


def without(text: str, pointers: Iterable[Pointer]) -> str:
    """The text without what is at some places; in a list, an item is named by its value or its tag."""
    edited = YamlText(text)
    for pointer in pointers:
        *holder, last = pointer
        node: Any = edited.data
        for step in holder:
            node = node[step]
        if isinstance(node, list):
            union = edited.data["components"]["schemas"].get(pointer[2], {})
            mapping = union.get("discriminator", {}).get("mapping", {})
            last = node.index({"$ref": mapping[last]} if last in mapping else last)
        edited = edited.remove((*holder, last) if len(node) > 1 else tuple(holder))
    return edited.text


def comes_back(text: str, pointers: Iterable[Pointer], other: Operation, known: tuple[Departure, ...]) -> None:
    less = without(text, pointers)
    assert compare(operation(text), operation(less)).differences != ()
    made = plan(less, other, known)
    assert [line(difference) for difference in compare(operation(text), operation(made.text)).differences] == []
    assert made.carried != ()
    assert (made.left, made.stale) == ((), ())


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
    comes_back(CONTRACT_TEXT, pointers, vendor(), departures())


# One of each kind is in tests_slow/test_round_trips.py.
REAL: dict[str, list[Pointer]] = {
    "a parameter with a departure": [(*SCHEMAS, "V2ChatRequest", "properties", "frequency_penalty")],
    "a kind of content": member("Content", "image_url", "ImageUrlContent", "ImageUrl"),
    "an object with a type that departs": [
        *member("ToolContent", "document", "DocumentContent", "Document", "DocumentData"),
        (*SCHEMAS, "V2ChatRequest", "properties", "documents"),
    ],
    "an event with a departure": member("V2ChatStreamResponse", "debug", "ChatDebugEvent"),
}


@pytest.mark.parametrize("pointers", REAL.values(), ids=REAL)
def test_in_openapi_yaml_with_the_vendors_newest_document(pointers: list[Pointer]) -> None:
    newest = real(real_files()[-1])
    comes_back((ROOT / "openapi.yaml").read_text(), pointers, newest, read_departures())
