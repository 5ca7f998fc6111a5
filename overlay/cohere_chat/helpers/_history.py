"""The history of a conversation, in whole turns."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

import attrs

from ._json import plain, read_json
from ._params import check_count, read_iterators
from ._runs import BaseRun
from ._tools import list_of

if TYPE_CHECKING:
    from cohere_chat.types import ChatMessageV2Param, V2ChatResponse

Run = TypeVar("Run", bound=BaseRun)


@attrs.frozen
class Turn:
    """What the user said, and what came of it.

    Attributes:
        messages: The messages, from the user's to the reply.
        tokens: How many tokens the history will be shorter without it, at least; 0 if no usage was reported.
    """

    messages: list[Any]
    tokens: int


@attrs.frozen
class History:
    """The turns of a conversation.

    Attributes:
        system: The system message, if there is one.
        turns: The turns, oldest first.
        tokens: How many tokens all of it is, by the usage that the last reply reported.
    """

    system: str | None = None
    turns: tuple[Turn, ...] = ()
    tokens: int = 0

    @property
    def messages(self) -> list[ChatMessageV2Param]:
        """What is sent before the next turn."""
        system: list[Any] = [] if self.system is None else [{"role": "system", "content": self.system}]
        return system + [message for turn in self.turns for message in turn.messages]

    def with_turn(self, messages: list[Any], reply: V2ChatResponse, max_tokens: int | None) -> History:
        """The history with one more turn, without the oldest ones that make it too long."""
        read, written = _tokens(reply)
        # What the first turn adds cannot be told from the system message and the tools.
        grown = read + written - self.tokens if self.turns and self.tokens else written
        history = History(self.system, (*self.turns, Turn(messages, max(grown, written))), read + written)
        while max_tokens is not None and history.tokens > max_tokens and history.turns:
            oldest, *kept = history.turns
            history = attrs.evolve(history, turns=tuple(kept), tokens=history.tokens - oldest.tokens)
        return history


class BaseConversation:
    """What both kinds of conversation share."""

    _run: ClassVar[type[BaseRun]]

    def __init__(
        self, client: Any, history: History, max_history_tokens: int | None, options: Mapping[str, Any]
    ) -> None:
        if max_history_tokens is not None:
            check_count("max_history_tokens", max_history_tokens, 1)
        self._client = client
        self._history = history
        self._max_history_tokens = max_history_tokens
        self._options = {**options, "tools": list_of(options["tools"]), "params": read_iterators(options["params"])}
        # What is wrong with them is told at once.
        self._turn(self._run, "")

    @property
    def messages(self) -> list[ChatMessageV2Param]:
        """The messages sent before the next turn, the system message first."""
        return self._history.messages

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the conversation to a JSON file that only you can read, for `conversation(load=path)`.

        Raises:
            OSError: The file can't be written. An existing file stays as it was.
        """
        target = Path(path)
        text = json.dumps(plain(attrs.asdict(self._history, recurse=False)), ensure_ascii=False, indent=1)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=target.name)
        try:
            with open(handle, "w", encoding="utf-8", errors="surrogatepass") as file:
                file.write(text)
            os.replace(name, target)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(name)
            raise

    def _turn(self, kind: type[Run], content: Any) -> Run:
        before = self._history
        messages = before.messages

        def keep(run: BaseRun) -> None:
            if self._history is not before:
                raise RuntimeError("another turn was made meanwhile; the conversation goes on without this one")
            new = run.messages[len(messages) :]
            self._history = before.with_turn(new, run.reply, self._max_history_tokens)

        said: ChatMessageV2Param = {"role": "user", "content": content}
        return kind(self._client, [*messages, said], **self._options, when_finished=keep)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {len(self._history.turns)} turns, {self._history.tokens} tokens>"


def begin(path: str | os.PathLike[str] | None, system: str | None) -> History:
    """A new history, or what BaseConversation.save() wrote, with another system message if one is given.

    Raises:
        OSError: The file can't be read.
        ValueError: It is something else.
    """
    if path is None:
        return History(system)
    try:
        saved = read_json(Path(path).read_text(encoding="utf-8", errors="surrogatepass"))
    except ValueError as error:
        raise ValueError(f"{os.fspath(path)} holds no conversation: {error}") from None
    try:
        turns = tuple(Turn(list(turn["messages"]), int(turn["tokens"])) for turn in saved["turns"])
        return History(saved["system"] if system is None else system, turns, int(saved["tokens"]))
    except (ValueError, TypeError, KeyError):
        raise ValueError(f"{os.fspath(path)} holds no conversation that save() has written") from None


def _tokens(reply: V2ChatResponse) -> tuple[int, int]:
    """How many tokens a reply says that the model read and wrote."""
    counted: Any = reply.usage and (reply.usage.tokens or reply.usage.billed_units)
    return int(getattr(counted, "input_tokens", 0) or 0), int(getattr(counted, "output_tokens", 0) or 0)
