"""A reply as the events of a stream: what they fold to is the reply."""

import json
import uuid
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ._text import tokens

Event = dict[str, Any]

# The events that a model writes one token for: these take time when tokens come at a given speed.
TOKEN_EVENTS = frozenset({"content-delta", "tool-plan-delta", "tool-call-delta", "text-generation"})


def events_of(reply: Mapping[str, Any], *, cite_at_once: bool = False) -> Iterator[Event]:
    """Yield the events that tell `reply`, one for each token.

    Citations come when the content that they are in is told or, with `cite_at_once` (the citation mode FAST),
    as soon as the words that they cite are.
    """
    message = reply["message"]
    start = {"role": "assistant", "content": [], "tool_plan": "", "tool_calls": [], "citations": []}
    yield {"id": reply["id"], "type": "message-start", "delta": {"message": start}}
    logprobs = iter(reply.get("logprobs") or ())
    untold: dict[int, dict[str, Any]] = dict(enumerate(message.get("citations") or ()))
    for index, item in enumerate(message.get("content") or ()):
        kind = item["type"]
        told = 0
        yield _event("content-start", index, content={**item, kind: ""} if kind in _TEXTS else item)
        for token in tokens(item[kind]) if kind in _TEXTS else ():
            event = _event("content-delta", index, content={kind: token})
            if kind == "text" and (logprob := next(logprobs, None)):
                event["logprobs"] = logprob
            yield event
            told += len(token)
            if cite_at_once:
                yield from _citations(untold, index, told)
        yield from _citations(untold, index, told)
        yield {"type": "content-end", "index": index}
    for token in tokens(message.get("tool_plan") or ""):
        yield _event("tool-plan-delta", tool_plan=token)
    for index, call in enumerate(message.get("tool_calls") or ()):
        function = call["function"]
        yield _event("tool-call-start", index, tool_calls={**call, "function": {**function, "arguments": ""}})
        for token in tokens(function["arguments"]):
            yield _event("tool-call-delta", index, tool_calls={"function": {"arguments": token}})
        yield {"type": "tool-call-end", "index": index}
    yield message_end(reply["id"], finish_reason=reply["finish_reason"], usage=reply["usage"])


def message_end(identifier: str, **delta: Any) -> Event:
    """Return the event that ends a stream."""
    return {"id": identifier, "type": "message-end", "delta": delta}


def frame(event: Event) -> bytes:
    """Encode an event of version 2 as a server-sent event, one of version 1 as a line of JSON."""
    if "event_type" in event:
        return encode(event) + b"\n"
    return b"event: %b\ndata: %b\n\n" % (event["type"].encode(), encode(event))


class Lazy:
    """A list whose items are made when they are encoded, because all of them at once would fill the memory."""

    def __iter__(self) -> Iterator[Any]:
        raise NotImplementedError


def encode(value: Any, default: Callable[[Any], Any] = list) -> bytes:
    """Encode a value as JSON. A lone surrogate, which a request may hold but UTF-8 has no bytes for, becomes "?"."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=default).encode("utf-8", "replace")


def encode_lazily(value: Any) -> Iterator[bytes]:
    """Yield the pieces of the same encoding, each item of a Lazy as a piece."""
    lists: dict[str, Lazy] = {}

    def mark(lazy: Lazy) -> str:
        name = uuid.uuid4().hex
        lists[name] = lazy
        return name

    rest = encode(value, mark)
    for name, lazy in lists.items():
        before, _, rest = rest.partition(f'"{name}"'.encode())
        yield before + b"["
        for index, item in enumerate(map(encode, lazy)):
            yield b"," + item if index else item
        rest = b"]" + rest
    yield rest


_TEXTS = frozenset({"text", "thinking"})


def _event(kind: str, index: int | None = None, **message: Any) -> Event:
    place = {} if index is None else {"index": index}
    return {"type": kind, **place, "delta": {"message": message}}


def _citations(untold: dict[int, dict[str, Any]], content_index: int, told: int) -> Iterator[Event]:
    """Yield the events of the citations that end within the first `told` characters, and forget these."""
    for index, citation in list(untold.items()):
        if citation.get("content_index", content_index) == content_index and citation["end"] <= told:
            del untold[index]
            yield _event("citation-start", index, citations=citation)
            yield {"type": "citation-end", "index": index}
