"""What values a schema admits, whatever its wording.

$refs are followed, allOf is merged, members of a union are told apart by their tag. Names of components, order, titles
and examples say nothing here. Schemas are read when they are looked at, so that they may be recursive. What makes no
sense becomes a defect of the document, and the schema is `unclear`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Final

import jsonschema
from jsonschema_specifications import REGISTRY as SPECIFICATIONS  # type: ignore[import-untyped]

from spec.load import Document, Node, SpecError, near

# Without "integer", which is part of "number".
ANY: Final = frozenset({"null", "boolean", "number", "string", "array", "object"})

# Keywords without meaning for what goes over the wire. Names beginning with "x-" are like them.
ANNOTATIONS: Final = frozenset(
    {"title", "description", "example", "examples", "externalDocs", "xml", "$comment", "$id", "$schema"}
    | {"readOnly", "writeOnly"}
)
# Keywords that may stand beside a $ref and say nothing about the values.
_BESIDES: Final = frozenset({"default", "deprecated"})
_COMBINE: Final = frozenset({"$ref", "allOf", "oneOf", "anyOf", "discriminator"})
# Keywords that Schema has an attribute for; any other one is a constraint, compared as it stands.
_READ: Final = ANNOTATIONS | _BESIDES | _COMBINE | {
    "type", "nullable", "enum", "const", "properties", "required", "items", "additionalProperties", "$defs",
    "definitions",
}  # fmt: skip

_DRAFT: Final = "https://json-schema.org/draft/2020-12/"
# Those of JSON Schema and of OpenAPI's vocabulary for it.
KEYWORDS: Final = (_READ | {"discriminator", "example", "externalDocs", "xml"}).union(
    *(
        SPECIFICATIONS.contents(_DRAFT + part["$ref"])["properties"]
        for part in SPECIFICATIONS.contents(f"{_DRAFT}schema")["allOf"]
    )
)

# Formats of numbers, which show in no JSON; but a number with one of the latter is an integer.
_FLOATS: Final = frozenset({"float", "double"})
_INTEGERS: Final = frozenset({"int32", "int64"})
# Lower bounds that 0 says nothing for.
_COUNTS: Final = frozenset({"minLength", "minItems", "minProperties"})

# Constraints that bound a value from below and from above; the rest only say that something holds.
LOWER: Final = frozenset({"minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"})
UPPER: Final = frozenset({"maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"})


# The schemas that were found to be JSON Schema; a sync reads the same ones again and again.
_SOUND: Final[set[str]] = set()


class _Absent:
    def __repr__(self) -> str:
        return "absent"

    def __deepcopy__(self, memo: object) -> _Absent:
        return self


ABSENT: Final = _Absent()


def same(one: Any, other: Any) -> bool:
    """Whether two values are the same in JSON: 1 and 1.0 are, 1 and true are not."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    return bool(one == other)


@dataclass(frozen=True, slots=True)
class Part:
    """A node whose keywords a schema obeys.

    Args:
        node: It.
        flat: Whether what it refers to and its allOf are parts of their own already.
        bare: Whether its union was dealt with.
    """

    node: Node
    flat: bool = False
    bare: bool = False

    @property
    def union(self) -> str | None:
        """The keyword of its union, if it has one."""
        if self.bare:
            return None
        keywords = [keyword for keyword in ("oneOf", "anyOf") if self.node.has(keyword, list)]
        mapping = self.node.get("discriminator")
        # The discriminator may name members where the union lists none.
        named = isinstance(mapping, dict) and mapping.get("mapping")
        return next((keyword for keyword in keywords if self.node.value[keyword] or named), None)

    @property
    def silent(self) -> bool:
        """Whether it says nothing about values, apart from its union, its $ref and its allOf."""
        return isinstance(self.node.value, dict) and all(
            key in ANNOTATIONS | _BESIDES | _COMBINE or str(key).startswith("x-") for key in self.node.value
        )


@dataclass(frozen=True, slots=True)
class Branch:
    """A member of a union.

    Args:
        schema: It.
        tag: The property that the discriminator names, if there is one.
        values: The values of that property that the discriminator's mapping gives it.
        listed: Whether the union lists it; otherwise only the mapping does.
        name: The component that it is, if it is one.
        declared: How it declares its tag: "const" as a required constant; "optional" as a constant that is
            not required; "open" with other values as well; "absent" not at all.
    """

    schema: Schema
    tag: str | None = None
    values: tuple[str, ...] = ()
    listed: bool = True
    name: str | None = None
    declared: str = ""


@dataclass(eq=False)
class Schema:
    """What values may stand at a place.

    Args:
        reader: What it was read by.
        holder: The node at the place, which may be a $ref; none if the schema is only implied there.
        parts: All nodes whose keywords apply, outermost first.
        component: The component of components/schemas that stands at the place, if it is one.
        unclear: Whether a part of it could not be read.
        branches: The members, if it is a union.
    """

    reader: Reader
    holder: Node | None
    parts: tuple[Part, ...]
    component: str | None
    unclear: bool = False
    branches: tuple[Branch, ...] = ()
    # Instead of what the parts say.
    merged_values: tuple[Any, ...] | None = None

    def _first(self, key: str, default: Any = None) -> Any:
        return next((part.node.value[key] for part in self.parts if key in part.node), default)

    def _nodes(self, key: str) -> list[Node]:
        return [part.node.child(key) for part in self.parts if key in part.node]

    @property
    def description(self) -> str | None:
        text = self._first("description")
        return text.strip() if isinstance(text, str) else None

    @property
    def default(self) -> Any:
        return self._first("default", ABSENT)

    @property
    def deprecated(self) -> bool:
        return any(part.node.get("deprecated") is True for part in self.parts)

    @cached_property
    def types(self) -> frozenset[str]:
        """The JSON types of the values."""
        types = ANY
        for part in self.parts:
            if part.node.value is False:
                return frozenset()
            types = _both(types, _declared_types(part.node))
        return types if types != ANY else self._implied_types()

    def _implied_types(self) -> frozenset[str]:
        if self.values is not None:
            return _without_integer_beside_number(map(_type_of, self.values))
        if any(self._nodes(keyword) for keyword in ("properties", "required", "additionalProperties")):
            return frozenset({"object"})
        return frozenset({"array"}) if self._nodes("items") else ANY

    @cached_property
    def values(self) -> tuple[Any, ...] | None:
        """The values of its enum or const, if it has one."""
        if self.merged_values is not None:
            return self.merged_values
        values: tuple[Any, ...] | None = None
        for part in self.parts:
            declared = self._own_values(part.node)
            if values is None or declared is None:
                values = values if declared is None else declared
            else:
                values = tuple(value for value in values if any(same(value, other) for other in declared))
        return values

    def _own_values(self, node: Node) -> tuple[Any, ...] | None:
        given = [node.child("const")] if "const" in node else list(node.items("enum"))
        if not given and not node.has("enum", list):
            return None
        types = _declared_types(node)
        if any(isinstance(item.value, str) for item in given) if types == ANY else types <= {"string", "null"}:
            for item in given:
                if item.value is not None and not isinstance(item.value, str):
                    self.unclear = True
                    self.reader.document.note(item, _no_text(item.value))
        return tuple(item.value for item in given)

    @cached_property
    def constraints(self) -> Mapping[str, Any]:
        """Bounds, format, pattern and every other keyword that has no attribute of its own."""
        found: dict[str, Any] = {}
        for part in self.parts:
            for key, value in part.node.value.items() if isinstance(part.node.value, dict) else ():
                if str(key).startswith("x-") or key in _READ or _says_nothing(key, value):
                    continue
                if key not in KEYWORDS:
                    problem = f"there is no keyword {key!r}{near(key, KEYWORDS)}"
                    self.reader.document.note(part.node.child(key), problem)
                    continue
                if key in found and key in LOWER | UPPER and numbers(found[key], value):
                    found[key] = (max if key in LOWER else min)(found[key], value)
                elif key not in found:
                    found[key] = self.reader.plain(part.node.child(key))
            if "discriminator" in part.node and not part.union and not part.bare:
                # It tells no members apart here; if it changes, a person should know.
                found["discriminator"] = self.reader.plain(part.node.child("discriminator"))
        return found

    @cached_property
    def properties(self) -> Mapping[str, Schema]:
        nodes: dict[str, list[Node]] = {}
        for part in self.parts:
            for name, node in part.node.entries("properties"):
                nodes.setdefault(name, []).append(node)
        return {name: self.reader.schema(*found) for name, found in nodes.items()}

    @cached_property
    def required(self) -> frozenset[str]:
        return frozenset(str(name.value) for part in self.parts for name in part.node.items("required"))

    @cached_property
    def items(self) -> Schema:
        """The items, if it is an array."""
        return self.reader.schema(*self._nodes("items"))

    @cached_property
    def additional(self) -> Schema:
        """Any other properties, if it is an object."""
        return self.reader.schema(*self._nodes("additionalProperties"))

    def admits(self, value: Any) -> bool:
        """Whether a value is one of its types and values."""
        kind = _type_of(value)
        fits = self.types == ANY or kind in self.types or (kind == "integer" and "number" in self.types)
        return fits and (self.values is None or any(same(value, one) for one in self.values))

    def constant(self, name: str) -> str | None:
        """The only value that the property `name` can have, if that is a text."""
        values = self.properties[name].values if name in self.properties else None
        return values[0] if values and len(values) == 1 and isinstance(values[0], str) else None


class Reader:
    """Reads the schemas of a document; one and the same object for one and the same place.

    What root() is given, and whatever is referred to from there, is checked to be JSON Schema before it is read.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self._schemas: dict[tuple[tuple[object, bool, bool], ...], Schema] = {}
        self._checked: set[int] = set()
        # Places that are no JSON Schema.
        self._wrong: set[tuple[str | int, ...]] = set()
        # Up to 3.0 a schema was one of an early draft, with `exclusiveMinimum: true` and the like.
        draft = jsonschema.Draft4Validator if document.version.startswith("3.0") else jsonschema.Draft202012Validator
        self._metaschema = draft(draft.META_SCHEMA)

    def root(self, holder: Node) -> Schema:
        """The schema under the key `schema` of `holder`, or the one that admits everything."""
        if "schema" not in holder:
            return self.schema()
        self.check(holder.child("schema"))
        return self.schema(holder.child("schema"))

    def named(self, name: str) -> Schema:
        """The schema that is the component `name`."""
        return self.schema(self.document.root.child("components", "schemas", name))

    def schema(self, *holders: Node | Part) -> Schema:
        """The schema that obeys all of `holders`; with none of them, the one that admits everything."""
        given = tuple(holder if isinstance(holder, Part) else Part(holder) for holder in holders)
        # By however many aliases YAML leads to a mapping, it is the same.
        places = [id(part.node.value) if isinstance(part.node.value, dict) else part.node.pointer for part in given]
        key = tuple((place, part.flat, part.bare) for place, part in zip(places, given, strict=True))
        if key not in self._schemas:
            flat: list[Part] = []
            clear = min((self._flatten(part, (), flat) for part in given), default=True)
            single = given[0].node if len(given) == 1 else None
            component = self._component(single) if single else None
            self._schemas[key] = schema = Schema(self, single, tuple(flat), component, not clear)
            schema.branches = tuple(self._branches(schema))
        return self._schemas[key]

    def check(self, node: Node) -> None:
        """Take down what is no JSON Schema in and below `node`."""
        if id(node.value) in self._checked:
            return
        self._checked.add(id(node.value))
        text = f"{self.document.version} {json.dumps(node.value, default=str)}"
        if text in _SOUND:
            return
        errors = list(self._metaschema.iter_errors(node.value))
        if not errors:
            _SOUND.add(text)
        for found in errors:
            # Of a type that is none: that it is not one of those there are.
            error = (found.context or [found])[0]
            place = node.child(*error.absolute_path)
            self.document.note(place, f"is no JSON Schema: {clip(error.message)}")
            if error.validator != "minItems":
                self._wrong |= {place.pointer, place.pointer[:-1]}

    def _flatten(self, part: Part, within: tuple[int, ...], found: list[Part]) -> bool:
        """Collect the parts of a part; whether all of them could be read."""
        node = part.node
        if id(node.value) in within:
            problem = "the schema contains itself, through $ref or allOf alone"
            self.document.note(node, problem)
            return False
        clear = node.pointer not in self._wrong and isinstance(node.value, dict | bool)
        found.append(replace(part, flat=True))
        if part.flat:
            return clear
        within = (*within, id(node.value))
        if isinstance(node.get("$ref"), str):
            target = self._target(node)
            clear = target is not None and self._flatten(Part(target), within, found) and clear
        for sub in node.items("allOf"):
            clear = self._flatten(Part(sub), within, found) and clear
        return clear

    def _target(self, node: Node) -> Node | None:
        """Where the $ref that `node` is leads, which may be to another one."""
        try:
            target = self.document.target(node, node.value["$ref"])
        except SpecError as error:
            self.document.note(node, error.problem)
            return None
        self.check(target)
        return target

    def _component(self, node: Node) -> str | None:
        if "$ref" not in node and node.pointer[:2] == ("components", "schemas") and len(node.pointer) == 3:
            return str(node.pointer[2])
        if not Part(node).silent:
            return None
        if "$ref" in node:
            target = self._target(node)
            return self._component(target) if target and target.pointer != node.pointer else None
        if node.has("allOf", list) and len(node.value["allOf"]) == 1 and Part(node).union is None:
            return self._component(node.child("allOf", 0))
        return None

    def _branches(self, schema: Schema) -> Iterator[Branch]:
        part = next((part for part in schema.parts if part.union), None)
        if part is None:
            return
        assert part.union
        # What applies beside the union applies to each member; of a second union, too.
        besides = [
            replace(other, bare=other.bare or other is part)
            for other in schema.parts
            if not other.silent or (other.union and other is not part)
        ]
        discriminator = part.node.get("discriminator")
        tag = discriminator.get("propertyName") if isinstance(discriminator, dict) else None
        if discriminator and not isinstance(tag, str):
            self.document.note(part.node.child("discriminator"), "needs the text propertyName")
            schema.unclear, tag = True, None
        mapping = dict(self._mapping(part.node)) if tag else {}
        members = [(node, self.document.find(node)) for node in part.node.items(part.union)]
        for node, end in members:
            values = tuple(value for value, mapped in mapping.items() if end and mapped.pointer == end.pointer)
            yield Branch(self.schema(*besides, node), tag, values, name=self._component(node))
        listed = {end.pointer for _, end in members if end}
        for value, mapped in mapping.items():
            if mapped.pointer not in listed:
                yield Branch(self.schema(*besides, mapped), tag, (value,), listed=False, name=self._component(mapped))

    def _mapping(self, union: Node) -> Iterator[tuple[str, Node]]:
        for value, node in union.child("discriminator").entries("mapping"):
            reference = str(node.value)
            if reference in self.document.schemas:
                reference = f"#/components/schemas/{reference}"
            if end := self.document.find(Node({"$ref": reference}, node.pointer)):
                self.check(end)
                yield value, end

    def plain(self, node: Node, within: tuple[int, ...] = ()) -> Any:
        """The value of a node with its $refs replaced and without annotations, to be compared as it is."""
        if id(node.value) in within:
            return "(itself)"
        within = (*within, id(node.value))
        if isinstance(node.value, list):
            return [self.plain(node.child(index), within) for index in range(len(node.value))]
        if not isinstance(node.value, dict):
            return node.value
        if isinstance(node.value.get("$ref"), str):
            target = self._target(node)
            return self.plain(target, within) if target else "(nothing)"
        return {
            str(key): self.plain(node.child(key), within)
            for key in node.value
            if key not in ANNOTATIONS and not str(key).startswith("x-")
        }


def clip(text: str, length: int = 200) -> str:
    return text if len(text) <= length else text[: length - 3] + "..."


def numbers(*values: Any) -> bool:
    return all(isinstance(value, int | float) and not isinstance(value, bool) for value in values)


def _says_nothing(keyword: str, value: Any) -> bool:
    return value == 0 if keyword in _COUNTS else keyword == "format" and value in (*_FLOATS, *_INTEGERS)


def _no_text(value: Any) -> str:
    if isinstance(value, bool):
        words = "ON or YES" if value else "OFF or NO"
        return f"{str(value).lower()} among texts: an unquoted {words} that YAML 1.1 reads so; quote it"
    return f"{value} is no text, but the others are; quote it"


def _type_of(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    names = {int: "integer", float: "number", list: "array", dict: "object"}
    return names.get(type(value), "string")


def _without_integer_beside_number(types: Iterable[str]) -> frozenset[str]:
    found = frozenset(types)
    return found - {"integer"} if "number" in found else found


def _declared_types(node: Node) -> frozenset[str]:
    declared = node.get("type")
    types = {declared} if isinstance(declared, str) else set(map(str, declared)) if isinstance(declared, list) else ANY
    if node.get("nullable") is True:  # OpenAPI 3.0
        types = types | {"null"}
    if "number" in types and types != ANY and node.get("format") in _INTEGERS:
        types = types - {"number"} | {"integer"}
    return _without_integer_beside_number(types)


def _both(some: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    found = some & others
    if "integer" in some | others and "number" in some | others:
        found |= {"integer"}
    return found


@dataclass(frozen=True, slots=True)
class Shape:
    """The alternatives of a schema by JSON type, its unions taken apart.

    Args:
        types: The types of all alternatives.
        alternatives: The schemas for each type, integers being numbers; without objects of a tagged union.
        tag: The property that tells the objects apart, if there is one.
        members: The objects by the value of that property.
    """

    types: frozenset[str]
    alternatives: Mapping[str, tuple[Schema, ...]]
    tag: str | None = None
    members: Mapping[str, Branch] = field(default_factory=dict)


def shape(schema: Schema) -> Shape:
    """Take the unions in `schema` apart."""
    types: set[str] = set()
    alternatives: dict[str, list[Schema]] = {}
    objects: list[Branch] = []
    for leaf in _leaves(Branch(schema)):
        types |= leaf.schema.types
        for type_ in sorted(leaf.schema.types):
            if type_ == "object":
                objects.append(leaf)
            else:
                alternatives.setdefault("number" if type_ == "integer" else type_, []).append(leaf.schema)
    found = {type_: _collapse(type_, schemas) for type_, schemas in alternatives.items()}
    tag = _tag(objects)
    if tag is None and objects:
        found["object"] = tuple(leaf.schema for leaf in objects)
    return Shape(_without_integer_beside_number(types), found, tag, tagged(objects, tag) if tag else {})


def _leaves(branch: Branch, within: tuple[Schema, ...] = ()) -> Iterator[Branch]:
    if not branch.schema.branches:
        yield branch
    within = (*within, branch.schema)
    for inner in branch.schema.branches:
        if inner.schema in within:
            document = branch.schema.reader.document
            within[0].unclear = True
            document.note(branch.schema.parts[0].node, "the union is a member of itself")
            continue
        for leaf in _leaves(inner, within):
            # A union in a union: the outer discriminator is all there is for an inner one without.
            yield (
                leaf
                if leaf.tag or branch.tag is None
                else replace(leaf, tag=branch.tag, values=branch.values, listed=branch.listed)
            )


def _collapse(type_: str, schemas: list[Schema]) -> tuple[Schema, ...]:
    """Make one of several scalars if none says more than which values there are."""
    if len(schemas) == 1 or type_ == "array" or any(schema.constraints for schema in schemas):
        return tuple(schemas)
    values: list[Any] = []
    for schema in schemas:
        if schema.values is None:
            return (schema,)
        values += [value for value in schema.values if not any(same(value, other) for other in values)]
    return (replace(schemas[0], merged_values=tuple(values), branches=()),)


def _tag(objects: list[Branch]) -> str | None:
    tags = {leaf.tag for leaf in objects}
    if len(tags) == 1 and (tag := tags.pop()) is not None:
        return tag
    if len(objects) < 2:
        return None
    # No discriminator: a property that is a different constant in each.
    for name in objects[0].schema.properties:
        constants = [leaf.schema.constant(name) for leaf in objects]
        if None not in constants and len(set(constants)) == len(constants):
            return name
    return None


def tagged(objects: Iterable[Branch], tag: str) -> dict[str, Branch]:
    """Objects by the value of the property `tag`."""
    members: dict[str, Branch] = {}
    for leaf in objects:
        only = leaf.schema.constant(tag)
        if only is not None:
            declared = "const" if tag in leaf.schema.required else "optional"
        else:
            declared = "open" if tag in leaf.schema.properties else "absent"
        # A constant is what the member sends; else the mapping counts, or else the component's name (OpenAPI
        # 3.1, Discriminator Object).
        for value in (only,) if only is not None else leaf.values or (leaf.name or f"#{len(members) + 1}",):
            key, count = value, 1
            while key in members:
                count += 1
                key = f"{value}#{count}"
            members[key] = replace(leaf, declared=declared)
    return members
