"""sync.py: what is written, told and checked, and the exit status."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
import sync
from spec_documents import CONTRACT_TEXT, DEPARTURES_FILE, GONE, vendor_data

SEED = {"REQUEST.properties.seed": {"type": "integer"}}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with the small contract, whose checks pass; there is nothing to generate."""
    (tmp_path / "openapi.yaml").write_text(CONTRACT_TEXT)
    (tmp_path / "Makefile").write_text("check:\n\t@echo checked >> log\n")
    monkeypatch.setattr(sync, "_generate", lambda root: None)
    for name in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def run(root: Path, changes: dict[str, Any], *arguments: str) -> int:
    (root / "vendor.json").write_text(json.dumps(vendor_data(changes)))
    return sync.main([str(root / "vendor.json"), "--root", str(root), "--departures", str(DEPARTURES_FILE), *arguments])


def test_nothing_to_do(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(root, {}) == 0
    assert capfd.readouterr().out == "openapi.yaml is as it was.\n"
    assert not (root / "log").exists()


def test_what_is_carried_is_written_told_and_checked(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    os.chmod(root / "openapi.yaml", 0o640)
    assert run(root, SEED) == 0
    out, err = capfd.readouterr()
    assert out == (
        "carried: v2_chat: request.seed: parameter added: integer (additive for those who send requests)\n"
        "openapi.yaml and generated/cohere_chat_api are written.\n\n"
        "For CHANGELOG.md:\n\n"
        "## Unreleased\n\n### Added\n\n- `v2_chat`: request.seed: parameter added: integer\n\n"
    )
    assert err == ""
    assert "        seed:\n          type: integer\n" in (root / "openapi.yaml").read_text()
    assert (root / "openapi.yaml").stat().st_mode & 0o777 == 0o640
    assert (root / "log").read_text() == "checked\n"


def test_what_is_left_is_told_with_the_reason(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(root, {"REQUEST.properties.k": GONE, "POST.requestBody.required": True}) == 1
    assert capfd.readouterr().out == (
        "left: v2_chat: request.k: parameter removed: integer, minimum 0, maximum 500, default 0 "
        "(breaking for those who send requests)\n"
        "    breaking for those who send requests; to carry it, ACCEPT='v2_chat:request.k'\n"
        "left: request: the departure in departures.yaml (required removed) no longer applies: remove it, and its "
        "comment in openapi.yaml\n"
        "openapi.yaml is as it was.\n"
    )
    assert (root / "openapi.yaml").read_text() == CONTRACT_TEXT


def test_what_is_accepted_is_carried(root: Path) -> None:
    assert run(root, {"REQUEST.properties.k": GONE}, "--accept", "request.k") == 0
    assert "        k:\n" not in (root / "openapi.yaml").read_text()


def test_a_failed_check_is_told_and_what_was_written_stays(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (root / "Makefile").write_text("check:\n\t@exit 3\n")
    assert run(root, SEED) == 1
    assert "sync: a check failed; what was written stays for you to look at.\n" in capfd.readouterr().err
    assert (root / "openapi.yaml").read_text() != CONTRACT_TEXT


def test_checks_can_be_left_out(root: Path) -> None:
    assert run(root, SEED, "--no-checks") == 0
    assert not (root / "log").exists()


def test_a_contract_that_is_none_is_refused(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (root / "openapi.yaml").write_text("a: [")
    assert run(root, {}) == 2
    assert f"sync: {root / 'openapi.yaml'}, line 1" in capfd.readouterr().err
    assert (root / "openapi.yaml").read_text() == "a: ["


def test_a_text_that_cannot_be_generated_from_leaves_the_old_one(
    root: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fails(*_: Any) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(sync, "_generate", fails)
    assert run(root, SEED) == 2
    assert capfd.readouterr().err == "sync: disk full\nopenapi.yaml is as it was.\n"
    assert (root / "openapi.yaml").read_text() == CONTRACT_TEXT
