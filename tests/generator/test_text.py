"""Any text of a contract gives Python that says the same."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from generator.operations import meaning
from generator.project import Package
from generator.text import docstring, plain, wrap
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

TRICKY = st.lists(
    st.sampled_from(['"', '"""', "'", "\\", "\\N", "\\x", "{{ x }}", "{% if %}", "{#", "a", "\n", "é", "#"])
)
TEXTS = st.text() | TRICKY.map(" ".join) | TRICKY.map("".join)


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        ({}, ""),
        ({"enum": ["A", "B"]}, " (one of A, B)"),
        ({"items": {"enum": ["A", "B"]}}, " (any of A, B)"),
        ({"minimum": 0, "maximum": 2**64 - 1}, " (0 to 18446744073709551615)"),
        ({"minimum": 0.5}, " (at least 0.5)"),
        ({"maximum": 500}, " (at most 500)"),
        ({"maxItems": 5}, " (at most 5)"),
        ({"maxItems": 96, "x-batch-size": 96}, ""),
        ({"deprecated": True, "default": False}, " (deprecated; default False)"),
    ],
)
def test_a_docstring_tells_bounds_and_defaults_of_a_parameter(said: dict[str, Any], facts: str) -> None:
    assert meaning({"description": "What it is. And more.", **said}, required=False) == f"What it is{facts}."


@given(TEXTS, st.sampled_from([0, 4, 8]))
@example('ends with a "', 4)
@example('"', 4)
@example('"""', 4)
@example("ends with a \\", 4)
@example("\x00\x85\u2028\ud800", 4)
def test_a_docstring_has_the_words_of_the_text(text: str, indent: int) -> None:
    node = ast.parse(
        " " * indent + docstring(wrap(plain(text)), indent) if not indent else docstring(wrap(plain(text)), 0)
    )
    (statement,) = node.body
    assert isinstance(statement, ast.Expr)
    found = ast.literal_eval(statement.value)
    printable = ("".join(sign for sign in word if sign.isprintable()) for word in text.split())
    assert found.split() == [word for word in printable if word]


def descriptions(node: Any, at: str = "") -> Iterator[dict[str, Any]]:
    """All objects in a document that can have a description."""
    if isinstance(node, dict):
        if (
            not at.endswith(("/properties", "/schemas", "/paths", "/responses", "/content", "/mapping"))
            and "$ref" not in node
        ):
            yield node
        for key, value in node.items():
            yield from descriptions(value, f"{at}/{key}")
    elif isinstance(node, list):
        for value in node:
            yield from descriptions(value, at)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TEXTS, min_size=20, max_size=20))
@example(['A "quoted" text with \\ and {{ braces }} that {% ends %} with a "'])
@pytest.mark.unmeasured
def test_any_description_passes(
    document: dict[str, Any], package: Callable[[dict[str, Any]], Package], texts: list[str]
) -> None:
    """Each text stands in several places."""
    for node, text in zip(descriptions(document), itertools.cycle(texts), strict=False):
        if "description" in node or "type" in node or "summary" in node or "name" in node:
            node["description"] = text
        if "summary" in node:
            node["summary"] = text
    book = document["components"]["schemas"]["Book"]
    told = (plain(book["description"]) or "See the class whose name this one begins with.").split()
    parts = {
        at: plain(book["properties"][name]["description"]).split() for name, at in [("id", "id"), ("list", "list_")]
    }
    made = package(document)
    assert made.refusals == []
    assert not made.build()
    files = sorted(made.package_dir.rglob("*.py"))
    assert len(files) > 20
    found = [ast.parse(file.read_text("utf-8")) for file in files]
    docstrings = [
        (ast.get_docstring(node) or "").split()
        for tree in found
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and node.name == "Book"
    ]
    fields = [word for name, words in parts.items() if words for word in (f"{name}:", *words)]
    assert docstrings == [[*told, *(["Attributes:", *fields] if fields else [])]]
