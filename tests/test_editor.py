"""What an editor shows for a call, asked of pyright's language server as editors ask it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support import CONTRACT, ENDPOINT, ROOT

pytestmark = pytest.mark.editor

PROGRAM = 'import cohere_chat\nco = cohere_chat.ClientV2()\nreply = co.chat(model="m", messages=[])\nreply.text\n'
PARAMETERS = CONTRACT["components"]["schemas"]["V2ChatRequest"]["properties"]


class LanguageServer:
    """A language server over its standard input and output (Language Server Protocol 3.17, base protocol)."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._input, self._output = process.stdin, process.stdout

    def request(self, method: str, params: object) -> Any:
        self.send({"id": method, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == method and "method" not in message:
                return message["result"]
            if message.get("method") == "workspace/configuration":
                self.send({"id": message["id"], "result": [{} for _ in message["params"]["items"]]})
            elif "method" in message and "id" in message:
                self.send({"id": message["id"], "result": None})

    def send(self, message: dict[str, Any]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._input.write(b"Content-Length: %d\r\n\r\n%b" % (len(content), content))
        self._input.flush()

    def _receive(self) -> dict[str, Any]:
        length = 0
        while line := self._output.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        return dict(json.loads(self._output.read(length)))


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[LanguageServer, dict[str, str]]]:
    """An editor with PROGRAM open."""
    folder = tmp_path_factory.mktemp("program")
    (folder / "pyrightconfig.json").write_text(json.dumps({"extraPaths": [f"{ROOT}/overlay", f"{ROOT}/generated"]}))
    document = {"uri": (folder / "program.py").as_uri()}
    command = [str(Path(sys.executable).with_name("pyright-langserver")), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder) as process:
        server = LanguageServer(process)
        folders = [{"uri": folder.as_uri(), "name": "program"}]
        capabilities = {"workspace": {"configuration": True, "workspaceFolders": True}}
        server.request("initialize", {"processId": None, "capabilities": capabilities, "workspaceFolders": folders})
        server.send({"method": "initialized", "params": {}})
        opened = {**document, "languageId": "python", "version": 1, "text": PROGRAM}
        server.send({"method": "textDocument/didOpen", "params": {"textDocument": opened}})
        yield server, document
        process.kill()


def hover(program: tuple[LanguageServer, dict[str, str]], line: int, character: int) -> str:
    server, document = program
    position = {"line": line, "character": character}
    shown = server.request("textDocument/hover", {"textDocument": document, "position": position})
    # Without the marks that keep Markdown from reading something into it.
    return str(shown["contents"]["value"]).replace("\\", "").replace("&nbsp;", " ")


@pytest.mark.parametrize("name", ENDPOINT.parameters)
def test_hovering_over_chat_shows_what_the_contract_says(
    program: tuple[LanguageServer, dict[str, str]], name: str
) -> None:
    shown = hover(program, 2, len("reply = co.ch"))
    assert f" {name}: " in shown
    assert str(PARAMETERS[name].get("default", "")) in shown


def test_a_call_is_helped_with_every_parameter_and_its_type(program: tuple[LanguageServer, dict[str, str]]) -> None:
    server, document = program
    position = {"line": 2, "character": len("reply = co.chat(")}
    help_ = server.request("textDocument/signatureHelp", {"textDocument": document, "position": position})
    label = help_["signatures"][0]["label"]
    assert label.endswith("-> V2ChatResponse")
    for name in ENDPOINT.parameters:
        assert f" {name}: " in label
    assert "temperature: float | None" in label


def test_hovering_over_a_field_shows_its_type_and_meaning(program: tuple[LanguageServer, dict[str, str]]) -> None:
    assert "text: str" in hover(program, 3, len("reply.te"))
