"""docs/emulator.md says what is so."""

import re
from pathlib import Path

import pytest
from cohere_chat.__main__ import main
from cohere_chat.emulator import Fault
from emulator_samples import post

pytest_plugins = ["pytester"]

TEXT = (Path(__file__).parents[2] / "docs" / "emulator.md").read_text("utf-8")
FAULTS = re.findall(r"^\| `(\w+)` \| .* \| `(.+)` \|$", TEXT, re.MULTILINE)


def test_every_fault_has_its_example():
    assert [name for name, _ in FAULTS] == list(Fault.__dataclass_fields__)


@pytest.mark.parametrize(("name", "example"), FAULTS)
def test_the_example_of_a_fault_shows_it(cohere_emulator, name, example):
    slow = name in ("delay", "drip", "pause")
    whole = post(cohere_emulator)
    spoilt = post(cohere_emulator, fault=example, timeout=30.0 if slow else 0.5)
    assert name.replace("_", "-") in example
    assert cohere_emulator.requests[-1].source != "refused"
    if slow:
        assert spoilt[1:] == whole[1:]
    else:
        assert spoilt[1:] != whole[1:]


def test_every_option_of_the_command_is_described(capsys):
    with pytest.raises(SystemExit):
        main(["emulator", "--help"])
    options = set(re.findall(r"--[a-z][a-z-]*", capsys.readouterr().out)) - {"--help"}
    described = TEXT.partition("| option |")[2].partition("\n\n")[0]
    assert options == set(re.findall(r"--[a-z][a-z-]*", described))


def test_the_first_program_runs(capsys):
    [program] = [block for block in re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL) if "with Emulator" in block]
    exec(compile(program, "docs/emulator.md", "exec"), {})
    assert capsys.readouterr().out.startswith("LLMs stand for")


MY_PROGRAM = """
import cohere_chat

def my_program():
    with cohere_chat.ClientV2() as co:
        messages = [{"role": "user", "content": "How warm is it?"}]
        return co.chat(model="command-a-plus-05-2026", messages=messages).message.content[0].text

"""


def test_the_tests_shown_pass(pytester):
    [tests] = [block for block in re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL) if "def test_" in block]
    (pytester.path / "test_shown.py").write_text(MY_PROGRAM + tests, "utf-8")
    pytester.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(passed=2)
