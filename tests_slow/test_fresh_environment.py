"""The wheel, alone in a fresh environment, is all that a user needs."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

import pytest
from rawserver import RawServer, http
from test_packaging import build

PUBLIC = ["AsyncClientV2", "ClientV2", "NotFoundError", "OMIT", "TextContent", "UserChatMessageV2", "V2ChatResponse"]
REPLY = {"id": "1", "finish_reason": "COMPLETE", "message": {"role": "assistant"}}


def test_it_works_alone_in_a_fresh_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # With httpx, whatever the other tests run on.
    monkeypatch.delenv("COHERE_CHAT_HTTPX", raising=False)
    wheel = build("wheel", tmp_path / "wheel")
    venv.create(tmp_path / "venv")
    python = tmp_path / "venv" / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check"]
    done = subprocess.run([*pip, "install", "--quiet", wheel], capture_output=True, text=True, check=False)
    if done.returncode and "No matching distribution" in done.stderr:
        pytest.skip("the package index cannot be reached")
    assert done.returncode == 0, done.stderr
    listed = subprocess.run([*pip, "list", "--format=freeze"], capture_output=True, text=True, check=True).stdout
    installed = {line.split("==")[0].lower() for line in listed.split()}
    of_httpx = {"httpcore", "h11", "anyio", "certifi", "idna", "typing_extensions"}
    assert installed - of_httpx == {"cohere-chat", "httpx", "attrs", "sniffio"}
    program = """
import sys, cohere_chat
with cohere_chat.ClientV2("k", base_url=sys.argv[1]) as client:
    reply = client.chat(model="m", messages=[])
assert reply.id == "1", reply
"""
    with RawServer(http(200, REPLY)) as server:
        subprocess.run([python, "-W", "error", "-c", program, server.url], check=True, cwd=tmp_path)
    # Of an installed package, pyright takes for public only what is marked so.
    (tmp_path / "user.py").write_text(
        "from cohere_chat import " + ", ".join(PUBLIC) + "\nprint(" + ", ".join(PUBLIC) + ")\n"
    )
    pyright = [sys.executable, "-m", "pyright", "--pythonpath", python, "user.py"]
    done = subprocess.run(pyright, check=False, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    done = subprocess.run(
        [python, "-c", "import cohere_chat.emulator"], check=False, cwd=tmp_path, capture_output=True, text=True
    )
    assert "pip install 'cohere-chat[emulator]'" in done.stderr
