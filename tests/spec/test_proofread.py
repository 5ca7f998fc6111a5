"""Everyday mistakes in openapi.yaml: each is told in one line, which says where it is and what is meant."""

from __future__ import annotations

import pytest
from spec.proofread import proofread
from support import ROOT

TEXT = (ROOT / "openapi.yaml").read_text()
EXTENSIONS = {"x-also-named", "x-made-up-if-absent", "x-sent-back-as", "x-server", "x-set-by-client", "x-text-of"}
SCHEMAS = "#/components/schemas"

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
        'items:\n            $ref: "#/components/schemas/LogprobItem"',
        'items:\n            $ref: "#/components/schemas/LogprobItm"',
        f"{SCHEMAS}/V2ChatResponse/properties/logprobs/items/$ref",
        "dangling $ref '#/components/schemas/LogprobItm': there is no 'LogprobItm'; did you mean 'LogprobItem'?",
    ),
    "a reference to no kind of component": (
        '$ref: "#/components/parameters/ClientName"',
        '$ref: "#/components/parameter/ClientName"',
        "#/paths/~1v2~1chat/post/parameters/0/$ref",
        "dangling $ref '#/components/parameter/ClientName': there is no 'parameter'; did you mean 'parameters'?",
    ),
    "a reference to another file": (
        '$ref: "#/components/responses/NotFound"',
        '$ref: "other.yaml#/NotFound"',
        "#/paths/~1v2~1chat/post/responses/404/$ref",
        "$ref 'other.yaml#/NotFound' leaves the document; bundle it into one file first",
    ),
    "a branch that there is not": (
        '          user: "#/components/schemas/UserChatMessageV2"',
        '          user: "#/components/schemas/UserMessageV2"',
        f"{SCHEMAS}/ChatMessageV2/discriminator/mapping/user",
        "dangling $ref '#/components/schemas/UserMessageV2': there is no 'UserMessageV2'; did you mean "
        "'UserChatMessageV2'?",
    ),
    "a keyword": (
        "      description: What an error answer says.\n",
        "      descripton: What an error answer says.\n",
        f"{SCHEMAS}/ErrorBody/descripton",
        "there is no keyword 'descripton'; did you mean 'description'?",
    ),
    "a keyword of an operation": (
        "      operationId: chat\n",
        "      operationID: chat\n",
        "#/paths/~1v2~1chat/post",
        "is no OpenAPI: Unevaluated properties are not allowed ('operationID' was unexpected)",
    ),
    "an extension": (
        "          x-set-by-client: true\n",
        "          x-set-by-cleint: true\n",
        f"{SCHEMAS}/V2ChatRequest/properties/stream/x-set-by-cleint",
        "nothing reads x-set-by-cleint; did you mean 'x-set-by-client'?",
    ),
    "a type": (
        "        seed:\n          type: integer\n",
        "        seed:\n          type: intger\n",
        f"{SCHEMAS}/V2ChatRequest/properties/seed/type",
        "is no JSON Schema: 'intger' is not one of ['array', 'boolean', 'integer', ",
    ),
    "a required name": (
        "      required: [type, image_url]\n",
        "      required: [type, image_ur]\n",
        f"{SCHEMAS}/ImageUrlContent/required",
        "'image_ur' is no property; did you mean 'image_url'?",
    ),
    "an unquoted switch": (
        '"STRICT", "OFF"]\n',
        '"STRICT", OFF]\n',
        f"{SCHEMAS}/V2ChatRequest/properties/safety_mode/enum/2",
        "OFF is not quoted: YAML 1.1 readers take it for true or false",
    ),
    "a truth value among texts": (
        '"STRICT", "OFF"]\n',
        '"STRICT", false]\n',
        f"{SCHEMAS}/V2ChatRequest/properties/safety_mode/enum/2",
        "false among texts: an unquoted OFF or NO that YAML 1.1 reads so; quote it",
    ),
    "a tag that is not required": (
        "      required: [type, image_url]\n",
        "      required: [image_url]\n",
        f"{SCHEMAS}/Content",
        "ImageUrlContent does not have 'type' as a required constant",
    ),
    "a value of the mapping": (
        "          json_object: ",
        "          json-object: ",
        f"{SCHEMAS}/ResponseFormatV2/discriminator",
        "'json-object' is in the mapping or the constant of a member, but not in both",
    ),
    "a member that is not listed": (
        '        - $ref: "#/components/schemas/ChatDebugEvent"\n',
        "",
        f"{SCHEMAS}/V2ChatStreamResponse/discriminator",
        "the mapping names ChatDebugEvent, which the union does not list",
    ),
    "a response that is not used": (
        "  responses:\n    # Departs",
        "  responses:\n    Spare:\n      description: Spare.\n    # Departs",
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
    text = TEXT.replace("        seed:\n          type: integer\n", "        seed:\n          type: intger\n")
    [told] = proofread(text, "openapi.yaml", EXTENSIONS)
    number = int(told.split(":")[1])
    assert text.splitlines()[number - 1] == "          type: intger"


def test_all_mistakes_of_a_kind_are_told() -> None:
    text = TEXT.replace("#/components/schemas/Usage", "#/components/schemas/Usages")
    assert len(proofread(text, "openapi.yaml", EXTENSIONS)) == 2


def test_there_is_none() -> None:
    assert proofread(TEXT, "openapi.yaml", EXTENSIONS) == []
