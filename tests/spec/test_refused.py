"""What cannot be compared is refused with its place and what to do; openapi.yaml stays as it was."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import pytest
import spec_diff
import sync
from pytest_httpx import HTTPXMock
from spec.load import SpecError, load, parse
from spec.normalise import read_operation
from spec_documents import CONTRACT_FILE, DEPARTURES_FILE, GONE, VENDOR_FILE, vendor, vendor_data

REF = "#/components/schemas/"

DATA: list[tuple[str, dict[str, Any], str]] = [
    (
        "a $ref that leads nowhere",
        {"REQUEST.properties.options": {"$ref": f"{REF}Optoins"}},
        "vendor.yaml#/paths/~1v2~1chat/post/requestBody/content/application~1json/schema/properties/options: "
        "dangling $ref '#/components/schemas/Optoins': there is no 'Optoins'",
    ),
    (
        "a $ref that leads nowhere in a mapping",
        {"SCHEMAS.ChatMessage.discriminator.mapping.tool": f"{REF}ToolMessage"},
        "vendor.yaml#/components/schemas/ChatMessage/discriminator/mapping/tool: dangling $ref "
        "'#/components/schemas/ToolMessage': there is no 'ToolMessage'",
    ),
    (
        "a $ref out of the document",
        {"REQUEST.properties.options": {"$ref": "options.yaml#/Options"}},
        "properties/options: $ref 'options.yaml#/Options' leaves the document; bundle it into one file first",
    ),
    (
        "responses that refer to each other",
        {
            "components.responses.BadRequest": {"$ref": "#/components/responses/RateLimit"},
            "components.responses.RateLimit": {"$ref": "#/components/responses/BadRequest"},
        },
        "the $refs lead in a circle",
    ),
    (
        "a schema that is nothing but itself",
        {"SCHEMAS.ChatOptions": {"allOf": [{"$ref": f"{REF}ChatOptions"}]}},
        "vendor.yaml#/components/schemas/ChatOptions: the schema contains itself, through $ref or allOf alone",
    ),
    (
        "a union that is a member of itself",
        {"SCHEMAS.ContentBlock": {"oneOf": [{"$ref": f"{REF}Text"}, {"oneOf": [{"$ref": f"{REF}ContentBlock"}]}]}},
        "the union is a member of itself",
    ),
    (
        "an unquoted OFF that was read as false",
        {"REQUEST.properties.mode.enum": ["AUTO", False]},
        "properties/mode/enum/1: false among texts: an unquoted OFF or NO that YAML 1.1 reads so; quote it",
    ),
    (
        "an unquoted ON that was read as true, and nothing else",
        {"REQUEST.properties.mode": {"type": "string", "enum": [True]}},
        "properties/mode/enum/0: true among texts: an unquoted ON or YES that YAML 1.1 reads so; quote it",
    ),
    (
        "a number among texts",
        {"SCHEMAS.Reason.enum.+": 429},
        "vendor.yaml#/components/schemas/Reason/enum/2: 429 is no text, but the others are; quote it",
    ),
    (
        "a schema that is none",
        {"REQUEST.properties.k.type": "int"},
        "properties/k/type: is no JSON Schema: 'int' is not one of ['array', ",
    ),
    (
        "a schema that is none behind a $ref",
        {"SCHEMAS.ChatOptions.required": "level"},
        "vendor.yaml#/components/schemas/ChatOptions/required: is no JSON Schema: 'level' is not of type 'array'",
    ),
    (
        "a discriminator without a property",
        {"SCHEMAS.ContentBlock.discriminator": {"mapping": {}}},
        "ContentBlock/discriminator: needs the text propertyName and may have a mapping of texts",
    ),
    ("no such path", {"PATH": GONE}, "vendor.yaml#/paths: has no /v2/chat; it begins with /v1/other"),
    ("no such method", {"POST": GONE}, "vendor.yaml#/paths/~1v2~1chat: has no 'post'"),
    ("no body", {"POST.requestBody": GONE}, "vendor.yaml#/paths/~1v2~1chat/post: has no 'requestBody'"),
    (
        "no JSON in the body",
        {"POST.requestBody.content": {"text/plain": {}}},
        "post/requestBody: has no application/json",
    ),
    ("no reply", {"POST.responses.200": GONE}, "post/responses: has no 200"),
    (
        "no JSON in the reply",
        {"POST.responses.200": {"description": "OK"}},
        "post/responses/200: has no application/json",
    ),
    (
        "parameters that are no list",
        {"POST.parameters": {}},
        "vendor.yaml#/paths/~1v2~1chat/post/parameters: is no OpenAPI: {} is not of type 'array'",
    ),
    (
        "a response that is none behind a $ref",
        {"components.responses.RateLimit": {"content": []}},
        "vendor.yaml#/paths/~1v2~1chat/post/responses/429",
    ),
    ("no security scheme of that name", {"security": [{"key": []}]}, "components/securitySchemes: has no 'key'"),
]


@pytest.mark.parametrize(("changes", "message"), [case[1:] for case in DATA], ids=[case[0] for case in DATA])
def test_data_is_refused_with_its_place(changes: dict[str, Any], message: str, tmp_path: Path) -> None:
    file = tmp_path / "vendor.yaml"
    file.write_text(json.dumps(vendor_data(changes)))
    with pytest.raises(SpecError) as refused:
        spec_diff.compare_documents(str(CONTRACT_FILE), str(file), DEPARTURES_FILE)
    assert message in str(refused.value)
    assert str(refused.value).startswith(str(tmp_path))


TEXTS: list[tuple[str, str, str]] = [
    ("a web page", "\n<!DOCTYPE html><html>", "vendor: is HTML or XML, not YAML or JSON: take the address of the raw"),
    ("a text", "Not found", "vendor: is no OpenAPI document: it holds a text, not a mapping"),
    ("a list", "- a", "vendor: is no OpenAPI document: it holds a list, not a mapping"),
    ("nothing", "", "vendor: is no OpenAPI document: it holds nothing, not a mapping"),
    ("a mapping of something else", "{a: 1}", "vendor: is no OpenAPI 3 document: there is no `openapi` at its top"),
    ("Swagger 2", 'swagger: "2.0"', "vendor: is no OpenAPI 3 document: there is no `openapi` at its top"),
    ("a version to come", "openapi: 4.0.0", "vendor: is no OpenAPI 3 document: `openapi` is '4.0.0'"),
    ("no paths", "openapi: 3.1.0", "vendor#: has no 'paths'"),
    ("broken YAML", "a: 1\nb: [1, 2\n", "vendor, line 3, column 1: is not YAML"),
    ("the same key twice", "a: 1\na: 2\n", "vendor, line 2, column 1: is not YAML: found duplicate key"),
    ("a tab", "a:\n\t- b\n", "vendor, line 2, column 1: is not YAML"),
    ("a control character", "a: \x00", "vendor: is not YAML"),
    ("a node that contains itself", "a: &a [*a]", "vendor: is not a document"),
    ("nesting without end", "[" * 500, "vendor: is not a document"),
]


@pytest.mark.parametrize(("text", "message"), [case[1:] for case in TEXTS], ids=[case[0] for case in TEXTS])
def test_texts_are_refused_with_their_line(text: str, message: str) -> None:
    with pytest.raises(SpecError) as refused:
        read_operation(parse(text, "vendor"))
    assert message in str(refused.value)


def test_yaml_is_that_of_1_2_where_off_is_a_text() -> None:
    assert "- OFF\n" in VENDOR_FILE.read_text()
    assert vendor().request.properties["mode"].values == ("AUTO", "OFF")


def test_a_file_that_says_it_is_yaml_1_1_is_read_as_such_and_refused(tmp_path: Path) -> None:
    file = tmp_path / "vendor.yaml"
    file.write_text("%YAML 1.1\n---\n" + VENDOR_FILE.read_text())
    with pytest.raises(SpecError, match="mode/enum/1: false among texts"):
        spec_diff.compare_documents(str(CONTRACT_FILE), str(file), DEPARTURES_FILE)


def test_json_is_read_as_well_as_yaml(tmp_path: Path) -> None:
    file = tmp_path / "vendor.json"
    file.write_text(json.dumps(vendor_data(), indent="\t"))
    assert spec_diff.compare_documents(str(CONTRACT_FILE), str(file), DEPARTURES_FILE).same


@pytest.mark.parametrize("name", ["absent.yaml", "."])
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(SpecError, match="cannot be read"):
        load(str(tmp_path / name))


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "latin.yaml").write_bytes("ä: 1".encode("latin-1"))
    with pytest.raises(SpecError, match="is not UTF-8 text"):
        load(str(tmp_path / "latin.yaml"))


@pytest.mark.parametrize("url", ["http://{refused}/openapi.yaml", "https://[bad/openapi.yaml"])
def test_a_url_that_does_not_answer_is_refused(refused: str, url: str) -> None:
    with pytest.raises(SpecError, match="cannot be fetched"):
        load(url.format(refused=refused))


def test_a_document_is_fetched_from_a_url(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(url="https://example.com/a", status_code=302, headers={"Location": "/b"})
    httpx_mock.add_response(url="https://example.com/b", text=VENDOR_FILE.read_text())
    assert load("https://example.com/a").data == vendor_data()


def test_an_error_page_is_refused(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=404, text="<html>")
    with pytest.raises(SpecError, match="answered 404 Not Found, not the document"):
        load("https://example.com/openapi.yaml")


def test_a_document_without_end_is_refused(httpx_mock: HTTPXMock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("spec.load.LARGEST", 1000)
    httpx_mock.add_response(stream=httpx.ByteStream(b"#" * 2000))
    with pytest.raises(SpecError, match="is larger than 1000 bytes"):
        load("https://example.com/openapi.yaml")


NO_SCHEMA = json.dumps(vendor_data({"REQUEST.properties.options": 1}))


@pytest.mark.parametrize("text", ["<html>", "openapi: 3.1.0", NO_SCHEMA])
def test_both_commands_say_so_and_change_nothing(tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    vendor_file, contract = tmp_path / "vendor.yaml", tmp_path / "openapi.yaml"
    vendor_file.write_text(text)
    contract.write_bytes(CONTRACT_FILE.read_bytes())
    assert spec_diff.main([str(vendor_file), "--contract", str(contract)]) == 2
    assert sync.main([str(vendor_file), "--root", str(tmp_path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"spec-diff: {vendor_file}")
    assert f"sync: {vendor_file}" in err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["openapi.yaml", "vendor.yaml"]
    assert contract.read_bytes() == CONTRACT_FILE.read_bytes()
