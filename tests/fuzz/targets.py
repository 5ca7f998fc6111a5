"""What must hold whatever bytes a server sends: the typed result, as the bytes say it, or one of our errors.

Each function takes bytes and raises AssertionError, or what should not have come out, if it does not hold.
"""

from __future__ import annotations

import ast
import json
import pickle
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cohere_chat import ChatStream, ClientV2, errors
from cohere_chat._accumulate import Accumulator
from cohere_chat._events import text_of
from cohere_chat._failures import api_error
from cohere_chat._httpx import httpx
from cohere_chat._json import decode
from cohere_chat._reply import read_reply
from cohere_chat._sse import SSEDecoder
from support import CHAT, ENDPOINT, parse_event

REQUEST = httpx.Request("POST", "http://a.example/v2/chat", headers={"Authorization": "Bearer s3cret-key"})
LIMIT = 1 << 16


def reply(content: bytes) -> None:
    """The body of an answer, as a reply and as an error page."""
    response = httpx.Response(200, headers={"content-type": "application/json"}, request=REQUEST)
    try:
        read = read_reply(ENDPOINT, response, content, None)
    except errors.InvalidResponseError as error:
        _sound(error)
    else:
        assert same(read.to_dict(), json.loads(content.decode("utf-8-sig")))
        assert isinstance(repr(read), str)
        assert pickle.loads(pickle.dumps(read)) == read
    _sound(api_error(httpx.Response(500, request=REQUEST), content, 0.0))


def event(content: bytes) -> None:
    """The data of an event."""
    try:
        value = decode(content)
        read = parse_event(value)
    except ValueError:
        return
    assert same(read.to_dict(), json.loads(content.decode("utf-8-sig")))
    assert isinstance(read.type, str)
    assert isinstance(text_of(read), str)
    assert isinstance(repr(read), str)
    accumulator = Accumulator()
    before = json.dumps(value)
    for _ in range(2):
        accumulator.add(value)
        accumulator.reply()
    assert json.dumps(value) == before


def decoder(content: bytes) -> None:
    """A stream in pieces: the first byte says how long they are."""
    size, content = content[:1], content[1:]
    expected = events_of(content)
    made = SSEDecoder(LIMIT)
    pieces = [content[start : start + (size[0] or 1)] for start in range(0, len(content), size[0] or 1)] if size else []
    got = [event for piece in pieces for event in made.feed(piece)]
    assert got == expected or (made.too_large and len(content) > LIMIT)


def stream(content: bytes) -> None:
    """The body of a stream, over the whole client."""
    stream = _opened(content)
    seen: list[Any] = []
    try:
        seen.extend(stream)
    except errors.CohereError as error:
        _sound(error)
        assert not seen or seen[-1].type != "message-end"
    else:
        assert seen[-1].type == "message-end"
    # No event of those that can be read is lost, altered or made up.
    for got, sent in zip(seen, [data for data in events_of(content) if data != b"[DONE]"], strict=False):
        assert same(got.to_dict(), json.loads(sent.decode("utf-8-sig")))
    assert isinstance(repr(stream.snapshot), str)
    for read in (lambda: list(_opened(content).text_stream), lambda: _opened(content).final_response()):
        try:
            read()
        except errors.CohereError as error:
            _sound(error)


def corpus(name: str) -> list[bytes]:
    """The inputs for a target that fuzzing found: one bytes literal a line."""
    lines = Path(__file__).with_name("corpus").joinpath(f"{name}.txt").read_text("utf-8").splitlines()
    return [ast.literal_eval(line) for line in lines]


TARGETS: dict[str, Callable[[bytes], None]] = {"reply": reply, "event": event, "decoder": decoder, "stream": stream}


def events_of(content: bytes) -> list[bytes]:
    """The data of the events, by the letter of WHATWG HTML section 9.2.6: slow, and in one piece."""
    events, data = [], b""
    lines = re.split(rb"\r\n|\n|\r", content.removeprefix(b"\xef\xbb\xbf"))
    # What follows the last line end is no line.
    for line in lines[:-1]:
        if not line:
            # Blank data are a keep-alive of some gateways.
            if data.strip():
                events.append(data[:-1])
            data = b""
        elif not line.startswith(b":"):
            name, _, value = line.partition(b":")
            if name == b"data":
                data += value.removeprefix(b" ") + b"\n"
    return events


def same(one: object, other: object) -> bool:
    """Whether two JSON values are the same, types and the order of keys included."""
    return json.dumps(one) == json.dumps(other)


def _opened(content: bytes) -> ChatStream:
    headers = {"content-type": "text/event-stream"}
    transport = httpx.MockTransport(lambda _: httpx.Response(200, headers=headers, content=content))
    client = ClientV2("s3cret-key", httpx_client=httpx.Client(transport=transport), max_retries=0)
    return client.chat_stream(**CHAT)


def _sound(error: errors.CohereError) -> None:
    assert 0 < len(str(error)) < 2500
    other = pickle.loads(pickle.dumps(error))
    assert type(other) is type(error)
    assert str(other) == str(error)
