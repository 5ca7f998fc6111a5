"""spec_diff.py: the report as text and as JSON, and the exit status."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import spec_diff
from spec_documents import CONTRACT_FILE, DEPARTURES_FILE, VENDOR_FILE, vendor_data
from support import ROOT

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
    assert lines[0] == "known: request: required removed (additive for those who send requests): Left out."


def test_differences_and_their_summary(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(changed) == 1
    assert capsys.readouterr().out.splitlines() == [
        "request.seed: parameter added: integer (additive for those who send requests)",
        "response.finish_reason: enum value removed: COMPLETE (breaking for those who read replies)",
        "stream[type=delta].delta.finish_reason: enum value removed: COMPLETE (breaking for those who read replies)",
        "request: the departure in departures.yaml (required removed) no longer applies: remove it, and its comment "
        "in openapi.yaml",
        "3 differences: 2 breaking for those who read replies, 1 additive for those who send requests; 1 departure "
        "no longer applying; 19 known departures not shown.",
    ]


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
    assert data["differences"][0] == {
        "where": "request.seed",
        "what": "parameter",
        "change": "added",
        "from": None,
        "to": "integer",
        "effect": "additive",
        "side": "requests",
    }
    assert data["stale_departures"] == [
        {"schema": None, "at": "request", "what": "required", "change": "removed", "reason": "Left out."}
    ]
    assert len(data["known_departures"]) == 19


def test_it_is_a_command_of_its_own(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "tools" / "spec_diff.py"), str(tmp_path / "absent.yaml")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == f"spec-diff: {tmp_path / 'absent.yaml'}: cannot be read: No such file or directory\n"
