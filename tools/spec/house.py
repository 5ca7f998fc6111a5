"""Say what the vendor's schemas say in the words of openapi.yaml.

Unions of objects are told apart by a required constant in each member, their members and they themselves are
components, allOf is merged, enums are those of OpenAPI 3.1. What openapi.yaml has already is referred to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from spec.compare import Difference, compare_member, compare_schemas
from spec.departures import Departure
from spec.normalise import ABSENT, ANY, Member, Operation, Schema, Shape, shape

_SCHEMAS = "#/components/schemas/"


class House:
    """Words schemas of the vendor's for a contract.

    Args:
        contract: What the contract says now.
        pairs: Components of the contract by that of the vendor that stands at the same places.
        departures: Differences between the two that do not count.
        descriptions: Whether to take over the vendor's descriptions.

    Attributes:
        components: The components that what was worded needs and the contract does not have, by name.
        descriptions: As given.
    """

    def __init__(
        self,
        contract: Operation,
        pairs: Mapping[str, Iterable[str]],
        departures: Iterable[Departure],
        *,
        descriptions: bool,
    ) -> None:
        self.components: dict[str, Any] = {}
        self._contract = contract
        self._pairs = pairs
        self._departures = tuple(departures)
        self.descriptions = descriptions
        self._taken = set(contract.document.schemas)
        self._orphans = self._taken - referred(contract.document.data)
        # The names of the contract's components by the vendor's name and the value of the tag.
        self._names: dict[tuple[str | None, str | None], str] = {}

    def schema(self, schema: Schema, hint: str) -> dict[str, Any]:
        """What stands at a place.

        Args:
            schema: What the vendor has there.
            hint: A name for it, should it need one.
        """
        found = shape(schema)
        if schema.component and _deserves_name(schema, found):
            return self._with_rest(schema, {"$ref": _SCHEMAS + self._named(schema, found, hint)})
        if found.tag:
            return self._with_rest(schema, self._union(found, schema, hint))
        return self._inline(schema, found, hint)

    def _with_rest(self, schema: Schema, meaning: dict[str, Any]) -> dict[str, Any]:
        """Add what the vendor says about the place, beside what may stand there."""
        said = {}
        if schema.holder and "default" in schema.holder:
            said["default"] = schema.default
        if schema.holder and schema.holder.get("deprecated") is True:
            said["deprecated"] = True
        if not said:
            return meaning
        # Beside a $ref the generator sees nothing.
        return ({"allOf": [meaning]} if "$ref" in meaning else meaning) | said

    def _description(self, schema: Schema) -> dict[str, Any]:
        if not self.descriptions or not schema.description:
            return {}
        return {"description": "\n".join(line.rstrip() for line in schema.description.splitlines())}

    def _named(self, schema: Schema, found: Shape, hint: str) -> str:
        """The name of the component for a component of the vendor's."""
        assert schema.component
        key = (schema.component, None)
        if key not in self._names:
            for name in self._candidates(schema.component):
                ours = self._contract.reader.named(name)
                if self._known(compare_schemas(ours, schema, "requests")):
                    self._names[key] = name
                    return name
            name = self._names[key] = self.reserve(schema.component)
            self.components[name] = (
                self._description(schema) | self._union(found, schema, name)
                if found.tag
                else self._inline(schema, found, name)
            )
            self.mend(self.components[name], name, "")
        return self._names[key]

    def member(self, member: Member, tag: str, value: str, hint: str) -> str:
        """The name of the component for a member of a union whose tag has a value."""
        vendor = member.schema.component or member.name
        key = (vendor or hint, value)
        if key not in self._names:
            for name in self._candidates(vendor or hint):
                ours = self._contract.reader.named(name)
                if self._known(compare_member(ours, member.schema, tag, value)):
                    self._names[key] = name
                    return name
            name = self._names[key] = self.reserve(vendor or hint)
            self.components[name] = self._object(member.schema, name, (tag, value))
            self.mend(self.components[name], name, "")
        return self._names[key]

    def mend(self, worded: dict[str, Any], schema: str | None, at: str) -> None:
        """Make what was worded depart from the vendor's document as known departures say.

        Args:
            worded: What is to stand at a place.
            schema: The component that the place is in.
            at: The place in it.
        """
        for departure in self._departures:
            if not departure.schema or departure.schema != schema:
                continue
            steps = _steps(departure.at, at)
            if steps is None:
                continue
            if departure.what == "field" and departure.change == "added" and steps:
                _drop(worded, steps)
            elif departure.what == "type" and departure.old is not ABSENT:
                _widen(worded, steps, departure.old)
            elif departure.change == "removed" and departure.old is not ABSENT:
                _say(worded, steps, departure.what, departure.old)

    def _candidates(self, vendor: str) -> list[str]:
        names = [*self._pairs.get(vendor, ()), vendor, *sorted(self._orphans)]
        return [name for name in dict.fromkeys(names) if name in self._taken and name not in self.components]

    def _known(self, differences: Iterable[Difference]) -> bool:
        return all(any(departure.covers(difference) for departure in self._departures) for difference in differences)

    def _free(self, wanted: str) -> str:
        """A class name that is not taken."""
        base = pascal(wanted)
        name, count = base, 1
        while name in self._taken:
            count += 1
            name = f"{base}{count}"
        self._taken.add(name)
        return name

    def reserve(self, wanted: str) -> str:
        """A name for a component that is made afterwards."""
        name = self._free(wanted)
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
        if self.descriptions and schema.description:
            worded |= self._description(schema)
        return self._with_rest(schema, worded)

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
        if schema.default is not ABSENT:
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


def _steps(place: str, above: str) -> list[str] | None:
    """The properties that lead to a place from one above it; none if they do not."""
    if above and place != above and not place.startswith(f"{above}."):
        return None
    rest = place[len(above) :].removeprefix(".")
    return None if "[" in rest else rest.split(".") if rest else []


def _below(worded: dict[str, Any], steps: list[str]) -> dict[str, Any]:
    for step in steps:
        worded = worded.get("properties", {}).get(step, {})
    return worded


def _drop(worded: dict[str, Any], steps: list[str]) -> None:
    holder = _below(worded, steps[:-1])
    holder.get("properties", {}).pop(steps[-1], None)
    if steps[-1] in holder.get("required", ()):
        holder["required"].remove(steps[-1])
        if not holder["required"]:
            del holder["required"]


def _say(worded: dict[str, Any], steps: list[str], keyword: str, value: Any) -> None:
    holder = _below(worded, steps)
    if holder and keyword not in holder and "$ref" not in holder:
        description = holder.pop("description", None)
        holder[keyword] = value
        if description is not None:
            holder["description"] = description


def _widen(worded: dict[str, Any], steps: list[str], types: str) -> None:
    holder = _below(worded, steps)
    more = [{"type": type_} for type_ in types.split(" or ") if type_ != holder.get("type")]
    if "type" in holder:
        one = dict(holder)
        holder.clear()
        holder["oneOf"] = [*more, one]


def _deserves_name(schema: Schema, found: Shape) -> bool:
    """Whether it becomes a class: objects with fields, unions of them and enums."""
    if found.tag or (found.types == {"object"} and schema.properties):
        return True
    return found.types == {"string"} and schema.values is not None and len(schema.values) > 1


def pascal(name: str) -> str:
    """A name as a class name: `image_url` becomes ImageUrl."""
    return "".join(word[:1].upper() + word[1:] for word in re.split(r"[^0-9A-Za-z]+", name))


def referred(data: Any) -> set[str]:
    """The names of the components/schemas that $refs and mappings in `data` point at."""
    if isinstance(data, str):
        return {data.removeprefix(_SCHEMAS)} if data.startswith(_SCHEMAS) else set()
    values = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return {name for value in values for name in referred(value)}
