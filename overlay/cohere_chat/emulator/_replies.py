"""The reply to a request: a pure function of the request's body and a seed."""

import hashlib
import importlib.resources
import json
import math
import random
import uuid
import zlib
from collections.abc import Mapping
from typing import Any, NamedTuple

from ._chat_checks import response_schema
from ._json_schema import SchemaError, sample
from ._sources import cited_text, sources_of
from ._text import excerpt, last_of, names, text_of, tokens
from ._tool_calls import planned_calls, wants_tools
from ._writing import plain_text, thoughts

# Few conversations from the API's guide and reference, with the texts that these show as replies.
_CANNED: Mapping[str, str] = {
    json.dumps(entry["messages"]): entry["text"]
    for entry in json.loads(importlib.resources.files("cohere_chat.emulator").joinpath("canned.json").read_bytes())
}
# The real service counts its own prompt in `tokens`, but does not bill it.
_PROMPT_TOKENS = 66
_VOCABULARY = 256_000


class _Draft(NamedTuple):
    """What is about to be said, before limits are put on it."""

    text: str | None = None
    citations: list[dict[str, Any]] = []  # noqa: RUF012 (never changed)
    tool_plan: str = ""
    tool_calls: list[dict[str, Any]] = []  # noqa: RUF012


def reply_to(body: Mapping[str, Any], *, seed: int = 0, text: str | None = None) -> dict[str, Any]:
    """Return the whole reply to a valid request: with `text`, if given, else with what the request leads to.

    The same body and seed give the same reply, to the byte; whether it is streamed makes no difference.
    Raises SchemaError if a JSON Schema in the request is one that no value was found for.
    """
    rng = random.Random(digest(body, seed))
    thinking = _thinking(body, rng)
    draft = _draft(body, rng) if text is None else _Draft(text)
    message, finish_reason, written = _limited(body, thinking, draft)
    reply: dict[str, Any] = {
        "id": reply_id(body, seed=seed),
        "finish_reason": finish_reason,
        "message": message,
        "usage": usage(body, written),
    }
    if body.get("logprobs"):
        said = [item["text"] for item in message.get("content", ()) if item["type"] == "text"]
        reply["logprobs"] = [_logprob(token, rng) for text in said for token in tokens(text)]
    return reply


def reply_id(body: Mapping[str, Any], *, seed: int = 0) -> str:
    """Return the id of the reply to a request."""
    return str(uuid.UUID(bytes=digest(body, seed)[:16], version=4))


def digest(body: Mapping[str, Any], seed: int) -> bytes:
    """Return 32 bytes that are the same for the same request, streamed or not, and seed."""
    identity = {name: value for name, value in body.items() if name != "stream"}
    return hashlib.sha256(json.dumps([identity, seed], sort_keys=True).encode()).digest()


def usage(body: Mapping[str, Any], written: int) -> dict[str, Any]:
    """Return what a request that led to `written` tokens used."""
    given = [text_of(message) for message in body["messages"]]
    given += [json.dumps(body[name], ensure_ascii=False) for name in ("documents", "tools") if body.get(name)]
    read = sum(len(tokens(part)) for part in given)
    return {
        "billed_units": {"input_tokens": read, "output_tokens": written},
        "tokens": {"input_tokens": read + _PROMPT_TOKENS, "output_tokens": written},
        "cached_tokens": 0,
    }


def is_canned(body: Mapping[str, Any]) -> bool:
    """Whether the text of the reply is one of those in canned.json."""
    return _canned(body) is not None


def _canned(body: Mapping[str, Any]) -> str | None:
    if body.keys() & {"tools", "documents", "response_format"}:
        return None
    return _CANNED.get(json.dumps([[message["role"], text_of(message)] for message in body["messages"]]))


def _draft(body: Mapping[str, Any], rng: random.Random) -> _Draft:
    messages = body["messages"]
    if wants_tools(body):
        plan, calls = planned_calls(body, rng)
        return _Draft(tool_plan=plan, tool_calls=calls)
    if sources := sources_of(body):
        text, citations = cited_text(messages, sources, rng)
        mode = body.get("citation_options", {}).get("mode")
        return _Draft(text, [] if mode in ("OFF", "DISABLED") else citations)
    response_format = body.get("response_format", {})
    if response_format.get("type") == "json_object":
        question = text_of(last_of(messages, "user"))
        value: Any = {"question": excerpt(question), "answer": plain_text(messages, rng)}
        for place, asked in response_schema(body).items():
            try:
                value = sample(asked | {"type": "object"}, rng=rng, words=names(question))
            except SchemaError as error:
                raise SchemaError(f"{place}: {error}") from error
        return _Draft(json.dumps(value, ensure_ascii=False))
    return _Draft(_canned(body) or plain_text(messages, rng))


def _thinking(body: Mapping[str, Any], rng: random.Random) -> str:
    # Models made for reasoning think unless told not to; the others when they are told to.
    option = body.get("thinking", {"type": "enabled" if "reasoning" in body["model"] else "disabled"})
    if option["type"] != "enabled":
        return ""
    budget = option.get("token_budget", math.inf)
    thinking = tokens(thoughts(body["messages"], rng))
    return "".join(thinking[: int(min(budget, len(thinking)))])


class _Budget:
    """Tokens that may still be written."""

    def __init__(self, most: int | None) -> None:
        self._left: float = math.inf if most is None else most
        self.spent = 0
        self.exceeded = False

    def take(self, text: str) -> str:
        """Return as much of `text` as may be written."""
        pieces = tokens(text)
        if len(pieces) > self._left:
            self.exceeded = True
            pieces = pieces[: int(self._left)]
        self._left -= len(pieces)
        self.spent += len(pieces)
        return "".join(pieces)

    def take_whole(self, text: str) -> bool:
        """Whether `text` may be written to its end; nothing of it is written otherwise."""
        if len(tokens(text)) > self._left:
            self.exceeded = True
            return False
        self.take(text)
        return True


def _limited(body: Mapping[str, Any], thinking: str, draft: _Draft) -> tuple[dict[str, Any], str, int]:
    """Apply max_tokens and stop_sequences; return the message, the finish reason and the tokens written."""
    budget = _Budget(body.get("max_tokens"))
    message: dict[str, Any] = {"role": "assistant"}
    content = []
    stopped = False
    if thinking:
        content.append({"type": "thinking", "thinking": budget.take(thinking)})
    if draft.text is None:
        message["tool_plan"] = budget.take(draft.tool_plan)
        # Arguments cut short would be no JSON: a call that does not fit is left out.
        calls = [call for call in draft.tool_calls if budget.take_whole(call["function"]["arguments"])]
        if calls:
            message["tool_calls"] = calls
    else:
        ends = [draft.text.find(sequence) for sequence in body.get("stop_sequences", ()) if sequence]
        end = min((end for end in ends if end >= 0), default=len(draft.text))
        stopped = end < len(draft.text)
        content.append({"type": "text", "text": budget.take(draft.text[:end])})
        placed = {"content_index": len(content) - 1, "type": "TEXT_CONTENT"}
        citations = [c | placed for c in draft.citations if c["end"] <= len(content[-1]["text"])]
        if citations:
            message["citations"] = citations
    if content:
        message["content"] = content
    if budget.exceeded:
        finish_reason = "MAX_TOKENS"
    elif stopped:
        finish_reason = "STOP_SEQUENCE"
    else:
        finish_reason = "TOOL_CALL" if draft.tool_calls else "COMPLETE"
    return message, finish_reason, budget.spent


def _logprob(token: str, rng: random.Random) -> dict[str, Any]:
    return {
        "text": token,
        "token_ids": [zlib.crc32(token.encode("utf-8", "replace")) % _VOCABULARY],
        "logprobs": [round(-rng.expovariate(2), 4)],
    }
