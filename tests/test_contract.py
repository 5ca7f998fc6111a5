"""openapi.yaml: valid, and complete as to what the templates rely on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from ruamel.yaml import YAML
from support import CONTRACT, ROOT

SCHEMAS = CONTRACT["components"]["schemas"]


def nodes(value: Any, place: str = "#") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        yield place, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, item in items:
        yield from nodes(item, f"{place}/{name}")


def resolve(node: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = SCHEMAS[node["$ref"].rsplit("/", 1)[1]] if "$ref" in node else node
    return found


def test_it_is_openapi_3_1() -> None:
    assert list(OpenAPIV31SpecValidator(CONTRACT).iter_errors()) == []


def test_the_generated_package_carries_it() -> None:
    assert YAML(typ="safe").load(ROOT / "openapi.yaml") == CONTRACT


def test_every_enum_value_is_a_string() -> None:
    values = [(place, value) for place, node in nodes(SCHEMAS) for value in node.get("enum", [])]
    assert values
    assert [pair for pair in values if not isinstance(pair[1], str)] == []


def test_required_names_are_properties() -> None:
    for place, node in nodes(CONTRACT["components"]):
        if isinstance(node.get("required"), list):
            assert set(node["required"]) <= node["properties"].keys(), place


def test_no_schema_has_a_title() -> None:
    assert [place for place, node in nodes(SCHEMAS) if isinstance(node.get("title"), str)] == []


def test_every_member_of_a_union_carries_its_tag() -> None:
    unions = [(place, node) for place, node in nodes(SCHEMAS) if "discriminator" in node]
    assert len(unions) >= 6
    for place, node in unions:
        tag, mapping = node["discriminator"]["propertyName"], node["discriminator"]["mapping"]
        assert [member["$ref"] for member in node["oneOf"]] == list(mapping.values()), place
        for value, ref in mapping.items():
            member = resolve({"$ref": ref})
            assert member["properties"][tag]["const"] == value, ref
            assert tag in member["required"], ref


def test_errors_share_one_schema() -> None:
    responses = CONTRACT["paths"]["/v2/chat"]["post"]["responses"]
    assert sorted(responses) == [
        *("200", "400", "401", "403", "404", "422", "429"),
        *("498", "499", "500", "501", "503", "504"),
    ]
    assert len({json.dumps(response["content"]) for response in CONTRACT["components"]["responses"].values()}) == 1


@pytest.mark.parametrize(
    ("parameter", "states"),
    [
        ("temperature", {"type": "number", "minimum": 0, "maximum": 1, "default": 0.3}),
        ("frequency_penalty", {"type": "number", "minimum": 0, "maximum": 1, "default": 0.0}),
        ("presence_penalty", {"type": "number", "minimum": 0, "maximum": 1, "default": 0.0}),
        ("k", {"type": "integer", "minimum": 0, "maximum": 500, "default": 0}),
        ("p", {"type": "number", "minimum": 0.01, "maximum": 0.99, "default": 0.75}),
        ("seed", {"type": "integer", "minimum": 0, "maximum": 18446744073709552000}),
        ("priority", {"type": "integer", "minimum": 0, "maximum": 999, "default": 0}),
        ("stop_sequences", {"type": "array", "maxItems": 5}),
        ("safety_mode", {"enum": ["CONTEXTUAL", "STRICT", "OFF"], "default": "CONTEXTUAL"}),
        ("tool_choice", {"enum": ["REQUIRED", "NONE"]}),
    ],
)
def test_bounds_and_defaults_are_those_of_the_reference(parameter: str, states: dict[str, Any]) -> None:
    stated = SCHEMAS["V2ChatRequest"]["properties"][parameter]
    assert {name: stated[name] for name in states} == states
