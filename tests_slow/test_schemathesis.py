"""Schemathesis finds no request for which the emulator breaks openapi.yaml."""

import importlib.resources
import json
import subprocess
from collections import Counter

import pytest
from cohere_chat.emulator import Emulator
from environments import scripts_with

# The emulator knows models by the form of their names, and asks for what makes sense beyond the contract; without
# this nearly every request made from the contract would end there.
NARROWER = {
    "V2ChatRequest": {
        "model": {"enum": ["command-a-plus-05-2026", "command-a-reasoning-08-2025"]},
        "messages": {"minItems": 1},
    },
    "ChatRequest": {"model": {"enum": ["command-r-plus"]}, "message": {"minLength": 1}},
    "GenerateRequest": {"model": {"enum": ["command-r"]}},
    "SummarizeRequest": {"model": {"enum": ["command-r"]}},
    "EmbedRequest": {"model": {"enum": ["embed-english-v2.0"]}, "texts": {"minItems": 1}},
    "V2EmbedRequest": {"model": {"enum": ["embed-v4.0"]}, "texts": {"minItems": 1}},
    "RerankRequest": {"model": {"enum": ["rerank-v3.5"]}, "documents": {"minItems": 1}},
    "V2RerankRequest": {"model": {"enum": ["rerank-v4.0-pro"]}, "documents": {"minItems": 1}},
    "TokenizeRequest": {"model": {"enum": ["command-r"]}},
    "DetokenizeRequest": {"model": {"enum": ["command-r"]}},
    "AudioTranscriptionsCreateRequest": {"model": {"enum": ["cohere-transcribe-03-2026"]}},
}
STREAMED = ("V2ChatRequest", "ChatRequest", "GenerateRequest")
# For streams, `stream` is required here, which the emulator does not know. Schemathesis takes lines
# of JSON for one JSON; tests/emulator checks each line.
KINDS = {
    "json": ("", ""),
    "events": ("--include-path /v2/chat", ",negative_data_rejection"),
    "lines": ("--include-path-regex ^/v1/(chat|generate)$", ",negative_data_rejection,response_schema_conformance"),
}
# The emulator takes any key, and refuses more than the contract can say, such as REQUIRED without tools.
EXCLUDED = "ignored_auth,positive_data_acceptance"


@pytest.mark.parametrize("kind", KINDS)
def test_no_request_breaks_the_contract(tmp_path, kind):
    selected, excluded = KINDS[kind]
    stream = kind != "json"
    contract = json.loads(importlib.resources.files("cohere_chat_api").joinpath("openapi.json").read_bytes())
    schemas = contract["components"]["schemas"]
    for name, narrower in NARROWER.items():
        for field, more in narrower.items():
            schemas[name]["properties"][field].update(more)
    for name in STREAMED:
        schemas[name]["properties"]["stream"].update({"const": stream})
        if stream:
            schemas[name]["required"].append("stream")
    # A header that may have any text: schemathesis makes texts of it that its own client cannot send.
    for operation in (operation for path in contract["paths"].values() for operation in path.values()):
        operation["parameters"] = [each for each in operation["parameters"] if "ClientName" not in each.get("$ref", "")]
    # Schemathesis wants to hear of the JSON text in a frame; the contract speaks of what is read from it.
    frame = schemas["V2ChatStreamFrame"]["properties"]
    frame["data"] = {"type": "string", "contentMediaType": "application/json", "contentSchema": frame["data"]}
    (tmp_path / "openapi.json").write_text(json.dumps(contract))
    schemathesis = scripts_with("schemathesis==4.32.5") / "schemathesis"
    options = f"--checks all --exclude-checks {EXCLUDED}{excluded} --max-examples 15 --seed 1 {selected}"
    options += " --continue-on-failure --no-color"
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
        answered = Counter((request.operation, request.status) for request in emulator.requests)
    assert run.returncode == 0, run.stdout[-5000:]
    assert {status for _, status in answered} <= {200, 400, 401, 404, 422}
    operations = {operation for operation, _ in answered}
    assert len(operations) == {"json": 42, "events": 1, "lines": 2}[kind]
