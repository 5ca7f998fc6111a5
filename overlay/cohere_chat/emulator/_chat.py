"""Chat, version 2."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ._calls import Call
from ._chat_checks import check_chat
from ._contract import RefusedError
from ._events import Event, events_of, message_end
from ._json_schema import SchemaError
from ._models import check_model
from ._replies import reply_id, reply_to, usage
from ._text import tokens


def v2_chat(call: Call) -> dict[str, Any]:
    """Return the reply: that of a script, or what the request leads to."""
    check_chat(call.body)
    check_model(call, "chat")
    seed = call.state.settings.seed
    if isinstance(call.script, Mapping):
        try:
            return completed(call.script, call.body, seed)
        except KeyError as error:
            raise RefusedError(422, "the scripted reply has no message: it is not a reply of chat") from error
    return told(call.body, seed, call.script)


def told(body: Mapping[str, Any], seed: int, script: str | None = None) -> dict[str, Any]:
    """Return the reply to a request that was checked; raise RefusedError where no value fits its JSON Schemas."""
    try:
        return reply_to(body, seed=seed, text=script)
    except SchemaError as error:
        raise RefusedError(422, f"{error}") from error


def completed(script: Mapping[str, Any], body: Mapping[str, Any], seed: int) -> dict[str, Any]:
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


def v2_chat_events(call: Call, reply: Mapping[str, Any]) -> Iterator[Event]:
    """Yield the events that tell a reply."""
    return events_of(reply, cite_at_once=call.body.get("citation_options", {}).get("mode") == "FAST")


def v2_chat_failed(reply: Mapping[str, Any], message: str) -> Event:
    """Return the event that ends a stream that broke off."""
    return message_end(reply["id"], finish_reason="ERROR", error=message)
