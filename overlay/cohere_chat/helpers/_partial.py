"""JSON that is still being written, as plain data that only grows."""

from __future__ import annotations

import re
from typing import Any, Final

from ._json import DECODER

# Where the JSON begins, in a code fence or not; nothing, until that is certain.
_BEGINNING: Final = re.compile(r"\s*(```(?:json)?[ \t]*\r?\n\s*)?(?=[^\s`])", re.IGNORECASE)
# Characters of a text. An escape is whole with its last digit, or as half of a surrogate pair with what follows it.
_CHARACTERS: Final = re.compile(
    r"(?:[^\"\\]|\\[\"\\/bfnrt]|\\u(?!d[89ab])[0-9a-f]{4}"
    r"|\\ud[89ab][0-9a-f]{2}(?:\\u[0-9a-f]{4}|(?=[^\\])|(?=\\[^u])))*",
    re.IGNORECASE,
)
# A number, true, false or null, complete with what follows it.
_WORD: Final = re.compile(r"[^\s\[\]{}\",:]+(?=[\s\[\]{}\",:])")


class PartialJson:
    """Reads JSON piece by piece.

    Attributes:
        value: What is sure so far: of a text what has come of it, up to a whole escape; a number, true, false or null
            when it is complete; a key when its value begins. Anew each time, None before there is one. What is no
            JSON lets it grow no more.
    """

    def __init__(self) -> None:
        self.value: Any = None
        self._text = ""
        self._start = -1
        # How far the text was read, what closes the objects and arrays that are open there, and what comes next.
        self._at = 0
        self._closers = ""
        self._in_text = self._is_key = self._broken = False
        # The text up to here is JSON with this behind it.
        self._sure = (0, "")

    def feed(self, piece: str) -> bool:
        """Take the next piece of the text, and tell whether the value has grown."""
        if self._broken:
            return False
        self._text += piece
        if self._start < 0:
            beginning = _BEGINNING.match(self._text)
            if beginning is None:
                return False
            self._start = self._at = beginning.end()
        before = self._sure
        while self._at < len(self._text) and self._read():
            pass
        if self._sure == before:
            return False
        end, closers = self._sure
        known = self.value
        try:
            self.value = DECODER.decode(self._text[self._start : end] + closers)
        except ValueError:
            self._broken = True
        return bool(self.value != known)

    def _read(self) -> bool:
        """Read on by one step; False where that takes more text."""
        if self._in_text:
            return self._read_text()
        character = self._text[self._at]
        if character in "{[":
            self._closers = ("}" if character == "{" else "]") + self._closers
            self._is_key = character == "{"
        elif character in "}]":
            self._closers = self._closers[1:]
        elif character == '"':
            self._in_text = True
        elif character in " \t\r\n,:":
            # Blanks change nothing.
            if character in ",:":
                self._is_key = character == "," and self._closers[:1] == "}"
        else:
            word = _WORD.match(self._text, self._at)
            if word is None:
                return False
            self._at = word.end() - 1
        self._at += 1
        if character not in ' \t\r\n,:"':
            self._sure = (self._at, self._closers)
        return True

    def _read_text(self) -> bool:
        characters = _CHARACTERS.match(self._text, self._at)
        self._at = characters.end() if characters else self._at
        whole = self._text[self._at : self._at + 1] == '"'
        self._at += whole
        self._in_text = not whole
        if not self._is_key:
            self._sure = (self._at, self._closers if whole else '"' + self._closers)
        return whole
