"""What the methods of a client say of themselves, and small comforts."""

from __future__ import annotations

import inspect
import json
import pydoc
from typing import Any

import cohere_chat
import pytest
from cohere_chat._httpx import httpx
from streams import REPLY
from support import CHAT, CONTRACT, ENDPOINT, Both, parse_reply

CLIENTS = (cohere_chat.ClientV2, cohere_chat.AsyncClientV2)
PROPERTIES = CONTRACT["components"]["schemas"]["V2ChatRequest"]["properties"]


def test_v2_is_the_client_itself(both: Both) -> None:
    client = both.client()
    assert client.v2 is client


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


def test_the_family_s_pytest_plugin_sees_the_requests(both: Both, request: pytest.FixtureRequest) -> None:
    """pytest-httpx for httpx, pytest-httpx2 for httpx2."""
    url = "https://api.cohere.com/v2/chat"
    plugin = request.getfixturevalue(f"{httpx.__name__}_mock")
    if httpx.__name__ == "httpx":
        plugin.add_response(url=url, method="POST", json=REPLY)
    else:
        plugin.post(url).respond(json=REPLY)
    assert both.chat(both.client()).id == "r-1"
    sent = plugin.get_request() if httpx.__name__ == "httpx" else plugin.calls.last.request
    assert json.loads(sent.content) == {**CHAT, "stream": False}
    assert sent.headers["host"] == "api.cohere.com"
