"""Read an OpenAPI document from a file or a URL, and find one's way in it."""

from __future__ import annotations

import difflib
import json
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import httpx
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError, YAMLWarning

TIMEOUT = 30.0  # seconds


class SpecError(Exception):
    """A document cannot be read or makes no sense.

    Args:
        place: Where: a file or URL, with a line or a JSON pointer such as `#/paths/~1v2~1chat`.
        problem: What is wrong there and, if there is one, the remedy.
        pointer: The steps of the JSON pointer.
    """

    def __init__(self, place: str, problem: str, pointer: tuple[str | int, ...] = ()) -> None:
        super().__init__(place, problem)
        self.place = place
        self.problem = problem
        self.pointer = pointer

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}"


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A value in a document, and where it is."""

    value: Any
    pointer: tuple[str | int, ...]

    @property
    def place(self) -> str:
        """The JSON pointer as a URI fragment (RFC 6901, section 6, without percent-encoding)."""
        return "#" + "".join(f"/{str(token).replace('~', '~0').replace('/', '~1')}" for token in self.pointer)

    def __contains__(self, key: str) -> bool:
        return isinstance(self.value, dict) and key in self.value

    def get(self, key: str, default: Any = None) -> Any:
        return self.value.get(key, default) if isinstance(self.value, dict) else default

    def has(self, key: str, kind: type) -> bool:
        return isinstance(self.get(key), kind)

    def child(self, *tokens: str | int) -> Node:
        value = self.value
        for token in tokens:
            value = value[token]
        return Node(value, (*self.pointer, *tokens))

    def entries(self, key: str) -> Iterator[tuple[str, Node]]:
        """The entries of the mapping under `key`; none if there is no such mapping."""
        for name in self.value[key] if self.has(key, dict) else ():
            yield str(name), self.child(key, name)

    def items(self, key: str) -> Iterator[Node]:
        """The items of the list under `key`; none if there is no such list."""
        for index in range(len(self.value[key]) if self.has(key, list) else 0):
            yield self.child(key, index)


@dataclass(frozen=True, slots=True)
class Document:
    """An OpenAPI document.

    Args:
        source: Its path or URL, for messages.
        data: What is in it.
        defects: What is wrong in it and was read past, by the place in it.
    """

    source: str
    data: dict[str, Any]
    defects: dict[tuple[str | int, ...], str] = field(default_factory=dict)
    root: Node = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "root", Node(self.data, ()))

    @property
    def version(self) -> str:
        """The version of OpenAPI."""
        return str(self.data["openapi"])

    @property
    def schemas(self) -> dict[str, Any]:
        """The components/schemas."""
        components = self.root.child("components") if "components" in self.root else self.root
        return components.value["schemas"] if components.has("schemas", dict) else {}

    def error(self, node: Node, problem: str) -> SpecError:
        return SpecError(f"{self.source}{node.place}", problem, node.pointer)

    def note(self, node: Node, problem: str) -> None:
        """Take a defect down, to read on."""
        self.defects.setdefault(node.pointer, problem)

    def find(self, node: Node) -> Node | None:
        """Follow the $ref that `node` is, if it is one; if it leads nowhere, take that down."""
        try:
            return self.resolve(node)
        except SpecError as error:
            self.defects.setdefault(error.pointer, error.problem)
            return None

    def target(self, node: Node, reference: str) -> Node:
        """The node that `reference`, which stands in `node`, points at.

        Raises:
            SpecError: There is none, or it is in another document.
        """
        if not reference.startswith("#/"):
            raise self.error(node, f"$ref {reference!r} leaves the document; bundle it into one file first")
        found: Any = self.data
        pointer: list[str | int] = []
        for token in unquote(reference[2:]).split("/"):
            key: str | int = token.replace("~1", "/").replace("~0", "~")
            if isinstance(found, list) and str(key).isdecimal():
                key = int(key)
            try:
                found = found[key]
            except (KeyError, IndexError, TypeError):
                names = found if isinstance(found, dict) else ()
                raise self.error(node, f"dangling $ref {reference!r}: there is no {key!r}{near(key, names)}") from None
            pointer.append(key)
        return Node(found, tuple(pointer))

    def resolve(self, node: Node) -> Node:
        """Follow the $ref that `node` is, if it is one; used where a $ref replaces the whole object.

        Raises:
            SpecError: It leads nowhere.
        """
        seen = {node.pointer}
        while "$ref" in node:
            node = self.target(node, str(node.value["$ref"]))
            if node.pointer in seen:
                raise self.error(node, "the $refs lead in a circle")
            seen.add(node.pointer)
        return node


def near(name: object, names: Iterable[object]) -> str:
    """A suggestion, if one of the names is near."""
    found = difflib.get_close_matches(str(name), [str(other) for other in names], n=1)
    return f"; did you mean {found[0]!r}?" if found else ""


def load(source: str) -> Document:
    """Read the OpenAPI document at a path or an http(s) URL.

    Raises:
        SpecError: It cannot be read, or is no OpenAPI 3 document.
    """
    return parse(read(source), source)


def read(source: str) -> str:
    """The text at a path or an http(s) URL."""
    if source.lower().startswith(("http://", "https://")):
        content = _fetch(source)
    else:
        try:
            content = Path(source).read_bytes()
        except OSError as error:
            raise SpecError(source, f"cannot be read: {error.strerror or error}") from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SpecError(source, f"is not UTF-8 text: {error}") from error


def _fetch(url: str) -> bytes:
    try:
        response = httpx.get(url, follow_redirects=True, timeout=TIMEOUT)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise SpecError(url, f"cannot be fetched: {error or type(error).__name__}") from error
    if not response.is_success:
        raise SpecError(url, f"answered {response.status_code} {response.reason_phrase}, not the document")
    return response.content


def parse(text: str, source: str) -> Document:
    """Read the text of an OpenAPI document, YAML 1.2 or JSON.

    Raises:
        SpecError: It is neither, or no OpenAPI 3 document.
    """
    if text.lstrip().startswith("<"):
        raise SpecError(source, "is HTML or XML, not YAML or JSON: take the address of the raw file")
    try:
        data = _json(text) or read_yaml(text, source)
        # YAML can tie a node to itself; JSON and everything after this cannot.
        json.dumps(data, default=str)
    except (ValueError, RecursionError) as error:
        raise SpecError(source, f"is not a document: {error}") from error
    version = data.get("openapi") if isinstance(data, dict) else None
    if not str(version).startswith("3."):
        found = f"`openapi` is {version!r}" if version else "there is no `openapi` at its top"
        raise SpecError(source, f"is no OpenAPI 3 document: {found}")
    return Document(source, data)


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


def read_yaml(text: str, source: str) -> Any:
    """The data that a text says; `source` is for messages."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", YAMLWarning)
            return YAML(typ="safe", pure=True).load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"{source}, line {mark.line + 1}, column {mark.column + 1}" if mark else source
        raise SpecError(place, f"is not YAML: {error.problem or error.context}") from error
    except YAMLError as error:
        raise SpecError(source, f"is not YAML: {error}") from error
