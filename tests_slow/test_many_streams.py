"""A thousand streams at once, from one client process, finish without an error."""

import asyncio
import resource
import subprocess
import sys
import time

import cohere_chat
import pytest

STREAMS = 1000
PARAMS = {"model": "command-a-plus-05-2026", "messages": [{"role": "user", "content": "Tell me about ships."}]}


@pytest.fixture
def emulator_url():
    """An emulator in a process of its own, with a file descriptor for each stream."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    need = 2 * STREAMS + 100
    if hard != resource.RLIM_INFINITY and hard < need:
        pytest.skip(f"{STREAMS} streams need {need} file descriptors; this machine allows {hard}")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, need), hard))
    command = [sys.executable, "-m", "cohere_chat.emulator", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        yield process.stdout.readline().split(" until")[0].rpartition(" ")[2]
        process.terminate()
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_a_thousand_streams_at_once_finish(emulator_url):
    async def read(client, all_are_open):
        texts = []
        async with client.chat_stream(**PARAMS) as stream:
            async for event in stream:
                if event.type == "message-start":
                    await all_are_open.wait()
                if event.type == "content-delta":
                    texts.append(event.delta.message.content.text)
        return "".join(texts)

    async def measured(parties):
        """Return seconds and texts of STREAMS streams, of which `parties` are open at the same time."""
        async with cohere_chat.AsyncClientV2(api_key="any", base_url=emulator_url, max_retries=0) as client:
            began = time.perf_counter()
            texts = []
            for _ in range(STREAMS // parties):
                # No stream goes on before all of them have begun; without an end, this would hang.
                all_are_open = asyncio.Barrier(parties)
                async with asyncio.timeout(300):
                    texts += await asyncio.gather(*(read(client, all_are_open) for _ in range(parties)))
            return time.perf_counter() - began, texts

    alone, expected = asyncio.run(measured(1))
    together, texts = asyncio.run(measured(STREAMS))
    assert texts == expected
    assert len(set(texts)) == 1
    assert len(texts) == STREAMS
    print(
        f"\n{STREAMS} streams: {alone:.1f} s one after another, {together:.1f} s at once, {together / alone:.2f} times"
    )
