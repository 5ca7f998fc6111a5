"""The replies of the canned server, in Cohere's shape and in OpenAI's, with the same texts.

Every text holds the mark, in whose place the server puts the number of the request: no two replies are alike, so that
nothing can be cached by content.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]

MARK = b"#######"
_MARK = MARK.decode()
_SENTENCE = "The quick brown fox jumps over a lazy dog and then it sleeps for an hour in the warm sun"
_WORDS = _SENTENCE.split()


def reply(shape: str, text_bytes: int, citations: int, tool_calls: int) -> bytes:
    """A whole reply."""
    text = _text(text_bytes)
    return _dumps(_openai_reply(text, citations, tool_calls) if shape == "v1" else _reply(text, citations, tool_calls))


def embeddings(path: str, count: int, dimensions: int) -> bytes:
    """Vectors for `count` texts, for the paths embed (of both versions) and embeddings (OpenAI's)."""
    # As many digits as the API sends.
    vectors = [[round(math.sin(row * dimensions + place), 8) for place in range(dimensions)] for row in range(count)]
    if path == "embeddings":
        data = [{"object": "embedding", "index": index, "embedding": vector} for index, vector in enumerate(vectors)]
        return _dumps({"object": "list", "data": data, "model": "m", "usage": {"prompt_tokens": 5, "total_tokens": 5}})
    return _dumps(
        {
            "response_type": "embeddings_by_type",
            "id": _MARK,
            "texts": [f"text {index}" for index in range(count)],
            "embeddings": {"float": vectors},
            "meta": {"api_version": {"version": "2"}, "billed_units": {"input_tokens": 288}},
        }
    )


def events(shape: str, kind: str, count: int) -> list[bytes]:
    """The server-sent events of a stream with `count` pieces of "text" or of the "tools" arguments of tool calls."""
    if shape == "v1":
        data = [_dumps(chunk) for chunk in _openai_chunks(kind, count)]
        return [b"data: " + item + b"\n\n" for item in [*data, b"[DONE]"]]
    return [f"event: {event['type']}\ndata: ".encode() + _dumps(event) + b"\n\n" for event in _events(kind, count)]


def _dumps(value: Json) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def _text(size: int) -> str:
    line = f"{_MARK} {_SENTENCE}. "
    return (line * (size // len(line) + 1))[:size]


def _arguments(index: int) -> str:
    return json.dumps({"query": f"{_MARK} weather in city {index}", "days": index})


def _usage() -> Json:
    return {
        "billed_units": {"input_tokens": 5, "output_tokens": 418},
        "tokens": {"input_tokens": 71, "output_tokens": 418},
    }


def _reply(text: str, citations: int, tool_calls: int) -> Json:
    message: Json = {"role": "assistant", "content": [{"type": "text", "text": text}]}
    if tool_calls:
        message["tool_plan"] = f"I will look it up {_MARK}."
        message["tool_calls"] = [
            {"id": f"call_{index}", "type": "function", "function": {"name": "search", "arguments": _arguments(index)}}
            for index in range(tool_calls)
        ]
    if citations:
        message["citations"] = [
            {
                "start": 10 * index,
                "end": 10 * index + 8,
                "text": f"{_MARK}",
                "type": "TEXT_CONTENT",
                "content_index": 0,
                "sources": [{"type": "document", "id": f"doc:{index}", "document": {"title": f"{_MARK} {index}"}}],
            }
            for index in range(citations)
        ]
    reason = "TOOL_CALL" if tool_calls else "COMPLETE"
    return {"id": f"reply-{_MARK}", "finish_reason": reason, "message": message, "usage": _usage()}


def _openai_reply(text: str, citations: int, tool_calls: int) -> Json:
    message: Json = {"role": "assistant", "content": text}
    if tool_calls:
        message["tool_calls"] = [
            {"id": f"call_{index}", "type": "function", "function": {"name": "search", "arguments": _arguments(index)}}
            for index in range(tool_calls)
        ]
    if citations:
        message["annotations"] = [
            {
                "type": "url_citation",
                "url_citation": {
                    "start_index": 10 * index,
                    "end_index": 10 * index + 8,
                    "title": f"{_MARK} {index}",
                    "url": f"doc:{index}",
                },
            }
            for index in range(citations)
        ]
    choice = {"index": 0, "finish_reason": "tool_calls" if tool_calls else "stop", "message": message}
    return {
        "id": f"reply-{_MARK}",
        "object": "chat.completion",
        "created": 1,
        "model": "m",
        "choices": [choice],
        "usage": {"prompt_tokens": 71, "completion_tokens": 418, "total_tokens": 489},
    }


def _pieces(count: int) -> Iterator[str]:
    for index in range(count):
        yield f" {_WORDS[index % len(_WORDS)]}{_MARK}"


def _events(kind: str, count: int) -> Iterator[Json]:
    yield {
        "type": "message-start",
        "id": f"reply-{_MARK}",
        "delta": {
            "message": {"role": "assistant", "content": [], "tool_plan": "", "tool_calls": [], "citations": []},
        },
    }
    if kind == "text":
        content = {"type": "text", "text": ""}
        yield {"type": "content-start", "index": 0, "delta": {"message": {"content": content}}}
        for piece in _pieces(count):
            yield {"type": "content-delta", "index": 0, "delta": {"message": {"content": {"text": piece}}}}
        yield {"type": "content-end", "index": 0}
    else:
        call = {"id": "call_0", "type": "function", "function": {"name": "search", "arguments": ""}}
        yield {"type": "tool-call-start", "index": 0, "delta": {"message": {"tool_calls": call}}}
        for piece in _pieces(count):
            function = {"function": {"arguments": piece}}
            yield {"type": "tool-call-delta", "index": 0, "delta": {"message": {"tool_calls": function}}}
        yield {"type": "tool-call-end", "index": 0}
    reason = "TOOL_CALL" if kind == "tools" else "COMPLETE"
    yield {"type": "message-end", "delta": {"finish_reason": reason, "usage": _usage()}}


def _openai_chunks(kind: str, count: int) -> Iterator[Json]:
    def chunk(delta: Json, reason: str | None = None) -> Json:
        choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": reason}
        return {
            "id": f"reply-{_MARK}",
            "object": "chat.completion.chunk",
            "created": 1,
            "model": "m",
            "choices": [choice],
        }

    yield chunk({"role": "assistant", "content": ""})
    if kind == "text":
        for piece in _pieces(count):
            yield chunk({"content": piece})
    else:
        call = {"index": 0, "id": "call_0", "type": "function", "function": {"name": "search", "arguments": ""}}
        yield chunk({"tool_calls": [call]})
        for piece in _pieces(count):
            yield chunk({"tool_calls": [{"index": 0, "function": {"arguments": piece}}]})
    yield chunk({}, "tool_calls" if kind == "tools" else "stop")
