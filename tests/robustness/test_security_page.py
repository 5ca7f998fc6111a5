"""SECURITY.md names the tests that show what it says."""

from __future__ import annotations

import re

from support import ROOT


def test_each_named_test_is_there() -> None:
    named = set(re.findall(r"`(test_\w+)`", (ROOT / "SECURITY.md").read_text()))
    there = set()
    for path in (ROOT / "tests").rglob("test_*.py"):
        there |= set(re.findall(r"^def (test_\w+)", path.read_text(), re.MULTILINE))
    assert len(named) > 30
    assert named - there == set()


def test_each_requirement_has_tests_of_its_number() -> None:
    numbers = set()
    for path in (ROOT / "tests" / "robustness").glob("test_*.py"):
        numbers |= set(re.findall(r"^def test_(\d\d)_", path.read_text(), re.MULTILINE))
    assert numbers == {f"{number:02}" for number in range(1, 28)}
