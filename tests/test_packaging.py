"""What is built is the same each time and holds what it should; tests_slow/test_fresh_environment.py installs it."""

from __future__ import annotations

import email
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from support import ROOT


def build(kind: str, folder: Path) -> Path:
    # With what this environment has: the test needs no package index to build.
    command = [sys.executable, "-m", "build", f"--{kind}", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = folder.iterdir()
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", tmp_path_factory.mktemp("wheel"))


def test_two_builds_are_the_same(wheel: Path, tmp_path: Path) -> None:
    assert build("wheel", tmp_path / "wheel").read_bytes() == wheel.read_bytes()
    one, other = build("sdist", tmp_path / "one"), build("sdist", tmp_path / "other")
    assert one.name == other.name
    assert one.read_bytes() == other.read_bytes()


def test_it_holds_both_packages_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for package in ("cohere_chat", "cohere_chat_api"):
        assert f"{package}/__init__.py" in names
        assert f"{package}/py.typed" in names
    assert "cohere_chat_api/openapi.json" in names
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {
        "cohere_chat",
        "cohere_chat_api",
        "pytest_cohere_chat",
    }
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_it_depends_on_httpx_attrs_and_sniffio_alone(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (name,) = (name for name in archive.namelist() if name.endswith("/METADATA"))
    metadata = email.message_from_bytes(archive.read(name))
    needed = [line for line in metadata.get_all("Requires-Dist", []) if "extra ==" not in line]
    assert sorted(line.split(">")[0].split("<")[0] for line in needed) == ["attrs", "httpx", "sniffio"]


def test_the_lowest_versions_allowed_are_those_tested() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    floors = {tuple(re.findall(r"^[a-z]+|[\d.]+", line)[:2]) for line in declared}
    tested = re.findall(r"'([a-z]+)==([\d.]+)'", (ROOT / "Makefile").read_text())
    assert {(name, version.removesuffix(".0")) for name, version in tested} == floors
    assert re.findall(r"^\| ([a-z]+) \| ([\d.]+) \|", (ROOT / "SECURITY.md").read_text(), re.MULTILINE) == tested
