"""Where httpx2 is installed and httpx is not, the client, the emulator and `import cohere` run on httpx2."""

from __future__ import annotations

import re
import subprocess
import sys
import venv
from pathlib import Path

import pytest
from support import ROOT

PROGRAM = """
import asyncio, importlib.util
import cohere_chat.compat
from cohere_chat.emulator import Emulator

assert importlib.util.find_spec("httpx") is None
cohere_chat.compat.alias_cohere()
import cohere, httpx2

messages = [{"role": "user", "content": "Hello!"}]
with Emulator() as url:
    with cohere.ClientV2("key", base_url=url) as co:
        assert co.chat(model="command-a-plus-05-2026", messages=messages).message.content
        events = list(co.chat_stream(model="command-a-plus-05-2026", messages=messages))
        assert events[-1].type == "message-end"

    async def main():
        async with cohere.AsyncClientV2("key", base_url=url) as co:
            return await co.embed(model="embed-v4.0", texts=["a"], input_type="classification")

    assert asyncio.run(main()).embeddings.float_
# The emulator has stopped.
try:
    cohere.ClientV2("key", base_url=url, max_retries=0).chat(model="m", messages=messages)
except httpx2.ConnectError as error:
    print(type(error).__name__)
"""


def test_all_runs_on_httpx2_alone(tmp_path: Path) -> None:
    venv.create(tmp_path / "venv")
    python = tmp_path / "venv" / "bin" / "python"
    metadata = (ROOT / "pyproject.toml").read_text()
    extra = re.search(r"^emulator = \[(.*?)^\]", metadata, re.DOTALL | re.MULTILINE)
    assert extra
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check", "install", "--quiet"]
    needed = ["httpx2", "attrs", "sniffio", *re.findall(r'"([^"]+)"', extra[1])]
    done = subprocess.run([*pip, *needed], capture_output=True, text=True, check=False)
    if done.returncode and "No matching distribution" in done.stderr:
        pytest.skip("the package index cannot be reached")
    assert done.returncode == 0, done.stderr
    subprocess.run([*pip, "--no-deps", str(ROOT)], check=True)
    done = subprocess.run(
        [python, "-W", "error", "-c", PROGRAM], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "ApiConnectionError\n", "")
