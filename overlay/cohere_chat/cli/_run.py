"""How a command runs: its arguments, its client, its input, and what becomes of its errors."""

from __future__ import annotations

import contextlib
import functools
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Final

from cyclopts import App, CycloptsError, Parameter

import cohere_chat

from .._httpx import httpx

_FAILED: Final = 1
# What shells report of a program that SIGINT or SIGPIPE ended.
_INTERRUPTED: Final = 128 + 2
_BROKEN_PIPE: Final = 128 + 13

Emulator = Annotated[bool, Parameter(name="--emulator", negative="", show_default=False)]
Model = Annotated[str | None, Parameter(name=["--model", "-m"])]
Options = Annotated[list[str] | None, Parameter(name=["--option", "-o"], negative="")]


class CommandError(Exception):
    """What ends a command with this message."""


def command(function: Callable[..., None]) -> Callable[[Sequence[str]], int]:
    """Make a command of a function: it takes the arguments as words and gives the exit status."""

    @functools.wraps(function)
    def run(arguments: Sequence[str]) -> int:
        return run_command(f"cohere-chat {function.__name__}", function, arguments)

    return run


def run_command(
    name: str, function: Callable[..., int | None], arguments: Sequence[str], *, failure: int = _FAILED
) -> int:
    """Run a command, whose options and help are the parameters and the docstring of a function.

    Args:
        name: What messages call it.
        function: Does it, and gives the exit status; None is 0.
        arguments: The words after the name.
        failure: The exit status after an error.
    """
    if sys.stdout is None:
        warn(f"{name}: standard output is closed: send it to a file, such as {os.devnull}")
        return failure
    _prepare_output()
    # version_flags: `cohere-chat --version` says it.
    app = App(name=name, version_flags=[], result_action="return_value", suppress_keyboard_interrupt=False)
    app.default(function)
    try:
        status: int | None = app(arguments, exit_on_error=False, print_error=False)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader, such as head, has seen enough. At its end Python flushes once more, to nowhere.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
        return _BROKEN_PIPE
    except KeyboardInterrupt as error:
        if str(error):
            warn(f"{name}: {error}")
        return _INTERRUPTED
    # TypeError, ValueError: what the client says of arguments before it sends them.
    except (CommandError, CycloptsError, cohere_chat.CohereError, ImportError, OSError, TypeError, ValueError) as error:
        warn(f"{name}: {error}")
        return failure
    return status or 0


def warn(message: str) -> None:
    """Write a line to standard error."""
    line = " ".join(message.split())
    print("".join(c for c in line if c.isprintable()), file=sys.stderr, flush=True)


def chat_model(given: str | None) -> str:
    """The model that is given, or else that of the environment, or the newest that the contract names."""
    return given or os.environ.get("CO_MODEL", "").strip() or "command-a-plus-05-2026"


@contextlib.contextmanager
def connect(*, emulator: bool) -> Iterator[cohere_chat.ClientV2]:
    """Build a client from the environment, or one of an emulator that lives as long as the client.

    Raises:
        CommandError: There is no key, or the emulator is not installed.
    """
    with contextlib.ExitStack() as stack:
        if emulator:
            try:
                from cohere_chat.emulator import Emulator as Server  # noqa: PLC0415 (an extra that need not be there)
            except ModuleNotFoundError as error:
                raise CommandError(str(error)) from error
            url = stack.enter_context(Server())
            # Not by way of a proxy that the environment names.
            direct = stack.enter_context(httpx.Client(trust_env=False))
            client = cohere_chat.ClientV2(api_key="emulator", base_url=url, httpx_client=direct)
        elif any(os.environ.get(name, "").strip() for name in ("CO_API_KEY", "COHERE_API_KEY")):
            client = cohere_chat.ClientV2()
        else:
            raise CommandError("no API key: set the environment variable CO_API_KEY, or try --emulator without one")
        yield stack.enter_context(client)


def read_piped() -> str | None:
    """The text on standard input, or None if that is a terminal or closed.

    Raises:
        CommandError: It is no text.
    """
    if sys.stdin is None or sys.stdin.isatty():
        return None
    return decode(sys.stdin.buffer.read(), "standard input")


def read_required(name: str) -> str:
    """The text on standard input, which must be there.

    Raises:
        CommandError: It is not; the message calls it by this name.
    """
    text = read_piped()
    if text is None or not text.strip():
        raise CommandError(f"no {name}: give one as an argument, or on standard input")
    return text


def read_file(path: Path) -> str:
    """The text of a file.

    Raises:
        CommandError: It can't be read, or is no text.
    """
    try:
        return decode(path.read_bytes(), str(path))
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}") from error


def decode(data: bytes, origin: str) -> str:
    """Text from UTF-8, with or without a byte order mark."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CommandError(f"{origin}: not UTF-8 text at byte {error.start}") from error


def _prepare_output() -> None:
    """Write UTF-8 into pipes and files everywhere, and escape what is no character instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
