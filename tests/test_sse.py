"""SSEDecoder against the WHATWG rules (HTML, section 9.2.6), with the borders of the pieces written out."""

from __future__ import annotations

from itertools import pairwise

import pytest
from cohere_chat._sse import SSEDecoder
from hypothesis import given
from hypothesis import strategies as st

# A stream, and the data of its events.
STREAMS: dict[str, tuple[bytes, list[bytes]]] = {
    "one event": (b"data: a\n\n", [b"a"]),
    "two events": (b"data: a\n\ndata: b\n\n", [b"a", b"b"]),
    "CRLF": (b"data: a\r\n\r\ndata: b\r\n\r\n", [b"a", b"b"]),
    "CR": (b"data: a\r\rdata: b\r\r", [b"a", b"b"]),
    "mixed line ends": (b"data: a\r\n\ndata: b\n\r\ndata: c\r\r\n", [b"a", b"b", b"c"]),
    "no other line ends": (
        "data: a\u2028b\u0085c\x0b\x0cd\x1ce\n\n".encode(),
        ["a\u2028b\u0085c\x0b\x0cd\x1ce".encode()],
    ),
    "byte order mark": (b"\xef\xbb\xbfdata: a\n\n", [b"a"]),
    "second byte order mark": (b"\xef\xbb\xbf\xef\xbb\xbfdata: a\n\ndata: b\n\n", [b"b"]),
    "mark inside": (b"data: \xef\xbb\xbfa\n\n", [b"\xef\xbb\xbfa"]),
    "comments": (b": hello\n\ndata: a\n: in between\ndata: b\n\n:\n\n", [b"a\nb"]),
    "lines of data": (b"data: a\ndata:\ndata: b\n\n", [b"a\n\nb"]),
    "lines of data, CRLF": (b"data: a\r\ndata: b\r\n\r\n", [b"a\nb"]),
    "name, id, retry, unknown": (b"event: x\nid: 1\nretry: 5\nfoo: bar\nbaz\ndata: a\n\n", [b"a"]),
    "name after data": (b"data: a\nevent: x\n\n", [b"a"]),
    "no name": (b'data: {"type": "debug"}\n\n', [b'{"type": "debug"}']),
    "no blank": (b"data:a\n\n", [b"a"]),
    "two blanks": (b"data:  a\n\n", [b" a"]),
    "colon in data": (b"data: a: b\n\n", [b"a: b"]),
    "field without colon": (b"data\n\ndata\ndata: a\n\n", [b"\na"]),
    "blank data, a keep-alive of some gateways": (b"data:\n\ndata: \n\ndata:\ndata\n\ndata:  \n\ndata: a\n\n", [b"a"]),
    "blank data among many": (b"data: a\n\n" * 70 + b"data: \n\n" + b"data: a\n\n", [b"a"] * 71),
    "more blank data": (b"event: x\ndata:  \n\ndata: \t\n\ndata:  a\n\ndata:   \n\n", [b" a"]),
    "like data": (b"data : a\ndatax: b\n data: c\nDATA: d\n\ndata: e\n\n", [b"e"]),
    "no data": (b"event: ping\n\n\n\n\n", []),
    "no end": (b"data: a\n\ndata: b\n", [b"a"]),
    "no end of line": (b"data: a\n\ndata: b", [b"a"]),
    "UTF-8": ("data: h\u00e9 \U0001f600\n\n".encode(), ["h\u00e9 \U0001f600".encode()]),
    "broken UTF-8": (b"data: \xff\xfe\n\n", [b"\xff\xfe"]),
    "empty": (b"", []),
}


def decode(*pieces: bytes, limit: int = 1000) -> list[bytes]:
    decoder = SSEDecoder(limit)
    return [event for piece in pieces for event in decoder.feed(piece)]


@pytest.mark.parametrize(("stream", "events"), STREAMS.values(), ids=STREAMS)
def test_a_stream_in_one_piece(stream: bytes, events: list[bytes]) -> None:
    assert decode(stream) == events


@pytest.mark.parametrize(("stream", "events"), STREAMS.values(), ids=STREAMS)
def test_a_stream_cut_at_each_byte(stream: bytes, events: list[bytes]) -> None:
    for cut in range(len(stream) + 1):
        assert decode(stream[:cut], stream[cut:]) == events


@pytest.mark.parametrize(("stream", "events"), STREAMS.values(), ids=STREAMS)
def test_a_stream_in_single_bytes_with_empty_pieces_between(stream: bytes, events: list[bytes]) -> None:
    assert decode(*(piece for byte in stream for piece in (bytes([byte]), b""))) == events


@given(st.data())
def test_events_do_not_depend_on_the_pieces(data: st.DataObject) -> None:
    lines = [b"data: x", b"data", b"data:", b"data: ", b" ", b": c", b"event: e", b"\xc3", b"\xa9"]
    parts = st.sampled_from([*lines, b"\n\n", b"\n", b"\r", b"\r\n"])
    stream = b"".join(data.draw(st.lists(parts, max_size=30)))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=10)))
    pieces = [stream[start:end] for start, end in zip([0, *cuts], [*cuts, len(stream)], strict=True)]
    assert decode(*pieces) == decode(stream)


# Blocks of lines, most of them of the plainest kind, and some that are easily taken for it.
BLOCKS = [
    *[b"event: content-delta\ndata: {}\n\n"] * 6,
    b"data: a\n\n",
    b"data: a\ndata: b\n\n",
    b"data:c\n\n",
    b"data\n\n",
    b"database: d\n\n",
    b"data: e\nid: 5\n\n",
    b"data:  \n\n",
    b"data: \t\n\n",
    b"data:  l\n\n",
    b"data: f\r\n\r\n",
    b"data: g\rdata: h\n\n",
    b": data: i\n\n",
    b"\n",
    b"event: data: j\n",
    b"data: " + b"k" * 1200 + b"\n\n",
]


@given(
    st.lists(st.sampled_from(BLOCKS), min_size=50, max_size=150),
    st.lists(st.integers(0, 4000), max_size=3),
    st.sampled_from([1100, 3000, 100_000]),
)
@pytest.mark.unmeasured
def test_events_in_large_pieces_are_those_in_small_ones(blocks: list[bytes], cuts: list[int], limit: int) -> None:
    stream = b"".join(blocks)
    places = sorted({0, len(stream), *(cut for cut in cuts if cut < len(stream))})
    large, small = SSEDecoder(limit), SSEDecoder(limit)
    events: dict[SSEDecoder, list[bytes]] = {large: [], small: []}
    for decoder, ends in ((large, places), (small, [*range(0, len(stream), 7), len(stream)])):
        for start, end in pairwise(ends):
            events[decoder] += decoder.feed(stream[start:end])
            if decoder.too_large:
                break
    assert events[large] == events[small]
    assert large.too_large == small.too_large


@pytest.mark.parametrize("blank", [b"data: \n\n", b"data:  \n\n", b"event: x\ndata: \t\n\n"])
def test_blank_data_are_left_out_of_a_large_piece(blank: bytes) -> None:
    assert decode(b"data: a\n\n" * 200 + blank + b"data: b\n\n", limit=10_000) == [b"a"] * 200 + [b"b"]


def test_events_come_before_what_follows_is_complete() -> None:
    decoder = SSEDecoder(1000)
    assert decoder.feed(b"data: a\n\ndata: b") == [b"a"]
    assert decoder.feed(b"\n\n") == [b"b"]


@pytest.mark.parametrize(
    "pieces",
    [
        (b"data: " + b"x" * 101,),
        (b"data: " + b"x" * 101 + b"\n\n",),
        (b"data: " + b"x" * 60, b"x" * 60),
        (b"data: " + b"x" * 60 + b"\n", b"data: " + b"x" * 60 + b"\n"),
        (b": " + b"x" * 101,),
        (b"x",) * 101,
        (b"data\n" * 26,),
    ],
)
def test_a_large_event_is_refused_after_those_before_it(pieces: tuple[bytes, ...]) -> None:
    decoder = SSEDecoder(100)
    assert decoder.feed(b"data: a\n\n") == [b"a"]
    assert decoder.too_large is None
    assert [event for piece in pieces for event in decoder.feed(piece)] == []
    assert decoder.too_large == "an event of more than 100 bytes"


def test_events_in_the_same_piece_as_a_large_one_come_first() -> None:
    decoder = SSEDecoder(100)
    assert decoder.feed(b"data: a\n\ndata: b\n\ndata: " + b"x" * 200 + b"\n\n") == [b"a", b"b"]
    assert decoder.too_large


def test_the_limit_is_for_one_event_not_for_the_stream() -> None:
    assert len(decode(b"data: 0123456789\n\n" * 1000, limit=50)) == 1000
