"""Edits of the contract's data, each for one difference, that can be taken back."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any, Final

from spec.compare import Difference
from spec.departures import Departure
from spec.house import CannotCarry, House, pascal, referred
from spec.load import Node
from spec.meaning import Meaning, Operation, Row, anonymous
from spec.schema import Branch, Part, Schema, shape, tagged

# The order of keywords, with "" for those that are not in it.
_ORDER: Final = (
    *("tags", "operationId", "name", "in", "summary", "type", "const", "enum", "allOf", "oneOf", "format", "minimum"),
    *("", "description", "required", "deprecated", "x-retry-safe", "parameters", "requestBody", "headers"),
    "properties",
)
_STAYS: Final = frozenset({"description", "deprecated"})
_SCHEMAS: Final = ("components", "schemas")
_BY_HAND: Final = {
    "tag": "each member of a union needs its tag as a required constant",
    "server": "the client's default address and its documentation depend on it",
    "security scheme": "the client proves who asks in its own code",
    "frame": "the client reads the frames of streams in its own code",
    "media type of the stream": "the client reads streams in its own code",
}


class Draft:
    """The contract's data, and how to take back what was done to it since commit().

    Attributes:
        touched: The first steps of the pointers to what was edited since.
    """

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        self.root = Node(data, ())
        self.touched: set[tuple[str | int, ...]] = set()
        self._before: list[tuple[Any, Any]] = []

    def commit(self) -> None:
        self.touched.clear()
        self._before.clear()

    def take_back(self) -> None:
        for value, before in reversed(self._before):
            value.clear()
            value.extend(before) if isinstance(value, list) else value.update(before)
        self.commit()

    def _touch(self, node: Node) -> None:
        self.touched.add(node.pointer[:3])
        self._before.append((node.value, copy.copy(node.value)))

    def say(self, node: Node, keyword: str, value: Any) -> None:
        """Set a keyword; a new one comes where it stands in _ORDER."""
        self.put(node, keyword, value, after=_ORDER[: _ORDER.index(keyword if keyword in _ORDER else "")])

    def put(self, node: Node, name: str, value: Any, after: Sequence[str] = ()) -> None:
        """Set an entry of a mapping; a new one comes behind the last of `after`, or else last."""
        self._touch(node)
        entries = node.value
        names = list(entries)
        index = max((names.index(one) for one in after if one in names), default=len(names) - 1) + 1
        if name in entries or index == len(names):
            entries[name] = value
            return
        behind = {other: entries.pop(other) for other in names[index:]}
        entries[name] = value
        entries.update(behind)

    def append(self, node: Node, value: Any) -> None:
        self._touch(node)
        node.value.append(value)

    def remove(self, node: Node, key: str | int) -> None:
        self._touch(node)
        del node.value[key]


class Edit:
    """Edits for one difference."""

    def __init__(self, draft: Draft, contract: Meaning, vendor: Meaning, house: House) -> None:
        self.draft = draft
        self.contract = contract
        self.vendor = vendor
        self.house = house
        # What is new is put behind the component that it is in.
        self._anchor: str | None = None

    def carry(self, difference: Difference) -> None:
        """Do away with a difference.

        Raises:
            CannotCarry: That is for a person to do.
        """
        before = set(self.draft.data["components"]["schemas"]) - referred(self.draft.data)
        what, change, ours, new = difference.what, difference.change, difference.ours, difference.theirs
        key = anonymous(difference.operation)
        moved = difference.new if what == "operation" and change == "changed" else key
        operation, theirs = self.contract.operations.get(key), self.vendor.operations.get(anonymous(str(moved)))
        if what == "operation":
            self._carry_operation(operation, theirs)
        elif operation is None or (ours or new) is None or what in _BY_HAND:
            reason = _BY_HAND.get(what, "this is no matter of schemas")
            raise CannotCarry(f"{reason}: change openapi.yaml by hand")
        elif what in ("deprecated", "summary", "description") and ours and ours.what == "operation":
            self._flag(operation.node, what, change == "added")
        elif what.endswith(" parameter") or what in ("response", "request body", "stream", "header"):
            assert theirs
            self._carry_part(difference, operation, theirs)
        elif ours and ours.node and (what == "required" or (what == "deprecated" and ours.what != "response")):
            self._flag(self._said_at(ours), what, change == "added")
        else:
            self._carry_schema(difference)
        self._add_components()
        if change == "removed":
            while orphans := set(self.draft.data["components"]["schemas"]) - referred(self.draft.data) - before:
                self.draft.remove(self.draft.root.child(*_SCHEMAS), min(orphans))

    def restore(self, departure: Departure, row: Row, above: Row | None) -> None:
        """Let the contract depart again from the vendor's document in something that was carried.

        Args:
            departure: How.
            row: What stands at the place.
            above: What stands around it.
        """
        if departure.change == "added" and departure.what in ("field", "parameter") and above and above.schema:
            self._remove_field(above.schema, departure.at.rpartition(".")[2])
        elif departure.what == "required" and departure.change == "added" and above and above.schema:
            self._require(above.schema, departure.at.rpartition(".")[2], False)
        elif departure.what == "required" and row.node:
            self._flag(self._said_at(row), "required", departure.change == "removed")
        elif departure.what == "required" and above and above.schema and departure.change == "removed":
            self._require(above.schema, str(row.name), True)
        elif departure.change == "added" and row.schema and departure.what in ("default", *row.schema.constraints):
            self._set(row.schema, departure.what, None)
        elif departure.what == "type" and row.schema and isinstance(departure.old, str):
            if " or " in departure.old:
                self._widen(row.schema, departure.old)
            else:
                self._set(row.schema, "type", departure.old)
        elif departure.change == "changed" and row.schema and departure.what in row.schema.constraints:
            self._set(row.schema, departure.what, departure.old)
        elif departure.change == "removed" and row.schema and type(departure.old) in (str, int, float, bool, list):
            if departure.what == "default":
                self._set_beside(row.schema, "default", True, departure.old)
            else:
                self._set(row.schema, departure.what, departure.old)

    # ---------------------------------------------------------------- operations

    def _carry_operation(self, ours: Operation | None, theirs: Operation | None) -> None:
        paths = self.draft.root.child("paths")
        if ours:
            path = ours.node.pointer[1]
            holder = paths.child(path)
            worded = holder.value[ours.node.pointer[-1]]
            if len([key for key in holder.value if key != "parameters"]) > 1:
                self.draft.remove(holder, ours.node.pointer[-1])
            else:
                self.draft.remove(paths, path)
        if theirs:
            if not ours:
                worded = self.house.operation(theirs)
                self._add_tag(worded["tags"][0])
            path, method = str(theirs.node.pointer[1]), str(theirs.node.pointer[-1])
            if path in paths:
                self.draft.put(paths.child(path), method, worded)
            else:
                self.draft.put(paths, path, {method: worded}, after=self._neighbours(theirs))

    def _neighbours(self, theirs: Operation) -> list[str]:
        """The paths of the contract that come before in the vendor's document."""
        paths = [str(one.node.pointer[1]) for one in self.vendor.operations.values()]
        before = paths[: paths.index(str(theirs.node.pointer[1]))]
        return [path for path in before if path in self.draft.data["paths"]][-1:]

    def _add_tag(self, name: str) -> None:
        tags = self.draft.root.value.get("tags")
        if tags and name not in [tag.get("name") for tag in tags]:
            self.draft.append(self.draft.root.child("tags"), {"name": name})

    def _carry_part(self, difference: Difference, operation: Operation, theirs: Operation) -> None:
        node, row = operation.node, difference.ours if difference.change == "removed" else difference.theirs
        assert row
        match difference.what, difference.change:
            case (("query parameter" | "header parameter" | "cookie parameter"), "added"):
                worded = self.house.parameter(row)
                if node.has("parameters", list):
                    self.draft.append(node.child("parameters"), worded)
                else:
                    self.draft.say(node, "parameters", [worded])
            case (("query parameter" | "header parameter" | "cookie parameter"), "removed"):
                given = row.node
                if given is None or given.pointer[:-1] != (*node.pointer, "parameters"):
                    raise CannotCarry("it is a parameter of all methods of the path: change openapi.yaml by hand")
                self.draft.remove(node.child("parameters"), given.pointer[-1])
            case "request body", "added":
                worded = self.house.request_body(row, f"{pascal(operation.name)}Request")
                self.draft.say(node, "requestBody", worded)
            case "request body", "removed":
                self.draft.remove(node, "requestBody")
            case "response", "added":
                worded = self.house.response(theirs, row, pascal(operation.name))
                self.draft.put(node.child("responses"), row.name, worded)
            case "response", "removed":
                self.draft.remove(node.child("responses"), row.name)
            case "header", _:
                self._carry_header(difference, operation, row)
            case "stream", "added":
                content = self._content(operation)
                for media, worded in self.house.stream(theirs, pascal(operation.name)).items():
                    self.draft.put(content, media, worded)
            case "stream", "removed":
                self.draft.remove(self._content(operation), row.facts["media type of the stream"])
            case _:
                raise CannotCarry("the client sends and reads what openapi.yaml says: change it by hand")

    def _carry_header(self, difference: Difference, operation: Operation, row: Row) -> None:
        holder = operation.table[difference.place[:1]].node
        assert holder
        if difference.change == "removed":
            self.draft.remove(holder.child("headers"), row.name)
        elif holder.has("headers", dict):
            self.draft.put(holder.child("headers"), row.name, self.house.header(row))
        else:
            self.draft.say(holder, "headers", {row.name: self.house.header(row)})

    def _content(self, operation: Operation) -> Node:
        response = operation.table.get(("response",))
        if response is None or response.node is None or not response.node.has("content", dict):
            raise CannotCarry("openapi.yaml has no such reply: change it by hand")
        return response.node.child("content")

    def _said_at(self, row: Row) -> Node:
        """The parameter, body or the like of a row, through its $ref."""
        assert row.node
        return self.contract.document.resolve(row.node)

    def _flag(self, node: Node, name: str, now: bool) -> None:
        if now:
            self.draft.say(node, name, True)
        else:
            self.draft.remove(node, name)

    # ---------------------------------------------------------------- schemas

    def _carry_schema(self, difference: Difference) -> None:
        what, change = difference.what, difference.change
        ours, theirs = difference.ours, difference.theirs
        name: Any = ours.name if ours else theirs.name if theirs else None
        schema, vendor = ours and ours.schema, theirs and theirs.schema
        around, beyond = (row.schema if row else None for row in difference.around)
        match what, change:
            case (("parameter" | "field"), "added") if around and vendor and theirs:
                self._add_field(around, vendor, name, "required" in theirs.facts)
            case (("parameter" | "field"), "removed") if around:
                self._remove_field(around, name)
            case "union member", "added" if around and theirs and name:
                self._add_member(around, beyond, theirs, *name)
            case "union member", "removed" if around and name:
                self._remove_member(around, *name)
            case "required", change if around:
                self._require(around, name, change == "added")
            case "enum value", "added" if schema:
                self._add_value(schema, difference.new)
            case "enum value", "removed" if schema:
                self._remove_value(schema, difference.old)
            case "type", _ if schema and vendor:
                self._retype(schema, vendor)
            case "default", ("added" | "changed") if schema and not schema.admits(difference.new):
                raise CannotCarry("the default is none of the values that openapi.yaml admits there")
            case (("default" | "deprecated"), _) if schema:
                self._set_beside(schema, what, change != "removed", True if what == "deprecated" else difference.new)
            case _ if schema and what in ("enum", *schema.constraints, *(vendor.constraints if vendor else ())):
                self._set(schema, what, difference.new)
            case _:
                raise CannotCarry("this is no matter of schemas, or of what the union is: change openapi.yaml by hand")

    def _near(self, node: Node) -> str | None:
        """The component that a node stands in."""
        return str(node.pointer[2]) if node.pointer[:2] == _SCHEMAS else None

    def _hint(self, node: Node) -> str:
        """A name for what stands at a node, from the component and the properties it is in."""
        words = [self._near(node) or pascal(str(self._operation_id(node)))]
        tokens = node.pointer[3:] if self._near(node) else ()
        for before, key in zip(("", *tokens), tokens, strict=False):
            if before == "properties":
                words.append(pascal(str(key)))
            elif key == "items":
                words.append("Item")
        return "".join(words)

    def _operation_id(self, node: Node) -> str:
        if node.pointer[:1] != ("paths",):
            return "Value"
        return str(self.draft.root.child(*node.pointer[:3]).get("operationId", "Value"))

    def _add_components(self) -> None:
        for name, worded in self.house.responses.items():
            self.draft.put(self.draft.root.child("components", "responses"), name, worded)
        after = self._anchor
        for name, worded in self.house.components.items():
            self.draft.put(self.draft.root.child(*_SCHEMAS), name, worded, after=[after] if after else [])
            after = name

    def _at(self, part: Part) -> Node:
        self._anchor = self._near(part.node)
        return part.node

    def _add_field(self, ours: Schema, theirs: Schema, name: str, required: bool) -> None:
        part = _part(ours, "properties")
        node = self._at(part)
        worded = self.house.schema(theirs, self._hint(node) + pascal(name))
        if "properties" in node:
            self.draft.put(node.child("properties"), name, worded)
        else:
            self.draft.say(node, "properties", {name: worded})
        if required:
            self._add_required(part, name)

    def _remove_field(self, ours: Schema, name: str) -> None:
        part = next(part for part in ours.parts if name in (part.node.get("properties") or {}))
        if name in ours.required:
            self._require(ours, name, False)
        self.draft.remove(part.node.child("properties"), name)

    def _require(self, ours: Schema, name: str, now: bool) -> None:
        if now and name not in ours.properties:
            raise CannotCarry(
                "the vendor requires it but describes no such field: add the field, or list the departure in "
                "tools/spec/departures.yaml"
            )
        if now:
            self._add_required(_part(ours, "properties"), name)
            return
        for part in ours.parts:
            names = part.node.get("required") or []
            if name in names:
                if len(names) == 1:
                    self.draft.remove(part.node, "required")
                else:
                    self.draft.remove(part.node.child("required"), names.index(name))

    def _add_required(self, part: Part, name: str) -> None:
        node = self._at(part)
        if node.get("required"):
            self.draft.append(node.child("required"), name)
        else:
            self.draft.say(node, "required", [name])

    def _add_value(self, ours: Schema, value: Any) -> None:
        part = next(part for part in ours.parts if "enum" in part.node or "const" in part.node)
        node = self._at(part)
        if "enum" in node:
            self.draft.append(node.child("enum"), value)
        else:
            self.draft.say(node, "enum", [node.value["const"], value])
            self.draft.remove(node, "const")

    def _remove_value(self, ours: Schema, value: Any) -> None:
        part = next((part for part in ours.parts if value in (part.node.get("enum") or ())), None)
        if part is None or len(part.node.value["enum"]) == 1:
            raise CannotCarry("no value would be left")
        self.draft.remove(part.node.child("enum"), part.node.value["enum"].index(value))

    def _add_member(self, union: Schema, theirs: Schema | None, member: Row, tag: str, value: str) -> None:
        part = next((part for part in union.parts if part.union), None)
        assert member.schema
        (branch,) = tagged([Branch(member.schema, tag, (value,), name=member.inner[0])], tag).values()
        if part is None:
            self._make_union(union, theirs, branch, tag, value)
            return
        node = self._at(part)
        name = self.house.member(branch, tag, value, self._hint(node) + pascal(value))
        reference = f"#/components/schemas/{name}"
        self.draft.append(node.child(part.union or ""), {"$ref": reference})
        if "mapping" in (node.get("discriminator") or {}):
            self.draft.put(node.child("discriminator", "mapping"), value, reference)

    def _make_union(self, single: Schema, theirs: Schema | None, member: Branch, tag: str, value: str) -> None:
        """Put a union in the place of the one object that there was."""
        holder = single.holder
        if holder is None or single.component is None or "$ref" not in holder:
            raise CannotCarry(
                "there was one kind of object here and it is no component: make it one in openapi.yaml first"
            )
        (only,) = (schema for schema in shape(single).alternatives["object"])
        old = only.constant(tag)
        hint = (theirs and theirs.component) or self._hint(holder)
        name = self.house.reserve(hint)
        new = self.house.member(member, tag, value, hint + pascal(value))
        self.house.components[name] = self.house.union(tag, {str(old): single.component, value: new})
        self._anchor = self._near(holder)
        self.draft.put(holder, "$ref", f"#/components/schemas/{name}")

    def _remove_member(self, union: Schema, tag: str, value: str) -> None:
        part = next((part for part in union.parts if part.union), None)
        member = shape(union).members.get(value)
        name = member and (member.schema.component or member.name)
        if part is None or part.union is None or name is None:
            raise CannotCarry("it is not a union of components: change openapi.yaml by hand")
        members = part.node.child(part.union)
        self.draft.remove(members, members.value.index({"$ref": f"#/components/schemas/{name}"}))
        if value in (part.node.get("discriminator") or {}).get("mapping", {}):
            self.draft.remove(part.node.child("discriminator", "mapping"), value)

    def _retype(self, ours: Schema, theirs: Schema) -> None:
        holder = ours.holder
        if holder is None:
            raise CannotCarry("openapi.yaml says nothing at this place that could be changed")
        new = self.house.schema(theirs, self._hint(holder))
        self._put_in_place_of(holder, new, _main(ours))

    def _put_in_place_of(self, holder: Node, new: dict[str, Any], main: Part) -> None:
        above = self.draft.root.child(*holder.pointer[:-1])
        if holder.pointer[-1] == "additionalProperties" and not new:
            self.draft.put(above, "additionalProperties", True)
            return
        self._at(main)
        if not isinstance(holder.value, dict) or "$ref" in new:
            self.draft.put(above, str(holder.pointer[-1]), new)
            return
        # Say what is new, and keep the description and the like.
        node, before = main.node, ""
        for key, value in new.items():
            if key not in node.value or key not in _STAYS:
                self.draft.put(node, key, value, after=[before] if before else [])
            before = key
        stays = (*_STAYS, *new)
        for key in [key for key in node.value if key not in stays and not key.startswith("x-")]:
            self.draft.remove(node, key)

    def _widen(self, ours: Schema, types: str) -> None:
        """Let a place admit more types beside the one that it has."""
        holder = ours.holder
        if holder is None or not isinstance(holder.value, dict):
            return
        one = dict(holder.value)
        more = [{"type": type_} for type_ in types.split(" or ") if type_ not in ours.types]
        described = {"description": one.pop("description")} if "description" in one and "$ref" not in one else {}
        for key in list(holder.value):
            self.draft.remove(holder, key)
        for key, value in ({"oneOf": [*more, one]} | described).items():
            self.draft.put(holder, key, value)

    def _set(self, ours: Schema, keyword: str, value: Any) -> None:
        """Say `keyword: value` where `ours` says something about it, or take the keyword away for None."""
        keywords = ("enum", "const") if keyword == "enum" else (keyword,)
        part = next((part for part in ours.parts for name in keywords if name in part.node), _main(ours))
        node = self._at(part)
        present = [name for name in keywords if name in node]
        if value is None:
            for name in present:
                self.draft.remove(node, name)
        else:
            self.draft.say(node, keyword, value)

    def _set_beside(self, ours: Schema, keyword: str, now: bool, value: Any) -> None:
        """Set or take away `default` or `deprecated` of the place, not of the schema that stands there."""
        holder = ours.holder
        if holder is None or not isinstance(holder.value, dict):
            raise CannotCarry("openapi.yaml says nothing at this place that could be changed")
        if not now:
            if keyword not in holder:
                raise CannotCarry(f"{keyword} is said further down, in a schema that others use, too")
            self.draft.remove(holder, keyword)
        elif "$ref" in holder:
            # The generator does not look beside a $ref.
            self.draft.put(holder, "allOf", [{"$ref": holder.value["$ref"]}])
            self.draft.remove(holder, "$ref")
            self.draft.put(holder, keyword, value)
        else:
            self.draft.say(holder, keyword, value)


def _main(schema: Schema) -> Part:
    """The part of a schema that says what its values are, not one that only refers to it."""
    return next((part for part in schema.parts if not part.silent or part.union), schema.parts[-1])


def _part(schema: Schema, keyword: str) -> Part:
    return next((part for part in schema.parts if keyword in part.node), _main(schema))
