"""The vendor's own SDK cannot tell the emulator from the service, and this client reads what it reads."""

import asyncio
import json
import subprocess
from pathlib import Path

import cohere_chat
import pytest
from conversation import BAD_REQUESTS, REQUESTS, async_conversation, conversation
from environments import scripts_with

TALK = Path(__file__).parent / "conversation.py"


@pytest.fixture
def official(cohere_emulator):
    """What the vendor's clients read, sync and async."""
    command = [scripts_with("cohere==7.3.1") / "python", TALK, cohere_emulator.url]
    talked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert talked.returncode == 0, talked.stderr
    return json.loads(talked.stdout)


def test_both_clients_read_the_same(official, cohere_emulator):
    with cohere_chat.ClientV2() as client:
        ours = json.loads(json.dumps(conversation(client)))
    assert ours == official[0]
    assert len(ours) == 2 * (len(REQUESTS) + 1) + len(BAD_REQUESTS)


def test_both_async_clients_read_the_same(official, cohere_emulator):
    async def talk():
        async with cohere_chat.AsyncClientV2() as client:
            return await async_conversation(client)

    ours = json.loads(json.dumps(asyncio.run(talk())))
    assert ours == official[1]
    assert len(ours) == 2 * len(REQUESTS)
