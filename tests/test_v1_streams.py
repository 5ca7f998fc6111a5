"""Streams of version 1: lines of JSON, with an honest end. What they share with those of version 2 is tested there."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from typing import Any

import cohere_chat
import pytest
from cohere_chat._lines import LineDecoder
from hypothesis import given
from hypothesis import strategies as st
from rawserver import CLOSE, RESET, RawServer, Step, event_stream, http, json_lines
from support import Both

REPLY = {"text": "Hi!", "generation_id": "g", "finish_reason": "COMPLETE"}
EVENTS: list[dict[str, Any]] = [
    {"event_type": "stream-start", "is_finished": False, "generation_id": "g"},
    {"event_type": "text-generation", "is_finished": False, "text": "Hi"},
    {"event_type": "text-generation", "is_finished": False, "text": "!"},
    {"event_type": "stream-end", "is_finished": True, "finish_reason": "COMPLETE", "response": REPLY},
]
END = EVENTS[-1]
OF_TOMORROW = {"event_type": "audio-generation", "seconds": 2.5, "is_finished": False}


@pytest.fixture(autouse=True)
def _deprecated_operations() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "the API deprecates", DeprecationWarning)
        yield


def lines(*pieces: Step, end: bool = True) -> list[Step]:
    return event_stream(*pieces, end=end, content_type="application/stream+json")


def stream(both: Both, server: RawServer, **options: Any) -> Any:
    return both.client(base_url=server.url, name="Client", **options).chat_stream(message="Hello!")


def read(both: Both, *pieces: Step, **options: Any) -> list[Any]:
    with RawServer(lines(*pieces)) as server:
        return both.collect(stream(both, server, **options))


def test_events_are_typed_and_keep_what_the_contract_does_not_know(both: Both) -> None:
    events = read(both, json_lines(*EVENTS))
    assert [type(event) for event in events] == [
        cohere_chat.ChatStreamStartEvent,
        cohere_chat.ChatTextGenerationEvent,
        cohere_chat.ChatTextGenerationEvent,
        cohere_chat.ChatStreamEndEvent,
    ]
    assert [event.to_dict() for event in events] == EVENTS
    assert [event.is_finished for event in events] == [False, False, False, True]
    assert "".join(event.text for event in events if event.event_type == "text-generation") == "Hi!"
    assert events[-1].response.text == "Hi!"


def test_an_event_of_an_unknown_type_comes_with_its_fields(both: Both) -> None:
    event, _ = read(both, json_lines(OF_TOMORROW, END))
    assert isinstance(event, cohere_chat.Unknown)
    assert (event.event_type, event.seconds) == ("audio-generation", 2.5)
    assert event.to_dict() == OF_TOMORROW


@pytest.mark.parametrize("separator", [b"\n", b"\r\n", b"\n\n", b"\r\n \t\r\n\n"])
@pytest.mark.parametrize("ended", [True, False], ids=["ended", "open"])
def test_empty_lines_count_for_nothing_and_the_last_line_needs_no_end(
    both: Both, separator: bytes, ended: bool
) -> None:
    content = separator + separator.join(json.dumps(event).encode() for event in EVENTS)
    assert len(read(both, content + (separator if ended else b""))) == 4


@pytest.mark.parametrize(
    "broken", [b"{broken", b"5", b"[]", b"null", b'"x"', b"{}", b'{"event_type": 5}', b'{"event_type": null}', b"\xff"]
)
@pytest.mark.unmeasured
def test_a_broken_line_raises_after_the_events_before_it(both: Both, broken: bytes) -> None:
    events: list[Any] = []
    content = json_lines(*EVENTS[:2]) + broken + b"\n" + json_lines(END)
    with RawServer(lines(content)) as server, pytest.raises(cohere_chat.InvalidEventError) as caught:
        both.collect(stream(both, server), into=events)
    assert [event.to_dict() for event in events] == EVENTS[:2]
    assert len(server.requests) == 1
    assert isinstance(caught.value, cohere_chat.InvalidResponseError)


@pytest.mark.parametrize(
    ("ending", "error", "message"),
    [
        ([], cohere_chat.StreamInterruptedError, "stream-end"),
        ([CLOSE], cohere_chat.StreamInterruptedError, "was cut"),
        ([RESET], cohere_chat.StreamInterruptedError, "was cut"),
        ([b'{"event_type": "text-gen'], cohere_chat.InvalidEventError, "text-gen"),
    ],
    ids=["end", "close", "reset", "half an event"],
)
def test_an_end_without_the_last_event_raises(
    both: Both, ending: list[Step], error: type[Exception], message: str
) -> None:
    events: list[Any] = []
    with RawServer(lines(json_lines(*EVENTS[:3]), *ending)) as server:
        made = stream(both, server)
        with pytest.raises(error, match=message):
            both.collect(made, into=events)
        # Nor does it seem to have ended when it is read on.
        with pytest.raises(cohere_chat.StreamError):
            both.collect(made)
    assert len(events) == 3
    assert len(server.requests) == 1


@pytest.mark.parametrize("failure", [http(503), lines(b"\n\n", RESET)])
def test_until_the_first_event_it_is_tried_again(both: Both, failure: Any) -> None:
    with RawServer(failure, failure, lines(json_lines(*EVENTS))) as server:
        assert len(both.collect(stream(both, server))) == 4
    assert len(server.requests) == 3
    assert len(both.waits) == 2


def test_a_reply_that_is_not_of_that_media_type_is_refused(both: Both) -> None:
    with RawServer(http(200, REPLY)) as server, pytest.raises(cohere_chat.InvalidResponseError, match="stream\\+json"):
        both.collect(stream(both, server))


def test_a_line_that_is_too_long_raises(both: Both) -> None:
    long = json_lines({"event_type": "text-generation", "text": "x" * 5000})
    for pieces in ([long], [long[:3000], long[3000:]], [long[:-1]]):
        with pytest.raises(cohere_chat.InvalidEventError, match="more than 1000 bytes"):
            read(both, *pieces, json_lines(END), max_event_bytes=1000)


def test_generate_streams_in_the_same_way(both: Both) -> None:
    events = [
        {"event_type": "text-generation", "text": "a", "is_finished": False},
        {"event_type": "stream-end", "is_finished": True, "finish_reason": "COMPLETE", "response": {"id": "1"}},
    ]
    for name in ("Client", "ClientV2"):
        with RawServer(lines(json_lines(*events)), lines(json_lines(events[0]))) as server:
            client = both.client(base_url=server.url, name=name)
            got = both.collect(client.generate_stream(prompt="x"))
            assert [event.to_dict() for event in got] == events
            with pytest.raises(cohere_chat.StreamInterruptedError, match="stream-end"):
                both.collect(client.generate_stream(prompt="x"))


@given(st.lists(st.binary(max_size=12).map(lambda line: line.replace(b"\n", b" "))), st.data())
def test_where_the_pieces_are_cut_makes_no_difference(content: list[bytes], data: st.DataObject) -> None:
    whole = b"\n".join(content)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(whole)), max_size=6)))
    decoder = LineDecoder(1000)
    found = []
    for start, end in zip([0, *cuts], [*cuts, len(whole)], strict=True):
        found += decoder.feed(whole[start:end])
    assert decoder.unread == whole.rpartition(b"\n")[2]
    assert found + decoder.end() == [line for line in content if line.strip()]
    assert decoder.too_large is None
