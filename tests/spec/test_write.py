"""YamlText: edits change what they are about, and not one character more."""

from __future__ import annotations

import copy
import textwrap
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from spec.write import Pointer, YamlText

TEXT = textwrap.dedent("""\
    # The top.
    mark: &anchor {deep: true}
    plain:
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


def edited(text: str, edit: Callable[[Any], Any]) -> str:
    """The text that says what its data says after an edit; and it does."""
    before = YamlText(text)
    data = copy.deepcopy(before.data)
    edit(data)
    after = before.saying(data)
    assert YAML(typ="safe", pure=True).load(after) == data
    return after


def put(holder: dict[str, Any], name: str, value: Any, behind: str) -> None:
    """Insert an entry behind another one."""
    entries = dict(holder)
    holder.clear()
    for key, one in entries.items():
        holder[key] = one
        if key == behind:
            holder[name] = value


# What is edited, the text that it concerns, and what stands in its place.
EDITS: dict[str, tuple[Callable[[Any], Any], str, str]] = {
    "an entry before the comment of what follows": (
        lambda data: data["plain"].update(new=0),
        'three: [a, "b"]  # a flow\n',
        'three: [a, "b"]  # a flow\n\n  new: 0\n',
    ),
    "an entry behind one": (
        lambda data: put(data["plain"], "new", 0, "one"),
        "one: 1  # behind\n",
        "one: 1  # behind\n\n  new: 0\n",
    ),
    "an entry behind a folded text": (
        lambda data: put(data["plain"], "new", 0, "two"),
        "folded\n    text\n",
        "folded\n    text\n\n  new: 0\n",
    ),
    "an entry of an item": (lambda data: data["list"][0].update(new=0), "      text\n", "      text\n    new: 0\n"),
    "an entry behind an alias": (
        lambda data: put(data, "new", 0, "again"),
        "again: *anchor\n",
        "again: *anchor\nnew: 0\n",
    ),
    "a last entry": (lambda data: data.update(new=0), "empty: {}\n", "empty: {}\nnew: 0\n"),
    "an item in brackets": (lambda data: data["plain"]["three"].append("c"), '[a, "b"]', '[a, "b", c]'),
    "a last item": (
        lambda data: data["list"].append({"x": 1, "y": [2]}),
        "- last\n",
        "- last\n  - x: 1\n    y:\n      - 2\n",
    ),
    "another number": (lambda data: data["plain"].update(one=2), "one: 1", "one: 2"),
    "another text": (lambda data: data["plain"].update(two="short"), ">-\n    folded\n    text", "short"),
    "another list": (lambda data: data["plain"].update(three=["c"]), '[a, "b"]', "[c]"),
    "a mapping for a number": (
        lambda data: data["list"][0].update(first={"x": 1}),
        "first: 1",
        "first:\n      x: 1",
    ),
    "a mapping for an item": (lambda data: data["list"].__setitem__(1, {"x": 1}), "- last", "- x: 1"),
    "one entry less": (
        lambda data: data["plain"].pop("two"),
        "  # about two\n  two: >-\n    folded\n    text\n\n",
        "",
    ),
    "no alias": (lambda data: data.pop("again"), "# about the alias\nagain: *anchor\n", ""),
    "one item less": (lambda data: data["list"].pop(), "  # about the last one\n  - last\n", ""),
    "one item less in brackets": (lambda data: data["plain"]["three"].pop(0), '[a, "b"]', '["b"]'),
    "the first entry behind a dash": (lambda data: data["list"][0].pop("first"), "first: 1\n    second", "second"),
}


@pytest.mark.parametrize(("edit", "old", "new"), EDITS.values(), ids=EDITS)
def test_only_what_is_edited_changes(edit: Callable[[Any], Any], old: str, new: str) -> None:
    assert TEXT.count(old) == 1
    assert edited(TEXT, edit) == TEXT.replace(old, new)


SMALL: list[tuple[str, Callable[[Any], Any], str]] = [
    ("a: { b: 1 }\n", lambda data: data["a"].update(c=[2]), "a: { b: 1, c: [2] }\n"),
    ("a: {}\n", lambda data: data["a"].update(c={"d": 2}), "a:\n  c:\n    d: 2\n"),
    ("a: {b: {c: 1}}\n", lambda data: data["a"]["b"].update(d=2), "a: {b: {c: 1, d: 2}}\n"),
    ("enum: []\n", lambda data: data["enum"].append("OFF"), 'enum: ["OFF"]\n'),
    ("a:\n  b: 1\nc: 2\n", lambda data: data["a"].pop("b"), "a: {}\nc: 2\n"),
    ("a: [b]\n", lambda data: data["a"].pop(), "a: []\n"),
    ("a: &x 1\nb: *x\n", lambda data: data.update(a=2), "a: &x 2\nb: 1\n"),
]


@pytest.mark.parametrize(("text", "edit", "after"), SMALL)
def test_flows_and_what_is_empty(text: str, edit: Callable[[Any], Any], after: str) -> None:
    assert edited(text, edit) == after


def test_entries_that_stand_apart_stay_so() -> None:
    text = "a:\n  b: 1\n\n  c: 2\n\n  d: 3\n"
    assert edited(text, lambda data: put(data["a"], "new", 0, "b")) == text.replace("b: 1\n", "b: 1\n\n  new: 0\n")


ANCHORS: list[tuple[str, str, str]] = [
    ("a:\n  x: &m\n    - 1\n    - 2\nb:\n  y: *m\n  z: *m\n", "a", "b:\n  y: &m\n    - 1\n    - 2\n  z: *m\n"),
    ("a: &m\n  x: 1\nb: {y: *m}\n", "a", "b: {y: &m {x: 1}}\n"),
    ("a: &m {x: 1}\nb: {y: *m}\n", "a", "b: {y: &m {x: 1}}\n"),
]


@pytest.mark.parametrize(("text", "key", "after"), ANCHORS)
def test_an_anchor_moves_to_its_first_alias(text: str, key: str, after: str) -> None:
    assert edited(text, lambda data: data.pop(key)) == after


MERGED = "x: &x {one: 1, two: 2}\na:\n  three: 3\n  <<: *x\n"


def test_what_is_merged_in_stays_merged() -> None:
    assert edited(MERGED, lambda data: data["a"].update(four=4)) == MERGED.replace("3\n", "3\n  four: 4\n")


def test_what_is_merged_in_and_changed_is_written_out() -> None:
    assert edited(MERGED, lambda data: data["a"].pop("two")) == MERGED.replace("  <<: *x\n", "").replace(
        "  three: 3\n", "  one: 1\n  three: 3\n"
    )


def test_texts_are_worded_as_in_openapi_yaml() -> None:
    value = {
        "type": "string",
        "enum": ["ON", "OFF"],
        "description": " ".join(["a-word-that-is-as-long-as-it-can"] * 5),
        "mapping": {"a": "#/components/schemas/A", "200": "b"},
        "required": ["a", "b"],
        "note": "one\n\n# two",
    }
    written = edited("a:\n  b: 1\n", lambda data: data["a"].update(c=value))
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
    def holder(data: Any) -> Any:
        for step in place:
            data = data[step]
        return data

    after = edited(TEXT, lambda data: holder(data).update(new=value))
    assert edited(after, lambda data: holder(data).pop("new")) == TEXT
