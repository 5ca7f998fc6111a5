"""Frameworks that drive the official SDK do the same on this package, through `import cohere` alone."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from environments import ROOT, scripts_with
from frameworks.recording_server import recording_server

PROGRAMS = Path(__file__).parent / "frameworks"
# With the newest official SDK that each allows; attrs is for this package.
VERSIONS = {
    "agno": ["agno==3.1.10", "cohere==7.3.1"],
    "haystack": ["cohere-haystack==11.0.0", "haystack-ai==3.4.0", "cohere==7.3.1"],
    # No framework, but a program that does with the objects what programs do.
    "objects": ["cohere==7.3.1"],
    "llama_index": [
        "llama-index-core==0.14.25",
        "llama-index-llms-cohere==0.9.0",
        "llama-index-embeddings-cohere==0.9.0",
        "llama-index-postprocessor-cohere-rerank==0.10.0",
        "cohere==5.21.1",
    ],
    "langchain": ["langchain-cohere==0.6.0", "langchain-core==1.7.2", "cohere==5.21.1"],
    "openinference": ["openinference-instrumentation-cohere==0.1.15", "opentelemetry-sdk==1.45.2", "cohere==7.3.1"],
    "opentelemetry": ["opentelemetry-instrumentation-cohere==0.62.4", "opentelemetry-sdk==1.45.2", "cohere==5.21.1"],
    "pydantic_ai": ["pydantic-ai-slim[cohere]==2.68.0", "cohere==7.3.1"],
}
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def shown(command, **variables):
    """What a program printed, without the ids that it made up itself; warnings of other people's code are theirs."""
    python, *arguments = command
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | variables
    done = subprocess.run(
        [python, "-W", "ignore", *arguments], env=environment, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(_UUID.sub("...", line)) for line in done.stdout.splitlines()]


def on_both(name, requirements):
    """What a program printed and sent on the official SDK, and what on this package."""
    python = scripts_with(*requirements, "attrs==26.1.0") / "python"
    program = PROGRAMS / f"use_{name}.py"
    with recording_server() as (url, requests):
        official = shown([python, program, url])
        sent_by_official = requests[:]
        requests.clear()
        paths = os.pathsep.join([f"{ROOT}/overlay", f"{ROOT}/generated"])
        ours = shown([python, "-m", "cohere_chat.compat", program, url], PYTHONPATH=paths)
        sent_by_ours = requests[:]
    assert {request.pop("sdk") for request in sent_by_official} == {"cohere"}
    assert {request.pop("sdk") for request in sent_by_ours} == {"cohere-chat"}
    return (official, sent_by_official), (ours, sent_by_ours)


@pytest.mark.parametrize("name", VERSIONS)
def test_a_framework_sends_and_gets_the_same_on_either_sdk(name):
    (official, sent_by_official), (ours, sent_by_ours) = on_both(name, VERSIONS[name])
    for request in sent_by_official + sent_by_ours:
        del request["others"]
    assert sent_by_ours == sent_by_official
    assert ours == official
    chats = [request["body"] for request in sent_by_ours if request["path"] == "/v2/chat"]
    if name == "llama_index":  # speaks version 1
        assert {request["path"] for request in sent_by_ours} == {"/v1/chat", "/v2/embed", "/v2/rerank"}
        return
    assert {chat["stream"] for chat in chats} == {True, False}
    assert any(chat.get("tools") for chat in chats)
