"""generated/ is what openapi.yaml gives, and what openapi.yaml gains reaches chat() by generating alone."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import generate
import pytest
from support import ROOT


def run(scratch: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *arguments]
    path = f"{scratch / 'overlay'}:{scratch / 'generated'}"
    return subprocess.run(
        command,
        cwd=scratch,
        env={**os.environ, "PYTHONPATH": path, "MYPYPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )


def edit(scratch: Path, component: str, old: str, new: str) -> None:
    """Replace what stands once in a component of the contract."""
    contract = scratch / "openapi.yaml"
    before, head, text = contract.read_text().partition(f"\n    {component}:\n")
    end = re.search(r"\n    \w+:\n|$", text)
    assert end
    section, rest = text[: end.start()], text[end.start() :]
    assert section.count(old) == 1, section
    contract.write_text(before + head + section.replace(old, new) + rest)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout whose contract is that of the tests of the generator, with what is generated from it."""
    root = tmp_path_factory.mktemp("library")
    shutil.copy(ROOT / "tests/generator/library.yaml", root / "openapi.yaml")
    shutil.copy(ROOT / "generator-config.yaml", root)
    shutil.copytree(ROOT / "templates", root / "templates")
    assert told(root) == ""
    return root


@pytest.fixture
def library(written: Path, tmp_path: Path) -> Path:
    """A copy of it to change at will."""
    return shutil.copytree(written, tmp_path, dirs_exist_ok=True)


def told(root: Path, *arguments: str) -> str:
    """What the command tells when it fails: it is run in this process, which has all that it imports."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", os.environ["PATH"])
        patch.setattr(sys, "argv", ["generate.py", "--root", str(root), *arguments])
        try:
            generate.main()
        except SystemExit as failure:
            return str(failure.code)
    return ""


def test_it_is_fresh() -> None:
    assert told(ROOT, "--check") == ""


@pytest.mark.parametrize(
    ("there", "complaint"),
    [
        ({"a.py": b"1\n", "b.py": b"2\n", "c.py": b"3\n"}, "c.py: no such file is generated"),
        ({"a.py": b"1\n"}, "b.py: missing"),
        ({"a.py": b"1\n", "b.py": b"edited\n"}, "-edited"),
        ({"a.py": b"1\n", "b.py": b"2\n\n"}, "b.py"),
    ],
)
def test_stray_missing_and_edited_files_are_found(there: dict[str, bytes], complaint: str) -> None:
    wanted = {"a.py": b"1\n", "b.py": b"2\n"}
    assert generate.differences(wanted, wanted) == []
    assert complaint in "".join(generate.differences(there, wanted))


def test_the_check_reads_every_file(tmp_path: Path) -> None:
    for name in ("a.py", "py.typed", "groups/b.txt", "__pycache__/a.pyc"):
        (tmp_path / "made" / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / "made" / name).write_text("x")
    assert sorted(generate.read_trees(tmp_path, [Path("made")])) == ["made/a.py", "made/groups/b.txt", "made/py.typed"]


def generated(root: Path) -> dict[str, bytes]:
    return generate.read_trees(root, [generate.TARGET])


def test_a_stale_package_fails_the_check_and_stays_as_it_is(library: Path) -> None:
    assert told(library, "--check") == ""
    edit(library, "Answer", "description: An answer.", "description: A reply.")
    before = generated(library)
    failure = told(library, "--check")
    assert "run `make generate`" in failure
    assert '+    """A reply.' in failure
    assert generated(library) == before


@pytest.mark.parametrize(
    ("component", "old", "new", "mistake"),
    [
        # More of the first are in spec/test_proofread.py, of the second in generator/test_refusals.py.
        ("Asked", "[role, text]", "[role, txt]", "Asked/required: 'txt' is no property; did you mean 'text'?"),
        # Right for JSON Schema, but not for openapi-python-client.
        ("Answered", "text: {type: string}", "text: {type: integer, enum: [1, x]}", "Answered/properties/text: "),
    ],
)
def test_a_mistake_in_the_contract_is_told_in_a_line_and_nothing_is_written(
    library: Path, component: str, old: str, new: str, mistake: str
) -> None:
    before = generated(library)
    edit(library, component, old, new)
    line, rest = told(library).splitlines()
    assert mistake in line
    assert rest == "generated/cohere_chat_api is as it was."
    assert generated(library) == before


def test_a_contract_that_is_no_text_is_told_in_a_line(library: Path) -> None:
    (library / "openapi.yaml").write_bytes(b"openapi: \xff")
    line, _ = told(library).splitlines()
    assert "openapi.yaml: is not UTF-8 text" in line


def test_what_is_written_is_told_in_a_line() -> None:
    there = {f"generated/models/{name}.py": b"1" for name in ("__init__", "a", "b")}
    assert generate.summary(there, there) == "generated/cohere_chat_api: 2 models; nothing changed."
    wanted = {"models/__init__.py": b"2", "models/a.py": b"1", "models/c.py": b"1", "models/d.py": b"1"}
    assert generate.summary(there, {f"generated/{name}": text for name, text in wanted.items()}) == (
        "generated/cohere_chat_api: 3 models; changed generated/models/__init__.py; "
        "added generated/models/c.py, generated/models/d.py; removed generated/models/b.py."
    )
    many = {f"{number}.py": b"" for number in range(12)}
    assert generate.summary({}, many).endswith("7.py and 4 more.")


def test_every_file_names_the_command_that_makes_it() -> None:
    files = sorted((ROOT / generate.TARGET).rglob("*.py"))
    assert len(files) > 60
    for file in files:
        assert file.read_text().startswith("# Made by `make generate` from openapi.yaml. Do not edit.\n"), file


PROGRAM = """
import json
import httpx
import cohere_chat

REPLY = {
    "id": "1",
    "finish_reason": "PAUSED",
    "message": {"role": "assistant", "content": [{"type": "audio", "seconds": 2.5}]},
    "usage": {"reasoning_tokens": 7},
}
sent: list[dict[str, object]] = []

def answer(request: httpx.Request) -> httpx.Response:
    sent.append(json.loads(request.content))
    return httpx.Response(200, json=REPLY)

co = cohere_chat.ClientV2("k", httpx_client=httpx.Client(transport=httpx.MockTransport(answer)))
reply = co.chat(model="m", messages=[{"role": "critic", "verdict": "good"}], foo="bar")
assert sent[0]["foo"] == "bar"
assert reply.finish_reason == "PAUSED"
finish: cohere_chat.ChatFinishReason = "PAUSED"
assert reply.usage and reply.usage.reasoning_tokens == 7
content = reply.message.content
assert content
if content[0].type == "audio":
    seconds: float | None = content[0].seconds
    assert seconds == 2.5
assert isinstance(content[0], cohere_chat.AudioContent)
"""
WRONG = """
import cohere_chat

co = cohere_chat.ClientV2("k")
co.chat(model="m", messages=[], foo=5)
co.chat(model="m", messages=[{"role": "critic", "verdict": 5}])
finish: cohere_chat.ChatFinishReason = "PAUSSED"
"""


def add_to_chat(scratch: Path) -> None:
    """A parameter, a finish_reason, a content type, a field, a role."""
    foo = "        foo:\n          type: string\n        max_tokens:\n"
    edit(scratch, "V2ChatRequest", "        max_tokens:\n", foo)
    edit(scratch, "ChatFinishReason", '"COMPLETE", "STOP_SEQUENCE"', '"PAUSED", "COMPLETE", "STOP_SEQUENCE"')
    tokens = "        reasoning_tokens:\n          type: number\n        cached_tokens:\n"
    edit(scratch, "Usage", "        cached_tokens:\n", tokens)
    edit(
        scratch,
        "ThinkingContent",
        "      type: object",
        """      type: object
      required: [type]
      properties:
        type:
          type: string
          const: audio
        seconds:
          type: number
    CriticChatMessageV2:
      type: object
      required: [role, verdict]
      properties:
        role:
          type: string
          const: critic
        verdict:
          type: string
    ThinkingContent:
      type: object""",
    )
    contract = scratch / "openapi.yaml"
    contract.write_text(contract.read_text().replace("\n    ThinkingContent:\n", "\n    AudioContent:\n", 1))
    last = '        - $ref: "#/components/schemas/ThinkingContent"\n'
    edit(scratch, "AssistantMessageResponseContentItem", last, last + last.replace("Thinking", "Audio"))
    last = '        - $ref: "#/components/schemas/ToolChatMessageV2"\n'
    edit(scratch, "ChatMessageV2", last, last + last.replace("Tool", "Critic"))
    for union, value, new, old in (
        (
            "AssistantMessageResponseContentItem",
            "audio",
            "AudioContent",
            'thinking: "#/components/schemas/ThinkingContent',
        ),
        ("ChatMessageV2", "critic", "CriticChatMessageV2", 'tool: "#/components/schemas/ToolChatMessageV2'),
    ):
        edit(
            scratch,
            union,
            f'          {old}"\n',
            f'          {old}"\n          {value}: "#/components/schemas/{new}"\n',
        )


ODD = """
        nullable:
          type: [string, "null"]
        nullable_list:
          type: [array, "null"]
          items:
            type: string
        several:
          type: [number, string]
        choice:
          type: string
          enum: ["a", null]
        union_or_null:
          oneOf:
            - $ref: "#/components/schemas/Content"
            - type: "null"
        text_object_or_list:
          oneOf:
            - type: string
            - $ref: "#/components/schemas/ImageUrl"
            - type: array
              items:
                $ref: "#/components/schemas/Source"
        children:
          type: array
          items:
            $ref: "#/components/schemas/{name}"
        from:
          type: string
        x-y:
          type: integer
        self:
          type: string
        dict:
          type: object
          additionalProperties: true
        to_dict:
          type: boolean
"""
ODD_PROGRAM = """
from cohere_chat import Usage

source = {
    "nullable": None,
    "nullable_list": ["a"],
    "union_or_null": {"type": "text", "text": "t"},
    "text_object_or_list": [{"type": "tool", "id": "1"}],
    "children": [{"x-y": 1, "children": None}],
    "from": "f", "self": "s", "dict": {"a": 1}, "to_dict": True, "choice": "b",
}
usage = Usage.from_dict(source)
assert usage.to_dict() == source
assert usage.union_or_null and usage.union_or_null.type == "text" and usage.union_or_null.text == "t"
items = usage.text_object_or_list
assert isinstance(items, list) and items[0].type == "tool" and items[0].id == "1"
assert usage.children and usage.children[0].x_y == 1
assert (usage.from_, usage.self_, usage.dict_, usage.to_dict_, usage.choice) == ("f", "s", {"a": 1}, True, "b")
assert Usage(from_="f", self_="s").to_dict() == {"from": "f", "self": "s"}
"""


def add_odd_schemas(scratch: Path) -> None:
    for name, before in (("Usage", "cached_tokens"), ("Document", "id")):
        edit(scratch, name, f"        {before}:\n", ODD.lstrip("\n").replace("{name}", name) + f"        {before}:\n")


OPERATION = """
  /v1/shelves/{shelfId}/books:
    post:
      tags: [shelves]
      operationId: shelves_put
      summary: Put a book on a shelf.
      parameters:
        - name: shelfId
          in: path
          required: true
          description: The shelf.
          schema:
            type: string
        - name: dryRun
          in: query
          description: Whether to look only.
          schema:
            type: boolean
      requestBody:
        required: true
        content:
          application/json:
            schema:
              $ref: "#/components/schemas/Book"
      responses:
        "200":
          description: The book.
          content:
            application/json:
              schema:
                $ref: "#/components/schemas/Book"
"""
BOOK = """    Book:
      type: object
      description: A book.
      required: [title]
      properties:
        title:
          type: string
          description: Its title.
"""
SHELVES_PROGRAM = """
import asyncio
import httpx
import cohere_chat

def answer(request: httpx.Request) -> httpx.Response:
    assert request.method == "POST"
    assert request.url.raw_path == b"/v1/shelves/a%2Fb/books?dryRun=true"
    return httpx.Response(200, content=request.content)

transport = httpx.MockTransport(answer)
for co in (cohere_chat.Client("k", httpx_client=httpx.Client(transport=transport)),
           cohere_chat.ClientV2("k", httpx_client=httpx.Client(transport=transport))):
    title: str = co.shelves.put("a/b", title="t", dry_run=True).title
    status: int = co.with_raw_response.shelves.put("a/b", title="t", dry_run=True).status_code
    assert (title, status) == ("t", 200)
    assert "title: Its title (required)." in (co.shelves.put.__doc__ or "")

async def put() -> None:
    client = httpx.AsyncClient(transport=transport)
    for co in (cohere_chat.AsyncClient("k", httpx_client=client), cohere_chat.AsyncClientV2("k", httpx_client=client)):
        title: str = (await co.shelves.put("a/b", title="t", dry_run=True)).title
        assert title == "t"

asyncio.run(put())
"""


def add_operation(scratch: Path) -> None:
    """With path, query and body parameters."""
    contract = scratch / "openapi.yaml"
    text = contract.read_text().replace("\npaths:\n", "\npaths:" + OPERATION, 1)
    contract.write_text(text.replace("\n  schemas:\n", "\n  schemas:\n" + BOOK, 1))


PROGRAMS = {"chat": PROGRAM, "odd": ODD_PROGRAM, "shelves": SHELVES_PROGRAM}


@pytest.fixture(scope="module")
def gained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sources to whose contract members of a chat, schemas of any shape and an operation were added, and no more."""
    root = tmp_path_factory.mktemp("gained")
    for name in ("openapi.yaml", "generator-config.yaml", "pyproject.toml"):
        shutil.copy(ROOT / name, root)
    for name in ("templates", "generated", "overlay"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    add_odd_schemas(root)
    add_to_chat(root)
    add_operation(root)
    assert told(root) == ""
    for name, text in PROGRAMS.items():
        (root / f"{name}_program.py").write_text(text)
    return root


def test_what_the_contract_gains_is_usable(gained: Path) -> None:
    done = run(gained, "-W", "error", "-c", "\n".join(f"import {name}_program" for name in PROGRAMS))
    assert done.returncode == 0, done.stderr


@pytest.mark.editor
def test_what_the_contract_gains_is_type_checked(gained: Path) -> None:
    (gained / "wrong.py").write_text(WRONG)
    modules = [option for name in PROGRAMS for option in ("-m", f"{name}_program")]
    checked = run(gained, "-m", "mypy", "--strict", *modules, "-m", "wrong", "-p", "cohere_chat_api")
    found = {":".join(line.split(":")[:2]) for line in checked.stdout.splitlines() if ": error:" in line}
    assert found == {"wrong.py:5", "wrong.py:6", "wrong.py:7"}, checked.stdout
