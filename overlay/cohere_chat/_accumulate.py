"""Folds the events of a stream into the reply that they spell out."""

from __future__ import annotations

import contextlib
import itertools
import re
from collections.abc import Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from cohere_chat_api import models

from ._json import decode

if TYPE_CHECKING:
    from cohere_chat_api.models import V2ChatResponse

Json = dict[str, Any]


class _Pieces(list[str]):
    """A text that is still growing."""


class _Growing(Json):
    """An object that is still growing: its texts are pieces, its objects grow as well."""


# Strings that arrive whole: a later one replaces an earlier one.
_WHOLE: Final = frozenset({"type", "id", "role", "name"})
# Merge nested objects down to this depth; the API's own are two deep.
_DEPTH: Final = 4


class Accumulator:
    """Collects the JSON of events, at a cost that does not grow with what has come before.

    Fields and kinds of content that the contract does not know are collected like those that it knows: texts are
    joined, other values kept. What is not where the contract has it is passed over.
    """

    def __init__(self) -> None:
        self._reply: Json = {}
        self._message: Json = {}
        # Contents and tool calls with their index, in the order of their beginning, and those that still grow.
        self._items: dict[str, list[tuple[int, Json]]] = {"content": [], "tool_calls": []}
        self._growing: dict[tuple[str, int | None], Json] = {}
        self._citations: list[tuple[int, Any]] = []
        self._logprobs: list[Any] = []

    def add_data(self, datas: Sequence[bytes]) -> None:
        """Take in the data of the next events, all of which were read before without an error.

        Most events of a stream differ from the one before in a piece of text only. Their texts are read and joined
        in one go, and taken in as one event.
        """
        done, size = 0, 2
        while done < len(datas):
            event = decode(datas[done])
            names = _names_to_text(event)
            alike, text = _join_texts(datas[done : done + size], event, names) if names else (0, "")
            self.add(_with_text(event, names, text) if alike else event)
            done += alike or 1
            # The more were alike, the more are tried next.
            size = min(2 * size, _MOST_ALIKE) if alike == size else 2

    def add(self, event: Json) -> None:
        """Add the JSON of the next event."""
        kind = event["type"]
        if kind in _ITEMS:
            self._grow(_ITEMS[kind], event, begins=kind.endswith("-start"))
        elif kind == "message-start":
            if "id" in event:
                self._reply["id"] = event["id"]
            # The event announces empty lists and texts, which a reply leaves out.
            announced = {name: value for name, value in _message(event).items() if value not in ([], "", None)}
            _merge(self._message, announced)
        elif kind == "tool-plan-delta":
            _merge(self._message, {"tool_plan": _message(event).get("tool_plan", "")})
        elif kind == "citation-start":
            index = event.get("index")
            place = index if type(index) is int else len(self._citations)
            self._citations += [(place, citation) for citation in _as_list(_message(event).get("citations", []))]
        elif kind == "message-end":
            if "id" in event:
                self._reply.setdefault("id", event["id"])
            self._reply.update(_object(event.get("delta")))

    def reply(self) -> V2ChatResponse:
        """The reply so far; what has not arrived yet reads as None."""
        # Without a role, a message could not be sent back: it may be cut before the event that announces it.
        message = {"role": "assistant", **_joined(self._message)}
        for name, items in self._items.items():
            if items:
                message[name] = [_joined(item) for item in _in_order(items)]
        if self._citations:
            message["citations"] = _in_order(self._citations)
        reply = {**self._reply, "message": message}
        if self._logprobs:
            reply["logprobs"] = list(self._logprobs)
        return models.V2ChatResponse.from_dict(reply)

    def _grow(self, name: str, event: Json, *, begins: bool) -> None:
        """Begin a content or tool call, or go on with one."""
        index = event.get("index")
        key = name, index if type(index) is int else None
        item = None if begins else self._growing.get(key)
        piece = _object(_message(event).get(name))
        if item is None and piece:
            item = self._growing[key] = {}
            self._items[name].append((len(self._items[name]) if key[1] is None else key[1], item))
        if item is not None:
            _merge(item, piece)
        if event.get("logprobs") is not None:
            self._logprobs += _as_list(event["logprobs"])


# Events that mostly hold a piece of text.
_DELTAS: Final = frozenset({"content-delta", "tool-call-delta", "tool-plan-delta"})
# Where the pieces of events belong.
_ITEMS: Final = {
    "content-start": "content",
    "content-delta": "content",
    "tool-call-start": "tool_calls",
    "tool-call-delta": "tool_calls",
}


# Compare at most this many events at once: more would not fit into the processor's cache.
_MOST_ALIKE: Final = 256
# A byte that JSON never contains.
_BETWEEN: Final = b"\0"
# The inside of a JSON string.
_STRING: Final = re.compile(rb'(?:[^"\\]|\\.)*')


def _names_to_text(event: Json) -> list[str]:
    """The names that lead to the text of an event that holds nothing else, or none."""
    names: list[str] = []
    if event["type"] in _DELTAS and event.keys() <= {"type", "index", "delta"}:
        value: Any = event
        name = "delta"
        while type(value) is dict and name in value:
            value = value[name]
            names.append(name)
            name = next(iter(value)) if type(value) is dict and len(value) == 1 else ""
        # Deeper ones are not merged.
        if type(value) is str and names[-1] not in _WHOLE and len(names) <= _DEPTH:
            return names
    return []


def _with_text(event: Json, names: list[str], text: str) -> Json:
    value: Any = text
    for name in reversed(names):
        value = {name: value}
    return {**event, **value}


def _join_texts(datas: Sequence[bytes], event: Json, names: list[str]) -> tuple[int, str]:
    """How many of the data differ from the first, that of this event, in nothing but their texts, and these joined."""
    data = datas[0]
    begin = data.find(b'"', data.rfind(b'"%b"' % names[-1].encode()) + len(names[-1]) + 2) + 1
    string = _STRING.match(data, begin)
    end = string.end() - len(data) if string else 0
    head, tail = data[:begin], data[end:]
    strings = list(map(itemgetter(slice(begin, end)), datas))
    if head + (tail + _BETWEEN + head).join(strings) + tail != _BETWEEN.join(datas):
        pairs = itertools.takewhile(lambda pair: head + pair[0] + tail == pair[1], zip(strings, datas, strict=True))
        strings = [string for string, _ in pairs]
    texts, count = b"".join(strings), 1
    if b"\\ud" in texts or b"\\uD" in texts:
        # Joined, the halves of a character would become one; nothing else would mean something else.
        texts, count = b'","'.join(strings), len(strings)
    with contextlib.suppress(ValueError):
        # With any other text in this place, it has to be the same event with that text.
        if decode(head + b"?" + tail) == _with_text(event, names, "?"):
            read: list[str] = decode(b'["' + texts + b'"]')
            # One that holds more than a string is no JSON here, or several strings.
            return (len(strings), "".join(read)) if len(read) == count else (0, "")
    return 0, ""


def _object(value: object) -> Json:
    return value if type(value) is dict else {}


def _message(event: Json) -> Json:
    return _object(_object(event.get("delta")).get("message"))


def _as_list(value: Any) -> list[Any]:
    return value if type(value) is list else [value]


def _in_order(items: list[tuple[int, Any]]) -> list[Any]:
    return [item for _, item in sorted(items, key=lambda pair: pair[0])]


def _merge(target: Json, piece: Json, depth: int = _DEPTH) -> None:
    for name, value in piece.items():
        there = target.get(name)
        if type(value) is str and name not in _WHOLE:
            if type(there) is _Pieces:
                there.append(value)
            else:
                target[name] = _Pieces([value])
        elif type(value) is dict and depth:
            if type(there) is not _Growing:
                there = target[name] = _Growing()
            _merge(there, value, depth - 1)
        elif value is not None or name not in target:
            # A null says nothing about what came before it.
            target[name] = value


def _joined(item: Json) -> Json:
    return {
        name: "".join(value) if type(value) is _Pieces else _joined(value) if type(value) is _Growing else value
        for name, value in item.items()
    }
