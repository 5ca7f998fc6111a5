"""A reply as the events of a stream: what they fold to is the reply."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from cohere_chat.emulator._text import tokens


def events_of(reply: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the events that tell `reply`, one for each token."""
    yield {
        "id": reply["id"],
        "type": "message-start",
        "delta": {"message": {"role": "assistant", "content": []}},
    }
    for index, item in enumerate(reply["message"]["content"]):
        kind = item["type"]
        yield {
            "type": "content-start",
            "index": index,
            "delta": {"message": {"content": {"type": kind, kind: ""}}},
        }
        for piece in tokens(item[kind]):
            yield {"type": "content-delta", "index": index, "delta": {"message": {"content": {kind: piece}}}}
        yield {"type": "content-end", "index": index}
    yield {
        "id": reply["id"],
        "type": "message-end",
        "delta": {"finish_reason": reply["finish_reason"], "usage": reply["usage"]},
    }


def frame(event: Mapping[str, Any]) -> bytes:
    """Encode an event as a server-sent event."""
    return f"event: {event['type']}\ndata: {json.dumps(event, ensure_ascii=False)}\n\n".encode()
