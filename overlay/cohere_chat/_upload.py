"""Files to upload: checked before anything is sent. httpx reads them in pieces, from their beginning."""

from __future__ import annotations

import io
import mimetypes
import os
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import IO, Any, NamedTuple

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
    if isinstance(value, str):
        raise TypeError(f"{argument} must be {_WANTED}; for the path {value[:100]!r}, pass pathlib.Path(...)")
    opened = None
    if isinstance(value, os.PathLike):
        value = opened = Path(value).open("rb")  # noqa: SIM115  # Upload.close() closes it
    if isinstance(value, bytes | bytearray | memoryview):
        value = bytes(value)
    elif isinstance(value, io.TextIOBase) or not callable(getattr(value, "read", None)):
        what = (
            "a file that is open for text: open it with mode 'rb'" if hasattr(value, "read") else type(value).__name__
        )
        raise TypeError(f"{argument} must be {_WANTED}, not {what}")
    elif getattr(value, "closed", False):
        raise ValueError(f"{argument} is a file that is closed: open it again")
    elif not getattr(value, "readable", lambda: True)():
        raise TypeError(f"{argument} must be {_WANTED}, not a file that is open for writing only")
    found = getattr(value, "name", None)
    name = name or (Path(found).name if isinstance(found, str) else "upload")
    media_type = media_type or mimetypes.guess_type(name)[0] or "application/octet-stream"
    can_resend = isinstance(value, bytes) or bool(getattr(value, "seekable", lambda: False)())
    if not isinstance(value, bytes):
        # Without fileno(), from which httpx takes the length: wrong for pipes and for files that read() decompresses.
        moving = {name: getattr(value, name) for name in ("seek", "tell") if hasattr(value, name)}
        value = SimpleNamespace(read=partial(_read, argument, value), **moving)
    return Upload(name, value, media_type, can_resend, opened)


def _read(argument: str, file: IO[bytes], size: int = -1) -> bytes:
    try:
        return file.read(size)
    except OSError as error:
        # As an OSError it would look like a network failure, and be retried.
        raise ValueError(f"{argument} can't be read to its end: {error}") from None
