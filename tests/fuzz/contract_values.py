"""Hypothesis strategies made of the contract: legal JSON values, and such with something wrong in them."""

from __future__ import annotations

import copy
import functools
import json
from typing import Any

from hypothesis import strategies as st
from support import CONTRACT

SCHEMAS: dict[str, Any] = CONTRACT["components"]["schemas"]

# Texts that have tripped programs up, and any other.
texts = st.sampled_from(
    ["", " ", "\u0000", "\u2028", "\ufeff", "\ud800", "e\u0301", "\U0001f600", "__proto__", "a" * 99]
)
texts |= st.text(max_size=20)
numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
anything = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)


@functools.cache
def legal(name: str) -> st.SearchStrategy[Any]:
    """What a component of the contract allows."""
    return st.deferred(lambda: _values(SCHEMAS[name]))


def _values(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    if "$ref" in schema:
        return legal(schema["$ref"].rpartition("/")[2])
    if "const" in schema:
        return st.just(schema["const"])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if "oneOf" in schema:
        return st.one_of(*map(_values, schema["oneOf"]))
    kinds = schema.get("type", "any")
    return st.one_of(*(_of_kind(kind, schema) for kind in ([kinds] if isinstance(kinds, str) else kinds)))


def _of_kind(kind: str, schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    least, most = schema.get("minimum"), schema.get("maximum")
    match kind:
        case "null":
            return st.none()
        case "boolean":
            return st.booleans()
        case "integer":
            return st.integers(least, most)
        case "number":
            fractions = st.floats(least, most, allow_nan=False, allow_infinity=False)
            return fractions.map(lambda number: int(number) if number.is_integer() else number)
        case "string":
            return texts
        case "array":
            return st.lists(_values(schema.get("items", {})), max_size=min(3, schema.get("maxItems", 3)))
        case "object" if "properties" in schema:
            fields = {name: _values(inner) for name, inner in schema["properties"].items()}
            required = {name: fields.pop(name) for name in schema.get("required", ())}
            return st.fixed_dictionaries(required, optional=fields)
        case "object":
            inner = schema.get("additionalProperties")
            return st.dictionaries(texts, _values(inner) if isinstance(inner, dict) else anything, max_size=3)
        case "any":
            return anything
    raise NotImplementedError(f"a schema of the type {kind!r}")


@st.composite
def events(draw: st.DrawFn) -> list[dict[str, Any]]:
    """A legal stream: any events, then the last one."""
    others = legal("V2ChatStreamResponse").filter(lambda event: event["type"] != "message-end")
    return [*draw(st.lists(others, max_size=6)), draw(legal("ChatMessageEndEvent"))]


@st.composite
def spoilt(draw: st.DrawFn, values: st.SearchStrategy[Any]) -> Any:
    """A value with something wrong at one place or a few."""
    value = copy.deepcopy(draw(values))
    for _ in range(draw(st.integers(1, 3))):
        places = list(_places(value))
        if not places:
            return draw(anything)
        holder, key = draw(st.sampled_from(places))
        what = draw(st.sampled_from(["another type", "missing", "null", "unknown", "huge", "deep"]))
        if what == "missing":
            del holder[key]
        elif what == "unknown" and isinstance(holder, dict):
            holder[draw(texts)] = draw(anything)
        else:
            holder[key] = {"null": None, "huge": 10**400, "deep": _deep(100)}.get(what, draw(anything))
    return value


@st.composite
def spoilt_json(draw: st.DrawFn, values: st.SearchStrategy[Any]) -> bytes:
    """JSON with something wrong in its values, its text or its bytes."""
    text = json.dumps(draw(values | spoilt(values)), ensure_ascii=draw(st.booleans()))
    kinds = ["nothing", "cut", "twice", "NaN", "byte", "text", "mark", "deep", "deep enough", "digits"]
    what = draw(st.sampled_from(kinds))
    if what == "twice":
        # Each key a second time, with another value.
        text = text.replace("{", '{"type": "x", "message": {}, "id": 5, ', draw(st.integers(1, 3)))
    elif what == "NaN":
        text = text.replace(": ", ": NaN, " + '"x": ', 1)
    elif what == "deep":
        text = text.replace("{", '{"a": ' + "[" * 9999, 1)
    elif what == "deep enough":
        depth = draw(st.integers(1, 500))
        text = text.replace("{", '{"a": ' + "[" * depth + "]" * depth + ", ", 1)
    elif what == "digits":
        text = text.replace("{", '{"a": ' + "9" * 5000 + ", ", 1)
    content = text.encode("utf-8", "surrogatepass")
    place = draw(st.integers(0, len(content)))
    if what == "cut":
        return content[:place]
    if what in ("byte", "text"):
        return content[:place] + draw(st.binary(max_size=4)) + content[place + (what == "byte") :]
    return b"\xef\xbb\xbf" + content if what == "mark" else content


def _places(value: Any) -> Any:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in list(inner):
        yield value, key
        yield from _places(item)


def _deep(levels: int) -> Any:
    value: Any = "x"
    for _ in range(levels):
        value = {"content": [value]}
    return value
