"""Mistakes that both type checkers find: a line that has one says so, and it is an error if none is found there."""
# pyright: reportUnnecessaryTypeIgnoreComment=true
# What a mistake leaves unknown is no mistake of its own.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

import cohere_chat
import httpx
import httpx2
from cohere_chat import AsyncClientV2, ClientV2, TextContent, ToolV2, UserChatMessageV2, V2ChatResponse
from cohere_chat import V2ChatStreamResponse as Event

co = ClientV2(api_kye="key")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
ClientV2(httpx_client=httpx.AsyncClient())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
ClientV2(httpx_client=httpx2.AsyncClient())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
AsyncClientV2(httpx_client=httpx.Client())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
AsyncClientV2(httpx_client=httpx2.Client())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
aco = AsyncClientV2(timeout="5")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def messages() -> None:
    co.chat(model="m", messages=[{"role": "user", "contnet": "x"}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    co.chat(model="m", messages=[{"role": "robot", "content": "x"}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    co.chat(model="m", messages=[{"role": "user"}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    co.chat(model="m", messages=[{"role": "tool", "content": "x"}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    co.chat(model="m", messages=[{"role": "user", "content": 1}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    co.chat(model="m", messages=[{"role": "user", "content": [{"type": "text"}]}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    co.chat(model="m", messages=["Hello!"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    co.chat(model="m", messages=1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    co.chat(model="m")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    co.chat(messages=[])  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def parameters(user: UserChatMessageV2) -> None:
    co.chat(model="m", messages=[user], temprature=0.1)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    co.chat(model="m", messages=[user], temperature="hot")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    co.chat(model="m", messages=[user], stream=True)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    co.chat(model="m", messages=[user], safety_mode="LOOSE")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    co.chat(model="m", messages=[user], tool_choice="AUTO")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    co.chat(model="m", messages=[user], tools=[{"function": {}}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    co.chat(model="m", messages=[user], thinking={"type": "on"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    co.chat(model="m", messages=[user], response_format={"type": "xml"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    co.chat(model="m", messages=[user], request_options={"timout": 1})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    co.chat("m", [user])  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    co.with_options(retries=1)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def objects() -> None:
    TextContent()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    TextContent(txt="x")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    TextContent(text=1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    TextContent(type="image_url", text="x")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    ToolV2(function={"nmae": "f", "parameters": {}})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    _ = cohere_chat.UserChatMesageV2  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]


def replies(reply: V2ChatResponse, event: Event) -> None:
    _ = reply.txt  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    _ = reply.message.content[0].text  # type: ignore[index, union-attr]  # pyright: ignore[reportAttributeAccessIssue, reportOptionalSubscript]
    _ = reply.usage.tokens  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
    _ = event.delta.message.content.text  # type: ignore[union-attr]  # pyright: ignore[reportAttributeAccessIssue, reportOptionalMemberAccess]
    if event.type == "content-end":
        _ = event.delta  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    _ = event.type == "no-such-event"  # type: ignore[comparison-overlap]  # pyright: ignore[reportUnnecessaryComparison]


async def asynchronous(user: UserChatMessageV2) -> None:
    _ = aco.chat(model="m", messages=[user]).text  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    for _ in aco.chat_stream(model="m", messages=[user]):  # type: ignore[attr-defined]  # pyright: ignore[reportGeneralTypeIssues]
        pass
    async for _ in co.chat_stream(model="m", messages=[user]):  # type: ignore[attr-defined]  # pyright: ignore[reportGeneralTypeIssues]
        pass


def helpers(user: UserChatMessageV2) -> None:
    co.chat_parse(int, messages=[user])  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    co.chat_parse(int, model="m", messages=[user], temprature=1)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    _ = co.chat_parse(int, model="m", messages=[user]).value.title  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    co.run_tools(model="m", messages=[user], tools=["f"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    co.run_tools(model="m", messages=[user], tools=[], temprature=1)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    co.run_tools_stream(model="m", messages=[user], tools=[], temperature="hot")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    aco.conversation(model="m", temprature=1)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    co.conversation(system="x")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
