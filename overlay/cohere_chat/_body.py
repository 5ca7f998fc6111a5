"""The body of an answer: decompressed, and read no longer and no further than wanted."""

from __future__ import annotations

import contextlib
import zlib
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Iterable, Iterator
from typing import Final, cast

import httpx

from ._connection import end_after, is_shared
from ._deadline import after, async_within, check

# What goes wrong on the way. Asynchronous, httpx lets errors of TLS through as they are.
FAILURES: Final = (httpx.HTTPError, httpx.StreamError, OSError)

# What is no chat reply, such as an error page, is read no further than this, in bytes and seconds.
_PAGE_BYTES: Final = 1024 * 1024
_PAGE_SECONDS: Final = 5.0
# After the last event of a stream come a few bytes at once, or they are not worth waiting for.
_REST_BYTES: Final = 64 * 1024
_REST_SECONDS: Final = 0.5
# The most that is decompressed at once, in bytes.
_PIECE: Final = 256 * 1024


class BodyTooLargeError(Exception):
    """A body is larger than is accepted."""


def read_body(response: httpx.Response, max_bytes: int, deadline: float) -> tuple[bytes, Exception | None]:
    """Read a body to its end and close it; give it, or the beginning that came, with what cut it short."""
    content = bytearray()
    try:
        for piece in pieces(response):
            content += piece
            _check(content, max_bytes, deadline)
    except (*FAILURES, BodyTooLargeError) as error:
        return bytes(content[:max_bytes]), error
    finally:
        response.close()
    return bytes(content), None


async def async_read_body(response: httpx.Response, max_bytes: int, deadline: float) -> tuple[bytes, Exception | None]:
    """The same without blocking the event loop."""
    content = bytearray()
    try:
        async with async_within(deadline):
            async for piece in async_pieces(response):
                content += piece
                _check(content, max_bytes, deadline)
    except (*FAILURES, BodyTooLargeError) as error:
        return bytes(content[:max_bytes]), error
    finally:
        await shielded(response.aclose())
    return bytes(content), None


def read_page(response: httpx.Response, deadline: float) -> bytes:
    """Read the beginning of an answer that is no chat reply, and close it."""
    return read_body(response, _PAGE_BYTES, min(deadline, after(_PAGE_SECONDS)))[0]


async def async_read_page(response: httpx.Response, deadline: float) -> bytes:
    """The same without blocking the event loop."""
    return (await async_read_body(response, _PAGE_BYTES, min(deadline, after(_PAGE_SECONDS))))[0]


def drain(response: httpx.Response, rest: Iterator[bytes]) -> None:
    """Read the end of a finished stream, so that its connection can be used again, or give up soon."""
    if is_shared(response):
        # It is used on in any case.
        return
    with contextlib.suppress(*FAILURES), end_after(_REST_SECONDS, response):
        size = 0
        for piece in rest:
            size += len(piece)
            if size > _REST_BYTES:
                break


async def async_drain(response: httpx.Response, rest: AsyncIterator[bytes]) -> None:
    """The same without blocking the event loop."""
    if is_shared(response):
        return
    with contextlib.suppress(*FAILURES):
        async with async_within(after(_REST_SECONDS)):
            size = 0
            async for piece in rest:
                size += len(piece)
                if size > _REST_BYTES:
                    break


async def shielded(closing: Awaitable[None]) -> None:
    """Wait until a connection is given back, which goes on if this task is cancelled; httpcore would lose it."""
    import asyncio  # noqa: PLC0415  # slow to import, and not needed without async

    await asyncio.shield(closing)


def pieces(response: httpx.Response) -> Iterator[bytes]:
    """A body as it arrives, decompressed.

    Raises:
        httpx.HTTPError, httpx.StreamError, OSError: It breaks off, or its compression is broken.
    """
    if _is_plain(response):
        return iter(cast("Iterable[bytes]", response.stream))
    return _inflated(response)


def async_pieces(response: httpx.Response) -> AsyncIterator[bytes]:
    """The same without blocking the event loop."""
    if _is_plain(response):
        return aiter(cast("AsyncIterable[bytes]", response.stream))
    return _async_inflated(response)


def _is_plain(response: httpx.Response) -> bool:
    """Whether the stream of an answer is its body, neither compressed nor taken already, as hooks and mocks do."""
    return not (response.is_stream_consumed or response.is_closed or "content-encoding" in response.headers)


def _inflated(response: httpx.Response) -> Iterator[bytes]:
    if response.is_stream_consumed:
        yield response.content
        return
    inflater = Inflater(response.headers)
    for chunk in response.iter_raw():
        yield from inflater.feed(chunk)
    yield inflater.end()


async def _async_inflated(response: httpx.Response) -> AsyncIterator[bytes]:
    if response.is_stream_consumed:
        yield response.content
        return
    inflater = Inflater(response.headers)
    async for chunk in response.aiter_raw():
        for piece in inflater.feed(chunk):
            yield piece
    yield inflater.end()


class Inflater:
    """Takes off the compressions that are asked for, gzip and deflate (RFC 9110 section 8.4.1).

    httpx takes a cut for the end, and a few bytes may become gigabytes at once.
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
                piece = self._zlib.decompress(data, _PIECE)
            except zlib.error as error:
                raise httpx.DecodingError(f"broken compression: {error}") from None
            data = self._zlib.unconsumed_tail or self._zlib.unused_data
            yield piece

    def end(self) -> bytes:
        """Give the last piece, or say that there ought to be more."""
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


def _check(content: bytearray, max_bytes: int, deadline: float) -> None:
    if len(content) > max_bytes:
        raise BodyTooLargeError(f"more than {max_bytes} bytes")
    check(deadline)
