"""Schemathesis finds no request for which the emulator breaks openapi.yaml."""

import importlib.resources
import json
import subprocess
from collections import Counter

import pytest
from cohere_chat.emulator import Emulator
from environments import scripts_with

# The emulator knows models by the form of their names and wants a message; without this nearly every request
# made from the contract would end there.
NARROWER = {"model": {"enum": ["command-a-plus-05-2026", "command-a-reasoning-08-2025"]}, "messages": {"minItems": 1}}
# The emulator takes any key, and refuses more than the contract can say, such as REQUIRED without tools.
EXCLUDED = "ignored_auth,positive_data_acceptance"


@pytest.mark.parametrize("stream", [False, True], ids=["json", "stream"])
def test_no_request_breaks_the_contract(tmp_path, stream):
    contract = json.loads(importlib.resources.files("cohere_chat_api").joinpath("openapi.json").read_bytes())
    request = contract["components"]["schemas"]["V2ChatRequest"]
    request["required"].append("stream")
    for name, more in {**NARROWER, "stream": {"const": stream}}.items():
        request["properties"][name].update(more)
    # Schemathesis wants to hear of the JSON text in a frame; the contract speaks of what is read from it.
    frame = contract["components"]["schemas"]["V2ChatStreamFrame"]["properties"]
    frame["data"] = {"type": "string", "contentMediaType": "application/json", "contentSchema": frame["data"]}
    (tmp_path / "openapi.json").write_text(json.dumps(contract))
    schemathesis = scripts_with("schemathesis==4.32.5") / "schemathesis"
    options = f"--checks all --exclude-checks {EXCLUDED} --max-examples 60 --seed 1 --continue-on-failure --no-color"
    emulator = Emulator(require_key=True)
    with emulator:
        where = [tmp_path / "openapi.json", "--url", emulator.url, "--header", "Authorization: Bearer any"]
        run = subprocess.run(
            [schemathesis, "run", *where, *options.split()],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
        )
        statuses = Counter(request.status for request in emulator.requests)
    assert run.returncode == 0, run.stdout[-5000:]
    assert statuses[200] >= 50, statuses
    assert statuses[400] >= 50, statuses
    assert set(statuses) <= {200, 400, 401, 404, 422}
