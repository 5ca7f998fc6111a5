"""One event of a stream: read from its data, and what it means for the stream."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import httpx
from cohere_chat_api.api.v2 import chat as endpoint

from . import errors

if TYPE_CHECKING:
    from cohere_chat_api.models import V2ChatResponse
    from cohere_chat_api.unions import V2ChatStreamResponse

# The last event of every stream.
LAST_EVENT: Final = "message-end"
# What other APIs end their streams with; it says nothing here.
DONE: Final = b"[DONE]"

_decode: Final = json.JSONDecoder().raw_decode


def is_event_stream(headers: httpx.Headers) -> bool:
    """Whether an answer is one of server-sent events (media types: RFC 9110 section 8.3.1)."""
    media_type: str = headers.get("content-type", "")
    return media_type.split(";", maxsplit=1)[0].strip().lower() == "text/event-stream"


def read_event(data: bytes) -> tuple[dict[str, Any], V2ChatStreamResponse]:
    """The data of an event as JSON and as a typed event.

    Raises:
        InvalidEventError: They are neither.
    """
    try:
        text = data.decode().strip()
        value, end = _decode(text)
        if end != len(text):
            raise ValueError("more than one JSON value")
        return value, endpoint.parse_event(value)
    except (ValueError, RecursionError) as error:
        said = data.decode("utf-8", "replace")
        raise errors.InvalidEventError(
            f"an event that cannot be read ({error or type(error).__name__}): {errors.excerpt(said)}",
            body=said,
        ) from None


def text_of(event: V2ChatStreamResponse) -> str:
    """The piece of the reply's text in an event, or an empty string."""
    if event.type != "content-delta" and event.type != "content-start":
        return ""
    message = event.delta and event.delta.message
    text = message and message.content and message.content.text
    return text if isinstance(text, str) else ""


def failure_of(reply: V2ChatResponse) -> errors.GenerationError | None:
    """The error for a whole stream whose last event says that the reply failed, or None."""
    # The text of the failure is in the last event only, so it is no field of a reply in the contract.
    text = getattr(reply, "error", None)
    if not text and reply.finish_reason != "ERROR":
        return None
    return errors.GenerationError(errors.excerpt(str(text)) if text else "the reply failed; the API does not say why")


def interrupted(error: Exception | None) -> errors.StreamInterruptedError:
    """The error for a stream that ended before its last event, because of an error of httpx or without one."""
    if error is None:
        return errors.StreamInterruptedError(f"the stream ended without {LAST_EVENT!r}")
    reason = f"{type(error).__name__}: {errors.excerpt(str(error)) or 'no further reason given'}"
    if isinstance(error, httpx.TimeoutException):
        return errors.StreamTimeoutError(f"the stream stalled ({reason})")
    return errors.StreamInterruptedError(f"the stream was cut ({reason})")
