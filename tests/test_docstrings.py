"""Every public name is documented where help() and the site's reference read it: in docstrings."""

from __future__ import annotations

import ast
import importlib
import inspect
import itertools
import re
from functools import cache, cached_property
from types import FunctionType
from typing import Any

import cohere_chat
import pytest
from cohere_chat import observe
from public_names import find, public_names

_SECTION = re.compile(r"^(?:Args|Attributes):\n((?: +.*\n?|\n)+)", re.MULTILINE)
_ENTRY = re.compile(r"^ {4}(\w+(?:, \w+)*)(?: \([^)]*\))?:", re.MULTILINE)
_REFERENCE = re.compile(r"\bas for (\w+)\(\)", re.IGNORECASE)


def text_of(thing: Any) -> str:
    """The docstring of a class or function, or that of a base where a method has none. Values have their types'."""
    is_lazy = isinstance(thing, property | cached_property | classmethod)
    if inspect.isclass(thing):
        return inspect.cleandoc(thing.__doc__ or "")
    return inspect.getdoc(thing) or "" if is_lazy or inspect.isfunction(thing) else ""


def told_of(thing: Any, owner: Any) -> list[str]:
    """The docstrings that speak of a thing: its own, its bases' and constructors', and those that they refer to."""
    things = [thing, *(each for base in getattr(thing, "__mro__", ())[:-1] for each in (base, base.__init__))]
    found = [text_of(each) for each in things if inspect.isfunction(each) or inspect.isclass(each)]
    for name in _REFERENCE.findall(found[0]):
        other = next(getattr(each, name) for each in (owner, cohere_chat, cohere_chat.ClientV2) if hasattr(each, name))
        found.append(inspect.getdoc(other) or "")
    return found


@cache
def fields_with_docstrings(module: str) -> dict[str, set[str]]:
    """The attributes that are followed by a text, of each class of a module."""
    found: dict[str, set[str]] = {}
    for node in ast.parse(inspect.getsource(importlib.import_module(module))).body:
        if not isinstance(node, ast.ClassDef):
            continue
        # A typed dictionary does not know its bases when the program runs.
        found[node.name] = set().union(*(found.get(ast.unparse(base), set()) for base in node.bases))
        for field, doc in itertools.pairwise(node.body):
            if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(doc, ast.Expr):
                found[node.name].add(field.target.id)
    return found


def undocumented(path: str, names: set[str]) -> set[str]:
    """Those of the members of a module or class, or of the parameters of a function, of which no docstring tells."""
    is_call = path.endswith("()")
    thing = find(path.removesuffix("()"))
    if inspect.ismodule(thing):
        code = {name for name in names if isinstance(getattr(thing, name), type | FunctionType)}
        return {name for name in code if not text_of(getattr(thing, name))}
    told = told_of(thing, find(path.rpartition(".")[0]))
    if not told[0]:
        return {"(itself)"}
    sections = [section for text in told for section in _SECTION.findall(text)]
    listed = {name for section in sections for entry in _ENTRY.findall(section) for name in entry.split(", ")}
    left = names - listed
    for base in thing.__mro__ if left and inspect.isclass(thing) else ():
        if base.__module__.startswith("cohere_chat"):
            left -= fields_with_docstrings(base.__module__).get(base.__name__, set())
    if is_call:
        return {name for name in left if not re.search(rf"\b{name}\b", " ".join(told))}
    return {name for name in left if not text_of(inspect.getattr_static(thing, name, None))}


def test_every_public_name_is_documented() -> None:
    found = {path: undocumented(path, names) for path, names in public_names().items()}
    assert {path: names for path, names in found.items() if names} == {}


def test_a_name_without_a_docstring_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(observe, "now", lambda: 0.0, raising=False)
    monkeypatch.setattr(observe, "__all__", [*observe.__all__, "now"])
    assert undocumented("cohere_chat.observe", public_names()["cohere_chat.observe"]) == {"now"}
    assert undocumented("cohere_chat.RetryPolicy", {"max_delay", "something"}) == {"something"}
    assert undocumented("cohere_chat.ClientV2.wait()", {"job", "something"}) == {"something"}


def test_help_tells_of_the_fields_of_an_object() -> None:
    assert "    start: Where the part begins" in (inspect.getdoc(cohere_chat.types.Citation) or "")
