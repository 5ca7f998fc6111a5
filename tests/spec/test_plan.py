"""plan(): what is additive comes into the contract in its own words, and nothing else is touched."""

from __future__ import annotations

import difflib
from collections.abc import Collection
from typing import Any

import pytest
from spec.plan import Plan, plan
from spec.report import changelog, line
from spec_documents import CONTRACT_TEXT, GONE, departures, vendor

REF = "#/components/schemas/"
TEXT = {"type": "string"}


def planned(changes: dict[str, Any] | None = None, accept: Collection[str] = (), **options: Any) -> Plan:
    """The plan, of which carrying it out a second time changes nothing."""
    other = vendor(changes)
    made = plan(CONTRACT_TEXT, other, departures(), accept=accept, **options)
    again = plan(made.text, other, departures(), accept=accept, **options)
    assert (again.text, again.carried) == (made.text, ())
    return made


def patch(made: Plan) -> list[str]:
    """The lines that the plan takes away and adds."""
    lines = difflib.unified_diff(CONTRACT_TEXT.splitlines(), made.text.splitlines(), n=0, lineterm="")
    return [one for one in lines if not one.startswith(("---", "+++", "@@"))]


def test_without_differences_nothing_is_done() -> None:
    assert planned() == Plan(CONTRACT_TEXT, (), (), ())


def test_a_field_comes_after_the_others_and_before_the_comment_of_what_follows() -> None:
    speed = {"type": "integer", "minimum": 1, "title": "Speed", "description": "How fast."}
    made = planned({"SCHEMAS.ChatOptions.properties.speed": speed})
    assert made.text == CONTRACT_TEXT.replace(
        "            How much\n            of it.\n",
        "            How much\n            of it.\n"
        "        speed:\n          type: integer\n          minimum: 1\n"
        "          description: 'TODO: own words: How fast.'\n",
    )
    assert made.left == ()


def test_descriptions_are_left_out_on_demand() -> None:
    seed = {"REQUEST.properties.seed": {"type": "integer", "description": "A seed.\n\n- Really. \n"}}
    assert patch(planned(seed)) == [
        "+        seed:",
        "+          type: integer",
        "+          description: |-",
        "+            TODO: own words: A seed.",
        "+",
        "+            - Really.",
    ]
    assert patch(planned(seed, descriptions=False)) == ["+        seed:", "+          type: integer"]


def test_an_object_becomes_a_component_and_refers_to_those_that_are_there() -> None:
    search = {
        "allOf": [
            {"required": ["query"], "properties": {"query": TEXT, "where": {"enum": ["web", "wiki"]}}},
            {
                "properties": {
                    "near": {"$ref": f"{REF}PictureUrl"},
                    "by": {"$ref": f"{REF}By"},
                    "free": {"type": "object"},
                }
            },
        ]
    }
    changes = {
        "SCHEMAS.Search": search,
        "SCHEMAS.By": {"type": "string", "enum": ["name", "date"], "default": "name"},
        "REQUEST.properties.search": {"$ref": f"{REF}Search"},
    }
    assert patch(planned(changes)) == [
        "+        search:",
        '+          $ref: "#/components/schemas/Search"',
        "+",
        "+    Search:",
        "+      type: object",
        "+      required: [query]",
        "+      properties:",
        "+        query:",
        "+          type: string",
        "+        where:",
        "+          type: string",
        '+          enum: ["web", "wiki"]',
        "+        near:",
        '+          $ref: "#/components/schemas/Image"',
        "+        by:",
        '+          $ref: "#/components/schemas/By"',
        "+        free:",
        "+          type: object",
        "+          additionalProperties: true",
        "+",
        "+    By:",
        "+      type: string",
        '+      enum: ["name", "date"]',
        "+      default: name",
    ]


def test_a_member_of_a_union_is_a_component_with_its_tag_as_a_constant() -> None:
    changes = {
        "SCHEMAS.Audio": {"required": ["url"], "properties": {"url": TEXT, "type": {"$ref": f"{REF}ContentType"}}},
        "SCHEMAS.ContentBlock.oneOf.+": {"$ref": f"{REF}Audio"},
        "SCHEMAS.ContentBlock.discriminator.mapping.audio": f"{REF}Audio",
    }
    assert patch(planned(changes)) == [
        '+        - $ref: "#/components/schemas/Audio"',
        '+          audio: "#/components/schemas/Audio"',
        "+",
        "+    Audio:",
        "+      type: object",
        "+      required: [type, url]",
        "+      properties:",
        "+        type:",
        "+          type: string",
        "+          const: audio",
        "+        url:",
        "+          type: string",
    ]


def test_one_kind_of_object_becomes_a_union_of_two() -> None:
    changes = {
        "SCHEMAS.Search": {"properties": {"type": {"enum": ["search"]}}, "required": ["type"]},
        "REQUEST.properties.tools.items": {"oneOf": [{"$ref": f"{REF}Tool"}, {"$ref": f"{REF}Search"}]},
    }
    assert patch(planned(changes)) == [
        '-            $ref: "#/components/schemas/FunctionTool"',
        '+            $ref: "#/components/schemas/RequestToolsItem"',
        "+    RequestToolsItem:",
        "+      oneOf:",
        '+        - $ref: "#/components/schemas/FunctionTool"',
        '+        - $ref: "#/components/schemas/Search"',
        "+      discriminator:",
        "+        propertyName: type",
        "+        mapping:",
        '+          function: "#/components/schemas/FunctionTool"',
        '+          search: "#/components/schemas/Search"',
        "+",
        "+    Search:",
        "+      type: object",
        "+      required: [type]",
        "+      properties:",
        "+        type:",
        "+          type: string",
        "+          const: search",
        "+",
    ]


def test_a_name_that_is_taken_gets_a_number() -> None:
    changes = {
        "SCHEMAS.Image": {"type": "object", "properties": {"size": {"type": "integer"}}},
        "SCHEMAS.ChatOptions.properties.image": {"$ref": f"{REF}Image"},
    }
    assert patch(planned(changes))[:5] == [
        "+        image:",
        '+          $ref: "#/components/schemas/Image2"',
        "+",
        "+    Image2:",
        "+      type: object",
    ]


def test_deprecation_beside_a_ref_is_said_where_the_generator_looks() -> None:
    assert patch(planned({"REQUEST.properties.options.deprecated": True, "REQUEST.properties.k.deprecated": True})) == [
        "+          deprecated: true",
        '-          $ref: "#/components/schemas/Options"',
        "+          allOf:",
        '+            - $ref: "#/components/schemas/Options"',
        "+          deprecated: true",
    ]


def test_departures_are_kept_in_what_is_added() -> None:
    """A parameter whose default the vendor gives in prose, and an event that builds on an older one."""
    text = CONTRACT_TEXT
    for gone in (
        text[text.index("        stream:\n") : text.index("        model:\n")],
        text[text.index("    DebugEvent:\n") :],
        '        - $ref: "#/components/schemas/DebugEvent"\n',
        '          debug: "#/components/schemas/DebugEvent"\n',
    ):
        assert text.count(gone) == 1
        text = text.replace(gone, "")
    schemas = vendor().document.schemas
    changes = {
        "SCHEMAS.DebugEvent": schemas["Debug"],
        "SCHEMAS.StreamedReply.oneOf.2": {"$ref": f"{REF}DebugEvent"},
        "SCHEMAS.StreamedReply.discriminator.mapping.debug": f"{REF}DebugEvent",
        "REQUEST.properties.stream.description": GONE,
    }
    made = plan(text, vendor(changes), departures())
    assert "        stream:\n          type: boolean\n          default: false\n" in made.text
    assert CONTRACT_TEXT[CONTRACT_TEXT.index("    DebugEvent:\n") :] in made.text
    assert (made.left, made.stale) == ((), ())


CARRIED: list[tuple[str, dict[str, Any]]] = [
    (
        "parameters and a header of replies",
        {
            "POST.parameters.+": {"in": "header", "name": "X-Trace", "schema": TEXT},
            "PATH.parameters": [{"in": "query", "name": "dry", "schema": {"type": "boolean"}, "deprecated": True}],
            "POST.responses.200.headers": {"X-Warning": {"schema": TEXT}},
        },
    ),
    ("a deprecated operation", {"POST.deprecated": True}),
    (
        "values, types and bounds in requests",
        {
            "REQUEST.properties.k": {"type": "number", "minimum": -1, "default": 0},
            "REQUEST.properties.model": {"type": ["string", "null"], "default": "m"},
            "REQUEST.required": ["messages"],
            "REQUEST.properties.mode": {"$ref": f"{REF}Mode", "default": "OFF"},
            "SCHEMAS.Mode": {"enum": ["AUTO", "OFF", "ON"]},
            "SCHEMAS.Tool.properties.type.enum.+": "search",
            "SCHEMAS.ChatOptions.properties.level.enum": GONE,
            "SCHEMAS.Tool.properties.name": {"oneOf": [TEXT, {"type": "array", "items": TEXT}]},
            "SCHEMAS.Tool.properties.parameters.properties": {"type": TEXT},
        },
    ),
    (
        "values, types and bounds in replies",
        {
            "SCHEMAS.Reason.enum.+": "TIMEOUT",
            "SCHEMAS.UsageV2.properties.tokens.properties.input": {"type": "integer", "minimum": 0},
            "SCHEMAS.ChatReply.required.+": "usage",
            "SCHEMAS.UsageV2.required": ["tokens", "n"],
            "SCHEMAS.UsageV2.properties.n": TEXT,
        },
    ),
    (
        "errors, one with the body of the others",
        {
            "POST.responses.529": {
                "description": "Busy.",
                "content": {"application/json": {"schema": {"properties": {"message": TEXT}}}},
            },
            "POST.responses.418": {
                "description": "",
                "content": {"application/json": {"schema": {"properties": {"pot": TEXT}}}},
            },
        },
    ),
    (
        "a source without a tag",
        {
            "SCHEMAS.Web": {"properties": {"url": TEXT}},
            "SCHEMAS.SourceV2.oneOf.+": {"$ref": f"{REF}Web"},
            "SCHEMAS.SourceV2.discriminator.mapping.web": f"{REF}Web",
        },
    ),
    (
        "a member without a name",
        {
            "SCHEMAS.ContentBlock.oneOf.+": {"properties": {"type": {"const": "x"}, "y": TEXT}},
            "SCHEMAS.ContentBlock.discriminator": GONE,
            "SCHEMAS.Picture.properties.type": {"const": "image"},
        },
    ),
    (
        "an event that the union forgets",
        {
            "SCHEMAS.Ping": {"allOf": [{"$ref": f"{REF}EventType"}]},
            "SCHEMAS.StreamedReply.discriminator.mapping.ping": "Ping",
        },
    ),
    (
        "a schema that contains itself",
        {
            "SCHEMAS.Tree": {
                "type": "object",
                "properties": {"down": {"type": "array", "items": {"$ref": f"{REF}Tree"}}},
            },
            "REQUEST.properties.tree": {"$ref": f"{REF}Tree"},
        },
    ),
    (
        "a union as a parameter",
        {
            "SCHEMAS.A": {"properties": {"t": {"const": "a"}}, "required": ["t"]},
            "SCHEMAS.B": {"properties": {"t": {"const": "b"}}, "required": ["t"]},
            "REQUEST.properties.u": {"oneOf": [TEXT, {"$ref": f"{REF}A"}, {"$ref": f"{REF}B"}], "deprecated": True},
        },
    ),
    (
        "maps of lists of numbers or null",
        {
            "REQUEST.properties.bias": {
                "type": "object",
                "additionalProperties": {"type": "array", "items": {"type": ["number", "null"]}},
            }
        },
    ),
    (
        "anything",
        {"REQUEST.properties.any": {}, "REQUEST.properties.closed": {"type": "object", "additionalProperties": False}},
    ),
]


@pytest.mark.parametrize("changes", [case[1] for case in CARRIED], ids=[case[0] for case in CARRIED])
def test_what_is_additive_is_carried(changes: dict[str, Any]) -> None:
    made = planned(changes)
    assert made.carried != ()
    assert [line(difference) for difference, _ in made.left] == []
    # What goes is the wording of what changes, never a line with a comment.
    assert [one for one in patch(made) if one.startswith("-") and "#" in one.replace('"#/', "")] == []


BREAKING: list[tuple[str, dict[str, Any], list[str]]] = [
    ("a parameter that is gone", {"REQUEST.properties.k": GONE}, ["request.k"]),
    ("a component that is gone", {"REQUEST.properties.options": GONE}, ["request.options"]),
    (
        "a value that is gone",
        {"SCHEMAS.Reason.enum": ["ERROR"]},
        ["response.finish_reason", "stream[type=delta].delta.finish_reason"],
    ),
    ("a constant that is another one", {"SCHEMAS.Tool.properties.type.enum": ["fun"]}, ["request.tools[].type"]),
    (
        "a new parameter that requests must have",
        {"REQUEST.properties.n": TEXT, "REQUEST.required.+": "n"},
        ["request.n"],
    ),
    ("a parameter that requests must have now", {"REQUEST.required.+": "k"}, ["request.k"]),
    ("another type", {"REQUEST.properties.k": {"type": "string", "default": "0"}}, ["request.k"]),
    (
        "another type under a description",
        {"SCHEMAS.ChatOptions.properties.level": {"type": "array", "items": TEXT}},
        ["request.options.level"],
    ),
    ("narrower bounds", {"REQUEST.properties.k.maximum": 5}, ["request.k"]),
    ("an enum", {"REQUEST.properties.model.enum": ["a", "b"]}, ["request.model"]),
    ("another default", {"REQUEST.properties.k.default": 5}, ["request.k"]),
    ("no default", {"REQUEST.properties.k.default": GONE}, ["request.k"]),
    (
        "values of free-form objects",
        {"SCHEMAS.Tool.properties.parameters.additionalProperties": TEXT},
        ["request.tools[].parameters.*"],
    ),
    (
        "a kind of content that is gone",
        {"SCHEMAS.ContentBlock.oneOf.1": GONE, "SCHEMAS.ContentBlock.discriminator.mapping.image": GONE},
        ["request.messages[role=user].content[type=image]"],
    ),
    ("an error that is gone", {"POST.responses.429": GONE}, ["response[429]"]),
    ("a field that replies need not have", {"SCHEMAS.ChatReply.required": ["message"]}, ["response.id"]),
    ("the only field that there was", {"SCHEMAS.ChatOptions.properties": {}}, ["request.options.level"]),
]


@pytest.mark.parametrize(("changes", "places"), [case[1:] for case in BREAKING], ids=[case[0] for case in BREAKING])
def test_what_is_breaking_is_left_unless_it_is_accepted(changes: dict[str, Any], places: list[str]) -> None:
    made = plan(CONTRACT_TEXT, vendor(changes), departures())
    left = {difference.where: reason for difference, reason in made.left if difference.effect == "breaking"}
    assert set(left) == set(places)
    assert all(f"v2_chat:{place}" in reason for place, reason in left.items())
    assert [difference for difference in made.carried if difference.effect == "breaking"] == []
    accepted = planned(changes, accept=places)
    assert [line(difference) for difference, _ in accepted.left] == []


def test_components_that_nothing_refers_to_any_more_go_as_well() -> None:
    made = planned({"REQUEST.properties.options": GONE}, accept=["request.options"])
    assert patch(made) == [
        "-        options:",
        '-          $ref: "#/components/schemas/Options"',
        "-",
        "-    Options:",
        "-      type: object",
        "-      description: Options.",
        "-      properties:",
        "-        level:",
        "-          type: string",
        '-          enum: ["low", "high"]',
        "-          description: >-",
        "-            How much",
        "-            of it.",
    ]


LEFT: list[tuple[str, dict[str, Any], str]] = [
    (
        "a field that is no property",
        {"SCHEMAS.UsageV2.required": ["cost"]},
        "the vendor requires it but describes no such field: add the field, or list the departure in "
        "tools/spec/departures.yaml",
    ),
    (
        "a change that is additive in replies and breaking in requests, of one schema",
        {"SCHEMAS.AssistantMessageV2.required.+": "content"},
        "the same schema of openapi.yaml stands at request.messages[role=assistant].content, where the change is "
        "breaking; to carry it, ACCEPT='v2_chat:request.messages[role=assistant].content'",
    ),
    (
        "a default that is none of the values",
        {"REQUEST.properties.model.default": 5},
        "the default is none of the values that openapi.yaml admits there",
    ),
    (
        "a server",
        {"servers": [{"url": "https://api.example.com"}, {"url": "https://eu.example.com"}]},
        "the client's default address and its documentation depend on it: change openapi.yaml by hand",
    ),
    (
        "alternatives that nothing tells apart",
        {"REQUEST.properties.model": {"oneOf": [{"type": "string"}, {"type": "string", "format": "uri"}]}},
        "this is no matter of schemas, or of what the union is: change openapi.yaml by hand",
    ),
]


@pytest.mark.parametrize(("changes", "reason"), [case[1:] for case in LEFT], ids=[case[0] for case in LEFT])
def test_what_cannot_be_carried_is_left_with_the_reason(changes: dict[str, Any], reason: str) -> None:
    made = planned(changes)
    assert made.text == CONTRACT_TEXT
    assert any(one.startswith(reason) for _, one in made.left), made.left


def test_what_is_within_something_added_can_be_left_by_itself() -> None:
    changes = {
        "SCHEMAS.Cost": {"type": "object", "required": ["unit"], "properties": {"amount": {"type": "number"}}},
        "SCHEMAS.UsageV2.properties.cost": {"$ref": f"{REF}Cost"},
    }
    made = planned(changes)
    assert [difference.where for difference in made.carried] == ["response.usage.cost"]
    assert [difference.where for difference, _ in made.left] == ["response.usage.cost.unit"]


def test_what_replies_may_hold_may_be_sent_back() -> None:
    """Since one schema of the contract serves both; the vendor has it twice."""
    changes = {
        "SCHEMAS.Reply": {
            "properties": {
                "role": {"enum": ["assistant"]},
                "content": {
                    "type": "array",
                    "items": {"oneOf": [{"$ref": f"{REF}Text"}], "discriminator": {"propertyName": "type"}},
                },
                "citations": {"type": "array", "items": {"$ref": f"{REF}CitationV2"}},
                "cost": TEXT,
            },
            "required": ["role"],
        },
        "SCHEMAS.ChatReply.properties.message": {"$ref": f"{REF}Reply"},
    }
    made = planned(changes)
    assert [difference.where for difference in made.carried] == ["response.message.cost"]
    assert [difference.where for difference in made.sent_back] == ["request.messages[role=assistant].cost"]
    assert made.left == ()


def test_an_accepted_change_carries_its_twin_in_the_same_schema() -> None:
    made = planned(
        {"SCHEMAS.AssistantMessageV2.required.+": "content"}, accept=["request.messages[role=assistant].content"]
    )
    assert [difference.where for difference in made.carried] == [
        "request.messages[role=assistant].content",
        "response.message.content",
    ]


def test_departures_that_no_longer_apply_are_left() -> None:
    made = planned({"POST.requestBody.required": True})
    assert [departure.place for departure in made.stale] == ["request"]


def test_the_entry_for_the_changelog_names_each_thing_once() -> None:
    made = planned(
        {
            "SCHEMAS.Reason.enum": ["COMPLETE", "TIMEOUT"],
            "REQUEST.properties.k.deprecated": True,
            "REQUEST.properties.k.maximum": 600,
            "REQUEST.properties.seed": {"type": "integer"},
        },
        accept=["response.finish_reason", "stream[type=delta].delta.finish_reason"],
    )
    assert changelog(made.carried) == (
        "## Unreleased\n\n"
        "### Added\n\n"
        "- `v2_chat`: response.finish_reason (also at stream[type=delta].delta.finish_reason): enum value added: "
        "TIMEOUT\n"
        "- `v2_chat`: request.seed: parameter added: integer\n\n"
        "### Changed\n\n"
        "- `v2_chat`: request.k: maximum changed from 500 to 600\n\n"
        "### Deprecated\n\n"
        "- `v2_chat`: request.k: deprecated added\n\n"
        "### Removed\n\n"
        "- `v2_chat`: response.finish_reason (also at stream[type=delta].delta.finish_reason): enum value removed: "
        "ERROR\n"
    )
