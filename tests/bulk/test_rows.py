"""Row functions: what is asked, what comes back, and other engines."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from typing import Any, ClassVar

import cloudpickle
import cohere_chat
import pytest
from cohere_chat import bulk
from cohere_chat.emulator import Emulator

MODEL = "command-a-plus-05-2026"
CHAT = bulk.ChatRow(model=MODEL, prompt="text", temperature=0.5, k=None)
EMBED = bulk.EmbedRow(text="text", model="embed-v4.0", input_type="classification")
RERANK = bulk.RerankRow(query="q", documents="docs", model="rerank-v3.5", top_n=2)


@pytest.fixture
def emulator(monkeypatch: pytest.MonkeyPatch) -> Iterator[Emulator]:
    emulator = Emulator()
    with emulator as url:
        monkeypatch.setenv("CO_API_URL", url)
        monkeypatch.setenv("CO_API_KEY", "very-secret")
        yield emulator


@pytest.fixture(autouse=True)
def _closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Rows of other engines keep their clients as long as the process; tests close them."""
    made: list[Any] = []

    class Client(cohere_chat.ClientV2):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            made.append(self)

    monkeypatch.setattr(cohere_chat, "ClientV2", Client)
    yield
    for client in made:
        client.close()
    for function in (CHAT, EMBED, RERANK):
        function._client = None


def by_length(row: Any) -> dict[str, Any]:
    if row["text"] == "raise":
        raise KeyError("no")
    if row["text"] == "list":
        return []  # type: ignore[return-value]
    return {"model": MODEL, "messages": [{"role": "user", "content": row["text"]}], "max_tokens": len(row["text"])}


def test_a_prompt_is_the_users_message() -> None:
    assert CHAT.request([CHAT.read({"text": "a", "id": 3})]) == {
        "model": MODEL,
        "temperature": 0.5,
        "messages": [{"role": "user", "content": "a"}],
    }


MESSAGES = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "a"}]


@pytest.mark.parametrize(
    "value", [MESSAGES, tuple(MESSAGES), json.dumps(MESSAGES), [{**each, "tool_calls": None} for each in MESSAGES]]
)
def test_messages_are_a_list_or_its_json(value: Any) -> None:
    assert bulk.ChatRow(model=MODEL, messages="m").read({"m": value}) == {"messages": MESSAGES}


class Array(list[Any]):
    """What numpy has for a column."""

    dtype: ClassVar[str] = "object"
    ndim: ClassVar[int] = 1

    def tolist(self) -> list[Any]:
        return list(self)


def test_messages_may_be_an_array() -> None:
    assert bulk.ChatRow(model=MODEL, messages="m").read({"m": Array(MESSAGES)}) == {"messages": MESSAGES}


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (None, "the column 'm' is null"),
        ("", "is neither a list nor the JSON of one"),
        ('"a"', "must hold a list, not str"),
        ({}, "must hold a list, not dict"),
        ([], "is an empty list"),
        (["a"], "must hold messages such as"),
    ],
)
def test_messages_that_are_none_are_told(value: Any, told: str) -> None:
    with pytest.raises(bulk.RowError, match=told):
        bulk.ChatRow(model=MODEL, messages="m").read({"m": value})


def test_a_function_gives_the_parameters() -> None:
    row = bulk.ChatRow(by_length, temperature=0)
    assert row.request([row.read({"text": "ab"})]) == {"temperature": 0, **by_length({"text": "ab"})}
    assert row.columns() == ()
    with pytest.raises(bulk.RowError, match="the function raised KeyError: 'no'"):
        row.read({"text": "raise"})
    with pytest.raises(bulk.RowError, match="the function gave list, not a dict"):
        row.read({"text": "list"})


def test_documents_are_texts() -> None:
    assert RERANK.read({"q": "a", "docs": '["x", "y"]'}) == {"query": "a", "documents": ["x", "y"]}
    with pytest.raises(bulk.RowError, match="the column 'docs' must hold texts only"):
        RERANK.read({"q": "a", "docs": ["x", 1]})


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda: bulk.ChatRow(model=MODEL), r"needs one of: a function, prompt=COLUMN, messages=COLUMN"),
        (lambda: bulk.ChatRow(model=MODEL, prompt="a", messages="b"), "needs one of"),
        (lambda: bulk.ChatRow("text", model=MODEL), "takes a function, not str; for a column, say prompt='text'"),  # type: ignore[arg-type]
        (lambda: bulk.ChatRow(model=MODEL, prompt=3), r"ChatRow\(prompt=...\) must be the name of a column, not 3"),  # type: ignore[arg-type]
        (lambda: bulk.ChatRow(prompt="a"), r"ChatRow\(\) needs 'model'"),
        (lambda: bulk.ChatRow(prompt="a", temprature=1), "no parameter 'temprature'; did you mean 'temperature'?"),
        (lambda: bulk.ChatRow(prompt="a", zzzzzz=1), "no parameter 'zzzzzz'; known are citation_options, documents"),
        (lambda: bulk.EmbedRow(text="a", model="m", input_type="x", texts=[]), r"EmbedRow\(\): 'texts' comes from the"),
        (lambda: bulk.EmbedRow(text="a", model="m"), r"EmbedRow\(\) needs 'input_type'"),
        (lambda: bulk.RerankRow(query="a", documents="", model="m"), r"RerankRow\(documents=...\) must be the name"),
    ],
)
def test_wrong_parameters_are_told_when_a_row_function_is_made(make: Any, told: str) -> None:
    with pytest.raises(TypeError, match=told):
        make()


def test_the_fingerprint_is_what_decides_about_the_requests() -> None:
    assert CHAT.fingerprint() == {"operation": "chat", "prompt": "text", "model": MODEL, "temperature": 0.5}
    assert RERANK.fingerprint()["documents"] == "docs"
    assert bulk.ChatRow(by_length).fingerprint()["function"] == f"{__name__}.by_length"
    assert bulk.ChatRow(Callable_()).fingerprint()["function"] == f"{__name__}.Callable_"
    schema = bulk.ChatRow(model=MODEL, prompt="text", schema=list[int]).fingerprint()["schema"]
    assert schema["properties"]["value"] == {"type": "array", "items": {"type": "integer"}}
    with pytest.raises(TypeError, match="JSON has no form for"):
        bulk.ChatRow(model=MODEL, prompt="text", schema=Iterator).fingerprint()


class Callable_:
    def __call__(self, row: Any) -> Any:
        return by_length(row)


def test_its_repr_tells_what_it_is() -> None:
    assert repr(RERANK) == "RerankRow(query='q', documents='docs', model='rerank-v3.5', top_n=2)"


@pytest.mark.parametrize("pickler", [pickle, cloudpickle])
def test_row_functions_can_be_pickled_also_after_use_and_never_hold_the_key(emulator: Emulator, pickler: Any) -> None:
    for function in (
        CHAT,
        EMBED,
        RERANK,
        bulk.ChatRow(by_length),
        bulk.ChatRow(model=MODEL, prompt="text", schema=str),
    ):
        row = {"text": "Answer in JSON", "q": "a", "docs": ["x"]}
        first = function(row)
        pickled = pickler.dumps(function)
        assert b"very-secret" not in pickled
        assert pickle.loads(pickled)(row).keys() == first.keys()


def test_cloudpickle_takes_functions_that_are_local(emulator: Emulator) -> None:
    length = 5
    row = bulk.ChatRow(lambda row: {**by_length(row), "max_tokens": length})
    assert "reply" in pickle.loads(cloudpickle.dumps(row))({"text": "Hello"})


def test_called_with_a_row_it_gives_the_row_and_the_reply(emulator: Emulator) -> None:
    made = CHAT({"text": "Hello", "id": 7})
    assert list(made) == ["text", "id", "reply"]
    assert "Hello" in made["reply"]["message"]["content"][0]["text"]
    vector = EMBED({"text": "Hello"})["reply"]["embeddings"]["float"]
    assert len(vector) == 1
    assert len(RERANK({"q": "a", "docs": ["a", "b"]})["reply"]["results"]) == 2
    assert bulk.ChatRow(model=MODEL, prompt="text", schema=list[str])({"text": "In JSON"})["value"]
    with pytest.raises(bulk.RowError, match="the column 'text' is missing"):
        CHAT({"txt": "Hello"})


def test_called_with_a_batch_it_gives_the_batch_and_the_replies(emulator: Emulator) -> None:
    texts = Array(f"text {n}" for n in range(100))
    made = EMBED({"text": texts, "id": Array(range(100))})
    assert list(made) == ["text", "id", "reply"]
    assert [len(reply["embeddings"]["float"]) for reply in made["reply"]] == [1] * 100
    assert [len(request.body["texts"]) for request in emulator.requests] == [96, 4]
    made = CHAT({"text": Array(["a", "b"])})
    assert ["a" in made["reply"][0]["message"]["content"][0]["text"], len(made["reply"])] == [True, 2]
    assert EMBED({"text": Array([])})["reply"] == []


def test_a_row_with_an_array_of_messages_is_no_batch(emulator: Emulator) -> None:
    function = bulk.ChatRow(model=MODEL, messages="m")
    assert "message" in function({"m": Array(MESSAGES)})["reply"]
    assert len(function({"m": Array([MESSAGES, MESSAGES])})["reply"]) == 2


def test_answer_keeps_the_order_and_tells_what_failed(emulator: Emulator) -> None:
    rows = [{"text": f"text {n}" if n % 10 else None} for n in range(60)]
    made = list(bulk.answer(iter(rows), CHAT, in_flight=4))
    assert [row["text"] for row in made] == [row["text"] for row in rows]
    assert [list(row)[1] for row in made] == ["reply" if n % 10 else "error" for n in range(60)]
    assert made[0]["error"] == {"type": "RowError", "status": None, "message": "the column 'text' is null"}


def test_in_answer_each_row_of_a_group_fails_for_itself(emulator: Emulator) -> None:
    made = list(bulk.answer([{"text": "a"}, {"text": 3}, {"text": "b"}], EMBED))
    assert [list(row)[1] for row in made] == ["reply", "error", "reply"]
    assert list(bulk.answer([], EMBED)) == []
    assert len(list(bulk.answer([{"text": "a"}] * 97, EMBED, in_flight=1))) == 97


def test_answer_raises_what_no_row_can_help(emulator: Emulator) -> None:
    emulator.fail_next(status=401)
    with pytest.raises(cohere_chat.UnauthorizedError):
        list(bulk.answer([{"text": "a"}] * 10, CHAT))
    with pytest.raises(ValueError, match="in_flight must be 1 or more, not 0"):
        next(bulk.answer([], CHAT, in_flight=0))


def test_answer_reads_rows_as_they_are_needed(emulator: Emulator) -> None:
    read = []

    def rows() -> Iterator[Any]:
        for number in range(1000):
            read.append(number)
            yield {"text": "a"}

    answers = bulk.answer(rows(), CHAT, in_flight=2)
    next(answers)
    answers.close()  # type: ignore[attr-defined]
    assert len(read) < 10


def test_public_names_are_imported_when_they_are_needed() -> None:
    assert "ChatRow" in dir(bulk)
    with pytest.raises(AttributeError, match=r"module 'cohere_chat\.bulk' has no attribute 'nothing'"):
        bulk.nothing  # noqa: B018
