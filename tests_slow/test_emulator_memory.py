"""The emulator's memory does not grow with many requests at once, nor with the size of an upload."""

import asyncio
import itertools
import re
import subprocess
import sys
from pathlib import Path

import pytest
from cohere_chat._httpx import httpx

MIB = 1024 * 1024
ROW = b'{"text": "' + b"Penguins live in Antarctica. " * 1000 + b'"}\n'


@pytest.fixture
def emulator():
    """The URL of an emulator in a process of its own, and a function that tells its memory in MiB, now and at most."""
    command = [sys.executable, "-m", "cohere_chat", "emulator", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        url = process.stdout.readline().split(" until")[0].rpartition(" ")[2]

        def memory():
            status = Path(f"/proc/{process.pid}/status").read_text()
            return [int(re.search(rf"{name}:\s+(\d+) kB", status)[1]) / 1024 for name in ("VmRSS", "VmHWM")]

        yield url, memory
        process.terminate()


def embed_request(number):
    return {"model": "embed-v4.0", "input_type": "search_document", "texts": [f"text number {number}"]}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_a_thousand_embeds_at_once_need_little_memory(emulator):
    url, memory = emulator

    async def embed_all(count):
        limits = httpx.Limits(max_connections=count)
        async with httpx.AsyncClient(base_url=url, limits=limits, timeout=300) as client:
            posts = (client.post("/v2/embed", json=embed_request(number)) for number in range(count))
            return [answer.status_code for answer in await asyncio.gather(*posts)]

    assert asyncio.run(embed_all(10)) == [200] * 10
    before, _ = memory()
    assert asyncio.run(embed_all(1000)) == [200] * 1000
    _, most = memory()
    print(f"1,000 embeds at once: from {before:.0f} to at most {most:.0f} MiB")
    assert most - before < 50


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_an_upload_of_500_mb_needs_little_memory(emulator):
    url, memory = emulator
    rows = 500_000_000 // len(ROW)
    head = b'--x\r\ncontent-disposition: form-data; name="data"; filename="rows.jsonl"\r\n\r\n'
    headers = {"content-type": "multipart/form-data; boundary=x"}
    params = {"name": "large", "type": "embed-input"}
    with httpx.Client(base_url=url, timeout=600) as client:

        def upload(count):
            content = itertools.chain([head], itertools.repeat(ROW, count), [b"\r\n--x--\r\n"])
            return client.post("/v1/datasets", params=params, headers=headers, content=content).json()["id"]

        client.get(f"/v1/datasets/{upload(10)}")
        before, _ = memory()
        found = client.get(f"/v1/datasets/{upload(rows)}").json()["dataset"]
        _, most = memory()
    print(f"an upload of 500 MB, validated: from {before:.0f} to at most {most:.0f} MiB")
    assert found["validation_status"] == "validated"
    assert found["dataset_parts"][0]["num_rows"] == rows
    assert most - before < 50
