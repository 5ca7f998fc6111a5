"""Objects of the API behave as the official SDK's, where programs can tell."""

from __future__ import annotations

import datetime
import enum
import json
import uuid
from collections.abc import AsyncIterator, Iterator
from typing import Any

import cohere_chat
import pytest
from cohere_chat import AssistantMessageResponse, Document, TextContent, ToolCallV2, ToolV2, V2ChatResponse
from cohere_chat_api import models, unions
from cohere_chat_api.types import Model
from support import CONTRACT, Both, parse_event

SCHEMAS: dict[str, Any] = CONTRACT["components"]["schemas"]

# As it came; null and absent fields apart, with unknown ones.
REPLY: dict[str, Any] = {
    "id": "x",
    "finish_reason": "COMPLETE",
    "message": {"role": "assistant", "tool_plan": None, "content": [{"type": "text", "text": "hi", "new": 1}]},
    "usage": {"tokens": {"input_tokens": 1}},
    "meta": {"a": None},
}
ABSENT_AS_NONE: dict[str, Any] = {
    "id": "x",
    "finish_reason": "COMPLETE",
    "message": {
        "role": "assistant",
        "tool_calls": None,
        "tool_plan": None,
        "content": [{"type": "text", "text": "hi", "new": 1}],
        "citations": None,
    },
    "usage": {"billed_units": None, "tokens": {"input_tokens": 1, "output_tokens": None}, "cached_tokens": None},
    "logprobs": None,
    "meta": {"a": None},
}
WITHOUT_NONE: dict[str, Any] = {
    "id": "x",
    "finish_reason": "COMPLETE",
    "message": {"role": "assistant", "content": [{"type": "text", "text": "hi", "new": 1}]},
    "usage": {"tokens": {"input_tokens": 1}},
    "meta": {"a": None},
}


@pytest.mark.parametrize(
    ("options", "dumped"),
    [
        ({}, ABSENT_AS_NONE),
        ({"exclude_none": True}, WITHOUT_NONE),
        ({"exclude_unset": True}, REPLY),
        ({"exclude_none": True, "exclude_unset": True}, WITHOUT_NONE),
        ({"mode": "json"}, REPLY),
        ({"mode": "json", "exclude_none": True}, WITHOUT_NONE),
    ],
)
def test_model_dump_tells_absent_null_and_none_apart(options: Any, dumped: dict[str, Any]) -> None:
    assert V2ChatResponse.from_dict(REPLY).model_dump(**options) == dumped


def test_model_dump_json_and_dict_leave_absent_fields_out() -> None:
    reply = V2ChatResponse.from_dict(REPLY)
    assert json.loads(reply.model_dump_json()) == reply.dict() == REPLY
    assert reply.dict(exclude_none=True) == json.loads(reply.model_dump_json(exclude_none=True)) == WITHOUT_NONE
    assert reply.dict(exclude_unset=False) == ABSENT_AS_NONE
    assert reply.model_dump_json(indent=2).startswith('{\n  "id": "x",\n')
    assert ": " not in reply.model_dump_json()


def test_fields_that_were_changed_are_dumped() -> None:
    message = AssistantMessageResponse.from_dict(REPLY["message"])
    message.content = [TextContent(text="new")]
    message.citations = []
    assert message.model_dump(exclude_unset=True) == {
        "role": "assistant",
        "tool_plan": None,
        "content": [{"type": "text", "text": "new"}],
        "citations": [],
    }


class Colour(enum.Enum):
    RED = "red"


def test_what_json_does_not_know_is_dumped_as_it_is_sent() -> None:
    values = {
        "moment": datetime.datetime(2026, 1, 2, 3, 4, tzinfo=datetime.UTC),
        "colour": Colour.RED,
        "id": uuid.UUID(int=1),
    }
    document = Document(data=values)
    as_json = {"moment": "2026-01-02T03:04:00+00:00", "colour": "red", "id": "00000000-0000-0000-0000-000000000001"}
    assert document.model_dump() == {"data": values, "id": None}
    assert document.model_dump(mode="json") == {"data": as_json}
    assert json.loads(document.model_dump_json()) == {"data": as_json}
    with pytest.raises(TypeError, match="set can't be serialised to JSON; pass a list"):
        Document(data={"a": {1}}).model_dump_json()


def test_dictionaries_in_constructors_become_objects() -> None:
    tool = ToolV2(type="function", function={"name": "f", "parameters": {"type": "object"}})
    assert isinstance(tool.function, cohere_chat.ToolV2Function)
    assert tool.function.parameters == {"type": "object"}
    message = cohere_chat.UserChatMessageV2(
        content=({"type": "text", "text": "a"}, TextContent(text="b"), {"type": "image_url", "image_url": {"url": "u"}})
    )
    assert isinstance(message.content, list)
    assert [type(item).__name__ for item in message.content] == ["TextContent", "TextContent", "ImageUrlContent"]
    extra: Any = {"type": "video", "url": "u"}
    other = cohere_chat.UserChatMessageV2(content=[extra])
    assert other.to_dict() == {"role": "user", "content": [extra]}


def test_a_tool_call_without_an_id_gets_one_of_its_own() -> None:
    first, second = ToolCallV2(), ToolCallV2()
    assert uuid.UUID(first.id) != uuid.UUID(second.id)
    assert first.to_dict() == {"id": first.id, "type": "function"}
    assert ToolCallV2(id="mine").id == "mine"
    assert ToolCallV2.from_dict({"type": "function"}).id is None


def test_model_fields_tell_names_and_defaults_at_the_class() -> None:
    assert list(TextContent.model_fields) == ["type", "text"]
    assert TextContent.model_fields["type"].default == "text"
    assert Model.model_fields == {}


@pytest.mark.parametrize("name", [name for name, schema in SCHEMAS.items() if "oneOf" in schema])
def test_a_union_of_the_contract_is_a_type(name: str) -> None:
    members = [ref["$ref"].rpartition("/")[2] for ref in SCHEMAS[name]["oneOf"]]
    union = getattr(cohere_chat, name)
    assert [member.__name__ for member in union.__args__] == members
    assert name in unions.__all__
    assert all(isinstance(getattr(models, member).from_dict({}), union) for member in members)


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("ContentDeltaV2ChatStreamResponse", "ChatContentDeltaEvent"),
        ("ToolPlanDeltaV2ChatStreamResponse", "ChatToolPlanDeltaEvent"),
        ("CitationStartV2ChatStreamResponse", "CitationStartEvent"),
        ("TextAssistantMessageResponseContentItem", "TextContent"),
        ("ThinkingAssistantMessageV2ContentOneItem", "ThinkingContent"),
        ("DocumentToolContent", "DocumentContent"),
    ],
)
def test_a_class_has_its_official_names_as_well(name: str, ours: str) -> None:
    assert getattr(cohere_chat, name) is getattr(cohere_chat, ours)


def test_match_tells_events_and_their_parts_apart() -> None:
    call = {"id": "1", "type": "function", "function": {"name": "f", "arguments": ""}}
    start = {"type": "tool-call-start", "index": 0, "delta": {"message": {"tool_calls": call}}}
    delta = {
        "type": "tool-call-delta",
        "index": 0,
        "delta": {"message": {"tool_calls": {"function": {"arguments": "{"}}}},
    }

    def seen(source: dict[str, Any]) -> object:
        match parse_event(source):
            case cohere_chat.ToolCallStartV2ChatStreamResponse(delta=part) if part and part.message:
                return isinstance(part.message.tool_calls, ToolCallV2)
            case cohere_chat.ToolCallDeltaV2ChatStreamResponse(delta=part) if part and part.message:
                return type(part.message.tool_calls).__name__
        return None

    assert seen(start) is True
    assert seen(delta) == "ChatToolCallDeltaEventDeltaMessageToolCalls"


def test_streams_are_iterators(both: Both) -> None:
    stream = both.client().chat_stream(model="m", messages=[])
    assert isinstance(stream, Iterator if both.kind == "sync" else AsyncIterator)
    both.run(stream.close if both.kind == "sync" else stream.aclose)


def test_errors_can_be_built_with_a_body_alone() -> None:
    error = cohere_chat.BadRequestError(body={"message": "no"})
    assert (error.status_code, error.body, str(error)) == (400, {"message": "no"}, "400: no")
