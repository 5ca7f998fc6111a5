"""Defects of documents are read past and listed with their places; what is no document is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import spec_diff
import sync
from pytest_httpx import HTTPXMock
from spec.departures import Report
from spec.load import SpecError, load, parse
from spec.meaning import read_meaning
from spec_documents import CONTRACT_FILE, DEPARTURES_FILE, VENDOR_FILE, lines, vendor, vendor_data

REF = "#/components/schemas/"

DATA: list[tuple[str, dict[str, Any], str]] = [
    (
        "a $ref that leads nowhere",
        {"REQUEST.properties.options": {"$ref": f"{REF}Optoins"}},
        "#/paths/~1v2~1chat/post/requestBody/content/application~1json/schema/properties/options: "
        "dangling $ref '#/components/schemas/Optoins': there is no 'Optoins'",
    ),
    (
        "a $ref that leads nowhere in a mapping",
        {"SCHEMAS.ChatMessage.discriminator.mapping.tool": f"{REF}ToolMessage"},
        "#/components/schemas/ChatMessage/discriminator/mapping/tool: dangling $ref "
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
        "#/components/schemas/ChatOptions: the schema contains itself, through $ref or allOf alone",
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
        "#/components/schemas/Reason/enum/2: 429 is no text, but the others are; quote it",
    ),
    (
        "a schema that is none",
        {"REQUEST.properties.k.type": "int"},
        "properties/k/type: is no JSON Schema: 'int' is not one of ['array', ",
    ),
    (
        "a schema that is none behind a $ref",
        {"SCHEMAS.ChatOptions.required": "level"},
        "#/components/schemas/ChatOptions/required: is no JSON Schema: 'level' is not of type 'array'",
    ),
    (
        "a discriminator without a property",
        {"SCHEMAS.ContentBlock.discriminator": {"mapping": {}}},
        "ContentBlock/discriminator: needs the text propertyName",
    ),
    (
        "a response that is none behind a $ref",
        {"components.responses.RateLimit": {"content": []}},
        "#/components/responses/RateLimit/content: is no OpenAPI: [] is not of type 'object'",
    ),
    ("no security scheme of that name", {"security": [{"key": []}]}, "security/0: dangling $ref '#/components/"),
    ("an unknown keyword", {"REQUEST.properties.k.minimun": 0}, "properties/k/minimun: there is no keyword 'minimun'"),
]


@pytest.mark.parametrize(("changes", "message"), [case[1:] for case in DATA], ids=[case[0] for case in DATA])
def test_a_defect_is_told_with_its_place_and_the_rest_compared(
    changes: dict[str, Any], message: str, tmp_path: Path
) -> None:
    seed = {"REQUEST.properties.seed": {"type": "integer"}}
    found = compared(tmp_path, changes | seed)
    assert any(message in f"{place}: {problem}" for place, problem in found.defects), found.defects
    assert "request.seed: parameter added: integer (additive for those who send requests)" in lines(found)
    # What could not be read is not said to be gone.
    assert [line for line in lines(found) if "(breaking" in line and "security" not in line] == []


def compared(folder: Path, changes: dict[str, Any]) -> Report:
    file = folder / "vendor.json"
    file.write_text(json.dumps(vendor_data(changes)))
    return spec_diff.compare_documents(str(CONTRACT_FILE), str(file), DEPARTURES_FILE)


def test_what_a_defect_hides_is_carried_when_it_is_mended(tmp_path: Path) -> None:
    file = tmp_path / "vendor.json"
    file.write_text(json.dumps(vendor_data({"REQUEST.properties.extra": {"$ref": f"{REF}Nothing"}})))
    (tmp_path / "openapi.yaml").write_bytes(CONTRACT_FILE.read_bytes())
    arguments = [str(file), "--root", str(tmp_path), "--departures", str(DEPARTURES_FILE), "--no-checks"]
    assert sync.main(arguments) == 1
    assert (tmp_path / "openapi.yaml").read_bytes() == CONTRACT_FILE.read_bytes()


TEXTS: list[tuple[str, str, str]] = [
    ("a web page", "\n<!DOCTYPE html><html>", "vendor: is HTML or XML, not YAML or JSON: take the address of the raw"),
    ("a text", "Not found", "vendor: is no OpenAPI 3 document: there is no `openapi` at its top"),
    ("a list", "- a", "vendor: is no OpenAPI 3 document: there is no `openapi` at its top"),
    ("nothing", "", "vendor: is no OpenAPI 3 document: there is no `openapi` at its top"),
    ("a mapping of something else", "{a: 1}", "vendor: is no OpenAPI 3 document: there is no `openapi` at its top"),
    ("Swagger 2", 'swagger: "2.0"', "vendor: is no OpenAPI 3 document: there is no `openapi` at its top"),
    ("a version to come", "openapi: 4.0.0", "vendor: is no OpenAPI 3 document: `openapi` is '4.0.0'"),
    ("no paths", "openapi: 3.1.0", "vendor#: has no operation under 'paths'"),
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
        read_meaning(parse(text, "vendor"))
    assert message in str(refused.value)


def test_yaml_is_that_of_1_2_where_off_is_a_text() -> None:
    assert "- OFF\n" in VENDOR_FILE.read_text()
    (operation,) = vendor().operations.values()
    assert operation.table["request", ".mode"].facts["enum"] == ("AUTO", "OFF")


def test_a_file_that_says_it_is_yaml_1_1_is_read_as_such(tmp_path: Path) -> None:
    file = tmp_path / "vendor.yaml"
    file.write_text("%YAML 1.1\n---\n" + VENDOR_FILE.read_text())
    found = spec_diff.compare_documents(str(CONTRACT_FILE), str(file), DEPARTURES_FILE)
    assert any("mode/enum/1" in place and "false among texts" in problem for place, problem in found.defects)


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


@pytest.mark.parametrize("text", ["<html>", "openapi: 3.1.0"])
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
