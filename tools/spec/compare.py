"""Compare what two documents say about POST /v2/chat.

The first is the contract (openapi.yaml), the second the vendor's document: something is "added" if only the
vendor has it. A change is breaking or additive for those who send requests where it stands in the request,
and for those who read replies elsewhere:

- Something new is additive, unless requests must have it. This goes for values and members of unions in
  replies as well, since the client hands on those that it does not know.
- Something that is gone is breaking.
- For types, bounds and the like: requests may gain freedom and replies may lose some; the rest is breaking.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal

from spec.normalise import (
    ABSENT,
    ANY,
    LOWER,
    UPPER,
    Branch,
    Member,
    Operation,
    Parameter,
    Response,
    Schema,
    constant,
    same,
    shape,
    tagged,
)

Change = Literal["added", "removed", "changed"]
Side = Literal["requests", "replies"]
Effect = Literal["additive", "breaking"]
# Of a change to what values may stand at a place.
Freedom = Literal["wider", "narrower", "other"]

# What is added or removed together with all that is in it.
WHOLE: Final = frozenset({"parameter", "field", "union member"})

_NUMBER_FORMATS: Final = frozenset({"float", "double", "int32", "int64"})
_LONGEST: Final = 160  # characters of a description of a schema


@dataclass(frozen=True, slots=True)
class Site:
    """What a difference is about, for those who write the contract.

    Args:
        ours: The schema of the contract at the place, or around what is added or removed.
        theirs: The schema of the vendor at the place, or what is added.
        key: The name or value that is added or removed, or the keyword that differs.
        required: Whether the vendor requires what is added.
        member: The member that the vendor adds to the union `theirs`.
    """

    ours: Schema | None = None
    theirs: Schema | None = None
    key: Any = None
    required: bool = False
    member: Member | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference in meaning.

    Args:
        where: The place in a request or a reply, such as `request.tools[].function.name`.
        what: What differs there, such as "parameter", "enum value" or "required".
        change: What the vendor did.
        side: Who is concerned: those who send "requests" or those who read "replies".
        effect: What it is for them.
        old: What the contract says, as JSON; none if it says nothing.
        new: What the vendor's document says.
        schema: The component of the contract that says it, if any.
        at: The place within that component; without one the same as `where`.
    """

    where: str
    what: str
    change: Change
    side: Side
    effect: Effect
    old: Any = None
    new: Any = None
    schema: str | None = None
    at: str = ""
    site: Site = field(default=Site(), compare=False, repr=False)

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What tells it from the others."""
        value = self.new if self.change == "added" else self.old
        return self.where, self.what, self.change, repr(value) if self.what == "enum value" else ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a request or a reply.

    Args:
        where: It, as a report gives it.
        side: Who is concerned.
        schema: The nearest component of the contract around it.
        at: The place within that component; without one the same as `where`.
    """

    where: str
    side: Side
    schema: str | None = None
    at: str = ""

    @classmethod
    def top(cls, where: str, side: Side) -> Place:
        return cls(where, side, None, where)

    def step(self, text: str) -> Place:
        """A place below; `[tag=value]` takes the place of the `[]` before it."""
        where, at = self.where, self.at
        if text.startswith("[") and text != "[]":
            where, at = where.removesuffix("[]"), at.removesuffix("[]")
        return replace(self, where=where + text, at=(at + text).removeprefix("."))

    def property(self, name: str) -> Place:
        plain = name.replace("_", "").replace("-", "").isalnum()
        return self.step(f".{name}" if plain else f'["{name}"]')

    def enter(self, component: str | None) -> Place:
        return self if component is None else replace(self, schema=component, at="")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a comparison found.

    Args:
        differences: All differences, in the order of the contract.
        seen: The places that both documents have.
        pairs: Components of the contract by the component of the vendor that stands at the same places.
    """

    differences: tuple[Difference, ...]
    seen: frozenset[Place]
    pairs: Mapping[str, tuple[str, ...]]


def compare(ours: Operation, theirs: Operation) -> Comparison:
    """Find the differences in meaning between the contract and the vendor's document."""
    walk = _Walk()
    walk.operation(ours, theirs)
    return Comparison(
        tuple(walk.differences),
        frozenset(walk.seen),
        {name: tuple(found) for name, found in walk.pairs.items()},
    )


def compare_schemas(ours: Schema, theirs: Schema, side: Side) -> tuple[Difference, ...]:
    """Find the differences in meaning between two schemas, wherever they stand."""
    walk = _Walk()
    walk.meaning(Place.top("", side).enter(ours.component), ours, theirs)
    return tuple(walk.differences)


def compare_member(ours: Schema, theirs: Schema, tag: str, value: str) -> tuple[Difference, ...]:
    """Find the differences between two objects, the second a member of a union whose tag has that value."""
    walk = _Walk()
    old = tagged([Branch(ours, name=ours.component)], tag)
    new = {value: Member(theirs, "const", name=theirs.component)}
    walk._union(Place.top("", "requests"), tag, old, new, ours, theirs)
    return tuple(walk.differences)


class _Walk:
    def __init__(self) -> None:
        self.differences: list[Difference] = []
        self.seen: set[Place] = set()
        self.pairs: dict[str, list[str]] = {}
        # The pairs of schemas that the walk is in, as schemas may be recursive.
        self._within: set[tuple[Schema | str, Schema | str]] = set()

    @contextmanager
    def _once(self, ours: Schema, theirs: Schema) -> Iterator[bool]:
        """Whether the walk is not in these two already."""
        pair = (ours.component or ours, theirs.component or theirs)
        first = pair not in self._within
        self._within.add(pair)
        yield first
        if first:
            self._within.discard(pair)

    def _note(
        self,
        place: Place,
        what: str,
        change: Change,
        effect: Effect,
        old: Any = None,
        new: Any = None,
        site: Site | None = None,
    ) -> None:
        self.differences.append(
            Difference(
                place.where,
                what,
                change,
                place.side,
                effect,
                old,
                new,
                place.schema,
                place.at,
                site or Site(),
            )
        )

    # ---------------------------------------------------------------- operation

    def operation(self, ours: Operation, theirs: Operation) -> None:
        request = Place.top("request", "requests")
        self._set(Place.top("server", "requests"), "server", ours.servers, theirs.servers)
        self._set(Place.top("security", "requests"), "security scheme", ours.security, theirs.security)
        if ours.deprecated != theirs.deprecated:
            self._flag(request, "deprecated", theirs.deprecated, "additive", Site(key="deprecated"))
        self._parameters(ours.parameters, theirs.parameters)
        self._set(request, "media type", sorted(ours.request_media), sorted(theirs.request_media))
        if ours.request_required != theirs.request_required:
            effect: Effect = "breaking" if theirs.request_required else "additive"
            self._flag(request, "required", theirs.request_required, effect)
        self.holder(request, ours.request, theirs.request)
        reply = Place.top("response", "replies")
        self._headers(reply, ours.reply_headers, theirs.reply_headers)
        self.holder(reply, ours.reply, theirs.reply)
        self._stream(ours, theirs)
        self._responses(ours.responses, theirs.responses)

    def _set(self, place: Place, what: str, ours: Iterable[str], theirs: Iterable[str]) -> None:
        self.seen.add(place)
        old, new = list(ours), list(theirs)
        for value in old:
            if value not in new:
                self._note(place, what, "removed", "breaking", old=value)
        for value in new:
            if value not in old:
                self._note(place, what, "added", "additive", new=value)

    def _flag(self, place: Place, what: str, now: bool, effect: Effect, site: Site | None = None) -> None:
        self._note(place, what, "added" if now else "removed", effect, site=site)

    def _parameters(
        self,
        ours: Mapping[tuple[str, str], Parameter],
        theirs: Mapping[tuple[str, str], Parameter],
    ) -> None:
        for key, old in ours.items():
            place = Place.top(f"{old.location}.{old.name}", "requests")
            new = theirs.get(key)
            if new is None:
                self._note(place, f"{old.location} parameter", "removed", "breaking", old=describe(old.schema))
                continue
            if old.required != new.required:
                self._flag(place, "required", new.required, "breaking" if new.required else "additive")
            if (old.node.get("deprecated") is True) != (new.node.get("deprecated") is True):
                self._flag(place, "deprecated", new.node.get("deprecated") is True, "additive")
            self.holder(place, old.schema, new.schema)
        for key, new in theirs.items():
            if key not in ours:
                place = Place.top(f"{new.location}.{new.name}", "requests")
                effect: Effect = "breaking" if new.required else "additive"
                words = describe(new.schema) + (", required" if new.required else "")
                self._note(place, f"{new.location} parameter", "added", effect, new=words)

    def _headers(self, place: Place, ours: Mapping[str, Schema], theirs: Mapping[str, Schema]) -> None:
        self._set(place, "header", ours, theirs)
        for name, old in ours.items():
            if name in theirs:
                self.holder(place.step(f".headers[{name}]"), old, theirs[name])

    def _stream(self, ours: Operation, theirs: Operation) -> None:
        place = Place.top("stream", "replies")
        self.seen.add(place)
        if ours.stream is None or theirs.stream is None:
            if ours.stream is not None:
                self._note(place, "stream", "removed", "breaking", old=describe(ours.stream))
            elif theirs.stream is not None:
                self._note(place, "stream", "added", "additive", new=describe(theirs.stream))
            return
        if ours.stream_media != theirs.stream_media:
            self._note(place, "media type", "changed", "breaking", ours.stream_media, theirs.stream_media)
        if ours.frame is None or theirs.frame is None:
            if ours.frame is not None:
                self._note(place, "frame", "removed", "breaking", old=describe(ours.frame))
            elif theirs.frame is not None:
                self._note(place, "frame", "added", "additive", new=describe(theirs.frame))
            self.holder(place, ours.stream, theirs.stream)
        else:
            # The events are what is in the frame's `data`.
            self._fields(Place.top("stream.frame", "replies"), ours.frame, theirs.frame, skip="data")
            self.holder(place, ours.stream, theirs.stream)

    def _responses(self, ours: Mapping[str, Response], theirs: Mapping[str, Response]) -> None:
        for status, old in ours.items():
            place = Place.top(f"response[{status}]", "replies")
            new = theirs.get(status)
            if new is None:
                self._note(place, "response", "removed", "breaking")
                continue
            self._set(place, "media type", old.schemas, new.schemas)
            self._headers(place, old.headers, new.headers)
            for name, schema in old.schemas.items():
                if name in new.schemas:
                    self.holder(place, schema, new.schemas[name])
        for status, new in theirs.items():
            if status not in ours:
                place = Place.top(f"response[{status}]", "replies")
                self._note(place, "response", "added", "additive", site=Site(key=new))

    # ------------------------------------------------------------------ schemas

    def holder(self, place: Place, ours: Schema, theirs: Schema) -> None:
        """Compare what is said at a place and, unlike meaning(), about the place."""
        self.seen.add(place)
        if ours.deprecated != theirs.deprecated:
            site = Site(ours, theirs, "deprecated")
            self._flag(place, "deprecated", theirs.deprecated, "additive", site)
        if not same(ours.default, theirs.default):
            site = Site(ours, theirs, "default")
            old = None if ours.default is ABSENT else ours.default
            new = None if theirs.default is ABSENT else theirs.default
            if ours.default is ABSENT:
                self._note(place, "default", "added", "additive", new=new, site=site)
            else:
                change: Change = "removed" if theirs.default is ABSENT else "changed"
                self._note(place, "default", change, "breaking", old, new, site)
        self.meaning(place.enter(ours.component), ours, theirs)

    def meaning(self, place: Place, ours: Schema, theirs: Schema) -> None:
        """Compare what values two schemas admit."""
        self.seen.add(place)
        self._pair(ours.component, theirs.component)
        with self._once(ours, theirs) as first:
            if first:
                self._alternatives(place, ours, theirs)

    def _alternatives(self, place: Place, ours: Schema, theirs: Schema) -> None:
        old, new = shape(ours), shape(theirs)
        if old.types != new.types:
            freedom = _freedom_of_types(old.types, new.types)
            site = Site(ours, theirs, "type")
            self._note(
                place,
                "type",
                "changed",
                _effect(place.side, freedom),
                _type_words(ours),
                _type_words(theirs),
                site,
            )
        for type_, some in old.alternatives.items():
            others = new.alternatives.get(type_, ())
            if others:
                self._same_type(place, type_, some, others)
        if old.tag and new.tag and old.tag != new.tag:
            site = Site(ours, theirs, "tag")
            self._note(place, "tag of the union", "changed", "breaking", old.tag, new.tag, site)
        elif old.tag and new.tag:
            self._union(place, old.tag, old.members, new.members, ours, theirs)
        elif old.tag:
            self._one_or_tagged(place, old.tag, old.members, new.alternatives.get("object", ()), ours, theirs, False)
        elif new.tag:
            self._one_or_tagged(place, new.tag, new.members, old.alternatives.get("object", ()), ours, theirs, True)

    def _one_or_tagged(
        self,
        place: Place,
        tag: str,
        members: Mapping[str, Member],
        objects: tuple[Schema, ...],
        ours: Schema,
        theirs: Schema,
        tagged_are_theirs: bool,
    ) -> None:
        """Compare a tagged union with an object, which is a union of one if it has the tag as a constant."""
        if not objects:
            return
        if any(constant(schema, tag) is None for schema in objects):
            old, new = f"by {tag}", "one object"
            if tagged_are_theirs:
                old, new = new, old
            self._note(place, "union", "changed", "breaking", old, new, Site(ours, theirs, "union"))
            return
        promoted = tagged([Branch(schema, name=schema.component) for schema in objects], tag)
        old_members, new_members = (promoted, members) if tagged_are_theirs else (members, promoted)
        self._union(place, tag, old_members, new_members, ours, theirs)

    def _same_type(self, place: Place, type_: str, some: tuple[Schema, ...], others: tuple[Schema, ...]) -> None:
        if len(some) == len(others) == 1:
            self._one(place, type_, some[0], others[0])
            return
        # Alternatives that nothing tells apart: equal ones belong together, the rest in their order.
        left = list(others)
        unmatched = []
        for schema in some:
            twin = next((other for other in left if not self._differ(place, type_, schema, other)), None)
            if twin is None:
                unmatched.append(schema)
            else:
                left.remove(twin)
        for index, (old, new) in enumerate(zip(unmatched, left, strict=False), start=1):
            self._one(place.step(f"<{type_} {index}>"), type_, old, new)
        for old in unmatched[len(left) :]:
            self._note(place, "union member", "removed", "breaking", old=describe(old), site=Site(key=""))
        for new in left[len(unmatched) :]:
            self._note(place, "union member", "added", "additive", new=describe(new), site=Site(key=""))

    def _differ(self, place: Place, type_: str, ours: Schema, theirs: Schema) -> bool:
        walk = _Walk()
        walk._within = set(self._within)
        walk._one(place, type_, ours, theirs)
        return bool(walk.differences)

    def _one(self, place: Place, type_: str, ours: Schema, theirs: Schema) -> None:
        """Compare two schemas as far as they describe values of a type."""
        if type_ == "number" and ours.types & {"integer", "number"} != theirs.types & {"integer", "number"}:
            ignored = {"format"} if ours.constraints.get("format", "int32") in _NUMBER_FORMATS else set()
        else:
            ignored = set()
        self._constraints(place, ours, theirs, ignored)
        self._values(place, ours, theirs)
        if type_ == "array":
            self.holder(place.step("[]"), ours.items, theirs.items)
        elif type_ == "object":
            self._fields(place, ours, theirs)

    def _constraints(self, place: Place, ours: Schema, theirs: Schema, ignored: set[str]) -> None:
        keywords = list(ours.constraints) + [key for key in theirs.constraints if key not in ours.constraints]
        for key in keywords:
            old, new = ours.constraints.get(key, ABSENT), theirs.constraints.get(key, ABSENT)
            if key in ignored or same(old, new):
                continue
            site = Site(ours, theirs, key)
            if old is ABSENT:
                self._note(place, key, "added", _effect(place.side, "narrower"), new=new, site=site)
            elif new is ABSENT:
                self._note(place, key, "removed", _effect(place.side, "wider"), old=old, site=site)
            else:
                effect = _effect(place.side, _freedom_of_bound(key, old, new))
                self._note(place, key, "changed", effect, old, new, site)

    def _values(self, place: Place, ours: Schema, theirs: Schema) -> None:
        old, new = ours.values, theirs.values
        if old is None or new is None:
            site = Site(ours, theirs, "enum")
            if new is not None:
                self._note(place, "enum", "added", _effect(place.side, "narrower"), new=list(new), site=site)
            elif old is not None:
                self._note(place, "enum", "removed", _effect(place.side, "wider"), old=list(old), site=site)
            return
        # Added ones first: a constant that becomes another one can only be carried in this order.
        for value in new:
            if not any(same(value, other) for other in old):
                self._note(place, "enum value", "added", "additive", new=value, site=Site(ours, theirs, value))
        for value in old:
            if not any(same(value, other) for other in new):
                self._note(place, "enum value", "removed", "breaking", old=value, site=Site(ours, theirs, value))

    def _fields(self, place: Place, ours: Schema, theirs: Schema, skip: str | None = None) -> None:
        what = "parameter" if place.where == "request" else "field"
        for name, old in ours.properties.items():
            if name == skip:
                continue
            if name in theirs.properties:
                self.holder(place.property(name), old, theirs.properties[name])
            else:
                site = Site(ours, theirs, name)
                self._note(place.property(name), what, "removed", "breaking", old=describe(old), site=site)
        for name, new in theirs.properties.items():
            if name in ours.properties or name == skip:
                continue
            required = name in theirs.required
            effect: Effect = "breaking" if required and place.side == "requests" else "additive"
            words = describe(new) + (", required" if required else "")
            site = Site(ours, new, name, required)
            self._note(place.property(name), what, "added", effect, new=words, site=site)
        # What is added or removed as a whole says so itself.
        told = ours.properties.keys() ^ theirs.properties.keys()
        for name in sorted(ours.required ^ theirs.required):
            now = name in theirs.required
            if name == skip or (name in told and name in (theirs if now else ours).properties):
                continue
            effect = _effect(place.side, "narrower" if now else "wider")
            self._flag(place.property(name), "required", now, effect, Site(ours, theirs, name))
        if ours.additional.parts or theirs.additional.parts:
            self.holder(place.step(".*"), ours.additional, theirs.additional)

    def _union(
        self,
        place: Place,
        tag: str,
        ours: Mapping[str, Member],
        theirs: Mapping[str, Member],
        our_union: Schema,
        their_union: Schema,
    ) -> None:
        for value, old in ours.items():
            inside = place.step(f"[{tag}={value}]")
            if value not in theirs:
                site = Site(our_union, their_union, (tag, value))
                self._note(inside, "union member", "removed", "breaking", old=describe(old.schema, tag), site=site)
                continue
            new = theirs[value]
            if old.listed != new.listed:
                self._flag(inside, "listed in the union", new.listed, "additive")
            self.seen.add(inside)
            entered = inside.enter(old.schema.component or old.name)
            if old.declared != new.declared:
                self._note(entered.property(tag), "tag", "changed", "additive", old.declared, new.declared)
            if old.schema.deprecated != new.schema.deprecated:
                site = Site(old.schema, new.schema, "deprecated")
                self._flag(inside, "deprecated", new.schema.deprecated, "additive", site)
            self._pair(old.schema.component or old.name, new.schema.component or new.name)
            with self._once(old.schema, new.schema) as first:
                if first:
                    self.seen.add(entered)
                    self._constraints(entered, old.schema, new.schema, set())
                    self._fields(entered, old.schema, new.schema, skip=tag)
        for value, new in theirs.items():
            if value not in ours:
                site = Site(our_union, their_union, (tag, value), member=new)
                inside = place.step(f"[{tag}={value}]")
                words = describe(new.schema, tag)
                self._note(inside, "union member", "added", "additive", new=words, site=site)

    def _pair(self, ours: str | None, theirs: str | None) -> None:
        if ours and theirs and ours not in self.pairs.setdefault(theirs, []):
            self.pairs[theirs].append(ours)


def _effect(side: Side, freedom: Freedom) -> Effect:
    harmless: Freedom = "wider" if side == "requests" else "narrower"
    return "additive" if freedom == harmless else "breaking"


def _freedom_of_types(old: frozenset[str], new: frozenset[str]) -> Freedom:
    old, new = (types | {"integer"} if "number" in types else types for types in (old, new))
    return "wider" if old < new else "narrower" if new < old else "other"


def _freedom_of_bound(key: str, old: Any, new: Any) -> Freedom:
    if key in LOWER and key not in UPPER and _numbers(old, new):
        return "wider" if new < old else "narrower"
    if key in UPPER and _numbers(old, new):
        return "wider" if new > old else "narrower"
    return "other"


def _numbers(*values: Any) -> bool:
    return all(isinstance(value, int | float) and not isinstance(value, bool) for value in values)


# ------------------------------------------------------------------------ words


def describe(schema: Schema, tag: str | None = None) -> str:
    """What a schema admits, in a few words; `tag` is told elsewhere."""
    words = _clip(", ".join(_words(schema, tag, 0)))
    return words + (", deprecated" if schema.deprecated else "")


def _clip(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "..."


def _type_words(schema: Schema) -> str:
    types = shape(schema).types
    if types == ANY:
        return "any"
    formats = schema.constraints.get("format")
    names = " or ".join(sorted(types)) or "nothing"
    return f"{names} ({formats})" if formats and len(types) == 1 else names


def _words(schema: Schema, tag: str | None, depth: int) -> Iterator[str]:
    found = shape(schema)
    if found.types <= {"array"} and depth < 3 and len(found.alternatives.get("array", ())) == 1:
        yield "array of " + ", ".join(_words(found.alternatives["array"][0].items, None, depth + 1))
    else:
        yield _type_words(schema)
    if schema.values is not None:
        yield " | ".join(str(value) for value in schema.values)
    if found.tag:
        yield f"{found.tag} " + " | ".join(found.members)
    for key, value in schema.constraints.items():
        if key in LOWER | UPPER:
            yield f"{key} {value}"
    if schema.default is not ABSENT:
        yield f"default {str(schema.default).lower() if isinstance(schema.default, bool) else schema.default}"
    names = [name for name in schema.properties if name != tag]
    if names:
        yield "with " + ", ".join(names)
