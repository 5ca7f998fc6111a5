"""The conversations and the lines of the prompt that are kept, where only the user can read them."""

from __future__ import annotations

import datetime
import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

import attrs
import platformdirs

from ._run import CommandError

if TYPE_CHECKING:
    from cohere_chat.helpers import Conversation


@attrs.frozen
class Kept:
    """A conversation in a file, whose name ends with the model, for that is not in it."""

    path: Path

    @property
    def model(self) -> str:
        """The model that the conversation was with."""
        return unquote(self.path.stem.partition("_")[2])


@attrs.frozen
class History:
    """A directory of conversations, and the file of lines; it is made when something is kept."""

    folder: Path

    @classmethod
    def of_user(cls, *, emulator: bool) -> History:
        """The user's own: what the emulator says is kept apart."""
        # Windows: no folder for the author between.
        state = platformdirs.user_state_path("cohere-chat", appauthor=False)
        return cls(state / ("emulator" if emulator else "api"))

    def last(self) -> Kept:
        """The conversation that was kept last.

        Raises:
            CommandError: There is none.
        """
        # A conversation that goes on is written anew.
        paths = sorted(self.folder.glob("*_*.json"), key=lambda path: path.stat().st_mtime_ns)
        if not paths:
            raise CommandError(f"there is no conversation to continue in {self.folder}")
        return Kept(paths[-1])

    def begin(self, model: str) -> Kept:
        """A new file for a conversation with this model, which is not written yet."""
        now = datetime.datetime.now(datetime.UTC)
        return Kept(self.folder / f"{now:%Y%m%dT%H%M%S}{secrets.token_hex(3)}_{quote(model, safe='')}.json")

    def keep(self, conversation: Conversation, kept: Kept) -> None:
        """Write a conversation.

        Raises:
            OSError: It can't be written.
        """
        self._make_folder()
        conversation.save(kept.path)

    def lines(self) -> Path:
        """The file of lines, which is there.

        Raises:
            OSError: It can't be made.
        """
        self._make_folder()
        path = self.folder / "lines"
        os.close(os.open(path, os.O_CREAT | os.O_APPEND, 0o600))
        return path

    def _make_folder(self) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
