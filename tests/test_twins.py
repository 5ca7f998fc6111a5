"""The synchronous and the asynchronous files are the same text but for async, await and the names."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path

import cohere_chat
import pytest

OVERLAY = Path(cohere_chat.__file__).parent

# Names that differ; everything else is a difference that nobody meant.
NAMES = {
    "StopAsyncIteration": "StopIteration",
    "asyncio": "time",
    "anext": "next",
    "aclose": "close",
    "aread": "read",
    "__aenter__": "__enter__",
    "__aexit__": "__exit__",
    "__aiter__": "__iter__",
    "__anext__": "__next__",
}
TYPES = {
    "AsyncGenerator[V2ChatStreamResponse, None]": "Generator[V2ChatStreamResponse, None, None]",
    "Awaitable[AsyncEventReader]": "EventReader",
    "Awaitable[T]": "T",
}


class Synchronous(ast.NodeTransformer):
    """Takes async and await out, and gives names their synchronous form."""

    def visit_Await(self, node: ast.Await) -> ast.AST:
        return self.visit(node.value)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        # Threads are not cancelled.
        shielded = isinstance(node.func, ast.Name) and node.func.id == "shielded"
        return self.visit(node.args[0]) if shielded else self.generic_visit(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        return self.visit(ast.FunctionDef(**dict(ast.iter_fields(node))))

    def visit_AsyncFor(self, node: ast.AsyncFor) -> ast.AST:
        return self.visit(ast.For(**dict(ast.iter_fields(node))))

    def visit_AsyncWith(self, node: ast.AsyncWith) -> ast.AST:
        return self.visit(ast.With(**dict(ast.iter_fields(node))))

    def visit_Expr(self, node: ast.Expr) -> ast.AST | None:
        is_docstring = isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        return None if is_docstring else self.generic_visit(node)

    def visit_Import(self, node: ast.Import) -> ast.AST | None:
        return None

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.AST | None:
        return None


def synchronous(name: str) -> str:
    """The statements of a file without docstrings and imports, in the synchronous spelling."""
    tree = ast.fix_missing_locations(Synchronous().visit(ast.parse((OVERLAY / name).read_text())))
    text = ast.unparse(tree)
    for there, here in TYPES.items():
        text = text.replace(there, here)
    return re.sub(r"\w+", lambda word: NAMES.get(word[0], re.sub("^(Async|async_)", "", word[0])), text)


@pytest.mark.parametrize("name", ["client", "stream"])
def test_the_twins_do_the_same(name: str) -> None:
    assert synchronous(f"_async_{name}.py") == synchronous(f"_{name}.py")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (cohere_chat.ClientV2, cohere_chat.AsyncClientV2),
        (cohere_chat.ChatStream, cohere_chat.AsyncChatStream),
    ],
)
def test_the_twins_offer_the_same(one: type, other: type) -> None:
    public = [name for name in dir(one) if not name.startswith("_") and name != "close"]
    assert public == [name for name in dir(other) if not name.startswith("_") and name != "aclose"]
    for name in public:
        if inspect.isfunction(getattr(one, name)):
            parameters = inspect.signature(getattr(one, name)).parameters
            assert list(parameters) == list(inspect.signature(getattr(other, name)).parameters)
