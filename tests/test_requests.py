"""What the caller passes reaches the server unchanged, or is refused before anything is sent."""

from __future__ import annotations

import collections
import copy
import json
import math
from collections import OrderedDict, UserDict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import Enum, IntEnum
from types import MappingProxyType
from typing import Any
from uuid import UUID

import attrs
import cohere_chat
import pytest
from cohere_chat._call import build_call
from cohere_chat._httpx import httpx
from cohere_chat._json import encode
from cohere_chat_api.models import TextContent, Thinking, UserChatMessageV2, V2ChatResponse
from rawserver import CLOSE, RawServer, http
from streams import BUSY, GOOD, REPLY, Call
from support import CHAT, CONTRACT, ENDPOINT, USER, Both
from test_settings import settings


@pytest.fixture
def unasked() -> Iterator[RawServer]:
    """A server that must not be asked."""
    with RawServer(http(200, REPLY)) as server:
        yield server
        assert server.connections == 0


# What is sent


def test_headers_and_body(both: Both, call: Call, method: str) -> None:
    with RawServer(GOOD[method]) as server:
        call(both.client("k-1", base_url=server.url, client_name="my project"))
    headers, body = server.requests[0]
    streamed = method == "chat_stream"
    assert body == {**CHAT, "stream": streamed}
    assert headers == {
        "host": f"127.0.0.1:{server.port}",
        "content-type": "application/json",
        "user-agent": f"cohere-chat/{cohere_chat.__version__}",
        "x-client-name": "my project",
        "accept": "text/event-stream" if streamed else "application/json",
        "accept-encoding": "identity" if streamed else "gzip, deflate",
        "content-length": str(len(encode(body))),
        "authorization": "Bearer k-1",
    }


def test_the_parameters_are_those_of_the_contract() -> None:
    properties = CONTRACT["components"]["schemas"]["V2ChatRequest"]["properties"]
    assert ENDPOINT.parameters.keys() == properties.keys() - {"stream"}


EVERY: dict[str, Any] = {
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


SENT: dict[str, dict[str, Any]] = {
    "every parameter": EVERY,
    "falsy values": {"temperature": 0.0, "k": 0, "logprobs": False, "tools": [], "documents": [], "stop_sequences": []},
    "unknown values": {"safety_mode": "NEWEST", "tool_choice": "", "thinking": {"type": "deep", "depth": [1.5, None]}},
    "new roles and fields": {
        "messages": [{"role": "robot", "content": None, "x": {"a": []}}, {"content": [{"type": "video", "v": 1e300}]}]
    },
    "large numbers": {"seed": 2**64, "max_tokens": -1, "temperature": 1e-320},
    "text": {"messages": [{"role": "user", "content": '\u0000\u2028\U0001f600\ud800\x7f\x1f é "\\/'}]},
    "types of the wrong kind": {"model": 5, "temperature": "hot", "messages": [None, "hi", 5]},
}


@pytest.mark.off_contract
@pytest.mark.parametrize("params", SENT.values(), ids=SENT)
def test_arguments_arrive_unchanged(both: Both, params: dict[str, Any]) -> None:
    with RawServer(GOOD["chat"]) as server:
        both.chat(both.client(base_url=server.url), **params)
    assert server.requests[0][1] == {**CHAT, **params, "stream": False}


@pytest.mark.parametrize("absent", [None, cohere_chat.OMIT])
def test_none_and_omit_at_the_top_are_left_out_and_nothing_else(both: Both, absent: Any) -> None:
    with RawServer(GOOD["chat"]) as server:
        both.chat(both.client(base_url=server.url), temperature=absent, tools=absent, seed=absent, logprobs=False)
    assert server.requests[0][1] == {**CHAT, "logprobs": False, "stream": False}


def test_objects_and_dicts_mix(both: Both) -> None:
    mixed = [UserChatMessageV2(content=[TextContent(text="a")]), {"role": "user", "content": [TextContent(text="b")]}]
    with RawServer(GOOD["chat"]) as server:
        both.chat(both.client(base_url=server.url), messages=mixed, thinking=Thinking(type="disabled"))
    body = server.requests[0][1]
    assert [message["content"] for message in body["messages"]] == [[{"type": "text", "text": text}] for text in "ab"]
    assert body["thinking"] == {"type": "disabled"}


@pytest.mark.parametrize("messages", [(USER,), (message for message in [USER]), {"m": USER}.values()])
def test_any_ordered_iterable_is_a_list(messages: Any) -> None:
    call = build_call(settings(), ENDPOINT, {**CHAT, "messages": messages}, None)
    assert isinstance(call.body, bytes)
    assert json.loads(call.body)["messages"] == [USER]


def test_iterators_are_consumed_once_and_survive_a_retry(both: Both) -> None:
    read = []

    def messages() -> Any:
        for message in CHAT["messages"]:
            read.append(message)
            yield message

    with RawServer(BUSY, [CLOSE], GOOD["chat"]) as server:
        both.chat(both.client(base_url=server.url), messages=messages(), stop_sequences=collections.deque(["a"]))
    assert [body["messages"] for _, body in server.requests] == [CHAT["messages"]] * 3
    assert read == CHAT["messages"]


def test_arguments_are_neither_changed_nor_kept(both: Both) -> None:
    messages = [{"role": "user", "content": [{"type": "text", "text": "a"}]}]
    options = {"additional_headers": {"X-A": "1"}, "additional_body_parameters": {"seed": 1}, "timeout": None}
    before = copy.deepcopy((messages, options))
    with RawServer(GOOD["chat"], GOOD["chat_stream"]) as server:
        client = both.client(base_url=server.url)
        both.chat(client, messages=messages, request_options=options)
        assert (messages, options) == before
        stream = client.chat_stream(**{**CHAT, "messages": messages})
        messages.append({"role": "user", "content": "later"})
        both.collect(stream)
    assert server.requests[0][1]["messages"] == server.requests[1][1]["messages"] == before[0]


class Color(Enum):
    RED = "red"


class Level(IntEnum):
    HIGH = 3


@dataclass
class Point:
    x: int
    y: object


@attrs.define
class Line:
    start: Point
    name: str


class Pydantic:
    """What the encoder knows a pydantic object by."""

    model_fields: Mapping[str, object] = MappingProxyType({})

    def model_dump(self) -> dict[str, object]:
        return {"when": date(2026, 1, 2)}


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        (TextContent(text="hi"), {"type": "text", "text": "hi"}),
        (
            UserChatMessageV2(content=[TextContent(text="hi")]),
            {"role": "user", "content": [{"type": "text", "text": "hi"}]},
        ),
        (("a", 1), ["a", 1]),
        (deque(["a"]), ["a"]),
        (OrderedDict(a=1), {"a": 1}),
        (UserDict(a=1), {"a": 1}),
        (MappingProxyType({"a": 1}), {"a": 1}),
        (datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), "2026-01-02T03:04:05+00:00"),
        (date(2026, 1, 2), "2026-01-02"),
        (time(3, 4), "03:04:00"),
        (Color.RED, "red"),
        (Level.HIGH, 3),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (Point(1, Color.RED), {"x": 1, "y": "red"}),
        (Line(Point(1, 2), "l"), {"start": {"x": 1, "y": 2}, "name": "l"}),
        (Pydantic(), {"when": "2026-01-02"}),
        ("h\u00e9 \U0001f600 \u2028", "h\u00e9 \U0001f600 \u2028"),
        ("\ud800 half", "\ud800 half"),
        (10**400, 10**400),
        (0.1, 0.1),
        (-0.0, -0.0),
    ],
)
def test_values_of_python_are_serialised(value: object, sent: object) -> None:
    assert json.loads(encode({"v": [value]})) == {"v": [sent]}


def test_text_goes_out_as_utf_8() -> None:
    assert encode({"v": "h\u00e9"}) == b'{"v":"h\xc3\xa9"}'


# What is refused


def circle() -> list[Any]:
    made: list[Any] = []
    made.append({"role": "user", "content": made})
    return made


def deep() -> Any:
    made: Any = "x"
    for _ in range(100_000):
        made = [made]
    return made


UNSENDABLE: dict[str, tuple[dict[str, Any], str]] = {
    "NaN": ({"temperature": math.nan}, "^temperature: nan is not a JSON number"),
    "infinity inside": ({"documents": [{"data": {"a": [1, -math.inf]}}]}, r"^documents\[0\].data.a\[1\]: -inf is no"),
    "bytes": ({"messages": [{"role": "user", "content": b"hi"}]}, r"^messages\[0\].content: bytes .*base64"),
    "a set": ({"messages": [{"role": "user", "content": {"a"}}]}, r"^messages\[0\].content: set .*list"),
    "a function": ({"tools": [print]}, r"^tools\[0\]: builtin_function.* use run_tools\(\)"),
    "a class": ({"model": dict}, "^model must not be the class dict itself: pass an object of it"),
    "a class inside": (
        {"tools": [dict]},
        r"^tools\[0\]: type can't be serialised to JSON; pass an object of the class",
    ),
    "an object": (
        {"documents": [[object()]]},
        r"^documents\[0\]\[0\]: object can't be serialised to JSON; pass a dict, list",
    ),
    "bytes in a dataclass": ({"documents": [Point(1, b"x")]}, r"^documents\[0\].y: bytes"),
    "a set in a model": ({"documents": [TextContent(text={1})]}, r"^documents\[0\].text: set"),  # type: ignore[arg-type]
    "a circle": ({"messages": circle()}, r"^messages\[0\].content: contains itself"),
    "a deep nest": ({"messages": deep()}, "nested too deeply"),
    "a key of another type": ({"documents": [{("a", "b"): 1}]}, r"^documents\[0\]: the key \('a', 'b'\) is a tuple"),
    "many digits": ({"seed": 10**5000}, "seed"),
    "a generator inside": ({"messages": [{"role": "user", "content": (x for x in "a")}]}, r"\[0\].content: generator"),
    "text for a list": ({"messages": "Hello!"}, "^messages must be a list or another ordered iterable, not str"),
    "a dictionary for a list": ({"messages": USER}, "^messages must be a list .*, not dict"),
    "an object for a list": ({"messages": UserChatMessageV2(content="a")}, "must be a list .*, not UserChatMessageV2"),
    "a number for a list": ({"messages": 5}, "^messages must be a list .*, not int"),
    "a set for a list": ({"stop_sequences": {"a", "b"}}, "^stop_sequences must be a list .*, not set"),
    "bytes for a list": ({"documents": b"x"}, "^documents must be a list .*, not bytes"),
    "text for an object": ({"thinking": "enabled"}, "^thinking must be a dict or a model object, not str"),
    "a list for an object": ({"response_format": ["json"]}, "^response_format must be a dict .*, not list"),
    "a whole reply": ({"messages": [V2ChatResponse.from_dict({})]}, r"^messages\[0\] is a whole reply.*its \.message"),
    "a number for a text": ({"stop_sequences": ["a", 5]}, r"^stop_sequences\[1\] must be a str, not int"),
    "none of the required": ({"model": None}, "the required argument 'model' is missing"),
    "omit for the required": ({"messages": cohere_chat.OMIT}, "the required argument 'messages' is missing"),
    "an option": ({"timeout": 3}, r"chat.*\(\) has no argument 'timeout': use request_options={'timeout': ...}"),
    "an option of others": ({"extra_headers": {}}, "use request_options={'additional_headers': ...}"),
    "a name of others": ({"top_p": 0.5}, "'top_p': use p$"),
    "a misspelt name": ({"mesages": []}, r"chat.*\(\) has no argument 'mesages'; did you mean 'messages'"),
    "a name in capitals": ({"Model": "x"}, "has no argument 'Model'"),
    "an unknown name": ({"zzzzzz": 1}, "no argument 'zzzzzz'; known are citation_options, "),
    "stream": ({"stream": True}, r"has no argument 'stream': chat\(\) gives the whole reply, chat_stream\(\) a stream"),
    "no stream": ({"stream": False}, "has no argument 'stream'"),
}


def test_wrong_arguments_are_refused(both: Both, unasked: RawServer, method: str, subtests: pytest.Subtests) -> None:
    client = both.client(base_url=unasked.url)
    for name, (params, match) in UNSENDABLE.items():
        # A stream refuses at once, not when it is read.
        with subtests.test(name), pytest.raises((TypeError, ValueError), match=match):
            both.run(lambda params=params: getattr(client, method)(**{**CHAT, **params}))


WRONG_OPTIONS: list[tuple[Any, str]] = [
    ({"timout": 1}, "unknown request option 'timout'; did you mean 'timeout'"),
    ({"zz": 5}, "unknown request option 'zz'; known are additional_body_parameters"),
    ({5: 1}, "unknown request option 5"),
    ([], "request_options must be a dict, not list"),
    ({"timeout": "5"}, r"request_options\['timeout'\] must be seconds"),
    ({"max_retries": 2.0}, r"request_options\['max_retries'\] must be an int"),
    ({"additional_headers": []}, r"request_options\['additional_headers'\] must be a dict, not list"),
    ({"additional_headers": {"X-A": 5}}, r"\['X-A'\] must be a str, not int"),
    ({"additional_headers": {"X-A": "1\r\nX-B: 2"}}, r"\['X-A'\] must be visible ASCII"),
    ({"additional_headers": {"X A": "1"}}, "'X A' is not a header name"),
    ({"additional_headers": {5: "1"}}, "must have str keys, not int"),
    ({"additional_query_parameters": {"a": b"x"}}, r"\['a'\] must be a str or a number"),
    ({"additional_query_parameters": {"a": {"b": 1}}}, r"\['a'\] must be a str or a number"),
    ({"additional_query_parameters": {"a": "x" * 70_000}}, "can't be part of a URL"),
    ({"additional_query_parameters": {"a": "\ud800"}}, "can't be part of a URL"),
    ({"additional_query_parameters": {5: "x"}}, "must have str keys"),
    ({"additional_body_parameters": {5: "x"}}, "must have str keys"),
    ({"additional_body_parameters": {"stream": True}}, "must not hold 'stream'"),
    ({"additional_body_parameters": {"x": b"y"}}, "^x: bytes"),
]


def test_wrong_options_are_refused(both: Both, unasked: RawServer, method: str, subtests: pytest.Subtests) -> None:
    client = both.client(base_url=unasked.url)
    for options, match in WRONG_OPTIONS:
        with subtests.test(match), pytest.raises((TypeError, ValueError), match=match):
            both.run(lambda options=options: getattr(client, method)(**CHAT, request_options=options))


def test_an_error_of_a_value_itself_is_passed_on() -> None:
    class Broken(UserDict[str, int]):
        def __iter__(self) -> Any:
            raise ValueError("broken inside")

    with pytest.raises(ValueError, match="broken inside"):
        encode({"v": Broken()})


def test_a_value_that_is_no_object_has_no_place_to_name() -> None:
    with pytest.raises(ValueError, match=r"^nan is not a JSON number"):
        encode(float("nan"))


def test_a_problem_too_deep_to_name_is_still_refused() -> None:
    body: dict[str, Any] = {"v": float("nan")}
    for _ in range(300):
        body = {"v": body}
    with pytest.raises(ValueError, match="Out of range"):
        encode(body)


# Options of one call


@pytest.mark.off_contract
def test_options_are_honoured_and_none_is_not_set(both: Both, call: Call, method: str) -> None:
    options = {
        "timeout": None,
        "timeout_in_seconds": 5,
        "max_retries": None,
        "additional_headers": {"X-New": "1", "x-gone": None},
        "additional_query_parameters": {"a": [1, "b c"], "yes": True, "gone": None, "f": 0.5},
        "additional_body_parameters": {"new": {"a": None}, "seed": 7},
    }
    nothing = dict.fromkeys(options)
    with RawServer(GOOD[method]) as server:
        client = both.client(base_url=server.url)
        call(client, **options)
        call(client, **nothing)
    (headers, body), (plain_headers, plain_body) = server.requests
    assert (headers["x-new"], "x-gone" in headers) == ("1", False)
    assert server.lines[0] == "POST /v2/chat?a=1&a=b+c&yes=true&f=0.5 HTTP/1.1"
    assert body == {**plain_body, "new": {"a": None}, "seed": 7}
    assert (server.lines[1], "x-new" in plain_headers) == ("POST /v2/chat HTTP/1.1", False)


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
    call = build_call(settings(), ENDPOINT, CHAT, options)
    assert (call.timeout, call.seconds) == (timeout, seconds)


EVIL = [
    "a\r\nX-Evil: 1",
    "a\nX-Evil: 1",
    "a\rX-Evil: 1",
    "a\r\n\r\nGET / HTTP/1.1",
    "a\x00b",
    "\u010a",
    "a\x0bb",
    " a",
    "a\t",
]


def test_no_argument_makes_a_header(both: Both, call: Call, unasked: RawServer, subtests: pytest.Subtests) -> None:
    client = both.client(base_url=unasked.url)
    for evil in EVIL:
        with subtests.test(repr(evil)), pytest.raises((ValueError, TypeError), match="client_name"):
            both.client(base_url=unasked.url, client_name=evil)
        for headers in ({"X-A": evil}, {"Authorization": evil}, {f"X{evil}": "1"}, {"X-A": evil.encode()}):
            with subtests.test(repr(headers)):
                with pytest.raises((ValueError, TypeError), match="additional_headers"):
                    call(client, additional_headers=headers)
                with pytest.raises((ValueError, TypeError), match="additional_headers"):
                    client.with_options(additional_headers=headers)


@pytest.mark.parametrize("name", ["Content-Length", "transfer-encoding", "TRANSFER-ENCODING"])
def test_headers_that_would_split_a_request_are_refused(both: Both, call: Call, unasked: RawServer, name: str) -> None:
    with pytest.raises(ValueError, match="follows from the body"):
        call(both.client(base_url=unasked.url), additional_headers={name: "5"})


@pytest.mark.parametrize("given_own", [True, False])
def test_headers_are_overridden_in_any_case_once_each(both: Both, call: Call, method: str, given_own: bool) -> None:
    """The server refuses a name that comes twice."""
    headers = {"ACCEPT": "a/b", "user-agent": "me", "authorization": "Basic x", "x-client-name": "other", "Host": "h"}
    with RawServer(GOOD[method]) as server:
        options = {"httpx_client": both.httpx_client(headers={"X-Client-NAME": "own"})} if given_own else {}
        client = both.client("k", base_url=server.url, client_name="mine", **options)
        call(client, additional_headers={**headers, "User-Agent": "you"})
    sent = server.requests[0][0]
    assert [sent[name.lower()] for name in headers] == ["a/b", "you", "Basic x", "other", "h"]


@pytest.mark.off_contract
def test_a_path_in_the_model_name_stays_in_the_body(both: Both, call: Call, method: str) -> None:
    with RawServer(GOOD[method]) as server:
        call(both.client(base_url=server.url), additional_body_parameters={"model": "../../x?y#z\r\nX-Evil: 1"})
    assert server.lines == ["POST /v2/chat HTTP/1.1"]
    assert "x-evil" not in server.requests[0][0]
