"""Say what the vendor's document says in the words of openapi.yaml.

Unions of objects are told apart by a required constant in each member, their members and they themselves are
components, allOf is merged, enums are those of OpenAPI 3.1. What openapi.yaml has already is referred to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any, Final

from spec.compare import Comparison, Difference, aligned, compare_member, compare_schemas, compare_tables
from spec.departures import Departure
from spec.meaning import Meaning, Operation, Row
from spec.schema import ABSENT, ANY, Branch, Schema, Shape, shape

_SCHEMAS: Final = "#/components/schemas/"
TODO: Final = "TODO: own words"
# The last events of the streams that there are.
_LAST: Final = ("message-end", "stream-end")


class CannotCarry(Exception):
    """A difference that a person must deal with; the message says why."""


class House:
    """Words what the vendor says for a contract.

    Args:
        contract: What the contract says now.
        comparison: How the two compare.
        departures: Differences between the two that do not count.
        descriptions: Whether to take over the vendor's descriptions, each marked as to be replaced.

    Attributes:
        components: The schemas that what was worded needs and the contract does not have, by name.
        responses: The same for responses.
    """

    def __init__(
        self, contract: Meaning, comparison: Comparison, departures: Iterable[Departure], *, descriptions: bool
    ) -> None:
        self.components: dict[str, Any] = {}
        self.responses: dict[str, Any] = {}
        self._descriptions = descriptions
        self._contract = contract
        self._departures = tuple(departures)
        self._taken = set(contract.document.schemas)
        self._orphans = self._taken - referred(contract.document.data)
        # The components of the contract by that of the vendor that stands at the same places.
        self._pairs: dict[str, dict[str, None]] = {}
        for _, _, row, other in comparison.seen():
            if row.inner[0] and other.inner[0]:
                self._pairs.setdefault(other.inner[0], {})[row.inner[0]] = None
        # The names of the contract's components by the vendor's name and the value of the tag.
        self._names: dict[tuple[str, str | None], str] = {}

    # ------------------------------------------------------------- operations

    def operation(self, theirs: Operation) -> dict[str, Any]:
        """An operation. Its name is GROUP_METHOD, from the vendor's hints for SDKs or its operationId and path."""
        group, method = _group(theirs), _method(theirs)
        name = f"{group.replace('.', '_')}_{method}"
        if name in [one.name for one in self._contract.operations.values()]:
            raise CannotCarry(f"there is another operation with the name {name}: change openapi.yaml by hand")
        said = theirs.node
        worded: dict[str, Any] = {"tags": [group], "operationId": name}
        worded["summary"] = self._own(str(said.get("summary", "")) if self._descriptions else "") or TODO
        if self._descriptions and said.get("description"):
            worded["description"] = self._own(str(said.value["description"]))
        if said.get("deprecated") is True:
            worded["deprecated"] = True
        if theirs.key.startswith("POST ") and "." not in group and not re.fullmatch("v[0-9]+", group):
            # What creates something must not be sent twice; a person may know better.
            worded["x-retry-safe"] = False
        rows = theirs.table.values()
        parameters = [self.parameter(row) for row in rows if row.what.endswith(" parameter")]
        for known, node in self._contract.document.root.child("components").entries("parameters"):
            # What the client says of itself, it says everywhere.
            reference = {"$ref": f"#/components/parameters/{known}"}
            parameters += [reference] if node.get("x-set-by-client") and reference not in parameters else []
        if parameters:
            worded["parameters"] = parameters
        if body := theirs.table.get(("request",)):
            worded["requestBody"] = self.request_body(body, pascal(name) + "Request")
        responses = {row.name: self.response(theirs, row, pascal(name)) for row in rows if row.what == "response"}
        worded["responses"] = responses | {
            status: reference for status, reference in self._errors().items() if status not in responses
        }
        return worded

    def _errors(self) -> dict[str, Any]:
        """The errors that all operations of the contract have."""
        found = [
            {
                place[0].removeprefix("response[").removesuffix("]"): row.node.pointer
                for place, row in ours.table.items()
                if row.what == "response" and row.node and row.node.pointer[:2] == ("components", "responses")
            }
            for ours in self._contract.operations.values()
        ]
        return {
            status: {"$ref": f"#/components/responses/{pointer[2]}"}
            for status, pointer in (found[0] if len(found) > 1 else {}).items()
            if all(other.get(status) == pointer for other in found)
        }

    def parameter(self, row: Row) -> dict[str, Any]:
        """A parameter: one of components/parameters if that has its name."""
        location, name = row.name
        for holder in self._contract.document.root.child("components").entries("parameters"):
            if (holder[1].get("in"), str(holder[1].get("name")).lower()) == (location, name.lower()):
                return {"$ref": f"#/components/parameters/{holder[0]}"}
        worded: dict[str, Any] = {"name": name, "in": location}
        worded |= {key: True for key in ("required", "deprecated") if key in row.facts}
        if row.facts["style"] not in ("form, exploded", "simple"):
            style, _, exploded = row.facts["style"].partition(", ")
            worded |= {"style": style, "explode": bool(exploded)}
        if self._descriptions and row.facts.get("description"):
            worded["description"] = self._own(row.facts["description"])
        assert row.schema
        schema = self.schema(row.schema, pascal(name))
        schema.pop("description", None)
        return worded | {"schema": schema}

    def request_body(self, row: Row, hint: str) -> dict[str, Any]:
        assert row.schema
        worded: dict[str, Any] = {"required": True} if "required" in row.facts else {}
        return worded | {"content": {row.facts["media type"][0]: {"schema": self._body(row.schema, hint)}}}

    def _body(self, schema: Schema, hint: str) -> dict[str, Any]:
        """A body, which is a component if it is an object."""
        found = shape(schema)
        if found.types == {"object"} and (schema.properties or found.tag):
            return {"$ref": _SCHEMAS + self._named(schema, found, schema.component or hint)}
        return self.schema(schema, hint)

    def response(self, theirs: Operation, row: Row, hint: str) -> dict[str, Any]:
        """What comes back with a status: if it is not 200, a component that is used with that status already."""
        place = ("response",) if row.name == "200" else (f"response[{row.name}]",)
        new = {at: one for at, one in theirs.table.items() if at[:1] == place}
        if row.name != "200":
            for ours in self._contract.operations.values():
                node = ours.table[place].node if place in ours.table else None
                old = {at: one for at, one in ours.table.items() if at[:1] == place}
                if node and node.pointer[1] == "responses" and self._known(compare_tables(*aligned(old, new), ours)):
                    return {"$ref": f"#/components/responses/{node.pointer[2]}"}
        text = row.node.get("description") if row.node and self._descriptions else None
        worded: dict[str, Any] = {"description": self._own(str(text).strip()) if text else _phrase(row.name)}
        if headers := {one.name: self.header(one) for at, one in new.items() if one.what == "header"}:
            worded["headers"] = headers
        if row.schema:
            schema = self._error(row.schema, hint) if row.name != "200" else self._body(row.schema, f"{hint}Response")
            worded["content"] = {name: {"schema": schema} for name in row.facts["media type"]}
        if row.name == "200" and ("stream",) in theirs.table:
            worded.setdefault("content", {}).update(self.stream(theirs, hint))
        if row.name == "200" or not self._contract.document.root.child("components").has("responses", dict):
            return worded
        there = {*self._contract.document.data["components"]["responses"], *self.responses}
        vendor = row.node.pointer if row.node else ()
        name = str(vendor[2]) if vendor[:2] == ("components", "responses") else f"Status{row.name}"
        name = name if name not in there else f"{name}{row.name}"
        self.responses[name] = worded
        return {"$ref": f"#/components/responses/{name}"}

    def header(self, row: Row) -> dict[str, Any]:
        """A header of a reply: one that other replies have, if there is one of the name."""
        for ours in self._contract.operations.values():
            for one in ours.table.values():
                shared = one.node and one.node.pointer[:2] == ("components", "headers")
                if one.what == "header" and one.name.lower() == row.name.lower() and one.node and shared:
                    return {"$ref": f"#/components/headers/{one.node.pointer[2]}"}
        assert row.schema
        return {"schema": self.schema(row.schema, pascal(row.name))}

    def _error(self, theirs: Schema, hint: str) -> dict[str, Any]:
        """The schema of an error's body: one that another error has already, if it is the same."""
        rows = [row for ours in self._contract.operations.values() for row in ours.table.values()]
        errors = {row.schema for row in rows if row.what == "response" and row.name != "200" and row.schema}
        for ours in errors:
            if ours.component and self._known(compare_schemas(ours, theirs)):
                return {"$ref": _SCHEMAS + ours.component}
        return self._body(theirs, f"{hint}Error")

    def stream(self, theirs: Operation, hint: str) -> dict[str, Any]:
        """A streamed reply beside the whole one."""
        row = theirs.table["stream",]
        assert row.schema
        hints = theirs.node.get("x-fern-streaming")
        media = row.facts["media type of the stream"]
        if media == "application/json":  # declared beside the whole reply
            events = isinstance(hints, dict) and hints.get("format") == "sse"
            media = "text/event-stream" if events else "application/stream+json"
        members = shape(row.schema).members
        last = next((name for name in _LAST if name in members), next(reversed(list(members)), ""))
        schema = self.schema(row.schema, f"{hint}Event")
        if media == "text/event-stream":
            frame = f"{hint}StreamFrame"
            if frame not in self._taken:
                self._taken.add(frame)
                properties = {"event": {"type": "string"}, "data": schema}
                self.components[frame] = {"type": "object", "required": ["data"], "properties": properties}
            schema = {"$ref": _SCHEMAS + frame}
        return {media: {"x-last-event": last, "schema": schema}}

    # ---------------------------------------------------------------- schemas

    def schema(self, schema: Schema, hint: str) -> dict[str, Any]:
        """What stands at a place.

        Args:
            schema: What the vendor has there.
            hint: A name for it, should it need one.
        """
        found = shape(schema)
        if schema.unclear:
            raise CannotCarry("the vendor's document makes no sense here; see its defects")
        if schema.component and _deserves_name(schema, found):
            return self._with_rest(schema, {"$ref": _SCHEMAS + self._named(schema, found, hint)})
        if found.types == {"object"} and schema.properties:
            for name in sorted(self._orphans):  # the contract may name what the vendor writes in place
                if self._known(compare_schemas(self._contract.reader.named(name), schema)):
                    return self._with_rest(schema, {"$ref": _SCHEMAS + name})
        if found.tag:
            return self._with_rest(schema, self._union(found, schema, hint))
        return self._inline(schema, found, hint)

    def _with_rest(self, schema: Schema, meaning: dict[str, Any]) -> dict[str, Any]:
        """Add what the vendor says about the place, beside what may stand there."""
        said = {}
        if schema.holder and "default" in schema.holder and schema.admits(schema.default):
            said["default"] = schema.default
        if schema.holder and schema.holder.get("deprecated") is True:
            said["deprecated"] = True
        if not said:
            return meaning
        # Beside a $ref the generator sees nothing.
        return ({"allOf": [meaning]} if "$ref" in meaning else meaning) | said

    def _own(self, text: str) -> str:
        text = "\n".join(line.rstrip() for line in text.strip().splitlines())
        return f"{TODO}: {text}" if text else ""

    def _description(self, schema: Schema) -> dict[str, Any]:
        if not self._descriptions or not schema.description:
            return {}
        return {"description": self._own(schema.description)}

    def _named(self, schema: Schema, found: Shape, hint: str) -> str:
        """The name of the component for a component of the vendor's."""
        vendor = schema.component or hint
        key = (vendor, None)
        if key not in self._names:
            for name in self._candidates(vendor):
                if self._known(compare_schemas(self._contract.reader.named(name), schema)):
                    self._names[key] = name
                    return name
            name = self._names[key] = self.reserve(vendor)
            self.components[name] = (
                self._union(found, schema, name) | self._description(schema)
                if found.tag
                else self._inline(schema, found, name)
            )
        return self._names[key]

    def member(self, member: Branch, tag: str, value: str, hint: str) -> str:
        """The name of the component for a member of a union whose tag has a value."""
        vendor = member.schema.component or member.name
        key = (vendor or hint, value)
        if key not in self._names:
            for name in self._candidates(vendor or hint):
                if self._known(compare_member(self._contract.reader.named(name), member, tag, value)):
                    self._names[key] = name
                    return name
            name = self._names[key] = self.reserve(vendor or hint)
            self.components[name] = self._object(member.schema, name, (tag, value))
        return self._names[key]

    def _candidates(self, vendor: str) -> list[str]:
        names = [*self._pairs.get(vendor, ()), vendor, *sorted(self._orphans)]
        return [name for name in dict.fromkeys(names) if name in self._taken and name not in self.components]

    def _known(self, differences: Iterable[Difference]) -> bool:
        return all(
            # A deprecation is carried afterwards.
            difference.effect == "documentation"
            or difference.what == "deprecated"
            or any(departure.covers(difference) for departure in self._departures)
            for difference in differences
        )

    def reserve(self, wanted: str) -> str:
        """A class name that is not taken, for a component that is made afterwards."""
        base = pascal(wanted)
        name, count = base, 1
        while name in self._taken:
            count += 1
            name = f"{base}{count}"
        self._taken.add(name)
        self.components[name] = {}  # its place in the order
        return name

    def union(self, tag: str, names: Mapping[str, str]) -> dict[str, Any]:
        """A union of components by the value of their tag."""
        references = {value: _SCHEMAS + name for value, name in names.items()}
        return {
            "oneOf": [{"$ref": reference} for reference in dict.fromkeys(references.values())],
            "discriminator": {"propertyName": tag, "mapping": references},
        }

    def _union(self, found: Shape, schema: Schema, hint: str) -> dict[str, Any]:
        assert found.tag
        names = {
            value: self.member(member, found.tag, value, hint + pascal(value))
            for value, member in found.members.items()
        }
        union = self.union(found.tag, names)
        others = {id(one): one for some in found.alternatives.values() for one in some}
        union["oneOf"] = [self.schema(one, hint) for one in others.values()] + union["oneOf"]
        return union

    def _inline(self, schema: Schema, found: Shape, hint: str) -> dict[str, Any]:
        alternatives = {id(one): one for some in found.alternatives.values() for one in some}
        if schema.branches and len(alternatives) > 1:
            members = [self.schema(one, hint) for one in alternatives.values()]
            return self._with_rest(schema, {"oneOf": members} | self._description(schema))
        single = next(iter(alternatives.values()), schema)
        if single.types == {"object"} and single.properties:
            worded = self._object(single, hint)
        else:
            worded = self._plain(single, hint)
        return self._with_rest(schema, worded | self._description(schema))

    def _plain(self, schema: Schema, hint: str) -> dict[str, Any]:
        worded: dict[str, Any] = {}
        types = sorted(schema.types, key=lambda type_: (type_ == "null", type_))
        if schema.types != ANY:
            worded["type"] = types[0] if len(types) == 1 else types
        if schema.values is not None:
            values = list(schema.values)
            worded |= {"const": values[0]} if len(values) == 1 else {"enum": values}
        if "array" in schema.types and schema.items.parts:
            worded["items"] = self.schema(schema.items, hint + "Item")
        if "object" in schema.types and schema.types != ANY:
            worded["additionalProperties"] = self._additional(schema, hint)
        worded |= {key: value for key, value in schema.constraints.items() if key != "discriminator"}
        if schema.default is not ABSENT and schema.admits(schema.default):
            worded["default"] = schema.default
        return worded | self._description(schema)

    def _additional(self, schema: Schema, hint: str) -> Any:
        if not schema.additional.parts or schema.additional.types == ANY:
            return True
        if not schema.additional.types:
            return False
        return self.schema(schema.additional, hint + "Value")

    def _object(self, schema: Schema, hint: str, tag: tuple[str, str] | None = None) -> dict[str, Any]:
        properties: dict[str, Any] = {}
        if tag:
            properties[tag[0]] = {"type": "string", "const": tag[1]}
        for name, value in schema.properties.items():
            if name not in properties:
                properties[name] = self.schema(value, hint + pascal(name))
        required = [name for name in properties if name in schema.required or (tag and name == tag[0])]
        worded: dict[str, Any] = {"type": "object"} | self._description(schema)
        if required:
            worded["required"] = required
        worded["properties"] = properties
        if schema.additional.parts:
            worded["additionalProperties"] = self._additional(schema, hint)
        return worded | {key: value for key, value in schema.constraints.items() if key != "discriminator"}


def _deserves_name(schema: Schema, found: Shape) -> bool:
    """Whether it becomes a class: objects with fields, unions of them and enums."""
    if found.tag or (found.types == {"object"} and schema.properties):
        return True
    return found.types == {"string"} and schema.values is not None and len(schema.values) > 1


def _group(operation: Operation) -> str:
    hint = operation.node.get("x-fern-sdk-group-name")
    if hint:
        return ".".join(snake(str(part)) for part in (hint if isinstance(hint, list) else [hint]))
    found = re.match(r"\w+ /(v[0-9]+)/", operation.key)
    return found[1] if found else "v1"


def _method(operation: Operation) -> str:
    hint = operation.node.get("x-fern-sdk-method-name") or operation.node.get("operationId")
    words = re.sub(r"[{}]|^/v[0-9]+/", "", operation.key.partition(" ")[2])
    return snake(str(hint or f"{operation.key.partition(' ')[0].lower()}-{words}"))


def _phrase(status: str) -> str:
    try:
        return HTTPStatus(int(status)).phrase + "."
    except ValueError:
        return f"Status {status}."


def snake(name: str) -> str:
    """A name as one of Python: `checkAPIKey` becomes check_api_key."""
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name)
    return re.sub(r"[^0-9a-z]+", "_", parted.lower()).strip("_")


def pascal(name: str) -> str:
    """A name as a class name: `image_url` becomes ImageUrl."""
    return "".join(word[:1].upper() + word[1:] for word in re.split(r"[^0-9A-Za-z]+", name))


def referred(data: Any) -> set[str]:
    """The names of the components/schemas that $refs and mappings in `data` point at."""
    if isinstance(data, str):
        return {data.removeprefix(_SCHEMAS)} if data.startswith(_SCHEMAS) else set()
    values = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return {name for value in values for name in referred(value)}
