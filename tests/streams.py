"""Recorded replies: what chat() gets, and the events by which chat_stream() gets the same; and answers of servers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from rawserver import Answer, RawServer, Step, event_stream, http, sse

# What the fixtures of these names are.
Serve = Callable[..., RawServer]
Call = Callable[..., Any]
Json = dict[str, Any]


def start(id: str = "r-1") -> Json:
    message = {"role": "assistant", "content": [], "tool_plan": "", "tool_calls": [], "citations": []}
    return {"id": id, "type": "message-start", "delta": {"message": message}}


def content_start(index: int, **content: Any) -> Json:
    return {"type": "content-start", "index": index, "delta": {"message": {"content": content}}}


def content_delta(index: int, **content: Any) -> Json:
    return {"type": "content-delta", "index": index, "delta": {"message": {"content": content}}}


def end(finish_reason: str = "COMPLETE", **more: Any) -> Json:
    return {"type": "message-end", "delta": {"finish_reason": finish_reason, **more}}


USAGE: Json = {
    "billed_units": {"input_tokens": 3, "output_tokens": 4},
    "tokens": {"input_tokens": 70, "output_tokens": 4},
}
SOURCE: Json = {"type": "document", "id": "doc-1", "document": {"title": "T"}}
TOOL_SOURCE: Json = {"type": "tool", "id": "call-1:0", "tool_output": {"celsius": "20"}}
CITATION: Json = {"start": 0, "end": 5, "text": "Hello", "sources": [SOURCE, TOOL_SOURCE], "type": "TEXT_CONTENT"}
CALLS: list[Json] = [
    {"id": "call-1", "type": "function", "function": {"name": "weather", "arguments": '{"city": "Köln"}'}},
    {"id": "call-2", "type": "function", "function": {"name": "time", "arguments": "{}"}},
]
LOGPROB: Json = {"text": "Hel", "token_ids": [1, 2], "logprobs": [-0.1, -0.2]}


def reply(finish_reason: str = "COMPLETE", *, usage: Json | None = USAGE, **message: Any) -> Json:
    made: Json = {"id": "r-1", "finish_reason": finish_reason, "message": {"role": "assistant", **message}}
    return made if usage is None else {**made, "usage": usage}


# Name: the reply as JSON, and its events.
RECORDED: dict[str, tuple[Json, list[Json]]] = {
    "text": (
        reply(content=[{"type": "text", "text": "Hello wörld!"}]),
        [
            start(),
            content_start(0, type="text", text=""),
            content_delta(0, text="Hello"),
            content_delta(0, text=" wör"),
            content_delta(0, text="ld!"),
            {"type": "content-end", "index": 0},
            end(usage=USAGE),
        ],
    ),
    "thinking": (
        reply(content=[{"type": "thinking", "thinking": "Hm, well."}, {"type": "text", "text": "Hello!"}]),
        [
            start(),
            content_start(0, type="thinking", thinking=""),
            content_delta(0, thinking="Hm, "),
            content_delta(0, thinking="well."),
            {"type": "content-end", "index": 0},
            content_start(1, type="text", text="Hel"),
            content_delta(1, text="lo!"),
            {"type": "content-end", "index": 1},
            end(usage=USAGE),
        ],
    ),
    "tool calls": (
        reply("TOOL_CALL", tool_plan="I will look.", tool_calls=CALLS),
        [
            start(),
            {"type": "tool-plan-delta", "delta": {"message": {"tool_plan": "I will "}}},
            {"type": "tool-plan-delta", "delta": {"message": {"tool_plan": "look."}}},
            {
                "type": "tool-call-start",
                "index": 0,
                "delta": {"message": {"tool_calls": {**CALLS[0], "function": {"name": "weather", "arguments": ""}}}},
            },
            *(
                {
                    "type": "tool-call-delta",
                    "index": 0,
                    "delta": {"message": {"tool_calls": {"function": {"arguments": piece}}}},
                }
                for piece in ('{"ci', 'ty": "K', 'öln"}')
            ),
            {"type": "tool-call-end", "index": 0},
            {"type": "tool-call-start", "index": 1, "delta": {"message": {"tool_calls": CALLS[1]}}},
            {"type": "tool-call-end", "index": 1},
            end("TOOL_CALL", usage=USAGE),
        ],
    ),
    "citations": (
        reply(content=[{"type": "text", "text": "Hello!"}], citations=[CITATION, {**CITATION, "start": 5, "end": 6}]),
        [
            start(),
            content_start(0, type="text", text=""),
            content_delta(0, text="Hello"),
            {"type": "citation-start", "index": 0, "delta": {"message": {"citations": CITATION}}},
            {"type": "citation-end", "index": 0},
            content_delta(0, text="!"),
            {
                "type": "citation-start",
                "index": 1,
                "delta": {"message": {"citations": {**CITATION, "start": 5, "end": 6}}},
            },
            {"type": "citation-end", "index": 1},
            {"type": "content-end", "index": 0},
            end(usage=USAGE),
        ],
    ),
    "log probabilities": (
        {**reply(content=[{"type": "text", "text": "Hello"}], usage=None), "logprobs": [LOGPROB, LOGPROB]},
        [
            start(),
            content_start(0, type="text", text=""),
            {**content_delta(0, text="Hel"), "logprobs": LOGPROB},
            {**content_delta(0, text="lo"), "logprobs": LOGPROB},
            {"type": "content-end", "index": 0},
            end(),
        ],
    ),
    "nothing": (reply("MAX_TOKENS", usage=None), [start(), end("MAX_TOKENS")]),
    "what the contract does not know": (
        {
            **reply(
                "PAUSED", content=[{"type": "video", "url": "http://v", "size": 3, "new": {"a": "bc"}}], usage=None
            ),
            "extra": 1,
        },
        [
            start(),
            {"type": "weather-report", "temperature": 20},
            content_start(0, type="video", url="http:", new={"a": "b"}),
            content_delta(0, url="//v", size=3, new={"a": "c"}),
            {"type": "debug", "prompt": "p"},
            end("PAUSED", extra=1),
        ],
    ),
}

REPLY, EVENTS = RECORDED["text"]
PIECES: Final = [sse(event) for event in EVENTS]
WHOLE: Final = event_stream(*PIECES)
# What each method hopes for.
GOOD: Final[dict[str, Answer]] = {"chat": http(200, REPLY), "chat_stream": WHOLE}
BUSY: Final = http(503, {"message": "busy"})
# The same without an end: what follows in a list is the ending.
BEGUN: Final[dict[str, list[Step]]] = {
    "chat": [b'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"id": '],
    "chat_stream": event_stream(*PIECES[:3], end=False),
}
# What the snapshot of that stream is.
BEGUN_REPLY: Final = {"id": "r-1", "message": {"role": "assistant", "content": [{"type": "text", "text": "Hello"}]}}
