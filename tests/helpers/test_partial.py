"""Partial JSON: plain data that only grows, and says nothing that is not certain."""

from __future__ import annotations

import json
from typing import Any

import pytest
from cohere_chat.helpers._partial import PartialJson
from hypothesis import given
from hypothesis import strategies as st


def read(text: str, size: int = 1) -> list[Any]:
    """The values that come of a text in pieces."""
    partial = PartialJson()
    values = [partial.value for at in range(0, len(text), size) if partial.feed(text[at : at + size])]
    # None changed later.
    assert all(map(grows, values, values[1:]))
    return values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ('{"a": "bc"}', [{}, {"a": ""}, {"a": "b"}, {"a": "bc"}]),
        ('{"a": -12.5e3, "b": true}', [{}, {"a": -12500.0}, {"a": -12500.0, "b": True}]),
        ("[1, [2], null]", [[], [1], [1, []], [1, [2]], [1, [2], None]]),
        (r'["\u00e9\n"]', [[], [""], ["é"], ["é\n"]]),
        (r'["\ud83d\ude00!"]', [[], [""], ["😀"], ["😀!"]]),
        (r'["\ud83dx"]', [[], [""], ["\ud83dx"]]),
        (r'["\ud83d\n"]', [[], [""], ["\ud83d\n"]]),
        (' \n```json\n{"a": 1}\n```', [{}, {"a": 1}]),
        ('{"a\\"": {"}": "]"}}', [{}, {'a"': {}}, {'a"': {"}": ""}}, {'a"': {"}": "]"}}]),
        ("Here you are: {}", []),
        ("```js\n{}", []),
        ('{"a": 1, "a": 2}', [{}, {"a": 1}]),
        ('{"a" "b"}', [{}]),
        ('{"a": "\\x"}', [{}, {"a": ""}]),
        ("[NaN]", [[]]),
        ("[1]]", [[], [1]]),
        ("[1, ]", [[], [1]]),
        ("[,1]", [[]]),
        ("[1}", [[], [1]]),
        ("[1 2]", [[], [1]]),
        ('{"a": 1,}', [{}, {"a": 1}]),
        ("{1: 2}", [{}]),
        ('{"a":: 2}', [{}]),
        ('{"a": }', [{}]),
        ('["a\nb"]', [[], [""], ["a"]]),
        ('"a" "b"', ["", "a"]),
        ("3 ", [3]),
        ("", []),
    ],
)
def test_the_values_that_come_of_a_text(text: str, values: list[Any]) -> None:
    assert read(text) == values


def grows(old: Any, new: Any) -> bool:
    if isinstance(old, dict):
        return isinstance(new, dict) and all(name in new and grows(item, new[name]) for name, item in old.items())
    if isinstance(old, list):
        return isinstance(new, list) and len(new) >= len(old) and all(map(grows, old, new))
    return isinstance(new, str) and new.startswith(old) if isinstance(old, str) else bool(old == new)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


@given(JSON.map(lambda value: {"value": value}), st.booleans(), st.integers(1, 7), st.sampled_from([None, 1]))
@pytest.mark.unmeasured
def test_any_json_in_any_pieces_grows_to_itself(value: Any, ascii: bool, size: int, indent: int | None) -> None:
    assert read(json.dumps(value, ensure_ascii=ascii, indent=indent), size)[-1] == value


@given(st.text(alphabet='{}[]":,\\u0d8 1e-tr`\n'))
def test_no_text_makes_it_fail(text: str) -> None:
    read(text)
