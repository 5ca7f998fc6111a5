"""Chat, version 1: asked of version 2 and told in the words of version 1."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ._calls import Call, meta
from ._chat import told
from ._chat_checks import check_chat
from ._contract import RefusedError
from ._events import Event
from ._models import check_model
from ._text import tokens

_ROLES = {"USER": "user", "CHATBOT": "assistant", "SYSTEM": "system"}
# Types of tools' parameters are those of Python; the first word counts: List[str] is a list.
_JSON_TYPES = {"int": "integer", "float": "number", "bool": "boolean", "list": "array", "dict": "object"} | {
    kind: kind for kind in ("integer", "number", "boolean", "array", "object")
}
_SAME_NAMES = ("max_tokens", "stop_sequences", "temperature", "seed", "k", "p", "frequency_penalty", "presence_penalty")


def v1_chat(call: Call) -> dict[str, Any]:
    body = call.body
    model = check_model(call, "chat", default="command-r-plus")
    if not (body["message"] or body.get("tool_results")):
        raise RefusedError(400, "invalid request: message: must have at least one character")
    reply: dict[str, Any] = {
        "text": "",
        "generation_id": call.reply_id,
        "response_id": call.reply_id,
        "finish_reason": "COMPLETE",
        "meta": meta("1"),
    }
    found = _searched(call, reply)
    if body.get("search_queries_only"):
        reply |= {"is_search_required": True, "search_queries": _queries(call)}
        return reply
    asked = _as_v2(body, model, found)
    check_chat(asked)
    answer = told(asked, call.state.settings.seed, call.script if isinstance(call.script, str) else None)
    message = answer["message"]
    reply |= {
        "text": "".join(item["text"] for item in message.get("content", ()) if item["type"] == "text"),
        "finish_reason": "COMPLETE" if answer["finish_reason"] == "TOOL_CALL" else answer["finish_reason"],
        "meta": {**meta("1"), **{name: answer["usage"][name] for name in ("billed_units", "tokens")}},
    }
    if "tool_calls" in message:
        functions = [each["function"] for each in message["tool_calls"]]
        calls = [{"name": each["name"], "parameters": json.loads(each["arguments"])} for each in functions]
        reply |= {"text": message["tool_plan"], "tool_calls": calls}
    if "citations" in message:
        reply |= _cited(message["citations"])
    said = {"role": "CHATBOT", "message": reply["text"]} | (
        {"tool_calls": reply["tool_calls"]} if "tool_calls" in reply else {}
    )
    reply["chat_history"] = [*body.get("chat_history", ()), {"role": "USER", "message": body["message"]}, said]
    return reply


def _as_v2(body: Mapping[str, Any], model: str, found: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    messages: list[dict[str, Any]] = []
    if body.get("preamble"):
        messages.append({"role": "system", "content": body["preamble"]})
    for turn in body.get("chat_history", ()):
        if turn["role"] == "TOOL":
            messages += _results(turn.get("tool_results", ()))
        elif turn.get("message"):
            messages.append({"role": _ROLES[turn["role"]], "content": turn["message"]})
    if body["message"]:
        messages.append({"role": "user", "content": body["message"]})
    messages += _results(body.get("tool_results", ()))
    asked: dict[str, Any] = {"model": model, "messages": messages}
    asked |= {name: body[name] for name in _SAME_NAMES if name in body}
    if "response_format" in body:
        asked["response_format"] = body["response_format"]
    documents = [*body.get("documents", ()), *found]
    if documents:
        asked["documents"] = [{"id": each.get("id", f"doc_{at}"), "data": each} for at, each in enumerate(documents)]
    if body.get("citation_quality") in ("OFF", "DISABLED"):
        asked["citation_options"] = {"mode": "OFF"}
    if body.get("tools"):
        asked["tools"] = [_tool(tool) for tool in body["tools"]]
    return asked


def _results(results: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    for index, result in enumerate(results):
        called = result["call"]
        identifier = f"{called['name']}:{index}"
        function = {"name": called["name"], "arguments": json.dumps(called["parameters"])}
        yield {"role": "assistant", "tool_calls": [{"id": identifier, "type": "function", "function": function}]}
        outputs = [{"type": "document", "document": {"data": output}} for output in result["outputs"]]
        yield {"role": "tool", "tool_call_id": identifier, "content": outputs}


def _tool(tool: Mapping[str, Any]) -> dict[str, Any]:
    given = tool.get("parameter_definitions") or {}
    properties = {
        name: {"type": _JSON_TYPES.get(each["type"].partition("[")[0].lower(), "string")}
        for name, each in given.items()
    }
    required = [name for name, each in given.items() if each.get("required")]
    parameters = {"type": "object", "properties": properties, "required": required}
    return {"type": "function", "function": {"name": tool["name"], "parameters": parameters}}


def _queries(call: Call) -> list[dict[str, Any]]:
    return [{"text": call.body["message"], "generation_id": call.reply_id}]


def _searched(call: Call, reply: dict[str, Any]) -> list[dict[str, Any]]:
    """Put what connectors were asked into the reply; return what they found."""
    found = []
    for connector in call.body.get("connectors") or ():
        name, query = connector["id"], call.body["message"]
        document = {
            "id": f"{name}_0",
            "title": query,
            "snippet": f"{name} found this about {query}: a page of the emulator.",
        }
        found.append(document | {"url": f"https://example.com/{name}"})
        result = {"connector": {"id": name}, "document_ids": [document["id"]], "search_query": _queries(call)[0]}
        reply.setdefault("search_results", []).append(result)
        reply["search_queries"] = _queries(call)
    return found


def _cited(citations: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    documents = {}
    for citation in citations:
        for source in citation["sources"]:
            values = source.get("document") or source["tool_output"]
            texts = {name: value if isinstance(value, str) else json.dumps(value) for name, value in values.items()}
            documents[source["id"]] = texts | {"id": source["id"]}
    return {
        "citations": [
            {name: citation[name] for name in ("start", "end", "text")}
            | {"document_ids": [source["id"] for source in citation["sources"]]}
            for citation in citations
        ],
        "documents": list(documents.values()),
    }


def v1_chat_events(_call: Call, reply: Mapping[str, Any]) -> Iterator[Event]:
    """Yield the events that tell a reply."""
    yield _event("stream-start", generation_id=reply.get("generation_id", ""))
    if "search_queries" in reply:
        yield _event("search-queries-generation", search_queries=reply["search_queries"])
    if "search_results" in reply:
        yield _event("search-results", search_results=reply["search_results"], documents=reply.get("documents", []))
    for token in tokens(reply["text"]):
        yield _event("text-generation", text=token)
    for citation in reply.get("citations", ()):
        yield _event("citation-generation", citations=[citation])
    if "tool_calls" in reply:
        yield _event("tool-calls-generation", text=reply["text"], tool_calls=reply["tool_calls"])
    yield _end(reply)


def v1_chat_failed(reply: Mapping[str, Any], message: str) -> Event:
    """Return the event that ends a stream that broke off."""
    return _end({**reply, "finish_reason": "ERROR"}) | {"error": message}


def _end(reply: Mapping[str, Any]) -> Event:
    # The contract has no STOP_SEQUENCE here.
    reason = "COMPLETE" if reply["finish_reason"] == "STOP_SEQUENCE" else reply["finish_reason"]
    return _event("stream-end", is_finished=True, finish_reason=reason, response=reply)


def _event(kind: str, **values: Any) -> Event:
    return {"event_type": kind, "is_finished": False, **values}
