"""Find the mistakes that are easily made in openapi.yaml, before the generator trips over them or over nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from spec.load import Document, Node, SpecError, near, parse
from spec.meaning import Meaning, read_meaning
from spec.schema import Schema, shape
from spec.write import Pointer, YamlText

# What YAML 1.1 reads as true or false.
_SWITCHES: Final = frozenset({"on", "off", "yes", "no", "y", "n"})

Mistake = tuple[Pointer, str]


def proofread(text: str, source: str, extensions: Collection[str]) -> list[str]:
    """Give the mistakes in the text of a contract, a line each, with the line of the text that they are in.

    Args:
        text: The text.
        source: Its path, for the messages.
        extensions: The keywords beginning with "x-" that something reads.
    """
    try:
        document = parse(text, source)
        meaning = read_meaning(document)
    except SpecError as error:
        return [str(error)]
    lines = YamlText(text)
    # Each group makes sense only where the one before has found nothing.
    groups = (
        _references(document),
        _words(document, lines, extensions),
        document.defects.items(),
        _operations(meaning),
        _house(document, meaning),
    )
    for found in groups:
        told = [f"{source}:{lines.line(at)}: {Node(None, at).place}: {problem}" for at, problem in found]
        if told:
            return told
    return []


def _nodes(node: Node) -> Iterator[Node]:
    """A node and those in it, without examples."""
    yield node
    value = node.value
    for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        if key not in ("example", "examples") or node.pointer[-1:] == ("properties",):
            yield from _nodes(node.child(key))


def _pointers(document: Document) -> Iterator[tuple[Node, str]]:
    """What points at a component, and where to."""
    for node in _nodes(document.root):
        if isinstance(node.get("$ref"), str):
            yield node.child("$ref"), node.value["$ref"]
        elif isinstance(node.get("propertyName"), str):
            yield from ((entry, str(entry.value)) for _, entry in node.entries("mapping"))


def _references(document: Document) -> Iterator[Mistake]:
    for node, reference in _pointers(document):
        try:
            document.target(node, reference)
        except SpecError as error:
            yield node.pointer, error.problem


def _components(document: Document) -> Iterator[tuple[str, Node]]:
    """The components, each with its kind, such as "schemas"."""
    for kind, holder in document.root.entries("components"):
        for name in holder.value or ():
            yield kind, holder.child(name)


def _words(document: Document, lines: YamlText, extensions: Collection[str]) -> Iterator[Mistake]:
    for node in _nodes(document.root):
        # A property may have any name.
        is_free = node.pointer[-1:] in ((), ("properties",))
        for key in node.value if isinstance(node.value, dict) and not is_free else ():
            if str(key).startswith("x-") and key not in extensions:
                yield node.child(key).pointer, f"nothing reads {key}{near(key, extensions)}"
        for name in node.items("required"):
            if name.value not in node.get("properties", {}) and "allOf" not in node:
                hint = near(name.value, node.get("properties", ()))
                yield node.child("required").pointer, f"{name.value!r} is no property{hint}"
        for value in node.items("enum"):
            if str(value.value).lower() in _SWITCHES and lines.unquoted(value.pointer):
                yield value.pointer, f"{value.value} is not quoted: YAML 1.1 readers take it for true or false"


def _operations(meaning: Meaning) -> Iterator[Mistake]:
    """The names of operations, by which methods are made, and the parameters of paths."""
    names: dict[str, str] = {}
    for operation in meaning.operations.values():
        node = operation.node
        tags = node.get("tags") or []
        if len(tags) != 1:
            yield node.pointer, "needs exactly one tag, the group that its method is in"
        elif not re.fullmatch(rf"{re.escape(tags[0].replace('.', '_'))}_[a-z][a-z0-9_]*", operation.name):
            yield node.pointer, f"operationId {operation.name!r} is not {tags[0].replace('.', '_')}_METHOD"
        if operation.name in names:
            yield node.pointer, f"{names[operation.name]} has the operationId {operation.name!r}, too"
        names[operation.name] = operation.key
        given = {row.name[1] for row in operation.table.values() if row.what == "path parameter"}
        for name in sorted(given ^ set(operation.path)):
            yield node.pointer, f"{name!r} is in the path or among its parameters, but not in both"


def _house(document: Document, meaning: Meaning) -> Iterator[Mistake]:
    """What the generator needs, or would leave out without a word."""
    used = {reference for _, reference in _pointers(document)}
    for kind, component in _components(document):
        if kind != "securitySchemes" and component.place not in used:
            yield component.pointer, "nothing refers to this component"
        if kind == "schemas":
            yield from _union(component, meaning.reader.schema(component))


def _union(component: Node, schema: Schema) -> Iterator[Mistake]:
    found = shape(schema)
    if "discriminator" not in component or not found.tag:
        return
    discriminator = component.child("discriminator")
    for member in found.members.values():
        if member.declared != "const":
            yield component.pointer, f"{member.name} does not have {found.tag!r} as a required constant"
        if not member.listed:
            yield discriminator.pointer, f"the mapping names {member.name}, which the union does not list"
    for value in sorted(found.members.keys() ^ dict(discriminator.entries("mapping")).keys()):
        yield discriminator.pointer, f"{value!r} is in the mapping or the constant of a member, but not in both"
