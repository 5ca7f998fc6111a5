"""A conversation at the terminal, with keys from a pipe."""

from __future__ import annotations

import os
import shlex
import stat
import sys
from pathlib import Path

import pytest
from cohere_chat.cli import _repl
from cohere_chat.cli._run import CommandError
from prompt_toolkit.application import create_app_session
from prompt_toolkit.history import FileHistory
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

UP, CTRL_C, CTRL_D = "\x1b[A", "\x03", "\x04"


@pytest.fixture
def keys():
    """Takes what is typed."""
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        yield pipe.send_text


class Asked(list):
    """The questions; it answers none."""

    def __init__(self, *errors: BaseException) -> None:
        super().__init__()
        self.errors = list(errors)

    def __call__(self, question: str) -> None:
        self.append(question)
        if self.errors:
            raise self.errors.pop(0)


def editor(monkeypatch, code: str) -> None:
    """Have this Python code edit the file `path`."""
    program = f"import sys, pathlib; path = pathlib.Path(sys.argv[1]); {code}"
    monkeypatch.setenv("EDITOR", shlex.join([sys.executable, "-c", program]))


def kept(lines: Path) -> list[str]:
    """What the arrow up brings, the newest first."""
    return list(FileHistory(lines).load_history_strings())


def test_lines_are_asked_and_blank_ones_are_not(keys):
    asked = Asked()
    keys(f"One\r\r  \rTwo\r{CTRL_D}")
    _repl.talk(asked, None)
    assert asked == ["One", "Two"]


@pytest.mark.parametrize("word", ["!exit", "!quit", "exit", "quit "])
def test_a_word_leaves_as_well(keys, word):
    keys(f"{word}\r")
    _repl.talk(Asked(), None)


def test_a_question_may_have_several_lines_and_comes_back_whole(keys, tmp_path):
    asked = Asked()
    keys(f"!multi\ra\r\rb\r!end\r!multi 2\r!end\r!end 2\r!multi\rc\r{CTRL_D}{CTRL_D}")
    _repl.talk(asked, tmp_path / "lines")
    assert asked == ["a\n\nb", "!end", "c"]
    assert kept(tmp_path / "lines") == ["c", "!multi", "!end", "!multi 2", "a\n\nb", "!multi"]


def test_a_question_may_be_written_in_an_editor(keys, monkeypatch, tmp_path, capsys):
    asked = Asked()
    editor(monkeypatch, "path.write_text(path.read_text() + ' World\\n')")
    keys(f"!edit Hello\r{CTRL_D}")
    _repl.talk(asked, tmp_path / "lines")
    assert asked == ["Hello World"]
    assert capsys.readouterr().out.startswith("Hello World\n")
    assert kept(tmp_path / "lines") == ["Hello World", "!edit Hello"]


def test_an_editor_that_fails_asks_nothing(keys, monkeypatch, capsys):
    asked = Asked()
    editor(monkeypatch, "sys.exit(3)")
    keys(f"!edit\r{CTRL_D}")
    _repl.talk(asked, None)
    assert asked == []
    assert "ended with status 3: nothing is asked" in capsys.readouterr().err
    monkeypatch.setenv("VISUAL", "no-such-editor")
    with pytest.raises(CommandError, match=r"no-such-editor: No such file .*; set VISUAL or EDITOR"):
        _repl.edit("")


def test_the_text_for_the_editor_does_not_stay(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    editor(monkeypatch, "")
    assert _repl.edit("Hello") == "Hello"
    assert list(tmp_path.iterdir()) == []


def test_help_names_the_commands_and_other_words_are_refused(keys, capsys):
    asked = Asked()
    keys(f"!help\r!foo bar\r{CTRL_D}")
    _repl.talk(asked, None)
    assert asked == []
    printed = capsys.readouterr()
    for word in ("!multi", "!end", "!edit", "!exit", "Ctrl-D", "Ctrl-C"):
        assert word in printed.out
    assert printed.err == "cohere-chat chat: !foo is not a command; !help lists them\n"


def test_ctrl_c_drops_a_line_that_is_typed(keys):
    asked = Asked()
    keys(f"abc{CTRL_C}One\r!multi\rx{CTRL_C}Two\r{CTRL_D}")
    _repl.talk(asked, None)
    assert asked == ["One", "Two"]


def test_a_reply_that_is_stopped_keeps_its_question_in_the_history(keys, capsys, tmp_path):
    keys(f"One\r{CTRL_D}")
    _repl.talk(Asked(KeyboardInterrupt()), tmp_path / "lines")
    assert kept(tmp_path / "lines") == ["One"]
    assert "(stopped; the conversation goes on without this question)" in capsys.readouterr().out


def test_an_error_is_a_line_and_the_conversation_goes_on(keys, capsys):
    asked = Asked(ValueError("out of\norder"))
    keys(f"One\rTwo\r{CTRL_D}")
    _repl.talk(asked, None)
    assert asked == ["One", "Two"]
    assert capsys.readouterr().err == "cohere-chat chat: out of order\n"


def test_what_was_typed_is_kept_for_the_next_time(keys, tmp_path):
    lines = tmp_path / "lines"
    keys(f"One\r{CTRL_D}")
    _repl.talk(Asked(), lines)
    asked = Asked()
    keys(f"{UP}\r{CTRL_D}")
    _repl.talk(asked, lines)
    assert asked == ["One"]


def test_without_a_prompt_a_terminal_is_talked_with(run, api, keys, state: Path):
    keys(f"One\rTwo\r{CTRL_D}")
    done = run("chat", terminal=True)
    assert (done.status, done.err) == (0, "")
    assert "command-a-plus-05-2026" in done.out
    assert len(api.requests[1].body["messages"]) == 3
    lines = state / "api" / "lines"
    assert "+One\n" in lines.read_text()
    if os.name == "posix":
        assert stat.S_IMODE(lines.stat().st_mode) == 0o600


def test_no_log_keeps_no_lines_either(run, api, keys, state):
    keys(f"One\r{CTRL_D}")
    assert run("chat", "--no-log", terminal=True).status == 0
    assert not state.exists()


def test_lines_that_cannot_be_kept_are_taken_all_the_same(run, api, keys, state):
    state.write_text("a file in the place of the directory")
    keys(f"{CTRL_D}")
    done = run("chat", terminal=True)
    assert done.status == 0
    assert done.err.startswith("cohere-chat chat: what you type is not kept: ")
