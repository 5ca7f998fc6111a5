"""Carry the vendor's changes into the text of openapi.yaml, and say what is left for a person.

Each change is tried on its own: the text is edited, read and compared anew. It stays only if that
difference is gone, none has come up elsewhere and nothing breaking went with it unasked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final

from openapi_spec_validator import OpenAPIV31SpecValidator

from spec.compare import Comparison, Difference, Site, compare, compare_schemas
from spec.departures import Departure, Report, judge
from spec.house import House, pascal, referred
from spec.load import Document, Node, SpecError
from spec.normalise import Member, Operation, Part, Response, Schema, read_operation, shape
from spec.write import Pointer, YamlText

_ABOVE: Final = ("type", "description")
# What a type says, and what stays when another takes its place.
_BY_HAND: Final = {
    "tag": "each member of a union needs its tag as a required constant",
    "header parameter": "the client sets headers itself",
    "query parameter": "the client builds the URL itself",
    "server": "the client's default address and its documentation depend on it",
    "security scheme": "the client proves who asks in its own code",
}
_STAYS: Final = frozenset({"description", "deprecated"})
_SCHEMAS: Final = ("components", "schemas")


_DO: Final = {"requests": "send requests", "replies": "read replies"}


class CannotCarry(Exception):
    """A difference that a person must deal with; the message says why."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a sync does.

    Args:
        text: The new text of the contract.
        carried: The differences that it does away with.
        left: The differences that remain, each with the reason.
        stale: The departures that no longer apply.
    """

    text: str
    carried: tuple[Difference, ...]
    left: tuple[tuple[Difference, str], ...]
    stale: tuple[Departure, ...]


@dataclass(frozen=True, slots=True)
class _State:
    """A text of the contract and how it compares."""

    text: YamlText
    contract: Operation
    comparison: Comparison
    report: Report


def plan(
    text: str,
    vendor: Operation,
    departures: Iterable[Departure],
    *,
    accept: Collection[str] = (),
    descriptions: bool = True,
) -> Plan:
    """Carry into the contract what is additive or accepted.

    Args:
        text: The text of openapi.yaml, of which parse() has no complaint.
        vendor: What the vendor's document says.
        departures: Known departures.
        accept: Places, as in the report, whose breaking changes are carried as well.
        descriptions: Whether what is new takes the vendor's descriptions.

    Raises:
        SpecError: A document makes no sense.
    """
    carrier = _Carrier(vendor, tuple(departures), accept, descriptions)
    before = carrier.examine(YamlText(text))
    state, carried, reasons = carrier.carry_all(before, check_each=False)
    if carried and _invalid(state):
        # Slower, but it tells which of them it is.
        state, carried, reasons = carrier.carry_all(before, check_each=True)
    left = tuple(
        (
            difference,
            reasons.get(difference.key)
            or f"breaking for those who {_DO[difference.side]}; to carry it, --accept '{difference.where}'",
        )
        for difference in state.report.differences
    )
    return Plan(state.text.text, tuple(carried), left, state.report.stale)


@dataclass(frozen=True, slots=True)
class _Carrier:
    """Carries the differences to one document of the vendor's; see plan() for the fields."""

    vendor: Operation
    departures: tuple[Departure, ...]
    accept: Collection[str]
    descriptions: bool

    def examine(self, text: YamlText) -> _State:
        contract = read_operation(Document("openapi.yaml", text.data))
        comparison = compare(contract, self.vendor)
        return _State(text, contract, comparison, judge(comparison, self.departures, contract.document.schemas))

    def wanted(self, difference: Difference) -> bool:
        return difference.effect == "additive" or difference.where in self.accept

    def carry_all(
        self, state: _State, *, check_each: bool
    ) -> tuple[_State, list[Difference], dict[tuple[str, ...], str]]:
        """The last state, what was carried, and the reasons why the rest was not.

        Args:
            state: The first state.
            check_each: Whether the contract must be valid after each step.
        """
        carried: list[Difference] = []
        reasons: dict[tuple[str, ...], str] = {}
        while wanted := [
            difference
            for difference in state.report.differences
            if self.wanted(difference) and difference.key not in reasons
        ]:
            house = House(state.contract, state.comparison.pairs, self.departures, descriptions=self.descriptions)
            try:
                after = self.examine(_Edit(state, house).carry(wanted[0]))
                gone = self.gone(wanted[0], state, after)
                if check_each and (problem := _invalid(after)):
                    raise CannotCarry(f"openapi.yaml would not be valid: {problem}")
            except (CannotCarry, SpecError) as reason:
                reasons[wanted[0].key] = str(reason)
            else:
                carried += gone
                state = after
        return state, carried, reasons

    def gone(self, difference: Difference, before: _State, after: _State) -> list[Difference]:
        """The differences that an edit for `difference` did away with.

        Raises:
            CannotCarry: It did more or less than that.
        """
        old = {other.key: other for other in before.report.differences}
        new = {other.key: other for other in after.report.differences}
        gone = [other for key, other in old.items() if key not in new]
        unasked = [other for other in gone if not self.wanted(other)]
        if unasked:
            places = " and ".join(dict.fromkeys(other.where for other in unasked))
            accept = " ".join(dict.fromkeys(f"--accept '{other.where}'" for other in unasked))
            raise CannotCarry(
                f"the same schema of openapi.yaml stands at {places}, where the change is breaking; "
                f"to carry it, {accept}"
            )
        # What is added may itself need a second look, but nothing else may change.
        elsewhere = [
            other
            for key, other in new.items()
            if key not in old and not other.where.startswith(tuple(done.where for done in gone))
        ]
        if elsewhere:
            raise CannotCarry(
                f"the same schema of openapi.yaml stands at {elsewhere[0].where}, where the vendor has no such change: "
                "give the two places schemas of their own first"
            )
        if difference.key in new:
            raise CannotCarry("there is no way to say it in openapi.yaml without more changes")
        return gone


def _invalid(state: _State) -> str | None:
    """What makes the contract no OpenAPI document, if anything does."""
    errors = OpenAPIV31SpecValidator(state.contract.document.data).iter_errors()
    return next((str(error.message) for error in errors), None)


class _Edit:
    """Edits of one text of the contract for one difference."""

    def __init__(self, state: _State, house: House) -> None:
        self.text = state.text
        self.contract = state.contract
        self.house = house

    def carry(self, difference: Difference) -> YamlText:
        """The text without the difference."""
        what, change, site = difference.what, difference.change, difference.site
        if what == "response" and change == "added":
            self._add_response(difference.where, site.key)
        elif what == "response":
            self._remove_response(difference.where)
        elif site.ours is None or site.theirs is None:
            raise CannotCarry(f"{_BY_HAND.get(what, 'this is no matter of schemas')}: change openapi.yaml by hand")
        else:
            self._carry_schema(difference, site, site.ours, site.theirs)
        self._add_components()
        return self.text

    def _carry_schema(self, difference: Difference, site: Site, ours: Schema, theirs: Schema) -> None:
        match difference.what, difference.change:
            case (("parameter" | "field"), "added"):
                self._add_field(ours, theirs, difference)
            case (("parameter" | "field"), "removed"):
                self._remove_field(ours, site.key)
            case "enum value", "added":
                self._add_value(ours, site.key)
            case "enum value", "removed":
                self._remove_value(ours, site.key)
            case "union member", "added" if site.member:
                self._add_member(ours, theirs, site.member, *site.key)
            case "union member", "removed":
                self._remove_member(ours, *site.key)
            case "type", _:
                self._retype(ours, theirs, difference)
            case "required", change:
                self._require(ours, site.key, change == "added")
            case (("default" | "deprecated"), _):
                self._set_beside(ours, site.key, difference)
            case what, _ if site.key == what and what not in ("tag of the union", "union"):
                self._set(ours, what, difference.new)
            case _:
                raise CannotCarry("it changes what the union is: change openapi.yaml by hand")

    # ---------------------------------------------------------------- places

    def _near(self, node: Node) -> str | None:
        """The component that a node stands in."""
        return str(node.pointer[2]) if node.pointer[:2] == _SCHEMAS else None

    def _hint(self, node: Node) -> str:
        """A name for what stands at a node, from the component and the properties it is in."""
        words = [self._near(node) or "Chat"]
        tokens = node.pointer[3:] if self._near(node) else ()
        for before, key in zip(("", *tokens), tokens, strict=False):
            if before == "properties":
                words.append(pascal(str(key)))
            elif key == "items":
                words.append("Item")
        return "".join(words)

    def _add_components(self) -> None:
        after = self._anchor
        for name, worded in self.house.components.items():
            self.text = self.text.insert(_SCHEMAS, name, worded, after=[after] if after else [], gap=True)
            after = name

    _anchor: str | None = None

    def _at(self, part: Part) -> Pointer:
        """Where a part stands; what is new is put behind the component that it is in."""
        self._anchor = self._near(part.node)
        return part.node.pointer

    # ---------------------------------------------------------------- fields

    def _add_field(self, ours: Schema, theirs: Schema, difference: Difference) -> None:
        name = difference.site.key
        part = _part(ours, "properties")
        at = self._at(part)
        worded = self.house.schema(theirs, self._hint(part.node) + pascal(name))
        self.house.mend(worded, difference.schema, difference.at)
        if "properties" in part.node:
            self.text = self.text.insert((*at, "properties"), name, worded)
        else:
            self.text = self.text.insert(at, "properties", {name: worded}, after=(*_ABOVE, "required"))
        if difference.site.required:
            self._add_required(part, name)

    def _remove_field(self, ours: Schema, name: str) -> None:
        part = next(part for part in ours.parts if name in (part.node.get("properties") or {}))
        if name in ours.required:
            self._require(ours, name, False)
        self.text = self.text.remove((*part.node.pointer, "properties", name))
        self._remove_orphans()

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
                at = (*part.node.pointer, "required")
                self.text = self.text.remove(at if len(names) == 1 else (*at, names.index(name)))

    def _add_required(self, part: Part, name: str) -> None:
        at = self._at(part)
        if part.node.get("required"):
            self.text = self.text.append((*at, "required"), name)
        else:
            self.text = self.text.insert(at, "required", [name], after=_ABOVE)

    # ---------------------------------------------------------------- values

    def _add_value(self, ours: Schema, value: Any) -> None:
        part = next(part for part in ours.parts if "enum" in part.node or "const" in part.node)
        at = self._at(part)
        if "enum" in part.node:
            self.text = self.text.append((*at, "enum"), value)
        else:
            values = [part.node.value["const"], value]
            self.text = self.text.insert(at, "enum", values, after=["const"]).remove((*at, "const"))

    def _remove_value(self, ours: Schema, value: Any) -> None:
        part = next((part for part in ours.parts if value in (part.node.get("enum") or ())), None)
        if part is None or len(part.node.value["enum"]) == 1:
            raise CannotCarry("no value would be left")
        index = part.node.value["enum"].index(value)
        self.text = self.text.remove((*part.node.pointer, "enum", index))

    # ---------------------------------------------------------------- unions

    def _add_member(self, union: Schema, theirs: Schema, member: Member, tag: str, value: str) -> None:
        part = next((part for part in union.parts if part.union), None)
        if part is None:
            self._make_union(union, theirs, member, tag, value)
            return
        at = self._at(part)
        name = self.house.member(member, tag, value, self._hint(part.node) + pascal(value))
        reference = f"#/components/schemas/{name}"
        self.text = self.text.append((*at, part.union or ""), {"$ref": reference})
        if "mapping" in (part.node.get("discriminator") or {}):
            self.text = self.text.insert((*at, "discriminator", "mapping"), value, reference)

    def _make_union(self, single: Schema, theirs: Schema, member: Member, tag: str, value: str) -> None:
        """Put a union in the place of the one object that there was."""
        holder = single.holder
        if holder is None or single.component is None or "$ref" not in holder:
            raise CannotCarry(
                "there was one kind of object here and it is no component: make it one in openapi.yaml first"
            )
        (only,) = (schema for schema in shape(single).alternatives["object"])
        old = only.properties[tag].values or ()
        hint = theirs.component or self._hint(holder)
        name = self.house.reserve(hint)
        new = self.house.member(member, tag, value, hint + pascal(value))
        self.house.components[name] = self.house.union(tag, {str(old[0]): single.component, value: new})
        self._anchor = self._near(holder)
        self.text = self.text.replace((*holder.pointer, "$ref"), f"#/components/schemas/{name}")

    def _remove_member(self, union: Schema, tag: str, value: str) -> None:
        part = next((part for part in union.parts if part.union), None)
        member = shape(union).members.get(value)
        name = member and (member.schema.component or member.name)
        if part is None or part.union is None or name is None:
            raise CannotCarry("it is not a union of components: change openapi.yaml by hand")
        at = part.node.pointer
        reference = f"#/components/schemas/{name}"
        members = part.node.value[part.union]
        self.text = self.text.remove((*at, part.union, members.index({"$ref": reference})))
        if value in (part.node.get("discriminator") or {}).get("mapping", {}):
            self.text = self.text.remove((*at, "discriminator", "mapping", value))
        self._remove_orphans()

    def _remove_orphans(self) -> None:
        """Take away the components that only what was removed referred to."""
        data = self.contract.document.data
        before = set(data["components"]["schemas"]) - referred(data)
        while orphans := set(self.text.data["components"]["schemas"]) - referred(self.text.data) - before:
            self.text = self.text.remove((*_SCHEMAS, sorted(orphans)[0]))

    # ---------------------------------------------------------------- types, bounds and the like

    def _retype(self, ours: Schema, theirs: Schema, difference: Difference) -> None:
        holder = ours.holder
        if holder is None:
            raise CannotCarry("openapi.yaml says nothing at this place that could be changed")
        new = self.house.schema(theirs, self._hint(holder))
        self.house.mend(new, difference.schema, difference.at)
        if holder.pointer[-1] == "additionalProperties" and not new:
            self.text = self.text.replace(holder.pointer, True)
            return
        main = _main(ours)
        self._at(main)
        if not isinstance(holder.value, dict) or not isinstance(new, dict) or "$ref" in new:
            self.text = self.text.replace(holder.pointer, new)
            return
        self._rewrite(main.node, new)

    def _rewrite(self, node: Node, new: dict[str, Any]) -> None:
        """Make `node` say what `new` says, and keep its description and the like."""
        at = node.pointer
        old = {key for key in node.value if key not in _STAYS and not key.startswith("x-")}
        before: list[str] = []
        for key, value in new.items():
            if key in node.value:
                if key not in _STAYS and node.value[key] != value:
                    self.text = self.text.replace((*at, key), value)
            else:
                self.text = self.text.insert(at, key, value, after=before[-1:])
            before.append(key)
        for key in sorted(old - new.keys()):
            self.text = self.text.remove((*at, key))

    def _set(self, ours: Schema, keyword: str, value: Any) -> None:
        """Say `keyword: value` where `ours` says something about it, or take the keyword away for None."""
        keywords = ("enum", "const") if keyword == "enum" else (keyword,)
        part = next((part for part in ours.parts for name in keywords if name in part.node), _main(ours))
        at = self._at(part)
        present = [name for name in keywords if name in part.node]
        if value is None:
            for name in present:
                self.text = self.text.remove((*at, name))
        elif present:
            self.text = self.text.replace((*at, keyword), value)
        else:
            self.text = self.text.insert(at, keyword, value, after=["type", "enum", "format", "minimum"])

    def _set_beside(self, ours: Schema, keyword: str, difference: Difference) -> None:
        """Set or take away `default` or `deprecated` of the place, not of the schema that stands there."""
        holder = ours.holder
        if holder is None or not isinstance(holder.value, dict):
            raise CannotCarry("openapi.yaml says nothing at this place that could be changed")
        at = holder.pointer
        if difference.change == "removed":
            if keyword not in holder:
                raise CannotCarry(f"{keyword} is said further down, in a schema that others use, too")
            self.text = self.text.remove((*at, keyword))
            return
        value = True if keyword == "deprecated" else difference.new
        if keyword in holder:
            self.text = self.text.replace((*at, keyword), value)
        elif "$ref" in holder:
            # The generator does not look beside a $ref.
            self.text = self.text.replace(at, {"allOf": [{"$ref": holder.value["$ref"]}], keyword: value})
        else:
            after = ["type", "enum", "allOf", "oneOf", "minimum", "maximum"]
            self.text = self.text.insert(at, keyword, value, after=after)

    # ---------------------------------------------------------------- responses

    def _add_response(self, where: str, response: Response) -> None:
        status = where.removeprefix("response[").removesuffix("]")
        vendor = response.node.pointer
        base = str(vendor[2]) if vendor[:2] == ("components", "responses") else f"Status{status}"
        there = self.contract.document.data.get("components", {}).get("responses")
        if not there:
            raise CannotCarry("openapi.yaml has no components/responses")
        name = base if base not in there else f"{base}{status}"
        content = {media: {"schema": self._body(schema, name)} for media, schema in response.schemas.items()}
        text = response.node.get("description") if self.house.descriptions else None
        worded: dict[str, Any] = {"description": str(text or _phrase(status)).strip()}
        if content:
            worded["content"] = content
        self.text = self.text.insert(("components", "responses"), name, worded)
        reference = {"$ref": f"#/components/responses/{name}"}
        self.text = self.text.insert((*self.contract.node.pointer, "responses"), status, reference)

    def _body(self, theirs: Schema, hint: str) -> dict[str, Any]:
        """The schema of an error's body: one that another error has already, if it is the same."""
        for response in self.contract.responses.values():
            for ours in response.schemas.values():
                if ours.component and not compare_schemas(ours, theirs, "replies"):
                    return {"$ref": f"#/components/schemas/{ours.component}"}
        return self.house.schema(theirs, f"{hint}Body")

    def _remove_response(self, where: str) -> None:
        status = where.removeprefix("response[").removesuffix("]")
        self.text = self.text.remove((*self.contract.node.pointer, "responses", status))


def _phrase(status: str) -> str:
    try:
        return HTTPStatus(int(status)).phrase
    except ValueError:
        return f"Status {status}."


def _main(schema: Schema) -> Part:
    """The part of a schema that says what its values are, not one that only refers to it."""
    return next((part for part in schema.parts if not part.silent or part.union), schema.parts[-1])


def _part(schema: Schema, keyword: str) -> Part:
    return next((part for part in schema.parts if keyword in part.node), _main(schema))
