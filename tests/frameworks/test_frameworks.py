"""Frameworks that drive the official SDK do the same on this package, through `import cohere` alone."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from environments import Environment
from recording_server import recording_server

PROGRAMS = sorted(Path(__file__).parent.glob("use_*.py"))
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def shown(output: str) -> list[Any]:
    """What a program printed, without the ids that it made up itself."""
    return [json.loads(_UUID.sub("...", line)) for line in output.splitlines()]


@pytest.mark.frameworks
@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.stem.removeprefix("use_"))
def test_a_framework_sends_and_gets_the_same_on_either_sdk(program: Path) -> None:
    environment = Environment(program.stem.removeprefix("use_"))
    with recording_server() as (url, requests):
        official = shown(environment.run(program, url))
        sent_by_official = requests[:]
        requests.clear()
        ours = shown(environment.run("-m", "cohere_chat.compat", program, url, with_ours=True))
        sent_by_ours = requests[:]
    assert {request.pop("sdk") for request in sent_by_official} == {"cohere"}
    assert {request.pop("sdk") for request in sent_by_ours} == {"cohere-chat"}
    assert sent_by_ours == sent_by_official
    assert ours == official
    assert {request["body"]["stream"] for request in sent_by_ours} == {True, False}
    assert any(request["body"].get("tools") for request in sent_by_ours)
