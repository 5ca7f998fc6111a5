"""A server that answers chats in one way, the rest as the contract's examples, and keeps what it was sent."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

USAGE = {"billed_units": {"input_tokens": 3, "output_tokens": 5}, "tokens": {"input_tokens": 30, "output_tokens": 50}}
CALL = {"id": "call_1", "type": "function", "function": {"name": "get_weather", "arguments": '{"city": "Rome"}'}}
CITATION = {
    "start": 0,
    "end": 5,
    "text": "Hello",
    "sources": [{"type": "tool", "id": "call_1:0", "tool_output": {"content": "sunny in Rome"}}],
    "type": "TEXT_CONTENT",
}


def reply(body: dict[str, Any]) -> dict[str, Any]:
    """A tool call where there are tools and no result yet, else a text, with a citation where it rests on a result."""
    has_result = any(message["role"] == "tool" for message in body["messages"])
    if body.get("tools") and not has_result:
        message: dict[str, Any] = {"tool_plan": "I will look.", "tool_calls": [CALL]}
    else:
        message = {"content": [{"type": "text", "text": "Hello there, friend."}]}
        if has_result:
            message["citations"] = [CITATION]
    finish_reason = "TOOL_CALL" if "tool_calls" in message else "COMPLETE"
    return {"id": "r-1", "message": {"role": "assistant", **message}, "finish_reason": finish_reason, "usage": USAGE}


def events(whole: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The events that spell a reply out."""

    def event(kind: str, index: int | None = None, **message: Any) -> dict[str, Any]:
        position = {} if index is None else {"index": index}
        return {"type": kind, **position, **({"delta": {"message": message}} if message else {})}

    message = whole["message"]
    start = {"role": "assistant", "content": [], "tool_plan": "", "tool_calls": [], "citations": []}
    yield {"id": whole["id"], **event("message-start", **start)}
    if "tool_plan" in message:
        for word in message["tool_plan"].split():
            yield event("tool-plan-delta", tool_plan=f"{word} ")
    for index, call in enumerate(message.get("tool_calls", [])):
        function = {**call["function"], "arguments": ""}
        yield event("tool-call-start", index, tool_calls={**call, "function": function})
        for character in call["function"]["arguments"]:
            yield event("tool-call-delta", index, tool_calls={"function": {"arguments": character}})
        yield event("tool-call-end", index)
    for index, item in enumerate(message.get("content", [])):
        yield event("content-start", index, content={"type": "text", "text": ""})
        for word in item["text"].split(" "):
            yield event("content-delta", index, content={"text": f"{word} "})
        yield event("content-end", index)
    for index, citation in enumerate(message.get("citations", [])):
        yield event("citation-start", index, citations=citation)
        yield event("citation-end", index)
    delta = {"finish_reason": whole["finish_reason"], "usage": whole["usage"]}
    yield {"id": whole["id"], "type": "message-end", "delta": delta}


# What the contract replies to other operations: pattern of the path, and the contents of a success.
CONTRACT = json.loads((Path(__file__).parents[2] / "generated/cohere_chat_api/openapi.json").read_text())
EXAMPLES = [
    (
        method.upper(),
        re.compile(re.sub(r"\{\w+\}", "[^/:]+", path) + "$"),
        operation["responses"]["200"].get("content", {}),
    )
    for path, operations in CONTRACT["paths"].items()
    for method, operation in operations.items()
    if method != "parameters"
]
LINES = "application/stream+json"


def embedded(body: dict[str, Any], path: str) -> dict[str, Any]:
    """Vectors of two numbers for each text, image or input: floats alone, or by type."""
    texts = body.get("texts") or []
    vectors = [[0.5, float(index)] for index in range(len(texts or body.get("images") or body.get("inputs")))]
    told = {"id": "r-2", "texts": texts, "meta": {"api_version": {"version": "1"}, "billed_units": {"input_tokens": 2}}}
    kinds = body.get("embedding_types")
    if path == "/v1/embed" and not kinds:
        return {**told, "response_type": "embeddings_floats", "embeddings": vectors}
    by_type = {kind: vectors if kind == "float" else [[1, 2] for _ in vectors] for kind in kinds or ["float"]}
    return {**told, "response_type": "embeddings_by_type", "embeddings": by_type}


def answer(method: str, path: str, body: Any) -> tuple[str, str]:
    """The media type and the body of the answer to a request."""
    if path == "/v2/chat":
        whole = reply(body)
        if body["stream"]:
            told = (f"event: {each['type']}\ndata: {json.dumps(each)}\n\n" for each in events(whole))
            return "text/event-stream", "".join(told)
        return "application/json", json.dumps(whole)
    if path.endswith("/embed"):
        return "application/json", json.dumps(embedded(body, path))
    if path.endswith("/rerank"):
        # The last document first.
        count = range(len(body["documents"]))[: body.get("top_n")]
        results = [{"index": len(body["documents"]) - 1 - rank, "relevance_score": 0.5**rank} for rank in count]
        return "application/json", json.dumps({"id": "r-3", "results": results, "meta": {"warnings": ["w"]}})
    # Fixed paths first: /v1/datasets/usage is no dataset.
    content = min((e for e in EXAMPLES if e[0] == method and e[1].match(path)), key=lambda e: "[" in e[1].pattern)[2]
    if isinstance(body, dict) and body.get("stream"):
        text = {"event_type": "text-generation", "text": "Hello", "is_finished": False}
        return LINES, "".join(json.dumps(each) + "\n" for each in (text, content[LINES]["example"]))
    return "application/json", json.dumps(content["application/json"]["example"]) if content else ""


@contextmanager
def recording_server() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Gives the URL, and the list that the requests go to."""
    requests: list[dict[str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self) -> None:
            content = self.rfile.read(int(self.headers["Content-Length"] or 0))
            kind = self.headers["Content-Type"] or ""
            if kind.startswith("multipart/"):
                boundary = kind.partition("boundary=")[2]
                kind, body = "multipart/form-data", content.decode().replace(boundary, "boundary")
            else:
                body = json.loads(content or "null")
            headers = {name: self.headers[name] for name in ("Authorization", "X-Client-Name", "Accepts")}
            sdk = (self.headers["User-Agent"] or "").partition("/")[0]
            sent = {"method": self.command, "path": self.path, "headers": {**headers, "Content-Type": kind}}
            others = {
                name.lower(): value for name, value in self.headers.items() if name.title() not in sent["headers"]
            }
            # A parameter that is None is null there and absent here, on purpose; see docs/moving.md.
            told = {n: v for n, v in body.items() if v is not None} if isinstance(body, dict) else body
            requests.append({**sent, "body": told, "sdk": sdk, "others": others})
            kind, text = answer(self.command, self.path.partition("?")[0], body)
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(text.encode())))
            self.end_headers()
            self.wfile.write(text.encode())

        do_GET = do_POST = do_PATCH = do_DELETE = answer

        def log_message(self, format: str, *args: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}", requests
        finally:
            server.shutdown()
            thread.join()
