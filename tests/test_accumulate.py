"""The fold: a stream's events spell out the reply that chat() would have given."""

from __future__ import annotations

import copy
import functools
import itertools
import json
import tracemalloc
from typing import Any

import pytest
import streams
from cohere_chat._accumulate import Accumulator
from hypothesis import given
from hypothesis import strategies as st
from streams import RECORDED, Json
from support import ENDPOINT, count_calls, parse_event


def folded(events: list[Json]) -> Json:
    accumulator = Accumulator()
    for event in events:
        accumulator.add(parse_event(event).to_dict())
    return accumulator.reply().to_dict()


def test_a_snapshot_stays_as_it_was_taken() -> None:
    accumulator = Accumulator()
    _, events = RECORDED["text"]
    for event in events[:3]:
        accumulator.add(event)
    snapshot = accumulator.reply()
    for event in events[3:]:
        accumulator.add(event)
    assert snapshot.to_dict() == {
        "id": "r-1",
        "message": {"role": "assistant", "content": [{"type": "text", "text": "Hello"}]},
    }
    assert snapshot.finish_reason is None


# Replies, and the ways in which a server may legally cut one into events.
texts = st.text(max_size=30)
items = st.one_of(
    st.builds(lambda text: {"type": "text", "text": text}, texts),
    st.builds(lambda text: {"type": "thinking", "thinking": text}, texts),
    st.builds(lambda text, n: {"type": "new", "words": text, "number": n}, texts, st.integers()),
)
calls = st.builds(
    lambda call_id, name, arguments: {
        "id": call_id,
        "type": "function",
        "function": {"name": name, "arguments": arguments},
    },
    texts,
    texts,
    texts,
)
replies = st.builds(
    lambda content, plan, tool_calls, citations, logprobs, reason: {
        "id": "r-1",
        "finish_reason": reason,
        "message": {
            "role": "assistant",
            **({"tool_plan": plan} if plan else {}),
            **({"tool_calls": tool_calls} if tool_calls else {}),
            **({"content": content} if content else {}),
            **({"citations": citations} if citations else {}),
        },
        **({"logprobs": logprobs} if logprobs else {}),
    },
    st.lists(items, max_size=3),
    texts,
    st.lists(calls, max_size=3),
    st.lists(st.builds(lambda start: {**streams.CITATION, "start": start}, st.integers(0)), max_size=3),
    st.lists(st.builds(lambda token: {**streams.LOGPROB, "token_ids": [token]}, st.integers(0)), max_size=2),
    st.sampled_from(["COMPLETE", "ERROR", "NEW"]),
)


def pieces(draw: Any, text: str) -> list[str]:
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=4)))
    return [text[a:b] for a, b in itertools.pairwise([0, *cuts, len(text)])]


def cut(draw: Any, reply: Json) -> list[Json]:
    """The events of a reply; what belongs to different items or calls comes in any order."""
    message = reply["message"]
    logprobs = list(reply.get("logprobs", []))
    tracks: list[list[Json]] = []
    for index, item in enumerate(message.get("content", [])):
        grows = next(name for name in ("text", "thinking", "words") if name in item)
        first, *rest = pieces(draw, item[grows]) if draw(st.booleans()) else [item[grows]]
        tracks.append(
            [
                streams.content_start(index, **{**item, grows: first}),
                *(streams.content_delta(index, **{grows: piece}) for piece in rest),
                {"type": "content-end", "index": index},
            ]
        )
    for index, call in enumerate(message.get("tool_calls", [])):
        first, *rest = pieces(draw, call["function"]["arguments"])
        begin = {**call, "function": {**call["function"], "arguments": first}}
        tracks.append(
            [
                {"type": "tool-call-start", "index": index, "delta": {"message": {"tool_calls": begin}}},
                *(
                    {
                        "type": "tool-call-delta",
                        "index": index,
                        "delta": {"message": {"tool_calls": {"function": {"arguments": piece}}}},
                    }
                    for piece in rest
                ),
                {"type": "tool-call-end", "index": index},
            ]
        )
    tracks.append(
        [
            {"type": "tool-plan-delta", "delta": {"message": {"tool_plan": piece}}}
            for piece in pieces(draw, message.get("tool_plan", ""))
            if piece
        ]
    )
    tracks.append(
        [
            {"type": "citation-start", "index": index, "delta": {"message": {"citations": citation}}}
            for index, citation in enumerate(message.get("citations", []))
        ]
    )
    events = [streams.start()]
    while tracks := [track for track in tracks if track]:
        events.append(draw(st.sampled_from(tracks)).pop(0))
    events += [{**streams.content_delta(0), "logprobs": logprob} for logprob in logprobs]
    return [*events, streams.end(reply["finish_reason"])]


@given(st.data(), replies)
@pytest.mark.unmeasured
def test_a_reply_cut_in_any_legal_way_folds_back(data: st.DataObject, reply: Json) -> None:
    assert folded(cut(data.draw, copy.deepcopy(reply))) == reply


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(["message", "content", "tool_calls", "function", "text", "index"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)


@given(
    st.lists(
        st.tuples(
            st.sampled_from([*ENDPOINT.streaming.events.names, "new"]),
            st.dictionaries(st.sampled_from(["delta", "index", "id", "logprobs"]), anything),
        )
    )
)
def test_events_of_any_shape_fold_without_an_error(shapes: list[tuple[str, Json]]) -> None:
    accumulator = Accumulator()
    for tag, fields in shapes:
        accumulator.add({"type": tag, **fields})
    json.dumps(accumulator.reply().to_dict())


def deep(depth: int, text: str) -> Json:
    """A delta whose text is so many objects deep in its content."""
    content: Json = {"words": text}
    for _ in range(depth):
        content = {"new": content}
    return streams.content_delta(0, **content)


ODD = [
    "",
    "a",
    "é",
    "\U0001f600",
    "\ud83d",
    "\ude00",
    '"',
    "\\",
    '\\"',
    "\n",
    "\0",
    '"}}}}',
    '","',
    '{"text":"',
    "text",
]
# Events that differ in a text, and others that look much like them.
alike = st.sampled_from(
    [
        lambda text: streams.content_delta(0, text=text),
        lambda text: streams.content_delta(0, text=text),
        lambda text: streams.content_delta(1, text=text),
        lambda text: streams.content_delta(0, thinking=text),
        lambda text: streams.content_delta(0, type=text),
        lambda text: streams.content_delta(0, text=text, type="text"),
        lambda text: {**streams.content_delta(0, text=text), "logprobs": streams.LOGPROB},
        lambda text: {**streams.content_delta(0), "index": text},
        lambda text: {"type": "content-delta", "delta": text},
        lambda text: {"type": "tool-plan-delta", "delta": {"message": {"tool_plan": text}}},
        lambda text: {"type": "tool-plan-delta", "delta": {"message": {"text": text}}},
        lambda text: {
            "type": "tool-call-delta",
            "index": 0,
            "delta": {"message": {"tool_calls": {"function": {"arguments": text}}}},
        },
        lambda text: {"type": "citation-start", "index": 0, "delta": {"message": {"citations": {"text": text}}}},
        *(functools.partial(deep, depth) for depth in range(8)),
    ]
)
runs = st.lists(
    st.builds(lambda make, texts: list(map(make, texts)), alike, st.lists(st.sampled_from(ODD), max_size=9))
)


@given(runs, st.sampled_from([(",", ":"), (", ", ": ")]), st.booleans(), st.booleans())
def test_data_fold_as_their_events_do(runs: list[list[Json]], signs: Any, ascii_only: bool, by_name: bool) -> None:
    events = list(itertools.chain(*runs))
    one_by_one, together = Accumulator(), Accumulator()
    for event in events:
        one_by_one.add(event)
    together.add_data(
        [
            json.dumps(event, separators=signs, ensure_ascii=ascii_only, sort_keys=by_name).encode(errors="replace")
            for event in events
        ]
    )
    expected = one_by_one.reply().to_dict()
    if not ascii_only:
        # Half a surrogate pair has no UTF-8.
        expected = json.loads(json.dumps(expected, ensure_ascii=False).encode(errors="replace"))
    assert together.reply().to_dict() == expected


@pytest.mark.parametrize(
    "odd",
    [
        b'{"type":"content-delta","index":0,"delta":{"message":{"content":{"text":"x","text":"y"}}}}',
        b'{"type":"content-delta","index":0,"delta":{"message":{"content":{"text":"x","more":"y"}}}}',
        b'{"type":"content-delta","index":0,"delta":{"message":{"content":{"text":""}}}} ',
        b'{"type":"content-delta","index":0,"delta":{"message":{"content":{"t\\u0065xt":"y"}}}}',
        b'{"type":"content-delta","index":0,"delta":{"message":{"content":{"text":"\\\\"}}}}',
        # Two of them, one after the other, hold the halves of a character.
        b'{"type":"content-delta","index":0,"delta":{"message":{"content":{"text":"\\ude00\\ud83d"}}}}',
    ],
)
def test_data_that_only_look_alike_are_read_by_themselves(odd: bytes) -> None:
    usual = b'{"type":"content-delta","index":0,"delta":{"message":{"content":{"text":"a"}}}}'
    datas = [usual, usual, odd, odd, usual, usual, usual]
    one_by_one, together = Accumulator(), Accumulator()
    for data in datas:
        one_by_one.add(json.loads(data))
    together.add_data(datas)
    assert together.reply() == one_by_one.reply()


def test_events_that_differ_in_their_text_only_are_taken_in_together() -> None:
    accumulator = Accumulator()
    accumulator.add(streams.content_start(0, type="text", text=""))
    datas = [json.dumps(streams.content_delta(0, text=str(number))).encode() for number in range(20_000)]
    tracemalloc.start()
    try:
        cost = count_calls(lambda: accumulator.add_data(datas))
        taken, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    text = "".join(map(str, range(20_000)))
    assert accumulator.reply().text == text
    assert cost < len(datas)
    assert taken < 2 * len(text)


def test_deep_objects_fold_without_an_error() -> None:
    deep: Json = {}
    for _ in range(100_000):
        deep = {"new": deep}
    accumulator = Accumulator()
    accumulator.add(streams.content_start(0, type="text", text="a", new=deep))
    accumulator.add(streams.content_delta(0, text="b", new=deep))
    content: Any = accumulator.reply().message.content
    assert content[0].text == "ab"


@pytest.mark.parametrize(
    "events",
    [
        [streams.content_start(0, type="text", text="a"), streams.content_start(0, type="text", text="b")],
        [streams.content_start(1, type="text", text="b"), streams.content_start(0, type="text", text="a")],
        [
            {**streams.content_start(0, type="text", text="a"), "index": None},
            {**streams.content_start(0, type="text", text="b"), "index": None},
        ],
    ],
    ids=["same index", "other order", "no index"],
)
def test_no_item_takes_the_place_of_another(events: list[Json]) -> None:
    content: Any = folded(events)["message"]["content"]
    assert [item["text"] for item in content] == ["a", "b"]


def test_pieces_without_a_beginning_are_kept() -> None:
    assert folded([streams.content_delta(0, text="a"), streams.content_delta(0, text="b")]) == {
        "message": {"role": "assistant", "content": [{"text": "ab"}]}
    }


def test_citations_come_in_the_order_of_their_index() -> None:
    events = [
        {"type": "citation-start", "index": index, "delta": {"message": {"citations": {"text": text}}}}
        for index, text in ((1, "b"), (0, "a"), (None, "c"))
    ]
    assert folded(events)["message"]["citations"] == [{"text": "a"}, {"text": "b"}, {"text": "c"}]


def test_a_null_deletes_nothing() -> None:
    call = {"id": "c", "type": "function", "function": {"name": "f", "arguments": "{"}}
    nulls = {"id": None, "type": None, "function": {"name": None, "arguments": None}}
    reply = folded(
        [
            streams.content_start(0, type="text", text="Hel"),
            streams.content_delta(0, text=None),
            streams.content_delta(0, text="lo", type=None),
            {"type": "tool-call-start", "index": 0, "delta": {"message": {"tool_calls": call}}},
            {"type": "tool-call-delta", "index": 0, "delta": {"message": {"tool_calls": nulls}}},
            {
                "type": "tool-call-delta",
                "index": 0,
                "delta": {"message": {"tool_calls": {"function": {"arguments": "}"}}}},
            },
            {"type": "tool-plan-delta", "delta": {"message": {"tool_plan": "look"}}},
            {"type": "tool-plan-delta", "delta": {"message": {"tool_plan": None}}},
        ]
    )
    assert reply["message"] == {
        "role": "assistant",
        "tool_plan": "look",
        "tool_calls": [{**call, "function": {"name": "f", "arguments": "{}"}}],
        "content": [{"type": "text", "text": "Hello"}],
    }


@pytest.mark.parametrize("delta", ["x", ["x"], 5, None, {"message": "x"}, {"message": {"content": "x"}}])
def test_deltas_of_another_shape_are_ignored(delta: object) -> None:
    assert folded([{"type": "content-delta", "index": 0, "delta": delta}]) == {"message": {"role": "assistant"}}


def test_the_id_may_come_last() -> None:
    assert folded([{**streams.end(), "id": "r-9"}])["id"] == "r-9"
