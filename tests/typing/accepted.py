"""What users write, and the types that they get: checked by mypy and pyright, and run by nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, assert_type

import cohere_chat
import httpx
import httpx2
from cohere_chat import (
    AssistantMessageResponse,
    AsyncChatStream,
    AsyncClientV2,
    ChatContentDeltaEvent,
    ChatFinishReason,
    ChatMessageEndEvent,
    ChatMessageV2,
    ChatStream,
    Citation,
    ClientV2,
    ContentDeltaV2ChatStreamResponse,
    Document,
    HttpResponse,
    RequestOptions,
    RetryPolicy,
    SystemChatMessageV2,
    TextContent,
    ThinkingContent,
    ToolCallV2,
    ToolCallV2Function,
    ToolChatMessageV2,
    ToolV2,
    ToolV2Function,
    UserChatMessageV2,
    V2ChatResponse,
    V2ChatStreamResponse,
)
from cohere_chat.types import ChatMessageV2Param, ChatParams, ToolV2Param

co = ClientV2(
    "key",
    base_url="https://example.com",
    client_name="me",
    timeout=30,
    max_retries=3,
    httpx_client=httpx.Client(),
    retry_policy=RetryPolicy(jitter=0),
)
aco = AsyncClientV2(api_key=lambda: "key", timeout=httpx.Timeout(5))
ClientV2(httpx_client=httpx2.Client(), timeout=httpx2.Timeout(5)).with_options(timeout=httpx2.Timeout(6))
AsyncClientV2(httpx_client=httpx.AsyncClient()).with_options(timeout=httpx.Timeout(6))
AsyncClientV2(httpx_client=httpx2.AsyncClient())
options: RequestOptions = {"timeout": httpx2.Timeout(5)}


def plain_dictionaries() -> None:
    reply = co.chat(
        model="m",
        messages=[
            {"role": "system", "content": "Be brief."},
            {"role": "user", "content": [{"type": "text", "text": "Hello!"}]},
            {"role": "user", "content": [{"type": "image_url", "image_url": {"url": "data:", "detail": "low"}}]},
            {
                "role": "assistant",
                "tool_calls": [{"id": "1", "type": "function", "function": {"name": "f", "arguments": "{}"}}],
            },
            {"role": "tool", "tool_call_id": "1", "content": [{"type": "document", "document": {"data": {"a": 1}}}]},
            {"role": "tool", "tool_call_id": "1", "content": [{"type": "document", "document": {"data": "{}"}}]},
        ],
        tools=[{"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}}],
        documents=["a text", {"data": {"title": "T"}, "id": "d"}],
        citation_options={"mode": "FAST"},
        response_format={"type": "json_object", "json_schema": {"type": "object"}},
        thinking={"type": "enabled", "token_budget": 100},
        safety_mode="STRICT",
        tool_choice="REQUIRED",
        stop_sequences=("\n",),
        temperature=0,
        seed=None,
        max_tokens=cohere_chat.OMIT,
        request_options={"timeout": 5, "additional_query_parameters": {"a": 1}},
    )
    assert_type(reply, V2ChatResponse)


def objects_and_mixtures(reply: V2ChatResponse) -> None:
    call = ToolCallV2(function=ToolCallV2Function(name="f", arguments="{}"))
    assert_type(call.id, str)
    co.chat(
        model="m",
        messages=[
            SystemChatMessageV2(content="Be brief."),
            UserChatMessageV2(content=[TextContent(text="Hello!"), {"type": "text", "text": "you"}]),
            {"role": "assistant", "tool_calls": [call]},
            ToolChatMessageV2(tool_call_id=call.id, content="{}"),
            reply.message,
        ],
        tools=[
            ToolV2(type="function", function=ToolV2Function(name="f", parameters={})),
            ToolV2(function={"name": "f", "description": "d", "parameters": {}}),
        ],
        documents=[Document(data={"text": "t"})],
    )


def containers(
    made: list[ChatMessageV2], parameters: list[ChatMessageV2Param], one: Iterator[UserChatMessageV2], chat: ChatParams
) -> None:
    co.chat(model="m", messages=made)
    co.chat(model="m", messages=parameters)
    co.chat(model="m", messages=one)
    co.chat(**chat)
    tools: list[ToolV2Param] = [{"type": "function", "function": {"name": "f", "parameters": {}}}]
    options: RequestOptions = {"timeout": 1, "max_retries": 0}
    co.chat(model="m", messages=[{"role": "user", "content": "x"}], tools=tools, request_options=options)


def a_reply(reply: V2ChatResponse) -> None:
    assert_type(reply.text, str)
    assert_type(reply.id, str)
    assert_type(reply.message, AssistantMessageResponse)
    assert_type(reply.finish_reason, ChatFinishReason | str)
    assert_type(reply.message.citations, list[Citation] | None)
    for item in reply.message.content or []:
        assert_type(item, TextContent | ThinkingContent)
        if item.type == "text":
            assert_type(item, TextContent)
            assert_type(item.text, str)
        else:
            assert_type(item.thinking, str)
    for call in reply.message.tool_calls or []:
        if call.function:
            assert_type(call.function.arguments, str | None)
    if reply.usage and reply.usage.tokens:
        assert_type(reply.usage.tokens.input_tokens, float | None)
    assert_type(reply.model_dump(exclude_none=True, mode="json"), dict[str, Any])
    assert_type(reply.model_dump_json(indent=2), str)
    assert_type(reply.dict(), dict[str, Any])


def an_event(event: V2ChatStreamResponse) -> str:
    if event.type == "content-delta":
        assert_type(event, ChatContentDeltaEvent)
        if event.delta and event.delta.message and event.delta.message.content:
            assert_type(event.delta.message.content.text, str | None)
    elif event.type == "message-end":
        assert_type(event, ChatMessageEndEvent)
    elif event.type == "tool-call-start" and event.delta and event.delta.message:
        assert_type(event.delta.message.tool_calls, ToolCallV2 | None)
    match event:
        case ContentDeltaV2ChatStreamResponse(type=tag):
            assert_type(tag, Literal["content-delta"])
            return tag
        case _:
            return event.type


def a_stream() -> None:
    stream = co.chat_stream(model="m", messages=[{"role": "user", "content": "x"}])
    assert_type(stream, ChatStream)
    for event in stream:
        assert_type(event, V2ChatStreamResponse)
    with co.chat_stream(model="m", messages=[{"role": "user", "content": "x"}]) as stream:
        for text in stream.text_stream:
            assert_type(text, str)
        assert_type(stream.final_response(), V2ChatResponse)
        assert_type(stream.snapshot, V2ChatResponse)
    assert_type(stream.headers, Mapping[str, str])


async def asynchronously() -> None:
    reply = await aco.chat(model="m", messages=[{"role": "user", "content": "x"}])
    assert_type(reply, V2ChatResponse)
    stream = aco.chat_stream(model="m", messages=[{"role": "user", "content": "x"}])
    assert_type(stream, AsyncChatStream)
    async for event in stream:
        assert_type(event, V2ChatStreamResponse)
    async for text in stream.text_stream:
        assert_type(text, str)
    assert_type(await stream.final_response(), V2ChatResponse)
    raw = await aco.with_raw_response.chat(model="m", messages=[{"role": "user", "content": "x"}])
    assert_type(raw.data, V2ChatResponse)
    async with aco.with_options(max_retries=0) as other:
        assert_type(other, AsyncClientV2)


def comforts() -> None:
    assert_type(co.v2, ClientV2)
    assert_type(co.with_options(timeout=1, max_retries=0, additional_headers={"x-a": None}), ClientV2)
    raw = co.with_raw_response.chat(model="m", messages=[{"role": "user", "content": "x"}])
    assert_type(raw, HttpResponse[V2ChatResponse])
    assert_type(raw.request_id, str | None)


def errors() -> None:
    try:
        co.chat(model="m", messages=[{"role": "user", "content": "x"}])
    except cohere_chat.TooManyRequestsError as error:
        assert_type(error.retry_after, float | None)
    except cohere_chat.ApiError as error:
        assert_type(error.status_code, int | None)
        assert_type(error.message, str)
    except cohere_chat.StreamError as error:
        assert_type(error.snapshot, V2ChatResponse | None)
