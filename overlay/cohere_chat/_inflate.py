"""Decompression of bodies: a truncated one is an error, and a few bytes never become gigabytes at once."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Final

from ._httpx import httpx

# Decompress at most this much at once, in bytes.
_MAX_PIECE_BYTES: Final = 256 * 1024


class BodyTooLargeError(Exception):
    """A body is larger than is accepted."""


class Inflater:
    """Undoes the content codings that requests ask for, gzip and deflate (RFC 9110 section 8.4.1).

    httpx takes a truncated body for a whole one, and sets no bound.
    """

    def __init__(self, headers: httpx.Headers) -> None:
        names = [name.strip().lower() for name in headers.get("content-encoding", "").split(",")]
        self._encoding = ", ".join(name for name in names if name not in ("", "identity"))
        self._zlib = _decompressor() if self._encoding in ("gzip", "x-gzip", "deflate") else None

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Decompress a piece, in pieces of bounded size."""
        if self._zlib is None:
            yield data
            return
        while data:
            if self._zlib.eof:
                # A gzip body may have several members, one after the other: RFC 1952 section 2.2.
                self._zlib = _decompressor()
            try:
                piece = self._zlib.decompress(data, _MAX_PIECE_BYTES)
            except zlib.error as error:
                raise httpx.DecodingError(f"broken compression: {error}") from None
            data = self._zlib.unconsumed_tail or self._zlib.unused_data
            yield piece

    def end(self) -> bytes:
        """Give the last piece; httpx.DecodingError if the body is incomplete."""
        if self._zlib is None:
            if self._encoding:
                raise httpx.DecodingError(f"the content-encoding {self._encoding[:100]!r} was not asked for")
            return b""
        rest = self._zlib.flush()
        if not self._zlib.eof:
            raise httpx.DecodingError("the compressed body breaks off")
        return rest


def _decompressor() -> zlib._Decompress:
    # 32 makes zlib detect whether the header is that of gzip or zlib.
    return zlib.decompressobj(zlib.MAX_WBITS | 32)
