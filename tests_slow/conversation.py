"""A conversation with a chat client, and what was read from its replies.

It runs with this project's client and, in an environment of its own, with the vendor's: both must read the same.
As a program: ``python conversation.py URL`` prints what the package `cohere` reads, as JSON.
"""

import asyncio
import json
import sys

MODEL = "command-a-plus-05-2026"
TOOL = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "Tells the weather of a day.",
        "parameters": {
            "type": "object",
            "properties": {"city": {"type": "string"}, "day": {"type": "string", "format": "date"}},
            "required": ["city", "day"],
        },
    },
}
SCHEMA = {
    "type": "object",
    "properties": {
        "title": {"type": "string"},
        "tags": {"type": "array", "items": {"enum": ["a", "b"]}, "minItems": 1},
        "author": {"anyOf": [{"$ref": "#/$defs/person"}, {"type": "null"}]},
    },
    "required": ["title", "tags", "author"],
    "$defs": {"person": {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}},
}


def user(text):
    return {"model": MODEL, "messages": [{"role": "user", "content": text}]}


REQUESTS = {
    "text": user("Tell me about LLMs"),
    "system": {
        "model": MODEL,
        "messages": [
            {"role": "system", "content": "You respond concisely, in about 5 words or less"},
            {"role": "user", "content": "Write a title for a blog post about tests."},
        ],
    },
    "limits": user("Tell me about ships") | {"max_tokens": 5, "stop_sequences": ["x"], "seed": 3, "logprobs": True},
    "documents": user("Where do penguins live?")
    | {"documents": ["Penguins live in Antarctica.", {"id": "b", "data": {"text": "Penguins eat the fish there."}}]},
    "cited fast": user("Where do penguins live?")
    | {"documents": ["Penguins live in Antarctica, all of them."], "citation_options": {"mode": "FAST"}},
    "json": user("Generate a JSON object") | {"response_format": {"type": "json_object", "json_schema": SCHEMA}},
    "thinking": user("What is 27 times 11?") | {"thinking": {"type": "enabled", "token_budget": 20}},
    "tools": user("What is the weather in Toronto?") | {"tools": [TOOL]},
    "image": {
        "model": MODEL,
        "messages": [
            {
                "role": "user",
                "content": [
                    {"type": "text", "text": "What is it?"},
                    {"type": "image_url", "image_url": {"url": "https://example.com/cat.png"}},
                ],
            }
        ],
    },
}
BAD_REQUESTS = {
    "unknown model": user("Hi") | {"model": "gpt-4"},
    "bad value": user("Hi") | {"temperature": 9},
    "unknown role": {"model": MODEL, "messages": [{"role": "robot", "content": "Hi"}]},
}


def read_call(call):
    return [call.id, call.type, call.function.name, call.function.arguments]


def read_citation(citation):
    sources = [[s.type, s.id, s.document if s.type == "document" else s.tool_output] for s in citation.sources]
    return [citation.start, citation.end, citation.text, citation.type, sources]


def read_usage(usage):
    billed, tokens = usage.billed_units, usage.tokens
    return [billed.input_tokens, billed.output_tokens, tokens.input_tokens, tokens.output_tokens]


def read_reply(reply):
    message = reply.message
    return {
        "id": reply.id,
        "finish_reason": reply.finish_reason,
        "content": [[item.type, item.text if item.type == "text" else item.thinking] for item in message.content or []],
        "tool_plan": message.tool_plan,
        "tool_calls": [read_call(call) for call in message.tool_calls or []],
        "citations": [read_citation(citation) for citation in message.citations or []],
        "usage": read_usage(reply.usage),
        "logprobs": [[item.text, item.token_ids, item.logprobs] for item in reply.logprobs or []],
    }


def read_event(event):
    message = getattr(getattr(event, "delta", None), "message", None)
    read = [event.type, getattr(event, "index", None)]
    match event.type:
        case "message-start":
            read += [event.id, message.role]
        case "content-start":
            read += [message.content.type]
        case "content-delta":
            read += [message.content.text, message.content.thinking, event.logprobs and event.logprobs.text]
        case "tool-plan-delta":
            read += [message.tool_plan]
        case "tool-call-start":
            read += [read_call(message.tool_calls)]
        case "tool-call-delta":
            read += [message.tool_calls.function.arguments]
        case "citation-start":
            read += [read_citation(message.citations)]
        case "message-end":
            read += [event.delta.finish_reason, read_usage(event.delta.usage)]
    return read


def follow_up(params, reply):
    """Answer the tool calls of a reply."""
    results = [
        {"role": "tool", "tool_call_id": call.id, "content": json.dumps({"temperature": "20°C"})}
        for call in reply.message.tool_calls
    ]
    return params | {"messages": [*params["messages"], reply.message, *results]}


def conversation(client):
    """Talk, and return what was read."""
    read = {}
    for name, params in REQUESTS.items():
        read[name] = read_reply(client.chat(**params))
        read[f"{name}, streamed"] = [read_event(event) for event in client.chat_stream(**params)]
    params = REQUESTS["tools"]
    after = follow_up(params, client.chat(**params))
    read["tool results"] = read_reply(client.chat(**after))
    read["tool results, streamed"] = [read_event(event) for event in client.chat_stream(**after)]
    for name, params in BAD_REQUESTS.items():
        try:
            client.chat(**params)
        except Exception as error:
            body = error.body if isinstance(error.body, dict) else vars(error.body)
            read[name] = [type(error).__name__, error.status_code, body["message"]]
    return read


async def async_conversation(client):
    """The same, in short, with a client for asyncio."""
    read = {}
    for name, params in REQUESTS.items():
        read[name] = read_reply(await client.chat(**params))
        read[f"{name}, streamed"] = [read_event(event) async for event in client.chat_stream(**params)]
    return read


if __name__ == "__main__":
    import cohere

    options = {"api_key": "any", "base_url": sys.argv[1]}
    talked = conversation(cohere.ClientV2(**options))
    print(json.dumps([talked, asyncio.run(async_conversation(cohere.AsyncClientV2(**options)))]))
