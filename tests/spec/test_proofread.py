"""Everyday mistakes in openapi.yaml: each is told in one line, which says where it is and what is meant."""

from __future__ import annotations

import pytest
from spec.proofread import proofread
from spec_documents import CONTRACT_TEXT as TEXT

EXTENSIONS = {"x-set-by-client", "x-last-event"}
SCHEMAS = "#/components/schemas"
CHAT = "#/paths/~1v2~1chat/post"

# What is mistaken, in place of what, and what is told: the place, then the problem.
MISTAKES: dict[str, tuple[str, str, str, str]] = {
    "a tab": (
        "        model:\n",
        "\t        model:\n",
        "",
        "is not YAML: found character '\\t' that cannot start any token",
    ),
    "a missing quote": ('enum: ["auto", "low"', 'enum: ["auto, "low"', "", "is not YAML: "),
    "a key twice": (
        "        k:\n          type: integer\n",
        "        k:\n          type: integer\n          type: number\n",
        "",
        'is not YAML: found duplicate key "type"',
    ),
    "no version": ("openapi: 3.1.0\n", "", "", "is no OpenAPI 3 document: there is no `openapi` at its top"),
    "a reference to nothing": (
        '#/components/schemas/Citation"\n\n    Content',
        '#/components/schemas/Citatoin"\n\n    Content',
        f"{SCHEMAS}/AssistantMessage/properties/citations/items/$ref",
        "dangling $ref '#/components/schemas/Citatoin': there is no 'Citatoin'; did you mean 'Citation'?",
    ),
    "a reference to no kind of component": (
        '$ref: "#/components/parameters/ClientName"',
        '$ref: "#/components/parameter/ClientName"',
        f"{CHAT}/parameters/0/$ref",
        "dangling $ref '#/components/parameter/ClientName': there is no 'parameter'; did you mean 'parameters'?",
    ),
    "a reference to another file": (
        '$ref: "#/components/responses/BadRequest"',
        '$ref: "other.yaml#/BadRequest"',
        f"{CHAT}/responses/400/$ref",
        "$ref 'other.yaml#/BadRequest' leaves the document; bundle it into one file first",
    ),
    "a branch that there is not": (
        '          user: "#/components/schemas/UserMessage"',
        '          user: "#/components/schemas/UserMesage"',
        f"{SCHEMAS}/Message/discriminator/mapping/user",
        "dangling $ref '#/components/schemas/UserMesage': there is no 'UserMesage'; did you mean 'UserMessage'?",
    ),
    "a keyword": (
        "      description: Options.\n",
        "      descripton: Options.\n",
        f"{SCHEMAS}/Options/descripton",
        "there is no keyword 'descripton'; did you mean 'description'?",
    ),
    "a keyword of an operation": (
        "      operationId: v2_chat\n",
        "      operationID: v2_chat\n",
        CHAT,
        "is no OpenAPI: Unevaluated properties are not allowed ('operationID' was unexpected)",
    ),
    "a name that is not its group's": (
        "      operationId: v2_chat\n",
        "      operationId: chat\n",
        CHAT,
        "operationId 'chat' is not v2_METHOD",
    ),
    "two groups": ("      tags: [v2]\n", "      tags: [v2, v1]\n", CHAT, "needs exactly one tag, the group that"),
    "a parameter of the path that is not there": (
        "  /v2/chat:\n",
        "  /v2/chat/{id}:\n",
        "#/paths/~1v2~1chat~1{id}/post",
        "'id' is in the path or among its parameters, but not in both",
    ),
    "an extension": (
        "          x-set-by-client: true\n",
        "          x-set-by-cleint: true\n",
        f"{SCHEMAS}/Request/properties/stream/x-set-by-cleint",
        "nothing reads x-set-by-cleint; did you mean 'x-set-by-client'?",
    ),
    "an extension of an operation": (
        "      summary: Chat.\n",
        "      summary: Chat.\n      x-retry-saef: false\n",
        f"{CHAT}/x-retry-saef",
        "nothing reads x-retry-saef",
    ),
    "a type": (
        "        k:\n          type: integer\n",
        "        k:\n          type: intger\n",
        f"{SCHEMAS}/Request/properties/k/type",
        "is no JSON Schema: 'intger' is not one of ['array', 'boolean', 'integer', ",
    ),
    "a required name": (
        "      required: [type, image]\n",
        "      required: [type, imag]\n",
        f"{SCHEMAS}/ImageContent/required",
        "'imag' is no property; did you mean 'image'?",
    ),
    "an unquoted switch": (
        '"AUTO", "OFF"]\n',
        '"AUTO", OFF]\n',
        f"{SCHEMAS}/Request/properties/mode/enum/1",
        "OFF is not quoted: YAML 1.1 readers take it for true or false",
    ),
    "a truth value among texts": (
        '"AUTO", "OFF"]\n',
        '"AUTO", false]\n',
        f"{SCHEMAS}/Request/properties/mode/enum/1",
        "false among texts: an unquoted OFF or NO that YAML 1.1 reads so; quote it",
    ),
    "a tag that is not required": (
        "      required: [type, image]\n",
        "      required: [image]\n",
        f"{SCHEMAS}/Content",
        "ImageContent does not have 'type' as a required constant",
    ),
    "a value of the mapping": (
        "          image: ",
        "          picture: ",
        f"{SCHEMAS}/Content/discriminator",
        "'image' is in the mapping or the constant of a member, but not in both",
    ),
    "a member that is not listed": (
        '        - $ref: "#/components/schemas/DebugEvent"\n',
        "",
        f"{SCHEMAS}/Event/discriminator",
        "the mapping names DebugEvent, which the union does not list",
    ),
    "a response that is not used": (
        "  responses:\n    BadRequest",
        "  responses:\n    Spare:\n      description: Spare.\n    BadRequest",
        "#/components/responses/Spare",
        "nothing refers to this component",
    ),
    "a component that is not used": (
        "    ErrorBody:\n",
        "    Spare:\n      type: object\n    ErrorBody:\n",
        f"{SCHEMAS}/Spare",
        "nothing refers to this component",
    ),
}


@pytest.mark.parametrize(("old", "new", "place", "problem"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_in_a_line_with_its_place(old: str, new: str, place: str, problem: str) -> None:
    assert TEXT.count(old) == 1
    told = proofread(TEXT.replace(old, new), "openapi.yaml", EXTENSIONS)
    if place:
        assert told[0].partition(": ")[2].startswith(f"{place}: {problem}")
    assert problem in told[0]
    assert not any("\n" in line for line in told)
    assert len(told) <= 2  # a wrong value of a mapping is two


def test_the_line_is_that_of_the_mistake() -> None:
    text = TEXT.replace("        k:\n          type: integer\n", "        k:\n          type: intger\n")
    [told] = proofread(text, "openapi.yaml", EXTENSIONS)
    number = int(told.split(":")[1])
    assert text.splitlines()[number - 1] == "          type: intger"


def test_all_mistakes_of_a_kind_are_told() -> None:
    text = TEXT.replace("#/components/schemas/FinishReason", "#/components/schemas/Reason")
    assert len(proofread(text, "openapi.yaml", EXTENSIONS)) == 2


def test_there_is_none() -> None:
    assert proofread(TEXT, "openapi.yaml", EXTENSIONS) == []


def test_a_property_may_be_called_examples() -> None:
    assert TEXT.count("        options:\n") == 1
    assert proofread(TEXT.replace("        options:\n", "        examples:\n"), "openapi.yaml", EXTENSIONS) == []
