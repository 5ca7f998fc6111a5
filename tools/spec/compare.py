"""Compare what two documents say of each operation.

The first is the contract (openapi.yaml), the second the vendor's document: something is "added" if only the vendor has
it. What a change is for those who send requests and for those who read replies stands in one table, EFFECTS.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal

from spec.meaning import Meaning, Operation, Place, Row, Side, Table, table_of, table_of_members, text
from spec.schema import ABSENT, ANY, LOWER, UPPER, Branch, Schema, clip, numbers, same, shape, tagged

Change = Literal["added", "removed", "changed"]
Effect = Literal["breaking", "additive", "documentation"]
# What a change means for the freedom of those who say or hear something.
Freedom = Literal["new", "demanded", "gone", "wider", "narrower", "other", "hint", "words"]

# The effect for those who send requests and for those who read replies. What is new in replies is additive even where
# it is a value of an enum or a member of a union, since the client hands on those that it does not know.
EFFECTS: Final[Mapping[Freedom, Mapping[Side, Effect]]] = {
    "new": {"requests": "additive", "replies": "additive"},
    "demanded": {"requests": "breaking", "replies": "additive"},
    "gone": {"requests": "breaking", "replies": "breaking"},
    "wider": {"requests": "additive", "replies": "breaking"},
    "narrower": {"requests": "breaking", "replies": "additive"},
    "other": {"requests": "breaking", "replies": "breaking"},
    "hint": {"requests": "additive", "replies": "additive"},
    "words": {"requests": "documentation", "replies": "documentation"},
}

# What a fact means when it appears, goes and changes. The rest are constraints: narrower, wider, other.
_FACTS: Final[Mapping[str, tuple[Freedom, Freedom, Freedom]]] = {
    "deprecated": ("hint", "hint", "hint"),
    "default": ("new", "other", "other"),
    "tag": ("hint", "hint", "hint"),
    "listed in the union": ("hint", "hint", "hint"),
    "summary": ("words", "words", "words"),
    "description": ("words", "words", "words"),
}
# Facts that are lists, and what one of their items is called.
_LISTS: Final = {"enum": "enum value", "media type": "media type", "server": "server", "security scheme": ""}
# Facts that are about the place, not about what may stand there.
_OUTER: Final = frozenset({"required", "deprecated", "default", "listed in the union"})


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference in meaning.

    Args:
        operation: The operation, as the contract names it, such as "POST /v2/chat".
        where: The place in it, such as `request.tools[].function.name`; empty for the operation itself.
        what: What differs there, such as "parameter", "enum value" or "required".
        change: What the vendor did.
        side: Who is concerned: those who send "requests" or those who read "replies".
        effect: What it is for them.
        old: What the contract says, as JSON; none if it says nothing.
        new: What the vendor's document says.
        schema: The component of the contract that says it, if any.
        at: The place within that component; without one the same as `where`.
        name: The operationId in the contract.
        place: `where` in steps.
        ours: What the contract says there, if anything.
        theirs: What the vendor says there, if anything.
        around: What the two say around the place.
    """

    operation: str
    where: str
    what: str
    change: Change
    side: Side
    effect: Effect
    old: Any = None
    new: Any = None
    schema: str | None = None
    at: str = ""
    name: str = field(default="", compare=False)
    place: Place = field(default=(), compare=False, repr=False)
    ours: Row | None = field(default=None, compare=False, repr=False)
    theirs: Row | None = field(default=None, compare=False, repr=False)
    around: tuple[Row | None, Row | None] = field(default=(None, None), compare=False, repr=False)

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """What tells it from the others."""
        value = self.new if self.change == "added" else self.old
        listed = self.what in (*_LISTS.values(), "security scheme")
        return self.operation, self.where, self.what, self.change, repr(value) if listed else ""


@dataclass(frozen=True)
class Pair:
    """An operation that both documents have, with its tables brought into line."""

    ours: Operation
    theirs: Operation
    our_table: Table
    their_table: Table


@dataclass(frozen=True)
class Comparison:
    """What a comparison found.

    Args:
        by_operation: The differences of each operation, in the order of the contract, and the operation as both
            documents have it.
    """

    by_operation: Mapping[str, tuple[Pair | None, tuple[Difference, ...]]]

    @property
    def differences(self) -> tuple[Difference, ...]:
        return tuple(one for _, differences in self.by_operation.values() for one in differences)

    def seen(self) -> Iterator[tuple[str, Place, Row, Row]]:
        """The places that both documents have: the operation, the place, the two rows."""
        for pair, _ in self.by_operation.values():
            for place, row in pair.our_table.items() if pair else ():
                if pair and (other := pair.their_table.get(place)):
                    yield pair.ours.key, place, row, other


def compare(
    ours: Meaning, theirs: Meaning, *, documentation: bool = False, before: Comparison | None = None
) -> Comparison:
    """Find the differences in meaning between the contract and the vendor's document.

    Args:
        ours: What the contract says.
        theirs: What the vendor's document says.
        documentation: Whether other summaries and descriptions are differences.
        before: A comparison of the same vendor's document with an earlier text of the contract.
    """
    found: dict[str, tuple[Pair | None, tuple[Difference, ...]]] = {}
    added = {key: one for key, one in theirs.operations.items() if key not in ours.operations}
    for key, old in ours.operations.items():
        if key in theirs.operations:
            earlier, _ = before.by_operation.get(key, (None, ())) if before else (None, ())
            if before and earlier and earlier.ours is old:
                found[key] = before.by_operation[key]
                continue
            new = theirs.operations[key]
            pair = Pair(old, new, *aligned(old.table, _renamed(new, old.path)))
            differences = compare_tables(pair.our_table, pair.their_table, old)
            # What a deprecated operation takes and gives is deprecated with it.
            whole = "deprecated" in old.table[()].facts | new.table[()].facts
            found[key] = (
                pair,
                tuple(
                    one
                    for one in differences
                    if (documentation or one.effect != "documentation")
                    and not (whole and one.what == "deprecated" and one.where)
                ),
            )
        else:
            moved = next((other for other in added if _same_operation(old, added[other])), None)
            found[key] = None, (_whole_operation(old, added.pop(moved) if moved else None),)
    return Comparison(found | {key: (None, (_whole_operation(None, new),)) for key, new in added.items()})


def _whole_operation(old: Operation | None, new: Operation | None) -> Difference:
    """An operation that is moved, gone or new."""
    one = old or new
    assert one
    told = [found and (found.key if old and new else describe_operation(found)) for found in (old, new)]
    return Difference(
        operation=one.key,
        where="",
        what="operation",
        change="changed" if old and new else "removed" if old else "added",
        side="requests",
        effect="breaking" if old else "additive",
        old=told[0],
        new=told[1],
        name=one.name,
        ours=old.table[()] if old else None,
        theirs=new.table[()] if new else None,
    )


def _same_operation(one: Operation, other: Operation) -> bool:
    """Whether it is the same operation, by another method or path."""
    places = [
        {place for place in found.table if place[0:1] not in ((), ("server",), ("security",)) and "[" not in place[0]}
        for found in (one, other)
    ]
    if one.name == other.name and one.node.get("operationId"):
        return True
    # Some say too little to tell: GET and DELETE of the same thing, without a reply.
    return len(places[0]) > 6 and places[0] == places[1] and not list(_unlike(one, other))


def _unlike(one: Operation, other: Operation) -> Iterator[Difference]:
    found = compare_tables(*aligned(one.table, other.table), one)
    return (each for each in found if each.effect == "breaking" and "[" not in each.place[0])


def _renamed(operation: Operation, names: tuple[str, ...]) -> Table:
    """The table with other names of the path's parameters."""
    if operation.path == names:
        return operation.table
    steps = {f"path.{old}": f"path.{new}" for old, new in zip(operation.path, names, strict=True)}
    return {tuple(steps.get(step, step) for step in place): row for place, row in operation.table.items()}


def aligned(ours: Table, theirs: Table) -> tuple[Table, Table]:
    """Two tables, where an object that faces a tagged union has become a union of one, if it has the tag."""
    for place in [place for place, row in (ours | theirs).items() if row.tag or theirs.get(place, row).tag]:
        old, new = ours.get(place), theirs.get(place)
        if old and new and bool(old.tag) != bool(new.tag):
            if old.tag:
                theirs = _promoted(theirs, place, old.tag)
            elif new.tag:
                ours = _promoted(ours, place, new.tag)
    return ours, theirs


def _promoted(table: Table, place: Place, tag: str) -> Table:
    union, end = table[place], len(place)
    value = union.schema and next(
        (one.constant(tag) for one in shape(union.schema).alternatives.get("object", ()) if one.constant(tag)), None
    )
    if not value:
        return table
    step = f"[{tag}={value}]"
    made: Table = {}
    for at, row in table.items():
        if at == place:
            # What is said of the values stays with the union; the object is the member.
            made[place] = replace(row, tag=tag, facts=row.facts | {"tag of the union": tag})
            inner = (row.inner[0], end + 1) if row.inner[1] == end and row.inner[0] else row.inner
            facts: dict[str, Any] = {"listed in the union": True}
            made[*place, step] = Row("union member", row.side, row.inner, (tag, value), facts, row.schema, inner)
        elif at[:end] == place and len(at) > end and (at[end].startswith((".", '["'))):
            outer, inner = (
                (name, depth + (depth >= end and name is not None)) for name, depth in (row.outer, row.inner)
            )
            is_tag = at[end] == f".{tag}"
            facts = {"tag": "const" if row.facts.get("required") else "optional"} if is_tag else row.facts
            made[*place, step, *at[end:]] = replace(
                row, outer=outer, inner=inner, facts=facts, what="" if is_tag else row.what
            )
        else:
            made[at] = row
    return made


def compare_tables(ours: Table, theirs: Table, operation: Operation | None = None) -> tuple[Difference, ...]:
    """Find the differences between two tables, in the order of the first."""
    found: list[Difference] = []
    for place, row in ours.items():
        found += _at(place, row, theirs.get(place), ours, theirs)
    for place, row in theirs.items():
        if place not in ours:
            found += _at(place, None, row, ours, theirs)
    if operation is None:
        return tuple(found)
    return tuple(replace(one, operation=operation.key, name=operation.name) for one in found)


def compare_schemas(ours: Schema, theirs: Schema) -> tuple[Difference, ...]:
    """Find the differences in meaning between two schemas, wherever they stand."""
    return compare_tables(*aligned(table_of(ours, "requests"), table_of(theirs, "requests")))


def compare_member(ours: Schema, theirs: Branch, tag: str, value: str) -> tuple[Difference, ...]:
    """Find the differences between two objects, the second a member of a union whose tag has that value."""
    members = tagged([Branch(ours, name=ours.component)], tag)
    return compare_tables(table_of_members(members, tag), table_of_members({value: theirs}, tag))


def _at(place: Place, old: Row | None, new: Row | None, ours: Table, theirs: Table) -> Iterator[Difference]:
    """The differences at a place."""
    above, beyond = ours.get(place[:-1]), theirs.get(place[:-1])
    if place and (_hidden(place, ours) or _hidden(place, theirs)):
        return
    if old is None or new is None:
        # What is below something that only one of them has is told with that, and so is what another type has.
        row = old or new
        assert row
        parent = beyond if new is None else above
        if (place and parent is None) or (parent and not _may_hold(parent, place[-1], row)):
            return
        if row.what == "items" and parent:
            # Without a word about its items, anything is one.
            anything = Row(row.what, row.side, row.outer, facts={"type": ANY})
            old, new = old or replace(anything, inner=row.inner), new or anything
        elif row.what:
            yield replace(_whole(place, old, new, above), around=(above, beyond))
            return
        inner = above.below if above else (None, 0)
        old, new = old or replace(row, facts={}, schema=None, outer=inner, inner=inner), new or replace(row, facts={})
    for fact in list(old.facts) + [fact for fact in new.facts if fact not in old.facts]:
        before, now = old.facts.get(fact, ABSENT), new.facts.get(fact, ABSENT)
        if not same(before, now) and (fact in _OUTER or not (old.open or new.open)):
            yield from (replace(one, around=(above, beyond)) for one in _fact(place, fact, before, now, old, new))


def _hidden(place: Place, table: Table) -> bool:
    """Whether the table does not know what is around a place."""
    return any((row := table.get(place[:end])) is not None and row.open for end in range(len(place)))


def _may_hold(parent: Row, step: str, row: Row) -> bool:
    """Whether what the parent says can have such a place below: a list has items, an object fields."""
    types = parent.facts.get("type", ANY)
    if row.what in ("field", "union member", "items") and "type" in parent.facts:
        if step == "[]":
            return "array" in types
        if step.startswith(("[", ".")):
            return "object" in types and (row.what == "union member") == (parent.tag is not None)
    return True


def _whole(place: Place, old: Row | None, new: Row | None, above: Row | None) -> Difference:
    """What only one of the two documents has."""
    row = old or new
    assert row
    required = "required" in row.facts
    freedom: Freedom = "gone" if new is None else "demanded" if required else "new"
    tag = row.name[0] if row.what == "union member" and row.name else None
    words = describe(row.schema, tag) if row.schema else None
    if new and words is not None and required:
        words += ", required"
    if row.what in ("response", "header", "request body"):
        words = None
    if row.what == "media type":
        place, words = place[:-1], row.name
    outer = old.outer if old else above.below if above else (None, 0)
    return Difference(
        operation="",
        where=text(place),
        what=row.what,
        change="removed" if new is None else "added",
        side=row.side,
        effect=EFFECTS[freedom][row.side],
        old=words if old else None,
        new=words if new else None,
        schema=outer[0],
        at=text(place[outer[1] :]),
        place=place,
        ours=old,
        theirs=new,
    )


def _fact(place: Place, fact: str, old: Any, new: Any, ours: Row, theirs: Row) -> Iterator[Difference]:
    outer = ours.outer if fact in _OUTER else ours.inner

    def told(what: str, change: Change, freedom: Freedom, old: Any = None, new: Any = None) -> Difference:
        effect = EFFECTS[freedom][ours.side]
        where, at = text(place), text(place[outer[1] :])
        return Difference(
            "", where, what, change, ours.side, effect, old, new, outer[0], at, place=place, ours=ours, theirs=theirs
        )

    if fact in _LISTS and old is not ABSENT and new is not ABSENT:
        # Added ones first: a constant that becomes another one can only be carried in this order.
        for value in new:
            if not any(same(value, other) for other in old):
                yield told(_LISTS[fact] or fact, "added", "new", new=value)
        for value in old:
            if not any(same(value, other) for other in new):
                yield told(_LISTS[fact] or fact, "removed", "gone", old=value)
        return
    appears, goes, changes = _FACTS.get(fact, ("narrower", "wider", _freedom(fact, old, new)))
    old, new = (list(value) if isinstance(value, tuple) else value for value in (old, new))
    if fact in ("deprecated", "required", "listed in the union"):
        yield told(fact, "added", appears) if old is ABSENT else told(fact, "removed", goes)
    elif fact == "tag of the union" and (old is ABSENT or new is ABSENT):
        words = ["one object" if tag is ABSENT else f"by {tag}" for tag in (old, new)]
        if all("object" in row.facts.get("type", ANY) for row in (ours, theirs)):
            yield told("union", "changed", "other", *words)
    elif fact == "type":
        yield told(fact, "changed", changes, _type_words(ours), _type_words(theirs))
    elif old is ABSENT:
        yield told(fact, "added", appears, new=new)
    elif new is ABSENT:
        yield told(fact, "removed", goes, old=old)
    else:
        yield told(fact, "changed", changes, old, new)


def _freedom(fact: str, old: Any, new: Any) -> Freedom:
    if fact == "type" and old is not ABSENT and new is not ABSENT:
        old, new = (types | {"integer"} if "number" in types else types for types in (old, new))
        return "wider" if old < new else "narrower" if new < old else "other"
    if fact in LOWER | UPPER and numbers(old, new):
        return "wider" if (new < old) == (fact in LOWER) else "narrower"
    return "other"


# ------------------------------------------------------------------------ words


def describe(schema: Schema, tag: str | None = None) -> str:
    """What a schema admits, in a few words; `tag` is told elsewhere."""
    words = clip(", ".join(_words(schema, tag, 0)), 160)
    return words + (", deprecated" if schema.deprecated else "")


def describe_operation(operation: Operation) -> str:
    """What an operation takes, in a few words."""
    rows = operation.table.values()
    names = [str(row.name[1]) for row in rows if row.what.endswith(" parameter")]
    names += [str(row.name) for row in rows if row.what == "parameter"]
    words = operation.name + (f", with {', '.join(dict.fromkeys(names))}" if names else "")
    return clip(words, 160) + (", deprecated" if operation.table[()].facts.get("deprecated") else "")


def _type_words(row: Row) -> str:
    types = row.facts.get("type", ANY)
    return _words_of_types(types, row.facts.get("format"))


def _words_of_types(types: Iterable[str], format_: Any) -> str:
    if types == ANY:
        return "any"
    names = sorted(types)
    words = " or ".join(names) or "nothing"
    return f"{words} ({format_})" if format_ and len(names) == 1 else words


def _words(schema: Schema, tag: str | None, depth: int) -> Iterator[str]:
    found = shape(schema)
    if found.types <= {"array"} and depth < 3 and len(found.alternatives.get("array", ())) == 1:
        yield "array of " + ", ".join(_words(found.alternatives["array"][0].items, None, depth + 1))
    else:
        yield _words_of_types(found.types, schema.constraints.get("format"))
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
