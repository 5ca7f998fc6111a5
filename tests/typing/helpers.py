"""Answers of types, tools and conversations as users write them, and the types that they get: run by nobody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypedDict, assert_type

import attrs
import pydantic
from cohere_chat import AnswerError, AsyncClientV2, ClientV2, ToolError, ToolRunError, ToolV2, V2ChatResponse, tool
from cohere_chat.helpers import Answer, Conversation, ParseStream, ToolCall, ToolCitation, ToolResult, ToolStep
from cohere_chat.types import ChatMessageV2Param

co = ClientV2("key")
aco = AsyncClientV2("key")
messages: list[ChatMessageV2Param] = [{"role": "user", "content": "x"}]


@dataclass
class Book:
    title: str


@attrs.define
class Author:
    name: str


class Model(pydantic.BaseModel):
    name: str


class Dictionary(TypedDict):
    name: str


def answers() -> None:
    book = co.chat_parse(Book, model="m", messages=messages)
    assert_type(book, Answer[Book])
    assert_type(book.value, Book)
    assert_type(book.reply, V2ChatResponse)
    assert_type(co.chat_parse(Author, model="m", messages=messages, retries=2, temperature=0).value, Author)
    assert_type(co.chat_parse(Model, model="m", messages=messages).value, Model)
    assert_type(co.chat_parse(Dictionary, model="m", messages=messages).value, Dictionary)
    assert_type(co.chat_parse(list[Book], model="m", messages=messages).value, list[Book])
    assert_type(co.chat_parse(int, model="m", messages=messages).value, int)
    # Type checkers have no words yet for a type that is no class.
    union: int | str = co.chat_parse(int | str, model="m", messages=messages).value
    choice: Literal["a", "b"] = co.chat_parse(Literal["a", "b"], model="m", messages=messages).value
    print(union, choice)


def streamed() -> None:
    with co.chat_parse_stream(Book, model="m", messages=messages) as stream:
        assert_type(stream, ParseStream[Book])
        for partial in stream.partials:
            assert_type(partial, Any)
        assert_type(stream.final_value(), Book)
        assert_type(stream.final_answer(), Answer[Book])


def get_weather(city: Annotated[str, "Name of the city"], days: int = 1) -> str:
    if not city:
        raise ToolError("which city?")
    return f"{city} {days}"


async def search(query: str) -> list[str]:
    return [query]


def runs() -> None:
    assert_type(tool(get_weather), ToolV2)
    run = co.run_tools(model="m", messages=messages, tools=[get_weather, tool(get_weather)], max_turns=3)
    for step in run:
        assert_type(step, ToolStep)
        assert_type(step.calls, list[ToolCall])
        step.calls[0].deny("not now")
        step.calls[0].arguments = {"city": "Rome"}
    assert_type(run.reply, V2ChatResponse)
    assert_type(run.messages, list[ChatMessageV2Param])
    assert_type(run.citations, list[ToolCitation])
    assert_type(run.results, list[ToolResult])
    for event in co.run_tools_stream(model="m", messages=messages, tools=[get_weather]):
        if event.type == "tool-step":
            assert_type(event, ToolStep)
        elif event.type == "tool-result":
            assert_type(event, ToolResult)
            assert_type(event.problem, str | None)
        elif event.type == "content-delta" and event.delta and event.delta.message and event.delta.message.content:
            assert_type(event.delta.message.content.text, str | None)


def conversations() -> None:
    chat = co.conversation(
        model="m",
        system="Be brief.",
        tools=[get_weather],
        max_history_tokens=1000,
        temperature=0.3,
        safety_mode="STRICT",
        request_options={"timeout": 9},
    )
    assert_type(chat, Conversation)
    assert_type(chat.say("Hello!"), V2ChatResponse)
    assert_type(chat.say([{"type": "text", "text": "Hello!"}]), V2ChatResponse)
    for text in chat.stream("Hello!").text_stream:
        assert_type(text, str)


async def asynchronously() -> None:
    assert_type((await aco.chat_parse(Book, model="m", messages=messages)).value, Book)
    async with aco.chat_parse_stream(Book, model="m", messages=messages) as stream:
        async for partial in stream.partials:
            print(partial)
        assert_type(await stream.final_value(), Book)
    run = aco.run_tools(model="m", messages=messages, tools=[search])
    async for step in run:
        assert_type(step, ToolStep)
    assert_type(await run.finish(), V2ChatResponse)
    chat = aco.conversation(model="m")
    assert_type(await chat.say("Hello!"), V2ChatResponse)


def errors() -> None:
    try:
        co.chat_parse(Book, model="m", messages=messages)
    except AnswerError as error:
        assert_type(error.reply, V2ChatResponse | None)
        assert_type(error.place, str)
    except ToolRunError as error:
        if error.run:
            assert_type(error.run.messages, list[ChatMessageV2Param])
