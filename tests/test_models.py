"""The generated classes: nothing that the API says is lost, altered, or a reason to fail."""

from __future__ import annotations

import copy
import json
import pickle
import sys
from typing import Any

import attrs
import cohere_chat
import pytest
from cohere_chat_api import models
from cohere_chat_api.types import Model, Unknown
from hypothesis import given
from hypothesis import strategies as st
from support import ENDPOINT, parse_event, parse_reply

REPLY: dict[str, Any] = {
    "id": "1",
    "finish_reason": "TOOL_CALL",
    "message": {
        "role": "assistant",
        "tool_plan": "look it up",
        "tool_calls": [{"id": "t", "type": "function", "function": {"name": "f", "arguments": "{}"}}],
        "content": [{"type": "thinking", "thinking": "hm"}, {"type": "text", "text": "hi"}],
        "citations": [
            {
                "start": 0,
                "end": 2,
                "text": "hi",
                "sources": [
                    {"type": "document", "id": "d", "document": {"title": "T"}},
                    {"type": "tool", "id": "t:0", "tool_output": {"x": 1}},
                ],
                "type": "TEXT_CONTENT",
            }
        ],
    },
    "usage": {"billed_units": {"input_tokens": 1}, "tokens": {"output_tokens": 2.5}, "cached_tokens": 0},
    "logprobs": [{"text": "hi", "token_ids": [7], "logprobs": [-0.5]}],
}

# Any JSON, rich in the names and tags of the contract, so that parsers are reached with what they do not expect.
names = st.sampled_from(sorted({*REPLY, *REPLY["message"], "type", "text", "delta", "index", "function", "new"}))
tags = st.sampled_from([*ENDPOINT.streaming.events.names, "text", "thinking", "video", "document", "tool", "function"])
scalars = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text() | tags
)
anything = st.recursive(scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=5))
objects = st.dictionaries(names, anything, max_size=6)
classes = st.sampled_from(
    [value for name in models.__all__ if isinstance(value := getattr(models, name), type) and issubclass(value, Model)]
)


@given(classes, objects, objects)
def test_a_copy_with_other_values_keeps_the_rest(
    cls: type[Model], source: dict[str, Any], changes: dict[str, Any]
) -> None:
    read = cls.from_dict(source)
    known = {attribute: changes[name] for attribute, name in cls._fields.items() if name in changes}
    # What copy.replace() does in Python 3.13.
    replaced = read.__replace__(**known)
    assert replaced.to_dict() == source | {name: changes[name] for name in cls._fields.values() if name in changes}
    assert read.to_dict() == source


def test_objects_in_a_dictionary_are_dumped_with_it() -> None:
    source = {"classifications": [{"labels": {"spam": {"confidence": 0.5}}}]}
    reply = cohere_chat.ClassifyResponse.from_dict(source)
    assert type(reply.classifications[0].labels["spam"]) is cohere_chat.ClassifyResponseClassificationsItemLabelsValue
    assert reply.model_dump(exclude_unset=True) == source


@given(classes, objects)
def test_every_class_gives_back_exactly_what_it_read(cls: type[Model], source: dict[str, Any]) -> None:
    text = json.dumps(source)
    assert json.dumps(cls.from_dict(json.loads(text)).to_dict()) == text


def test_a_reply_is_read_into_the_classes_of_the_contract() -> None:
    reply = parse_reply(REPLY)
    assert reply.message.content is not None
    assert [type(item).__name__ for item in reply.message.content] == ["ThinkingContent", "TextContent"]
    assert reply.message.content[1].type == "text"
    assert reply.message.tool_calls is not None
    assert reply.message.tool_calls[0].function is not None
    assert reply.message.tool_calls[0].function.name == "f"
    assert reply.message.citations is not None
    assert reply.message.citations[0].sources is not None
    assert [source.type for source in reply.message.citations[0].sources] == ["document", "tool"]
    assert reply.usage is not None
    assert reply.usage.tokens is not None
    assert reply.usage.tokens.output_tokens == 2.5
    assert reply.logprobs is not None
    assert reply.logprobs[0].token_ids == [7]
    with pytest.raises(AttributeError, match="'V2ChatResponse' object has no attribute 'usgae'"):
        _ = reply.usgae  # type: ignore[attr-defined]


@pytest.mark.parametrize("tag", ENDPOINT.streaming.events.names)
def test_each_event_is_read_into_the_class_of_its_type(tag: str) -> None:
    event = parse_event({"type": tag})
    assert type(event).__name__ == ENDPOINT.streaming.events.names[tag]
    assert event.type == tag


@pytest.mark.parametrize("tag", [[], {}, None, 1, True, "vidéo", ""])
def test_a_tag_of_any_kind_is_read(tag: object) -> None:
    content = [{"type": tag, "text": "x"}]
    message = models.AssistantMessageResponse.from_dict({"content": content})
    assert isinstance(message.content, list)
    assert isinstance(message.content[0], Unknown)
    assert message.to_dict() == {"content": content}


def test_unknown_tags_are_not_remembered() -> None:
    for number in range(100):
        parse_event({"type": f"new-{number}"})
    assert set(ENDPOINT.streaming.events) <= set(ENDPOINT.streaming.events.names)


def test_objects_can_be_changed_and_go_out_changed() -> None:
    message = models.AssistantMessageResponse.from_dict(REPLY["message"])
    assert isinstance(message.content, list)
    message.content.append(models.TextContent(text="more"))
    message.tool_plan = "another"
    assert message.tool_calls is not None
    message.tool_calls[0].function = None
    changed = message.to_dict()
    assert changed["content"][-1] == {"type": "text", "text": "more"}
    assert changed["tool_plan"] == "another"
    assert changed["tool_calls"] == [{"id": "t", "type": "function", "function": None}]
    assert changed["citations"] == REPLY["message"]["citations"]


def test_constructors_take_fields_by_name() -> None:
    assert models.TextContent(text="hi").to_dict() == {"type": "text", "text": "hi"}
    assert models.Usage().to_dict() == {}
    assert models.Usage(tokens=None).to_dict() == {"tokens": None}
    extra: Any = {"mood": "good"}
    assert models.TextContent(text="hi", **extra).to_dict() == {"type": "text", "text": "hi", "mood": "good"}
    with pytest.raises(TypeError, match=r"TextContent\(\) needs the keyword argument 'text'"):
        models.TextContent()  # type: ignore[call-arg]


def test_objects_compare_by_value() -> None:
    assert models.TextContent(text="a") == models.TextContent.from_dict({"text": "a", "type": "text"})
    assert models.TextContent(text="a") != models.TextContent(text="b")
    assert models.TextContent(text="a") != {"type": "text", "text": "a"}
    with pytest.raises(TypeError, match="unhashable"):
        hash(models.TextContent(text="a"))


def test_objects_show_and_list_what_they_hold() -> None:
    usage = models.Usage.from_dict({"cached_tokens": 1, "new": 2})
    assert repr(usage) == "Usage(cached_tokens=1, new=2)"
    assert dict(usage) == {"billed_units": None, "tokens": None, "cached_tokens": 1, "new": 2}
    assert [field.name for field in attrs.fields(models.Usage)] == ["billed_units", "tokens", "cached_tokens"]


def test_a_long_vector_shows_its_beginning() -> None:
    vectors = models.EmbedByTypeResponseEmbeddings(int8=[list(range(256)), [1, 2]], base64=["AAAA"])
    shown = "EmbedByTypeResponseEmbeddings(int8=[[0, 1, 2, ... 256 in all], [1, 2]], base64=['AAAA'])"
    assert repr(vectors) == shown
    one = cohere_chat.StreamedEmbedding(0, [0.5] * 1024, "float", "text")
    assert repr(one).endswith("embedding=[0.5, 0.5, 0.5, ... 1024 in all], embedding_type='float', text='text')")


def test_copies_are_independent() -> None:
    usage = models.UsageTokens(input_tokens=1)
    for other in (copy.copy(usage), copy.deepcopy(usage), pickle.loads(pickle.dumps(usage))):
        other.input_tokens = 2
        assert usage.input_tokens == 1
        assert other.to_dict() == {"input_tokens": 2}


def test_a_module_without_a_name_says_so() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        _ = models.Nothing
    assert "Usage" in dir(models)


@pytest.mark.parametrize("name", ["float", "float_"])
def test_a_field_whose_name_is_a_word_of_python_has_both_names(name: str) -> None:
    cls: Any = cohere_chat.EmbedByTypeResponseEmbeddings
    assert getattr(cls.from_dict({"float": [[0.5]]}), name) == [[0.5]]
    assert getattr(cls.from_dict({"int8": [[1]]}), name) is None
    assert cls(**{name: [[0.5]]}).to_dict() == {"float": [[0.5]]}


def test_names_that_the_official_sdk_gives_to_fields_are_known() -> None:
    cls: Any = cohere_chat.JsonObjectResponseFormat
    assert cls(schema_={"type": "object"}).to_dict() == {"type": "json_object", "schema": {"type": "object"}}
    dataset: Any = cohere_chat.Dataset.from_dict({"schema": "{}"})
    assert dataset.schema_ == dataset.schema == "{}"
    assert not hasattr(dataset, "_schema")


def test_vars_gives_the_fields() -> None:
    assert vars(cohere_chat.TextContent.from_dict({"type": "text", "text": "a", "new": 1})) == {
        "type": "text",
        "text": "a",
        "new": 1,
    }


@pytest.mark.parametrize("text", ["2026-99-99T00:00:00Z", "2026-08-20", "soon"])
def test_a_time_that_cannot_be_read_stays_text(text: str) -> None:
    dataset = cohere_chat.Dataset.from_dict({"created_at": text})
    assert dataset.created_at == text
    assert dataset.to_dict() == {"created_at": text}


def test_an_object_has_a_pydantic_serializer_only_where_pydantic_is_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "pydantic_core", raising=False)
    assert not hasattr(models.TextContent(text="a"), "__pydantic_serializer__")
