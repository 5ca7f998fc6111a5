"""spec_diff.py: the report as text and as JSON, and the exit status."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import spec_diff
from spec.load import load
from spec_documents import CONTRACT_FILE, DATA, DEPARTURES_FILE, GONE, VENDOR_FILE, vendor_data
from support import ROOT

NO_DEPARTURES = DATA / "no_departures.yaml"
CHANGES = {
    "REQUEST.properties.seed": {"type": "integer"},
    "SCHEMAS.Reason.enum": ["ERROR"],
    "POST.requestBody.required": True,
}


def run(spec: Path, *arguments: str) -> int:
    return spec_diff.main(
        [str(spec), "--contract", str(CONTRACT_FILE), "--departures", str(DEPARTURES_FILE), *arguments]
    )


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    file = tmp_path / "vendor.json"
    file.write_text(json.dumps(vendor_data(CHANGES)))
    return file


def test_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(VENDOR_FILE) == 0
    assert capsys.readouterr().out == "No differences beyond 20 known departures.\n"


def test_known_departures_are_listed_on_demand(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(VENDOR_FILE, "--known") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 21
    assert (
        lines[0] == "known: POST /v2/chat request: required removed (additive for those who send requests): Left out."
    )


def test_differences_and_their_summary(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(changed) == 1
    assert capsys.readouterr().out.splitlines() == [
        "POST /v2/chat (v2_chat): 2 breaking, 1 additive",
        "  response.finish_reason (also at stream[type=delta].delta.finish_reason): enum value removed: COMPLETE "
        "(breaking for those who read replies)",
        "  request.seed: parameter added: integer (additive for those who send requests)",
        "",
        "request: the departure in departures.yaml (required removed) no longer applies: remove it, and its comment "
        "in openapi.yaml",
        "3 differences: 2 breaking for those who read replies, 1 additive for those who send requests; 1 departure "
        "no longer applying; 19 known departures not shown.",
    ]


def test_operations_with_a_breaking_change_come_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = vendor_data({"REQUEST.properties.k": GONE})
    data["paths"] = {"/v1/a": {"get": {"operationId": "a", "responses": {}}}} | data["paths"]
    contract = copy.deepcopy(load(str(CONTRACT_FILE)).data)
    contract["paths"] = {"/v1/a": {"get": {"operationId": "a", "deprecated": True, "responses": {}}}} | contract[
        "paths"
    ]
    (tmp_path / "contract.json").write_text(json.dumps(contract))
    (tmp_path / "vendor.json").write_text(json.dumps(data))
    assert run(tmp_path / "vendor.json", "--contract", str(tmp_path / "contract.json")) == 1
    headings = [one for one in capsys.readouterr().out.splitlines() if one[:4] in ("GET ", "POST")]
    assert headings == ["POST /v2/chat (v2_chat): 1 breaking", "GET /v1/a (a): 1 additive"]


def test_json_says_the_same(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(changed, "--json") == 1
    data: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert data["contract"] == str(CONTRACT_FILE)
    assert data["spec"] == str(changed)
    assert data["same"] is False
    assert data["summary"] == {
        "differences": 3,
        "breaking": {"requests": 0, "replies": 2},
        "additive": {"requests": 1, "replies": 0},
        "stale_departures": 1,
        "known_departures": 19,
    }
    assert data["differences"][-1] == {
        "operation": "POST /v2/chat",
        "where": "request.seed",
        "what": "parameter",
        "change": "added",
        "from": None,
        "to": "integer",
        "effect": "additive",
        "side": "requests",
    }
    assert data["stale_departures"] == [
        {
            "operation": None,
            "schema": None,
            "at": "request",
            "what": "required",
            "change": "removed",
            "reason": "Left out.",
        }
    ]
    assert len(data["known_departures"]) == 19


@pytest.mark.parametrize(
    ("changes", "status", "item"),
    [
        ({}, 0, "No differences beyond 20 known departures."),
        (
            {"REQUEST.properties.seed": {"type": "integer"}},
            1,
            "- `request.seed`: parameter added: integer (additive for those who send requests)",
        ),
        (
            {"REQUEST.properties.k": GONE},
            2,
            "- **breaking** `request.k`: parameter removed: integer, minimum 0, maximum 500, default 0 (breaking for "
            "those who send requests)",
        ),
    ],
)
def test_watching_tells_in_markdown_and_by_its_status(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], changes: dict[str, Any], status: int, item: str
) -> None:
    (tmp_path / "vendor.json").write_text(json.dumps(vendor_data(changes)))
    assert run(tmp_path / "vendor.json", "--watch") == status
    assert item in capsys.readouterr().out


def test_what_cannot_be_watched_has_a_status_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path / "absent.yaml", "--watch") == 3
    assert "cannot be read" in capsys.readouterr().err


def test_one_change_in_many_places_is_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By its component if that stands in several operations, by its statuses if that is all that differs."""
    data = vendor_data()
    chat = data["paths"]["/v2/chat"]["post"]
    contract = copy.deepcopy(load(str(CONTRACT_FILE)).data)
    contract["paths"]["/v1/chat"] = contract["paths"]["/v2/chat"]
    data["paths"]["/v1/chat"] = {"post": chat}
    data["components"]["schemas"]["Tool"]["properties"]["strict"] = {"type": "boolean"}
    for response in ("BadRequest", "RateLimit"):
        schema = data["components"]["responses"][response]["content"]["application/json"]["schema"]
        schema["properties"]["id"] = {"type": "string"}
    (tmp_path / "contract.json").write_text(json.dumps(contract))
    (tmp_path / "vendor.json").write_text(json.dumps(data))
    assert run(tmp_path / "vendor.json", "--contract", str(tmp_path / "contract.json")) == 1
    assert capsys.readouterr().out.splitlines()[:6] == [
        "In several operations: 2 additive",
        "  FunctionTool.strict: field added: boolean (additive for those who send requests)",
        "    in v2_chat",
        "  ErrorBody.id: field added: string (additive for those who read replies)",
        "    in v2_chat",
        "",
    ]


def test_a_document_that_lacks_much_seems_older(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gone = {f"REQUEST.properties.{name}": GONE for name in ("k", "mode", "tools", "options")}
    (tmp_path / "vendor.json").write_text(json.dumps(vendor_data(gone)))
    assert run(tmp_path / "vendor.json") == 1
    assert (
        "The document seems older than openapi.yaml: 4 things of openapi.yaml are not in it" in capsys.readouterr().out
    )


def test_documentation_is_told_on_request(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = vendor_data({"REQUEST.properties.mode.description": "Other words."})
    (tmp_path / "vendor.json").write_text(json.dumps(data))
    arguments = [str(tmp_path / "vendor.json"), "--contract", str(VENDOR_FILE), "--departures", str(NO_DEPARTURES)]
    assert spec_diff.main(arguments) == 0
    assert spec_diff.main([*arguments, "--documentation"]) == 1
    assert (
        "request.mode: description changed from Defaults to `AUTO`. to Other words. (documentation)"
        in capsys.readouterr().out
    )


def test_it_is_a_command_of_its_own(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "tools" / "spec_diff.py"), str(tmp_path / "absent.yaml")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == f"spec-diff: {tmp_path / 'absent.yaml'}: cannot be read: No such file or directory\n"
