"""For random types and values: a JSON Schema that the service takes, and the value back from its JSON."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum
from typing import Any, Literal, NamedTuple, NotRequired, Optional, TypedDict
from uuid import UUID

import attrs
import jsonschema
import pytest
from cohere_chat import AnswerError, ClientV2
from cohere_chat.emulator import Emulator
from hypothesis import given
from hypothesis import strategies as st
from support import CHAT

Strategy = st.SearchStrategy[Any]


@attrs.frozen
class Kind:
    """A type, values of it, and how these are written as JSON.

    `is_exact` tells whether the schema says all that the type demands.
    """

    hint: Any
    values: Strategy
    write: Callable[[Any], Any] = lambda value: value
    is_exact: bool = True


class Color(Enum):
    RED = "red"
    TWO = 2
    HALF = 0.5


ZONES = st.sampled_from([None, UTC, timezone(timedelta(hours=-3, minutes=-30))])
SCALARS = [
    Kind(int, st.integers(-(10**18), 10**18)),
    Kind(float, st.floats(allow_nan=False, allow_infinity=False)),
    Kind(str, st.text()),
    Kind(bool, st.booleans()),
    Kind(date, st.dates(), date.isoformat),
    Kind(datetime, st.datetimes(timezones=ZONES), datetime.isoformat),
    Kind(time, st.times(), time.isoformat),
    Kind(UUID, st.uuids(), str),
    Kind(Decimal, st.decimals(allow_nan=False, allow_infinity=False), str),
    Kind(Color, st.sampled_from(Color), lambda color: color.value),
    Kind(Literal["a", 1, True, None], st.sampled_from(["a", 1, True, None])),
]


def arrays(kind: Kind) -> list[Kind]:
    def write(values: Any) -> Any:
        return [kind.write(value) for value in values]

    lists = st.lists(kind.values, max_size=3)
    return [
        Kind(list[kind.hint], lists, write, kind.is_exact),
        Kind(tuple[kind.hint, ...], lists.map(tuple), write, kind.is_exact),
        Kind(
            dict[str, kind.hint], st.dictionaries(st.text(), kind.values, max_size=3), in_mapping(kind), kind.is_exact
        ),
        Kind(
            Optional[kind.hint],  # noqa: UP045  # of what may be no class
            st.none() | kind.values,
            lambda value: None if value is None else kind.write(value),
            kind.is_exact,
        ),
        Kind(
            tuple[kind.hint, int],
            st.tuples(kind.values, st.integers(0, 9)),
            lambda pair: [kind.write(pair[0]), pair[1]],
            False,
        ),
    ]


def in_mapping(kind: Kind) -> Callable[[Any], Any]:
    return lambda values: {name: kind.write(value) for name, value in values.items()}


def classes(first: Kind, second: Kind) -> list[Kind]:
    """A class of each sort, whose second field has a default, and a union of two, told apart by a tag."""
    hints = {"one": first.hint, "two": second.hint}
    typed = TypedDict("Typed", {"one": first.hint, "two": NotRequired[second.hint]})  # type: ignore[misc]  # noqa: UP013
    named = NamedTuple("Named", list(hints.items()))  # type: ignore[misc]
    defined = attrs.make_class("Defined", {name: attrs.field(type=hint) for name, hint in hints.items()}, frozen=True)
    data = dataclasses.make_dataclass(
        "Data", [*hints.items(), ("three", list[int], dataclasses.field(default_factory=list))]
    )
    tagged = dataclasses.make_dataclass("Tagged", [("kind", Literal["first"]), ("one", first.hint)])
    other = dataclasses.make_dataclass("Other", [("kind", Literal["other"]), ("one", second.hint)])
    is_exact = first.is_exact and second.is_exact

    def write(value: Any) -> Any:
        get = value.get if isinstance(value, dict) else lambda name: getattr(value, name)
        two = {} if isinstance(value, dict) and "two" not in value else {"two": second.write(get("two"))}
        return {"one": first.write(get("one")), **two}

    def write_tagged(value: Any) -> Any:
        return {"kind": value.kind, "one": (first if value.kind == "first" else second).write(value.one)}

    pairs = st.fixed_dictionaries({"one": first.values, "two": second.values})
    return [
        Kind(typed, pairs | st.fixed_dictionaries({"one": first.values}), write, is_exact),
        *(
            Kind(made, pairs.map(lambda pair, made=made: made(**pair)), write, is_exact)
            for made in (named, defined, data)
        ),
        Kind(
            tagged | other,
            first.values.map(lambda one: tagged("first", one)) | second.values.map(lambda one: other("other", one)),
            write_tagged,
            is_exact,
        ),
    ]


# At most three levels: what goes on in one goes on in all.
FLAT = st.sampled_from(SCALARS)
SETS = st.sampled_from(SCALARS).map(
    lambda kind: Kind(set[kind.hint], st.sets(kind.values, max_size=3), lambda value: [kind.write(v) for v in value])
)
DEEP = FLAT | SETS | FLAT.flatmap(lambda kind: st.sampled_from(arrays(kind)))
CLASSES = st.tuples(DEEP, DEEP).flatmap(lambda kinds: st.sampled_from(classes(*kinds)))
KINDS = DEEP | CLASSES | CLASSES.flatmap(lambda kind: st.sampled_from(arrays(kind)))
CASES = KINDS.flatmap(lambda kind: st.tuples(st.just(kind), kind.values))


@pytest.fixture(scope="module")
def running() -> Iterator[tuple[Emulator, ClientV2]]:
    emulator = Emulator()
    with emulator as url, ClientV2("key", base_url=url) as co:
        yield emulator, co


def same(one: Any, other: Any) -> bool:
    """Equal, and of the same types: True is not 1, nor is 1.0."""
    if type(one) is not type(other):
        return False
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[name], other[name]) for name in one)
    if isinstance(one, Decimal):
        return str(one) == str(other)
    if hasattr(one, "__dict__") and not isinstance(one, Enum):
        return same(vars(one), vars(other))
    return bool(one == other)


TAKEN = {"type", "properties", "required", "items", "additionalProperties", "anyOf", "enum", "$ref", "$defs"}
TAKEN |= {"description", "format", "pattern", "const"}


def check_taken(schema: dict[str, Any]) -> None:
    """The service takes the schema."""
    assert schema.keys() <= TAKEN, schema
    assert schema.get("format", "date") in {"date-time", "date", "time", "uuid"}
    assert not re.search(r"[\^$]|\?[=!]", schema.get("pattern", ""))
    if schema.get("properties"):
        assert schema["required"]
    for part in [*schema.get("properties", {}).values(), *schema.get("$defs", {}).values(), *schema.get("anyOf", ())]:
        check_taken(part)
    for word in ("items", "additionalProperties"):
        if word in schema:
            check_taken(schema[word])


@given(CASES)
def test_a_value_comes_back_as_it_was_and_fits_the_schema(running: Any, case: tuple[Kind, Any]) -> None:
    emulator, co = running
    kind, value = case
    emulator.reply_with("no JSON")
    with pytest.raises(AnswerError):
        co.chat_parse(kind.hint, **CHAT)
    schema = emulator.requests[-1].body["response_format"]["json_schema"]
    check_taken(schema)
    assert schema["type"] == "object"
    written = kind.write(value)
    if "value" in schema.get("properties", ()):
        written = {"value": written}
    jsonschema.Draft202012Validator(schema).validate(written)
    emulator.reply_with(json.dumps(written))
    assert same(co.chat_parse(kind.hint, **CHAT).value, value)


@given(KINDS.filter(lambda kind: kind.is_exact))
def test_what_the_schema_allows_is_an_answer(running: Any, kind: Kind) -> None:
    """The emulator writes any JSON that fits the schema."""
    _, co = running
    co.chat_parse(kind.hint, **CHAT)
