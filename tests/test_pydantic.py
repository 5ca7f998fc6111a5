"""Objects of the API are fields of pydantic models, as those of the official SDK are."""

from __future__ import annotations

import datetime
import subprocess
import sys
from typing import Any

import cohere_chat
import pydantic
import pytest

REPLY: dict[str, Any] = {
    "id": "x",
    "finish_reason": "COMPLETE",
    "message": {"role": "assistant", "content": [{"type": "text", "text": "hi", "new": 1}]},
}
CALL: dict[str, Any] = {"id": "1", "type": "function", "function": {"name": "f"}}
SOURCES: list[dict[str, Any]] = [{"type": "document", "id": "d"}, {"type": "tool", "id": "t", "tool_output": None}]


class Record(pydantic.BaseModel):
    call: cohere_chat.ToolCallV2
    sources: list[cohere_chat.DocumentSource | cohere_chat.ToolSource] = []
    # Frameworks keep replies in fields of any type.
    raw: Any = None
    extra: dict[str, Any] = {}


def record() -> Record:
    return Record.model_validate(
        {
            "call": cohere_chat.ToolCallV2.from_dict(CALL),
            "sources": SOURCES,
            "raw": cohere_chat.V2ChatResponse.from_dict(REPLY),
            "extra": {"calls": [cohere_chat.ToolCallV2.from_dict(CALL)]},
        }
    )


# The same for either; see the tests of the official SDK for what that gives.
AS_JSON = {"call": CALL, "sources": SOURCES, "raw": REPLY, "extra": {"calls": [CALL]}}


def test_dictionaries_are_read_as_the_objects_that_their_tags_name() -> None:
    read = Record.model_validate_json(record().model_dump_json())
    assert read.call == cohere_chat.ToolCallV2.from_dict(CALL)
    assert [type(source) for source in read.sources] == [cohere_chat.DocumentSource, cohere_chat.ToolSource]


def test_objects_are_kept_as_they_are() -> None:
    call = cohere_chat.ToolCallV2.from_dict(CALL)
    assert Record(call=call).call is call


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (3, "must be a ToolCallV2 or a dictionary, not int"),
        ({"type": "other"}, "type of a ToolCallV2 must be 'function'"),
    ],
)
def test_something_else_is_refused(value: Any, told: str) -> None:
    with pytest.raises(pydantic.ValidationError, match=told):
        Record(call=value)


def test_json_has_the_fields_that_there_are() -> None:
    assert pydantic.TypeAdapter(Any).validate_json(record().model_dump_json()) == AS_JSON
    assert record().model_dump(mode="json") == AS_JSON
    assert record().model_dump(exclude_unset=True) == AS_JSON
    without_null = record().model_dump(mode="json", exclude_none=True)
    assert without_null["sources"] == [{"type": "document", "id": "d"}, {"type": "tool", "id": "t"}]


def test_python_has_absent_fields_as_none() -> None:
    dumped = record().model_dump()
    assert dumped["call"] == {**CALL, "function": {"name": "f", "arguments": None}}
    assert dumped["raw"]["usage"] is None
    assert dumped["raw"]["message"]["content"] == [{"type": "text", "text": "hi", "new": 1}]


def test_values_of_python_inside_become_json() -> None:
    document = cohere_chat.Document(data={"when": datetime.date(2026, 1, 2)})
    assert Record(call=CALL, raw=document).model_dump(mode="json")["raw"] == {"data": {"when": "2026-01-02"}}


def test_a_json_schema_calls_them_objects() -> None:
    properties = Record.model_json_schema()["properties"]
    assert properties["call"] == {"title": "ToolCallV2", "type": "object"}


def test_without_pydantic_there_is_no_trace_of_it() -> None:
    code = (
        "import sys, cohere_chat\n"
        "text = cohere_chat.TextContent(text='a')\n"
        "assert not hasattr(text, '__pydantic_serializer__')\n"
        "assert not [name for name in sys.modules if name.startswith('pydantic')]\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
