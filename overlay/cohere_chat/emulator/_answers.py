"""The answer to a request: status, headers and the pieces of the body, decided before any of it is sent."""

import json
import logging
import re
import uuid
from collections.abc import AsyncGenerator, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from ._contract import RefusedError, check, unknown_keys
from ._events import TOKEN_EVENTS, Event, encode, events_of, frame
from ._exchanges import Exchange
from ._faults import Fault, Step, spoil, spoil_events
from ._json_schema import SchemaError
from ._replies import is_canned, reply_id, reply_to, usage
from ._state import Settings, State
from ._text import tokens

log = logging.getLogger("cohere_chat.emulator")

FAULT_HEADER = "x-emulator-fault"
# No fault at all: what an answer goes through that is not spoilt.
_NONE = Fault()


class Answer(NamedTuple):
    """What is sent. `source` says where it came from; see RecordedRequest."""

    status: int
    headers: Mapping[str, str]
    steps: Iterable[Step] | AsyncGenerator[Step, None]
    source: str


def read_body(content: bytes) -> Any:
    """Read a request's body; raise RefusedError where it is no JSON."""
    try:
        return json.loads(content, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise RefusedError(400, f"invalid request: the body is no JSON: {error}") from error


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not a JSON number")


def answer_to(state: State, headers: Mapping[str, str], content: bytes) -> Answer:
    """Return the answer to a request to /v2/chat. Its headers' names are in lower case."""
    settings = state.settings
    fault = _NONE
    try:
        try:
            fault = state.next_fault(headers.get(FAULT_HEADER)) or _NONE
        except ValueError as error:
            raise RefusedError(400, f"{FAULT_HEADER}: {error}") from error
        if fault.status is not None:
            return _failure(fault.status, fault.told, fault, "fault")
        check_key(settings, headers)
        body = read_body(content)
        if state.exchanges and (exchange := state.exchanges.answer_to(body)):
            return _recorded(exchange, fault, settings)
        check(body, models=settings.models)
        _report_unknown_keys(state, body)
        return _reply(state, body, fault)
    except RefusedError as refused:
        return refusal(refused, fault)


def check_key(settings: Settings, headers: Mapping[str, str]) -> None:
    """Raise RefusedError where a key is required and there is none, or another one."""
    scheme, _, key = headers.get("authorization", "").partition(" ")
    if not settings.require_key:
        return
    if not (scheme.lower() == "bearer" and key.strip()):
        raise RefusedError(401, "no API key supplied: send it as Authorization: Bearer <key>")
    if isinstance(settings.require_key, str) and key.strip() != settings.require_key:
        raise RefusedError(401, "invalid API key")


def _report_unknown_keys(state: State, body: Mapping[str, Any]) -> None:
    for key in sorted(unknown_keys("V2ChatRequest", body)):
        # Once is enough: a program that sends a key sends it with each request.
        if state.count_unknown_key(f"POST /v2/chat {key}") == 1:
            log.warning("POST /v2/chat: the contract does not know %s; the service ignores it", key)


def _reply(state: State, body: Mapping[str, Any], fault: Fault) -> Answer:
    settings = state.settings
    script = state.replies.take()
    source = "synthesised"
    if isinstance(script, Mapping):
        reply = _completed(script, body, settings.seed)
        source = "scripted"
    else:
        try:
            reply = reply_to(body, seed=settings.seed, text=script)
        except SchemaError as error:
            raise RefusedError(422, f"{error}") from error
        if script is not None:
            source = "scripted"
        elif is_canned(body):
            source = "canned"
    if body.get("stream"):
        at_once = body.get("citation_options", {}).get("mode") == "FAST"
        events = spoil_events(events_of(reply, cite_at_once=at_once), fault, reply["id"])
        steps = spoil(_paced(events, settings), fault)
        return Answer(200, {"content-type": "text/event-stream; charset=utf-8"}, steps, source)
    if fault.error is not None:
        reply |= {"finish_reason": "ERROR"}
    return _json(
        200,
        reply,
        fault,
        source,
        wait=sum(step for step in _paced(events_of(reply), settings) if not isinstance(step, bytes)),
    )


def add_reply(state: State, reply: Any, times: int) -> None:
    """Have the next `times` requests answered with `reply`: a text, or a reply as the API gives it.

    Raises ValueError for what cannot be told as a reply. Only `message` must be there; fields and kinds of
    content that the contract does not know are sent as they are.
    """
    if not isinstance(reply, str):
        try:
            for _event in events_of(_completed(reply, {"messages": []}, seed=0)):
                pass
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError(f"neither a text nor a reply with a message: {error!r}") from error
    state.replies.add(reply, times)


def _completed(script: Mapping[str, Any], body: Mapping[str, Any], seed: int) -> dict[str, Any]:
    """Add what a scripted reply does not say itself."""
    message = {"role": "assistant", **script["message"]}
    written = len(tokens(json.dumps(script["message"], ensure_ascii=False)))
    return {
        "id": reply_id(body, seed=seed),
        "finish_reason": "TOOL_CALL" if message.get("tool_calls") else "COMPLETE",
        "usage": usage(body, written),
        **script,
        "message": message,
    }


def _recorded(exchange: Exchange, fault: Fault, settings: Settings) -> Answer:
    content = exchange.content()
    headers = dict(exchange.headers)
    steps: list[bytes | float] = [settings.latency]
    if headers.get("content-type", "").startswith("text/event-stream"):
        steps += re.findall(rb".+?(?:\n\n|\Z)", content, re.DOTALL)
    else:
        headers["content-length"] = str(len(content))
        steps.append(content)
    return Answer(exchange.status, headers, spoil(steps, fault), "recorded")


def refusal(refused: RefusedError, fault: Fault = _NONE) -> Answer:
    """Return the answer that says what is wrong with a request."""
    return _failure(refused.status, refused.message, fault, "refused")


def _failure(status: int, message: str, fault: Fault, source: str) -> Answer:
    answer = _json(status, error_body(message), fault, source)
    if source == "fault" and fault.retry_after is not None:
        return answer._replace(headers={**answer.headers, "retry-after": fault.retry_after})
    return answer


def error_body(message: str) -> dict[str, str]:
    """Return the body of an error answer."""
    return {"message": message, "id": str(uuid.uuid4())}


def _json(status: int, value: Any, fault: Fault, source: str, *, wait: float = 0) -> Answer:
    content = encode(value)
    headers = {"content-type": "application/json", "content-length": str(len(content))}
    # In two halves, so that things can go wrong in the middle.
    middle = len(content) // 2 if fault != _NONE else 0
    return Answer(status, headers, spoil((wait, content[:middle], content[middle:]), fault), source)


def _paced(events: Iterable[Event], settings: Settings) -> Iterator[bytes | float]:
    yield settings.latency
    for event in events:
        if settings.tokens_per_second and event["type"] in TOKEN_EVENTS:
            yield 1 / settings.tokens_per_second
        yield frame(event)
