"""Files to upload: checked before anything is sent. httpx reads them in pieces, from their beginning."""

from __future__ import annotations

import io
import mimetypes
import os
from pathlib import Path
from typing import IO, Any, NamedTuple

from ._config import check_header_value

_WANTED = "a pathlib.Path, a file that is open for reading bytes, bytes, or a tuple (name, file[, media type])"


class Upload(NamedTuple):
    """A file as a part of a multipart body (RFC 7578).

    Attributes:
        content: Its bytes, or what httpx reads them with.
        can_resend: Whether it can be read again for a retry.
        opened: The file, if it was opened here.
    """

    name: str
    content: Any
    media_type: str
    can_resend: bool
    opened: IO[bytes] | None

    def close(self) -> None:
        """Close the file if it was opened here."""
        if self.opened:
            self.opened.close()


def open_upload(argument: str, value: Any) -> Upload:
    """Open the file that an argument names or holds; its value must be as _WANTED says."""
    name = media_type = None
    if isinstance(value, tuple):
        if len(value) not in (2, 3) or not all(isinstance(text, str) for text in (value[0], *value[2:])):
            raise TypeError(f"{argument} must be {_WANTED}")
        name, value, media_type = (*value, None)[:3]
        check_header_value(f"the media type of {argument}", media_type or "")
    if isinstance(value, str):
        raise TypeError(f"{argument} must be {_WANTED}; for the path {value[:100]!r}, pass pathlib.Path(...)")
    opened = None
    if isinstance(value, os.PathLike):
        value = opened = Path(value).open("rb")  # noqa: SIM115  # Upload.close() closes it
    if isinstance(value, bytes | bytearray | memoryview):
        value = bytes(value)
    elif not callable(getattr(value, "read", None)):
        raise TypeError(f"{argument} must be {_WANTED}, not {type(value).__name__}")
    elif getattr(value, "closed", False):
        raise ValueError(f"{argument} is a file that is closed: open it again")
    elif not getattr(value, "readable", lambda: True)():
        raise TypeError(f"{argument} must be {_WANTED}, not a file that is open for writing only")
    found = getattr(value, "name", None)
    name = name or (Path(found).name if isinstance(found, str) else "upload")
    media_type = media_type or mimetypes.guess_type(name)[0] or "application/octet-stream"
    can_resend = isinstance(value, bytes) or bool(getattr(value, "seekable", lambda: False)())
    if not isinstance(value, bytes):
        value = _File(argument, value)
    return Upload(name, value, media_type, can_resend, opened)


class _File:
    """A file as httpx measures and reads it: it must have as many bytes as the header of the request says.

    Without fileno(), from which httpx takes the length: wrong for pipes and for files that read() decompresses.
    """

    def __init__(self, argument: str, file: Any) -> None:
        self._argument, self._file = argument, file
        # Unknown until it is measured, if it can be.
        self._size: int | None = None
        self._left: int | None = None
        # What a reader that pays no heed to the size gives at once.
        self._first: Any = b""
        try:
            self._first = self.read(0)
        except TypeError:
            self._first = None
        if not isinstance(self._first, bytes | bytearray | memoryview):
            # Wrappers of text files, such as those of tempfile and codecs, are no io.TextIOBase.
            is_text = isinstance(self._first, str)
            what = "a file that is open for text: open it with mode 'rb'" if is_text else type(file).__name__
            raise TypeError(f"{argument} must be {_WANTED}, not {what}")

    def read(self, size: int) -> Any:
        piece, self._first = self._first, b""
        try:
            piece = piece or self._file.read(size)
        except OSError as error:
            # As an OSError it would look like a network failure, and be retried.
            raise ValueError(f"{self._argument} can't be read to its end: {error}") from None
        if self._left is not None:
            self._left -= len(piece)
            if self._left < 0 or (self._left and not piece):
                raise ValueError(f"{self._argument} changed while it was read: it had {self._size} bytes before")
        return piece

    def tell(self) -> Any:
        return self._file.tell()

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> Any:
        try:
            place = self._file.seek(offset, whence) if whence else self._file.seek(offset)
        except (AttributeError, OSError) as error:
            # A pipe.
            raise io.UnsupportedOperation from error
        self._first = b""
        if whence == os.SEEK_END:
            self._size = place
        self._left = self._size
        return place
