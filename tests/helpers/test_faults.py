"""Faults that helpers are known for, each with what the caller gets."""

from __future__ import annotations

import asyncio
import copy
import pickle
import re
import threading
from typing import Any

import cohere_chat
import pytest
from cohere_chat import AnswerError, ToolRunError, TruncatedError, TurnLimitError
from cohere_chat.emulator import Emulator
from rawserver import RawServer, http
from streams import REPLY
from support import CHAT, USER, Both
from toolcalls import ANSWER, asks, results_sent

BOOK = '{"title": "Moby Dick"}'
Book = dict[str, str]


class Shop:
    """Tools that note their calls."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def look(self, item: str) -> str:
        self.made.append(item)
        return f"here is {item}"

    def steal(self, item: str) -> str:
        raise PermissionError(f"not {item}")

    def photograph(self, item: str) -> object:
        return {item: object()}


@pytest.fixture
def shop() -> Shop:
    return Shop()


@pytest.fixture
def client(both: Both, cohere_emulator: Emulator) -> Any:
    return both.client(base_url=cohere_emulator.url)


@pytest.fixture
def run(client: Any, shop: Shop) -> Any:
    return client.run_tools(**CHAT, tools=[shop.look, shop.steal, shop.photograph])


def stops(both: Both, run: Any, problem: str, kind: type[ToolRunError] = ToolRunError) -> ToolRunError:
    """The error that a run stops with."""
    with pytest.raises(kind, match=problem) as caught:
        both.run(run.finish)
    assert caught.value.run is run
    return caught.value


# ---------------------------------------------------------------- answers


def test_01_an_answer_that_was_cut_short_is_truncated_and_not_bad_json(
    both: Both, client: Any, cohere_emulator: Emulator
) -> None:
    cohere_emulator.reply_with(BOOK)
    with pytest.raises(TruncatedError, match=r"cut short .*MAX_TOKENS"):
        both.run(lambda: client.chat_parse(Book, **CHAT, max_tokens=3))


def test_02_commentary_is_not_parsed_as_the_answer(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    cohere_emulator.reply_with(f"Sure! {BOOK}")
    with pytest.raises(AnswerError, match="not valid JSON") as caught:
        both.run(lambda: client.chat_parse(Book, **CHAT))
    assert caught.value.text == f"Sure! {BOOK}"


def test_03_a_dictionary_keeps_what_is_in_it(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    cohere_emulator.reply_with('{"any": "thing", "goes": "here"}')
    answer = both.run(lambda: client.chat_parse(Book, **CHAT))
    assert answer.value == {"any": "thing", "goes": "here"}
    schema = cohere_emulator.requests[0].body["response_format"]["json_schema"]
    assert schema == {"type": "object", "additionalProperties": {"type": "string"}}


def test_04_a_reply_that_failed_is_no_answer_though_its_text_reads_well(
    both: Both, client: Any, cohere_emulator: Emulator
) -> None:
    cohere_emulator.reply_with({"message": {"content": [{"type": "text", "text": BOOK}]}, "finish_reason": "ERROR"})
    with pytest.raises(AnswerError, match="the reply failed"):
        both.run(lambda: client.chat_parse(Book, **CHAT))


def test_05_a_stream_that_is_cut_is_no_answer_though_its_text_is_whole(
    both: Both, client: Any, cohere_emulator: Emulator
) -> None:
    cohere_emulator.reply_with('{"a": "b"}')
    cohere_emulator.fail_next(cut=8)
    stream = client.chat_parse_stream(Book, **CHAT)
    with pytest.raises(cohere_chat.StreamInterruptedError):
        both.collect(stream.partials)
    with pytest.raises(cohere_chat.StreamInterruptedError):
        both.run(stream.final_value)


# ---------------------------------------------------------------- calls that are wrong


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (("look", {"item": 3}), "item: must be string, not 3"),
        (("look", {}), "item: is missing"),
        (("look", {"item": "a", "color": "red"}), "color: is unknown; known are item"),
        (("look", '{"item": "a'), "not valid JSON: Unterminated string"),
        (("look", "[]"), "must be object"),
        (("", {}), "there is no tool ''"),
        (("lok", {"item": "a"}), "there is no tool 'lok'; there are look, steal, photograph"),
    ],
    ids=["06 wrong type", "07 missing", "08 unknown", "09 broken JSON", "no object", "no name", "10 unknown tool"],
)
def test_06_to_10_wrong_arguments_go_back_to_the_model(
    both: Both, run: Any, cohere_emulator: Emulator, shop: Shop, call: Any, told: str
) -> None:
    cohere_emulator.reply_with(asks(call, ("look", {"item": "b"})))
    cohere_emulator.reply_with(ANSWER)
    assert both.run(run.finish).text == ANSWER
    [[wrong], right] = results_sent(cohere_emulator)
    assert told in wrong["error"]
    assert right == [{"result": "here is b"}]
    assert shop.made == ["b"]


@pytest.mark.off_contract
@pytest.mark.parametrize(
    ("function", "told"),
    [
        ({"name": "look", "arguments": {"item": "a"}}, {"result": "here is a"}),
        ({"name": "look", "arguments": ["a"]}, {"error": 'must be object, not ["a"]'}),
        ({"name": "look", "arguments": None}, {"error": "item: is missing"}),
        ({"name": ["look"], "arguments": "{}"}, {"error": "there is no tool \"['look']\"; there are look"}),
        ("look", {"error": "there is no tool ''; there are look"}),
    ],
    ids=["an object as arguments", "a list as arguments", "no arguments", "a list as name", "a text as function"],
)
def test_calls_of_another_form_are_made_or_go_back_to_the_model(
    both: Both, shop: Shop, function: Any, told: dict[str, str]
) -> None:
    call = {"id": "call-0", "type": "function", "function": function}
    with RawServer(http(200, {"message": {"role": "assistant", "tool_calls": [call]}}), http(200, REPLY)) as server:
        both.run(both.client(base_url=server.url).run_tools(**CHAT, tools=[shop.look]).finish)
        _, body = server.requests[-1]
    assert [item["document"]["data"] for item in body["messages"][-1]["content"]] == [told]


@pytest.mark.parametrize(
    ("calls", "ids"),
    [
        ([None], "[None]"),
        (["look"], "[None]"),
        ({"id": "call-0"}, "[None]"),
        (1, "[None]"),
        ([{"id": ["a"]}, {"id": ["a"]}], "[['a'], ['a']]"),
    ],
)
def test_calls_without_a_good_id_stop_the_run(both: Both, shop: Shop, calls: Any, ids: str) -> None:
    with RawServer(http(200, {"message": {"tool_calls": calls}})) as server:
        run = both.client(base_url=server.url).run_tools(**CHAT, tools=[shop.look])
        stops(both, run, re.escape(f"calls without an id of their own: {ids}; none was made"))


def test_11_wrong_arguments_in_two_turns_stop_the_run(
    both: Both, run: Any, cohere_emulator: Emulator, shop: Shop
) -> None:
    cohere_emulator.reply_with(asks(("look", {})))
    cohere_emulator.reply_with(asks(("look", {"item": "a"}), ("look", {"item": 1})))
    error = stops(both, run, "look: wrong arguments in two turns: item: must be string, not 1")
    assert error.call is not None
    assert error.call.id == "call-1"
    assert shop.made == []
    assert len(run.messages) == 3


def test_wrong_arguments_in_turns_that_do_not_follow_each_other_do_not_stop_it(
    both: Both, run: Any, cohere_emulator: Emulator
) -> None:
    for arguments in ({}, {"item": "a"}, {}):
        cohere_emulator.reply_with(asks(("look", arguments)))
    cohere_emulator.reply_with(ANSWER)
    assert both.run(run.finish).text == ANSWER


@pytest.mark.parametrize("ids", [("a", "a"), ("a", "")], ids=["12 twice", "none"])
def test_12_two_calls_with_one_id_stop_the_run(
    both: Both, run: Any, cohere_emulator: Emulator, shop: Shop, ids: Any
) -> None:
    asked = asks(("look", {"item": "a"}), ("look", {"item": "b"}))
    for call, id in zip(asked["message"]["tool_calls"], ids, strict=True):
        call["id"] = id
    cohere_emulator.reply_with(asked)
    stops(both, run, "calls without an id of their own")
    assert (shop.made, run.messages) == ([], [USER])


@pytest.mark.parametrize("reason", ["MAX_TOKENS", "ERROR", "TIMEOUT"])
def test_13_calls_in_a_reply_that_was_cut_are_not_made(
    both: Both, run: Any, cohere_emulator: Emulator, shop: Shop, reason: str
) -> None:
    asked = asks(("look", {"item": "a"}), content=[{"type": "text", "text": "Wait."}])
    cohere_emulator.reply_with({**asked, "finish_reason": reason})
    stops(both, run, f"the reply was cut \\({reason}\\)")
    assert (shop.made, run.messages) == ([], [USER])


def test_a_plan_that_was_cut_before_its_calls_is_no_answer(both: Both, run: Any, cohere_emulator: Emulator) -> None:
    cohere_emulator.reply_with({"message": {"tool_plan": "I will"}, "finish_reason": "MAX_TOKENS"})
    stops(both, run, "the reply was cut")


def test_a_text_that_was_cut_is_given_as_chat_gives_it(both: Both, run: Any, cohere_emulator: Emulator) -> None:
    content = [{"type": "text", "text": "It is"}]
    cohere_emulator.reply_with({"message": {"content": content}, "finish_reason": "MAX_TOKENS"})
    assert both.run(run.finish).finish_reason == "MAX_TOKENS"


# ---------------------------------------------------------------- tools that fail


def test_14_an_exception_of_a_tool_stops_the_run_which_can_go_on_from_its_messages(
    both: Both, client: Any, run: Any, cohere_emulator: Emulator, shop: Shop
) -> None:
    cohere_emulator.reply_with(asks(("look", {"item": "a"}), ("steal", {"item": "b"}), ("look", {"item": "c"})))
    cohere_emulator.reply_with(ANSWER)
    error = stops(both, run, "steal: PermissionError: not b")
    assert isinstance(error.__cause__, PermissionError)
    assert error.call is not None
    assert error.call.name == "steal"
    assert run.messages == [USER]
    assert [(result.call.id, result.value) for result in run.results] == [
        ("call-0", "here is a"),
        ("call-2", "here is c"),
    ]
    again = client.run_tools(**{**CHAT, "messages": run.messages}, tools=[shop.look])
    assert both.run(again.finish).text == ANSWER
    for other in (copy.copy(error), pickle.loads(pickle.dumps(error))):
        assert (str(other), other.run, type(other)) == (str(error), None, ToolRunError)


def test_15_a_result_that_cannot_be_serialised_names_the_tool(both: Both, run: Any, cohere_emulator: Emulator) -> None:
    cohere_emulator.reply_with(asks(("photograph", {"item": "a"})))
    stops(both, run, "photograph: TypeError: object can't be serialised to JSON")
    assert run.messages == [USER]


@pytest.mark.parametrize(
    ("value", "problem"),
    [(float("nan"), "ValueError: Out of range float"), ((i for i in ()), "generator"), (Shop, "type can't be")],
)
def test_results_that_json_has_no_form_for_stop_the_run(
    both: Both, client: Any, cohere_emulator: Emulator, value: Any, problem: str
) -> None:
    def give() -> Any:
        return value

    cohere_emulator.reply_with(asks(("give", {})))
    stops(both, client.run_tools(**CHAT, tools=[give]), f"give: .*{problem}")


def test_a_result_that_contains_itself_stops_the_run(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    def give() -> Any:
        loop: list[Any] = []
        loop.append(loop)
        return loop

    cohere_emulator.reply_with(asks(("give", {})))
    stops(both, client.run_tools(**CHAT, tools=[give]), "give: ValueError: nested too deeply for JSON")


def test_16_a_tool_that_hangs_is_left_and_the_model_is_told(both: Both, cohere_emulator: Emulator) -> None:
    released, left = threading.Event(), []

    def hang(item: str) -> str:
        left.append(threading.current_thread())
        released.wait()
        return item

    cohere_emulator.reply_with(asks(("hang", {"item": "a"}), ("hang", {"item": "b"})))
    cohere_emulator.reply_with(ANSWER)
    other = Both(both.kind)
    client = other.client(base_url=cohere_emulator.url)
    run = client.run_tools(**CHAT, tools=[hang], tool_timeout=0.05, max_parallel_calls=1)
    assert other.run(run.finish).text == ANSWER
    assert results_sent(cohere_emulator) == [[{"error": "no result within 0.05 seconds"}]] * 2
    # What it gives later is heard by nobody, even if the loop is closed by then.
    other.close()
    released.set()
    for thread in left:
        thread.join()


def test_what_a_tool_gives_too_late_is_not_taken_for_a_result(
    both: Both, client: Any, cohere_emulator: Emulator
) -> None:
    released, left = threading.Event(), []

    def hang() -> None:
        left.append(threading.current_thread())
        released.wait()

    def release() -> str:
        released.set()
        left[0].join()
        return "released"

    cohere_emulator.reply_with(asks(("hang", {}), ("release", {})))
    cohere_emulator.reply_with(ANSWER)
    both.run(client.run_tools(**CHAT, tools=[hang, release], tool_timeout=0.5, max_parallel_calls=1).finish)
    assert results_sent(cohere_emulator) == [[{"error": "no result within 0.5 seconds"}], [{"result": "released"}]]


def test_17_an_asynchronous_tool_that_hangs_is_cancelled(cohere_emulator: Emulator) -> None:
    both, cancelled = Both("async"), []

    async def hang() -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            cancelled.append(True)
            raise

    cohere_emulator.reply_with(asks(("hang", {})))
    cohere_emulator.reply_with(ANSWER)
    client = both.client(base_url=cohere_emulator.url)
    both.run(client.run_tools(**CHAT, tools=[hang], tool_timeout=0.01).finish)
    assert cancelled == [True]
    assert results_sent(cohere_emulator) == [[{"error": "no result within 0.01 seconds"}]]
    both.close()


def test_a_timeout_of_the_tool_itself_is_its_own(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    def fetch() -> None:
        raise TimeoutError("the database does not answer")

    async def afetch() -> None:
        fetch()

    function = fetch if both.kind == "sync" else afetch
    cohere_emulator.reply_with(asks((function.__name__, {})))
    stops(both, client.run_tools(**CHAT, tools=[function], tool_timeout=60), "fetch: TimeoutError: the database")


def test_18_cancelling_the_run_cancels_its_calls(cohere_emulator: Emulator) -> None:
    both = Both("async")
    client = both.client(base_url=cohere_emulator.url)
    cohere_emulator.reply_with(asks(("hang", {}), ("hang", {})))
    cancelled = []

    async def main() -> Any:
        begun = asyncio.Event()

        async def hang() -> None:
            begun.set()
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                cancelled.append(True)
                raise

        run = client.run_tools(**CHAT, tools=[hang])
        task = asyncio.create_task(run.finish())
        await begun.wait()
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return run

    run = both.run(main)
    assert cancelled == [True, True]
    assert run.messages == [USER]
    both.close()


def test_a_tool_that_cancels_itself_stops_the_run(cohere_emulator: Emulator) -> None:
    both = Both("async")
    client = both.client(base_url=cohere_emulator.url)

    async def leave() -> None:
        raise asyncio.CancelledError

    cohere_emulator.reply_with(asks(("leave", {})))
    stops(both, client.run_tools(**CHAT, tools=[leave]), "leave: CancelledError")
    both.close()


def test_a_tool_that_exits_stops_the_run_and_no_thread_is_lost(
    both: Both, client: Any, cohere_emulator: Emulator
) -> None:
    def leave() -> None:
        raise SystemExit(3)

    cohere_emulator.reply_with(asks(("leave", {}), ("leave", {})))
    stops(both, client.run_tools(**CHAT, tools=[leave]), "leave: SystemExit: 3")


# ---------------------------------------------------------------- runs without an end, and without calls


@pytest.mark.parametrize("method", ["run_tools", "run_tools_stream"])
def test_19_a_model_that_asks_without_end_is_stopped(
    both: Both, client: Any, cohere_emulator: Emulator, shop: Shop, method: str
) -> None:
    cohere_emulator.reply_with(asks(("look", {"item": "a"})), times=9)
    run = getattr(client, method)(**CHAT, tools=[shop.look], max_turns=3)
    problem = "the model still asks for calls after max_turns=3 requests"
    stops(both, run, problem, TurnLimitError)
    # Calls of the last turn are not made, since nobody would be told of them.
    assert shop.made == ["a", "a"]
    assert [message["role"] for message in cohere_emulator.requests[-1].body["messages"]] == [
        *("user", "assistant", "tool", "assistant", "tool"),
    ]
    assert run.reply.message.tool_calls
    assert len(run.messages) == 5
    assert "3 of at most 3 requests" in repr(run)
    stops(both, run, problem, TurnLimitError)
    assert len(cohere_emulator.requests) == 3


def test_20_a_reply_without_calls_where_they_were_required_is_given_as_it_is(
    both: Both, client: Any, cohere_emulator: Emulator, shop: Shop
) -> None:
    cohere_emulator.reply_with(ANSWER)
    run = client.run_tools(**CHAT, tools=[shop.look], tool_choice="REQUIRED")
    assert both.run(run.finish).text == ANSWER
    assert run.results == []


@pytest.mark.parametrize("method", ["run_tools", "run_tools_stream"])
def test_21_an_http_error_between_turns_loses_nothing(
    both: Both, client: Any, cohere_emulator: Emulator, shop: Shop, method: str
) -> None:
    cohere_emulator.reply_with(asks(("look", {"item": "a"})))
    cohere_emulator.reply_with(ANSWER)

    def look(item: str) -> str:
        cohere_emulator.fail_next(status=400)
        return shop.look(item)

    run = getattr(client, method)(**CHAT, tools=[look])
    with pytest.raises(cohere_chat.BadRequestError):
        both.run(run.finish)
    assert not run.is_finished
    assert len(run.messages) == 3
    again = client.run_tools(**{**CHAT, "messages": run.messages}, tools=[look])
    assert both.run(again.finish).text == ANSWER
    assert shop.made == ["a"]


def test_22_a_turn_of_a_conversation_that_fails_leaves_no_trace(
    both: Both, client: Any, cohere_emulator: Emulator, shop: Shop
) -> None:
    chat = client.conversation(model=CHAT["model"], tools=[shop.steal])
    cohere_emulator.reply_with(asks(("steal", {"item": "a"})))
    cohere_emulator.reply_with(ANSWER)
    with pytest.raises(ToolRunError):
        both.run(lambda: chat.say("Take it"))
    assert chat.messages == []
    both.run(lambda: chat.say("Leave it"))
    assert cohere_emulator.requests[-1].body["messages"][0]["content"] == "Leave it"


def test_23_an_empty_reply_is_not_sent_back(both: Both, run: Any, cohere_emulator: Emulator) -> None:
    cohere_emulator.reply_with({"message": {"content": []}})
    assert both.run(run.finish).text == ""
    assert run.messages == [USER]
