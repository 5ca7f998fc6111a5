"""The events of a stream, folded into the reply that they spell out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from cohere_chat_api import models

if TYPE_CHECKING:
    from cohere_chat_api.models import V2ChatResponse
    from cohere_chat_api.unions import V2ChatStreamResponse

Json = dict[str, Any]


def fold(events: Iterable[V2ChatStreamResponse]) -> V2ChatResponse:
    """The reply that these events spell out, as chat() would have given it."""
    accumulator = Accumulator()
    for event in events:
        accumulator.add(event.to_dict())
    return accumulator.reply()


class _Pieces(list[str]):
    """A text that is still growing."""


class _Growing(Json):
    """An object that is still growing: its texts are pieces, its objects grow as well."""


# Texts that come whole; a later one takes the place of an earlier one.
_WHOLE: Final = frozenset({"type", "id", "role", "name"})
# Objects within objects are merged down to here; the API's own are two deep.
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

    def add(self, event: Json) -> None:
        """Take in the JSON of the next event."""
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
        """The reply so far; what has not come yet reads as None."""
        message = _joined(self._message)
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


# Where the pieces of events belong.
_ITEMS: Final = {
    "content-start": "content",
    "content-delta": "content",
    "tool-call-start": "tool_calls",
    "tool-call-delta": "tool_calls",
}


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
