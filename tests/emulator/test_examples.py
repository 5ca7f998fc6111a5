"""Every example runs against the emulator and prints what it says that it prints."""

import ast
import runpy
import textwrap
from pathlib import Path

import pytest

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.py"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_an_example_prints_what_it_says(cohere_emulator, capsys, example):
    runpy.run_path(str(example), run_name="__main__")
    printed, warned = capsys.readouterr()
    _, says, expected = ast.get_docstring(ast.parse(example.read_text("utf-8"))).partition("The emulator prints:\n\n")
    if says:
        assert printed.rstrip() == textwrap.dedent(expected)
    assert printed
    assert not warned
    assert cohere_emulator.requests


def test_there_are_examples():
    assert len(EXAMPLES) >= 6
