"""The operations of the API, as methods of the clients."""

from __future__ import annotations

import keyword
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from openapi_python_client.parser.bodies import BodyType
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.strings import ClassName, PythonIdentifier, snake_case

from generator.contract import Contract, Json, Refusal, pointer
from generator.text import plain, wrap
from generator.types import Property, Types, annotation, attribute, members, optional, tagged, wire_name

RESERVED: Final = frozenset({"self", "request_options"})
BODIES: Final = {BodyType.JSON: "json", BodyType.FILES: "multipart"}
EVENT_STREAM, JSON_LINES = "text/event-stream", "application/stream+json"
# What an operation, its body and the media types of its reply may say beyond OpenAPI.
EXTENSIONS: Final = frozenset(
    {"x-retry-safe", "x-pages", "x-job", "x-body-argument", "x-options-without", "x-last-event", "x-stream-class"}
)  # in schemas and parameters: x-set-by-client, x-python-name, x-batch-size


@dataclass(frozen=True)
class Argument:
    """An argument of a method, and the parameter of its operation; see Parameter in runtime/endpoint.py."""

    name: str
    wire_name: str
    place: str
    json_type: str
    item_type: str
    required: bool
    deprecated: bool
    batch: int | None
    type: str
    description: str
    doc: str

    @property
    def positional(self) -> bool:
        return self.place == "path"


@dataclass(frozen=True)
class Stream:
    """How a reply is streamed: the code that says so, and the types of the stream and of its events."""

    code: str
    type: str
    event: str


@dataclass(frozen=True)
class Pages:
    """How a list is read page by page: the code that says so, the arguments for it, and the type of an item."""

    code: str
    arguments: tuple[str, ...]
    item: str


@dataclass(frozen=True)
class Operation:
    """An operation of the API; see Endpoint in runtime/endpoint.py. `reply` is code, `reply_type` a type.

    Of `no_options`, arguments by name, the typed dictionary of its options is without. `jobs` has the classes that
    stand for a job, each with the name of the job and the place of its id.
    """

    group: str
    name: str
    http: str
    path: str
    body: str
    summary: str
    arguments: list[Argument]
    reply: str | None
    reply_type: str
    returns: str
    stream: Stream | None
    pages: Pages | None
    no_options: tuple[str, ...]
    jobs: dict[str, tuple[str, str]]
    deprecated: bool
    retry_safe: bool

    @property
    def constant(self) -> str:
        """The name of its Endpoint in the module."""
        return "_".join([*self.group.split(".")[1:], self.name]).upper()

    @property
    def batches(self) -> dict[str, int]:
        return {each.name: each.batch for each in self.arguments if each.batch}

    @property
    def note(self) -> str:
        """What a docstring says beside the summary."""
        absent = "A parameter that is None counts as not given. "
        named = "The client's own docstring names the errors."
        return named if all(each.required for each in self.arguments) else absent + named

    @property
    def iterator(self) -> str:
        """The name of the method that gives the items of all pages."""
        return "iterate" if self.name == "list" else f"iterate_{self.name.removeprefix('list_')}"

    @property
    def types(self) -> list[str]:
        """The types in its methods."""
        types = [self.reply_type, *(each.type for each in self.arguments)]
        types += [self.stream.type] if self.stream else []
        return types + ([self.pages.item] if self.pages else [])


class Operations:
    """The operations of a contract.

    Attributes:
        found: The operations.
        sent: What their requests consist of.
        refusals: What cannot be generated, a line each.
    """

    def __init__(self, contract: Contract, types: Types) -> None:
        self._contract = contract
        self._types = types
        self.found: list[Operation] = []
        self.sent: list[Property] = []
        self.refusals: list[str] = []
        collections = contract.data.endpoint_collections_by_tag.values()
        parsed = {each.name: each for collection in collections for each in collection.endpoints}
        for path, method, raw in contract.operations():
            try:
                group, name = _names(raw, pointer("paths", path, method))
                endpoint = parsed[PythonIdentifier(raw["operationId"], "field_")]
                self.found.append(self._operation(endpoint, group, name, path, raw, pointer("paths", path, method)))
            except Refusal as refusal:
                self.refusals.append(str(refusal))

    def _operation(self, endpoint: Endpoint, group: str, name: str, path: str, raw: Json, place: str) -> Operation:
        _check(raw, place)
        body = self._body(endpoint, raw, f"{place}/requestBody")
        arguments = [*self._parameters(endpoint, raw, path, place), *body]
        arguments.sort(key=lambda argument: (not argument.positional, not argument.required))
        if len({argument.name for argument in arguments}) < len(arguments):
            raise Refusal(place, "two parameters have the same name in Python", "give one an x-python-name")
        reply, reply_type, returns = self._reply(endpoint, f"{place}/responses")
        return Operation(
            group=group,
            name=name,
            http=endpoint.method.upper(),
            path=path,
            body=BODIES[endpoint.bodies[0].body_type] if endpoint.bodies else "none",
            summary=plain(raw.get("summary")),
            arguments=arguments,
            reply=reply,
            reply_type=reply_type,
            returns=returns,
            stream=self._stream(endpoint, raw, f"{place}/responses"),
            pages=self._pages(reply_type, raw, arguments, f"{place}/x-pages"),
            no_options=_no_options(raw, arguments, f"{place}/x-options-without"),
            jobs=self._jobs(raw, f"{place}/x-job"),
            deprecated=raw.get("deprecated", False),
            retry_safe=raw.get("x-retry-safe", True),
        )

    def _parameters(self, endpoint: Endpoint, raw: Json, path: str, place: str) -> Iterator[Argument]:
        properties = {(str(where), wire_name(each)): each for where, each in endpoint.iter_all_parameters()}
        given = [*raw.get("parameters", ()), *self._contract.raw["paths"][path].get("parameters", ())]
        for parameter in map(self._contract.resolve, given):
            where, name = parameter["in"], parameter["name"]
            if where == "cookie":
                problem = f"the parameter {name!r} in a cookie is not known"
                raise Refusal(f"{place}/parameters", problem, "put it into a header or into the query")
            property = properties.pop((where, name), None)
            if property and not parameter.get("x-set-by-client"):
                said = {**self._contract.resolve(parameter["schema"]), **parameter}
                yield self._argument(property, where, said, f"{place}/parameters")

    def _body(self, endpoint: Endpoint, raw: Json, place: str) -> Iterator[Argument]:
        """The arguments that make the body; with x-body-argument, one is all of it."""
        if not endpoint.bodies:
            return
        kind, whole = BODIES.get(endpoint.bodies[0].body_type), endpoint.bodies[0].prop
        if len(endpoint.bodies) > 1 or not kind or not self._types.is_model(whole):
            remedy = "make it application/json or multipart/form-data, an object with named fields"
            raise Refusal(place, "a body of this kind is not known", remedy)
        request = self._contract.resolve(raw["requestBody"])
        _check(request, place)
        if name := request.get("x-body-argument"):
            self.sent.append(whole)
            yield self._argument(whole, "whole", {"x-python-name": name, **request}, place)
            return
        for property, said in self._contract.properties(whole):
            if not said.get("x-set-by-client"):
                is_file = any(isinstance(each, FileProperty) for each in members(property))
                where = "body" if kind == "json" else "file" if is_file else "form"
                self.sent.append(property)
                yield self._argument(property, where, said, f"{place}: {wire_name(property)}")

    def _argument(self, property: Property, where: str, said: Json, place: str) -> Argument:
        name = said.get("x-python-name") or snake_case(property.name)
        if not name.isidentifier() or keyword.iskeyword(name) or name in RESERVED:
            problem = f"{name!r} cannot be the name of a parameter in Python"
            raise Refusal(place, problem, "give it another one as x-python-name")
        items = self._contract.resolve(said.get("items", {}))
        return Argument(
            name=name,
            wire_name=name if where == "whole" else wire_name(property),
            place=where,
            json_type=self._types.json(property),
            item_type=self._types.json(property.inner_property) if isinstance(property, ListProperty) else "any",
            required=property.required,
            deprecated=bool(said.get("deprecated")),
            batch=said.get("x-batch-size"),
            type=optional(self._types.param(property, "Iterable"), property.required),
            description=wrap(("Deprecated. " if said.get("deprecated") else "") + plain(said.get("description"))),
            doc=wrap(f"{name}: {meaning({**said, 'items': items}, property.required)}", 104, "    "),
        )

    def _reply(self, endpoint: Endpoint, place: str) -> tuple[str | None, str, str]:
        """The code that says how a reply is read, its type, and what a docstring says of it."""
        good = [each for each in endpoint.responses if each.status_code.pattern.startswith("2")]
        if not good:
            raise Refusal(place, "no status tells of success", "add the status 200")
        property: Property = good[0].prop
        if good[0].source["attribute"] == "None":
            return None, "None", ""
        type_ = annotation(self._types.reply(property))
        objects = [each for each in members(property) if self._types.is_model(each)]
        doc = f"{type_}: {plain(property.description)}".removesuffix(": ")
        if self._types.is_map(property):
            return "Reply(None)", type_, doc
        if good[0].source["attribute"] != "response.json()" or objects != members(property):
            remedy = "make it an object, several objects that a constant tells apart, or nothing"
            raise Refusal(place, "a reply of this kind is not known", remedy)
        if len(objects) > 1:
            table = tagged(*self._types.tag(objects, lambda: place))
            return f"Reply({table})", self._types.name(property) or type_, doc
        required = [each for each in self._types.fields(property) if each.required and self._types.is_model(each)]
        there = f", objects={tuple(map(wire_name, required))!r}" if required else ""
        return f"Reply({type_!r}{there})", type_, doc

    def _stream(self, endpoint: Endpoint, raw: Json, place: str) -> Stream | None:
        contents: dict[str, Json] = {}
        for response in map(self._contract.resolve, raw["responses"].values()):
            contents |= response.get("content", {})
        media_type = next((each for each in (EVENT_STREAM, JSON_LINES) if each in contents), None)
        if media_type is None:
            return None
        content = contents[media_type]
        _check(content, place)
        body = self._contract.properties(endpoint.bodies[0].prop) if endpoint.bodies else ()
        switches = [wire_name(property) for property, said in body if said.get("x-set-by-client")]
        if not switches or "x-last-event" not in content:
            remedy = "mark it with x-set-by-client, and give x-last-event beside the schema"
            raise Refusal(place, "no field of the body asks for a stream, or nothing says how it ends", remedy)
        schema = content.get("schema", {})
        if media_type == EVENT_STREAM:
            schema = self._contract.resolve(schema).get("properties", {}).get("data", {})
        events = [self._types.models.get(_component(each)) for each in self._contract.resolve(schema).get("oneOf", ())]
        known = [each for each in events if each]
        if "$ref" not in schema or not known or len(known) < len(events):
            raise Refusal(place, "these events are not known", "refer to a component that is a oneOf of objects")
        self._types.unions[_component(schema)] = [*known]
        table = tagged(*self._types.tag(known, lambda: place))
        own = content.get("x-stream-class")
        code = f"Streaming({switches[0]!r}, {media_type!r}, {table}, {content['x-last-event']!r}, {own!r})"
        return Stream(code, own or f"EventStream[{_component(schema)}]", _component(schema))

    def _pages(self, reply_type: str, raw: Json, arguments: list[Argument], place: str) -> Pages | None:
        if "x-pages" not in raw:
            return None
        said: dict[str, str] = raw["x-pages"]
        names = {argument.wire_name: argument.name for argument in arguments}
        model = self._types.models.get(reply_type)
        fields = {wire_name(each): each for each in self._types.fields(model)} if model else {}
        items = fields.get(said.get("items", ""))
        given = [names.get(said[key], "") for key in ("parameter", "offset", "limit") if key in said]
        token = fields.get(said.get("next", ""))
        if not isinstance(items, ListProperty) or not given or not all(given) or ("next" in said and not token):
            remedy = "name a list in the reply, a field with the next token and its parameter, or offset and limit"
            raise Refusal(place, "this names something that is not there", remedy)
        turned = f", {attribute(token)!r}" if token else ""
        item = annotation(self._types.reply(items.inner_property))
        return Pages(f"Pages({attribute(items)!r}, {given[0]!r}{turned})", tuple(given), item)

    def _jobs(self, raw: Json, place: str) -> dict[str, tuple[str, str]]:
        if "x-job" not in raw:
            return {}
        said: Json = raw["x-job"]
        for name, way in said.get("id", {}).items():
            found: Property = self._types.models.get(name)
            for step in way.split("."):
                fields = self._types.fields(found) if found and self._types.is_model(found) else ()
                found = next((each for each in fields if attribute(each) == step), None)
            if not found:
                raise Refusal(place, f"{name} has no {way}", "name components, and where each has its id")
        return {name: (said["name"], way) for name, way in said["id"].items()}


def _no_options(raw: Json, arguments: list[Argument], place: str) -> tuple[str, ...]:
    named = tuple(raw.get("x-options-without", ()))
    if not {argument.name for argument in arguments}.issuperset(named):
        raise Refusal(place, "this names an argument that is not there", "name arguments of the method")
    return named


def _component(reference: Json) -> str:
    return str(ClassName(reference.get("$ref", "").rpartition("/")[2], ""))


def _check(node: Json, place: str) -> None:
    for key in node:
        if key.startswith("x-") and key not in EXTENSIONS:
            raise Refusal(place, f"nothing reads {key}", f"leave it out, or make it {', '.join(sorted(EXTENSIONS))}")


def _names(raw: Json, place: str) -> tuple[str, str]:
    """The group and the name of an operation."""
    tags, id_ = raw.get("tags", []), raw.get("operationId", "")
    if len(tags) != 1:
        raise Refusal(place, f"the operation is in {len(tags)} groups", "give it one tag")
    prefix = tags[0].replace(".", "_") + "_"
    name = id_.removeprefix(prefix)
    if name == id_ or not name.isidentifier() or keyword.iskeyword(name) or name != name.lower():
        remedy = f"begin it with {prefix!r}, followed by the name of the method in lower case"
        raise Refusal(place, f"the operationId {id_!r} gives no method of {tags[0]!r}", remedy)
    return tags[0], name


def meaning(said: Json, required: bool) -> str:
    """What the contract says of a parameter, in a few words: the first sentence, then bounds and default."""
    low, high, default = said.get("minimum"), said.get("maximum"), said.get("default")
    facts = [word for word, holds in (("deprecated", said.get("deprecated")), ("required", required)) if holds]
    if "enum" in said:
        facts.append(f"one of {', '.join(map(str, said['enum']))}")
    elif "enum" in said.get("items", ()):
        facts.append(f"any of {', '.join(map(str, said['items']['enum']))}")
    if low is not None and high is not None:
        facts.append(f"{_number(low)} to {_number(high)}")
    elif low is not None:
        facts.append(f"at least {_number(low)}")
    elif high is not None:
        facts.append(f"at most {_number(high)}")
    elif "maxItems" in said and "x-batch-size" not in said:
        facts.append(f"at most {said['maxItems']}")
    if isinstance(default, str | bool | int | float):
        facts.append(f"default {default}")
    text = plain(said.get("description")).split(". ")[0].rstrip(".")
    return f"{text} ({'; '.join(facts)})." if facts else f"{text}."


def _number(value: Any) -> str:
    return str(value) if isinstance(value, int) else f"{value:g}"
