"""What a document says about POST /v2/chat, whatever its wording.

$refs are followed, allOf is merged, members of a union are told apart by their tag. Names of components,
order, titles, descriptions and examples say nothing here. Schemas are read when they are looked at, so that
they may be recursive.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Final

import jsonschema
from jsonschema_specifications import REGISTRY as SPECIFICATIONS  # type: ignore[import-untyped]
from openapi_spec_validator.schemas import schema_v30, schema_v31, schema_v32
from referencing import Resource

from spec.load import Document, Node

PATH: Final = "/v2/chat"
METHOD: Final = "post"

# Without "integer", which is part of "number".
ANY: Final = frozenset({"null", "boolean", "number", "string", "array", "object"})

# Keywords without meaning for what goes over the wire. Names beginning with "x-" are like them.
ANNOTATIONS: Final = frozenset(
    {"title", "description", "example", "examples", "externalDocs", "xml", "$comment", "$id", "$schema"}
)
# Keywords that may stand beside a $ref and say nothing about the values.
_BESIDES: Final = frozenset({"default", "deprecated"})
# Keywords that Schema has an attribute for; any other one is a constraint, compared as it stands.
_READ: Final = ANNOTATIONS | _BESIDES | {
    "$ref", "allOf", "oneOf", "anyOf", "discriminator", "type", "nullable", "enum", "const",
    "properties", "required", "items", "additionalProperties", "$defs", "definitions",
}  # fmt: skip

# Constraints that bound a value from below and from above; the rest only say that something holds.
LOWER: Final = frozenset({"minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"})
UPPER: Final = frozenset({"maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"})


def _validator(draft: Any, schema: Mapping[str, Any]) -> Any:
    # With the anchors of its $refs looked up beforehand it takes a tenth of the time.
    registry = (Resource.from_contents(dict(schema)) @ SPECIFICATIONS).crawl()
    return draft(dict(schema), registry=registry)


# The JSON Schema of OpenAPI itself.
_OPENAPI: Final[Mapping[str, Any]] = {
    "3.0": _validator(jsonschema.Draft4Validator, schema_v30),
    "3.1": _validator(jsonschema.Draft202012Validator, schema_v31),
    "3.2": _validator(jsonschema.Draft202012Validator, schema_v32),
}
_DISCRIMINATOR: Final = jsonschema.Draft202012Validator(
    {
        "type": "object",
        "required": ["propertyName"],
        "properties": {
            "propertyName": {"type": "string"},
            "mapping": {"type": "object", "additionalProperties": {"type": "string"}},
        },
    }
)


class _Absent:
    def __repr__(self) -> str:
        return "absent"


ABSENT: Final = _Absent()


def same(one: Any, other: Any) -> bool:
    """Whether two values are the same in JSON: 1 and 1.0 are, 1 and true are not."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, list) and isinstance(other, list):
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
        return next((keyword for keyword in ("oneOf", "anyOf") if self.node.get(keyword)), None)

    @property
    def silent(self) -> bool:
        """Whether it says nothing about values, apart from its union, its $ref and its allOf."""
        return isinstance(self.node.value, dict) and not any(
            key not in ANNOTATIONS | _BESIDES | {"$ref", "allOf", "oneOf", "anyOf", "discriminator"}
            and not str(key).startswith("x-")
            for key in self.node.value
        )


@dataclass(frozen=True, slots=True)
class Branch:
    """A member of a union as the document has it.

    Args:
        schema: It.
        tag: The property that the discriminator names, if there is one.
        values: The values of that property that the discriminator's mapping gives it.
        listed: Whether the union lists it; otherwise only the mapping does.
        name: The component that it is, if it is one.
    """

    schema: Schema
    tag: str | None = None
    values: tuple[str, ...] = ()
    listed: bool = True
    name: str | None = None


@dataclass(eq=False)
class Schema:
    """What values may stand at a place.

    Args:
        reader: What it was read by.
        holder: The node at the place, which may be a $ref; none if the schema is only implied there.
        parts: All nodes whose keywords apply, outermost first.
        component: The component of components/schemas that stands at the place, if it is one.
        branches: The members, if it is a union.
    """

    reader: Reader
    holder: Node | None
    parts: tuple[Part, ...]
    component: str | None
    branches: tuple[Branch, ...] = ()
    # Instead of what the parts say.
    merged_values: tuple[Any, ...] | None = None

    def _first(self, key: str, default: Any = None) -> Any:
        return next((part.node.value[key] for part in self.parts if key in part.node), default)

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
        if types == ANY:
            types = self._implied_types()
        return types

    def _implied_types(self) -> frozenset[str]:
        if self.values is not None:
            return _without_integer_beside_number(map(_type_of, self.values))
        for type_, keywords in (
            ("object", ("properties", "required", "additionalProperties")),
            ("array", ("items",)),
        ):
            if any(keyword in part.node for part in self.parts for keyword in keywords):
                return frozenset({type_})
        return ANY

    @cached_property
    def values(self) -> tuple[Any, ...] | None:
        """The values of its enum or const, if it has one."""
        if self.merged_values is not None:
            return self.merged_values
        values: tuple[Any, ...] | None = None
        for part in self.parts:
            declared = self.reader.values(part.node)
            if values is None or declared is None:
                values = values if declared is None else declared
            else:
                values = tuple(value for value in values if any(same(value, other) for other in declared))
        return values

    @cached_property
    def constraints(self) -> Mapping[str, Any]:
        """Bounds, format, pattern and every other keyword that has no attribute of its own."""
        found: dict[str, Any] = {}
        for part in self.parts:
            for key, value in part.node.value.items() if isinstance(part.node.value, dict) else ():
                if str(key).startswith("x-") or key in _READ:
                    continue
                if key in found and key in LOWER | UPPER:
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
        return frozenset(name for part in self.parts for name in part.node.get("required", ()))

    @cached_property
    def items(self) -> Schema:
        """The items, if it is an array."""
        return self.reader.schema(*(part.node.child("items") for part in self.parts if "items" in part.node))

    @cached_property
    def additional(self) -> Schema:
        """Any other properties, if it is an object."""
        return self.reader.schema(
            *(part.node.child("additionalProperties") for part in self.parts if "additionalProperties" in part.node)
        )


class Reader:
    """Reads the schemas of a document; one and the same object for one and the same place.

    What root() is given, and whatever is referred to from there, is checked to be JSON Schema before it is read.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self._schemas: dict[tuple[tuple[object, bool, bool], ...], Schema] = {}
        self._order: list[Schema] = []
        self._checked: set[int] = set()
        # Up to 3.0 a schema was one of an early draft, with `exclusiveMinimum: true` and the like.
        draft = jsonschema.Draft4Validator if document.version.startswith("3.0") else jsonschema.Draft202012Validator
        self._metaschema = draft(draft.META_SCHEMA)

    def root(self, holder: Node) -> Schema:
        """The schema under the key `schema` of `holder`, or the one that admits everything."""
        if "schema" not in holder:
            return self.schema()
        self.check(holder.child("schema"))
        return self.schema(holder.child("schema"))

    def schema(self, *holders: Node | Part) -> Schema:
        """The schema that obeys all of `holders`; with none of them, the one that admits everything."""
        given = tuple(holder if isinstance(holder, Part) else Part(holder) for holder in holders)
        key = tuple((part.node.identity, part.flat, part.bare) for part in given)
        if key not in self._schemas:
            parts = tuple(flat for part in given for flat in self._flatten(part, ()))
            single = given[0].node if len(given) == 1 else None
            self._schemas[key] = schema = Schema(self, single, parts, self._component(single) if single else None)
            self._order.append(schema)
            schema.branches = tuple(self._branches(parts))
        return self._schemas[key]

    def check(self, node: Node) -> None:
        if id(node.value) in self._checked:
            return
        self._checked.add(id(node.value))
        error = jsonschema.exceptions.best_match(self._metaschema.iter_errors(node.value))
        if error:
            # Of a type that is none: that it is not one of those there are.
            error = (error.context or [error])[0]
            raise self.document.error(node.child(*error.absolute_path), f"is no JSON Schema: {_clip(error.message)}")

    def read_all(self) -> None:
        """Read everything that can be reached from the schemas that were read."""
        for schema in self._order:  # which grows
            _ = (schema.types, schema.values, schema.constraints, schema.properties, schema.items, schema.additional)

    def _flatten(self, part: Part, within: tuple[int, ...]) -> Iterator[Part]:
        node = part.node
        if id(node.value) in within:
            raise self.document.error(node, "the schema contains itself, through $ref or allOf alone")
        yield replace(part, flat=True)
        if part.flat:
            return
        within = (*within, id(node.value))
        if "$ref" in node:
            target = self.document.target(node, node.value["$ref"])
            self.check(target)
            yield from self._flatten(Part(target), within)
        for sub in node.items("allOf"):
            yield from self._flatten(Part(sub), within)

    def _component(self, node: Node) -> str | None:
        if "$ref" not in node and node.pointer[:2] == ("components", "schemas") and len(node.pointer) == 3:
            return str(node.pointer[2])
        if Part(node).silent and "$ref" in node:
            return self._component(self.document.target(node, node.value["$ref"]))
        if Part(node).silent and len(node.get("allOf", ())) == 1 and Part(node).union is None:
            return self._component(node.child("allOf", 0))
        return None

    def named(self, name: str) -> Schema:
        """The schema that is the component `name`."""
        return self.schema(self.document.root.child("components", "schemas", name))

    def _branches(self, parts: tuple[Part, ...]) -> Iterator[Branch]:
        part = next((part for part in parts if part.union), None)
        if part is None:
            return
        assert part.union
        # What applies beside the union applies to each member; of a second union, too.
        besides = [
            replace(other, bare=other.bare or other is part)
            for other in parts
            if not other.silent or (other.union and other is not part)
        ]
        members = list(part.node.items(part.union))
        discriminator = part.node.get("discriminator")
        if not discriminator:
            for node in members:
                yield Branch(self.schema(*besides, node), name=self._component(node))
            return
        if jsonschema.exceptions.best_match(_DISCRIMINATOR.iter_errors(discriminator)):
            raise self.document.error(
                part.node.child("discriminator"), "needs the text propertyName and may have a mapping of texts"
            )
        tag = discriminator["propertyName"]
        mapping = self._mapping(part.node)
        for node in members:
            target = self.document.resolve(node).pointer
            values = tuple(value for value, mapped in mapping.items() if mapped.pointer == target)
            yield Branch(self.schema(*besides, node), tag, values, name=self._component(node))
        listed = {self.document.resolve(node).pointer for node in members}
        for value, mapped in mapping.items():
            if mapped.pointer not in listed:
                name = str(mapped.pointer[-1]) if mapped.pointer[:2] == ("components", "schemas") else None
                yield Branch(self.schema(*besides, mapped), tag, (value,), listed=False, name=name)

    def _mapping(self, union: Node) -> dict[str, Node]:
        found = {}
        for value, node in union.child("discriminator").entries("mapping"):
            reference = str(node.value)
            if reference in (self.document.schemas):
                reference = f"#/components/schemas/{reference}"
            found[value] = self.document.resolve(self.document.target(node, reference))
            self.check(found[value])
        return found

    def values(self, node: Node) -> tuple[Any, ...] | None:
        """The values of a node's own enum or const."""
        if "const" in node:
            given = [node.child("const")]
        elif "enum" in node:
            given = list(node.items("enum"))
        else:
            return None
        types = _declared_types(node)
        texts = any(isinstance(item.value, str) for item in given) if types == ANY else types <= {"string", "null"}
        for item in given:
            if texts:
                self._check_text(item)
        return tuple(item.value for item in given)

    def _check_text(self, item: Node) -> None:
        if isinstance(item.value, bool):
            raise self.document.error(
                item,
                f"{str(item.value).lower()} among texts: an unquoted "
                f"{'ON or YES' if item.value else 'OFF or NO'} that YAML 1.1 reads so; quote it",
            )
        if item.value is not None and not isinstance(item.value, str):
            raise self.document.error(item, f"{item.value} is no text, but the others are; quote it")

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
            return self.plain(self.document.target(node, node.value["$ref"]), within)
        return {
            str(key): self.plain(node.child(key), within)
            for key in node.value
            if key not in ANNOTATIONS and not str(key).startswith("x-")
        }


def _clip(text: str) -> str:
    return text if len(text) <= 200 else text[:197] + "..."


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
    if declared is None:
        return ANY
    types = {declared} if isinstance(declared, str) else set(declared)
    if node.get("nullable") is True:  # OpenAPI 3.0
        types.add("null")
    return _without_integer_beside_number(types)


def _both(some: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    found = some & others
    if "integer" in some | others and "number" in some | others:
        found |= {"integer"}
    return found


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a union of objects.

    Args:
        schema: It.
        declared: How it declares its tag: "const" as a required constant; "optional" as a constant that is
            not required; "open" with other values as well; "absent" not at all.
        listed: Whether the union lists it; otherwise only the discriminator's mapping does.
        name: The component that it is, if it is one.
    """

    schema: Schema
    declared: str
    listed: bool = True
    name: str | None = None


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
    members: Mapping[str, Member] = field(default_factory=dict)


def shape(schema: Schema) -> Shape:
    """Take the unions in `schema` apart."""
    leaves = list(_leaves(Branch(schema)))
    types: set[str] = set()
    alternatives: dict[str, list[Schema]] = {}
    objects: list[Branch] = []
    for leaf in leaves:
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
    members = tagged(objects, tag) if tag else {}
    return Shape(_without_integer_beside_number(types), found, tag, members)


def _leaves(branch: Branch, within: tuple[Schema, ...] = ()) -> Iterator[Branch]:
    if not branch.schema.branches:
        yield branch
    if branch.schema in within:
        holder = branch.schema.parts[0].node
        raise branch.schema.reader.document.error(holder, "the union is a member of itself")
    for inner in branch.schema.branches:
        for leaf in _leaves(inner, (*within, branch.schema)):
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
    if len(tags) == 1:
        (tag,) = tags
        if tag is not None:
            return tag
    if len(objects) < 2:
        return None
    # No discriminator: a property that is a different constant in each.
    for name in objects[0].schema.properties:
        constants = [constant(leaf.schema, name) for leaf in objects]
        if None not in constants and len(set(constants)) == len(constants):
            return name
    return None


def constant(schema: Schema, name: str) -> str | None:
    """The only value that the property `name` of an object can have, if that is a text."""
    values = schema.properties[name].values if name in schema.properties else None
    return values[0] if values and len(values) == 1 and isinstance(values[0], str) else None


def tagged(objects: list[Branch], tag: str) -> dict[str, Member]:
    """Objects by the value of the property `tag`."""
    members: dict[str, Member] = {}
    for leaf in objects:
        only = constant(leaf.schema, tag)
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
            members[key] = Member(leaf.schema, declared, leaf.listed, leaf.name)
    return members


@dataclass(frozen=True, slots=True)
class Parameter:
    """A header, query, path or cookie parameter."""

    node: Node
    name: str
    location: str
    required: bool
    schema: Schema


@dataclass(frozen=True, slots=True)
class Response:
    """What may come back with a status, other than 200."""

    node: Node
    holder: Node
    schemas: Mapping[str, Schema]
    headers: Mapping[str, Schema]


@dataclass(frozen=True, slots=True)
class Operation:
    """What a document says about POST /v2/chat.

    Args:
        document: The document.
        reader: What its schemas were read by.
        node: The operation.
        servers: The URLs of the service.
        security: The ways to prove who asks, such as `http bearer`.
        deprecated: Whether the operation is deprecated.
        parameters: By location and lower-case name.
        request_required: Whether there must be a body.
        request_media: Media types of the body.
        request: The body as JSON.
        reply_headers: Headers of a reply.
        reply: The whole reply.
        stream: The events of a streamed reply, if it says anything about them.
        stream_media: The media type that it gives the stream.
        frame: What it says about the frame around an event.
        responses: The other responses by status.
    """

    document: Document
    reader: Reader
    node: Node
    servers: tuple[str, ...]
    security: tuple[str, ...]
    deprecated: bool
    parameters: Mapping[tuple[str, str], Parameter]
    request_required: bool
    request_media: frozenset[str]
    request: Schema
    reply_headers: Mapping[str, Schema]
    reply: Schema
    stream: Schema | None
    stream_media: str | None
    frame: Schema | None
    responses: Mapping[str, Response]


def read_operation(document: Document) -> Operation:
    """Read what `document` says about POST /v2/chat.

    Raises:
        SpecError: It says nothing about it, or nothing that makes sense.
    """
    return _OperationReader(document).read()


def _media_type(name: str) -> str:
    return name.split(";", maxsplit=1)[0].strip().lower()


class _OperationReader:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.reader = Reader(document)

    def step(self, node: Node, key: str) -> Node:
        """The mapping under `key`, through $refs."""
        if not isinstance(node.get(key), dict):
            raise self.document.error(node, f"has no {key!r}")
        return self.document.resolve(node.child(key))

    def check(self, path: dict[str, Any]) -> None:
        """Check the frame of schemas that an operation is, by the JSON Schema of OpenAPI."""
        version = next((minor for minor in _OPENAPI if self.document.version.startswith(minor)), "3.1")
        small = {"openapi": f"{version}.0", "info": {"title": "", "version": ""}, "paths": {PATH: path}}
        around = {key: self.document.data[key] for key in ("servers", "security") if key in self.document.data}
        error = jsonschema.exceptions.best_match(_OPENAPI[version].iter_errors(small | around))
        if error:
            raise self.document.error(Node(None, tuple(error.absolute_path)), f"is no OpenAPI: {_clip(error.message)}")

    def with_references_followed(self, node: Node) -> dict[str, Any]:
        """An operation with its body, parameters and responses in place."""
        followed = dict(node.value)
        if "requestBody" in node:
            followed["requestBody"] = self.document.resolve(node.child("requestBody")).value
        if "parameters" in node:
            followed["parameters"] = [self.document.resolve(given).value for given in node.items("parameters")]
        responses = {status: self.document.resolve(given).value for status, given in node.entries("responses")}
        return followed | ({"responses": responses} if responses else {})

    def read(self) -> Operation:
        document = self.document
        paths = self.step(document.root, "paths")
        if PATH not in paths:
            raise document.error(
                paths, f"has no {PATH}; it begins with {', '.join(list(paths.value)[:3]) or 'nothing'}"
            )
        path = self.step(paths, PATH)
        self.check(path.value)
        node = self.step(path, METHOD)
        self.check({METHOD: self.with_references_followed(node)})
        body = self.step(node, "requestBody")
        request_media = self._media(body)
        if "application/json" not in request_media:
            raise document.error(body, "has no application/json")
        responses = self.step(node, "responses")
        if "200" not in {str(status) for status in responses.value}:
            raise document.error(responses, "has no 200")
        by_status = {str(status): responses.child(status) for status in responses.value}
        success = document.resolve(by_status.pop("200"))
        reply, stream, media, frame = self._replies(success)
        operation = Operation(
            document=document,
            reader=self.reader,
            node=node,
            servers=self._servers(node, path, document.root),
            security=self._security(node),
            deprecated=node.get("deprecated") is True,
            parameters=self._parameters(path, node),
            request_required=body.get("required") is True,
            request_media=frozenset(request_media),
            request=request_media["application/json"],
            reply_headers=self._headers(success),
            reply=reply,
            stream=stream,
            stream_media=media,
            frame=frame,
            responses={
                status: Response(target, holder, self._media(target), self._headers(target))
                for status, holder in by_status.items()
                if not status.startswith("x-")
                for target in [document.resolve(holder)]
            },
        )
        # Whatever is wrong further down should come to light here, not when somebody looks at it.
        self.reader.read_all()
        return operation

    def _servers(self, *holders: Node) -> tuple[str, ...]:
        nearest = next((holder for holder in holders if "servers" in holder), None)
        return tuple(str(server.get("url")) for server in nearest.items("servers")) if nearest else ()

    def _media(self, holder: Node) -> dict[str, Schema]:
        return {_media_type(name): self.reader.root(node) for name, node in holder.entries("content")}

    def _headers(self, response: Node) -> dict[str, Schema]:
        headers = {name.lower(): self.document.resolve(node) for name, node in response.entries("headers")}
        return {name: self.reader.root(node) for name, node in headers.items()}

    def _replies(self, response: Node) -> tuple[Schema, Schema | None, str | None, Schema | None]:
        """The whole reply, the union of the stream's events, its media type, the frame of an event."""
        media = self._media(response)
        if "application/json" not in media:
            raise self.document.error(response, "has no application/json")
        reply = media["application/json"]
        declared_as_json = None
        # The events may be declared beside the whole reply: as the member that is a union itself.
        streams = [branch.schema for branch in reply.branches if branch.schema.branches]
        wholes = [branch.schema for branch in reply.branches if not branch.schema.branches]
        if len(streams) == 1 and len(wholes) == 1:
            (reply,), (declared_as_json,) = wholes, streams
        if "text/event-stream" in media:
            stream = media["text/event-stream"]
            if not stream.branches and "data" in stream.properties:
                return reply, stream.properties["data"], "text/event-stream", stream
            return reply, stream, "text/event-stream", None
        return reply, declared_as_json, "application/json" if declared_as_json else None, None

    def _parameters(self, path: Node, node: Node) -> dict[tuple[str, str], Parameter]:
        found = {}
        for holder in (path, node):
            for given in holder.items("parameters"):
                target = self.document.resolve(given)
                name, location = str(target.get("name")), str(target.get("in"))
                # OpenAPI 3.1, Parameter Object: definitions of these three are to be ignored.
                if location == "header" and name.lower() in ("accept", "content-type", "authorization"):
                    continue
                found[location, name.lower() if location == "header" else name] = Parameter(
                    given, name, location, target.get("required") is True, self.reader.root(target)
                )
        return found

    def _security(self, node: Node) -> tuple[str, ...]:
        holder = node if "security" in node else self.document.root
        found = []
        for requirement in holder.items("security"):
            schemes = []
            for name in requirement.value:
                scheme = self.step(self.step(self.step(self.document.root, "components"), "securitySchemes"), name)
                words = [str(scheme.get(key)) for key in ("type", "scheme", "in", "name") if key in scheme]
                schemes.append(" ".join(words))
            found.append(" and ".join(sorted(schemes)) or "none")
        return tuple(sorted(found))
