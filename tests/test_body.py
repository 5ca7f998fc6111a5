"""Reading the body of an answer: how far, until when, and in how much memory."""

from __future__ import annotations

import asyncio
import itertools
import math
import tracemalloc
from collections.abc import AsyncIterator, Iterable, Iterator
from typing import Any

import pytest
from cohere_chat._async import body as async_body
from cohere_chat._deadline import after
from cohere_chat._httpx import httpx
from cohere_chat._inflate import BodyTooLargeError
from cohere_chat._sync import body


class Stream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that comes in these pieces."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = pieces

    def __iter__(self) -> Iterator[bytes]:
        yield from self._pieces

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self._pieces:
            yield piece


@pytest.fixture(params=["sync", "async"])
def is_async(request: pytest.FixtureRequest) -> bool:
    return bool(request.param == "async")


def read(is_async: bool, pieces: Iterable[bytes], max_bytes: int, deadline: float) -> tuple[bytearray, Any]:
    response = httpx.Response(200, stream=Stream(pieces))
    if not is_async:
        return body.read_body(response, max_bytes, deadline)
    result: list[Any] = []

    async def main() -> None:
        # Not as the result of a task: asyncio makes texts of those.
        result.extend(await async_body.read_body(response, max_bytes, deadline))

    asyncio.run(main())
    return result[0], result[1]


def read_page(is_async: bool, pieces: Iterable[bytes], deadline: float) -> bytes:
    response = httpx.Response(400, stream=Stream(pieces))
    if is_async:
        return asyncio.run(async_body.read_page(response, deadline))
    return body.read_page(response, deadline)


def test_a_body_is_kept_in_memory_once(is_async: bool) -> None:
    size, piece = 2**22, 2**16
    tracemalloc.start()
    try:
        content, failure = read(is_async, (bytes(piece) for _ in range(size // piece)), size, math.inf)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (len(content), failure) == (size, None)
    assert peak < 1.5 * size


def test_a_body_in_tiny_pieces_takes_no_more_memory(is_async: bool) -> None:
    size = 2**18
    tracemalloc.start()
    try:
        content, _ = read(is_async, (b"%02d" % (index % 100) for index in range(size // 2)), size, math.inf)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(content) == size
    assert peak < 3 * size


def test_what_is_too_large_is_given_up_to_the_limit(is_async: bool) -> None:
    content, failure = read(is_async, itertools.repeat(b"abc", 1000), 10, math.inf)
    assert bytes(content) == b"abcabcabca"
    assert isinstance(failure, BodyTooLargeError)


def test_a_page_that_drips_is_read_no_longer_than_the_call_may_take(is_async: bool) -> None:
    assert read_page(is_async, itertools.repeat(b"<"), after(-0.01)) == b"<"
