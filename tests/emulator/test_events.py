"""A streamed reply: its events, their order, and what they fold to."""

import json
import re

import pytest
from cohere_chat.emulator._events import encode, events_of, frame
from cohere_chat.emulator._replies import reply_to
from emulator_samples import SAMPLES, body, component

# The order of the events that the API allows, with a letter for each type.
LETTERS = {
    "message-start": "S",
    "content-start": "c",
    "content-delta": "d",
    "content-end": "e",
    "citation-start": "(",
    "citation-end": ")",
    "tool-plan-delta": "p",
    "tool-call-start": "t",
    "tool-call-delta": "a",
    "tool-call-end": "u",
    "message-end": "E",
}
LEGAL = re.compile(r"S(c(d|\(\))*e)*p*(ta*u)*E")


def events(name):
    mode = SAMPLES[name].get("citation_options", {}).get("mode")
    return list(events_of(reply_to(SAMPLES[name]), cite_at_once=mode == "FAST"))


def folded(stream):
    """Put a reply together again from its events: an independent reading of the wire."""
    reply = {"message": {}}
    message = reply["message"]
    for event in stream:
        delta = event.get("delta", {})
        part = delta.get("message", {})
        if "logprobs" in event:
            reply.setdefault("logprobs", []).append(event["logprobs"])
        match event["type"]:
            case "message-start":
                reply["id"] = event["id"]
                message["role"] = part["role"]
            case "content-start":
                message.setdefault("content", []).append(dict(part["content"]))
            case "content-delta":
                for kind, text in part["content"].items():
                    message["content"][event["index"]][kind] += text
            case "tool-plan-delta":
                message["tool_plan"] = message.get("tool_plan", "") + part["tool_plan"]
            case "tool-call-start":
                message.setdefault("tool_calls", []).append(json.loads(json.dumps(part["tool_calls"])))
            case "tool-call-delta":
                function = message["tool_calls"][event["index"]]["function"]
                function["arguments"] += part["tool_calls"]["function"]["arguments"]
            case "citation-start":
                message.setdefault("citations", []).append(part["citations"])
            case "message-end":
                reply |= delta
    return reply


@pytest.mark.parametrize("name", SAMPLES)
def test_events_are_as_the_contract_says(name):
    for event in events(name):
        component("V2ChatStreamResponse").validate(event)


@pytest.mark.parametrize("name", SAMPLES)
def test_events_come_in_a_legal_order(name):
    assert LEGAL.fullmatch("".join(LETTERS[event["type"]] for event in events(name)))


@pytest.mark.parametrize("name", SAMPLES)
def test_events_fold_to_the_reply(name):
    assert folded(events(name)) == reply_to(SAMPLES[name])


@pytest.mark.parametrize("name", ["plain", "tools", "thinking"])
def test_there_is_an_event_for_each_token(name):
    reply = reply_to(SAMPLES[name])
    deltas = [event for event in events(name) if event["type"].endswith("-delta")]
    assert len(deltas) == reply["usage"]["tokens"]["output_tokens"]


@pytest.mark.parametrize(("name", "at_once"), [("documents", False), ("cited fast", True)])
def test_citations_come_late_or_in_mode_fast_as_soon_as_they_can(name, at_once):
    types = [event["type"] for event in events(name)]
    first = types.index("citation-start")
    assert ("content-delta" in types[first:]) is at_once


def test_a_citation_never_comes_before_the_words_that_it_cites():
    told = 0
    for event in events("cited fast"):
        if event["type"] == "content-delta":
            told += len(event["delta"]["message"]["content"]["text"])
        if event["type"] == "citation-start":
            assert event["delta"]["message"]["citations"]["end"] <= told


def test_content_of_an_unknown_kind_is_told_whole():
    reply = reply_to(body()) | {"message": {"role": "assistant", "content": [{"type": "audio", "audio": "abc"}]}}
    assert folded(events_of(reply)) == reply


def test_a_frame_is_a_server_sent_event_of_one_line():
    assert frame({"type": "content-end", "index": 0}) == (
        b'event: content-end\ndata: {"type":"content-end","index":0}\n\n'
    )
    assert frame({"type": "x", "text": "a\nb\r\u2028ü"}).count(b"\n") == 3


def test_a_lone_surrogate_does_not_break_the_encoding():
    assert json.loads(encode(["\ud83d", "🐧"])) == ["?", "🐧"]
