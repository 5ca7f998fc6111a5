"""Requests of every kind that the emulator answers in a way of its own, and a way to send them."""

import json
import re
from typing import Any
from urllib.parse import quote

from cohere_chat._httpx import httpx
from cohere_chat.emulator._calls import Call
from cohere_chat.emulator._chat import v2_chat
from cohere_chat.emulator._contract import document, operations, validator
from cohere_chat.emulator._limits import Limits
from cohere_chat.emulator._state import Settings, State
from cohere_chat.emulator._store import Store

MODEL = "command-a-plus-05-2026"
IMAGE = "data:image/png;base64,iVBORw0KGgo="


def function(name: str, **properties: Any) -> dict[str, Any]:
    parameters = {"type": "object", "properties": properties, "required": list(properties)}
    return {"type": "function", "function": {"name": name, "parameters": parameters}}


def body(*messages: tuple[str, Any] | dict[str, Any], **more: Any) -> dict[str, Any]:
    turns = [m if isinstance(m, dict) else {"role": m[0], "content": m[1]} for m in messages]
    return {"model": MODEL, "messages": turns or [{"role": "user", "content": "Tell me about ships."}], **more}


WEATHER = function("get_weather", city={"type": "string"}, days={"type": "integer", "minimum": 1, "maximum": 7})
SALES = function("query_sales", date={"type": "string", "format": "date"})
ASKED = ("user", "What is the weather in Toronto, and how are the sales?")
CALLED = {
    "role": "assistant",
    "tool_calls": [
        {
            "id": "call_1",
            "type": "function",
            "function": {"name": "get_weather", "arguments": '{"city": "Toronto"}'},
        },
        {
            "id": "call_2",
            "type": "function",
            "function": {"name": "query_sales", "arguments": '{"date": "2026-05-01"}'},
        },
    ],
}
RESULTS = [
    {"role": "tool", "tool_call_id": "call_1", "content": '{"temperature": "20°C", "sky": "clear"}'},
    {
        "role": "tool",
        "tool_call_id": "call_2",
        "content": [
            {"type": "text", "text": "no JSON, but a sentence about sales"},
            {"type": "document", "document": {"id": "sales-1", "data": {"total": 12}}},
        ],
    },
]
DOCUMENTS = [
    "The tallest penguins are emperors. They live in Antarctica.",
    {"id": "birds", "data": {"title": "Birds", "snippet": "Penguins are birds that cannot fly at all. 🐧"}},
    {"data": {"year": 2026}},
]
SCHEMA = {
    "type": "object",
    "properties": {"name": {"type": "string"}, "age": {"type": "integer", "minimum": 0, "maximum": 120}},
    "required": ["name", "age"],
    "additionalProperties": False,
}

SAMPLES = {
    "plain": body(),
    "system": body(("system", "You are a pirate."), ("user", "Hi!")),
    "turns": body(("user", "Hi"), ("assistant", "Hello"), ("user", [{"type": "text", "text": "And now?"}])),
    "max_tokens": body(max_tokens=5),
    "no tokens": body(max_tokens=0),
    "stop": body(stop_sequences=["ships", "never"]),
    "logprobs": body(logprobs=True, max_tokens=9),
    "thinking": body(thinking={"type": "enabled"}, logprobs=True),
    "budget": body(thinking={"type": "enabled", "token_budget": 3}, max_tokens=8),
    "reasoning model": body() | {"model": "command-a-reasoning-08-2025"},
    "image": body(("user", [{"type": "text", "text": "See?"}, {"type": "image_url", "image_url": {"url": IMAGE}}])),
    "documents": body(("user", "Where do penguins live?"), documents=DOCUMENTS),
    "cited fast": body(("user", "Where do penguins live?"), documents=DOCUMENTS, citation_options={"mode": "FAST"}),
    "cited after thinking": body(
        ("user", "Where do penguins live?"), documents=DOCUMENTS, thinking={"type": "enabled"}
    ),
    "citations cut": body(("user", "Where do penguins live?"), documents=DOCUMENTS, max_tokens=30),
    "not cited": body(("user", "Where do penguins live?"), documents=DOCUMENTS, citation_options={"mode": "OFF"}),
    "tools": body(ASKED, tools=[WEATHER, SALES]),
    "tools after thinking": body(ASKED, tools=[WEATHER, SALES], thinking={"type": "enabled"}),
    "tools cut": body(ASKED, tools=[WEATHER, SALES], max_tokens=45),
    "tool required": body(tools=[SALES], tool_choice="REQUIRED", strict_tools=True),
    "no tool": body(ASKED, tools=[WEATHER], tool_choice="NONE"),
    "tool results": body(ASKED, CALLED, *RESULTS, tools=[WEATHER, SALES]),
    "json": body(response_format={"type": "json_object"}),
    "schema": body(response_format={"type": "json_object", "json_schema": SCHEMA}),
    "surrogate": body(("user", "half of a pair: \ud83d")),
    "others": body(seed=7, temperature=1, k=0, p=0.5, priority=3, safety_mode="STRICT", frequency_penalty=0.1),
}

STREAM = body(stream=True)

# No certificates are loaded, which takes longer than a request, and no connections kept, as emulators come and go.
http = httpx.Client(verify=False, limits=httpx.Limits(max_keepalive_connections=0))


def component(name):
    """Return what checks values against a component of the contract."""
    return validator({"$ref": f"#/components/schemas/{name}"})


def check(request_body, models=frozenset()):
    """Raise RefusedError unless `request_body` is one that V2's chat takes."""
    chat = operations()["v2_chat"]
    chat.check_body(request_body)
    state = State(Settings(models=models), None, Limits(None), Store())
    v2_chat(Call(operation=chat, in_path={}, parameters={}, body=request_body, state=state, base_url=""))


def ask(emulator, name, *ids, status=200, **request):
    """Send a request to the operation of that name; return the reply, which has the status and fits the contract."""
    operation = operations()[name]
    parts = iter(ids)
    path = re.sub(r"{\w+}", lambda _: quote(next(parts), safe=""), operation.path)
    answer = http.request(operation.method, f"{emulator.url}{path}", **request)
    assert answer.status_code == status, answer.text
    if status != 200:
        assert set(answer.json()) == {"message", "id"}
        return answer.json()["message"]
    if operation.reply is None:
        assert answer.content == b""
        return None
    reply = answer.json()
    validator(operation.reply["schema"]).validate(reply)
    return reply


def ask_lines(emulator, name, request_body):
    """Send a request for a stream of lines; return its events, which fit the contract."""
    operation = operations()[name]
    answer = http.post(f"{emulator.url}{operation.path}", json={**request_body, "stream": True})
    assert answer.headers["content-type"] == "application/stream+json; charset=utf-8"
    content = document()["paths"][operation.path]["post"]["responses"]["200"]["content"]
    events = [json.loads(line) for line in answer.text.splitlines()]
    for event in events:
        validator(content["application/stream+json"]["schema"]).validate(event)
    return events


def post(emulator, request_body=STREAM, fault=None, timeout=5.0):
    """Return the answer with as much of its body as came, and the error that ended it."""
    headers = {"X-Emulator-Fault": fault} if fault else {}
    content = b""
    response = None
    try:
        with http.stream(
            "POST", f"{emulator.url}/v2/chat", json=request_body, headers=headers, timeout=timeout
        ) as response:
            for part in response.iter_raw():
                content += part
    except httpx.HTTPError as error:
        return response, content, error
    return response, content, None
