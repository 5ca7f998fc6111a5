"""Types that bring a schema and rules of their own: those of pydantic and of msgspec."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final, get_origin

from ._json import KINDS, Mismatch

Json = dict[str, Any]

# By packages whose objects in Annotated are constraints: the library that checks them.
_CHECKED_BY: Final = {
    **dict.fromkeys(("pydantic", "pydantic_core", "annotated_types"), "pydantic"),
    "msgspec": "msgspec",
}
_FORMATS: Final = {"date-time", "date", "time", "uuid"}
# The keywords that the service takes; all others go into the description.
_WORDS: Final = {"type", "properties", "required", "items", "additionalProperties", "anyOf", "enum", "const", "$ref"}
_SILENT: Final = {"prefixItems", "title", "default", "discriminator", "$defs", "examples", "description"}


def foreign(hint: Any, place: str) -> tuple[Json, Mapping[str, Json], Any] | None:
    """Schema, definitions that it refers to, and decoder of a type of pydantic or msgspec; None for other types.

    Raises:
        TypeError: The library has no JSON Schema for the type, or is not installed.
    """
    kind = get_origin(hint) or hint
    packages = {type(item).__module__.partition(".")[0] for item in getattr(hint, "__metadata__", ())}
    libraries = {_CHECKED_BY[package] for package in packages & _CHECKED_BY.keys()}
    if isinstance(kind, type) and hasattr(kind, "__pydantic_validator__"):
        libraries = {"pydantic"}
    elif isinstance(kind, type) and hasattr(kind, "__struct_fields__"):
        libraries = {"msgspec"}
    if not libraries:
        return None
    library = libraries.pop()
    try:
        schema, decode = (_pydantic if library == "pydantic" else _msgspec)(hint)
    except ImportError:
        raise TypeError(f"{place}: {hint!r} has constraints that {library} checks: install it") from None
    except (TypeError, RuntimeError) as error:
        raise TypeError(f"{place}: {error}") from error
    return restated(schema), {name: restated(part) for name, part in schema.get("$defs", {}).items()}, decode


def _pydantic(hint: Any) -> tuple[Json, Any]:
    pydantic = import_module("pydantic")
    adapter = pydantic.TypeAdapter(hint)

    def decode(value: Any, place: str) -> Any:
        try:
            # Validate JSON: in strict mode, only JSON may have text for a date.
            return adapter.validate_json(json.dumps(value), strict=True)
        except pydantic.ValidationError as error:
            first = error.errors(include_url=False)[0]
            inside = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in first["loc"])
            raise Mismatch(f"{place}{inside}".removeprefix("."), first["msg"]) from error

    return adapter.json_schema(), decode


def _msgspec(hint: Any) -> tuple[Json, Any]:
    msgspec = import_module("msgspec")

    def decode(value: Any, place: str) -> Any:
        try:
            return msgspec.convert(value, hint)
        except msgspec.ValidationError as error:
            problem, _, inside = str(error).partition(" - at `$")
            raise Mismatch(f"{place}{inside.rstrip('`')}".removeprefix("."), problem) from error

    return msgspec.json.schema(hint), decode


def restated(schema: Any) -> Any:
    """A JSON Schema with the keywords that the service takes; the others go into the description."""
    if not isinstance(schema, dict):
        return schema
    if len(schema.get("allOf", ())) == 1:
        schema = {**schema["allOf"][0], **{word: value for word, value in schema.items() if word != "allOf"}}
    if "oneOf" in schema and "anyOf" not in schema:
        schema = {"anyOf" if word == "oneOf" else word: value for word, value in schema.items()}
    kept: Json = {}
    notes = [f"{word}: {json.dumps(value)}" for word, value in schema.items() if not _is_taken(word, value)]
    for word, value in schema.items():
        if word == "properties":
            kept[word] = {name: restated(part) for name, part in value.items()}
        elif word == "anyOf":
            kept[word] = [restated(part) for part in value]
        elif word == "prefixItems":
            kept["items"] = {"anyOf": [restated(part) for part in value]}
            notes.append("items in this order")
        elif word in ("items", "additionalProperties"):
            kept.update({word: restated(value)} if value is not False else {})
        elif word == "pattern" and _is_taken(word, value):
            kept[word] = _without_anchors(value)
        elif word in _WORDS or (word == "format" and value in _FORMATS):
            kept[word] = value
    values = kept.get("enum") or ([kept["const"]] if "const" in kept else [])
    if len({type(value) for value in values}) == 1:
        kept["type"] = KINDS[type(values[0])]
    if kept.get("properties") and not kept.get("required"):
        kept["required"] = [next(iter(kept["properties"]))]
    told = f"{schema.get('description', '')} {'(' + '; '.join(notes) + ')' if notes else ''}".strip()
    return {**kept, "description": told} if told else kept


def _is_taken(word: str, value: Any) -> bool:
    if word == "pattern":
        return not re.search(r"[\^$]|\(\?[=!<]", _without_anchors(value))
    return word in _WORDS or word in _SILENT or (word == "format" and value in _FORMATS)


def _without_anchors(pattern: str) -> str:
    return re.sub(r"(?<!\\)\$\Z", "", pattern.removeprefix("^"))
