"""What cannot be generated is told in a line, with the place in the contract and what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from generator import project
from ruamel.yaml import YAML

Document = dict[str, Any]
ASK = ("paths", "/v2/ask", "post")
ASK_V1 = ("paths", "/v1/ask", "post", "responses", "200", "content", "application/stream+json")
LIST = ("paths", "/v1/books", "get")
GET = ("paths", "/v1/books/{id}/pages/{pageNumber}", "get")
PROPERTIES = ("components", "schemas", "AskRequest", "properties")

REFUSED = {
    "no tag": ((*ASK, "tags"), [], "#/paths/~1v2~1ask/post: the operation is in 0 groups; give it one tag"),
    "another operationId": (
        (*ASK, "operationId"),
        "askLibrarian",
        "#/paths/~1v2~1ask/post: the operationId 'askLibrarian' gives no method of 'v2'; "
        "begin it with 'v2_', followed by the name of the method in lower case",
    ),
    "a keyword that nothing reads": (
        (*ASK, "x-retry-save"),
        False,
        "#/paths/~1v2~1ask/post: nothing reads x-retry-save; "
        "leave it out, or make it x-body-argument, x-job, x-last-event, x-options-without, x-pages, "
        "x-retry-safe, x-stream-class",
    ),
    "options without a parameter that is not there": (
        (*ASK, "x-options-without"),
        ["answer"],
        "#/paths/~1v2~1ask/post/x-options-without: this names an argument that is not there; "
        "name arguments of the method",
    ),
    "a job without an id": (
        (*LIST, "x-job"),
        {"name": "book", "id": {"Book": "name.number"}},
        "#/paths/~1v1~1books/get/x-job: Book has no name.number; name components, and where each has its id",
    ),
    "a keyword of Python as a parameter of the body": (
        (*PROPERTIES, "class"),
        {"type": "string"},
        "#/paths/~1v2~1ask/post/requestBody: class: 'class' cannot be the name of a parameter in Python; "
        "give it another one as x-python-name",
    ),
    "a name of our own": (
        (*PROPERTIES, "request_options"),
        {"type": "string"},
        "#/paths/~1v2~1ask/post/requestBody: request_options: 'request_options' cannot be the name of a parameter in "
        "Python; give it another one as x-python-name",
    ),
    "a keyword of Python in the query": (
        (*LIST, "parameters", 3, "x-python-name"),
        None,
        "#/paths/~1v1~1books/get/parameters: 'from' cannot be the name of a parameter in Python; "
        "give it another one as x-python-name",
    ),
    "two parameters of one name": (
        (*LIST, "parameters", 0, "name"),
        "pageToken",
        "#/paths/~1v1~1books/get: two parameters have the same name in Python; give one an x-python-name",
    ),
    "two properties of one name": (
        ("components", "schemas", "Book", "properties", "id_"),
        {"type": "string"},
        "#/components/schemas/Book: two properties have the same name in Python; leave one out",
    ),
    "a cookie": (
        (*LIST, "parameters", 0, "in"),
        "cookie",
        "#/paths/~1v1~1books/get/parameters: the parameter 'bookType' in a cookie is not known; "
        "put it into a header or into the query",
    ),
    "an array without items": (
        (*PROPERTIES, "history"),
        {"type": "array", "description": "What was said."},
        "#/components/schemas/AskRequest/properties/history: Unable to process schema /components/schemas/AskRequest: "
        "type array must have items or prefixItems defined; say under `items` what is in it",
    ),
    "a body that is a list": (
        (*ASK, "requestBody", "content"),
        {"application/json": {"schema": {"type": "array", "items": {"type": "string"}}}},
        "#/paths/~1v2~1ask/post/requestBody: a body of this kind is not known; "
        "make it application/json or multipart/form-data, an object with named fields",
    ),
    "a reply that is a list": (
        (*GET, "responses", "200", "content", "application/json", "schema"),
        {"type": "array", "items": {"type": "string"}},
        "#/paths/~1v1~1books~1{id}~1pages~1{pageNumber}/get/responses: a reply of this kind is not known; "
        "make it an object, several objects that a constant tells apart, or nothing",
    ),
    "no reply": (
        (*GET, "responses"),
        {"404": {"description": "Nothing."}},
        "#/paths/~1v1~1books~1{id}~1pages~1{pageNumber}/get/responses: no status tells of success; add the status 200",
    ),
    "replies that nothing tells apart": (
        ("components", "schemas", "Floats", "properties", "response_type"),
        {"type": "string"},
        "#/paths/~1v2~1embed/post/responses: nothing tells Floats, ByType apart; "
        "give each a required property with a `const`, of the same name in all",
    ),
    "a union that nothing tells apart": (
        ("components", "schemas", "Answered", "required"),
        [],
        "#/components/schemas/Answer/properties/turns: nothing tells Asked, Answered apart; "
        "give each a required property with a `const`, of the same name in all",
    ),
    "a stream without an end": (
        (*ASK_V1, "x-last-event"),
        None,
        "#/paths/~1v1~1ask/post/responses: no field of the body asks for a stream, or nothing says how it ends; "
        "mark it with x-set-by-client, and give x-last-event beside the schema",
    ),
    "a stream of anything": (
        (*ASK_V1, "schema"),
        {"$ref": "#/components/schemas/Nothing"},
        "#/paths/~1v1~1ask/post/responses: these events are not known; refer to a component that is a oneOf of objects",
    ),
    "a stream of nothing that is there": (
        (*ASK_V1, "schema"),
        None,
        "#/paths/~1v1~1ask/post/responses: these events are not known; refer to a component that is a oneOf of objects",
    ),
    "a reference to nothing": (
        ("components", "schemas", "AnswerFrame"),
        None,
        "#/components/schemas/AnswerFrame: there is no such thing; mend what refers to it",
    ),
    "pages without a parameter": (
        (*LIST, "x-pages", "parameter"),
        None,
        "#/paths/~1v1~1books/get/x-pages: this names something that is not there; "
        "name a list in the reply, a field with the next token and its parameter, or offset and limit",
    ),
    "pages of what is not there": (
        (*LIST, "x-pages", "items"),
        "volumes",
        "#/paths/~1v1~1books/get/x-pages: this names something that is not there; "
        "name a list in the reply, a field with the next token and its parameter, or offset and limit",
    ),
}


def edit(document: Document, at: tuple[Any, ...], value: Any) -> None:
    """Set what is there; None takes it out."""
    *path, last = at
    node: Any = document
    for key in path:
        node = node[key]
    if value is None:
        del node[last]
    else:
        node[last] = value


@pytest.mark.parametrize(("at", "value", "line"), REFUSED.values(), ids=REFUSED)
def test_it_is_refused_in_a_line(
    document: Document, package: Callable[[Document], project.Package], at: tuple[Any, ...], value: Any, line: str
) -> None:
    edit(document, at, value)
    refusals = package(document).refusals
    assert line in refusals
    assert not [each for each in refusals if "\n" in each or not each.startswith("#") or "; " not in each]


def test_all_that_is_refused_is_told_at_once_and_nothing_is_written(
    document: Document, generate: Callable[..., list[str]], tmp_path: Path
) -> None:
    edit(document, (*ASK, "tags"), [])
    edit(document, (*LIST, "operationId"), "list-books")
    assert [line.split(": ")[0] for line in generate(document)] == ["#/paths/~1v1~1books/get", "#/paths/~1v2~1ask/post"]
    assert not (tmp_path / "made").exists()


def test_what_is_no_openapi_is_told_in_a_line(generate: Callable[..., list[str]]) -> None:
    (told,) = generate({"swagger": 2})
    assert told.startswith("#: Failed to parse OpenAPI document: ")
    assert told.endswith("; make it valid OpenAPI 3.1")


def test_a_contract_without_a_server_is_told_in_a_line(document: Document, generate: Callable[..., list[str]]) -> None:
    del document["servers"]
    assert generate(document) == ["#/servers: there is no server; give the url of one"]


def test_a_hook_that_fails_is_told(document: Document, generate: Callable[..., list[str]], tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("literal_enums: true\npost_hooks: [ls /no/such/folder]\n")
    (told,) = generate(document, tmp_path / "config.yaml")
    assert told.startswith("ls failed: ")


def test_a_document_in_the_style_of_the_vendor_is_refused_line_by_line(
    package: Callable[[Document], project.Package],
) -> None:
    vendor = YAML(typ="safe", pure=True).load(Path(__file__).parents[1] / "spec/data/vendor.yaml")
    refusals = package(vendor).refusals
    assert refusals
    assert not [each for each in refusals if "\n" in each or not each.startswith("#")]
