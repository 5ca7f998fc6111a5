"""Print what the official SDK offers, as JSON: run it with the Python of an environment that has the package cohere.

version   the version of the package
modules   the modules that code for chat reaches for; cohere_chat.compat offers each of them
names     all public names in these modules
client    the public attributes of its clients
chat      those names that the signatures of chat() and chat_stream() lead to
"""

from __future__ import annotations

import ast
import importlib
import inspect
import json
import pkgutil
import types

import cohere

PACKAGES = ("cohere.errors", "cohere.types", "cohere.v2")
MODULES = {
    "cohere",
    "cohere.aliases",
    "cohere.client",
    "cohere.client_v2",
    "cohere.core",
    "cohere.core.api_error",
    "cohere.core.http_client",
    "cohere.core.http_response",
    "cohere.core.request_options",
    "cohere.environment",
}


def main() -> None:
    modules = set(MODULES)
    for package in PACKAGES:
        path = importlib.import_module(package).__path__
        modules |= {package, *(module.name for module in pkgutil.walk_packages(path, f"{package}."))}
    # How requests are made is the official SDK's own business.
    modules.discard("cohere.v2.raw_client")
    names = set().union(*(public(importlib.import_module(module)) for module in modules))
    clients = (cohere.Client, cohere.AsyncClient, cohere.ClientV2, cohere.AsyncClientV2)
    found = {
        "version": cohere.__version__,
        "modules": sorted(modules),
        "names": sorted(names),
        "client": sorted({name for client in clients for name in dir(client) if not name.startswith("_")}),
        "chat": sorted(names & reached(modules)),
    }
    print(json.dumps(found, indent=1))


def public(module: types.ModuleType) -> set[str]:
    """What a module lists or, if it has no list, what it defines."""
    listed = getattr(module, "__all__", None)
    if listed is not None:
        names = set(listed)
    else:
        names = {name for name, value in vars(module).items() if getattr(value, "__module__", None) == module.__name__}
    # Types that are no classes know no module.
    if module.__name__ in ("cohere", "cohere.aliases"):
        names |= vars(module).keys() - {"import_module"}
    names |= {"OMIT"} & vars(module).keys()
    return {
        name
        for name in names
        if not name.startswith("_")
        and not isinstance(getattr(module, name), types.ModuleType | types.BuiltinMethodType)
    }


def reached(modules: set[str]) -> set[str]:
    """The names of all types that the source of chat() and chat_stream() leads to, and the other names of these."""
    made: dict[str, ast.AST] = {}
    for module in modules:
        for node in ast.parse(inspect.getsource(importlib.import_module(module))).body:
            if isinstance(node, ast.ClassDef):
                made[node.name] = node
            elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                made[node.targets[0].id] = node.value
    methods = [
        node
        for node in ast.walk(made["V2Client"])
        if isinstance(node, ast.FunctionDef) and node.name in ("chat", "chat_stream")
    ]
    todo = [name for method in methods for name in _names(method)]
    names: set[str] = set()
    while todo:
        name = todo.pop()
        if name in made and name not in names:
            names.add(name)
            todo += _names(made[name])
    old = importlib.import_module("cohere.aliases")
    return names | {name for name, node in made.items() if hasattr(old, name) and names & set(_names(node))}


def _names(node: ast.AST) -> list[str]:
    return [inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)]


if __name__ == "__main__":
    main()
