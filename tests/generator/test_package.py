"""What is generated from a contract: the methods, the endpoints that they stand on, and the objects."""

from __future__ import annotations

import asyncio
import inspect
import json
import os
import subprocess
import sys
import typing
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from generator import project
from hypothesis import given
from hypothesis import strategies as st

Library = Callable[[str], ModuleType]


class Core:
    """Keeps what it is asked for, and answers with what it is given."""

    def __init__(self, *replies: Any) -> None:
        self.replies = list(replies)
        self.asked: list[tuple[str, dict[str, Any], Any]] = []

    @property
    def raw(self) -> RawCore:
        return RawCore(self)

    def call(self, endpoint: Any, arguments: dict[str, Any], options: Any) -> Any:
        self.asked.append(
            (endpoint.name, {name: each for name, each in arguments.items() if each is not None}, options)
        )
        return self.replies.pop(0)

    def stream(self, endpoint: Any, arguments: dict[str, Any], options: Any) -> Any:
        return ["stream", self.call(endpoint, arguments, options)]

    def unknown_argument(self, endpoint: Any, name: str, known: frozenset[str], arguments: dict[str, Any]) -> TypeError:
        return TypeError(f"{name}() has no {sorted(arguments.keys() - known)}")


class AsyncCore(Core):
    async def call(self, endpoint: Any, arguments: dict[str, Any], options: Any) -> Any:
        return super().call(endpoint, arguments, options)

    def stream(self, endpoint: Any, arguments: dict[str, Any], options: Any) -> Any:
        return ["stream", super().call(endpoint, arguments, options)]


class RawCore(Core):
    def __init__(self, core: Core) -> None:
        super().__init__("raw")
        self.core = core


def test_each_thing_has_its_file(folder: Path) -> None:
    made = {str(path.relative_to(folder / "library_api")) for path in folder.rglob("*.*") if "pycache" not in str(path)}
    groups = {f"groups/{name}.py" for name in ("__init__", "v1", "v2", "shared", "books", "audio")}
    own = {
        "__init__.py",
        "contract.py",
        "endpoint.py",
        "openapi.json",
        "params.py",
        "py.typed",
        "types.py",
        "unions.py",
    }
    assert own | groups | {"models/__init__.py", "models/answer.py"} <= made
    # What the contract defines inside a component stands with it; what belongs to none has a module of its own.
    assert "models/books_list_sort.py" in made
    assert not {name for name in made if "option_nested" in name or "embeddings" in name}


def test_the_contract_is_there_as_json_and_its_constants_in_python(folder: Path, library: Library) -> None:
    assert json.loads((folder / "library_api/openapi.json").read_text())["info"]["title"] == "Library"
    assert library("contract").SERVER == "https://library.example"
    assert library("contract").CLIENT_NAME_HEADER == "X-Client-Name"
    assert library("contract").JOBS == {"Book": ("book", "books", "get", "id")}


def test_an_endpoint_says_all_that_the_core_needs(library: Library) -> None:
    endpoint = library("endpoint")
    books, v1, v2 = (library(f"groups.{name}") for name in ("books", "v1", "v2"))
    Parameter = endpoint.Parameter
    assert (
        endpoint.Endpoint(
            name="books.list",
            method="GET",
            path="/v1/books",
            parameters={
                "book_type": Parameter("query", "string", name="bookType"),
                "page_token": Parameter("query", "string"),
                "tags": Parameter("query", "array", items="string"),
                "since": Parameter("query", "string", name="from"),
                "sort": Parameter("query", "string", deprecated=True),
            },
            reply=endpoint.Reply("BookPage"),
            pages=endpoint.Pages("books", "page_token", "next_page_token"),
        )
        == books.LIST
    )
    assert (
        endpoint.Endpoint(
            name="books.create",
            method="POST",
            path="/v1/books",
            body="multipart",
            parameters={
                "title": Parameter("query", "string", required=True),
                "data": Parameter("file", "any", required=True),
                "cover": Parameter("file"),
            },
            reply=endpoint.Reply("Book"),
            retry_safe=False,
        )
        == books.CREATE
    )
    assert (
        endpoint.Endpoint(
            name="books.delete",
            method="DELETE",
            path="/v1/books/{id}/pages/{pageNumber}",
            parameters={
                "id": Parameter("path", "string", required=True),
                "page_number": Parameter("path", "integer", name="pageNumber", required=True),
            },
        )
        == books.DELETE
    )
    assert books.LEND.parameters == {"request": Parameter("whole", "object", required=True)}
    assert library("groups.audio").READINGS_CREATE.parameters["language"] == Parameter("form", "string", required=True)
    assert v1.ASK.deprecated
    assert v1.ASK.parameters["accepts"] == Parameter("header", "string", name="Accepts")
    assert v1.ASK.streaming == endpoint.Streaming(
        "stream",
        "application/stream+json",
        library("types").Tagged("event_type", {"piece": "PieceEvent", "end": "EndEvent"}),
        "end",
    )
    assert v1.ASK.streaming.events.tag == "event_type"
    assert v2.ASK.streaming.media_type == "text/event-stream"
    assert v2.ASK.streaming.stream_class == "ChatStream"
    assert v2.ASK.streaming.events.names == {"piece": "PieceEvent", "end": "EndEvent"}
    assert v2.ASK.reply == endpoint.Reply("Answer", objects=("turn",))
    assert v2.EMBED.batches == {"texts": 96}


def test_methods_pass_on_what_they_are_given(library: Library) -> None:
    core = Core("page", None, "answer", "piece")
    root = library("groups.v2").V2Root(core)
    assert root.books.get("b", 7, request_options="options") == "page"
    assert root.books.delete("b", page_number=7) is None
    assert root.ask(question="why", depth=None) == "answer"
    assert root.ask_stream(question="why") == ["stream", "piece"]
    where = {"id": "b", "page_number": 7}
    asked = ("v2.ask", {"question": "why"}, None)
    assert core.asked == [("books.get", where, "options"), ("books.delete", where, None), asked, asked]


def test_asynchronous_methods_do_the_same(library: Library) -> None:
    core = AsyncCore("page", None, "answer", "piece")
    root = library("groups.v2").AsyncV2Root(core)

    async def ask() -> list[Any]:
        first = [await root.books.get("b", 7), await root.books.delete("b", 7), await root.ask(question="why")]
        return [*first, root.ask_stream(question="why")]

    assert asyncio.run(ask()) == ["page", None, "answer", ["stream", "piece"]]


@pytest.mark.parametrize("variant", ["", "Async"])
def test_signatures_are_those_of_the_contract(library: Library, variant: str) -> None:
    """Ids come first and may be positional, all else is a keyword, what is required comes before the rest."""
    books = getattr(library("groups.books"), f"{variant}BooksClient")
    options = "request_options: 'RequestOptions | None' = None"
    assert str(inspect.signature(books.get)) == f"(self, id: 'str', page_number: 'int', *, {options}) -> 'Book'"
    assert str(inspect.signature(books.create)) == (
        f"(self, *, title: 'str', data: 'File', cover: 'File | None' = None, {options}) -> 'Book'"
    )
    assert "since: 'datetime | str | None' = None" in str(inspect.signature(books.list))
    assert "request: 'LoanParam | Loan | Kept'" in str(inspect.signature(books.lend))
    ask = inspect.signature(getattr(library("groups.v2"), f"{variant}V2Methods").ask_stream)
    assert list(ask.parameters)[1:3] == ["question", "history"]
    assert ask.return_annotation == f"{variant}ChatStream"


@pytest.mark.parametrize("variant", ["", "Async"])
def test_the_names_of_the_second_version_win(library: Library, variant: str) -> None:
    v1, v2 = (getattr(library(f"groups.{name.lower()}"), f"{variant}{name}Root")(Core(1)) for name in ("V1", "V2"))
    for root, name in ((v1, "V1"), (v2, "V2")):
        assert type(root).ask.__qualname__ == f"{variant}{name}Methods.ask"
        assert type(root).greet.__qualname__ == f"{variant}SharedMethods.greet"
        assert root.books is root.books
    assert not hasattr(v1, "embed")


def test_a_contract_of_one_version_has_one_root(
    document: dict[str, Any], package: Callable[[dict[str, Any]], project.Package]
) -> None:
    for path in ("/v1/ask", "/v1/greet"):
        del document["paths"][path]
    made = package(document)
    assert not made.build()
    assert sorted(path.name for path in (made.package_dir / "groups").glob("[sv]*.py")) == ["shared.py", "v2.py"]


def test_an_argument_that_an_operation_does_not_have_is_explained(library: Library) -> None:
    with pytest.raises(TypeError, match=r"^ask\(\) has no \['stream'\]$"):
        library("groups.v2").V2Root(Core()).ask(question="why", stream=True)
    with pytest.raises(TypeError, match=r"^get\(\) has no \['page'\]$"):
        asyncio.run(library("groups.books").AsyncBooksClient(Core()).get("b", page=1))
    with pytest.raises(TypeError, match="missing 1 required keyword-only argument: 'question'"):
        library("groups.v2").V2Root(Core()).ask()


@pytest.mark.parametrize("variant", ["", "Async"])
def test_raw_responses_come_of_the_same_methods(library: Library, variant: str) -> None:
    core = Core()
    root = getattr(library("groups.v2"), f"{variant}V2Root")(core)
    for client in (root, root.books, root.audio, root.audio.readings):
        raw = client.with_raw_response
        assert type(raw) is type(client)
        assert raw._core.core is core
    assert root.with_raw_response.audio.readings._core.core is core


def test_what_is_not_used_is_not_imported(folder: Path) -> None:
    program = """
import sys
import library_api.groups.v1, library_api.groups.v2
print(*(name for name in sys.modules if name.startswith("library_api")))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=True, env={**os.environ}
    )
    names = ("", ".types", ".endpoint", ".groups", ".groups.shared", ".groups.v1", ".groups.v2")
    assert set(done.stdout.split()) == {f"library_api{name}" for name in names}


def test_docstrings_say_what_the_contract_says(library: Library) -> None:
    assert (
        inspect.getdoc(library("groups.v1").V1Methods.ask)
        == """Deprecated: Ask the librarian of old.

A parameter that is None counts as not given. The client's own docstring names the errors.

Args:
    question: What to ask (required).
    accepts: What comes back (one of text/plain).
    history: What was said before (at most 9).
    style: How to answer (one of short, long).
    subject: A word, or several.
    depth: How deep (deprecated; 0 to 5; default 1).
    options: Options by name.
    due: When it is needed.
    request_options: Options of this call; see RequestOptions.

Returns:
    Answer: An answer."""
    )
    assert inspect.getdoc(library("groups.books").BooksClient.delete).splitlines()[2] == (
        "The client's own docstring names the errors."
    )


# ---------------------------------------------------------------- replies and objects


def test_a_reply_is_read_as_the_class_that_its_constant_names(library: Library) -> None:
    models, reply = library("models"), library("groups.v2").EMBED.reply
    floats = {"response_type": "floats", "embeddings": [[0.5, 1.5]]}
    assert type(reply.parse(floats)) is models.Floats
    by_type = reply.parse(
        {"response_type": "by_type", "embeddings": {"float": [[0.5]], "int8": [[1]], "ubinary": [[2]]}}
    )
    assert type(by_type) is models.ByType
    assert (by_type.embeddings.float_, by_type.embeddings.int8, by_type.embeddings.ubinary) == ([[0.5]], [[1]], [[2]])
    # No copy of the vectors.
    assert reply.parse(floats).embeddings is floats["embeddings"]
    assert library("groups.shared").GREET.reply.parse({"any": "thing"}) == {"any": "thing"}


ANSWER = {
    "id": "1",
    "turn": {"role": "answered", "text": "so"},
    "turns": [{"role": "asked", "text": "why", "class": "c"}, {"role": "sung"}],
    "options": {"a": {"weight": 1, "nested": {"deeper": [{"role": "answered"}], "kind": "z"}}, "b": None},
    "given_at": "2026-08-20T10:11:12.123456789Z",
    "withdrawn_at": None,
    "earlier": [{"role": "asked"}],
    "events": {"turns": [{"event_type": "piece"}, {"role": "asked"}]},
    "nothing": {"new": 1},
}


def test_objects_are_read_wherever_they_stand(library: Library) -> None:
    models = library("models")
    answer = models.Answer.from_dict(ANSWER)
    assert [type(turn).__name__ for turn in answer.turns] == ["Asked", "Unknown"]
    assert answer.turns[0].class_ == "c"
    option = answer.options["a"]
    assert type(option) is models.Option
    assert type(option.nested) is models.OptionNested
    assert type(option.nested.deeper[0]) is models.Answered
    assert (option.nested.kind, answer.options["b"]) == ("z", None)
    assert type(answer.earlier[0]) is models.Asked
    assert [type(event).__name__ for event in answer.events.turns] == ["PieceEvent", "Unknown"]
    assert type(answer.nothing) is models.Nothing
    assert answer.nothing.new == 1
    assert models.Book(id="1", list_=["a"]).list == ["a"]
    assert answer.to_dict() == ANSWER
    assert json.loads(answer.model_dump_json()) == ANSWER
    single = models.Answer.from_dict({**ANSWER, "turns": ANSWER["turn"]})
    assert type(single.turns) is models.Answered


def test_times_are_read_and_go_out_as_they_came(library: Library) -> None:
    models = library("models")
    answer = models.Answer.from_dict(ANSWER)
    assert answer.given_at == datetime(2026, 8, 20, 10, 11, 12, 123456, tzinfo=UTC)
    assert answer.withdrawn_at is None
    assert answer.to_dict()["given_at"] == ANSWER["given_at"]
    answer.given_at = datetime(2026, 8, 21, tzinfo=timezone(timedelta(hours=2)))
    answer.withdrawn_at = datetime(2026, 8, 22)  # as it is
    assert answer.to_dict()["given_at"] == "2026-08-21T00:00:00+02:00"
    assert json.loads(answer.model_dump_json())["withdrawn_at"] == "2026-08-22T00:00:00"
    given = models.EndEvent(at=datetime(2026, 8, 20, tzinfo=UTC))
    assert given.to_dict() == {"event_type": "end", "at": "2026-08-20T00:00:00+00:00"}


@given(st.one_of(st.datetimes(timezones=st.timezones()).map(datetime.isoformat), st.text(), st.integers()))
def test_any_time_goes_out_as_it_came(folder: Path, at: object) -> None:
    sys.path.insert(0, str(folder))
    try:
        from library_api import models  # type: ignore[import-not-found]
    finally:
        sys.path.remove(str(folder))
    event = models.EndEvent.from_dict({"at": at})
    assert (
        type(event.at) is datetime if "T" in str(at)[10:11] and type(at) is str and at[-1:] != "T" else event.at == at
    )
    assert event.to_dict() == {"at": at}


@pytest.mark.parametrize("text", ["", "2026-08-20", "20260820", "soon, at 10 or 11", "2026-13-20T10:00:00Z", "T" * 20])
def test_text_that_is_no_time_stays_text(library: Library, text: str) -> None:
    assert library("models").EndEvent.from_dict({"at": text}).at == text


def test_what_is_sent_has_typed_dictionaries(library: Library) -> None:
    params = library("params")
    hints = typing.get_type_hints(params.AskParams, include_extras=True)
    assert hints["question"] == typing.Required[str]
    assert set(typing.get_type_hints(params.AskOptions)) == {*hints} - {"question"}
    assert set(params.__all__) == {
        *("AskOptions", "AskParams", "EmbedParams", "AnsweredParam", "AskedParam", "LoanParam"),
        *("OptionParam", "OptionNestedParam", "TurnParam"),
    }
    assert '    depth: int | None\n    """Deprecated. How deep."""' in inspect.getsource(params)
    # A key that Python keeps for itself.
    asked = typing.get_type_hints(params.AskedParam, include_extras=True)
    assert asked == {"role": typing.Literal["asked"], "text": str, "class": typing.NotRequired[str]}


def test_unions_have_names_and_their_members_further_ones(library: Library) -> None:
    models = library("models")
    assert set(library("unions").__all__) == {"AnswerEvent", "EmbedResponse", "Turn"}
    assert models.PieceAnswerEvent is models.PieceEvent
    assert models.AskedTurn is models.Asked
    assert models.Borrowed is models.Kept
    assert models.Kept().id != models.Kept().id


# ---------------------------------------------------------------- types

STUBS = """
from collections.abc import AsyncIterator, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")

class RequestOptions: ...
class ChatStream: ...
class AsyncChatStream: ...
class HttpResponse(Generic[T]):
    data: T
class EventStream(Generic[T]):
    def __iter__(self) -> Iterator[T]: ...
class AsyncEventStream(Generic[T]):
    def __aiter__(self) -> AsyncIterator[T]: ...
"""
PROGRAM = """
from datetime import datetime
from library_api.groups.v1 import AsyncV1Root, V1Root
from library_api.groups.v2 import V2Root

def use(v1: V1Root, v2: V2Root) -> None:
    titles: list[str] = [book.id for book in v2.books.iterate(tags=("a", "b"), since=datetime.now())]
    answer = v2.ask(question="why", history=[{"role": "asked", "text": "what"}], style="short", due="2026")
    at: datetime | None = answer.given_at
    for event in v1.ask_stream(question="why"):
        if event.event_type == "piece":
            text: str | None = event.text
    vectors = v2.embed(texts=["a"])
    if vectors.response_type == "by_type" and vectors.embeddings:
        same: list[list[float]] | None = vectors.embeddings.float or vectors.embeddings.float_
        whole: list[list[int]] | None = vectors.embeddings.int8
    if vectors.response_type == "floats":
        floats: list[list[float]] | None = vectors.embeddings
    book = v2.with_raw_response.books.create(title="t", data=("name", b"text", "text/plain")).data
    nothing: None = v2.with_raw_response.books.delete("b", 1).data
    pages: list[str] | None = book.list
    raw: str = v2.with_raw_response.audio.readings.create(language="en", file=b"").data.id
    v2.books.lend(request={"to": "me"})
    v2.books.list(sort="sideways")  # error
    v2.ask(question="why", style="odd")  # error
    v2.ask(question=5)  # error
    v2.books.get()  # error

async def use_async(v1: AsyncV1Root) -> None:
    async for event in v1.ask_stream(question="why"):
        event.event_type
    loans: list[str] = [loan async for loan in v1.books.iterate_loans()]
    token: str | None = (await v1.with_raw_response.books.list()).data.next_page_token
"""


def test_types_are_strict_and_known_to_programs(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "cohere_chat").mkdir()
    (tmp_path / "cohere_chat/__init__.pyi").write_text(STUBS)
    (tmp_path / "program.py").write_text(PROGRAM)
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file=", "-m", "program", "-p", "library_api"],
        cwd=tmp_path,
        env={**os.environ, "MYPYPATH": f"{tmp_path}:{folder}"},
        capture_output=True,
        text=True,
        check=False,
    )
    found = {int(line.split(":")[1]) for line in done.stdout.splitlines() if ": error:" in line}
    assert found == {n for n, line in enumerate(PROGRAM.splitlines(), 1) if "# error" in line}, done.stdout
