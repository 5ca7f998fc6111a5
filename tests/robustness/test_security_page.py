"""SECURITY.md names the tests that show what it says."""

from __future__ import annotations

import re
import tomllib

from support import ROOT


def test_each_named_test_is_there() -> None:
    named = set(re.findall(r"`(test_\w+)`", (ROOT / "SECURITY.md").read_text()))
    there = set()
    for path in (ROOT / "tests").rglob("test_*.py"):
        there |= set(re.findall(r"^def (test_\w+)", path.read_text(), re.MULTILINE))
    assert len(named) > 30
    assert named - there == set()


def test_the_lowest_versions_are_those_that_are_tested() -> None:
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    floors = dict(re.findall(r"^([a-z]+)>=([\d.]+)", line)[0] for line in needed)
    listed = dict(re.findall(r"^\| ([a-z]+) \| ([\d.]+) \|", (ROOT / "SECURITY.md").read_text(), re.MULTILINE))
    tested = dict(re.findall(r"'([a-z]+)==([\d.]+)'", (ROOT / "Makefile").read_text()))
    assert listed == tested
    assert {name: version.removesuffix(".0") for name, version in tested.items()} == floors


def test_each_requirement_has_tests_of_its_number() -> None:
    numbers = set()
    for path in (ROOT / "tests" / "robustness").glob("test_*.py"):
        numbers |= set(re.findall(r"^def test_(\d\d)_", path.read_text(), re.MULTILINE))
    assert numbers == {f"{number:02}" for number in range(1, 28)}
