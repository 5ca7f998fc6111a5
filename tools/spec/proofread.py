"""Find the mistakes that are easily made in openapi.yaml, before the generator trips over them or over nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from jsonschema_specifications import REGISTRY as SPECIFICATIONS  # type: ignore[import-untyped]

from spec.load import Document, Node, SpecError, near, parse
from spec.normalise import Reader, Schema, read_operation, shape
from spec.write import Pointer, YamlText

_DRAFT: Final = "https://json-schema.org/draft/2020-12/"
# Those of JSON Schema and of OpenAPI's vocabulary for it.
_KEYWORDS: Final = frozenset({"discriminator", "example", "externalDocs", "xml"}).union(
    *(
        SPECIFICATIONS.contents(_DRAFT + part["$ref"])["properties"]
        for part in SPECIFICATIONS.contents(f"{_DRAFT}schema")["allOf"]
    )
)
_SCHEMA: Final = ("items", "additionalProperties", "not")
_SCHEMAS: Final = ("allOf", "oneOf", "anyOf")

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
    except SpecError as error:
        return [str(error)]
    lines = YamlText(text)
    # Each group makes sense only where the one before has found nothing.
    groups = (_references(document), _schemas(document, lines, extensions), _operation(document), _house(document))
    for found in groups:
        told = [f"{source}:{lines.line(at)}: {Node(None, at).place}: {problem}" for at, problem in found]
        if told:
            return told
    return []


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    value = node.value
    for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
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


def _inside(schema: Node) -> Iterator[Node]:
    """A schema and those in it."""
    if not isinstance(schema.value, dict):
        return
    yield schema
    inner = [node for _, node in schema.entries("properties")]
    inner += [schema.child(key) for key in _SCHEMA if key in schema]
    inner += [node for key in _SCHEMAS for node in schema.items(key)]
    for node in inner:
        yield from _inside(node)


def _schemas(document: Document, lines: YamlText, extensions: Collection[str]) -> Iterator[Mistake]:
    reader = Reader(document)
    for component in (node for kind, node in _components(document) if kind == "schemas"):
        try:
            reader.check(component)
        except SpecError as error:
            yield error.pointer, error.problem
            continue
        for schema in _inside(component):
            yield from _keywords(schema, extensions)
            for name in schema.get("required", ()):
                if name not in schema.get("properties", {}) and "allOf" not in schema:
                    hint = near(name, schema.get("properties", ()))
                    yield schema.child("required").pointer, f"{name!r} is no property{hint}"
            for value in schema.items("enum"):
                if str(value.value).lower() in _SWITCHES and lines.unquoted(value.pointer):
                    yield value.pointer, f"{value.value} is not quoted: YAML 1.1 readers take it for true or false"


def _keywords(schema: Node, extensions: Collection[str]) -> Iterator[Mistake]:
    for key in schema.value:
        if str(key).startswith("x-"):
            if key not in extensions:
                yield schema.child(key).pointer, f"nothing reads {key}{near(key, extensions)}"
        elif key not in _KEYWORDS:
            yield schema.child(key).pointer, f"there is no keyword {key!r}{near(key, _KEYWORDS)}"


def _operation(document: Document) -> Iterator[Mistake]:
    try:
        read_operation(document)
    except SpecError as error:
        yield error.pointer, error.problem


def _house(document: Document) -> Iterator[Mistake]:
    """What the templates need, or would leave out without a word."""
    reader = Reader(document)
    used = {reference for _, reference in _pointers(document)}
    for kind, component in _components(document):
        if kind != "securitySchemes" and component.place not in used:
            yield component.pointer, "nothing refers to this component"
        if kind == "schemas":
            yield from _union(component, reader.schema(component))


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
