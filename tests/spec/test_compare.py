"""compare(): every change of meaning is told, on a line of its own, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from spec.compare import compare
from spec.departures import judge
from spec.load import Document
from spec.meaning import read_meaning
from spec_documents import GONE, contract, departures, lines, told, vendor_data

SEND = "for those who send requests)"
READ = "for those who read replies)"
REF = "#/components/schemas/"
TEXT = {"type": "string"}
AUDIO = {
    "type": "object",
    "required": ["type", "url"],
    "properties": {"type": {"type": "string", "enum": ["audio"]}, "url": TEXT},
}


def test_the_two_documents_say_the_same() -> None:
    assert told() == []


CHANGES: list[tuple[str, dict[str, Any], list[str]]] = [
    (
        "a parameter",
        {"REQUEST.properties.seed": {"type": "integer", "minimum": 0, "default": 1}},
        [f"request.seed: parameter added: integer, minimum 0, default 1 (additive {SEND}"],
    ),
    (
        "a parameter that requests must have",
        {"REQUEST.properties.seed": {"type": "integer"}, "REQUEST.required.+": "seed"},
        [f"request.seed: parameter added: integer, required (breaking {SEND}"],
    ),
    (
        "a parameter that is gone",
        {"REQUEST.properties.k": GONE},
        [f"request.k: parameter removed: integer, minimum 0, maximum 500, default 0 (breaking {SEND}"],
    ),
    (
        "a parameter that requests must have now",
        {"REQUEST.required.+": "k"},
        [f"request.k: required added (breaking {SEND}"],
    ),
    (
        "a parameter that they need not have any more",
        {"REQUEST.required": ["messages"]},
        [f"request.model: required removed (additive {SEND}"],
    ),
    (
        "a deprecated parameter",
        {"REQUEST.properties.k.deprecated": True},
        [f"request.k: deprecated added (additive {SEND}"],
    ),
    (
        "a deprecated parameter beside a $ref",
        {"REQUEST.properties.options.deprecated": True},
        [f"request.options: deprecated added (additive {SEND}"],
    ),
    (
        "another default",
        {"REQUEST.properties.k.default": 5},
        [f"request.k: default changed from 0 to 5 (breaking {SEND}"],
    ),
    (
        "a default, where false is not 0",
        {"REQUEST.properties.k.default": False},
        [f"request.k: default changed from 0 to false (breaking {SEND}"],
    ),
    (
        "a wider and a narrower bound",
        {"REQUEST.properties.k.maximum": 600, "REQUEST.properties.k.minimum": 1},
        [
            f"request.k: minimum changed from 0 to 1 (breaking {SEND}",
            f"request.k: maximum changed from 500 to 600 (additive {SEND}",
        ],
    ),
    (
        "a bound that comes and one that goes",
        {
            "REQUEST.properties.k.maximum": GONE,
            "REQUEST.properties.messages": {
                "type": "array",
                "minItems": 1,
                "items": {"$ref": f"{REF}ChatMessage"},
            },
        },
        [
            f"request.messages: minItems added: 1 (breaking {SEND}",
            f"request.k: maximum removed: 500 (additive {SEND}",
        ],
    ),
    (
        "a keyword without a meaning of its own here",
        {"REQUEST.properties.model.not": {"$ref": f"{REF}Reason"}},
        [f'request.model: not added: {{"type": "string", "enum": ["ERROR", "COMPLETE"]}} (breaking {SEND}'],
    ),
    (
        "a wider type",
        {"REQUEST.properties.k.type": "number"},
        [f"request.k: type changed from integer to number (additive {SEND}"],
    ),
    (
        "another type, whose format is part of it",
        {"SCHEMAS.UsageV2.properties.tokens.properties.input": {"type": "integer", "format": "int64"}},
        [f"response.usage.tokens.input: type changed from number to integer (additive {READ}"],
    ),
    (
        "null in a reply",
        {"SCHEMAS.ChatReply.properties.id.type": ["string", "null"]},
        [f"response.id: type changed from string to null or string (breaking {READ}"],
    ),
    (
        "null in a request",
        {"REQUEST.properties.model.type": ["string", "null"]},
        [f"request.model: type changed from string to null or string (additive {SEND}"],
    ),
    (
        "a text where there was a list or a text",
        {"SCHEMAS.UserMessageV2.properties.content": TEXT},
        [f"request.messages[role=user].content: type changed from array or string to string (breaking {SEND}"],
    ),
    (
        "values of free-form objects",
        {"SCHEMAS.Tool.properties.parameters.additionalProperties": TEXT},
        [f"request.tools[].parameters.*: type changed from any to string (breaking {SEND}"],
    ),
    (
        "no more fields",
        {"SCHEMAS.ChatOptions.additionalProperties": False},
        [f"request.options.*: type changed from any to nothing (breaking {SEND}"],
    ),
    (
        "a value of an enum, and one that is gone",
        {"SCHEMAS.ChatOptions.properties.level.enum": ["high", "medium"]},
        [
            f"request.options.level: enum value added: medium (additive {SEND}",
            f"request.options.level: enum value removed: low (breaking {SEND}",
        ],
    ),
    (
        "a value of an enum in two places of replies",
        {"SCHEMAS.Reason.enum.+": "TIMEOUT"},
        [
            f"response.finish_reason: enum value added: TIMEOUT (additive {READ}",
            f"stream[type=delta].delta.finish_reason: enum value added: TIMEOUT (additive {READ}",
        ],
    ),
    (
        "any text where there was an enum",
        {"SCHEMAS.ChatOptions.properties.level.enum": GONE},
        [f'request.options.level: enum removed: ["low", "high"] (additive {SEND}'],
    ),
    (
        "an enum where there was any text",
        {"REQUEST.properties.model.enum": ["a", "b"]},
        [f'request.model: enum added: ["a", "b"] (breaking {SEND}'],
    ),
    (
        "a field deep in a request",
        {"SCHEMAS.PictureUrl.properties.width": {"type": "integer"}},
        [f"request.messages[role=user].content[type=image].image.width: field added: integer (additive {SEND}"],
    ),
    (
        "a field that is sent and read",
        {"SCHEMAS.CitationV2.properties.end": {"type": "integer"}},
        [
            f"request.messages[role=assistant].citations[].end: field added: integer (additive {SEND}",
            f"response.message.citations[].end: field added: integer (additive {READ}",
            f"stream[type=citation].citation.end: field added: integer (additive {READ}",
        ],
    ),
    (
        "a field that replies need not have any more",
        {"SCHEMAS.ChatReply.required": ["message"]},
        [f"response.id: required removed (breaking {READ}"],
    ),
    (
        "a field that replies always have now",
        {"SCHEMAS.ChatReply.required.+": "usage"},
        [f"response.usage: required added (additive {READ}"],
    ),
    (
        "a field that goes from a place to another one",
        {
            "SCHEMAS.Delta.allOf.1.properties.delta.properties": {
                "message": {"type": "object", "properties": {"text": TEXT}},
                "finish_reason": {"$ref": f"{REF}Reason"},
            }
        },
        [
            f"stream[type=delta].delta.text: field removed: string (breaking {READ}",
            f"stream[type=delta].delta.message: field added: object, with text (additive {READ}",
        ],
    ),
    (
        "a kind of content",
        {
            "SCHEMAS.Audio": AUDIO,
            "SCHEMAS.ContentBlock.oneOf.+": {"$ref": f"{REF}Audio"},
            "SCHEMAS.ContentBlock.discriminator.mapping.audio": f"{REF}Audio",
        },
        [f"request.messages[role=user].content[type=audio]: union member added: object, with url (additive {SEND}"],
    ),
    (
        "a kind of content that is gone",
        {"SCHEMAS.ContentBlock.oneOf.1": GONE, "SCHEMAS.ContentBlock.discriminator.mapping.image": GONE},
        [f"request.messages[role=user].content[type=image]: union member removed: object, with image (breaking {SEND}"],
    ),
    (
        "a second kind where there was one, in a request and a reply",
        {
            "SCHEMAS.Audio": AUDIO,
            "SCHEMAS.AssistantMessageV2.properties.content.items.oneOf.+": {"$ref": f"{REF}Audio"},
        },
        [
            f"{place}.content[type=audio]: union member added: object, with url (additive {who}"
            for place, who in (("request.messages[role=assistant]", SEND), ("response.message", READ))
        ],
    ),
    (
        "a second kind of tool, told apart by a constant alone",
        {
            "SCHEMAS.Search": {"required": ["type"], "properties": {"type": {"const": "search"}, "site": TEXT}},
            "REQUEST.properties.tools.items": {"oneOf": [{"$ref": f"{REF}Tool"}, {"$ref": f"{REF}Search"}]},
        },
        [f"request.tools[type=search]: union member added: object, with site (additive {SEND}"],
    ),
    (
        "a role",
        {
            "SCHEMAS.Developer": {"properties": {"role": {"enum": ["developer"]}, "content": TEXT}},
            "SCHEMAS.ChatMessage.oneOf.+": {"$ref": f"{REF}Developer"},
            "SCHEMAS.ChatMessage.discriminator.mapping.developer": f"{REF}Developer",
        },
        [f"request.messages[role=developer]: union member added: object, with content (additive {SEND}"],
    ),
    (
        "an event that the union forgets",
        {
            "SCHEMAS.Ping": {"allOf": [{"$ref": f"{REF}EventType"}]},
            "SCHEMAS.StreamedReply.discriminator.mapping.ping": "Ping",
        },
        [f"stream[type=ping]: union member added: object (additive {READ}"],
    ),
    (
        "an event that is gone",
        {"SCHEMAS.StreamedReply.oneOf.0": GONE, "SCHEMAS.StreamedReply.discriminator.mapping.start": GONE},
        [f"stream[type=start]: union member removed: object, with id (breaking {READ}"],
    ),
    (
        "a field of an event that the union forgets",
        {"SCHEMAS.Cited.allOf.1.properties.index": {"type": "integer"}},
        [f"stream[type=citation].index: field added: integer (additive {READ}"],
    ),
    (
        "another constant as a tag, whatever the mapping says",
        {"SCHEMAS.Start.allOf.1.properties.type": {"const": "begin"}, "SCHEMAS.Start.allOf.0": GONE},
        [
            f"stream[type=start]: union member removed: object, with id (breaking {READ}",
            f"stream[type=begin]: union member added: object, with id (additive {READ}",
        ],
    ),
    (
        "alternatives that nothing tells apart",
        {
            "REQUEST.properties.model": {
                "oneOf": [{"type": "string", "maxLength": 9}, {"type": "string", "format": "uri"}],
            }
        },
        [
            f"request.model<string 1>: union member added: string, maxLength 9 (additive {SEND}",
            f"request.model<string 2>: union member added: string (uri) (additive {SEND}",
        ],
    ),
    (
        "a status, and one that is gone",
        {
            "POST.responses.529": {"description": "Busy."},
            "POST.responses.429": GONE,
        },
        [
            f"response[429]: response removed (breaking {READ}",
            f"response[529]: response added (additive {READ}",
        ],
    ),
    (
        "a field of an error",
        {"components.responses.RateLimit.content.application/json.schema.properties.id": TEXT},
        [f"response[429].id: field added: string (additive {READ}"],
    ),
    (
        "another media type of an error",
        {"components.responses.RateLimit.content.text/html": {}},
        [f"response[429]: media type added: text/html (additive {READ}"],
    ),
    (
        "headers that are sent and read",
        {
            "components.parameters.RequestSource.required": True,
            "POST.parameters.+": {"in": "header", "name": "X-Trace", "schema": TEXT},
            "components.responses.RateLimit.headers": {"Retry-After": {"schema": {"type": "integer"}}},
        },
        [
            f"header.X-Client-Name: required added (breaking {SEND}",
            f"header.X-Trace: header parameter added: string (additive {SEND}",
            f"response[429].headers[retry-after]: header added (additive {READ}",
        ],
    ),
    (
        "headers that OpenAPI leaves to other rules",
        {"POST.parameters.+": {"in": "header", "name": "Accept", "schema": TEXT}},
        [],
    ),
    (
        "another server and other credentials",
        {
            "servers": [{"url": "https://api.example.org"}],
            "components.securitySchemes.bearerAuth": {"type": "apiKey", "in": "header", "name": "X-Key"},
        },
        [
            f"server: server removed: https://api.example.com (breaking {SEND}",
            f"server: server added: https://api.example.org (additive {SEND}",
            f"security: security scheme removed: http bearer (breaking {SEND}",
            f"security: security scheme added: apiKey header X-Key (additive {SEND}",
        ],
    ),
    (
        "a deprecated operation",
        {"POST.deprecated": True},
        [f"operation: deprecated added (additive {SEND}"],
    ),
]


@pytest.mark.parametrize(("changes", "expected"), [case[1:] for case in CHANGES], ids=[case[0] for case in CHANGES])
def test_a_change_of_meaning_is_told(changes: dict[str, Any], expected: list[str]) -> None:
    assert told(changes) == sorted(expected)


def _renamed(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            f"New{name}" if name in vendor_data()["components"]["schemas"] else name: _renamed(item)
            for name, item in value.items()
        }
    if isinstance(value, list):
        return [_renamed(item) for item in value]
    return value.replace(REF, f"{REF}New") if isinstance(value, str) else value


def _reversed(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _reversed(item) for name, item in reversed(value.items())}
    if isinstance(value, list):
        items = [_reversed(item) for item in value]
        return items[::-1]
    return value


def _annotated(value: Any) -> Any:
    if isinstance(value, dict):
        notes = {"title": "T", "description": "D", "examples": ["E"], "x-new": 1} if "type" in value else {}
        if isinstance(value.get("type"), dict):
            notes = {}
        return {name: _annotated(item) for name, item in value.items()} | notes
    return [_annotated(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("rewrite", [_renamed, _reversed, _annotated])
def test_names_order_and_annotations_mean_nothing(rewrite: Callable[[Any], Any]) -> None:
    other = read_meaning(Document("vendor.yaml", rewrite(vendor_data())))
    found = judge(compare(contract(), other), departures(), contract().document.schemas)
    assert lines(found) == []


SAME: list[tuple[str, dict[str, Any]]] = [
    ("a constant for an enum of one", {"SCHEMAS.Text.properties.type": {"const": "text"}}),
    ("a list of one type", {"REQUEST.properties.model.type": ["string"]}),
    ("a float for an integer", {"REQUEST.properties.k.maximum": 500.0}),
    (
        "anyOf for oneOf",
        {
            "SCHEMAS.UserMessageV2.properties.content": {
                "anyOf": [{"type": "array", "items": {"$ref": f"{REF}ContentBlock"}}, TEXT]
            }
        },
    ),
    ("a $ref in allOf", {"REQUEST.properties.options": {"allOf": [{"$ref": f"{REF}ChatOptions"}], "title": "O"}}),
    ("a schema in place of a $ref", {"SCHEMAS.ChatReply.properties.finish_reason": {"enum": ["COMPLETE", "ERROR"]}}),
    (
        "a $ref to a $ref",
        {"SCHEMAS.Alias": {"$ref": f"{REF}ChatOptions"}, "REQUEST.properties.options": {"$ref": f"{REF}Alias"}},
    ),
    (
        "parts in allOf, the bounds in several",
        {
            "REQUEST.properties.k": {
                "allOf": [
                    {"type": "number", "minimum": -5, "maximum": 500},
                    {"type": "integer", "minimum": 0, "maximum": 900},
                    {"default": 0},
                ]
            }
        },
    ),
    (
        "enums in allOf that overlap",
        {"REQUEST.properties.mode": {"allOf": [{"enum": ["AUTO", "OFF", "DIM"]}, {"enum": ["AUTO", "OFF", "BRIGHT"]}]}},
    ),
    ("additionalProperties that say nothing", {"SCHEMAS.Tool.properties.parameters.additionalProperties": {}}),
    ("an enum in two", {"REQUEST.properties.mode": {"anyOf": [{"const": "AUTO"}, {"enum": ["OFF"]}]}}),
    ("a text that may also be one of an enum", {"REQUEST.properties.model": {"anyOf": [TEXT, {"enum": ["a"]}]}}),
    ("names in a mapping", {"SCHEMAS.ContentBlock.discriminator.mapping": {"text": "Text", "image": "Picture"}}),
    (
        "no mapping, but constants",
        {"SCHEMAS.ContentBlock.discriminator": GONE, "SCHEMAS.Picture.properties.type": {"const": "image"}},
    ),
    (
        "what members share beside the union",
        {"SCHEMAS.ContentBlock.properties": {"type": TEXT}, "SCHEMAS.ContentBlock.required": ["type"]},
    ),
    (
        "a union in a union",
        {
            "SCHEMAS.Inner": {"oneOf": [{"$ref": f"{REF}Start"}, {"$ref": f"{REF}Delta"}]},
            "SCHEMAS.StreamedReply.oneOf": [{"$ref": f"{REF}Debug"}, {"$ref": f"{REF}Start"}, {"$ref": f"{REF}Delta"}],
        },
    ),
    (
        "the method's server, the same as the document's",
        {"POST.servers": [{"url": "https://api.example.com"}], "servers": [{"url": "https://example.com"}]},
    ),
    (
        "a parameter of the path instead of the method",
        {"POST.parameters": GONE, "PATH.parameters": [{"$ref": "#/components/parameters/RequestSource"}]},
    ),
]


@pytest.mark.parametrize("changes", [case[1] for case in SAME], ids=[case[0] for case in SAME])
def test_other_words_for_the_same_are_no_change(changes: dict[str, Any]) -> None:
    assert told(changes) == []


def test_schemas_that_contain_themselves_are_compared_once() -> None:
    tree = {"properties": {"value": TEXT, "left": {"$ref": f"{REF}Tree"}, "all": {"items": {"$ref": f"{REF}Tree"}}}}
    deeper = {"properties": {**tree["properties"], "right": {"$ref": f"{REF}Tree"}}}
    one, other = (
        read_meaning(
            Document("v", vendor_data({"SCHEMAS.Tree": it, "REQUEST.properties.tree": {"$ref": f"{REF}Tree"}}))
        )
        for it in (tree, deeper)
    )
    assert compare(one, one).differences == ()
    assert lines(compare(one, other)) == [
        f"request.tree.right: field added: object, with value, left, all, right (additive {SEND}"
    ]


def test_openapi_3_0_says_null_and_bounds_in_its_own_way() -> None:
    k = {"type": "integer", "nullable": True, "minimum": 0, "exclusiveMinimum": True, "maximum": 500, "default": 0}
    assert told({"openapi": "3.0.3", "REQUEST.properties.k": k}) == [
        f"request.k: exclusiveMinimum added: true (breaking {SEND}",
        f"request.k: type changed from integer to integer or null (additive {SEND}",
    ]


def test_names_that_are_no_words_are_quoted() -> None:
    assert told({"SCHEMAS.ChatOptions.properties": {"level": {"enum": ["low", "high"]}, "a.b": TEXT}}) == [
        f'request.options["a.b"]: field added: string (additive {SEND}'
    ]


def test_what_is_described_is_bounded() -> None:
    many = {"type": "object", "properties": {f"field_{number}": TEXT for number in range(100)}}
    (told_line,) = told({"REQUEST.properties.many": many})
    assert len(told_line) < 250
    assert "..." in told_line
