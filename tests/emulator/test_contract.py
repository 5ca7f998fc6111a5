"""Which requests are refused, with which status, and which field the message names."""

import pytest
from cohere_chat.emulator._contract import RefusedError, operations, unknown_keys
from emulator_samples import CALLED, IMAGE, RESULTS, SAMPLES, WEATHER, body, check

IMAGE_ITEM = {"type": "image_url", "image_url": {"url": IMAGE}}

REFUSED = [
    ([], 400, "the body: must be an object"),
    ({}, 400, "model is required"),
    ({"model": "command-a"}, 400, "messages is required"),
    (body() | {"model": 3}, 400, "model: must be a string"),
    (body() | {"messages": []}, 400, "messages: must have at least one"),
    (body() | {"messages": {}}, 400, "messages: must be an array"),
    (body() | {"messages": ["Hi"]}, 400, "messages[0]: must be an object"),
    (body(("robot", "Hi")), 400, "messages[0].role: must be one of user, assistant, system, tool"),
    (body({"content": "Hi"}), 400, "messages[0].role"),
    (body(("user", "Hi"), {"role": "user"}), 400, "messages[1].content is required"),
    (body(("user", None)), 400, "messages[0].content: must be a string or an array"),
    (body(("user", [{"type": "video"}])), 400, "messages[0].content[0].type: must be one of text, image_url"),
    (body(("user", [{"type": "text"}])), 400, "messages[0].content[0].text is required"),
    (
        body(("user", [{"type": "image_url", "image_url": {}}])),
        400,
        "messages[0].content[0].image_url.url is required",
    ),
    (
        body(("user", [IMAGE_ITEM, {"type": "image_url", "image_url": {"url": "ftp://host/a.png"}}])),
        400,
        "messages[0].content[1].image_url.url",
    ),
    (
        body(("user", [{"type": "image_url", "image_url": {"url": "data:image/png;base64,%%"}}])),
        400,
        "messages[0].content[0].image_url.url",
    ),
    (body({"role": "tool", "content": "{}"}), 400, "messages[0].tool_call_id is required"),
    (body(("user", "Hi"), RESULTS[0]), 400, "messages[1].tool_call_id: no earlier message"),
    (body(temperature="hot"), 400, "temperature: must be a number"),
    (body(temperature=1.5), 400, "temperature: must be at most 1"),
    (body(p=0), 400, "p: must be at least 0.01"),
    (body(stream="yes"), 400, "stream: must be true or false"),
    (body(stop_sequences=list("abcdef")), 400, "stop_sequences: must have at most 5 items"),
    (body(safety_mode="LAX"), 400, "safety_mode: must be one of CONTEXTUAL, STRICT, OFF"),
    (body(max_tokens=-1), 400, "max_tokens: must be at least 0"),
    (body(max_tokens=1.5), 400, "max_tokens: must be an integer"),
    (body(documents=[1]), 400, "documents[0]: must be a string or an object"),
    (body(documents=[{}]), 400, "documents[0].data is required"),
    (body(tools=[{"type": "plugin"}]), 400, "tools[0].type: must be function"),
    (
        body(tools=[{"type": "function", "function": {"name": "f"}}]),
        400,
        "tools[0].function.parameters is required",
    ),
    (
        body(tools=[{"type": "function", "function": {"name": "f", "parameters": {"type": "thing"}}}]),
        400,
        "tools[0].function.parameters: not a valid JSON Schema: $.type",
    ),
    (
        body(tools=[{"type": "function", "function": {"name": "f", "parameters": {"type": "null"}}}]),
        400,
        "tools[0].function.parameters.type: must be object",
    ),
    (body(tool_choice="REQUIRED"), 400, "tool_choice"),
    (body(response_format={"type": "xml"}), 400, "response_format.type: must be one of text, json_object"),
    (body(response_format={"type": "json_object"}, tools=[WEATHER]), 400, "response_format"),
    (body(response_format={"type": "json_object"}, documents=["a"]), 400, "response_format"),
    (
        body(response_format={"type": "json_object", "json_schema": {"required": 1}}),
        400,
        "response_format.json_schema: not a valid JSON Schema: $.required",
    ),
    (body(response_format={"type": "json_object", "schema": 3}), 400, "response_format.schema: must be an object"),
    (body(thinking={"type": "enabled", "token_budget": 0}), 400, "thinking.token_budget: must be at least 1"),
    (body(temprature=0), 422, "'temprature' is not a parameter of this endpoint, did you mean 'temperature'?"),
    (body(zzz=0), 422, "'zzz' is not a parameter"),
    (body() | {"model": "gpt-4"}, 404, "model 'gpt-4' not found"),
    (body() | {"model": "command-a-plus-13-2026"}, 404, "model 'command-a-plus-13-2026' not found"),
]


@pytest.mark.parametrize(("request_body", "status", "told"), REFUSED, ids=[told for _, _, told in REFUSED])
def test_a_bad_request_is_refused_and_the_field_at_fault_named(request_body, status, told):
    with pytest.raises(RefusedError) as refused:
        check(request_body)
    assert refused.value.status == status
    assert told in refused.value.message


@pytest.mark.parametrize("name", SAMPLES)
def test_what_the_contract_allows_is_let_through(name):
    check(SAMPLES[name])


def test_a_tool_result_may_answer_any_earlier_call():
    check(body(("user", "Hi"), CALLED, *RESULTS, ("assistant", "Well"), RESULTS[1]))


@pytest.mark.parametrize(
    "model",
    [
        *("command-a-plus-05-2026", "command-a-03-2025", "command-r-plus-08-2024", "command-r7b-12-2024"),
        *("command-a-vision-07-2025", "command-r", "command-nightly", "c4ai-aya-expanse-32b"),
    ],
)
def test_names_of_the_form_of_coheres_models_are_known(model):
    check(body() | {"model": model})


def test_further_models_can_be_made_known():
    check(body() | {"model": "my-finetune"}, models={"my-finetune"})


def test_every_parameter_of_the_contract_is_known_as_one():
    for name in operations()["v2_chat"].body_names:
        with pytest.raises(RefusedError) as refused:
            check({name: object()})
        assert refused.value.status == 400, name


UNKNOWN = {
    "flat tools": (
        body(tools=[{"type": "function", "name": "f", "parameters": {}}]),
        {"tools[].name", "tools[].parameters"},
    ),
    "a branch by its tag": (
        body(("user", [{"type": "image_url", "image_url": {"url": IMAGE, "size": 1}}])),
        {"messages[].content[].image_url.size"},
    ),
    "a branch by its type": (body(documents=["text", {"data": {}, "title": "A"}]), {"documents[].title"}),
    "what is free-form": (body(documents=[{"data": {"any": 1}}], tools=[WEATHER]), set()),
    "the guides' name of a JSON Schema": (body(response_format={"type": "json_object", "schema": {}}), set()),
}


@pytest.mark.parametrize("name", UNKNOWN)
def test_keys_that_the_contract_does_not_know_are_found_in_nested_objects(name):
    value, keys = UNKNOWN[name]
    check(value)
    assert unknown_keys(operations()["v2_chat"], value) == keys


@pytest.mark.parametrize("name", SAMPLES)
def test_the_contract_knows_every_key_that_its_parameters_have(name):
    assert unknown_keys(operations()["v2_chat"], SAMPLES[name]) == set()
