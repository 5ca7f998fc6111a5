"""Chat of version 1, generate and summarize: whole and as lines."""

import json

import pytest
from emulator_samples import ask, ask_lines, http

DOCUMENTS = [{"title": "Penguins", "text": "Penguins live in Antarctica."}, {"id": "cars", "text": "Cars need fuel."}]
TOOL = {
    "name": "get_weather",
    "description": "",
    "parameter_definitions": {
        "city": {"type": "str", "required": True},
        "days": {"type": "int"},
        "names": {"type": "List[str]"},
    },
}
RESULT = {"call": {"name": "get_weather", "parameters": {"city": "Rome"}}, "outputs": [{"sky": "clear", "degrees": 20}]}
CHATS = {
    "plain": {"message": "Tell me about ships."},
    "history": {
        "message": "And now?",
        "preamble": "Answer in uppercase.",
        "chat_history": [
            {"role": "USER", "message": "Hi"},
            {"role": "CHATBOT", "message": "Hello"},
            {"role": "SYSTEM", "message": "Be brief"},
            {"role": "TOOL", "tool_results": [RESULT]},
        ],
    },
    "documents": {"message": "Where do penguins live?", "documents": DOCUMENTS},
    "not cited": {"message": "Where do penguins live?", "documents": DOCUMENTS, "citation_quality": "OFF"},
    "connectors": {"message": "Where do penguins live?", "connectors": [{"id": "web-search"}]},
    "queries only": {"message": "Where do penguins live?", "search_queries_only": True},
    "tools": {"message": "What is the weather in Rome?", "tools": [TOOL]},
    "tool results": {"message": "What is the weather in Rome?", "tools": [TOOL], "tool_results": [RESULT]},
    "results only": {"message": "", "tools": [TOOL], "tool_results": [RESULT]},
    "json": {
        "message": "JSON",
        "response_format": {"type": "json_object", "schema": {"properties": {"a": {"const": 1}}}},
    },
    "cut": {"message": "Tell me about ships.", "max_tokens": 3},
    "stopped": {"message": "Tell me about ships.", "stop_sequences": ["ships"]},
}


@pytest.mark.parametrize("name", CHATS)
def test_the_lines_of_a_chat_fold_to_its_reply(cohere_emulator, name):
    reply = ask(cohere_emulator, "v1_chat", json=CHATS[name])
    events = ask_lines(cohere_emulator, "v1_chat", CHATS[name])
    assert events[0]["event_type"] == "stream-start"
    assert events[-1]["event_type"] == "stream-end"
    assert events[-1]["response"] == reply
    assert "".join(event["text"] for event in events if event["event_type"] == "text-generation") == reply["text"]
    citations = [each for event in events for each in event.get("citations", ())]
    assert citations == reply.get("citations", [])
    assert [event["is_finished"] for event in events] == [False] * (len(events) - 1) + [True]
    assert cohere_emulator.unknown_keys == {}


def test_documents_are_cited_and_returned(cohere_emulator):
    reply = ask(cohere_emulator, "v1_chat", json=CHATS["documents"])
    [citation] = reply["citations"]
    assert reply["text"][citation["start"] : citation["end"]] == citation["text"] == "Penguins live in Antarctica."
    assert citation["document_ids"] == ["doc_0"]
    assert reply["documents"] == [DOCUMENTS[0] | {"id": "doc_0"}]
    assert reply["meta"]["billed_units"]["output_tokens"] > 0
    assert "citations" not in ask(cohere_emulator, "v1_chat", json=CHATS["not cited"])


def test_connectors_are_searched(cohere_emulator):
    reply = ask(cohere_emulator, "v1_chat", json=CHATS["connectors"])
    [result] = reply["search_results"]
    assert result["connector"] == {"id": "web-search"}
    assert [document["id"] for document in reply["documents"]] == result["document_ids"]
    queries = ask(cohere_emulator, "v1_chat", json=CHATS["queries only"])
    assert queries["is_search_required"] is True
    assert queries["search_queries"][0]["text"] == "Where do penguins live?"
    assert queries["text"] == ""


def test_tools_are_called_and_their_results_cited(cohere_emulator):
    called = ask(cohere_emulator, "v1_chat", json=CHATS["tools"])
    [call] = called["tool_calls"]
    assert (call["name"], call["parameters"]["city"]) == ("get_weather", "Rome")
    assert called["chat_history"][-1]["tool_calls"] == [call]
    answered = ask(cohere_emulator, "v1_chat", json=CHATS["tool results"])
    assert "tool_calls" not in answered
    assert answered["documents"] == [{"sky": "clear", "degrees": "20", "id": "get_weather:0:0"}]


def test_history_preamble_limits_and_formats_have_their_effect(cohere_emulator):
    history = ask(cohere_emulator, "v1_chat", json=CHATS["history"])
    assert history["text"].isupper()
    assert history["chat_history"][:4] == CHATS["history"]["chat_history"]
    assert [turn["role"] for turn in history["chat_history"][4:]] == ["USER", "CHATBOT"]
    assert ask(cohere_emulator, "v1_chat", json=CHATS["json"])["text"] == '{"a": 1}'
    assert ask(cohere_emulator, "v1_chat", json=CHATS["cut"])["finish_reason"] == "MAX_TOKENS"
    assert ask(cohere_emulator, "v1_chat", json=CHATS["stopped"])["finish_reason"] == "STOP_SEQUENCE"


@pytest.mark.parametrize("more", [{}, {"num_generations": 3}, {"return_likelihoods": "GENERATION", "max_tokens": 4}])
def test_the_lines_of_generate_fold_to_its_reply(cohere_emulator, more):
    asked = {"prompt": "Once upon a time", **more}
    reply = ask(cohere_emulator, "v1_generate", json=asked)
    events = ask_lines(cohere_emulator, "v1_generate", asked)
    for generation in reply["generations"]:
        pieces = [event for event in events[:-1] if event["index"] == generation["index"]]
        assert "".join(event["text"] for event in pieces) == generation["text"]
    assert events[-1]["response"] == {name: reply[name] for name in ("id", "prompt", "generations")}
    assert len({generation["text"] for generation in reply["generations"]}) == more.get("num_generations", 1)
    assert ("token_likelihoods" in reply["generations"][0]) == ("return_likelihoods" in more)


@pytest.mark.parametrize(("name", "asked"), [("v1_chat", {"message": "Hi"}), ("v1_generate", {"prompt": "Hi"})])
def test_faults_of_streams_hold_for_lines(cohere_emulator, name, asked):
    cohere_emulator.fail_next(unknown_event=1)
    assert ask_lines_unchecked(cohere_emulator, name, asked)[1]["event_type"] == "emulated-unknown-event"
    cohere_emulator.fail_next(error=2, message="Out of memory")
    events = ask_lines(cohere_emulator, name, asked)
    assert len(events) == 3
    assert events[-1]["finish_reason"] == "ERROR"
    assert "Out of memory" in str(events[-1])
    cohere_emulator.fail_next(error=0)
    if name == "v1_chat":
        assert ask(cohere_emulator, name, json=asked)["finish_reason"] == "ERROR"


def ask_lines_unchecked(emulator, name, asked):
    path = name.replace("_", "/")
    answer = http.post(f"{emulator.url}/{path}", json={**asked, "stream": True})
    return [json.loads(line) for line in answer.text.splitlines()]


def test_summarize_takes_sentences_and_bullets(cohere_emulator):
    text = " ".join(f"This is the sentence with the number {number}." for number in range(12))
    for length, count in (("short", 2), ("medium", 4), ("long", 6)):
        asked = {"text": text, "length": length, "format": "bullets"}
        lines = ask(cohere_emulator, "v1_summarize", json=asked)["summary"].splitlines()
        assert lines == [f"- This is the sentence with the number {number}." for number in range(count)]
    assert ask(cohere_emulator, "v1_summarize", json={"text": text})["summary"].endswith("the number 3.")
