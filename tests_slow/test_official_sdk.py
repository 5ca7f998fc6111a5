"""The vendor's own SDK cannot tell the emulator from the service, and this client reads what it reads."""

import asyncio
import json
import math
import re
import subprocess
from pathlib import Path

import cohere_chat
import pytest
from cohere_chat.emulator import Emulator
from conversation import BAD_REQUESTS, REQUESTS, async_conversation, conversation
from environments import scripts_with
from whole_api import CALLS, TEXTS

TALK = Path(__file__).parent / "conversation.py"
WHOLE_API = Path(__file__).parent / "whole_api.py"


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


@pytest.fixture(scope="module")
def whole_api():
    """The names of the SDK's methods, and what a call of each gave, sync and async."""
    emulator = Emulator(processing_seconds=0.2)
    with emulator:
        command = [scripts_with("cohere==7.3.1") / "python", WHOLE_API, emulator.url]
        called = subprocess.run(command, capture_output=True, text=True, check=False)
        assert called.returncode == 0, called.stderr
        assert emulator.unknown_keys == {}
        assert {request.status for request in emulator.requests} == {200}
    # `wait` prints dots.
    return json.loads(called.stdout.splitlines()[-1].lstrip("."))


def test_every_method_of_the_sdk_is_called(whole_api):
    methods, whole, whole_async = whole_api
    assert len(methods) == 45
    assert set(methods) - set(whole) == set()
    assert set(whole_async) == set(CALLS)


def test_sync_and_async_give_the_same(whole_api):
    _, whole, whole_async = whole_api

    def same(value):
        # Ids and times are new each time.
        text = re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT[\d:.]+Z", "?", json.dumps(value))
        return re.sub(r'"organization_usage": \d+|"total_\w+": \d+', "?", text)

    # A chat with a new model is another chat; lists hold what the sync client has created as well.
    other = {"tuned chat", *(name for name in CALLS if ".list" in name)}
    for name in set(CALLS) - other:
        assert same(whole_async[name]) == same(whole[name]), name


def unit(vector):
    return math.isclose(math.hypot(*vector), 1, abs_tol=1e-4)


# What must be so of what a method gave.
PLAUSIBLE = {
    "v1.chat": lambda got: got["citations"][0]["text"] == TEXTS[0],
    "v1.chat, tools": lambda got: got["tool_calls"] == [{"name": "weather", "parameters": {"city": "Rome"}}],
    "v1.chat_stream": lambda got: got[-1]["event_type"] == "stream-end" and got[-1]["response"]["text"],
    "v1.generate": lambda got: got["generations"][0]["text"],
    "v1.generate_stream": lambda got: got[-1]["event_type"] == "stream-end",
    "v1.embed": lambda got: len(got["embeddings"]) == 120 and unit(got["embeddings"][119]),
    "v1.rerank": lambda got: got["results"][0]["document"]["text"] == TEXTS[0],
    "v1.classify": lambda got: got["classifications"][0]["prediction"] == "yes",
    "v1.summarize": lambda got: got["summary"] == " ".join(TEXTS[:2]),
    "v1.detokenize": lambda got: got["text"] == "Grüße 🐧",
    "v1.check_api_key": lambda got: got["valid"],
    "v2.chat_stream": lambda got: got[-1]["type"] == "message-end",
    "v2.embed": lambda got: len(got["embeddings"]) == 6 and unit(got["embeddings"]["float"][0]),
    "v2.embed, images": lambda got: got["images"][0]["format"] == "png",
    "v2.rerank": lambda got: [result["index"] for result in got["results"]] == [0, 1],
    "v2.parse": lambda got: got["pages"],
    "models.list": lambda got: len(got["models"]) == 2 and got["next_page_token"],
    "models.get": lambda got: got["name"] == "embed-v4.0",
    "wait, dataset": lambda got: got["dataset"]["validation_status"] == "validated",
    "datasets.list": lambda got: got["datasets"][0]["name"] == "texts",
    "datasets.get_usage": lambda got: got["organization_usage"] > 0,
    "wait, embed job": lambda got: got["status"] == "complete",
    "rows": lambda got: [row["text"] for row in got] == 2 * TEXTS and unit(got[0]["embeddings"]["float"]),
    "embed_jobs.list": lambda got: got["embed_jobs"][0]["status"] == "complete",
    "batches.create": lambda got: got["batch"]["status"] == "BATCH_STATUS_IN_PROGRESS",
    "wait, batch": lambda got: got["batch"]["status"] == "BATCH_STATUS_COMPLETED" and got["batch"]["num_records"] == 3,
    "connectors.update": lambda got: got["connector"]["name"] == "new",
    "connectors.o_auth_authorize": lambda got: got["redirect_url"].startswith("https://example.com/a?"),
    "finetuning.create_finetuned_model": lambda got: got["finetuned_model"]["status"] == "STATUS_QUEUED",
    "finetuning.update_finetuned_model": lambda got: got["finetuned_model"]["name"] == "renamed",
    "transcriptions.create": lambda got: "speech.wav" in got["text"],
}


def test_what_the_methods_give_is_plausible(whole_api):
    for values in whole_api[1:]:
        implausible = [name for name, check in PLAUSIBLE.items() if name in values and not check(values[name])]
        assert implausible == []
    assert set(PLAUSIBLE) <= set(whole_api[1])
