"""LineDecoder: lines of JSON out of pieces that are cut anywhere."""

from __future__ import annotations

import pytest
from cohere_chat._lines import LineDecoder
from hypothesis import given
from hypothesis import strategies as st

# A stream, its lines, and what is left after the last line end.
STREAMS: dict[str, tuple[bytes, list[bytes], bytes]] = {
    "lines": (b'{"a":1}\n{"b":2}\n', [b'{"a":1}', b'{"b":2}'], b""),
    "CRLF": (b"{}\r\n[]\r\n", [b"{}\r", b"[]\r"], b""),
    "empty lines": (b"\n\r\n \n{}\n\n", [b"{}"], b""),
    "no end": (b"{}\n[]", [b"{}"], b"[]"),
    "other line ends": ("\u2028\x85\x0b\n".encode(), ["\u2028\x85\x0b".encode()], b""),
    "nothing": (b"", [], b""),
}


@pytest.mark.parametrize(("stream", "lines", "rest"), STREAMS.values(), ids=STREAMS)
def test_lines_do_not_depend_on_where_the_stream_is_cut(stream: bytes, lines: list[bytes], rest: bytes) -> None:
    for cut in range(len(stream) + 1):
        decoder = LineDecoder(100)
        assert decoder.feed(stream[:cut]) + decoder.feed(stream[cut:]) == lines
        assert decoder.unread == rest
        assert decoder.end() == ([rest] if rest else [])
        assert decoder.end() == []


@given(st.lists(st.sampled_from([b"{}", b" ", b"\n", b"x" * 20]), max_size=30), st.integers(10, 60))
def test_a_line_is_too_large_however_it_is_cut(parts: list[bytes], limit: int) -> None:
    whole, single = LineDecoder(limit), LineDecoder(limit)
    stream = b"".join(parts)
    expected = whole.feed(stream)
    got: list[bytes] = []
    for byte in stream:
        got += single.feed(bytes([byte]))
        if single.too_large:
            break
    assert got == expected
    assert single.too_large == whole.too_large
    assert (whole.too_large is not None) == any(len(line) > limit for line in stream.split(b"\n"))


def test_the_lines_before_one_that_is_too_large_come_first() -> None:
    decoder = LineDecoder(10)
    assert decoder.feed(b"{}\n[]\n" + b"x" * 11 + b"\n{}\n") == [b"{}", b"[]"]
    assert decoder.too_large == "an event of more than 10 bytes"
