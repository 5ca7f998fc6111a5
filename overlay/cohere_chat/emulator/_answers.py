"""The answer to a request: status, headers and the pieces of the body, decided before any of it is sent."""

import dataclasses
import itertools
import logging
import re
import uuid
from collections.abc import AsyncGenerator, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from starlette.datastructures import UploadFile

from ._calls import Call
from ._chat import completed
from ._contract import RefusedError, unknown_keys
from ._events import TOKEN_EVENTS, Event, encode_lazily, events_of, frame
from ._exchanges import Exchange
from ._faults import Fault, Step, spoil, spoil_events
from ._meanings import TELL_TEXTS, function_for, made_of_contract
from ._replies import is_canned
from ._requests import Incoming
from ._state import Settings, State

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


def answer_to(state: State, request: Incoming) -> Answer:
    """Return the answer to a request to the API."""
    fault = _NONE
    try:
        try:
            fault = state.next_fault(request.headers.get(FAULT_HEADER)) or _NONE
        except ValueError as error:
            raise RefusedError(400, f"{FAULT_HEADER}: {error}") from error
        if fault.status is not None:
            return _failure(fault.status, fault.told, fault, "fault")
        check_key(state.settings, request.headers)
        operation = request.operation
        if state.exchanges and (
            exchange := state.exchanges.answer_to(operation.method, request.path, request.identity())
        ):
            return _recorded(exchange, fault, state.settings)
        parameters = operation.read_parameters(request.in_path, request.query, request.headers)
        body = request.body()
        if operation.body_type:
            operation.check_body(_texts_only(body))
        state.limits.count(operation, body)
        _report_unknown_keys(state, request, body)
        call = Call(
            operation=operation,
            in_path=request.in_path,
            parameters=parameters,
            body=body,
            state=state,
            base_url=request.base_url,
            failure=None if fault.error is None else fault.told,
        )
        return _reply(call, fault)
    except RefusedError as refused:
        return refusal(refused, fault)


def _texts_only(body: Any) -> Any:
    # To the contract a file is a text.
    return (
        {k: v.filename if isinstance(v, UploadFile) else v for k, v in body.items()} if isinstance(body, dict) else body
    )


def check_key(settings: Settings, headers: Mapping[str, str]) -> None:
    """Raise RefusedError where a key is required and there is none, or another one."""
    scheme, _, key = headers.get("authorization", "").partition(" ")
    if not settings.require_key:
        return
    if not (scheme.lower() == "bearer" and key.strip()):
        raise RefusedError(401, "no API key supplied: send it as Authorization: Bearer <key>")
    if isinstance(settings.require_key, str) and key.strip() != settings.require_key:
        raise RefusedError(401, "invalid API key")


def _report_unknown_keys(state: State, request: Incoming, body: Any) -> None:
    operation = request.operation
    keys = sorted(unknown_keys(operation, body)) if operation.body_type == "application/json" else []
    keys += sorted({f"?{name}" for name, _ in request.query if name not in operation.parameters})
    for key in keys:
        # Once is enough: a program that sends a key sends it with each request.
        if state.count_unknown_key(f"{operation} {key}") == 1:
            log.warning("%s: the contract does not know %s; the service ignores it", operation, key)


def _reply(call: Call, fault: Fault) -> Answer:
    script = call.state.replies.take()
    if isinstance(script, str) and call.operation.id not in TELL_TEXTS:
        raise RefusedError(422, f"{call.operation} has no text in its reply: script an object as its reply")
    call = dataclasses.replace(call, script=script)
    reply = (function_for(call) or made_of_contract)(call)
    source = "synthesised" if script is None else "scripted"
    if call.operation.id == "v2_chat":  # completes a script itself
        source = "canned" if script is None and is_canned(call.body) else source
    elif isinstance(script, Mapping):
        reply = {**(reply or {}), **script}
    settings = call.state.settings
    tell = function_for(call, "_events")
    if tell and call.body.get("stream"):
        kind = str(call.operation.stream_type)
        tag = "type" if kind == "text/event-stream" else "event_type"
        failed = function_for(call, "_failed")(reply, fault.told)
        events = spoil_events(tell(call, reply), fault, tag, failed)
        return Answer(200, {"content-type": f"{kind}; charset=utf-8"}, spoil(_paced(events, settings), fault), source)
    if fault.error is not None and reply and "finish_reason" in reply:
        reply |= {"finish_reason": "ERROR"}
    events = tell(call, reply) if tell and settings.tokens_per_second else ()
    wait = sum(step for step in _paced(events, settings) if not isinstance(step, bytes))
    return _json(200, reply, fault, source, wait=wait)


def add_reply(state: State, reply: Any, times: int) -> None:
    """Have the next `times` requests answered with `reply`: a text, or a reply as the API gives it.

    Raises ValueError for what cannot be told as a reply. A reply with `message` is one of V2's chat; fields and kinds
    of content that the contract does not know are sent as they are.
    """
    if not isinstance(reply, str) and (not reply or not isinstance(reply, Mapping) or "message" in reply):
        try:
            for _event in events_of(completed(reply, {"messages": []}, 0)):
                pass
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError(f"neither a text nor a reply: {error!r}") from error
    state.replies.add(reply, times)


def _recorded(exchange: Exchange, fault: Fault, settings: Settings) -> Answer:
    content = exchange.content()
    headers = dict(exchange.headers)
    steps: list[bytes | float] = [settings.latency]
    kind = headers.get("content-type", "")
    if kind.startswith("text/event-stream"):
        steps += re.findall(rb".+?(?:\n\n|\Z)", content, re.DOTALL)
    elif kind.startswith("application/stream+json"):
        steps += content.splitlines(keepends=True)
    else:
        headers["content-length"] = str(len(content))
        steps.append(content)
    return Answer(exchange.status, headers, spoil(steps, fault), "recorded")


def refusal(refused: RefusedError, fault: Fault = _NONE) -> Answer:
    """Return the answer that says what is wrong with a request."""
    answer = _failure(refused.status, refused.message, fault, "refused")
    return answer._replace(headers={**answer.headers, **refused.headers})


def _failure(status: int, message: str, fault: Fault, source: str) -> Answer:
    answer = _json(status, error_body(message), fault, source)
    if source == "fault" and fault.retry_after is not None:
        return answer._replace(headers={**answer.headers, "retry-after": fault.retry_after})
    return answer


def error_body(message: str) -> dict[str, str]:
    """Return the body of an error answer."""
    return {"message": message, "id": str(uuid.uuid4())}


def _json(status: int, value: Any, fault: Fault, source: str, *, wait: float = 0) -> Answer:
    headers = {"content-type": "application/json"}
    pieces = encode_lazily(value) if value is not None else iter((b"",))
    first = next(pieces)
    if fault == _NONE and (second := next(pieces, None)) is not None:
        return Answer(status, headers, itertools.chain((wait, first, second), pieces), source)
    content = first + b"".join(pieces)
    # In two halves, so that things can go wrong in the middle.
    middle = len(content) // 2 if fault != _NONE else 0
    headers["content-length"] = str(len(content))
    return Answer(status, headers, spoil((wait, content[:middle], content[middle:]), fault), source)


def _paced(events: Iterable[Event], settings: Settings) -> Iterator[bytes | float]:
    yield settings.latency
    for event in events:
        if settings.tokens_per_second and event["type"] in TOKEN_EVENTS:
            yield 1 / settings.tokens_per_second
        yield frame(event)
