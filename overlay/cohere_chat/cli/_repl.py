"""A conversation at the terminal, question by question."""

from __future__ import annotations

import contextlib
import os
import shlex
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from prompt_toolkit import PromptSession
from prompt_toolkit.history import DummyHistory, FileHistory, InMemoryHistory

import cohere_chat

from ._run import CommandError, read_file, warn
from ._screen import printable

_HELP: Final = """\
!multi         begins a question of several lines, which ends with the line !end
!edit          opens your editor for the question
!exit, Ctrl-D  leave
Ctrl-C         stops a reply; the arrow up brings the question back"""


def greeting(model: str) -> str:
    """What stands above a conversation."""
    return f"{model} (!help says what else you can type; Ctrl-D leaves)"


def talk(ask: Callable[[str], object], lines: Path | None) -> None:
    """Ask what the user types, until they leave.

    Args:
        ask: Asks a question and shows the reply.
        lines: The file of what was typed before, by which the arrow keys lead; None keeps it for this time only.
    """
    history = InMemoryHistory() if lines is None else FileHistory(lines)
    session: PromptSession[str] = PromptSession("> ", history=history)
    while True:
        try:
            typed = session.prompt()
            question = _read_question(typed)
            if question != typed:
                history.append_string(question)
            if question.strip():
                _ask(ask, question)
        except EOFError:
            return
        except KeyboardInterrupt:
            # At the prompt: the line is dropped.
            continue
        except (CommandError, cohere_chat.CohereError, ValueError) as error:
            warn(f"cohere-chat chat: {error}")


def _ask(ask: Callable[[str], object], question: str) -> None:
    try:
        ask(question)
    except KeyboardInterrupt:
        print("(stopped; the conversation goes on without this question)")
    print()


def _read_question(typed: str) -> str:
    """What to ask: the line itself, or what it begins."""
    word, _, rest = typed.strip().partition(" ")
    if word in ("!exit", "!quit") or typed.strip() in ("exit", "quit"):
        raise EOFError
    if not word.startswith("!"):
        return typed
    if word == "!multi":
        return _read_lines(f"!end {rest}".strip())
    if word == "!edit":
        question = edit(rest)
        print(printable(question))
        return question
    if word == "!help":
        print(_HELP)
        return ""
    raise CommandError(f"{word} is not a command; !help lists them")


def _read_lines(end: str) -> str:
    """Lines up to this one, or to Ctrl-D."""
    session: PromptSession[str] = PromptSession(". ", history=DummyHistory())
    lines: list[str] = []
    with contextlib.suppress(EOFError):
        while (line := session.prompt()).strip() != end:
            lines.append(line)
    return "\n".join(lines)


def edit(text: str) -> str:
    """Have the user edit a text.

    Raises:
        CommandError: The editor can't be run, or fails.
    """
    default = "notepad" if os.name == "nt" else "vi"
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or default
    handle, name = tempfile.mkstemp(suffix=".md")
    try:
        with open(handle, "w", encoding="utf-8") as file:
            file.write(text)
        status = subprocess.run([*shlex.split(editor, posix=os.name != "nt"), name], check=False).returncode
        if status:
            raise CommandError(f"{editor} ended with status {status}: nothing is asked")
        return read_file(Path(name)).strip("\n")
    except OSError as error:
        raise CommandError(f"{editor}: {error.strerror}; set VISUAL or EDITOR to your editor") from error
    finally:
        os.unlink(name)
