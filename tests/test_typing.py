"""A program that calls every method with plain dictionaries, made from openapi.yaml, is what type checkers accept.

Programs by hand are in tests/typing/.
"""

from __future__ import annotations

import inspect
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import cohere_chat
import public_names
import pytest
from operations import OPERATIONS, Operation, resolve
from support import ROOT

IN_V2 = {operation.name for operation in OPERATIONS if operation.group == "v2"}
HEAD = """
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, assert_type

import cohere_chat as c

TIME = datetime(2026, 8, 20, tzinfo=UTC)
FILE = Path("rows.jsonl")
"""
REST = """
def streams_of_vectors(co: c.ClientV2, old: c.Client, texts: Iterator[str]) -> None:
    for stream in (
        co.embed_stream(model="m", input_type="search_query", texts=texts, embedding_types=["int8"], batch_size=10),
        old.embed_stream(texts=texts, truncate="END"),
    ):
        assert_type(stream, Iterator[c.StreamedEmbedding])

async def async_streams_of_vectors(co: c.AsyncClientV2) -> None:
    assert_type(co.embed_stream(model="m", texts=["a"]), AsyncIterator[c.StreamedEmbedding])

def jobs(co: c.Client, job: c.CreateEmbedJobResponse, data: c.DatasetsCreateResponse) -> None:
    co.wait(job, timeout=60, interval=1)
    co.wait(data)
    co.v2.wait(co.batches.retrieve("id"))

def files(co: c.ClientV2) -> None:
    with FILE.open("rb") as file:
        for data in (FILE, file, b"bytes", ("a.csv", file), ("a.csv", b"bytes", "text/csv"), ("a.csv", FILE)):
            co.datasets.create(name="d", type="embed-input", data=data)

def objects(co: c.ClientV2, batch: c.Batch) -> None:
    co.batches.create(request=batch, request_options={"timeout": 5})
    co.embed(model="m", input_type="image", inputs=[c.EmbedInput(content=[c.TextEmbedContent(text="a")])])
"""


def literal(value: Any) -> str:
    if isinstance(value, datetime | bytes):
        return "TIME" if isinstance(value, datetime) else "FILE"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name!r}: {literal(item)}" for name, item in value.items()) + "}"
    return "[" + ", ".join(map(literal, value)) + "]" if isinstance(value, list) else repr(value)


def type_of(schema: dict[str, Any]) -> str:
    """The name of what a reference to a component is read as."""
    component = resolve(schema)
    plain = not component.get("properties") and "oneOf" not in component
    return "dict[str, Any]" if plain else f"c.{schema['$ref'].rpartition('/')[2]}"


def expression(operation: Operation, method: str, *, all_fields: bool, without: frozenset[str] = frozenset()) -> str:
    group = "" if operation.group in ("v1", "v2") else f"{operation.group}."
    arguments = [
        literal(value) if it.place == "path" else f"{it.python_name}={literal(value)}"
        for it, value in operation.arguments(all_fields=all_fields).items()
        if it.name not in without
    ]
    return f"co.{group}{method}({', '.join(arguments)})"


def checks(operation: Operation, *, is_async: bool, all_fields: bool) -> Iterator[str]:
    """Calls of the methods of an operation, with the types of what they give."""
    wait, prefix = ("await ", "Async") if is_async else ("", "")
    whole = operation.replies.get("application/json")
    reply = type_of(whole["schema"]) if whole else "None"
    call = wait + expression(operation, operation.name, all_fields=all_fields)
    yield f"assert_type({call}, {reply})" if whole else call
    call = wait + expression(operation, f"with_raw_response.{operation.name}", all_fields=all_fields)
    yield f"assert_type({call}, c.HttpResponse[{reply}])"
    for media_type, about in operation.replies.items():
        if media_type != "application/json":
            kind = f"c.{prefix}{about.get('x-stream-class', 'EventStream')}"
            events = "" if "x-stream-class" in about else f"[{type_of(about['schema'])}]"
            call = expression(operation, f"{operation.name}_stream", all_fields=all_fields)
            yield f"assert_type({call}, {kind}{events})"
    if "x-pages" in operation.about and whole:
        pages = operation.about["x-pages"]
        items = resolve(resolve(whole["schema"])["properties"][pages["items"]])["items"]
        name = operation.name.replace("list", "iterate")
        paging = frozenset(pages[key] for key in ("parameter", "offset", "limit") if key in pages)
        call = expression(operation, name, all_fields=all_fields, without=paging)
        yield f"assert_type({call}, {prefix}Iterator[{type_of(items)}])"


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    lines = [HEAD]
    for name in ("ClientV2", "AsyncClientV2", "Client", "AsyncClient"):
        is_async = name.startswith("Async")
        for all_fields in (True, False):
            word = "async def" if is_async else "def"
            lines.append(f"{word} {name.lower()}_{all_fields}(co: c.{name}) -> None:".replace("True", "all"))
            for operation in OPERATIONS:
                other = operation.group == "v2" if name.endswith("Client") else operation.name in IN_V2
                if not (other and operation.group in ("v1", "v2")) or (operation.group == "v2" and "V2" in name):
                    lines += [f"    {line}" for line in checks(operation, is_async=is_async, all_fields=all_fields)]
    file = tmp_path_factory.mktemp("typing") / "every_method.py"
    file.write_text("\n".join([*lines, REST]))
    return file


@pytest.fixture
def wrong(program: Path) -> Path:
    """A file beside it with a mistake: a check that finds nothing there checks nothing."""
    file = program.with_name("wrong.py")
    file.write_text("import cohere_chat as c\n\nc.ClientV2().rerank(model=5, query='q', documents=['d'])\n")
    return file


def errors(command: list[str], *programs: Path) -> list[str]:
    """The lines about errors that a type checker finds in programs."""
    command = [sys.executable, "-m", *command, *map(str, programs)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    return [line for line in told.splitlines() if " error: " in line or " - error" in line]


def test_it_calls_every_method(program: Path) -> None:
    text = program.read_text()
    for client in public_names.CLIENTS:
        section = text.partition(f"def {client.lower()}_all(")[2].partition("def ")[0]
        start = f"cohere_chat.{client}."
        methods = {name.removeprefix(start) for name in public_names.public_names() if name.startswith(start)}
        missing = {
            name.removesuffix("()") for name in methods if name.endswith("()") and f"co.{name[:-1]}" not in section
        }
        by_hand = {name for name, thing in vars_of(client).items() if thing.__module__.startswith("cohere_chat.")}
        assert missing <= by_hand
        assert len(methods) > 40


def vars_of(client: str) -> dict[str, Any]:
    kind = getattr(cohere_chat, client)
    return {name: getattr(kind, name) for name in dir(kind) if inspect.isfunction(getattr(kind, name))}


@pytest.mark.editor
def test_mypy_accepts_it(program: Path, wrong: Path) -> None:
    [mistake] = errors(["mypy", "--strict"], program, wrong)
    assert 'wrong.py:3: error: Argument "model" to "rerank"' in mistake


@pytest.mark.editor
def test_pyright_accepts_it(program: Path, wrong: Path) -> None:
    [mistake] = errors(["pyright"], program, wrong)
    assert "wrong.py:3:" in mistake
    assert 'to parameter "model"' in mistake
