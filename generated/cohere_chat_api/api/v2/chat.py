# Made by `make generate` from openapi.yaml. Do not edit.
"""POST /v2/chat: Have a model write the next message of a conversation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from ...types import Tagged, parsers

if TYPE_CHECKING:
    from ...events import V2ChatStreamResponse
    from ...models import V2ChatResponse

SERVER: Final = "https://api.cohere.com"
METHOD: Final = "POST"
PATH: Final = "/v2/chat"
X_CLIENT_NAME: Final = "X-Client-Name"

# The parameters and their JSON types.
PARAMETERS: Final[Mapping[str, str]] = {
    "model": "string",
    "messages": "array",
    "tools": "array",
    "strict_tools": "boolean",
    "documents": "array",
    "citation_options": "object",
    "response_format": "object",
    "safety_mode": "string",
    "max_tokens": "integer",
    "stop_sequences": "array",
    "temperature": "number",
    "seed": "integer",
    "frequency_penalty": "number",
    "presence_penalty": "number",
    "k": "integer",
    "p": "number",
    "logprobs": "boolean",
    "tool_choice": "string",
    "thinking": "object",
    "priority": "integer",
}
REQUIRED: Final = (
    "model",
    "messages",
)

EVENTS: Final = Tagged(
    "type",
    {
        "message-start": "ChatMessageStartEvent",
        "content-start": "ChatContentStartEvent",
        "content-delta": "ChatContentDeltaEvent",
        "content-end": "ChatContentEndEvent",
        "tool-plan-delta": "ChatToolPlanDeltaEvent",
        "tool-call-start": "ChatToolCallStartEvent",
        "tool-call-delta": "ChatToolCallDeltaEvent",
        "tool-call-end": "ChatToolCallEndEvent",
        "citation-start": "CitationStartEvent",
        "citation-end": "CitationEndEvent",
        "message-end": "ChatMessageEndEvent",
        "debug": "ChatDebugEvent",
    },
)


def parse_reply(data: object) -> V2ChatResponse:
    """Read the JSON of a reply.

    Raises:
        ValueError: It is not a V2ChatResponse.
    """
    if type(data) is not dict:
        raise ValueError("not a JSON object")
    if type(data.get("message")) is not dict:
        raise ValueError('no object "message"')
    reply: V2ChatResponse = parsers["V2ChatResponse"](data)
    return reply


def parse_event(data: object) -> V2ChatStreamResponse:
    """Read the JSON of an event; one of an unknown type becomes an `Unknown`.

    Raises:
        ValueError: It is not a JSON object with a type.
    """
    if type(data) is not dict:
        raise ValueError("not a JSON object")
    tag = data.get(EVENTS.tag)
    if type(tag) is not str:
        raise ValueError(f'no string "{EVENTS.tag}"')
    event: V2ChatStreamResponse = EVENTS[tag](data)
    return event
