"""What a reply says, as the request shapes it."""

import json

import jsonschema
import pytest
from cohere_chat.emulator._json_schema import SchemaError
from cohere_chat.emulator._replies import reply_to
from cohere_chat.emulator._text import tokens
from emulator_samples import (
    ASKED,
    CALLED,
    DOCUMENTS,
    IMAGE,
    RESULTS,
    SALES,
    SAMPLES,
    SCHEMA,
    WEATHER,
    body,
    component,
    function,
)
from hypothesis import given, settings
from hypothesis import strategies as st


def document(data):
    return {"type": "document", "document": {"data": data}}


def text_in(reply):
    return next(item["text"] for item in reply["message"]["content"] if item["type"] == "text")


def thinking_in(reply):
    return [item["thinking"] for item in reply["message"].get("content", ()) if item["type"] == "thinking"]


@pytest.mark.parametrize("name", SAMPLES)
def test_replies_are_as_the_contract_says(name):
    component("V2ChatResponse").validate(reply_to(SAMPLES[name]))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_request_and_seed_give_the_same_reply(name):
    assert reply_to(SAMPLES[name], seed=5) == reply_to(SAMPLES[name], seed=5)


@pytest.mark.parametrize("other", [{"seed": 1}, {"temperature": 0.5}], ids=str)
def test_another_request_gives_another_reply(other):
    assert reply_to(body(**other))["id"] != reply_to(body())["id"]


def test_another_seed_of_the_emulator_gives_another_text():
    assert len({text_in(reply_to(body(), seed=seed)) for seed in range(9)}) > 1


def test_streaming_does_not_change_the_reply():
    assert reply_to(body(stream=True)) == reply_to(body(stream=False)) == reply_to(body())


def test_the_text_refers_to_the_last_user_message():
    reply = reply_to(body(("user", "About ships"), ("assistant", "Well"), ("user", "And boats?")))
    assert '"And boats?"' in text_in(reply)
    assert "turn 2" in text_in(reply)


@pytest.mark.parametrize(
    ("told", "holds"),
    [
        ("Answer in at most 3 words.", lambda text: len(text.split()) == 3),
        ("Use 5 words or less", lambda text: len(text.split()) == 5),
        ("No more than two sentences, please.", lambda text: text.count(". ") <= 1),
        ("Write in ALL CAPS.", str.isupper),
        ("Only use lowercase", str.islower),
        ('Always start your answer with "Ahoy!"', lambda text: text.startswith("Ahoy! ")),
        ('End each answer with "Over."', lambda text: text.endswith(" Over.")),
        ("You are a pirate.", lambda text: text.startswith("[You are a pirate.] ")),
    ],
)
def test_system_messages_are_visibly_obeyed(told, holds):
    text = text_in(reply_to(body(("system", told), ("user", "Tell me about ships."))))
    assert holds(text), text


def test_max_tokens_cuts_the_text():
    whole, cut = reply_to(body(), text="one two three four"), reply_to(body(max_tokens=3), text="one two three four")
    assert (text_in(whole), whole["finish_reason"]) == ("one two three four", "COMPLETE")
    assert (text_in(cut), cut["finish_reason"]) == ("one two three", "MAX_TOKENS")
    assert cut["usage"]["tokens"]["output_tokens"] == 3


@pytest.mark.parametrize(
    ("stops", "text", "reason"),
    [
        (["three"], "one two ", "STOP_SEQUENCE"),
        (["four", "two"], "one ", "STOP_SEQUENCE"),
        (["five", ""], "one two three four", "COMPLETE"),
    ],
)
def test_a_stop_sequence_ends_the_text_before_it(stops, text, reason):
    reply = reply_to(body(stop_sequences=stops), text="one two three four")
    assert (text_in(reply), reply["finish_reason"]) == (text, reason)


def test_what_comes_first_of_limit_and_stop_sequence_is_the_reason():
    both = reply_to(body(stop_sequences=["four"], max_tokens=2), text="one two three four")
    assert (text_in(both), both["finish_reason"]) == ("one two", "MAX_TOKENS")


def test_usage_counts_what_was_read_and_written():
    usage = reply_to(body(("system", "one two"), ("user", "three four five")), text="six seven")["usage"]
    assert usage["billed_units"] == {"input_tokens": 5, "output_tokens": 2}
    assert usage["tokens"]["input_tokens"] > 5
    assert usage["tokens"]["output_tokens"] == 2


def test_logprobs_tell_each_token_of_the_text():
    reply = reply_to(body(logprobs=True))
    assert [item["text"] for item in reply["logprobs"]] == tokens(text_in(reply))
    assert all(logprob <= 0 for item in reply["logprobs"] for logprob in item["logprobs"])


def test_thinking_comes_before_the_text_and_keeps_to_its_budget():
    reply = reply_to(body(thinking={"type": "enabled", "token_budget": 7}))
    assert [item["type"] for item in reply["message"]["content"]] == ["thinking", "text"]
    assert len(tokens(thinking_in(reply)[0])) == 7


def test_only_reasoning_models_think_unasked():
    reasoning = {"model": "command-a-reasoning-08-2025"}
    assert thinking_in(reply_to(body() | reasoning))
    assert not thinking_in(reply_to(body(thinking={"type": "disabled"}) | reasoning))
    assert not thinking_in(reply_to(body()))


def test_images_are_acknowledged():
    items = [{"type": "image_url", "image_url": {"url": url}} for url in (IMAGE, "https://host/cat.png")]
    text = text_in(reply_to(body(("user", [{"type": "text", "text": "Compare."}, *items]))))
    assert "Image 1 is image/png of 8 bytes." in text
    assert "Image 2 is at https://host/cat.png." in text


@pytest.mark.parametrize("name", ["documents", "cited after thinking", "citations cut", "tool results"])
def test_citations_point_at_what_they_quote_and_name_their_source(name):
    message = reply_to(SAMPLES[name])["message"]
    assert message["citations"]
    for citation in message["citations"]:
        text = message["content"][citation["content_index"]]["text"]
        assert text[citation["start"] : citation["end"]] == citation["text"]
        [source] = citation["sources"]
        assert source["id"] in {"doc:0", "birds", "doc:2", "call_1:0", "call_2:0", "sales-1"}
        data = source[{"document": "document", "tool": "tool_output"}[source["type"]]]
        values = [v if isinstance(v, str) else json.dumps(v) for v in data.values()]
        assert any(citation["text"] in value or value in citation["text"] for value in values)


def test_documents_are_cited_whole_under_their_own_or_a_made_up_id():
    reply = reply_to(body(("user", "Penguins"), documents=DOCUMENTS))
    cited = {source["id"]: source["document"] for c in reply["message"]["citations"] for source in c["sources"]}
    assert cited == {
        "doc:0": {"id": "doc:0", "text": DOCUMENTS[0]},
        "birds": {"id": "birds", **DOCUMENTS[1]["data"]},
    }


def test_tool_results_are_cited_by_the_call_they_answer():
    reply = reply_to(SAMPLES["tool results"])
    cited = {source["id"]: source["tool_output"] for c in reply["message"]["citations"] for source in c["sources"]}
    assert cited["call_2:0"] == {"content": "no JSON, but a sentence about sales"}


def test_data_may_be_the_text_of_an_object_or_any_other():
    as_object = {"role": "tool", "tool_call_id": "call_1", "content": [document({"total": 12})]}
    as_text = as_object | {"content": [document('{"total": 12}'), document("[12]")]}
    objects, texts = (reply_to(body(ASKED, CALLED, result)) for result in (as_object, as_text))
    [source] = objects["message"]["citations"][0]["sources"]
    assert source["tool_output"] == {"total": 12}
    cited = [citation["sources"][0] for citation in texts["message"]["citations"]]
    assert cited == [source, {"type": "tool", "id": "call_1:1", "tool_output": {"content": "[12]"}}]
    [citation] = reply_to(body(documents=[{"data": "All ships float."}]))["message"]["citations"]
    assert citation["sources"][0]["document"] == {"id": "doc:0", "text": "All ships float."}


def test_results_before_the_last_user_message_are_not_answered_again():
    reply = reply_to(body(ASKED, CALLED, *RESULTS, ("assistant", "Fine."), ("user", "Thanks!")))
    assert "citations" not in reply["message"]


@pytest.mark.parametrize("mode", ["OFF", "DISABLED"])
def test_citations_can_be_switched_off(mode):
    reply = reply_to(body(documents=DOCUMENTS, citation_options={"mode": mode}))
    assert "citations" not in reply["message"]
    assert text_in(reply)


def test_every_tool_that_the_question_is_about_is_called_with_fitting_arguments():
    reply = reply_to(SAMPLES["tools"])
    calls = reply["message"]["tool_calls"]
    assert reply["finish_reason"] == "TOOL_CALL"
    assert reply["message"]["tool_plan"]
    assert [call["function"]["name"] for call in calls] == ["get_weather", "query_sales"]
    assert len({call["id"] for call in calls}) == 2
    for call, tool in zip(calls, [WEATHER, SALES], strict=True):
        jsonschema.validate(json.loads(call["function"]["arguments"]), tool["function"]["parameters"])
    assert json.loads(calls[0]["function"]["arguments"])["city"] == "Toronto"


@pytest.mark.parametrize(
    ("question", "cities"),
    [
        ('the weather in "Rome" and the time in "Oslo"', ["Rome", "Oslo"]),
        ("the weather in Rome and the time in Oslo", ["Rome", "Oslo"]),
        ("the weather and the time in Rome", ["Rome", "Rome"]),
    ],
)
def test_each_tool_gets_the_next_text_that_is_quoted_or_named(question, cities):
    tools = [function(name, city={"type": "string"}) for name in ("get_weather", "get_time")]
    calls = reply_to(body(("user", question), tools=tools))["message"]["tool_calls"]
    assert [json.loads(call["function"]["arguments"])["city"] for call in calls] == cities


def test_the_first_tool_is_called_where_the_question_is_about_none():
    [call] = reply_to(body(tools=[SALES, WEATHER]))["message"]["tool_calls"]
    assert call["function"]["name"] == "query_sales"


def test_after_tool_results_there_is_an_answer():
    reply = reply_to(SAMPLES["tool results"])
    assert reply["finish_reason"] == "COMPLETE"
    assert "temperature: 20°C" in text_in(reply)


def test_a_required_tool_is_called_after_results_as_well():
    reply = reply_to(body(ASKED, CALLED, *RESULTS, tools=[WEATHER], tool_choice="REQUIRED"))
    assert reply["message"]["tool_calls"]


def test_no_tool_is_called_where_none_is_wanted():
    reply = reply_to(SAMPLES["no tool"])
    assert "tool_calls" not in reply["message"]
    assert text_in(reply)


def test_a_tool_call_that_max_tokens_would_cut_is_left_out():
    reply = reply_to(SAMPLES["tools cut"])
    assert reply["finish_reason"] == "MAX_TOKENS"
    assert [call["function"]["name"] for call in reply["message"]["tool_calls"]] == ["get_weather"]


def test_json_replies_fit_the_schema_given():
    jsonschema.validate(json.loads(text_in(reply_to(SAMPLES["schema"]))), SCHEMA)


def test_json_replies_without_a_schema_are_objects():
    assert isinstance(json.loads(text_in(reply_to(SAMPLES["json"]))), dict)


@pytest.mark.parametrize(
    ("request_body", "place"),
    [
        (body(response_format={"type": "json_object", "json_schema": {"not": {}}}), "json_schema"),
        (body(tools=[{"type": "function", "function": {"name": "f", "parameters": {"not": {}}}}]), "of f"),
    ],
    ids=["json_schema", "parameters"],
)
def test_a_schema_that_nothing_fits_is_refused(request_body, place):
    with pytest.raises(SchemaError, match=place):
        reply_to(request_body)


texts = st.text(max_size=60)
data = st.dictionaries(st.text(max_size=5), st.one_of(texts, st.integers(), st.none(), st.booleans()), max_size=3)


@settings(deadline=None, max_examples=150)
@given(
    question=texts,
    documents=st.lists(st.one_of(texts, st.fixed_dictionaries({"data": data | texts})), max_size=3),
    more=st.fixed_dictionaries(
        {},
        optional={
            "max_tokens": st.integers(0, 60),
            "stop_sequences": st.lists(st.text(max_size=3), max_size=5),
            "logprobs": st.booleans(),
            "thinking": st.fixed_dictionaries(
                {"type": st.sampled_from(["enabled", "disabled"])}, optional={"token_budget": st.integers(1, 9)}
            ),
        },
    ),
)
def test_no_text_and_no_document_breaks_a_reply(question, documents, more):
    reply = reply_to(body(("user", question), documents=documents, **more))
    component("V2ChatResponse").validate(reply)
    assert reply["usage"]["tokens"]["output_tokens"] <= more.get("max_tokens", 10**9)
    for citation in reply["message"].get("citations", ()):
        text = reply["message"]["content"][citation["content_index"]]["text"]
        assert text[citation["start"] : citation["end"]] == citation["text"]


@given(text=st.text())
def test_tokens_join_to_their_text(text):
    assert "".join(tokens(text)) == text
