"""YamlText: edits change what they are about, and not one character more."""

from __future__ import annotations

import copy
import textwrap
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from spec.write import Pointer, YamlText

TEXT = textwrap.dedent("""\
    # The top.
    plain: &anchor
      one: 1  # behind

      # about two
      two: >-
        folded
        text

      # about three
      three: [a, "b"]  # a flow

    # about the alias
    again: *anchor
    list:
      - first: 1
        second: |-
          # no comment

          text

      # about the last one
      - last
    empty: {}
    """)


def data(text: YamlText) -> Any:
    return YAML(typ="safe", pure=True).load(text.text)


INSERTED: list[tuple[Pointer, dict[str, Any], str, str]] = [
    # Before the comment of what follows.
    (("plain",), {}, 'three: [a, "b"]  # a flow\n', "  new: 0\n"),
    (("plain",), {"after": ["one"]}, "one: 1  # behind\n", "  new: 0\n"),
    (("plain",), {"after": ["two", "absent"]}, "folded\n    text\n", "  new: 0\n"),
    (("list", 0), {}, "      text\n", "    new: 0\n"),
    ((), {"after": ["again"], "gap": True}, "again: *anchor\n", "\nnew: 0\n"),
    ((), {}, "empty: {}\n", "new: 0\n"),
]


@pytest.mark.parametrize(("pointer", "options", "behind", "inserted"), INSERTED)
def test_an_entry_is_inserted(pointer: Pointer, options: dict[str, Any], behind: str, inserted: str) -> None:
    after = YamlText(TEXT).insert(pointer, "new", 0, **options).text
    assert TEXT.count(behind) == 1
    assert after == TEXT.replace(behind, behind + inserted)


def test_an_entry_is_inserted_into_braces() -> None:
    assert YamlText("a: { b: 1 }\n").insert(("a",), "c", [2]).text == "a: { b: 1, c: [2] }\n"
    assert YamlText("a: {}\n").insert(("a",), "c", {"d": 2}).text == "a:\n  c:\n    d: 2\n"


def test_an_item_is_appended() -> None:
    text = YamlText(TEXT)
    assert text.append(("plain", "three"), "c").text == TEXT.replace('[a, "b"]', '[a, "b", c]')
    assert text.append(("list",), {"x": 1, "y": [2]}).text == TEXT.replace(
        "- last\n", "- last\n  - x: 1\n    y:\n      - 2\n"
    )
    assert YamlText("a: [b,\n  c,\n]\n").append(("a",), "d").text == "a: [b,\n  c, d\n]\n"
    assert YamlText("enum: []\n").append(("enum",), "OFF").text == 'enum: ["OFF"]\n'


def test_a_value_is_replaced() -> None:
    text = YamlText(TEXT)
    assert text.replace(("plain", "one"), 2).text == TEXT.replace("one: 1", "one: 2")
    assert text.replace(("plain", "three"), ["c"]).text == TEXT.replace('[a, "b"]', "[c]")
    assert text.replace(("plain", "two"), "short").text == TEXT.replace(">-\n    folded\n    text", "short")
    assert text.replace(("list", 0, "first"), {"x": 1}).text == TEXT.replace("first: 1", "first:\n      x: 1")
    assert text.replace(("list", 1), {"x": 1}).text == TEXT.replace("- last", "- x: 1")


def test_an_entry_is_removed_with_its_comment() -> None:
    text = YamlText(TEXT)
    assert text.remove(("plain", "two")).text == TEXT.replace("  # about two\n  two: >-\n    folded\n    text\n\n", "")
    assert text.remove(("again",)).text == TEXT.replace("# about the alias\nagain: *anchor\n", "")
    assert text.remove(("list", 1)).text == TEXT.replace("  # about the last one\n  - last\n", "")


def test_an_item_is_removed_from_brackets() -> None:
    assert YamlText("a: [b, c, d]\n").remove(("a", 0)).text == "a: [c, d]\n"
    assert YamlText("a: [b, c, d]\n").remove(("a", 2)).text == "a: [b, c]\n"
    assert YamlText("a: { b: 1, c: 2 }\n").remove(("a", "b")).text == "a: { c: 2 }\n"


def test_of_a_last_entry_an_empty_mapping_stays() -> None:
    assert YamlText("a:\n  b: 1\nc: 2\n").remove(("a", "b")).text == "a: {}\nc: 2\n"
    assert YamlText("a: [b]\n").remove(("a", 0)).text == "a: []\n"


def test_texts_are_worded_as_in_openapi_yaml() -> None:
    value = {
        "type": "string",
        "enum": ["ON", "OFF"],
        "description": " ".join(["a-word-that-is-as-long-as-it-can"] * 5),
        "mapping": {"a": "#/components/schemas/A", "200": "b"},
        "required": ["a", "b"],
        "note": "one\n\n# two",
    }
    written = YamlText("a:\n  b: 1\n").insert(("a",), "c", value).text
    assert written == textwrap.dedent("""\
        a:
          b: 1
          c:
            type: string
            enum: ["ON", "OFF"]
            description: >-
              a-word-that-is-as-long-as-it-can a-word-that-is-as-long-as-it-can a-word-that-is-as-long-as-it-can
              a-word-that-is-as-long-as-it-can a-word-that-is-as-long-as-it-can
            mapping:
              a: "#/components/schemas/A"
              "200": b
            required: [a, b]
            note: |-
              one

              # two
        """)
    assert max(map(len, written.splitlines())) <= 120


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.floats(allow_nan=False, width=16) | st.text(max_size=130),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(min_size=1, max_size=8), inner, max_size=3),
    max_leaves=6,
)


@given(value=_VALUES, place=st.sampled_from([(), ("plain",), ("list", 0), ("empty",)]))
def test_any_value_is_read_back_and_all_else_stays(value: Any, place: Pointer) -> None:
    before = YamlText(TEXT)
    after = before.insert(place, "new", value)
    expected: Any = copy.deepcopy(data(before))
    holder = expected
    for step in place:
        holder = holder[step]
    holder["new"] = value
    assert data(after) == expected
    assert after.remove((*place, "new")).text == TEXT
