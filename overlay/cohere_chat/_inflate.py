"""Decompression of a body: nothing that was cut passes for whole, and a few bytes never become gigabytes at once."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Final

from ._httpx import httpx

# The most that is decompressed at once, in bytes.
_MAX_PIECE_BYTES: Final = 256 * 1024


class BodyTooLargeError(Exception):
    """A body is larger than is accepted."""


class Inflater:
    """Takes off the compressions that requests ask for, gzip and deflate (RFC 9110 section 8.4.1).

    httpx takes a cut for the end and has no bound; here a cut is an error.
    """

    def __init__(self, headers: httpx.Headers) -> None:
        names = [name.strip().lower() for name in headers.get("content-encoding", "").split(",")]
        self._encoding = ", ".join(name for name in names if name not in ("", "identity"))
        self._zlib = _decompressor() if self._encoding in ("gzip", "x-gzip", "deflate") else None

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Give what a piece holds, in pieces of bounded size."""
        if self._zlib is None:
            yield data
            return
        while data:
            if self._zlib.eof:
                # A compressed body may be several, one after the other: RFC 1952 section 2.2.
                self._zlib = _decompressor()
            try:
                piece = self._zlib.decompress(data, _MAX_PIECE_BYTES)
            except zlib.error as error:
                raise httpx.DecodingError(f"broken compression: {error}") from None
            data = self._zlib.unconsumed_tail or self._zlib.unused_data
            yield piece

    def end(self) -> bytes:
        """Give the last piece; httpx.DecodingError if there ought to be more."""
        if self._zlib is None:
            if self._encoding:
                raise httpx.DecodingError(f"the content-encoding {self._encoding[:100]!r} was not asked for")
            return b""
        rest = self._zlib.flush()
        if not self._zlib.eof:
            raise httpx.DecodingError("the compressed body breaks off")
        return rest


def _decompressor() -> zlib._Decompress:
    # 32 tells the headers of gzip and zlib apart.
    return zlib.decompressobj(zlib.MAX_WBITS | 32)
