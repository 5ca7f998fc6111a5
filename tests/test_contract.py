"""openapi.yaml: valid, and in the forms that the generator relies on; see also spec/test_proofread.py."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openapi_spec_validator import OpenAPIV31SpecValidator
from support import CONTRACT


def nodes(value: Any, place: str = "#") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        yield place, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, item in items:
        yield from nodes(item, f"{place}/{name}")


def test_it_is_openapi_3_1() -> None:
    assert list(OpenAPIV31SpecValidator(CONTRACT).iter_errors()) == []


def test_its_enums_are_text_its_required_names_are_properties_and_nothing_has_a_title() -> None:
    schemas = dict(nodes(CONTRACT["components"]["schemas"]))
    for place, node in schemas.items():
        assert all(isinstance(value, str) for value in node.get("enum", [])), place
        if isinstance(node.get("required"), list):
            assert set(node["required"]) <= node["properties"].keys(), place
        assert not isinstance(node.get("title"), str), place
    assert sum("enum" in node for node in schemas.values()) > 10
