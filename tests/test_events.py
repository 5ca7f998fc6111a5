"""EventDecoder: events that come together are read as if each had come by itself."""

from __future__ import annotations

from typing import Any

import pytest
from cohere_chat._events import EventDecoder
from hypothesis import given
from hypothesis import strategies as st

DEBUG = b'{"type":"debug","prompt":"\xc3\xa9 ,null, ]"}'
# What is no event, and data that would be one or several together with others.
BROKEN = [
    b"",
    b"1",
    b"null",
    b"[]",
    b"{}",
    b'{"type":1}',
    b'{"type":NaN}',
    b"{" * 100_000,
    b'{"type":"debug"',
    b'{"type":"debug","a":[' + DEBUG,
    DEBUG + b"]}",
    b"}",
    DEBUG + b"," + DEBUG,
    DEBUG + b",null," + DEBUG,
    b"\xff",
]


def framed(*datas: bytes) -> list[bytes]:
    return [b"data: " + data + b"\n\n" for data in datas]


def read(*pieces: bytes) -> tuple[list[dict[str, Any]], tuple[bytes, str] | None]:
    """The events up to the first that is broken, and that."""
    decoder = EventDecoder(1_000_000)
    values: list[dict[str, Any]] = []
    for piece in pieces:
        for value, event in decoder.feed(piece):
            assert event.to_dict() == value
            values.append(value)
        if decoder.broken:
            break
    return values, decoder.broken


@given(st.lists(st.sampled_from([DEBUG, DEBUG, DEBUG, b" " + DEBUG + b" ", b"[DONE]", *BROKEN]), max_size=8))
def test_events_in_one_piece_are_those_in_many(datas: list[bytes]) -> None:
    pieces = framed(*datas)
    assert read(b"".join(pieces)) == read(*pieces)


@pytest.mark.parametrize("data", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_event_is_told_after_those_before_it(data: bytes) -> None:
    values, broken = read(b"".join(framed(DEBUG, DEBUG, data, DEBUG)))
    assert len(values) == 2
    assert broken is not None
    assert broken[0] == data


def test_what_is_broken_comes_before_what_is_too_large() -> None:
    decoder = EventDecoder(100)
    assert len(list(decoder.feed(b"".join(framed(DEBUG, b"{", b"x" * 200))))) == 1
    assert decoder.broken is not None
    assert decoder.broken[0] == b"{"
    decoder = EventDecoder(100)
    assert len(list(decoder.feed(b"".join(framed(DEBUG, DEBUG, b"x" * 200))))) == 2
    assert decoder.broken == (b"", "an event of more than 100 bytes")
