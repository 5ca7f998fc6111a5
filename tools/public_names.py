"""Record the public names of this version, in tests/public_names.txt: modules, classes, methods, parameters and fields.

It adds what is new. What has gone missing stays in the list, and the exit status is 1: programs use it, so keep the old
name, with a DeprecationWarning. A name that goes on purpose is taken out of the list by hand.
"""

from __future__ import annotations

import importlib
import inspect
import sys
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final

import cohere_chat
from cohere_chat_api.types import Model

LIST: Final = Path(__file__).resolve().parent.parent / "tests" / "public_names.txt"
# The names of errors and types are at the top as well.
LISTED: Final = ["cohere_chat.errors", "cohere_chat.types"]
PARTS: Final = ["bulk", "helpers", "emulator", "compat", "observe", "otel"]
DESCRIBED: Final = ["cohere_chat", *(f"cohere_chat.{part}" for part in PARTS)]
CLIENTS: Final = ["AsyncClient", "AsyncClientV2", "Client", "ClientV2"]

# What programs construct, beside models and errors.
ROWS: Final = ["ChatRow", "EmbedRow", "RerankRow"]
BUILT: Final = [*CLIENTS, *ROWS, "RetryPolicy", "AsyncEmulator", "Emulator", "Fault"]

Names = dict[str, set[str]]


def public_names() -> Names:
    """The members of each public thing, by its name; a function's are its parameters."""
    names: Names = {"cohere_chat_api.types.Model": members(Model, ())}
    for path in LISTED + DESCRIBED:
        module = importlib.import_module(path)
        offered = dir(module) if "__dir__" in vars(module) else module.__all__
        defined = {name for name, thing in vars(module).items() if getattr(thing, "__module__", None) == path}
        names[path] = {name for name in {*defined, *offered} if name[0] != "_"}
        for name in names[path] if path in DESCRIBED else ():
            describe(names, f"{path}.{name}", getattr(module, name))
    for name in CLIENTS:
        client = getattr(cohere_chat, name)("key")
        for group in groups(client):
            describe_group(names, f"cohere_chat.{name}.{group}", getattr(client, group))
    return {name: found for name, found in names.items() if found}


def groups(owner: object) -> list[str]:
    """The groups of methods of a client or of a group."""
    return [name for name in dir(type(owner)) if isinstance(getattr(type(owner), name, None), cached_property)]


def describe_group(names: Names, path: str, group: object) -> None:
    describe(names, path, type(group))
    for inner in groups(group):
        describe_group(names, f"{path}.{inner}", getattr(group, inner))


def describe(names: Names, path: str, thing: Any) -> None:
    if inspect.isclass(thing):
        known = set(dir(Model)) if issubclass(thing, Model) else set()
        names[path] = members(thing, known)
        if issubclass(thing, Exception) or thing.__name__ in BUILT:
            names[f"{path}()"] = parameters(thing)
        for name in names[path]:
            method = inspect.getattr_static(thing, name, None)
            if inspect.isfunction(method):
                names[f"{path}.{name}()"] = parameters(method)
    elif inspect.isfunction(thing):
        names[f"{path}()"] = parameters(thing)


def members(thing: type, known: Any) -> set[str]:
    """The public attributes of a class, but for those of its known base."""
    if issubclass(thing, dict):  # a typed dictionary
        return set(thing.__annotations__)
    found = set(dir(thing)) | set(getattr(thing, "__annotations__", ()))
    builtin = {name for base in thing.__mro__ if base.__module__ == "builtins" for name in dir(base)}
    return {name for name in found - builtin - set(known) if not name.startswith("_")}


def parameters(function: Any) -> set[str]:
    try:
        signature = inspect.signature(function)
    except ValueError:
        return set()
    return {name for name, it in signature.parameters.items() if name != "self" and it.kind is not it.VAR_KEYWORD}


@cache
def find(path: str) -> Any:
    """What a public name means; of a group of methods its class."""
    if path in {"cohere_chat_api.types", *LISTED, *DESCRIBED}:
        return importlib.import_module(path)
    before, _, name = path.rpartition(".")
    owner = find(before)
    # A client is built with a key, a group of methods with what sends requests.
    if isinstance(inspect.getattr_static(owner, name, None), cached_property):
        return type(getattr(owner("key" if owner.__name__ in CLIENTS else None), name))
    return getattr(owner, name)


def read(text: str) -> Names:
    lines = (line.split() for line in text.splitlines())
    return {name: set(rest) for name, *rest in lines}


def write(names: Names) -> str:
    return "".join(f"{' '.join([name, *sorted(names[name])])}\n" for name in sorted(names))


def missing(recorded: Names, found: Names) -> list[str]:
    """What was recorded and is not there any more, as `cohere_chat.ClientV2.chat() model`."""
    return [
        f"{name} {member}"
        for name, all_ in sorted(recorded.items())
        for member in sorted(all_ - found.get(name, set()))
    ]


def main() -> None:
    recorded = read(LIST.read_text()) if LIST.exists() else {}
    found = public_names()
    LIST.write_text(write({name: found.get(name, set()) | recorded.get(name, set()) for name in {*found, *recorded}}))
    gone = missing(recorded, found)
    if gone:
        sys.exit("These names have gone missing:\n" + "\n".join(gone))


if __name__ == "__main__":
    main()
