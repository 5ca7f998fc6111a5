"""What stands in groups/ and contract.py: the operations, as methods of the clients."""

from __future__ import annotations

import keyword
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from openapi_python_client.parser.bodies import BodyType
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import ModelProperty
from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.strings import ClassName, PythonIdentifier, pascal_case, snake_case

from generator.contract import Contract, Json, Refusal, pointer
from generator.text import plain, wrap
from generator.types import Property, Types, attribute, members, tagged, wire_name

# The tags of the roots; where both have a method, the first one's stays under its name. Others are groups of methods.
ROOTS: Final = ("v2", "v1")
RESERVED: Final = frozenset({"self", "request_options"})
STREAMS: Final = ("text/event-stream", "application/stream+json")


@dataclass(frozen=True)
class Argument:
    """An argument of a method, and the parameter of its operation."""

    name: str
    wire_name: str
    place: str
    json_type: str
    required: bool
    deprecated: bool
    type: str
    description: str
    doc: str

    @property
    def positional(self) -> bool:
        return self.place == "path"


@dataclass(frozen=True)
class Stream:
    """How a reply is streamed: the code that says so, and what the methods return."""

    code: str
    type: str
    async_type: str
    event: str


@dataclass(frozen=True)
class Pages:
    """How a list is read page by page: the code that says so, and the type of an item."""

    code: str
    arguments: tuple[str, ...]
    item: str


@dataclass(frozen=True)
class Operation:
    """An operation of the API."""

    group: str
    name: str
    http: str
    path: str
    body: str
    summary: str
    arguments: list[Argument]
    reply: str | None
    reply_type: str
    reply_doc: str
    stream: Stream | None
    pages: Pages | None
    batches: dict[str, int]
    deprecated: bool
    retry_safe: bool

    @property
    def constant(self) -> str:
        """The name of its Endpoint in the module."""
        return "_".join([*self.group.split(".")[1:], self.name]).upper()

    @property
    def iterator(self) -> str:
        """The name of the method that gives the items of all pages."""
        return "iterate" if self.name == "list" else f"iterate_{self.name.removeprefix('list_')}"

    @property
    def types(self) -> Iterator[str]:
        yield self.reply_type
        yield from (argument.type for argument in self.arguments)
        if self.stream:
            yield from (self.stream.type, self.stream.async_type)
        if self.pages:
            yield self.pages.item


@dataclass
class Client:
    """A class of methods; `children` are the groups in it, by their names, with class and module."""

    name: str
    doc: str
    bases: list[str]
    operations: list[Operation] = field(default_factory=list)
    children: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    has_raw: bool = True

    def named(self, prefix: str = "", suffix: str = "") -> str:
        """Its name and bases in a class statement, for one of its variants."""
        bases = [f"{prefix}{base}{suffix}" for base in self.bases]
        if not bases and not suffix:
            bases = ["Resource"]
        return f"{prefix}{self.name}{suffix}({', '.join(bases)})"


@dataclass
class Group:
    """A module of groups/."""

    name: str
    doc: str
    clients: list[Client]

    @property
    def is_root(self) -> bool:
        return self.name in ROOTS

    @property
    def operations(self) -> list[Operation]:
        return [operation for client in self.clients for operation in client.operations]


class Operations:
    """The operations of a contract.

    Attributes:
        found: The operations.
        bodies: The classes of their bodies.
        refusals: What cannot be generated, a line each.
    """

    def __init__(self, contract: Contract, types: Types) -> None:
        self._contract = contract
        self._types = types
        self.found: list[Operation] = []
        self.bodies: list[ModelProperty] = []
        self.refusals: list[str] = []
        parsed = {
            each.name: each
            for collection in contract.data.endpoint_collections_by_tag.values()
            for each in collection.endpoints
        }
        for path, method, raw in contract.operations():
            place = pointer("paths", path, method)
            try:
                # An operation that the parser does not know is among the refusals of the contract.
                endpoint = parsed.get(PythonIdentifier(raw.get("operationId", ""), "field_"))
                group, name = _names(raw, place)
                if endpoint:
                    self.found.append(self._operation(endpoint, group, name, path, raw, place))
            except Refusal as refusal:
                self.refusals.append(str(refusal))

    def _operation(self, endpoint: Endpoint, group: str, name: str, path: str, raw: Json, place: str) -> Operation:
        arguments = [*self._parameters(endpoint, raw, path, place)]
        body, set_by_client = "none", None
        batches: dict[str, int] = {}
        if endpoint.bodies:
            body = {BodyType.JSON: "json", BodyType.FILES: "multipart"}.get(endpoint.bodies[0].body_type, "")
            if len(endpoint.bodies) > 1 or not body or not self._types.is_model(endpoint.bodies[0].prop):
                remedy = "one of application/json or multipart/form-data, with an object of named fields"
                raise Refusal(f"{place}/requestBody", "this body is not known", remedy)
            prop: Property = endpoint.bodies[0].prop
            model = self._types.models[prop.class_info.name]
            self.bodies.append(model)
            for property in self._types.fields(model):
                schema = self._schema(model, property)
                at = f"{place}/requestBody: {wire_name(property)}"
                if schema.get("x-set-by-client"):
                    set_by_client = wire_name(property)
                    continue
                kind = "body"
                if body == "multipart":
                    kind = "file" if any(isinstance(each, FileProperty) for each in members(property)) else "form"
                if "x-batch-size" in schema:
                    batches[attribute(property)] = schema["x-batch-size"]
                arguments.append(self._argument(property, kind, schema, schema, at))
        arguments.sort(key=lambda argument: (not argument.positional, not argument.required))
        if len({argument.name for argument in arguments}) < len(arguments):
            raise Refusal(place, "two parameters have the same name in Python", "give one an x-python-name")
        reply, reply_type, reply_doc = self._reply(endpoint, place)
        return Operation(
            group=group,
            name=name,
            http=endpoint.method.upper(),
            path=_path(path, arguments),
            body=body,
            summary=plain(raw.get("summary", "")),
            arguments=arguments,
            reply=reply,
            reply_type=reply_type,
            reply_doc=reply_doc,
            stream=self._stream(raw, set_by_client, place),
            pages=self._pages(reply_type, raw, arguments, place),
            batches=batches,
            deprecated=raw.get("deprecated", False),
            retry_safe=raw.get("x-retry-safe", True),
        )

    def _schema(self, model: ModelProperty, property: Property) -> Json:
        """What the contract says of a property, and beside it what it says of the component that it refers to."""
        schema = (model.data.properties or {}).get(property.name)
        said: Json = schema.model_dump(mode="json", by_alias=True, exclude_unset=True) if schema else {}
        return {**self._contract.resolve(said), **said}

    def _parameters(self, endpoint: Endpoint, raw: Json, path: str, place: str) -> Iterator[Argument]:
        properties = {(str(where), wire_name(each)): each for where, each in endpoint.iter_all_parameters()}
        given = [*raw.get("parameters", ()), *self._contract.raw["paths"][path].get("parameters", ())]
        for parameter in map(self._contract.resolve, given):
            where, name = parameter["in"], parameter["name"]
            at = f"{place}/parameters: {name}"
            if where == "cookie":
                raise Refusal(at, "parameters in cookies are not known", "put it into a header or into the query")
            property = properties.pop((where, name), None)
            if property and not parameter.get("x-set-by-client"):
                schema = self._contract.resolve(parameter["schema"])
                yield self._argument(property, where, {**schema, **parameter}, schema, at)

    def _argument(self, property: Property, place: str, said: Json, schema: Json, at: str) -> Argument:
        name = said.get("x-python-name") or snake_case(property.name)
        if not name.isidentifier() or keyword.iskeyword(name) or name in RESERVED:
            raise Refusal(at, f"{name!r} cannot be the name of a parameter in Python", "give it an x-python-name")
        type_ = self._types.param(property, "Iterable")
        return Argument(
            name=name,
            wire_name=wire_name(property),
            place=place,
            json_type=self._types.json(property),
            required=property.required,
            deprecated=bool(said.get("deprecated")),
            type=type_ if property.required else f"{type_} | None",
            description=wrap(plain(said.get("description", ""))),
            doc=wrap(f"{name}: {meaning(said, schema, property.required)}", 104, "    "),
        )

    def _reply(self, endpoint: Endpoint, place: str) -> tuple[str | None, str, str]:
        """The code that says how a reply is read, its type and what it is."""
        for response in endpoint.responses:
            if str(response.status_code.pattern).startswith("2"):
                break
        else:
            raise Refusal(f"{place}/responses", "there is no reply", "add a response with the status 200")
        property: Property = response.prop
        if response.source["attribute"] == "None":
            return None, "None", ""
        type_ = self._types.reply(property)
        objects = [each for each in members(property) if self._types.is_model(each)]
        doc = plain(property.description.get_untrusted_value()) if property.description else ""
        if self._types.is_map(property):
            return "Reply(None)", type_, doc
        if response.source["attribute"] != "response.json()" or objects != members(property):
            remedy = "make it an object, several objects that a constant tells apart, or empty"
            raise Refusal(f"{place}/responses", "a reply of this kind is not known", remedy)
        if len(objects) > 1:
            return (
                f"Reply({tagged(*self._types.tag(objects, f'{place}/responses'))})",
                self._types.name(property) or type_,
                doc,
            )
        model = self._types.models[objects[0].class_info.name]
        required = tuple(wire_name(each) for each in model.required_properties or () if self._types.is_model(each))
        doc = plain(model.description.get_untrusted_value()) if model.description else doc
        return f"Reply({type_!r}{f', objects={required!r}' if required else ''})", type_, doc

    def _stream(self, raw: Json, parameter: str | None, place: str) -> Stream | None:
        contents = {
            media_type: content
            for status, response in raw["responses"].items()
            if status.startswith("2")
            for media_type, content in self._contract.resolve(response).get("content", {}).items()
        }
        for media_type in STREAMS:
            if media_type in contents:
                return self._streaming(media_type, contents[media_type], parameter, f"{place}/responses")
        return None

    def _streaming(self, media_type: str, content: Json, parameter: str | None, place: str) -> Stream:
        if parameter is None:
            raise Refusal(place, "no field of the body asks for a stream", "mark one with x-set-by-client: true")
        if "x-last-event" not in content:
            raise Refusal(place, "nothing says how a stream ends", "add x-last-event beside the schema of the stream")
        schema = content["schema"]
        if media_type == STREAMS[0]:
            schema = self._contract.resolve(schema).get("properties", {}).get("data", {})
        union = self._contract.resolve(schema)
        names = [_component(each) for each in union.get("oneOf", ())]
        events = [self._types.models[each] for each in names if each in self._types.models]
        if "$ref" not in schema or not names or len(events) < len(names):
            raise Refusal(place, "these events are not known", "refer to a oneOf of objects that is a component")
        name = _component(schema)
        self._types.unions[name] = events
        table = tagged(*self._types.tag(events, place))
        stream_class = content.get("x-stream-class")
        code = f"Streaming({parameter!r}, {media_type!r}, {table}, {content['x-last-event']!r}, {stream_class!r})"
        own = stream_class or f"EventStream[{name}]"
        return Stream(code, own, f"Async{own}", name)

    def _pages(self, reply_type: str, raw: Json, arguments: list[Argument], place: str) -> Pages | None:
        said = raw.get("x-pages")
        if said is None:
            return None
        names = {argument.wire_name: argument.name for argument in arguments}
        model = self._types.models.get(reply_type)
        fields = {wire_name(each): each for each in self._types.fields(model)} if model else {}
        items = fields.get(said["items"])
        told = {key: names.get(said[key]) for key in ("parameter", "offset", "limit") if key in said}
        if (
            not isinstance(items, ListProperty)
            or None in told.values()
            or said.get("next", said["items"]) not in fields
        ):
            remedy = "name a list of the reply, a field with the next token and its parameter, or offset and limit"
            raise Refusal(f"{place}/x-pages", "this names a field or parameter that is not there", remedy)
        code = f"Pages({attribute(items)!r}, {told.get('parameter') or told['offset']!r}"
        code += f", {attribute(fields[said['next']])!r})" if "next" in said else ")"
        return Pages(code, tuple(map(str, told.values())), self._types.reply(items.inner_property))


def _component(reference: Json) -> str:
    return str(ClassName(reference.get("$ref", "").rpartition("/")[2], ""))


def _names(raw: Json, place: str) -> tuple[str, str]:
    """The group and the name of an operation."""
    tags, id_ = raw.get("tags", []), raw.get("operationId", "")
    if len(tags) != 1:
        raise Refusal(place, f"an operation belongs to one group, this one has the tags {tags}", "give it one tag")
    prefix = tags[0].replace(".", "_") + "_"
    name = id_.removeprefix(prefix)
    if name == id_ or not name.isidentifier() or keyword.iskeyword(name) or name != name.lower():
        remedy = f"begin it with {prefix!r}, followed by the name of the method"
        raise Refusal(place, f"the operationId {id_!r} gives no method of {tags[0]!r}", remedy)
    return tags[0], name


def _path(path: str, arguments: list[Argument]) -> str:
    for argument in arguments:
        if argument.place == "path":
            path = path.replace(f"{{{argument.wire_name}}}", f"{{{argument.name}}}")
    return path


def meaning(said: Json, schema: Json, required: bool) -> str:
    """What the contract says of a parameter, in a few words: the first sentence, then bounds and default."""
    facts = [word for word, holds in (("deprecated", said.get("deprecated")), ("required", required)) if holds]
    if enum := schema.get("enum"):
        facts.append(f"one of {', '.join(map(str, enum))}")
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is not None and high is not None:
        facts.append(f"{low:g} to {high:g}")
    elif low is not None:
        facts.append(f"at least {low:g}")
    elif high is not None:
        facts.append(f"at most {high:g}")
    elif "maxItems" in schema:
        facts.append(f"at most {schema['maxItems']}")
    if isinstance(default := schema.get("default"), str | bool | int | float):
        facts.append(f"default {default}")
    text = plain(said.get("description", "")).split(". ")[0].rstrip(".")
    return f"{text} ({'; '.join(facts)})." if facts else f"{text}."


def groups(operations: list[Operation], docs: Mapping[str, str]) -> list[Group]:
    """The modules of groups/: the roots, what they share, and each group."""
    made: list[Group] = []
    top: dict[str, list[Client]] = {}
    for tag in dict.fromkeys(each.group for each in operations if each.group not in ROOTS):
        parents, _, last = tag.rpartition(".")
        client = Client(pascal_case(last) + "Client", docs.get(tag, f"Methods of {last}."), [])
        client.operations += [each for each in operations if each.group == tag]
        module = tag.split(".")[0]
        if parents:
            outer = Client(pascal_case(parents) + "Client", docs.get(parents, f"Methods of {parents}."), [])
            top.setdefault(module, [outer])[-1].children[last] = (client.name, "", client.doc)
            top[module].insert(0, client)
        else:
            top.setdefault(module, []).append(client)
    taken: set[str] = set()
    shared = Client("SharedMethods", "What the clients of all versions of the API have.", [], has_raw=False)
    for module, clients in top.items():
        shared.children[module] = (clients[-1].name, module, clients[-1].doc)
        made.append(Group(module, clients[-1].doc, clients))
    for root in ROOTS:
        own = [each for each in operations if each.group == root]
        if not own:
            continue
        shared.operations += [each for each in own if taken and each.name not in taken]
        doc = docs.get(root, f"The methods of {root}.")
        methods = Client(f"{root.upper()}Methods", doc, [], has_raw=False)
        methods.operations += [each for each in own if not taken or each.name in taken]
        taken |= {each.name for each in own}
        whole = Client(f"{root.upper()}Root", doc, [methods.name, shared.name])
        made.append(Group(root, doc, [methods, whole]))
    made.append(Group("shared", shared.doc, [shared]))
    return made
