"""Python types as JSON: for each a JSON Schema within what the service takes, and a strict reader of values.

The service takes no allOf, oneOf, not, nor bounds of numbers, lengths and counts: what those would say goes into
descriptions and is checked afterwards. Every object with properties has at least one that is required.
"""

from __future__ import annotations

import re
import types
from collections import abc
from collections.abc import Callable, Hashable, Mapping, Set
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum, Flag
from functools import partial
from typing import Annotated, Any, Final, Literal, NotRequired, Required, Union, get_args, get_origin, is_typeddict
from uuid import UUID

import attrs

from ._decode import (
    decode_array,
    decode_literal,
    decode_mapping,
    decode_object,
    decode_scalar,
    decode_text,
    decode_union,
    hashable,
)
from ._docstrings import docs_of
from ._fields import Field, fields_of, name_of
from ._foreign import foreign
from ._json import KINDS

Json = dict[str, Any]
Decode = Callable[[Any, str], Any]

# RFC 3339 section 5.6, with the time's offset optional, as in Python; fractions within what Python holds.
_DATE: Final = r"\d{4}-\d\d-\d\d"
_TIME: Final = r"\d\d:\d\d:\d\d(\.\d{1,6})?([Zz]|[+-]\d\d:\d\d)?"
_DECIMAL: Final = r"-?[0-9]+(\.[0-9]+)?([Ee][+-]?[0-9]{1,4})?"
_HEX: Final = r"[0-9a-fA-F]"
# Types that JSON does not have: the schema of their text, its pattern, and the function that parses it.
_TEXTS: Final[Mapping[type, tuple[Json, str, Callable[[str], Any]]]] = {
    datetime: ({"format": "date-time"}, f"{_DATE}[Tt ]{_TIME}", datetime.fromisoformat),
    date: ({"format": "date"}, _DATE, date.fromisoformat),
    time: ({"format": "time"}, _TIME, time.fromisoformat),
    UUID: ({"format": "uuid"}, f"{_HEX}{{8}}(-{_HEX}{{4}}){{3}}-{_HEX}{{12}}", UUID),
    Decimal: ({"pattern": _DECIMAL}, _DECIMAL, Decimal),
}
_ARRAYS: Final[Mapping[Any, Callable[[list[Any]], Any]]] = {
    **dict.fromkeys((list, abc.Sequence, abc.MutableSequence, abc.Collection, abc.Iterable), list),
    **dict.fromkeys((set, abc.Set, abc.MutableSet), set),
    frozenset: frozenset,
    tuple: tuple,
}
_MAPPINGS: Final = (dict, abc.Mapping, abc.MutableMapping)


@attrs.define(eq=False)
class Shape:
    """How the values of a type look in JSON.

    Attributes:
        schema: The JSON Schema.
        decode: Gives the Python value of a JSON value at a place, or raises Mismatch.
        kinds: The types of the JSON values, as the json module reads them.
        tags: Of an object, the values that its Literal fields can have.
        vague: Whether it also fits what is written for more precise types, as str fits dates.
    """

    schema: Json
    decode: Decode
    kinds: set[type]
    tags: dict[str, set[tuple[type, Any]]] = attrs.Factory(dict)
    vague: bool = False

    def may_fit(self, value: Any) -> bool:
        return type(value) in self.kinds and all(
            (type(value.get(name)), hashable(value.get(name))) in known
            for name, known in self.tags.items()
            if type(value) is dict and name in value
        )


def answer_shape(hint: Any) -> tuple[Shape, bool]:
    """The shape of an answer, which is an object, and whether the value is wrapped: the field `value` of that object.

    Raises:
        TypeError: JSON, or the service, has no form for the type; the message names the place.
    """
    if not isinstance(hint, Hashable):
        what = "; for a JSON Schema, use response_format of chat()" if isinstance(hint, dict) else ""
        raise TypeError(f"chat_parse() takes a type, not a {type(hint).__name__}{what}")
    shapes, place = Shapes(), name_of(hint)
    shape = shapes.shape(hint, place)
    wrapped = shapes.resolved(shape.schema).get("type") != "object"
    if wrapped:
        shape = shapes.object([Field("value", hint, True)], place, lambda made: made["value"])
    return attrs.evolve(shape, schema=shapes.closed(shape.schema)), wrapped


class Shapes:
    """Makes shapes, and collects the schemas of the classes that they refer to."""

    def __init__(self) -> None:
        self._definitions: dict[str, Json] = {}
        self._named: dict[Any, Shape] = {}

    def shape(self, hint: Any, place: str) -> Shape:
        """The shape of a type.

        Args:
            hint: The type, as in an annotation.
            place: Where it stands, for errors: "Book.title".

        Raises:
            TypeError: JSON, or the service, has no form for it.
        """
        hint = type(None) if hint is None else hint
        origin, args = get_origin(hint), get_args(hint)
        if origin is Annotated:
            return self._annotated(hint, place)
        if origin in (Required, NotRequired, Final):
            return self.shape(args[0], place)
        if hasattr(hint, "__supertype__"):  # a NewType
            return self.shape(hint.__supertype__, place)
        if type(hint).__name__ == "TypeAliasType":  # `type Tree = ...`, of Python 3.12, may be recursive
            return self._definition(hint, hint.__name__, lambda: self.shape(hint.__value__, place))
        if origin in (Union, types.UnionType):
            return _union([self.shape(arg, place) for arg in args])
        if origin is Literal:
            return _literal({(type(v), v): v for v in args}, place)
        if (kind := origin or hint) in _ARRAYS and (args or hint is not tuple):
            return self._array(kind, args, hint, place)
        if kind in _MAPPINGS:
            return self._mapping(args, place)
        if (theirs := foreign(hint, place)) is not None:
            self._named[hint] = self._named.get(hint) or self._foreign(theirs)
            return self._named[hint]
        if isinstance(kind, type) and (made := _scalar(kind, place)) is not None:
            return made
        if isinstance(kind, type) and (fields := fields_of(kind, args, place)) is not None:
            return self._class(hint, kind, fields)
        raise TypeError(f"{place}: JSON has no form for {name_of(hint)}; name another type")

    def object(self, fields: list[Field], place: str, construct: Callable[[Json], Any]) -> Shape:
        """The shape of an object of these fields, of whose values `construct` makes the Python value.

        Args:
            place: Where a field stands, for errors, with {} for its name: "Book.{}".
        """
        shapes = {field.name: self.shape(field.hint, place.format(field.name)) for field in fields}
        required = {field.name for field in fields if field.required}
        schema: Json = {"type": "object"}
        if fields:
            schema["properties"] = {
                field.name: described(shapes[field.name].schema, field.description) for field in fields
            }
            # A field with only one value is a tag, which a union needs.
            told = [f.name for f in fields if f.required or len(shapes[f.name].schema.get("enum", ())) == 1]
            schema["required"] = told or [fields[0].name]
        tags = {
            name: {(type(value), value) for value in shape.schema["enum"]}
            for name, shape in shapes.items()
            if "enum" in shape.schema
        }
        return Shape(schema, partial(decode_object, shapes, required, construct), {dict}, tags)

    def resolved(self, schema: Json) -> Json:
        """A schema that is no reference."""
        while "$ref" in schema:
            others = {word: value for word, value in schema.items() if word != "$ref"}
            schema = {**self._definitions[schema["$ref"].removeprefix("#/$defs/")], **others}
        return schema

    def closed(self, schema: Json) -> Json:
        """A schema for use by itself, with the definitions that it refers to."""
        top, needed = self.resolved(schema), dict[str, Json]()
        missing = _references(top)
        while missing:
            name = missing.pop()
            needed[name] = self._definitions[name]
            missing |= _references(needed[name]) - needed.keys()
        return {**top, "$defs": dict(sorted(needed.items()))} if needed else top

    def _definition(self, key: Any, name: str, make: Callable[[], Shape], kinds: Set[type] = frozenset()) -> Shape:
        """A shape under a name. While it is made, references to it are complete but for what they lead to."""
        if key not in self._named:
            name = self._free_name(name)
            self._definitions[name] = {}
            made: list[Shape] = []
            reference = {"$ref": f"#/$defs/{name}"}
            shape = Shape(reference, lambda *given: made[0].decode(*given), set(kinds))  # noqa: PLW0108  # not made yet
            self._named[key] = shape
            made.append(make())
            self._definitions[name] = made[0].schema
            # In place, for the copies that _annotated() makes meanwhile.
            shape.kinds |= made[0].kinds
            shape.tags.update(made[0].tags)
        return self._named[key]

    def _free_name(self, name: str) -> str:
        name, number = re.sub(r"\W+", "_", name), 1
        while (free := name if number == 1 else f"{name}{number}") in self._definitions:
            number += 1
        return free

    def _annotated(self, hint: Any, place: str) -> Shape:
        inner, metadata = get_args(hint)[0], hint.__metadata__
        theirs = foreign(hint, place)
        shape = self._foreign(theirs) if theirs else self.shape(inner, place)
        # A str, or an object with one, such as Doc of typing_extensions.
        texts = [item if isinstance(item, str) else getattr(item, "documentation", "") for item in metadata]
        return attrs.evolve(shape, schema=described(shape.schema, " ".join(filter(None, texts))))

    def _foreign(self, theirs: tuple[Json, Mapping[str, Json], Decode]) -> Shape:
        schema, definitions, decode = theirs
        names = {name: self._free_name(name) for name in definitions}
        self._definitions.update({names[name]: _renamed(part, names) for name, part in definitions.items()})
        schema = _renamed(schema, names)
        return Shape(schema, decode, {python for python, kind in KINDS.items() if self._allows(schema, kind)})

    def _allows(self, schema: Json, kind: str) -> bool:
        schema = self.resolved(schema)
        if "anyOf" in schema:
            return any(self._allows(branch, kind) for branch in schema["anyOf"])
        allowed = schema.get("type", kind)
        return kind in ([allowed] if isinstance(allowed, str) else allowed) or (kind, allowed) == ("integer", "number")

    def _array(self, kind: Any, args: tuple[Any, ...], hint: Any, place: str) -> Shape:
        make = _ARRAYS[kind]
        if not args:
            raise TypeError(f"{place}: say what is in the {name_of(hint)}: {name_of(hint)}[str]")
        fixed = kind is tuple and args[-1] is not Ellipsis
        shapes = [self.shape(arg, place) for arg in (args if fixed else args[:1])]
        if make in (set, frozenset) and not _is_hashable(args[0]):
            raise TypeError(f"{place}: {name_of(args[0])} can't be in a set; make it a list")
        items: list[Json] = []
        for shape in shapes:
            items += [] if shape.schema in items else [shape.schema]
        schema = {"type": "array", "items": items[0] if len(items) == 1 else {"anyOf": items}}
        if fixed:
            order = ", ".join(name_of(arg) for arg in args)
            schema["description"] = f"Exactly {len(args)} items, in this order: {order}."
        return Shape(schema, partial(decode_array, shapes, fixed, make), {list})

    def _mapping(self, args: tuple[Any, ...], place: str) -> Shape:
        if not args or args[0] is not str:
            raise TypeError(f"{place}: JSON has str keys only; say dict[str, ...]")
        shape = self.shape(args[1], place)
        return Shape({"type": "object", "additionalProperties": shape.schema}, partial(decode_mapping, shape), {dict})

    def _class(self, hint: Any, kind: type, fields: list[Field]) -> Shape:
        def make() -> Shape:
            construct = dict if is_typeddict(kind) else lambda made: kind(**made)
            text, documented = docs_of(kind)
            told = [attrs.evolve(field, description=documented.get(field.name, "")) for field in fields]
            shape = self.object(told, f"{kind.__name__}.{{}}", construct)
            return attrs.evolve(shape, schema=described(shape.schema, text))

        return self._definition(hint, kind.__name__, make, {dict})


def described(schema: Json, text: str) -> Json:
    """A schema with a description in front of its own."""
    return {**schema, "description": f"{text} {schema.get('description', '')}".strip()} if text else schema


def _scalar(hint: type, place: str) -> Shape | None:
    if hint in (type(None), bool, int, float, str):
        kinds = {int, float} if hint is float else {hint}
        return Shape({"type": KINDS[hint]}, partial(decode_scalar, hint), kinds, vague=hint in (float, str))
    if hint in _TEXTS:
        schema, pattern, read = _TEXTS[hint]
        decode = partial(decode_text, re.compile(pattern), read, hint.__name__)
        return Shape({"type": "string", **schema}, decode, {str})
    if issubclass(hint, Enum) and not issubclass(hint, Flag):
        shape = _literal({(type(member.value), hashable(member.value)): member for member in hint}, place)
        return attrs.evolve(shape, schema=described(shape.schema, docs_of(hint)[0]))
    return None


def _literal(values: Mapping[tuple[type, Any], Any], place: str) -> Shape:
    """The shape of some values, by their type and value in JSON: True is not 1."""
    values = {
        (type(json.value), json.value) if isinstance(json := key[1], Enum) else key: value
        for key, value in values.items()
    }
    by_kind: dict[type, list[Any]] = {}
    for kind, json in values:
        if kind not in (type(None), bool, int, float, str):
            raise TypeError(
                f"{place}: a {kind.__name__} can't be one of the values; JSON has text, numbers, true, false"
            )
        by_kind.setdefault(kind, []).append(json)
    schemas = [{"type": KINDS[kind], "enum": jsons} for kind, jsons in by_kind.items()]
    schema = schemas[0] if len(schemas) == 1 else {"anyOf": schemas}
    return Shape(schema, partial(decode_literal, values), set(by_kind))


def _union(shapes: list[Shape]) -> Shape:
    # The vague ones last: an int is no float, and a date no str, where both may stand.
    shapes = sorted(shapes, key=lambda shape: shape.vague)
    schemas = [branch for shape in shapes for branch in shape.schema.get("anyOf", [shape.schema])]
    kinds = set().union(*(shape.kinds for shape in shapes))
    return Shape({"anyOf": schemas}, partial(decode_union, shapes), kinds, vague=any(shape.vague for shape in shapes))


def _references(node: Any) -> set[str]:
    if isinstance(node, dict):
        own = {node["$ref"].removeprefix("#/$defs/")} if isinstance(node.get("$ref"), str) else set()
        return own.union(*(_references(item) for item in node.values()))
    return set().union(*(_references(item) for item in node)) if isinstance(node, list) else set()


def _renamed(schema: Any, names: Mapping[str, str]) -> Any:
    if isinstance(schema, dict):
        return {
            word: f"#/$defs/{names[value.removeprefix('#/$defs/')]}" if word == "$ref" else _renamed(value, names)
            for word, value in schema.items()
        }
    return [_renamed(item, names) for item in schema] if isinstance(schema, list) else schema


def _is_hashable(hint: Any) -> bool:
    if get_origin(hint) is tuple or get_origin(hint) in (Union, types.UnionType, Annotated, frozenset):
        return all(_is_hashable(arg) for arg in get_args(hint)[: 1 if get_origin(hint) is Annotated else None])
    kind = get_origin(hint) or hint
    return not isinstance(kind, type) or (getattr(kind, "__hash__", None) is not None and not is_typeddict(kind))
