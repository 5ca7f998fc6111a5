"""JSON that a model wrote, and plain values for JSON."""

from __future__ import annotations

import dataclasses
import json
import math
import re
from collections.abc import Mapping, Set
from datetime import date, time
from decimal import Decimal
from enum import Enum
from typing import Any, Final
from uuid import UUID

import attrs

# The types of what is read, and what they are called in JSON Schema.
KINDS: Final[Mapping[type, str]] = {
    type(None): "null",
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    list: "array",
    dict: "object",
}
# A code fence around the whole text.
_FENCE: Final = re.compile(r"\s*```(?:json)?[ \t]*\r?\n(.*)```\s*", re.DOTALL | re.IGNORECASE)
# How much of a wrong value an error shows, in characters.
_SHOWN: Final = 80


class Mismatch(ValueError):
    """A JSON value does not have the wanted form.

    Attributes:
        place: Where in the JSON, such as "books[2].title"; empty for the whole.
    """

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(f"{place}: {problem}" if place else problem)
        self.place = place


def shown(value: object) -> str:
    """The beginning of a JSON value, for an error."""
    text = json.dumps(value, ensure_ascii=False).encode(errors="backslashreplace").decode()
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "..."


def read_json(text: str) -> Any:
    """Read JSON as RFC 8259 has it: one value, no NaN, no key twice. A code fence around it is taken off.

    Raises:
        Mismatch: It is something else.
    """
    fenced = _FENCE.fullmatch(text)
    try:
        return DECODER.decode(fenced[1] if fenced else text)
    except RecursionError:
        raise Mismatch("", "nested too deeply") from None
    except json.JSONDecodeError as error:
        raise Mismatch("", f"not valid JSON: {error}" if text.strip() else "no text") from None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Mismatch(twice, "this key occurs twice in one object")
    return made


def _no_constant(name: str) -> float:
    raise Mismatch("", f"not valid JSON: {name} is not a JSON number")


def _finite(text: str) -> float:
    number = float(text)
    return number if math.isfinite(number) else _no_constant(text)


def _integer(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise Mismatch("", f"an integer of {len(text)} digits") from None


DECODER: Final = json.JSONDecoder(
    object_pairs_hook=_unique, parse_constant=_no_constant, parse_float=_finite, parse_int=_integer
)


def plain(value: object) -> Any:
    """Give a value as JSON has it: dataclasses, attrs, pydantic, msgspec and API objects as dictionaries, named tuples
    too, sets as lists, dates in ISO 8601, UUID and Decimal as text, enums by value.

    Raises:
        TypeError, ValueError: It can't be serialised to JSON.
    """
    try:
        return json.loads(json.dumps(_without_named_tuples(value), default=_default, allow_nan=False))
    except RecursionError:
        raise ValueError("nested too deeply for JSON") from None


def _without_named_tuples(value: Any) -> Any:
    """json.dumps() never asks about a tuple and would lose its names."""
    if isinstance(value, list | tuple):
        items = [_without_named_tuples(item) for item in value]
        names: Any = getattr(value, "_fields", None)
        return items if names is None else dict(zip(names, items, strict=True))
    if isinstance(value, dict):
        return {key: _without_named_tuples(item) for key, item in value.items()}
    return value


def _default(value: Any) -> Any:
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, UUID | Decimal):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return _without_named_tuples(dict(value))
    if isinstance(value, Set):
        return _without_named_tuples(list(value))
    names: Any = None
    if isinstance(value, type):
        pass
    elif hasattr(value, "to_dict") and attrs.has(type(value)):  # the API's own, whose unknown fields stay
        return value.to_dict()
    elif hasattr(value, "model_dump"):  # pydantic
        return value.model_dump(mode="json", by_alias=True)
    elif hasattr(value, "__struct_fields__"):  # msgspec
        names = zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True)
    elif dataclasses.is_dataclass(value):
        names = ((field.name, field.name) for field in dataclasses.fields(value))
    elif attrs.has(type(value)):
        names = ((field.name, field.alias) for field in attrs.fields(type(value)))
    if names is None:
        raise TypeError(f"{type(value).__name__} can't be serialised to JSON")
    return {name: _without_named_tuples(getattr(value, attribute)) for attribute, name in names}
