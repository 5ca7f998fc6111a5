# Made by `make generate` from ../_async/body.py. Do not edit.
"""Reads the body of a response: decompressed, and within limits of time and size."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from typing import Final, cast

from .._connection import give_back, is_shared, limit_read
from .._deadline import after, check, within
from .._failures import failures
from .._httpx import httpx
from .._inflate import BodyTooLargeError, Inflater

# Read at most this much of an error page, in bytes and seconds.
_MAX_PAGE_BYTES: Final = 1024 * 1024
_MAX_PAGE_SECONDS: Final = 5.0
# After the last event of a stream, read what is there at once, if it is little; do not wait for more.
_MAX_REST_BYTES: Final = 64 * 1024
_MAX_REST_SECONDS: Final = 0.5


def read_body(response: httpx.Response, max_bytes: int, deadline: float) -> tuple[bytearray, Exception | None]:
    """Read a body to its end and close it; give it, or the beginning that came, with what cut it short.

    It is not copied: of a body of megabytes, fresh memory for a copy would cost as much as reading it.
    """
    content = bytearray()
    try:
        with within(deadline):
            for piece in iterate(response):
                content += piece
                if len(content) > max_bytes:
                    raise BodyTooLargeError(f"more than {max_bytes} bytes")
                check(deadline)
    except failures(BodyTooLargeError) as error:
        del content[max_bytes:]
        return content, error
    finally:
        give_back(response)
    return content, None


def read_page(response: httpx.Response, deadline: float) -> bytes:
    """Read the beginning of a response that is not the reply asked for, and close it."""
    # A waiting thread does not look at the clock. Later than the deadline, at which a task keeps what has arrived.
    with limit_read(response, _MAX_PAGE_SECONDS + 0.5):
        content, _ = read_body(response, _MAX_PAGE_BYTES, min(deadline, after(_MAX_PAGE_SECONDS)))
    return bytes(content)


def drain(response: httpx.Response, rest: Iterator[bytes]) -> None:
    """Read the end of a finished stream, so that its connection can be used again, or give up soon."""
    if is_shared(response):
        # Its connection is in use anyway.
        return
    with contextlib.suppress(*failures()):
        with limit_read(response, _MAX_REST_SECONDS):
            size = 0
            for piece in rest:
                size += len(piece)
                if size > _MAX_REST_BYTES:
                    break


def iterate(response: httpx.Response) -> Iterator[bytes]:
    """A body as it arrives, decompressed; one of failures() if it breaks off or can't be decompressed."""
    # A hook or a mock may have read the body.
    taken = response.is_stream_consumed or response.is_closed
    if taken or "content-encoding" in response.headers:
        return _iterate_inflated(response)
    # Faster than response.iter_raw(), which counts bytes and checks states.
    return iter(cast("Iterable[bytes]", response.stream))


def _iterate_inflated(response: httpx.Response) -> Iterator[bytes]:
    if response.is_stream_consumed:
        yield response.content
        return
    inflater = Inflater(response.headers)
    for chunk in response.iter_raw():
        for piece in inflater.feed(chunk):
            yield piece
    yield inflater.end()
