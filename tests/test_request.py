"""build_call(): arguments reach the API unchanged, or are refused before anything is sent."""

from __future__ import annotations

import json
from typing import Any

import cohere_chat
import httpx
import pytest
from cohere_chat._call import Call, build_call, unknown_argument
from cohere_chat_api.models import TextContent, Thinking, UserChatMessageV2, V2ChatResponse
from support import CHAT, CONTRACT, ENDPOINT, USER
from test_settings import settings


def call(options: Any = None, *, stream: bool = False, client: dict[str, Any] | None = None, **params: Any) -> Call:
    if not params.keys() <= ENDPOINT.parameters.keys():
        raise unknown_argument(ENDPOINT, "chat_stream" if stream else "chat", params)
    return build_call(settings(**(client or {})), ENDPOINT, {**CHAT, **params}, options, stream=stream)


def body(**params: Any) -> Any:
    return json.loads(call(**params).body or b"")


def test_the_least_request() -> None:
    assert body() == {**CHAT, "stream": False}


def test_a_streamed_request() -> None:
    streamed = call(stream=True)
    assert json.loads(streamed.body or b"") == {**CHAT, "stream": True}
    assert streamed.headers["Accept"] == "text/event-stream"


def test_parameters_of_every_kind_go_out_as_given() -> None:
    params: dict[str, Any] = {
        "tools": [{"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}}],
        "strict_tools": True,
        "documents": ["text", {"data": {"title": "t"}, "id": "d"}],
        "citation_options": {"mode": "FAST"},
        "response_format": {"type": "json_object", "json_schema": {"type": "object"}},
        "safety_mode": "OFF",
        "max_tokens": 0,
        "stop_sequences": ["a", ""],
        "temperature": 0.0,
        "seed": 0,
        "frequency_penalty": 0.5,
        "presence_penalty": 1,
        "k": 0,
        "p": 0.01,
        "logprobs": False,
        "tool_choice": "NONE",
        "thinking": {"type": "enabled", "token_budget": 1},
        "priority": 0,
    }
    # What the contract gains later is proven in test_generated.py.
    assert params.keys() | CHAT.keys() <= ENDPOINT.parameters.keys()
    assert body(**params) == {**CHAT, **params, "stream": False}


def test_the_parameters_are_those_of_the_contract() -> None:
    properties = CONTRACT["components"]["schemas"]["V2ChatRequest"]["properties"]
    assert ENDPOINT.parameters.keys() == properties.keys() - {"stream"}


def test_none_counts_as_not_given_at_the_top_only() -> None:
    assert body(temperature=None, tools=None) == {**CHAT, "stream": False}


@pytest.mark.off_contract
def test_none_in_messages_goes_out() -> None:
    messages = [{"role": "assistant", "content": None, "tool_calls": None}]
    assert body(messages=messages)["messages"] == messages


@pytest.mark.off_contract
@pytest.mark.parametrize(
    "params",
    [
        {"safety_mode": "NEWEST"},
        {"temperature": 99},
        {"messages": [{"role": "moderator", "content": [{"type": "video"}], "new": True}]},
        {"messages": []},
        {"model": ""},
    ],
)
def test_values_that_the_contract_does_not_know_go_out(params: dict[str, Any]) -> None:
    assert body(**params) == {**CHAT, **params, "stream": False}


def test_objects_and_dicts_mix() -> None:
    messages = [
        UserChatMessageV2(content=[TextContent(text="a")]),
        {"role": "user", "content": [TextContent(text="b")]},
    ]
    sent = body(messages=messages, thinking=Thinking(type="disabled"))
    assert [message["content"][0]["text"] for message in sent["messages"]] == ["a", "b"]
    assert sent["thinking"] == {"type": "disabled"}


@pytest.mark.parametrize("messages", [(USER,), iter([USER]), (message for message in [USER]), {"m": USER}.values()])
def test_any_ordered_iterable_is_a_list(messages: Any) -> None:
    assert body(messages=messages)["messages"] == [USER]


@pytest.mark.parametrize(
    ("params", "error"),
    [
        ({"messages": "Hello!"}, "messages must be a list or another ordered iterable, not str"),
        ({"messages": USER}, "messages must be a list or another ordered iterable, not dict"),
        ({"messages": UserChatMessageV2(content="a")}, "messages must be a list .*, not UserChatMessageV2"),
        ({"messages": 5}, "messages must be a list or another ordered iterable, not int"),
        ({"stop_sequences": "STOP"}, "stop_sequences must be a list"),
        ({"stop_sequences": {"a", "b"}}, "stop_sequences must be a list .*, not set"),
        ({"documents": b"x"}, "documents must be a list"),
        ({"thinking": "enabled"}, "thinking must be a dict or a model object, not str"),
        ({"response_format": ["json_object"]}, "response_format must be a dict or a model object, not list"),
        ({"model": None}, "the required argument 'model' is missing"),
        ({"messages": None}, "the required argument 'messages' is missing"),
        ({"timeout": 3}, r"chat\(\) has no argument 'timeout': use request_options={'timeout': ...}"),
        ({"max_retries": 3}, "use request_options={'max_retries': ...}"),
        ({"extra_headers": {}}, "use request_options={'additional_headers': ...}"),
        ({"top_p": 0.5}, "'top_p': use p$"),
        ({"top_k": 5}, "'top_k': use k$"),
        ({"stop": ["x"]}, "'stop': use stop_sequences$"),
        ({"messages": [USER, V2ChatResponse.from_dict({})]}, r"messages\[1\] is a whole reply.*pass its \.message"),
        ({"mesages": []}, r"chat\(\) has no argument 'mesages'; did you mean 'messages'"),
        ({"zzzzzz": 1}, "no argument 'zzzzzz'; known are citation_options, "),
    ],
)
def test_wrong_arguments_are_refused(params: dict[str, Any], error: str) -> None:
    with pytest.raises(TypeError, match=error):
        call(**params)


def test_stream_is_no_argument_and_true_points_to_chat_stream() -> None:
    with pytest.raises(TypeError, match=r"chat\(\) has no argument 'stream'"):
        raise unknown_argument(ENDPOINT, "chat", {"stream": False})
    with pytest.raises(TypeError, match=r"chat_stream\(\) has no argument 'stream'"):
        raise unknown_argument(ENDPOINT, "chat_stream", {"stream": True})
    with pytest.raises(ValueError, match=r"chat_stream\(\) a stream"):
        raise unknown_argument(ENDPOINT, "chat", {"stream": True})


def test_what_the_caller_gives_is_not_changed() -> None:
    messages: list[Any] = [{"role": "user", "content": "a"}]
    options = {"additional_headers": {"X-A": "1"}, "additional_body_parameters": {"seed": 1}}
    call(options, messages=messages)
    assert messages == [{"role": "user", "content": "a"}]
    assert options == {"additional_headers": {"X-A": "1"}, "additional_body_parameters": {"seed": 1}}


def test_headers() -> None:
    made = call(client={"client_name": "my project"})
    assert made.headers_with("k") == {
        "Host": "api.cohere.com",
        "Content-Type": "application/json",
        "User-Agent": f"cohere-chat/{cohere_chat.__version__}",
        "X-Client-Name": "my project",
        "Accept": "application/json",
        "Accept-Encoding": "gzip, deflate",
        "Content-Length": str(len(made.body or b"")),
        "Authorization": "Bearer k",
    }


def test_an_empty_key_sends_no_authorization() -> None:
    assert "Authorization" not in call().headers_with("")


def test_additional_headers_take_the_place_of_others_in_any_case() -> None:
    options = {"additional_headers": {"x-client-name": "b", "X-New": "1", "authorization": "Basic x", "ACCEPT": None}}
    headers = call(options, client={"client_name": "a"}).headers_with("k")
    assert headers["x-client-name"] == "b"
    assert headers["X-New"] == "1"
    assert headers["authorization"] == "Basic x"
    assert not {"X-Client-Name", "Authorization", "Accept"} & headers.keys()


def test_additional_parameters_of_body_and_query() -> None:
    made = call(
        {"additional_body_parameters": {"new": 1, "seed": 5}, "additional_query_parameters": {"a": "b c", "n": None}},
        seed=4,
    )
    assert json.loads(made.body or b"") == {**CHAT, "seed": 5, "stream": False, "new": 1}
    assert str(made.url) == "https://api.cohere.com/v2/chat?a=b+c"


@pytest.mark.parametrize(
    ("options", "timeout", "seconds"),
    [
        ({}, httpx.Timeout(300, connect=10), 300),
        ({"timeout": 5}, httpx.Timeout(5), 5),
        ({"timeout": httpx.Timeout(5)}, httpx.Timeout(5), None),
        ({"timeout_in_seconds": 6}, httpx.Timeout(6), 6),
        ({"timeout": 5, "timeout_in_seconds": 6}, httpx.Timeout(5), 5),
        ({"timeout": None, "timeout_in_seconds": None}, httpx.Timeout(300, connect=10), 300),
    ],
)
def test_timeouts_of_one_call(options: Any, timeout: httpx.Timeout, seconds: float | None) -> None:
    assert call(options).timeout == timeout
    assert call(options).seconds == seconds


def test_retries_of_one_call() -> None:
    assert call().max_retries == 2
    assert call({"max_retries": None}).max_retries == 2
    assert call({"max_retries": 0}).max_retries == 0


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"timout": 5}, "unknown request option 'timout'; did you mean 'timeout'"),
        ({"zz": 5}, "unknown request option 'zz'; known are additional_body_parameters"),
        ([], "request_options must be a dict, not list"),
        ({"timeout": "5"}, "request_options\\['timeout'\\] must be seconds"),
        ({"max_retries": "5"}, "request_options\\['max_retries'\\] must be an int"),
        ({"additional_headers": []}, "request_options\\['additional_headers'\\] must be a dict, not list"),
        ({"additional_headers": {"X-A": 5}}, "\\['X-A'\\] must be a str, not int"),
        ({"additional_headers": {"X-A": "1\r\nX-B: 2"}}, "\\['X-A'\\] must be visible ASCII"),
        ({"additional_headers": {"X A": "1"}}, "'X A' is not a header name"),
        ({"additional_headers": {"X-A\r\n": "1"}}, "is not a header name"),
        ({"additional_headers": {5: "1"}}, "must have str keys, not int"),
    ],
)
def test_wrong_options_are_refused(options: Any, error: str) -> None:
    with pytest.raises((TypeError, ValueError), match=error):
        call(options)
