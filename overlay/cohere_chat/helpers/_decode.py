"""Strict readers of JSON values: they convert only types that JSON does not have."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from ._json import KINDS, Mismatch, shown

if TYPE_CHECKING:
    from ._shapes import Json, Shape


def hashable(value: Any) -> Any:
    return value if getattr(type(value), "__hash__", None) else None


def _found(value: Any) -> str:
    return f"not {shown(value)}"


def decode_scalar(kind: type, value: Any, place: str) -> Any:
    if type(value) is kind:
        return value
    if kind is float and type(value) is int:
        try:
            return float(value)
        except OverflowError:
            pass
    raise Mismatch(place, f"must be {KINDS[kind]}, {_found(value)}")


def decode_text(pattern: re.Pattern[str], read: Callable[[str], Any], name: str, value: Any, place: str) -> Any:
    if type(value) is str and pattern.fullmatch(value):
        try:
            return read(value.upper() if name in ("datetime", "time") else value)
        except ValueError:
            pass
    raise Mismatch(place, f"must be the text of a {name}, {_found(value)}")


def decode_literal(values: Mapping[tuple[type, Any], Any], value: Any, place: str) -> Any:
    key = (type(value), hashable(value))
    if key not in values:
        raise Mismatch(place, f"must be one of {', '.join(shown(json) for _, json in values)}, {_found(value)}")
    return values[key]


def decode_array(shapes: list[Shape], fixed: bool, make: Callable[[list[Any]], Any], value: Any, place: str) -> Any:
    if type(value) is not list:
        raise Mismatch(place, f"must be array, {_found(value)}")
    if fixed and len(value) != len(shapes):
        raise Mismatch(place, f"must have {len(shapes)} items, not {len(value)}")
    return make([shapes[i if fixed else 0].decode(item, f"{place}[{i}]") for i, item in enumerate(value)])


def decode_mapping(shape: Shape, value: Any, place: str) -> Any:
    if type(value) is not dict:
        raise Mismatch(place, f"must be object, {_found(value)}")
    return {key: shape.decode(item, _inside(place, key)) for key, item in value.items()}


def decode_object(
    shapes: Mapping[str, Shape], required: set[str], construct: Callable[[Json], Any], value: Any, place: str
) -> Any:
    if type(value) is not dict:
        raise Mismatch(place, f"must be object, {_found(value)}")
    for name in value:
        if name not in shapes:
            raise Mismatch(_inside(place, name), f"is unknown; known are {', '.join(shapes) or 'none'}")
    for name in required:
        if name not in value:
            raise Mismatch(_inside(place, name), "is missing")
    made = {name: shapes[name].decode(item, _inside(place, name)) for name, item in value.items()}
    try:
        return construct(made)
    except (TypeError, ValueError, AssertionError) as error:
        raise Mismatch(place, str(error) or type(error).__name__) from error


def decode_union(shapes: list[Shape], value: Any, place: str) -> Any:
    """Read a value by the first shape that fits. Where tags leave one candidate, its problem is raised."""
    problems = []
    for shape in [shape for shape in shapes if shape.may_fit(value)]:
        try:
            return shape.decode(value, place)
        except Mismatch as problem:
            problems.append(problem)
    if len(problems) == 1:
        raise problems[0]
    kinds = {KINDS[kind] for shape in shapes for kind in shape.kinds}
    told = "; ".join(map(str, problems)) or f"must be {' or '.join(sorted(kinds))}, {_found(value)}"
    raise Mismatch(place, f"fits no member of the union: {told}" if problems else told)


def _inside(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
