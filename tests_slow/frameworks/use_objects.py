"""A program for the official SDK that uses its objects: prints what it gets as JSON lines; the URL is the argument."""

import copy
import datetime
import json
import pickle
import sys
import typing
import uuid

import cohere
import pydantic
from cohere.core.api_error import ApiError

REPLY = {
    "id": "x",
    "finish_reason": "COMPLETE",
    "message": {
        "role": "assistant",
        "tool_plan": None,
        "tool_calls": [{"id": "1", "type": "function", "function": {"name": "f", "arguments": "{}"}}],
        "content": [{"type": "text", "text": "hi", "new": 1}, {"type": "thinking", "thinking": "hm"}],
        "citations": [{"start": 0, "end": 2, "sources": [{"type": "document", "id": "d", "document": {"a": None}}]}],
    },
    "usage": {"tokens": {"input_tokens": 1}},
    "meta": {"a": None},
}
MOMENT = datetime.datetime(2026, 1, 2, 3, 4, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))


def show(*what: object) -> None:
    print(json.dumps(what))


def dumps() -> None:
    reply = cohere.V2ChatResponse(**REPLY)
    show("dump", reply.model_dump())
    show("without None", reply.model_dump(exclude_none=True))
    show("without absent", reply.model_dump(exclude_unset=True))
    show("as JSON", reply.model_dump(mode="json"))
    show("as text", json.loads(reply.model_dump_json()), json.loads(reply.model_dump_json(indent=2)))
    show("as dict", reply.dict())
    show("pairs", [name for name, _ in reply], sorted(dict(reply)))
    show("call", reply.message.tool_calls[0].model_dump())
    show("parts", reply.message.content[0].text, reply.message.content[0].new, reply.message.content[1].thinking)
    show("sources", reply.message.citations[0].sources[0].document, reply.meta)


def values() -> None:
    reply, other = cohere.V2ChatResponse(**REPLY), cohere.V2ChatResponse(**REPLY)
    show("equal", reply == other, copy.deepcopy(reply) == reply, pickle.loads(pickle.dumps(reply)) == reply)
    other.message.content[0].text = "changed"
    show("changed", reply == other, other.message.content[0].model_dump())
    call = cohere.ToolCallV2(function=cohere.ToolCallV2Function(name="f", arguments="{}"))
    show("made up", str(uuid.UUID(call.id)) == call.id, call.type)
    tool = cohere.ToolV2(type="function", function={"name": "f", "parameters": {}})
    show("nested", type(tool.function).__name__, tool.function.name, tool.function.description)
    show("tags", cohere.TextContent(text="a").type, cohere.UserChatMessageV2(content="a").role)
    show("repr", repr(cohere.TextContent(text="a")), repr(cohere.ToolCallV2Function(name="f", arguments="{}")))
    show("fields", list(cohere.TextContent.model_fields), cohere.TextContent.model_fields["type"].default)


class Record(pydantic.BaseModel):
    call: cohere.ToolCallV2
    sources: list[cohere.Source]
    raw: typing.Any


def pydantic_models() -> None:
    call = {"id": "1", "type": "function", "function": {"name": "f"}}
    sources = [{"type": "document", "id": "d"}, {"type": "tool", "id": "t"}]
    record = Record(call=call, sources=sources, raw=cohere.V2ChatResponse(**REPLY))
    show("in a model", record.model_dump(), record.model_dump(mode="json"), record.model_dump(exclude_none=True))
    show("in a model as text", json.loads(record.model_dump_json()), [type(s).__name__ for s in record.sources])


def classes() -> None:
    error = cohere.BadRequestError(body={"message": "no"})
    show("error", error.status_code, error.body, isinstance(error, ApiError))
    show("clients", issubclass(cohere.ClientV2, cohere.Client), issubclass(cohere.AsyncClientV2, cohere.AsyncClient))


def requests() -> None:
    client = cohere.ClientV2("secret", base_url=sys.argv[1], client_name="objects")
    question = cohere.UserChatMessageV2(
        content=[
            cohere.TextContent(text="Hello!"),
            cohere.ImageUrlContent(image_url=cohere.ImageUrl(url="data:image/png;base64,", detail="low")),
        ]
    )
    tool = cohere.ToolV2(function=cohere.ToolV2Function(name="f", description="d", parameters={"type": "object"}))
    response = client.chat(model="command-a", messages=[question], tools=[tool], temperature=cohere.v2.client.OMIT)
    history = [cohere.SystemChatMessageV2(content="Be brief."), question, response.message]
    history += [
        cohere.ToolChatMessageV2(tool_call_id=call.id, content=[cohere.DocumentToolContent(document=document)])
        for call in response.message.tool_calls
        for document in [cohere.Document(data={"city": "Rome", "when": datetime.date(2026, 1, 2)}, id="d")]
    ]
    response = client.chat(
        model="command-a",
        messages=history,
        documents=["a", cohere.Document(data={"a": 1, "none": None, "when": MOMENT})],
        response_format=cohere.TextResponseFormatV2(),
        citation_options=cohere.CitationOptions(mode="FAST"),
        thinking=cohere.Thinking(type="enabled", token_budget=5),
        safety_mode="STRICT",
        stop_sequences=["x"],
        request_options={"additional_headers": {"X-A": "b"}, "additional_body_parameters": {"new": 1}},
    )
    show("text", response.message.content[0].text, response.usage.tokens.input_tokens)
    for event in client.chat_stream(model="command-a", messages=[*history, response.message]):
        tag = "".join(word.title() for word in event.type.split("-"))
        of_its_class = isinstance(event, getattr(cohere, f"{tag}V2ChatStreamResponse"))
        show("event", of_its_class, event.model_dump(exclude_none=True))
    raw = client.with_raw_response.chat(model="command-a", messages=history)
    show("raw", raw.data.id, raw.headers["content-type"])


# First: the official SDK gives ToolCallV2 its ids when a client is looked up.
classes()
dumps()
values()
pydantic_models()
requests()
