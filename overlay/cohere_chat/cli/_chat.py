"""The command `cohere-chat chat`."""

from __future__ import annotations

import sys
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

import attrs
from cyclopts import Parameter

from .._json import decode
from ._history import History, Kept
from ._options import read_options
from ._run import (
    CommandError,
    Emulator,
    Model,
    Options,
    chat_model,
    command,
    connect,
    read_file,
    read_piped,
    warn,
)
from ._screen import Screen

if TYPE_CHECKING:
    from cohere_chat.helpers import Conversation
    from cohere_chat.types import DocumentParam, V2ChatResponse

# Parameters that -o does not set, and what sets them.
_OPTIONS: Final = {
    "model": "-m",
    "messages": "the prompt",
    "documents": "-d",
    "tools": "no option (a terminal has no functions to call)",
}

_CUT: Final = "the reply was cut short: MAX_TOKENS"


@command
def chat(
    *prompt: str,
    model: Model = None,
    system: Annotated[str | None, Parameter(name=["--system", "-s"])] = None,
    options: Options = None,
    continue_: Annotated[bool, Parameter(name=["--continue", "-c"], negative="", show_default=False)] = False,
    documents: Annotated[
        list[Path] | None, Parameter(name=["--document", "-d"], consume_multiple=True, negative="")
    ] = None,
    schema: Annotated[Path | None, Parameter(name="--schema")] = None,
    thinking: Annotated[bool, Parameter(name="--thinking", negative="", show_default=False)] = False,
    json: Annotated[bool, Parameter(name="--json", negative="", show_default=False)] = False,
    no_log: Annotated[bool, Parameter(name="--no-log", negative="", show_default=False)] = False,
    emulator: Emulator = False,
) -> None:
    """Ask a model. Without a prompt, on a terminal, hold a conversation.

    The key comes from the environment variable CO_API_KEY.

    Args:
        prompt: What to ask; words are joined. Text on standard input follows it.
        model: The model; by default that of the environment variable CO_MODEL, or command-a-plus-05-2026.
        system: Instructions for the model, before the conversation.
        options: A parameter of chat as key=value, such as temperature=0.2; repeatable.
        continue_: Continue the last conversation.
        documents: Text files that the reply may cite, with footnotes. Put the prompt before them.
        schema: A file with the JSON Schema of the reply; only the JSON is printed.
        thinking: Make the model think, and show its thoughts (in a pipe, on standard error).
        json: Print the whole reply as a JSON object.
        no_log: Save neither the conversation nor what you type.
        emulator: Ask a local stand-in for the API, without a key.
    """
    # First, for a prompt may have been taken for one of them.
    texts = [_read_document(path) for path in dict.fromkeys(documents or ())]
    question = _read_question(" ".join(prompt))
    with connect(emulator=emulator) as co:
        taken = {} if schema is None else {"response_format": "--schema"}
        params = read_options(co.chat, options, _OPTIONS | taken)
        if texts:
            params["documents"] = texts
        if schema is not None:
            params["response_format"] = {"type": "json_object", "json_schema": _read_schema(schema)}
        if thinking:
            params.setdefault("thinking", {"type": "enabled"})
        if texts and params.get("response_format", {}).get("type") == "json_object":
            raise CommandError("a reply in JSON can't cite documents: leave out -d, or --schema")
        history = History.of_user(emulator=emulator)
        last = history.last() if continue_ else None
        model = model or (last.model if last else chat_model(None))
        talk = Talk(
            conversation=co.conversation(model=model, system=system, load=last.path if last else None, **params),
            history=None if no_log else history,
            # With another model it goes on in a file of its own.
            kept=last if last and last.model == model else history.begin(model),
            form="whole" if json else "text" if schema is None else "json",
            checked=schema is not None,
            thinking=thinking,
            cited=bool(texts),
        )
        if question is not None:
            talk.ask(question)
        else:
            _talk_on(talk)


@attrs.frozen(kw_only=True)
class Talk:
    """A conversation that is shown and kept.

    Attributes:
        conversation: The conversation.
        history: Where it is kept; None keeps nothing.
        kept: The file that it is kept in.
        form: What of a reply is shown: its text, its text that is JSON, or the whole as JSON.
        checked: Whether replies must be JSON, and complete.
        thinking: Whether to show thoughts.
        cited: Whether replies may cite documents.
    """

    conversation: Conversation
    history: History | None
    kept: Kept
    form: Literal["text", "json", "whole"]
    checked: bool
    thinking: bool
    cited: bool
    screen: Screen = attrs.field(factory=Screen)

    def ask(self, question: str) -> None:
        """Ask a question, show the reply, and keep both."""
        if self.form == "text":
            run = self.conversation.stream(question)
            reply = self.screen.show_stream(run, thinking=self.thinking, cited=self.cited)
        else:
            reply = self.conversation.say(question)
            if self.checked:
                _check_json(reply)
            whole = self.form == "whole"
            self.screen.show_json(dumps(reply.to_dict(), ensure_ascii=False) if whole else reply.text)
        if reply.finish_reason == "MAX_TOKENS":
            warn(f"cohere-chat chat: {_CUT}")
        self._keep()

    def _keep(self) -> None:
        if self.history is None:
            return
        try:
            self.history.keep(self.conversation, self.kept)
        except OSError as error:
            warn(f"cohere-chat chat: the conversation is not kept: {error}")

    def lines(self) -> Path | None:
        """The file of lines that were typed; None where there is none."""
        if self.history is None:
            return None
        try:
            return self.history.lines()
        except OSError as error:
            warn(f"cohere-chat chat: what you type is not kept: {error}")
            return None


def _talk_on(talk: Talk) -> None:
    """Talk with the user at the terminal."""
    from . import _repl  # noqa: PLC0415 (prompt-toolkit takes a while)

    talk.screen.tell(_repl.greeting(talk.kept.model))
    _repl.talk(talk.ask, talk.lines())


def _read_question(prompt: str) -> str | None:
    """The prompt and what is piped in; None at a terminal without a prompt."""
    piped = read_piped()
    parts = [part for part in (prompt, piped) if part and part.strip()]
    is_at_terminal = piped is None and sys.stdout.isatty()
    if not parts and (prompt or not is_at_terminal):
        raise CommandError("no prompt: give one as an argument, or on standard input")
    return "\n\n".join(parts) or None


def _read_document(path: Path) -> DocumentParam:
    try:
        text = read_file(path)
    except CommandError as error:
        raise CommandError(f"-d {error} (the prompt goes before -d)") from error
    return {"id": str(path), "data": {"title": path.name, "text": text}}


def _read_schema(path: Path) -> dict[str, Any]:
    try:
        schema = decode(read_file(path).encode())
    except ValueError as error:
        raise CommandError(f"--schema {path}: not JSON: {error}") from error
    if not isinstance(schema, dict):
        raise CommandError(f"--schema {path}: it must be a JSON object")
    return schema


def _check_json(reply: V2ChatResponse) -> None:
    """Raise CommandError unless a reply's text is JSON, and complete."""
    is_cut = reply.finish_reason == "MAX_TOKENS"
    try:
        decode(reply.text.encode())
    except ValueError as error:
        cut = " (it was cut short: MAX_TOKENS)" if is_cut else ""
        raise CommandError(f"the reply is not JSON{cut}: {error}") from error
    if is_cut:
        raise CommandError(_CUT)
