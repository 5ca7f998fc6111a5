"""JSON that is still being written, as plain data that only grows."""

from __future__ import annotations

import re
from typing import Any, Final

from ._json import Mismatch, read_json

# The beginning of the JSON, after a code fence if there is one; no match until that is certain.
_BEGINNING: Final = re.compile(r"\s*(```(?:json)?[ \t]*\r?\n\s*)?(?=[^\s`])", re.IGNORECASE)
# Characters of a text. An escape is whole with its last digit, or as half of a surrogate pair with what follows it.
_CHARACTERS: Final = re.compile(
    r"(?:[^\"\\]|\\[\"\\/bfnrt]|\\u(?!d[89ab])[0-9a-f]{4}"
    r"|\\ud[89ab][0-9a-f]{2}(?:\\u[0-9a-f]{4}|(?=[^\\])|(?=\\[^u])))*",
    re.IGNORECASE,
)
# A number, true, false or null, complete with what follows it.
_WORD: Final = re.compile(r"[^\s\[\]{}\",:]+(?=[\s\[\]{}\",:])")

# What may come next; where it is the first, the end may come as well.
_VALUE, _FIRST_VALUE, _KEY, _FIRST_KEY, _COLON, _NEXT = range(6)
_VALUES: Final = (_VALUE, _FIRST_VALUE)
_KEYS: Final = (_KEY, _FIRST_KEY)
_ENDS: Final = (_FIRST_VALUE, _FIRST_KEY, _NEXT)


class PartialJson:
    """Reads JSON piece by piece. Its value stops growing where the text is not valid JSON."""

    def __init__(self) -> None:
        self._rest = ""
        self._begun = self._broken = self._grown = False
        self._expected = _VALUE
        # The objects and arrays that are open, and for each the key of the value that is read.
        self._open: list[Any] = []
        self._keys: list[str] = []
        # The text or key that is open, and the whole value once it is complete.
        self._text: str | None = None
        self._whole: Any = None

    @property
    def value(self) -> Any:
        """What is certain so far: of a text what has come of it, up to a whole escape; a number, true, false or null
        when it is complete; a key when its value begins. None before there is anything. It does not change later.
        """
        inside: list[Any] = [self._text] if self._text is not None and self._expected in _VALUES else []
        # What is complete is shared with earlier values; what is open is copied.
        for container, key in zip(reversed(self._open), reversed(self._keys), strict=True):
            copied = container.copy()
            if isinstance(copied, list):
                copied += inside
            elif inside:
                copied[key] = inside[0]
            inside = [copied]
        return inside[0] if inside else self._whole

    def feed(self, piece: str) -> bool:
        """Take the next piece of the text, and tell whether the value has grown."""
        self._rest += piece
        self._grown = False
        if not self._begun:
            beginning = _BEGINNING.match(self._rest)
            if beginning is None:
                return False
            self._begun, self._rest = True, self._rest[beginning.end() :]
        try:
            while self._rest and not self._broken and self._read():
                pass
        except Mismatch:
            self._broken = True
        return self._grown

    def _read(self) -> bool:
        """Read on by one step; False where that takes more text."""
        if self._text is not None:
            return self._read_text(self._text)
        character, expected = self._rest[0], self._expected
        if character == '"' and expected in (*_VALUES, *_KEYS):
            self._text = ""
            self._grown = self._grown or expected in _VALUES
        elif character in "{[" and expected in _VALUES:
            self._open.append({} if character == "{" else [])
            self._keys.append("")
            self._expected = _FIRST_KEY if character == "{" else _FIRST_VALUE
            self._grown = True
        elif self._open and character == "}]"[isinstance(self._open[-1], list)] and expected in _ENDS:
            self._keys.pop()
            self._put(self._open.pop())
        elif self._open and character == "," and expected == _NEXT:
            self._expected = _KEY if isinstance(self._open[-1], dict) else _VALUE
        elif character == ":" and expected == _COLON:
            self._expected = _VALUE
        elif character not in " \t\r\n":
            return self._read_word()
        self._rest = self._rest[1:]
        return True

    def _read_word(self) -> bool:
        word = _WORD.match(self._rest)
        self._broken = self._expected not in _VALUES
        if word is None or self._broken:
            return False
        self._put(read_json(word[0]))
        self._rest, self._grown = self._rest[word.end() :], True
        return True

    def _read_text(self, text: str) -> bool:
        characters = _CHARACTERS.match(self._rest)
        written = characters[0] if characters else ""
        text += read_json(f'"{written}"')
        self._rest = self._rest[len(written) :]
        ended = self._rest.startswith('"')
        self._grown = self._grown or bool(written and self._expected in _VALUES)
        self._text = None if ended else text
        if ended and self._expected in _VALUES:
            self._put(text)
        elif ended:
            self._broken = text in self._open[-1]
            self._keys[-1], self._expected = text, _COLON
        self._rest = self._rest[ended:]
        return ended

    def _put(self, value: Any) -> None:
        self._expected = _NEXT
        if not self._open:
            self._whole = value
        elif isinstance(self._open[-1], list):
            self._open[-1].append(value)
        else:
            self._open[-1][self._keys[-1]] = value
