"""What a document says of each operation: a table of places, and the facts at each of them.

A place is a tuple of steps, such as ("request", ".messages", "[]", "[role=user]", ".content"). By how many components
the document gets there does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

import jsonschema
from jsonschema_specifications import REGISTRY as SPECIFICATIONS  # type: ignore[import-untyped]
from openapi_spec_validator.schemas import schema_v30, schema_v31, schema_v32
from referencing import Resource

from spec.load import Document, Node
from spec.schema import ABSENT, ANY, Branch, Reader, Schema, clip, shape

Side = Literal["requests", "replies"]
Place = tuple[str, ...]

METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
STREAMS: Final = ("text/event-stream", "application/stream+json")


def _validator(draft: Any, schema: Mapping[str, Any]) -> Any:
    # With the anchors of its $refs looked up beforehand it takes a tenth of the time.
    return draft(dict(schema), registry=(Resource.from_contents(dict(schema)) @ SPECIFICATIONS).crawl())


# The JSON Schema of OpenAPI itself.
_OPENAPI: Final[Mapping[str, Any]] = {
    "3.0": _validator(jsonschema.Draft4Validator, schema_v30),
    "3.1": _validator(jsonschema.Draft202012Validator, schema_v31),
    "3.2": _validator(jsonschema.Draft202012Validator, schema_v32),
}


@dataclass(slots=True, eq=False)
class Row:
    """What a document says at a place.

    Args:
        what: What it is that stands there, such as "field"; empty if the document only says something about it.
        side: Who is concerned: those who send "requests" or those who read "replies".
        outer: The nearest component around the place, and how many steps of the place lead to that.
        name: What the last step stands for: the name of a field, the tag and value of a member of a union.
        facts: What is said, by keyword.
        schema: What may stand there.
        inner: As outer, from within what stands there.
        object: As inner, of the object among several alternatives.
        open: Whether it is not known what is below; nothing there is compared.
        tag: The property that tells its objects apart, if they are several.
        node: Of a parameter, response or the like: it.
    """

    what: str
    side: Side
    outer: tuple[str | None, int] = (None, 0)
    name: Any = None
    facts: dict[str, Any] = field(default_factory=dict)
    schema: Schema | None = None
    inner: tuple[str | None, int] = (None, 0)
    object: tuple[str | None, int] | None = None
    open: bool = False
    tag: str | None = None
    node: Node | None = None

    @property
    def below(self) -> tuple[str | None, int]:
        """As outer, of what is below."""
        return self.object or self.inner


Table = dict[Place, Row]


@dataclass(frozen=True, eq=False)
class Operation:
    """What a document says of an operation.

    Args:
        key: Its method and path.
        name: Its operationId.
        path: The names of the path's parameters, in order.
        node: Where the document says it.
        table: It.
    """

    key: str
    name: str
    path: tuple[str, ...]
    node: Node
    table: Table

    @property
    def components(self) -> set[tuple[str | int, ...]]:
        """The first steps of the pointers to the components that it uses."""
        return {part.node.pointer[:3] for row in self.table.values() if row.schema for part in row.schema.parts} | {
            row.node.pointer[:3] for row in self.table.values() if row.node
        }


@dataclass(frozen=True, eq=False)
class Meaning:
    """What a document says.

    Args:
        document: It.
        reader: What reads its schemas.
        operations: Its operations, by method and path without the names of the path's parameters.
    """

    document: Document
    reader: Reader
    operations: Mapping[str, Operation]


def text(place: Place) -> str:
    """A place as reports give it; a member of a union takes the place of the `[]` before it."""
    return "".join(place).replace("[][", "[").removeprefix(".")


def field_step(name: str) -> str:
    return f".{name}" if name.replace("_", "").replace("-", "").isalnum() else f'["{name}"]'


def anonymous(key: str) -> str:
    """A method and path without the names of the path's parameters, which mean nothing."""
    return re.sub(r"\{[^{}]*\}", "{}", key)


def read_meaning(document: Document, only: Collection[str] | None = None) -> Meaning:
    """Read what a document says of each operation, and take down its defects.

    Args:
        document: It.
        only: The operations to read; by default all of them.

    Raises:
        SpecError: It says nothing of any.
    """
    if only is None:
        check_frame(document)
    reader = Reader(document)
    operations = {}
    for path, holder in document.root.entries("paths"):
        item = document.find(holder)
        for method in METHODS if item else ():
            key = f"{method.upper()} {path}"
            if item and item.has(method, dict) and (only is None or anonymous(key) in only):
                node = item.child(method)
                table = _OperationReader(document, reader, item, node).read()
                names = tuple(re.findall(r"\{([^{}]*)\}", path))
                operations[anonymous(key)] = Operation(key, str(node.get("operationId", key)), names, node, table)
    if not operations and only is None:
        raise document.error(document.root, "has no operation under 'paths'")
    return Meaning(document, reader, operations)


def check_frame(document: Document) -> None:
    """Take down what is no OpenAPI in the frame around the schemas."""
    version = next((minor for minor in _OPENAPI if document.version.startswith(minor)), "3.1")
    for error in _OPENAPI[version].iter_errors(document.data):
        place = Node(None, tuple(error.absolute_path))
        document.note(place, f"is no OpenAPI: {clip(error.message)}")


def table_of(schema: Schema, side: Side) -> Table:
    """The table of a schema, wherever it stands."""
    flat = _Table()
    flat.holder(("",), Row("", side), schema)
    return flat.rows


def table_of_members(members: Mapping[str, Branch], tag: str) -> Table:
    """The table of members of a union, whatever union that is."""
    flat = _Table()
    flat.rows[("",)] = row = Row("", "requests", tag=tag)
    flat.members(("",), row, members)
    return flat.rows


class _Table:
    """Lays out schemas as rows."""

    def __init__(self) -> None:
        self.rows: Table = {}
        # The schemas that the reading is in, as schemas may be recursive.
        self._within: set[object] = set()

    def holder(self, place: Place, row: Row, schema: Schema) -> None:
        """Lay out what is said of a place and what may stand there."""
        self.rows[place] = row
        row.schema = schema
        if schema.deprecated:
            row.facts["deprecated"] = True
        if schema.default is not ABSENT:
            row.facts["default"] = schema.default
        if schema.description:
            row.facts["description"] = schema.description
        row.inner = (schema.component, len(place)) if schema.component else row.outer
        found = shape(schema)
        row.facts["type"] = found.types
        marker = schema.component or id(schema)
        if marker in self._within:
            row.open = True
            return
        self._within.add(marker)
        for type_, some in found.alternatives.items():
            for number, one in enumerate(some, start=1):
                if len(some) == 1:
                    self._alternative(place, row, type_, one)
                else:
                    step = (*place, f"<{type_} {number}>")
                    self.rows[step] = Row("union member", row.side, row.inner, schema=one, inner=row.inner)
                    self._alternative(step, self.rows[step], type_, one)
        if found.tag:
            row.tag = row.facts["tag of the union"] = found.tag
            self.members(place, row, found.members)
        row.open = row.open or schema.unclear
        self._within.discard(marker)

    def members(self, place: Place, union: Row, members: Mapping[str, Branch]) -> None:
        for value, member in members.items():
            step = (*place, f"[{union.tag}={value}]")
            name = member.schema.component or member.name
            row = Row("union member", union.side, union.inner, (union.tag, value), schema=member.schema)
            row.inner = (name, len(step)) if name else row.outer
            row.open = member.schema.unclear
            row.facts |= {"listed in the union": True} if member.listed else {}
            row.facts |= {"deprecated": True} if member.schema.deprecated else {}
            self.rows[step] = row
            assert union.tag
            self.rows[*step, field_step(union.tag)] = Row("", row.side, row.inner, facts={"tag": member.declared})
            marker = name or id(member.schema)
            if marker in self._within:
                row.open = True
                continue
            self._within.add(marker)
            row.facts |= member.schema.constraints
            self.fields(step, row, member.schema, skip=union.tag)
            self._within.discard(marker)

    def _alternative(self, place: Place, row: Row, type_: str, schema: Schema) -> None:
        row.facts |= schema.constraints
        if schema.values is not None:
            row.facts["enum"] = schema.values
        row.open = row.open or schema.unclear
        if schema.types == ANY:
            return
        if type_ == "array":
            self.holder((*place, "[]"), Row("items", row.side, row.inner), schema.items)
        elif type_ == "object":
            # Of several alternatives, the object may be a component of its own.
            row.object = (schema.component, len(place)) if schema.component else None
            self.fields(place, row, schema)

    def fields(self, place: Place, around: Row, schema: Schema, skip: str | None = None) -> None:
        what = "parameter" if place == ("request",) else "field"
        for name, value in schema.properties.items():
            if name != skip:
                row = Row(what, around.side, around.below, name)
                if name in schema.required:
                    row.facts["required"] = True
                self.holder((*place, field_step(name)), row, value)
        for name in sorted(schema.required - schema.properties.keys() - {skip}):
            facts = {"required": True}
            self.rows[*place, field_step(name)] = Row("", around.side, around.below, name, facts)
        if schema.additional.parts:
            self.holder((*place, ".*"), Row("items", around.side, around.below), schema.additional)


class _OperationReader(_Table):
    def __init__(self, document: Document, reader: Reader, item: Node, node: Node) -> None:
        super().__init__()
        self.document = document
        self.reader = reader
        self.item = item
        self.node = node

    def read(self) -> Table:
        self.rows[()] = operation = Row("operation", "requests", node=self.node)
        operation.facts |= _annotations(self.node)
        self.rows["server",] = Row("", "requests", facts={"server": self._servers()})
        self.rows["security",] = Row("", "requests", facts={"security scheme": tuple(sorted(self._security()))})
        self._parameters()
        if body := self._resolved(self.node, "requestBody"):
            row = Row("request body", "requests", node=body)
            row.facts |= {"required": True} if body.get("required") is True else {}
            self._content(("request",), row, body)
        for status, holder in self.node.entries("responses"):
            place = ("response",) if status == "200" else (f"response[{status}]",)
            response = self.document.find(holder)
            if not status.startswith("x-") and response is None:
                self.rows[place] = Row("response", "replies", name=status, open=True)
            elif not status.startswith("x-") and response:
                row = Row("response", "replies", name=status, node=response)
                if status == "200" and (found := self._stream(response)):
                    self._replies(place, row, *found)
                else:
                    self._content(place, row, response)
                for name, header in response.entries("headers"):
                    if end := self.document.find(header):
                        row = Row("header", "replies", name=name, node=end)
                        self.holder((*place, f".headers[{name.lower()}]"), row, self.reader.root(end))
        return self.rows

    def _resolved(self, node: Node, key: str) -> Node | None:
        return self.document.find(node.child(key)) if node.has(key, dict) else None

    def _servers(self) -> tuple[str, ...]:
        nearest = next((holder for holder in (self.node, self.item, self.document.root) if "servers" in holder), None)
        return tuple(str(server.get("url")) for server in nearest.items("servers")) if nearest else ()

    def _security(self) -> Iterator[str]:
        for requirement in (self.node if "security" in self.node else self.document.root).items("security"):
            schemes = []
            for name in requirement.value if isinstance(requirement.value, dict) else ():
                reference = f"#/components/securitySchemes/{name}"
                if scheme := self.document.find(Node({"$ref": reference}, requirement.pointer)):
                    keys = [key for key in ("type", "scheme", "in", "name") if key in scheme]
                    schemes.append(" ".join(str(scheme.get(key)) for key in keys))
            yield " and ".join(sorted(schemes)) or "none"

    def _parameters(self) -> None:
        for given in (*self.item.items("parameters"), *self.node.items("parameters")):
            node = self.document.find(given)
            if node is None:
                continue
            name, location = str(node.get("name")), str(node.get("in"))
            if location == "header":
                name = "-".join(word.capitalize() for word in name.split("-"))
                # OpenAPI 3.1, Parameter Object: definitions of these three are to be ignored.
                if name in ("Accept", "Content-Type", "Authorization"):
                    continue
            row = Row(f"{location} parameter", "requests", name=(location, str(node.get("name"))), node=given)
            row.facts |= _annotations(node) | ({"required": True} if node.get("required") is True else {})
            style = node.get("style", "form" if location in ("query", "cookie") else "simple")
            row.facts["style"] = f"{style}{', exploded' if node.get('explode', style == 'form') else ''}"
            self.holder((f"{location}.{name}",), row, self._schema(node))

    def _schema(self, node: Node) -> Schema:
        return self.reader.root(next((media for _, media in node.entries("content")), node))

    def _media(self, holder: Node) -> dict[str, Schema]:
        return {
            name.split(";", maxsplit=1)[0].strip().lower(): self.reader.root(node)
            for name, node in holder.entries("content")
        }

    def _content(self, place: Place, row: Row, holder: Node, leave_out: str = "") -> None:
        """Lay out the content of a body: JSON at the place itself, or else what comes first."""
        self.rows[place] = row
        row.open = "content" in holder and not holder.has("content", dict)
        media = self._media(holder)
        media.pop(leave_out, None)
        row.facts |= {"description": str(holder.value["description"]).strip()} if "description" in holder else {}
        main = "application/json" if "application/json" in media else next(iter(media), None)
        row.facts["media type"] = (main,) if main else ()
        for name, schema in media.items():
            if name == main:
                self.holder(place, row, schema)
            else:
                self.holder((*place, f"({name})"), Row("media type", row.side, name=name), schema)

    def _stream(self, response: Node) -> tuple[str, Schema, Schema | None] | None:
        """The media type of a streamed reply, its events, and the whole reply if both are declared as one."""
        media = self._media(response)
        for name in STREAMS:
            if name in media:
                return name, media[name], None
        # The events may be declared beside the whole reply: as the member that is a union itself.
        whole = media.get("application/json")
        branches = [branch.schema for branch in whole.branches] if whole else []
        streams = [schema for schema in branches if schema.branches]
        if len(streams) == 1 and len(branches) == 2:
            return "application/json", streams[0], next(schema for schema in branches if not schema.branches)
        return None

    def _replies(self, place: Place, row: Row, name: str, events: Schema, whole: Schema | None) -> None:
        assert row.node
        if whole is None:
            self._content(place, row, row.node, leave_out=name)
        else:
            row.facts["media type"] = (name,)
            self.holder(place, row, whole)
        stream = Row("stream", "replies", facts={"media type of the stream": name})
        if not events.branches and "data" in events.properties:
            # The events are what is in the frame's `data`.
            self.rows["stream", ".frame"] = frame = Row("frame", "replies", schema=events)
            self.fields(("stream", ".frame"), frame, events, skip="data")
            events = events.properties["data"]
        self.holder(("stream",), stream, events)


def _annotations(node: Node) -> dict[str, Any]:
    facts = {key: str(node.value[key]).strip() for key in ("summary", "description") if key in node}
    return facts | ({"deprecated": True} if node.get("deprecated") is True else {})
