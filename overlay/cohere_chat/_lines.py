"""Lines of JSON, bytes in, lines out: how version 1 of the API streams."""

from __future__ import annotations


class LineDecoder:
    """Takes the bytes of a stream in pieces cut anywhere and gives its lines; empty ones are left out.

    LF ends a line; JSON takes CR before it for a blank.

    Args:
        max_event_bytes: The longest line, in bytes.

    Attributes:
        too_large: What is wrong if a line was longer; nothing after it is given.
    """

    def __init__(self, max_event_bytes: int) -> None:
        self._max = max_event_bytes
        self._pieces: list[bytes] = []
        self._size = 0
        self.too_large: str | None = None

    @property
    def unread(self) -> bytes:
        """What came after the last whole line."""
        return b"".join(self._pieces)

    def end(self) -> list[bytes]:
        """Give the last line, which need not have an end."""
        line, self._pieces = self.unread, []
        return [line] if line.strip() else []

    def feed(self, chunk: bytes) -> list[bytes]:
        """Give the lines that end in this piece."""
        *whole, rest = chunk.split(b"\n")
        if whole and self._pieces:
            whole[0] = b"".join([*self._pieces, whole[0]])
            self._pieces, self._size = [], 0
        if rest:
            self._pieces.append(rest)
            self._size += len(rest)
        lines: list[bytes] = []
        for line in whole:
            if len(line) > self._max:
                self._size = len(line)
                break
            if line.strip():
                lines.append(line)
        if self._size > self._max:
            self.too_large = f"an event of more than {self._max} bytes"
        return lines
