"""Runs of tools: what is sent, what is called, and what comes of it."""

from __future__ import annotations

import asyncio
import contextvars
import json
import threading
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import Any, NamedTuple

import attrs
import msgspec
import pydantic
import pytest
from cohere_chat import StreamInterruptedError, TextContent, ToolError, tool
from cohere_chat.emulator import Emulator
from support import CHAT, USER, Both
from toolcalls import ANSWER, asks, results_sent

MODEL = CHAT["model"]


@dataclass
class Forecast:
    sky: str
    day: date


def get_weather(city: str, days: int = 1) -> Forecast:
    """The weather in a city."""
    return Forecast(f"clear over {city}", date(2025, 12, 31) + timedelta(days))


def search(query: str) -> list[dict[str, str]]:
    """Search the web."""
    return [{"title": f"All about {query} in one text"}, {"title": f"More on {query}, which is good to know"}]


@pytest.fixture
def client(both: Both, cohere_emulator: Emulator) -> Any:
    return both.client(base_url=cohere_emulator.url)


def collect_texts(both: Both, stream: Any) -> str:
    return "".join(both.collect(stream.text_stream))


# ---------------------------------------------------------------- a round trip


@pytest.mark.parametrize("method", ["run_tools", "run_tools_stream"])
def test_it_calls_what_the_model_asks_for_and_tells_the_results(
    both: Both, client: Any, cohere_emulator: Emulator, method: str
) -> None:
    asked = asks(("get_weather", {"city": "Köln", "days": 2}), ("search", {"query": "Köln"}))
    cohere_emulator.reply_with(asked)
    cohere_emulator.reply_with(ANSWER)
    run = getattr(client, method)(**CHAT, tools=[get_weather, search], temperature=0.5)
    assert not cohere_emulator.requests
    reply = both.run(run.finish)
    assert reply is run.reply
    assert reply.text == ANSWER
    first, second = (request.body for request in cohere_emulator.requests)
    assert first["tools"] == [tool(get_weather).to_dict(), tool(search).to_dict()]
    assert first["temperature"] == second["temperature"] == 0.5
    assert second["messages"][:2] == [USER, {"role": "assistant", **asked["message"]}]
    assert second["messages"][2:] == [
        {
            "role": "tool",
            "tool_call_id": "call-0",
            "content": [
                {
                    "type": "document",
                    "document": {"id": "call-0:0", "data": {"sky": "clear over Köln", "day": "2026-01-02"}},
                }
            ],
        },
        {
            "role": "tool",
            "tool_call_id": "call-1",
            "content": [
                {"type": "document", "document": {"id": f"call-1:{i}", "data": item}}
                for i, item in enumerate(search("Köln"))
            ],
        },
    ]
    assert [result.value for result in run.results] == [Forecast("clear over Köln", date(2026, 1, 2)), search("Köln")]
    assert run.messages[-1] is reply.message
    assert "finished" in repr(run)
    # All of it can be sent again.
    both.chat(client, messages=run.messages)


def test_citations_lead_to_the_values_that_they_rest_on(both: Both, client: Any) -> None:
    def find_articles(query: str) -> list[dict[str, str]]:
        return search(query)

    messages = [{"role": "user", "content": 'Find articles on "owls", and tell the weather in Rome'}]
    run = client.run_tools(model=MODEL, messages=messages, tools=[get_weather, find_articles])
    both.run(run.finish)
    forecast, articles = (result.value for result in run.results)
    assert [cited.value for cited in run.citations] == [forecast, *articles]
    assert [cited.call.name for cited in run.citations] == ["get_weather", "find_articles", "find_articles"]
    for cited in run.citations:
        assert cited.text == run.reply.text[cited.citation.start : cited.citation.end]


def test_a_source_that_is_no_result_is_no_citation_of_the_run(
    both: Both, client: Any, cohere_emulator: Emulator
) -> None:
    sources = [{"type": "tool", "id": "other:0"}, {"type": "document", "id": "d"}]
    citation = {"start": 0, "end": 2, "text": "It", "sources": sources, "type": "TEXT_CONTENT"}
    content = [{"type": "text", "text": ANSWER}]
    cohere_emulator.reply_with({"message": {"content": content, "citations": [citation]}})
    run = client.run_tools(**CHAT, tools=[search])
    both.run(run.finish)
    assert run.citations == []


def test_the_stream_gives_the_events_of_all_turns_with_calls_and_results_between(
    both: Both, client: Any, cohere_emulator: Emulator
) -> None:
    cohere_emulator.reply_with(asks(("search", {"query": "a"}), ("nothing", {})))
    cohere_emulator.reply_with(ANSWER)
    events = both.collect(client.run_tools_stream(**CHAT, tools=[search]))
    types = [event.type for event in events]
    at = types.index("tool-step")
    assert types[:1] + types[at - 1 : at + 4] == [
        *("message-start", "message-end", "tool-step", "tool-result", "tool-result", "message-start"),
    ]
    assert types[-1] == "message-end"
    step, first, second = events[at : at + 3]
    assert [call.name for call in step.calls] == ["search", "nothing"]
    assert (first.value, first.problem) == (search("a"), None)
    assert "there is no tool 'nothing'" in second.problem


def test_the_texts_of_all_turns_come_as_one_stream(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    cohere_emulator.reply_with(asks(("search", {"query": "a"}), content=[{"type": "text", "text": "Wait. "}]))
    cohere_emulator.reply_with(ANSWER)
    run = client.run_tools_stream(**CHAT, tools=[search])
    assert collect_texts(both, run) == f"Wait. {ANSWER}"
    assert both.run(run.finish).text == ANSWER


def test_leaving_a_stream_closes_it(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    def read() -> Any:
        with client.run_tools_stream(**CHAT, tools=[search]) as run:
            next(run)
        return run

    async def aread() -> Any:
        async with client.run_tools_stream(**CHAT, tools=[search]) as run:
            await anext(run)
        return run

    run = both.run(read if both.kind == "sync" else aread)
    assert "closed" in repr(run._stream)
    unread = client.run_tools_stream(**CHAT, tools=[search])
    both.run(unread.close if both.kind == "sync" else unread.aclose)


@pytest.mark.parametrize("last", ["message-end", "tool-step", "tool-result"])
def test_a_stream_that_was_closed_makes_no_calls_and_sends_nothing(
    both: Both, client: Any, cohere_emulator: Emulator, last: str
) -> None:
    made: list[str] = []

    def buy(item: str) -> None:
        made.append(item)

    cohere_emulator.reply_with(asks(("buy", {"item": "a"}), ("buy", {"item": "b"})))
    run = client.run_tools_stream(**CHAT, tools=[buy], max_parallel_calls=1)

    def read() -> None:
        with run:
            next(event for event in run if event.type == last)
        for event in run:
            assert event.type == "tool-step"

    async def aread() -> None:
        async with run:
            await anext(event async for event in run if event.type == last)
        async for event in run:
            assert event.type == "tool-step"

    for _ in range(2):
        with pytest.raises(StreamInterruptedError, match="the stream is closed"):
            both.run(read if both.kind == "sync" else aread)
        read, aread = run.finish, run.finish
    assert made == (["a", "b"] if last == "tool-result" else [])
    assert len(cohere_emulator.requests) == 1


def test_a_run_that_is_finished_stays_so_when_its_stream_is_closed(both: Both, client: Any) -> None:
    run = client.run_tools_stream(**CHAT, tools=[search])
    reply = both.run(run.finish)
    both.run(run.close if both.kind == "sync" else run.aclose)
    assert both.run(run.finish) is reply


# ---------------------------------------------------------------- looking before the calls are made


def step_through(both: Both, run: Any, look: Any) -> None:
    """Iterate over a run, and look at each step."""

    def steps() -> None:
        for step in run:
            look(step)

    async def asteps() -> None:
        async for step in run:
            look(step)

    both.run(steps if both.kind == "sync" else asteps)


def test_calls_can_be_denied_and_changed(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    cohere_emulator.reply_with(
        asks(("search", {"query": "a"}), ("search", {"query": "b"}), ("get_weather", {"city": 1}))
    )
    cohere_emulator.reply_with(ANSWER)
    run = client.run_tools(**CHAT, tools=[search, get_weather])

    def look(step: Any) -> None:
        first, second, third = step.calls
        assert first.arguments == {"query": "a"}
        first.deny("not now")
        with pytest.raises(ValueError, match="query: must be string, not 3"):
            second.arguments = {"query": 3}
        assert second.arguments == {"query": "b"}
        second.arguments = {"query": "c"}
        assert "city: must be string" in third.problem
        third.arguments = {"city": "Paris"}
        third.arguments["city"] = "Rome"

    step_through(both, run, look)
    denied, searched, forecast = results_sent(cohere_emulator)
    assert denied == [{"error": "the call was denied: not now"}]
    assert searched == search("c")
    assert forecast == [{"sky": "clear over Rome", "day": "2026-01-01"}]


def test_calls_can_be_denied_turn_after_turn(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    cohere_emulator.reply_with(asks(("search", {"query": "a"})), times=3)
    cohere_emulator.reply_with(ANSWER)
    run = client.run_tools(**CHAT, tools=[search])
    step_through(both, run, lambda step: step.calls[0].deny("no"))
    assert run.reply.text == ANSWER
    assert run.results == []


def test_arguments_of_an_unknown_tool_cannot_be_set(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    cohere_emulator.reply_with(asks(("nothing", {})))

    def look(step: Any) -> None:
        with pytest.raises(ValueError, match="there is no tool 'nothing'"):
            step.calls[0].arguments = {}
        assert repr(step.calls[0]) == "<ToolCall nothing({})>"

    step_through(both, client.run_tools(**CHAT, tools=[search]), look)


def test_a_step_that_is_left_makes_no_calls(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    made = []

    def buy(item: str) -> str:
        made.append(item)
        return item

    cohere_emulator.reply_with(asks(("buy", {"item": "a"})))
    run = client.run_tools(**CHAT, tools=[buy])
    both.run(lambda: next(run) if both.kind == "sync" else anext(run))
    assert (made, run.messages) == ([], [USER])
    # finish() goes on with it, once.
    both.run(run.finish)
    both.run(run.finish)
    assert made == ["a"]
    assert len(cohere_emulator.requests) == 2


def test_there_is_no_reply_before_the_first(client: Any) -> None:
    with pytest.raises(RuntimeError, match="the run has no reply yet"):
        _ = client.run_tools(**CHAT, tools=[search]).reply


# ---------------------------------------------------------------- results


class Color(Enum):
    RED = "red"


class Pair(NamedTuple):
    a: int
    b: Decimal


class Model(pydantic.BaseModel):
    name: str


class Struct(msgspec.Struct, rename="upper"):
    name: str


@attrs.define
class Defined:
    _pair: Pair


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        ("text", [{"result": "text"}]),
        (None, [{"result": None}]),
        (3, [{"result": 3}]),
        ([], [{"result": []}]),
        ({}, [{"result": {}}]),
        ({"a": Color.RED}, [{"a": "red"}]),
        ([1, {"b": 2}], [{"result": 1}, {"b": 2}]),
        ((date(2026, 1, 2), [3]), [{"result": "2026-01-02"}, {"result": [3]}]),
        ({4}, [{"result": 4}]),
        (Pair(1, Decimal("0.10")), [{"a": 1, "b": "0.10"}]),
        (Defined(Pair(1, Decimal(2))), [{"pair": {"a": 1, "b": "2"}}]),
        (Model(name="m"), [{"name": "m"}]),
        (pydantic.RootModel[list[int]]([1]), [{"result": 1}]),
        (Struct(name="s"), [{"NAME": "s"}]),
        (TextContent(text="t"), [{"type": "text", "text": "t"}]),
        (MappingProxyType({"a": 1}), [{"a": 1}]),
        ({"a": frozenset({Pair(1, Decimal(2))})}, [{"a": [{"a": 1, "b": "2"}]}]),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_a_function_gives_is_told_as_documents(
    both: Both, client: Any, cohere_emulator: Emulator, value: Any, sent: Any
) -> None:
    def give() -> Any:
        return value

    cohere_emulator.reply_with(asks(("give", {})))
    cohere_emulator.reply_with(ANSWER)
    both.run(client.run_tools(**CHAT, tools=[give]).finish)
    assert results_sent(cohere_emulator) == [sent]


# ---------------------------------------------------------------- how calls are made


def test_calls_of_a_turn_are_made_at_the_same_time_and_told_in_their_order(
    both: Both, client: Any, cohere_emulator: Emulator
) -> None:
    """Each waits for the other."""
    barrier = threading.Barrier(2, timeout=30)

    def meet(name: str) -> str:
        barrier.wait()
        return name

    cohere_emulator.reply_with(asks(("meet", {"name": "a"}), ("meet", {"name": "b"})))
    cohere_emulator.reply_with(ANSWER)
    both.run(client.run_tools(**CHAT, tools=[meet]).finish)
    assert results_sent(cohere_emulator) == [[{"result": "a"}], [{"result": "b"}]]


@pytest.mark.parametrize("most", [1, 2])
def test_no_more_calls_than_allowed_are_made_at_the_same_time(
    both: Both, client: Any, cohere_emulator: Emulator, most: int
) -> None:
    """As many as allowed wait for each other, so that more would be there if they could."""
    lock, running, seen = threading.Lock(), Counter[str](), []
    barrier = threading.Barrier(most, timeout=30)

    def work(number: int) -> int:
        with lock:
            running["now"] += 1
            seen.append(running["now"])
        barrier.wait()
        with lock:
            running["now"] -= 1
        return number

    cohere_emulator.reply_with(asks(*(("work", {"number": number}) for number in range(6))))
    cohere_emulator.reply_with(ANSWER)
    both.run(client.run_tools(**CHAT, tools=[work], max_parallel_calls=most).finish)
    assert max(seen) == most
    assert results_sent(cohere_emulator) == [[{"result": number}] for number in range(6)]


def test_functions_see_the_context_variables_of_the_caller(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    user = contextvars.ContextVar("user", default="nobody")

    def who() -> str:
        return user.get()

    cohere_emulator.reply_with(asks(("who", {}), ("who", {})))
    cohere_emulator.reply_with(ANSWER)
    run = client.run_tools(**CHAT, tools=[who])

    def finish() -> Any:
        user.set("ada")
        return run.finish()

    async def afinish() -> Any:
        user.set("ada")
        return await run.finish()

    both.run(finish if both.kind == "sync" else afinish)
    assert [result.value for result in run.results] == ["ada", "ada"]


def test_asynchronous_functions_run_as_tasks_of_the_loop(cohere_emulator: Emulator) -> None:
    both = Both("async")
    client = both.client(base_url=cohere_emulator.url)
    loops = []

    async def one(name: str) -> str:
        loops.append(asyncio.get_running_loop())
        return name

    def other(name: str) -> Any:
        return one(name)

    cohere_emulator.reply_with(asks(("one", {"name": "a"}), ("other", {"name": "b"})))
    run = client.run_tools(**CHAT, tools=[one, other])
    both.run(run.finish)
    assert [result.value for result in run.results] == ["a", "b"]
    assert loops[0] is loops[1]
    both.close()


def test_tools_as_plain_dictionaries_work_as_well(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    cohere_emulator.reply_with(asks(("search", {"query": "a"})))
    cohere_emulator.reply_with(ANSWER)
    definition = tool(search).to_dict()
    run = client.run_tools(**CHAT, tools=[definition, get_weather], functions={"search": search})
    both.run(run.finish)
    assert cohere_emulator.requests[0].body["tools"][0] == definition
    assert results_sent(cohere_emulator) == [search("a")]


def test_a_required_choice_goes_out_in_the_first_turn_only(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    run = client.run_tools(**CHAT, tools=[search], tool_choice="REQUIRED", seed=1)
    both.run(run.finish)
    first, second = (request.body for request in cohere_emulator.requests)
    assert (first["tool_choice"], first["seed"], second["seed"]) == ("REQUIRED", 1, 1)
    assert "tool_choice" not in second


@pytest.mark.parametrize(
    ("options", "error", "problem"),
    [
        ({"max_turns": 0}, ValueError, "max_turns must be 1 or more, not 0"),
        ({"max_parallel_calls": 1.5}, TypeError, "max_parallel_calls must be an int, not float"),
        ({"max_turns": True}, TypeError, "max_turns must be an int, not bool"),
        ({"max_turns": 10**30}, ValueError, "max_turns must be 1 or more, not 1000"),
        ({"tool_timeout": 0}, ValueError, "tool_timeout must be a number of seconds above 0 and not above .*, not 0"),
        ({"tool_timeout": float("inf")}, ValueError, "tool_timeout must be a number of seconds .*, not inf"),
        ({"tool_timeout": 1e10}, ValueError, "tool_timeout must be a number of seconds .*, not 10000000000.0"),
        ({"tool_timeout": "30"}, TypeError, "tool_timeout must be seconds, not str"),
        ({"tool_timeout": True}, TypeError, "tool_timeout must be seconds, not bool"),
        ({"messages": "Hello!"}, TypeError, "messages must be a list, not str"),
    ],
)
def test_wrong_options_are_refused_at_once(client: Any, options: Any, error: type[Exception], problem: str) -> None:
    with pytest.raises(error, match=problem):
        client.run_tools(**{**CHAT, **options}, tools=[search])


@pytest.mark.parametrize("name", ["run_tools", "run_tools_stream", "conversation"])
@pytest.mark.parametrize(("wrong", "meant"), [("temprature", "temperature"), ("max_turn", "max_turns")])
def test_an_unknown_parameter_is_refused_at_once(client: Any, name: str, wrong: str, meant: str) -> None:
    with pytest.raises(TypeError, match=rf"{name}\(\) has no argument '{wrong}'; did you mean '{meant}'\?"):
        getattr(client, name)(model="m", tools=[search], **{wrong: 1})


@pytest.mark.parametrize("method", ["run_tools", "run_tools_stream"])
def test_each_request_sends_what_iterators_gave(
    both: Both, client: Any, cohere_emulator: Emulator, method: str
) -> None:
    cohere_emulator.reply_with(asks(("search", {"query": "a"})))
    given = {"documents": (text for text in ["a", "b"]), "stop_sequences": iter(["END"])}
    both.run(getattr(client, method)(**CHAT, tools=[search], **given).finish)
    sent = [(request.body["documents"], request.body["stop_sequences"]) for request in cohere_emulator.requests]
    assert sent == [(["a", "b"], ["END"])] * 2


def test_a_tool_error_is_told_to_the_model(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    def fail(why: str) -> None:
        raise ToolError(f"no {why}")

    cohere_emulator.reply_with(asks(("fail", {"why": "stock"})))
    cohere_emulator.reply_with(ANSWER)
    run = client.run_tools(**CHAT, tools=[fail])
    both.run(run.finish)
    assert results_sent(cohere_emulator) == [[{"error": "no stock"}]]
    assert run.results == []
    assert json.dumps(run.messages[-2]["content"][0]["document"]) == json.dumps(
        {"id": "call-0:0", "data": {"error": "no stock"}}
    )


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({"tools": search}, "tools must be a list of functions or definitions, not function"),
        ({"tools": None}, "tools must be a list of functions or definitions, not NoneType"),
        ({"tools": {"type": "function"}}, "tools must be a list of functions or definitions, not dict"),
        ({"tools": [search], "functions": [search]}, "functions must be a dict of functions by their names, not list"),
    ],
)
def test_tools_of_the_wrong_kind_are_refused(client: Any, arguments: dict[str, Any], problem: str) -> None:
    with pytest.raises(TypeError, match=problem):
        client.run_tools(**CHAT, **arguments)
    with pytest.raises(TypeError, match=problem):
        client.conversation(model=MODEL, **arguments)
