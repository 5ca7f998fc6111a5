"""chat_parse and chat_parse_stream: what is asked for, what is an answer, and what is none."""

from __future__ import annotations

import json
import pickle
import sys
from collections.abc import Callable
from dataclasses import InitVar, dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, Flag
from typing import (
    Annotated,
    Any,
    Generic,
    Literal,
    NamedTuple,
    NewType,
    NotRequired,
    Optional,
    Required,
    TypedDict,
    TypeVar,
)

import annotated_types
import attrs
import cohere_chat
import msgspec
import pydantic
import pytest
from cohere_chat import AnswerError, TruncatedError
from cohere_chat.emulator import Emulator
from cohere_chat.helpers._foreign import restated
from cohere_chat.helpers._shapes import answer_shape
from support import CHAT, USER, Both

T = TypeVar("T")


@dataclass
class Book:
    """A book.

    Attributes:
        title: The whole title.
    """

    title: str
    year: Annotated[int, "When it came out"]
    sequel: Book | None = None


@attrs.define
class Positive:
    number: int = attrs.field(validator=attrs.validators.gt(0))


@dataclass
class Box(Generic[T]):
    content: T
    more: list[T]


@dataclass
class Numbers(Box[int]):
    pass


@dataclass
class Nested(Numbers):
    name: str


@dataclass
class Rows(Box[list[T]], Generic[T]):
    """Its T is another one than that of Box."""

    first: T


@dataclass
class Relabelled(Box[int]):
    content: str  # type: ignore[assignment]


@attrs.define
class Held(Generic[T]):
    held: T


@attrs.define
class HeldText(Held[str]):
    pass


class Page(TypedDict, Generic[T]):
    items: list[T]


class NumberedPage(Page[int]):
    number: int


class Entry(NamedTuple, Generic[T]):
    entry: T


class TextEntry(Entry[str]):
    pass


class Circle(TypedDict):
    kind: Literal["circle"]
    radius: float


class Square(TypedDict, total=False):
    kind: Required[Literal["square"]]
    side: float
    note: NotRequired[str]


class Point(NamedTuple):
    x: int = 0
    y: int = 0


class Size(Enum):
    """How large it is."""

    SMALL = "s"
    LARGE = "l"


class Person(pydantic.BaseModel):
    name: str = pydantic.Field(pattern="^[A-Z]", max_length=20, description="Full name")
    born: date
    friends: list[Person] = []


class Either(pydantic.RootModel[int | str]):
    pass


class Account(msgspec.Struct, rename="camel"):
    account_number: Annotated[int, msgspec.Meta(ge=1)]
    parent: Account | None = None


UserId = NewType("UserId", int)


class TypeAliasType:
    """Like what `type Tree = int | list[Tree]` of Python 3.12 makes."""

    __name__ = "Tree"

    @property
    def __value__(self) -> Any:
        return int | list[self]  # type: ignore[valid-type]


Tree = TypeAliasType()

BOOK = '{"title": "Moby Dick", "year": 1851}'


@pytest.fixture
def client(both: Both, cohere_emulator: Emulator) -> Any:
    return both.client(base_url=cohere_emulator.url)


def asked(emulator: Emulator) -> dict[str, Any]:
    """The schema of the newest request."""
    schema: dict[str, Any] = emulator.requests[-1].body["response_format"]["json_schema"]
    return schema


# ---------------------------------------------------------------- asking and reading


def test_it_gives_the_value_and_the_reply(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    cohere_emulator.reply_with(BOOK)
    answer = both.run(lambda: client.chat_parse(Book, **CHAT))
    assert answer.value == Book("Moby Dick", 1851)
    assert answer.reply.text == BOOK
    definition = {
        "type": "object",
        "description": "A book.",
        "properties": {
            "title": {"type": "string", "description": "The whole title."},
            "year": {"type": "integer", "description": "When it came out"},
            "sequel": {"anyOf": [{"$ref": "#/$defs/Book"}, {"type": "null"}]},
        },
        "required": ["title", "year"],
    }
    assert asked(cohere_emulator) == {**definition, "$defs": {"Book": definition}}


@pytest.mark.parametrize(
    ("expected", "written", "value"),
    [
        (int, {"value": 3}, 3),
        (Optional[str], {"value": None}, None),  # noqa: UP045
        (list[Point], {"value": [{"x": 1}, {}]}, [Point(1), Point()]),
        (dict[str, Size], {"a": "s"}, {"a": Size.SMALL}),
        (Circle | Square, {"value": {"kind": "square", "side": 2}}, {"kind": "square", "side": 2.0}),
        (tuple[int, str], {"value": [1, "a"]}, (1, "a")),
        (frozenset[int], {"value": [1, 1]}, frozenset({1})),
        (Box[int], {"content": 1, "more": [2]}, Box(1, [2])),
        (Box[Box[str]], {"content": {"content": "a", "more": []}, "more": []}, Box(Box("a", []), [])),
        (Numbers, {"content": 1, "more": [2]}, Numbers(1, [2])),
        (Nested, {"content": 1, "more": [], "name": "n"}, Nested(1, [], "n")),
        (Rows[int], {"content": [1], "more": [[2]], "first": 3}, Rows([1], [[2]], 3)),
        (Relabelled, {"content": "a", "more": [1]}, Relabelled("a", [1])),
        (HeldText, {"held": "a"}, HeldText("a")),
        (NumberedPage, {"items": [1], "number": 2}, {"items": [1], "number": 2}),
        (TextEntry, {"entry": "a"}, TextEntry("a")),
        (UserId, {"value": 7}, 7),
        (int | float, {"value": 3}, 3),
        (Tree, {"value": [1, [2, []]]}, [1, [2, []]]),
        (set[tuple[int, Annotated[str, 1] | None]], {"value": [[1, "a"]]}, {(1, "a")}),
        (str | date, {"value": "2020-02-29"}, date(2020, 2, 29)),
        (datetime, {"value": "2020-02-29t01:02:03.5z"}, datetime.fromisoformat("2020-02-29T01:02:03.5+00:00")),
        (Decimal, {"value": "0.10"}, Decimal("0.10")),
        (
            Person,
            {"name": "Ada", "born": "1815-12-10", "friends": [{"name": "B", "born": "1791-12-26"}]},
            Person(name="Ada", born=date(1815, 12, 10), friends=[Person(name="B", born=date(1791, 12, 26))]),
        ),
        (Account, {"accountNumber": 2, "parent": {"accountNumber": 1}}, Account(2, Account(1))),
        (
            Box[Person],
            {"content": {"name": "A", "born": "2000-01-01"}, "more": []},
            Box(Person(name="A", born=date(2000, 1, 1)), []),
        ),
        (Annotated[int, annotated_types.Gt(2)], {"value": 3}, 3),
        (list[Either | None], {"value": [1, "a", None]}, [Either(1), Either("a"), None]),
    ],
)
def test_values_of_many_types(expected: Any, written: Any, value: Any) -> None:
    shape, _ = answer_shape(expected)
    read = shape.decode(written, "")
    assert read == value
    assert type(read) is type(value)


def test_constraints_are_told_in_words_and_checked_afterwards() -> None:
    shape, _ = answer_shape(Person)
    assert shape.schema["properties"]["name"] == {
        "type": "string",
        "pattern": "[A-Z]",
        "description": "Full name (maxLength: 20)",
    }
    assert shape.schema["properties"]["friends"] == {"type": "array", "items": {"$ref": "#/$defs/Person"}}
    with pytest.raises(ValueError, match=r"^name: String should match pattern"):
        shape.decode({"name": "ada", "born": "1815-12-10"}, "")


@pytest.mark.parametrize(
    ("expected", "schema"),
    [
        (Size, {"type": "string", "enum": ["s", "l"], "description": "How large it is."}),
        (Literal[1, "a"], {"anyOf": [{"type": "integer", "enum": [1]}, {"type": "string", "enum": ["a"]}]}),
        (
            tuple[int, str],
            {
                "type": "array",
                "items": {"anyOf": [{"type": "integer"}, {"type": "string"}]},
                "description": "Exactly 2 items, in this order: int, str.",
            },
        ),
        (Annotated[float, "In kg"], {"type": "number", "description": "In kg"}),
    ],
)
def test_what_is_asked_for_scalars_and_tuples(expected: Any, schema: Any) -> None:
    shape, wrapped = answer_shape(expected)
    assert wrapped
    assert shape.schema == {"type": "object", "properties": {"value": schema}, "required": ["value"]}


class Cat(pydantic.BaseModel):
    kind: Literal["cat"]


class Dog(pydantic.BaseModel):
    kind: Literal["dog"]
    pair: tuple[int, str] = (1, "")
    more: dict[str, Any] = {}
    site: pydantic.AnyUrl | None = None


class Pet(pydantic.BaseModel):
    """Cat or dog."""

    model_config = pydantic.ConfigDict(extra="forbid")
    pet: Cat | Dog | None = pydantic.Field(default=None, discriminator="kind")


def test_schemas_of_pydantic_are_restated_in_the_words_that_the_service_takes() -> None:
    schema = answer_shape(Pet)[0].schema
    cat = {"type": "object", "properties": {"kind": {"type": "string", "const": "cat"}}, "required": ["kind"]}
    dog = {
        "type": "object",
        "properties": {
            "kind": {"type": "string", "const": "dog"},
            "pair": {
                "type": "array",
                "items": {"anyOf": [{"type": "integer"}, {"type": "string"}]},
                "description": "(maxItems: 2; minItems: 2; items in this order)",
            },
            "more": {"type": "object", "additionalProperties": True},
            "site": {"anyOf": [{"type": "string", "description": '(format: "uri"; minLength: 1)'}, {"type": "null"}]},
        },
        "required": ["kind"],
    }
    assert schema == {
        "type": "object",
        "description": "Cat or dog.",
        "properties": {
            "pet": {"anyOf": [{"anyOf": [{"$ref": "#/$defs/Cat"}, {"$ref": "#/$defs/Dog"}]}, {"type": "null"}]}
        },
        "required": ["pet"],
        "$defs": {"Cat": cat, "Dog": dog},
    }


def test_what_older_schemas_say_is_restated_as_well() -> None:
    assert restated({"allOf": [{"type": "integer", "minimum": 1}], "description": "d", "title": "T"}) == {
        "type": "integer",
        "description": "d (minimum: 1)",
    }
    assert restated({"type": "array", "items": False, "pattern": "a(?=b)"}) == {
        "type": "array",
        "description": '(pattern: "a(?=b)")',
    }
    assert restated({"type": "string", "pattern": r"^a\$"})["description"] == r'(pattern: "^a\\$")'
    assert restated({"type": "string", "pattern": "^a$"}) == {"type": "string", "pattern": "a"}


def test_constraints_of_a_library_that_is_not_there_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pydantic", None)
    with pytest.raises(TypeError, match="has constraints that pydantic checks: install it"):
        answer_shape(Annotated[int, annotated_types.Gt(2)])


def test_an_object_whose_fields_all_have_defaults_requires_its_first() -> None:
    assert answer_shape(Point)[0].schema["required"] == ["x"]


@dataclass
class Round:
    kind: Literal["round"] = "round"
    size: float = 0


@dataclass
class Flat:
    size: float = 0
    kind: Literal["flat"] = "flat"


def test_a_field_of_one_value_is_required_since_it_tells_classes_apart() -> None:
    shape, _ = answer_shape(list[Round | Flat])
    assert [part["required"] for part in shape.schema["$defs"].values()] == [["kind"], ["kind"]]
    assert shape.decode({"value": [{"kind": "flat"}, {"kind": "round"}]}, "") == [Flat(), Round()]
    # Of one that leaves it out nevertheless, the first is taken.
    assert shape.decode({"value": [{"size": 1}]}, "") == [Round(size=1)]


def test_two_classes_of_one_name_stay_apart() -> None:
    first, second = (attrs.make_class("Same", {name: attrs.field(type=int)}) for name in ("a", "b"))
    shape, _ = answer_shape(list[first | second])  # type: ignore[valid-type]
    assert shape.decode({"value": [{"b": 1}, {"a": 2}]}, "") == [second(1), first(2)]
    assert list(shape.schema["$defs"]) == ["Same", "Same2"]


class Later(NamedTuple):
    there: Nowhere  # type: ignore[name-defined]  # noqa: F821


class Unknowable(pydantic.BaseModel):
    call: Callable[[], int]


class Unsaid(msgspec.Struct):
    what: complex


@dataclass
class WithInit:
    number: int
    seed: InitVar[int]


@pytest.mark.parametrize(
    ("expected", "problem"),
    [
        (Any, "Any: JSON has no form for Any; name another type"),
        (bytes, "bytes: JSON has no form for bytes; name another type"),
        (list, r"list: say what is in the list: list\[str\]"),
        (dict, r"dict: JSON has str keys only; say dict\[str, ...\]"),
        (dict[int, str], r"dict\[int, str\]: JSON has str keys only"),
        (set[list[int]], r"list\[int\] can't be in a set; make it a list"),
        (set[Book], "Book can't be in a set"),
        (Box, r"Box.content: JSON has no form for ~T"),
        (Later, "Later: name 'Nowhere' is not defined; define it at the top of its module"),
        (WithInit, "WithInit has an InitVar, which no object in JSON can hold"),
        (set[tuple[int, list[int]]], "can't be in a set"),
        (Literal[b"a"], "a bytes can't be one of the values"),
        (Unknowable, "Unknowable: Cannot generate a JsonSchema"),
        (list[Unsaid], "Unsaid.*: .*not supported|Unsaid"),
        (Flag("Bits", "A B"), "JSON has no form for Bits"),
    ],
)
def test_a_type_that_json_has_no_form_for_is_refused_before_sending(
    both: Both, client: Any, cohere_emulator: Emulator, expected: Any, problem: str
) -> None:
    with pytest.raises(TypeError, match=problem):
        both.run(lambda: client.chat_parse(expected, **CHAT))
    assert not cohere_emulator.requests


@pytest.mark.parametrize(
    ("more", "error", "problem"),
    [
        ({"documents": ["a"]}, ValueError, "documents: the API takes no documents beside a JSON schema"),
        ({"tools": [{"type": "function"}]}, ValueError, "tools: the API takes no tools"),
        ({"response_format": {"type": "text"}}, ValueError, "response_format: chat_parse"),
        ({"retries": -1}, ValueError, "retries must be 0 or more, not -1"),
        ({"retries": "1"}, TypeError, "retries must be an int, not str"),
    ],
)
def test_what_does_not_go_with_it_is_refused_before_sending(
    both: Both, client: Any, cohere_emulator: Emulator, more: Any, error: type[Exception], problem: str
) -> None:
    with pytest.raises(error, match=problem):
        both.run(lambda: client.chat_parse(Book, **CHAT, **more))
    assert not cohere_emulator.requests


def test_chat_leads_to_it(both: Both, client: Any) -> None:
    with pytest.raises(TypeError, match=r"for an answer of this type, use chat_parse\(\)"):
        both.chat(client, response_format=Book)


# ---------------------------------------------------------------- what is no answer


@pytest.mark.parametrize(
    ("expected", "text", "place", "problem"),
    [
        (Book, "", "", "no text"),
        (Book, f"Here it is: {BOOK}", "", "not valid JSON"),
        (Book, f"{BOOK} I hope it helps.", "", "not valid JSON"),
        (Book, BOOK + BOOK, "", "not valid JSON"),
        (Book, "[" * 100_000, "", "nested too deeply"),
        (Book, '{"title": "a", "year": "1965"}', "year", 'must be integer, not "1965"'),
        (Book, '{"title": "a", "year": true}', "year", "must be integer, not true"),
        (Book, '{"title": "a", "year": 1.0}', "year", "must be integer, not 1.0"),
        (Book, '{"title": "a", "year": NaN}', "", "not valid JSON: NaN is not a JSON number"),
        (Book, '{"title": "a", "year": 1, "year": 2}', "year", "this key occurs twice"),
        (Book, '{"title": "a", "year": 1, "pages": 2}', "pages", "is unknown; known are title, year, sequel"),
        (Book, '{"title": "a", "year": 1, "sequel": {"title": "b"}}', "sequel.year", "is missing"),
        (Book, "[1]", "", r"must be object, not \[1\]"),
        (Book, '{"title": "a", "year": ' + "9" * 5000 + "}", "", "an integer of 5000 digits"),
        (float, '{"value": 1e999}', "", "1e999 is not a JSON number"),
        (float, '{"value": ' + "9" * 400 + "}", "value", "must be number"),
        (list[int], '{"value": [1, "b"]}', "value[1]", "must be integer"),
        (dict[str, int], '{"a": null}', "a", "must be integer, not null"),
        (dict[str, int], "3", "", "must be object"),
        (tuple[int, int], '{"value": [1]}', "value", "must have 2 items, not 1"),
        (tuple[int, int], '{"value": [1, 2, 3]}', "value", "must have 2 items, not 3"),
        (set[int], '{"value": {}}', "value", "must be array"),
        (Size, '{"value": "SMALL"}', "value", 'must be one of "s", "l", not "SMALL"'),
        (Size, '{"value": []}', "value", "must be one of"),
        (date, '{"value": "20200101"}', "value", "must be the text of a date"),
        (date, '{"value": "2020-13-01"}', "value", "must be the text of a date"),
        (datetime, '{"value": "2020-01-01T00:00:00.1234567Z"}', "value", "must be the text of a datetime"),
        (Decimal, '{"value": 1.5}', "value", "must be the text of a Decimal"),
        (int | list[int], '{"value": "1"}', "value", 'must be array or integer, not "1"'),
        (list[int] | list[str], '{"value": [1, "a"]}', "value", "fits no member of the union: .*; "),
        (
            Circle | Square,
            '{"value": {"kind": "circle", "side": 1}}',
            "value.side",
            "is unknown; known are kind, radius",
        ),
        (Positive, '{"number": -1}', "", "'number' must be > 0"),
        (Account, '{"accountNumber": 0}', "accountNumber", "Expected `int` >= 1"),
        (Person, '{"name": "A", "born": 3}', "born", "valid date"),
        (Annotated[int, annotated_types.Gt(2)], '{"value": 2}', "value", "greater than 2"),
        (int, '{"value": "\\ud800"}', "value", r"must be integer, not .\\ud800"),
    ],
)
def test_what_is_no_answer_is_an_error_with_the_place(
    both: Both, client: Any, cohere_emulator: Emulator, expected: Any, text: str, place: str, problem: str
) -> None:
    reply = {"message": {"content": [{"type": "text", "text": text}]}}
    cohere_emulator.reply_with(reply)
    with pytest.raises(AnswerError, match=problem) as caught:
        both.run(lambda: client.chat_parse(expected, **CHAT))
    error = caught.value
    assert (error.place, error.text) == (place, text)
    assert error.reply is not None
    assert str(error).startswith(place)
    assert str(error).encode()
    copy = pickle.loads(pickle.dumps(error))
    assert (str(copy), copy.place, copy.text) == (str(error), place, text)


@pytest.mark.parametrize("fence", ["```json\n{}\n```", "```\n{}```\n", " ```JSON \r\n{}\r\n``` "])
def test_a_code_fence_around_the_whole_text_is_taken_off(
    both: Both, client: Any, cohere_emulator: Emulator, fence: str
) -> None:
    cohere_emulator.reply_with(fence.replace("{}", BOOK), times=2)
    assert both.run(lambda: client.chat_parse(Book, **CHAT)).value.year == 1851
    stream = client.chat_parse_stream(Book, **CHAT)
    assert both.collect(stream.partials)[-1] == json.loads(BOOK)


@pytest.mark.parametrize("reason", ["MAX_TOKENS", "ERROR", "TIMEOUT"])
def test_a_reply_that_did_not_end_by_itself_is_an_error_though_it_reads_well(
    both: Both, client: Any, cohere_emulator: Emulator, reason: str
) -> None:
    content = {"content": [{"type": "text", "text": BOOK}]}
    cohere_emulator.reply_with({"message": content, "finish_reason": reason})
    with pytest.raises(AnswerError, match=reason) as caught:
        both.run(lambda: client.chat_parse(Book, retries=3, **CHAT))
    assert isinstance(caught.value, TruncatedError) is (reason == "MAX_TOKENS")
    assert caught.value.text == BOOK
    assert len(cohere_emulator.requests) == 1


def test_thoughts_and_plans_are_no_answer(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    other = BOOK.replace("1851", "1")
    content = [{"type": "thinking", "thinking": other}, {"type": "text", "text": BOOK}]
    cohere_emulator.reply_with({"message": {"tool_plan": other, "content": content}}, times=2)
    assert both.run(lambda: client.chat_parse(Book, **CHAT)).value.year == 1851
    assert both.run(client.chat_parse_stream(Book, **CHAT).final_value).year == 1851


# ---------------------------------------------------------------- asking again


def test_it_asks_again_with_the_problem(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    cohere_emulator.reply_with('{"title": 1, "year": 1}')
    cohere_emulator.reply_with({"message": {"content": []}})
    cohere_emulator.reply_with(BOOK)
    given = {**CHAT, "messages": iter([USER]), "stop_sequences": iter(["END"])}
    answer = both.run(lambda: client.chat_parse(Book, **given, retries=2))
    assert answer.value.year == 1851
    assert [request.body["stop_sequences"] for request in cohere_emulator.requests] == [["END"]] * 3
    first, second, third = (request.body["messages"] for request in cohere_emulator.requests)
    assert first == [USER]
    assert second[1] == {"role": "assistant", "content": [{"type": "text", "text": '{"title": 1, "year": 1}'}]}
    assert "title: must be string, not 1" in second[2]["content"]
    # A reply without text cannot be sent back.
    assert [message["role"] for message in third] == ["user", "assistant", "user", "user"]


def test_it_gives_up_when_it_asked_often_enough(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    cohere_emulator.reply_with("no", times=5)
    with pytest.raises(AnswerError):
        both.run(lambda: client.chat_parse(Book, retries=2, **CHAT))
    assert len(cohere_emulator.requests) == 3


def test_an_http_error_is_not_asked_again_by_it(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    cohere_emulator.fail_next(status=400)
    with pytest.raises(cohere_chat.BadRequestError):
        both.run(lambda: client.chat_parse(Book, retries=2, **CHAT))
    assert len(cohere_emulator.requests) == 1


def test_request_options_go_through(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    cohere_emulator.reply_with(BOOK)
    options = {"additional_headers": {"x-mine": "1"}}
    both.run(lambda: client.chat_parse(Book, **CHAT, request_options=options))
    assert cohere_emulator.requests[0].headers["x-mine"] == "1"


# ---------------------------------------------------------------- streamed


def test_partials_grow_to_the_whole_answer(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    cohere_emulator.reply_with(BOOK)
    stream = client.chat_parse_stream(Book, **CHAT)
    partials = both.collect(stream.partials)
    assert partials[0] == {}
    assert {"title": "Moby"} in partials
    assert partials[-1] == json.loads(BOOK)
    assert both.run(stream.final_value) == Book("Moby Dick", 1851)
    assert both.run(stream.final_answer).reply == stream.snapshot


def test_partials_of_what_is_wrapped_are_unwrapped(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    cohere_emulator.reply_with('{"value": [1, 22, 333]}')
    stream = client.chat_parse_stream(list[int], **CHAT)
    assert both.collect(stream.partials) == [[], [1], [1, 22], [1, 22, 333]]


@pytest.mark.parametrize("text", ['"the value"', '["value"]', "null\n"])
def test_what_is_no_object_has_no_partials(both: Both, client: Any, cohere_emulator: Emulator, text: str) -> None:
    cohere_emulator.reply_with(text)
    stream = client.chat_parse_stream(list[str], **CHAT)
    assert both.collect(stream.partials) == []
    with pytest.raises(AnswerError, match="must be object, not"):
        both.run(stream.final_value)


def test_it_is_a_context_manager_that_closes(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    cohere_emulator.reply_with(BOOK)

    def read() -> None:
        with client.chat_parse_stream(Book, **CHAT) as stream:
            next(iter(stream.partials))
        with pytest.raises(cohere_chat.StreamInterruptedError):
            stream.final_value()

    async def aread() -> None:
        async with client.chat_parse_stream(Book, **CHAT) as stream:
            await anext(stream.partials)
        with pytest.raises(cohere_chat.StreamInterruptedError):
            await stream.final_value()

    both.run(read if both.kind == "sync" else aread)


def test_a_stream_that_was_cut_short_is_truncated(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    cohere_emulator.reply_with(BOOK)
    stream = client.chat_parse_stream(Book, **CHAT, max_tokens=4)
    with pytest.raises(TruncatedError) as caught:
        both.run(stream.final_value)
    assert BOOK.startswith(caught.value.text)


def test_a_stream_that_says_that_the_reply_failed_is_an_error(
    both: Both, client: Any, cohere_emulator: Emulator
) -> None:
    cohere_emulator.reply_with(BOOK)
    cohere_emulator.fail_next(error=4, message="Out of memory")
    with pytest.raises(cohere_chat.GenerationError, match="Out of memory"):
        both.run(client.chat_parse_stream(Book, **CHAT).final_value)


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [({"type": "object"}, "not a dict; for a JSON Schema, use response_format"), ([int], "not a list")],
)
def test_a_value_in_the_place_of_a_type_is_refused(both: Both, client: Any, wrong: Any, problem: str) -> None:
    with pytest.raises(TypeError, match=rf"^chat_parse\(\) takes a type, {problem}"):
        both.run(lambda: client.chat_parse(wrong, **CHAT))
