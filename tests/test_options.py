"""The small comforts of a client: copies with other options, its signatures, OMIT, reply.text."""

from __future__ import annotations

import inspect
import json
import pydoc
from typing import Any

import cohere_chat
import pytest
from rawserver import RawServer, http
from support import CHAT, CONTRACT, ENDPOINT, Both, parse_reply

REPLY: dict[str, Any] = {"id": "r-1", "finish_reason": "COMPLETE", "message": {"role": "assistant"}}
OK = http(200, REPLY)
CLIENTS = (cohere_chat.ClientV2, cohere_chat.AsyncClientV2)
PROPERTIES = CONTRACT["components"]["schemas"]["V2ChatRequest"]["properties"]


def test_a_copy_has_other_options_and_the_same_connection(both: Both) -> None:
    with RawServer(http(503, {}), OK) as server:
        client = both.client(base_url=server.url, max_retries=0)
        patient = client.with_options(max_retries=1, timeout=7, additional_headers={"X-Team": "a"})
        assert both.chat(patient).id == "r-1"
        assert both.chat(client).id == "r-1"
        assert server.connections == 1
    teams = [headers.get("x-team") for headers, _ in server.requests]
    assert teams == ["a", "a", None]
    assert patient._core.settings.timeout == both.client(timeout=7)._core.settings.timeout
    assert client._core.settings.timeout == both.client()._core.settings.timeout


def test_copies_of_copies_add_up_and_calls_have_the_last_word(both: Both) -> None:
    with RawServer(OK) as server:
        first = both.client(base_url=server.url).with_options(
            additional_headers={"X-A": "1", "X-B": "1", "Accept": "x"}
        )
        second = first.with_options(additional_headers={"x-a": "2", "Authorization": "Basic me"})
        both.chat(second, request_options={"additional_headers": {"X-b": None, "X-C": "3"}})
        headers, _ = server.requests[0]
    assert {name: headers.get(name) for name in ("x-a", "x-b", "x-c")} == {"x-a": "2", "x-b": None, "x-c": "3"}
    assert headers["accept"] == "x"
    assert headers["authorization"] == "Basic me"


def test_a_copy_of_a_closed_client_is_closed(both: Both) -> None:
    client = both.client()
    both.run(client.close if both.kind == "sync" else client.aclose)
    with pytest.raises(cohere_chat.ClientClosedError):
        both.chat(client.with_options(max_retries=0))


@pytest.mark.parametrize(
    ("option", "value", "error", "message"),
    [
        ("timeout", 0, ValueError, "timeout must be a number of seconds above 0"),
        ("max_retries", -1, ValueError, "max_retries must be 0 or more, not -1"),
        ("additional_headers", ["a"], TypeError, "additional_headers must be a dict, not list"),
        ("additional_headers", {"a b": "c"}, ValueError, r"additional_headers\['a b'\]: 'a b' is not a header name"),
        ("additional_headers", {"a": 1}, TypeError, r"additional_headers\['a'\] must be a str, not int"),
    ],
)
def test_a_wrong_option_is_refused_when_the_copy_is_made(
    both: Both, option: str, value: object, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        both.client().with_options(**{option: value})


def test_v2_is_the_client_itself(both: Both) -> None:
    client = both.client()
    assert client.v2 is client


@pytest.mark.parametrize("absent", [None, cohere_chat.OMIT])
def test_what_is_none_or_omit_is_not_sent(both: Both, absent: Any) -> None:
    with RawServer(OK) as server:
        both.chat(both.client(base_url=server.url), temperature=absent, tools=absent)
    assert server.requests[0][1] == {**CHAT, "stream": False}


@pytest.mark.parametrize("name", ["model", "messages"])
def test_omit_is_no_value_for_what_must_be_given(both: Both, name: str) -> None:
    with pytest.raises(TypeError, match=f"the required argument '{name}' is missing"):
        both.chat(both.client(), **{name: cohere_chat.OMIT})


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ([{"type": "text", "text": "Hello, "}, {"type": "thinking", "thinking": "hm"}, {"type": "text", "text": "you"}],
         "Hello, you"),
        ([{"type": "video", "text": "no"}, {"type": "text", "text": None}, {"type": "text"}, "odd"], ""),
        ([], ""),
        ("no list", ""),
        (None, ""),
    ],
)  # fmt: skip
def test_text_is_the_joined_text_of_a_reply(content: object, text: str) -> None:
    reply = parse_reply({**REPLY, "message": {"role": "assistant", "content": content}})
    assert reply.text == text
    assert json.loads(reply.model_dump_json())["message"]["content"] == content


@pytest.mark.parametrize(
    "method_of",
    [lambda client: client.chat, lambda client: client.chat_stream, lambda client: client.with_raw_response.chat],
    ids=["chat", "chat_stream", "raw"],
)
def test_a_signature_shows_the_parameters_of_the_contract(both: Both, method_of: Any) -> None:
    method = method_of(both.client())
    signature = inspect.signature(method)
    *parameters, options = signature.parameters.values()
    assert options.name == "request_options"
    assert [parameter.name for parameter in parameters] == list(ENDPOINT.parameters)
    for parameter in (*parameters, options):
        assert parameter.kind is inspect.Parameter.KEYWORD_ONLY
        assert parameter.annotation
        required = parameter.name in ("model", "messages")
        assert parameter.default is (inspect.Parameter.empty if required else None)


@pytest.mark.parametrize("cls", CLIENTS)
@pytest.mark.parametrize("method", ["chat", "chat_stream"])
def test_help_says_of_each_parameter_what_the_contract_says(cls: type, method: str) -> None:
    shown = " ".join(pydoc.plain(pydoc.render_doc(getattr(cls("k"), method))).split())
    arguments = shown.partition("Args: ")[2]
    for name in ENDPOINT.parameters:
        arguments = arguments.partition(f" {name}: " if name != "model" else "model: ")[2]
        schema = PROPERTIES[name]
        assert arguments.startswith(schema.get("description", "").split(". ")[0].rstrip("."))
        facts = arguments.partition("). ")[0]
        if "minimum" in schema and "maximum" in schema:
            assert f"{schema['minimum']:g} to {schema['maximum']:g}" in facts
        if "maxItems" in schema:
            assert f"at most {schema['maxItems']}" in facts
        if "default" in schema:
            assert f"default {schema['default']}" in facts
        if "enum" in schema:
            assert f"one of {', '.join(schema['enum'])}" in facts
    assert "request_options: " in arguments
