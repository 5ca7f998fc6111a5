"""JSON of requests and replies."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from json.scanner import make_scanner
from typing import Any, Final, cast

from cohere_chat_api.types import json_default

# RFC 8259 section 2.
_BLANKS: Final = " \t\r\n"
# Deeper replies could be neither copied nor shown.
_MAX_DEPTH: Final = 256
# Skip the depth check for text shorter than this. In characters.
_SHORT: Final = 2 * _MAX_DEPTH
# From here on, stop counting brackets once there are enough: a megabyte of numbers has few.
_LONG: Final = 1024 * 64
# Where a request is nested more deeply than this, the message says so instead of naming the place.
_MAX_PLACE_DEPTH: Final = 200


def decode(content: bytes | bytearray) -> Any:
    """Read JSON, which is UTF-8 whatever a charset says (RFC 8259 section 8.1); ValueError if it is none."""
    text = content.decode()
    try:
        try:
            value, end = _scan(text, 0)
        except (ValueError, StopIteration):
            start = len(text) - len(text.removeprefix("\ufeff").lstrip(_BLANKS))
            if not start:
                raise
            value, end = _scan(text, start)
    except StopIteration:
        raise ValueError("no JSON value") from None
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if end == len(text) < _SHORT:
        return value
    if text[end:].strip(_BLANKS):
        raise ValueError("more than one JSON value")
    if _has_many_brackets(content) if end > _LONG else text.count("[") + text.count("{") > _MAX_DEPTH:
        _check_depth(value)
    return value


def _has_many_brackets(content: bytes | bytearray) -> bool:
    count = 0
    for bracket in (b"[", b"{"):
        place = content.find(bracket)
        while place >= 0:
            count += 1
            if count > _MAX_DEPTH:
                return True
            place = content.find(bracket, place + 1)
    return False


def _check_depth(value: object) -> None:
    level: list[Any] = [[value]]
    for _ in range(_MAX_DEPTH + 1):
        level = [
            item
            for node in level
            for item in (node.values() if type(node) is dict else node)
            if type(item) is dict or type(item) is list
        ]
        if not level:
            return
    raise ValueError("nested too deeply")


def encode(value: object) -> bytes:
    """Encode a value in one line; model objects in it become their JSON objects.

    datetime, date and time become ISO 8601 text, an Enum its value, a UUID its text; dataclasses, attrs and pydantic
    objects become objects of their fields.

    Raises:
        TypeError, ValueError: Something in it can't be serialised; the message names the place.
    """
    try:
        text = _encode(value)
    except (TypeError, ValueError, RecursionError) as error:
        for place, problem in _problems(value, "", ()):
            raise type(problem)(f"{place}: {problem}" if place else str(problem)) from None
        if isinstance(error, RecursionError):
            raise ValueError("the request is nested too deeply for JSON") from None
        raise
    try:
        return text.encode()
    except UnicodeEncodeError:
        # Half a surrogate pair: UTF-8 has no bytes for it, JSON has an escape.
        return json.dumps(json.loads(text), separators=(",", ":")).encode()


_encode: Final = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=json_default
).encode


def _refuse_constant(name: str) -> object:
    raise ValueError(f"{name} is not a JSON number")


# What json.JSONDecoder calls, without what that does before and after.
_scan: Final = make_scanner(cast("Any", json.JSONDecoder(parse_constant=_refuse_constant)))


def _problems(value: object, place: str, parents: tuple[int, ...]) -> Iterator[tuple[str, Exception]]:
    """What can't be serialised in a value, with the place as in `messages[2].content`."""
    if id(value) in parents:
        yield place, ValueError("contains itself; pass a copy that ends")
    elif isinstance(value, float) and not math.isfinite(value):
        yield place, ValueError(f"{value} is not a JSON number; pass a finite one or None")
    elif isinstance(value, int) and not _has_text(value):
        yield place, ValueError("has more digits than Python turns into text; pass a str")
    elif not (value is None or isinstance(value, str | int | float) or len(parents) > _MAX_PLACE_DEPTH):
        yield from _problems_inside(value, place, (*parents, id(value)))


def _has_text(number: int) -> bool:
    try:
        return bool(str(number))
    except ValueError:
        return False


def _problems_inside(value: object, place: str, parents: tuple[int, ...]) -> Iterator[tuple[str, Exception]]:
    if isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str | int | float) and key is not None:
                yield place, TypeError(f"the key {key!r} is a {type(key).__name__}; JSON has str keys only")
            yield from _problems(item, f"{place}.{key}" if place else str(key), parents)
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from _problems(item, f"{place}[{index}]", parents)
    else:
        try:
            plain = json_default(value)
        except TypeError as error:
            yield place, error
        else:
            yield from _problems(plain, place, parents)
