"""Values that fit a JSON Schema, for the arguments of tool calls and for JSON replies."""

import math
import random
import re
import string
from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

import jsonschema.exceptions
import jsonschema.validators
import referencing
import referencing.exceptions
from jsonschema.protocols import Validator
from referencing.jsonschema import DRAFT202012
from rstr import Rstr

Schema = Mapping[str, Any] | bool

_ATTEMPTS = 25
# Schemas may refer to themselves or ask for very much: below the first depth only what is required is
# made, the second ends the attempt, and so do too many steps or too long a text.
_FULL_DEPTH = 4
_MOST_DEPTH = 40
_MOST_STEPS = 5_000
_MOST_CHARACTERS = 100_000
_WORDS = ["amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "harbor", "island", "jasper"]

_FORMATS: Mapping[str, Callable[[random.Random], str]] = {
    "date": lambda r: f"20{r.randrange(20, 30)}-{r.randrange(1, 13):02}-{r.randrange(1, 29):02}",
    "time": lambda r: f"{r.randrange(24):02}:{r.randrange(60):02}:{r.randrange(60):02}Z",
    "date-time": lambda r: f"{_FORMATS['date'](r)}T{_FORMATS['time'](r)}",
    "duration": lambda r: f"P{r.randrange(1, 29)}D",
    "email": lambda r: f"{r.choice(_WORDS)}@example.com",
    "idn-email": lambda r: f"{r.choice(_WORDS)}@example.com",
    "hostname": lambda r: f"{r.choice(_WORDS)}.example.com",
    "idn-hostname": lambda r: f"{r.choice(_WORDS)}.example.com",
    "ipv4": lambda r: f"192.0.2.{r.randrange(1, 255)}",
    "ipv6": lambda r: f"2001:db8::{r.randrange(1, 65536):x}",
    "uri": lambda r: f"https://example.com/{r.choice(_WORDS)}",
    "uri-reference": lambda r: f"/{r.choice(_WORDS)}",
    "iri": lambda r: f"https://example.com/{r.choice(_WORDS)}",
    "iri-reference": lambda r: f"/{r.choice(_WORDS)}",
    "uri-template": lambda r: f"https://example.com/{r.choice(_WORDS)}/{{id}}",
    "uuid": lambda r: "-".join(f"{r.getrandbits(4 * n):0{n}x}" for n in (8, 4, 4, 4, 12)),
    "json-pointer": lambda r: f"/{r.choice(_WORDS)}",
    "relative-json-pointer": lambda r: f"{r.randrange(3)}/{r.choice(_WORDS)}",
    "regex": lambda r: f"^{r.choice(_WORDS)}$",
}

# What a schema without `type` is about, told by its keywords.
_KINDS: Mapping[str, frozenset[str]] = {
    "object": frozenset({"properties", "required", "additionalProperties", "minProperties", "propertyNames"}),
    "array": frozenset({"items", "prefixItems", "minItems", "maxItems", "uniqueItems", "contains"}),
    "string": frozenset({"minLength", "maxLength", "pattern", "format"}),
    "number": frozenset({"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}),
}


class SchemaError(ValueError):
    """The schema is none, or no value was found that fits it."""


def check_schema(schema: Any) -> None:
    """Raise SchemaError if `schema` is not a valid JSON Schema."""
    _validator(schema)


def sample(schema: Any, *, rng: random.Random, words: Sequence[str] = ()) -> Any:
    """Return a JSON value that fits `schema`; `words` are used for its free texts while they last.

    Raises SchemaError if `schema` is not a valid JSON Schema, refers to something outside itself, or asks for more
    than this search finds.
    """
    validator = _validator(schema)
    try:
        for _ in range(_ATTEMPTS):
            try:
                value = _Sampler(schema, rng, words).value(schema)
            except (_NoValueError, OverflowError):
                continue
            if validator.is_valid(value):
                return value
    except referencing.exceptions.Unresolvable as error:
        raise SchemaError(f"refers to what is not in it: {error}") from error
    except re.error as error:
        raise SchemaError(f"pattern {error.pattern!r}: {error}") from error
    except RecursionError as error:
        raise SchemaError("refers to itself without end") from error
    raise SchemaError("the emulator found no value that fits")


def _validator(schema: Any) -> Validator:
    kind = jsonschema.validators.validator_for(schema, default=jsonschema.Draft202012Validator)
    try:
        kind.check_schema(schema)
    except jsonschema.exceptions.SchemaError as error:
        raise SchemaError(f"not a valid JSON Schema: {error.json_path}: {error.message[:200]}") from error
    # A registry of its own: the default one would fetch what `$ref` names from the network.
    return kind(schema, registry=referencing.Registry())


class _NoValueError(Exception):
    """No value on this way; another branch or attempt may have one."""


class _Sampler:
    def __init__(self, root: Schema, rng: random.Random, words: Sequence[str]) -> None:
        resource = referencing.Resource.from_contents(root, default_specification=DRAFT202012)
        self._resolver = referencing.Registry().resolver_with_root(resource)
        self._rng = rng
        self._words = list(words)
        self._steps = 0
        self._regex = _Regex(rng)

    def value(self, schema: Schema, depth: int = 0, name: str = "") -> Any:
        if depth > _MOST_DEPTH:
            raise _NoValueError
        schema = self._plain(schema, depth)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return self._choice(schema["enum"])
        match self._type(schema):
            case "object":
                return self._object(schema, depth)
            case "array":
                return self._array(schema, depth, name)
            case "integer":
                return self._number(schema, whole=True)
            case "number":
                return self._number(schema, whole=False)
            case "boolean":
                return self._rng.random() < 0.5
            case "null":
                return None
            case _:
                return self._string(schema, name)

    def _step(self) -> None:
        self._steps += 1
        if self._steps > _MOST_STEPS:
            raise _NoValueError

    def _choice(self, values: Sequence[Any]) -> Any:
        if not values:
            raise _NoValueError
        return self._rng.choice(values)

    def _plain(self, schema: Schema, depth: int) -> Mapping[str, Any]:
        """Follow references and choose branches until none is left."""
        while True:
            self._step()
            if schema is False:
                raise _NoValueError
            rest = {} if schema is True else dict(schema)
            if "$ref" in rest:
                schema = _merged(rest, self._resolver.lookup(rest.pop("$ref")).contents)
            elif "allOf" in rest:
                schema = rest
                for part in rest.pop("allOf"):
                    schema = _merged(schema, part)
            elif "anyOf" in rest or "oneOf" in rest:
                branches = rest.pop("anyOf" if "anyOf" in rest else "oneOf")
                if depth < _FULL_DEPTH:
                    schema = _merged(rest, self._choice(branches))
                else:
                    schema = _merged(rest, min(branches, key=_size))
            elif "if" in rest:
                condition = rest.pop("if")
                then, otherwise = rest.pop("then", True), rest.pop("else", True)
                taken = self._rng.random() < 0.5
                schema = _merged(_merged(rest, condition), then) if taken else _merged(rest, otherwise)
            else:
                return rest

    def _type(self, schema: Mapping[str, Any]) -> str:
        kinds = schema.get("type")
        if isinstance(kinds, str):
            return kinds
        if kinds is not None:
            # A value is more telling than null.
            return cast(str, self._choice([kind for kind in kinds if kind != "null"] or kinds))
        return next((kind for kind, words in _KINDS.items() if words & schema.keys()), "string")

    def _object(self, schema: Mapping[str, Any], depth: int) -> dict[str, Any]:
        properties: Mapping[str, Schema] = schema.get("properties", {})
        required = set(schema.get("required", ()))
        most = schema.get("maxProperties", math.inf)
        optional = [name for name in properties if name not in required]
        chosen = {name for name in optional if depth < _FULL_DEPTH and self._rng.random() < 0.8}
        for name, also in schema.get("dependentRequired", {}).items():
            if name in chosen or name in required:
                required.update(also)
        for name in optional:
            if len(chosen | required) > most:
                chosen.discard(name)
        # In the schema's order, as a model would write them; what is required but not described comes last.
        names = [name for name in properties if name in required or name in chosen]
        names += sorted(required - set(names))
        found = {name: self.value(self._property(schema, name), depth + 1, name) for name in names}
        while len(found) < schema.get("minProperties", 0):
            self._step()
            rest = [name for name in optional if name not in found]
            name = rest[0] if rest else self._name(schema)
            found[name] = self.value(self._property(schema, name), depth + 1, name)
        return found

    def _property(self, schema: Mapping[str, Any], name: str) -> Schema:
        if name in schema.get("properties", {}):
            return cast(Schema, schema["properties"][name])
        for pattern, described in schema.get("patternProperties", {}).items():
            if re.search(pattern, name):
                return cast(Schema, described)
        return cast(Schema, schema.get("additionalProperties", True))

    def _name(self, schema: Mapping[str, Any]) -> str:
        patterns = list(schema.get("patternProperties", ()))
        if patterns:
            return self._regex.text(self._rng.choice(patterns))
        if "propertyNames" in schema:
            return str(self.value(_merged({"type": "string"}, schema["propertyNames"]), _FULL_DEPTH))
        return f"{self._rng.choice(_WORDS)}_{self._rng.randrange(1000)}"

    def _array(self, schema: Mapping[str, Any], depth: int, name: str) -> list[Any]:
        items = schema.get("items", True)
        first = schema.get("prefixItems", ())
        if isinstance(items, list):  # until draft 2019-09
            first, items = items, schema.get("additionalItems", True)
        least = max(schema.get("minItems", 0), schema.get("minContains", 1) if "contains" in schema else 0)
        wished = max(len(first), self._rng.randint(1, 3)) if depth < _FULL_DEPTH else 0
        length = min(max(least, wished), schema.get("maxItems", math.inf))
        if items is False:
            length = min(length, len(first))
        found: list[Any] = []
        while len(found) < length:
            self._step()
            index = len(found)
            part = first[index] if index < len(first) else items
            if "contains" in schema and index < schema.get("minContains", 1):
                part = _merged(part, schema["contains"])
            value = self.value(part, depth + 1, name)
            if not (schema.get("uniqueItems") and value in found):
                found.append(value)
            elif index >= least and self._rng.random() < 0.2:
                break
        return found

    def _number(self, schema: Mapping[str, Any], *, whole: bool) -> int | float:
        low, high = schema.get("minimum", -math.inf), schema.get("maximum", math.inf)
        open_low, open_high = (
            schema.get("exclusiveMinimum", -math.inf),
            schema.get("exclusiveMaximum", math.inf),
        )
        step = schema.get("multipleOf", 1 if whole else None)
        if whole and step != int(step):
            step = step * 10 ** len(str(step).partition(".")[2])
        bottom, top = max(low, open_low), min(high, open_high)
        if bottom == -math.inf:
            bottom = 0 if top >= 0 else top - 100 * (step or 1)
        if top == math.inf:
            top = bottom + 100 * (step or 1)
        if step is None:
            return self._between(bottom, top, open_low, open_high)
        least, most = math.ceil(bottom / step), math.floor(top / step)
        least += least * step <= open_low
        most -= most * step >= open_high
        if least > most:
            raise _NoValueError
        value = self._rng.randint(least, most) * step
        return int(value) if whole else value

    def _between(self, bottom: float, top: float, open_low: float, open_high: float) -> float:
        value = self._rng.uniform(bottom, top)
        # Few digits where the bounds allow it: a price reads better than a fraction with 17 digits.
        for digits in (2, 6):
            if max(bottom, open_low) < round(value, digits) < min(top, open_high):
                return round(value, digits)
        return value

    def _string(self, schema: Mapping[str, Any], name: str) -> str:
        if "pattern" in schema:
            return self._matching(schema)
        make = _FORMATS.get(schema.get("format", ""))
        return make(self._rng) if make else self._text(schema, name)

    def _matching(self, schema: Mapping[str, Any]) -> str:
        least, most = schema.get("minLength", 0), schema.get("maxLength", math.inf)
        for _ in range(_ATTEMPTS):
            text = self._regex.text(schema["pattern"])
            if least <= len(text) <= most:
                return text
        raise _NoValueError

    def _text(self, schema: Mapping[str, Any], name: str) -> str:
        least, most = schema.get("minLength", 0), schema.get("maxLength", math.inf)
        if least > _MOST_CHARACTERS:
            raise _NoValueError
        made = f"{name.replace('_', ' ')} {self._rng.choice(_WORDS)}".strip()
        text = self._words.pop(0) if self._words else made
        while len(text) < least:
            text += f" {self._rng.choice(_WORDS)}"
        return text[: min(int(most), len(text))] if most < math.inf else text


def _merged(one: Schema, other: Schema) -> Schema:
    """Return a schema for what fits both, as far as that can be said in one."""
    if one is False or other is False:
        return False
    if one is True or other is True:
        return other if one is True else one
    merged = {**one, **other}
    for word in one.keys() & other.keys():
        if one[word] != other[word]:
            if word == "$ref":
                merged["allOf"] = [*merged.get("allOf", ()), {"$ref": one[word]}]
            elif word in _BOTH:
                merged[word] = _BOTH[word](one[word], other[word])
    return merged


def _both_properties(one: Mapping[str, Schema], other: Mapping[str, Schema]) -> Mapping[str, Schema]:
    return {**one, **other, **{name: _merged(one[name], other[name]) for name in one.keys() & other.keys()}}


def _both_types(one: str | list[str], other: str | list[str]) -> list[str]:
    kinds, others = ([kind] if isinstance(kind, str) else kind for kind in (one, other))
    common = [kind for kind in kinds if kind in others]
    return common or (["integer"] if {"integer", "number"} <= {*kinds, *others} else [])


def _both_branches(one: list[Schema], other: list[Schema]) -> list[Schema]:
    return [_merged(left, right) for left in one for right in other]


_BOTH: Mapping[str, Callable[[Any, Any], Any]] = {
    "required": lambda one, other: [*one, *other],
    "properties": _both_properties,
    "items": _merged,
    "additionalProperties": _merged,
    "type": _both_types,
    "enum": lambda one, other: [value for value in one if value in other],
    "allOf": lambda one, other: [*one, *other],
    "anyOf": _both_branches,
    "oneOf": _both_branches,
    **dict.fromkeys(("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"), max),
    **dict.fromkeys(("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"), min),
}


def _size(schema: Schema) -> tuple[bool, int]:
    return "$ref" in str(schema), len(str(schema))


class _Regex(Rstr):
    """rstr's generator, with two sets put in order: their order changes from process to process."""

    def __init__(self, rng: random.Random) -> None:
        words = string.ascii_letters + string.digits + "_"
        self._more = 0
        super().__init__(rng, nonword="".join(c for c in string.printable if c not in words))

    def _handle_in(self, value: Any) -> Any:
        candidates = [choice for state in value for choice in self._handle_state(state)]
        if candidates[0] is False:
            candidates = [c for c in string.printable if c not in candidates]
        return self._random.choice(candidates)

    def _handle_repeat(self, start_range: int, end_range: int, value: Any) -> str:
        return super()._handle_repeat(start_range, min(end_range, start_range + self._more), value)

    def text(self, pattern: str) -> str:
        # Short texts as a rule, but long ones as well where a length is asked for.
        self._more = self._random.choice((3, 10, 100))
        try:
            return self.xeger(pattern)
        except (KeyError, IndexError) as error:  # what rstr does not know, such as a look-behind
            raise _NoValueError from error
