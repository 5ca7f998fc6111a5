"""encode(): values go out unchanged, or the error names the place."""

from __future__ import annotations

import json
from collections import OrderedDict, UserDict, deque
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import Enum, IntEnum
from types import MappingProxyType
from typing import Any
from uuid import UUID

import attrs
import pytest
from cohere_chat._json import decode, encode
from cohere_chat_api.models import TextContent, UserChatMessageV2
from hypothesis import given
from hypothesis import strategies as st


class Color(Enum):
    RED = "red"


class Level(IntEnum):
    HIGH = 3


@dataclass
class Point:
    x: int
    y: object


@attrs.define
class Line:
    start: Point
    name: str


class Pydantic:
    """What the encoder knows a pydantic object by."""

    model_fields: Mapping[str, object] = MappingProxyType({})

    def model_dump(self) -> dict[str, object]:
        return {"when": date(2026, 1, 2)}


scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
values = st.recursive(scalars, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20)


@given(st.dictionaries(st.text(), values))
def test_json_values_go_out_as_they_are(body: dict[str, Any]) -> None:
    assert json.loads(encode(body)) == body


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        (TextContent(text="hi"), {"type": "text", "text": "hi"}),
        (
            UserChatMessageV2(content=[TextContent(text="hi")]),
            {"role": "user", "content": [{"type": "text", "text": "hi"}]},
        ),
        (("a", 1), ["a", 1]),
        (deque(["a"]), ["a"]),
        (OrderedDict(a=1), {"a": 1}),
        (UserDict(a=1), {"a": 1}),
        (MappingProxyType({"a": 1}), {"a": 1}),
        (datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), "2026-01-02T03:04:05+00:00"),
        (date(2026, 1, 2), "2026-01-02"),
        (time(3, 4), "03:04:00"),
        (Color.RED, "red"),
        (Level.HIGH, 3),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (Point(1, Color.RED), {"x": 1, "y": "red"}),
        (Line(Point(1, 2), "l"), {"start": {"x": 1, "y": 2}, "name": "l"}),
        (Pydantic(), {"when": "2026-01-02"}),
        ("h\u00e9 \U0001f600 \u2028", "h\u00e9 \U0001f600 \u2028"),
        ("\ud800 half", "\ud800 half"),
        (10**400, 10**400),
        (0.1, 0.1),
        (-0.0, -0.0),
    ],
)
def test_other_values_go_out_as_what_stands_for_them(value: object, sent: object) -> None:
    assert json.loads(encode({"v": [value]})) == {"v": [sent]}


def test_text_goes_out_as_utf_8() -> None:
    assert encode({"v": "h\u00e9"}) == b'{"v":"h\xc3\xa9"}'


circle: list[object] = []
circle.append({"again": circle})
deep: list[object] = []
for _ in range(100_000):
    deep = [deep]


@pytest.mark.parametrize(
    ("value", "error", "message"),
    [
        (b"x", TypeError, r"^messages\[0\].content: bytes is nothing .* base64"),
        ({"a": [1, {2}]}, TypeError, r"^messages\[0\].content.a\[1\]: set is nothing .* list"),
        ({"a": [1, object()]}, TypeError, r"^messages\[0\].content.a\[1\]: object is nothing .* dict, list"),
        (Point, TypeError, r"^messages\[0\].content: type is nothing"),
        (Point(1, b"x"), TypeError, r"^messages\[0\].content.y: bytes"),
        (TextContent(text={1, 2}), TypeError, r"^messages\[0\].content.text: set"),  # type: ignore[arg-type]
        ({("a", 1): 2}, TypeError, r"^messages\[0\].content: the key \('a', 1\) is a tuple"),
        (float("nan"), ValueError, r"^messages\[0\].content: nan is not a JSON number"),
        ([0.5, float("-inf")], ValueError, r"^messages\[0\].content\[1\]: -inf is not a JSON number"),
        (circle, ValueError, r"^messages\[0\].content\[0\].again: contains itself"),
        (deep, ValueError, "nested too deeply"),
    ],
)
def test_what_cannot_be_sent_is_refused_with_its_place(value: object, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        encode({"model": "m", "messages": [{"role": "user", "content": value}]})


def test_an_error_of_a_value_itself_is_passed_on() -> None:
    class Broken(UserDict[str, int]):
        def __iter__(self) -> Any:
            raise ValueError("broken inside")

    with pytest.raises(ValueError, match="broken inside"):
        encode({"v": Broken()})


def test_a_problem_too_deep_to_name_is_refused_all_the_same() -> None:
    body: dict[str, Any] = {"v": float("nan")}
    for _ in range(300):
        body = {"v": body}
    with pytest.raises(ValueError, match="Out of range"):
        encode(body)


@given(st.dictionaries(st.text(), values))
def test_what_is_sent_is_not_changed(body: dict[str, Any]) -> None:
    before = json.dumps(body)
    encode(body)
    assert json.dumps(body) == before


@pytest.mark.parametrize("text", ["[" * 1000, "[{" * 1000, "]" * 1000, "[]" * 1000, '\\"[' * 1000])
def test_brackets_in_texts_are_not_taken_for_depth(text: str) -> None:
    assert decode(json.dumps({"a": [text]}).encode()) == {"a": [text]}


@pytest.mark.parametrize("filler", ["", "[" * 1000, "x" * 1000])
@pytest.mark.parametrize("kinds", [("[", "]"), ('{"a":', "}")])
def test_values_may_be_nested_so_deeply_and_no_deeper(kinds: tuple[str, str], filler: str) -> None:
    """Whatever else is in them."""
    for depth, accepted in ((255, True), (256, False)):
        content = f'["{filler}", {kinds[0] * depth}1{kinds[1] * depth}]'.encode()
        if accepted:
            assert decode(content) == json.loads(content)
        else:
            with pytest.raises(ValueError, match="nested too deeply"):
                decode(content)


@pytest.mark.parametrize(
    "content", [b"\xef\xbb\xbf" * 2 + b"{}", b" \xef\xbb\xbf{}", b"\xef\xbb\xbf" * 300_000, b" \n" * 300_000]
)
def test_one_byte_order_mark_before_blanks_is_all_that_may_come_first(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"no JSON|Expecting value"):
        decode(content)


def test_a_byte_order_mark_and_blanks_around_a_value_do_not_count() -> None:
    assert decode(b"\xef\xbb\xbf \r\n\t{} \n") == {}


def test_brackets_in_texts_do_not_hide_how_deep_a_value_is() -> None:
    deep = '["]",' * 600 + "1" + ',"["]' * 600
    with pytest.raises(ValueError, match="nested too deeply"):
        decode(deep.encode())
    assert decode(json.dumps(["[{" * 300]).encode()) == ["[{" * 300]
