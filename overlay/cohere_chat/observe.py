"""What observers of clients are told; see "Logs, traces and metrics" in the documentation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, Literal

import attrs

if TYPE_CHECKING:
    from ._watch import Watch

__all__ = [
    "EndEvent",
    "ErrorEvent",
    "Event",
    "FirstEvent",
    "Observer",
    "RequestEvent",
    "RetryEvent",
    "ToolEvent",
    "ToolStartEvent",
    "tell_tool",
]

# Arguments that say how, not what: neither prompts nor documents are among them.
_SETTINGS: Final = frozenset({"model", "stop_sequences", "embedding_types", "input_type", "truncate", "safety_mode"})


class Observer:
    """Is told of every call of a client: `ClientV2(observers=[...])`.

    Any object with some of these methods will do; it need not be of this class. The methods are called in the thread or
    task of the call, so they should be quick, and must not be asynchronous. Their exceptions are logged, not raised.

    Each on_request() is followed by exactly one on_end() or on_error().

    Attributes:
        wants_bodies: Whether events have prompts, replies, and the arguments and results of tools, as `body`,
            `arguments` and `result`. If False, these are None.
    """

    wants_bodies: bool = False

    def on_request(self, event: RequestEvent, /) -> None:
        """A call is about to be sent; the event has its body if `wants_bodies`."""

    def on_retry(self, event: RetryEvent, /) -> None:
        """An attempt failed, and another will follow; the event says when."""

    def on_first_event(self, event: FirstEvent, /) -> None:
        """The first event of a stream has arrived."""

    def on_end(self, event: EndEvent, /) -> None:
        """The reply has arrived, or a stream ended, was closed, or was dropped; the event says which."""

    def on_error(self, event: ErrorEvent, /) -> None:
        """The call failed, was cancelled, or its stream was cut; the event has the error."""

    def on_tool_start(self, event: ToolStartEvent, /) -> None:
        """A function is about to be called for the model; the event names it."""

    def on_tool(self, event: ToolEvent, /) -> None:
        """The function returned, failed, or took too long; the event says which."""


HOOKS: Final = tuple(name for name in vars(Observer) if name.startswith("on_"))


@attrs.frozen(eq=False, repr=False)
class Event:
    """Base class of the events of a call. Events are immutable, and keep the call's request and reply in memory."""

    _shows_bodies: bool
    _watch: Watch

    @property
    def call(self) -> int:
        """The number of the call in this process, the same in all its events."""
        return self._watch.number

    @property
    def whole(self) -> int | None:
        """If a long list is sent in several requests: for each request, the number of the call for the whole list."""
        return self._watch.whole

    @property
    def batch(self) -> str | None:
        """The part of the list in this request, such as `texts[96:192]`."""
        return self._watch.batch

    @property
    def requests(self) -> int:
        """The number of requests that the call is sent in."""
        return len(self._watch.parts) or 1

    @property
    def operation(self) -> str:
        """The name of the operation, such as `v2.chat` or `models.get`."""
        return self._watch.endpoint.name

    @property
    def model(self) -> str | None:
        """The requested model."""
        model = self._watch.arguments.get("model")
        return model if isinstance(model, str) else None

    @property
    def streamed(self) -> bool:
        """Whether the reply is streamed."""
        return self._watch.streamed

    @property
    def parameters(self) -> Mapping[str, Any]:
        """The arguments that are settings, not content: numbers, booleans, and a few others, such as stop_sequences.

        For response_format, the value is its type.
        """
        arguments = self._watch.arguments
        told: dict[str, Any] = {
            name: value
            for name, value in arguments.items()
            if value is not None
            and (isinstance(value, (int, float)) or (name in _SETTINGS and isinstance(value, (str, list, tuple))))
        }
        if wanted := arguments.get("response_format"):
            told["response_format"] = (
                wanted.get("type") if isinstance(wanted, Mapping) else getattr(wanted, "type", None)
            )
        return told

    @property
    def server_address(self) -> str:
        """The host of the API."""
        return self._watch.url.host

    @property
    def server_port(self) -> int:
        """The port of the API."""
        url = self._watch.url
        return url.port or (80 if url.scheme == "http" else 443)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of call {self.call}, {self.operation}>"


@attrs.frozen(eq=False, repr=False)
class RequestEvent(Event):
    """A call is about to be sent."""

    @property
    def method(self) -> str:
        """The HTTP method."""
        return self._watch.endpoint.method

    @property
    def path(self) -> str:
        """The path of the URL, without its query."""
        return self._watch.url.path

    @property
    def size(self) -> int:
        """The size of the body in bytes; 0 for uploads, which are read while they are sent."""
        return self._watch.request_size

    @property
    def body(self) -> str | None:
        """The JSON of the request, if the observer has `wants_bodies`."""
        return self._watch.request_body if self._shows_bodies else None


@attrs.frozen(eq=False, repr=False)
class RetryEvent(Event):
    """An attempt failed, and another will follow.

    Attributes:
        attempt: The number of the failed attempt; the first is 1.
        delay: Seconds until the next attempt.
        seconds: Seconds since the call began.
        error: The error of the failed attempt.
    """

    attempt: int
    delay: float
    seconds: float
    error: BaseException

    @property
    def max_retries(self) -> int:
        """The most attempts after the first."""
        return self._watch.max_retries

    @property
    def status_code(self) -> int | None:
        """The HTTP status, if there was a response."""
        return getattr(self.error, "status_code", None)


class _Response(Event):
    """An event with facts on the response, if there was one."""

    @property
    def attempts(self) -> int:
        """How many times the request was sent."""
        return self._watch.attempts

    @property
    def status_code(self) -> int | None:
        """The HTTP status of the response, if there was one."""
        return self._watch.status_code

    @property
    def request_id(self) -> str | None:
        """The id of the request at the API."""
        return self._watch.request_id


@attrs.frozen(eq=False, repr=False)
class FirstEvent(_Response):
    """The first event of a stream has arrived.

    Attributes:
        seconds: Seconds since the call began, retries included.
    """

    seconds: float


class _Finished(_Response):
    """An event with facts on the body of the response."""

    @property
    def size(self) -> int:
        """The size of the received body in bytes, decompressed."""
        return self._watch.reply_size

    @property
    def body(self) -> str | None:
        """The reply as JSON (for a stream, as far as it is known), if the observer has `wants_bodies`."""
        return self._watch.reply_body if self._shows_bodies else None


@attrs.frozen(eq=False, repr=False)
class EndEvent(_Finished):
    """The reply has arrived, or a stream is over without an error.

    Attributes:
        seconds: Seconds since the call began, retries included.
        outcome: "replied". For a stream: "ended" after its last event; before that "closed", or "dropped" if it was
            garbage collected.
    """

    seconds: float
    outcome: Literal["replied", "ended", "closed", "dropped"]

    @property
    def reply_id(self) -> str | None:
        """The id that the API gave the reply."""
        id = self._watch.reply_id
        return id if isinstance(id, str) else None

    @property
    def finish_reason(self) -> str | None:
        """Why the model stopped writing, such as `COMPLETE`."""
        reason = self._watch.summary.get("finish_reason")
        return reason if isinstance(reason, str) else None

    @property
    def usage(self) -> Mapping[str, Any]:
        """The usage in the reply, as the API names it: `billed_units`, `tokens`; empty if there is none."""
        usage = self._watch.summary.get("usage") or self._watch.summary.get("meta")
        return usage if isinstance(usage, dict) else {}

    def tokens(self, kind: Literal["input", "output"], *, billed: bool = True) -> int | None:
        """Return the number of tokens; None if the API reports none.

        Args:
            kind: "input" for tokens of the prompt, "output" for tokens of the reply.
            billed: Whether to return billed tokens, or those read and written. If the API reports only one of the two
                numbers, that is returned.
        """
        for place in ("billed_units", "tokens") if billed else ("tokens", "billed_units"):
            counts = self.usage.get(place)
            count = counts.get(f"{kind}_tokens") if isinstance(counts, dict) else None
            if isinstance(count, int | float):
                return int(count)
        return None


@attrs.frozen(eq=False, repr=False)
class ErrorEvent(_Finished):
    """The call failed, or its stream was cut.

    Attributes:
        seconds: Seconds since the call began, retries included.
        error: The exception; also asyncio.CancelledError or KeyboardInterrupt.
    """

    seconds: float
    error: BaseException

    @property
    def status_code(self) -> int | None:
        """The HTTP status of the response, if there was one."""
        return getattr(self.error, "status_code", None) or self._watch.status_code

    @property
    def request_id(self) -> str | None:
        """The id of the request at the API."""
        return getattr(self.error, "request_id", None) or self._watch.request_id


@attrs.frozen(eq=False, repr=False)
class ToolStartEvent:
    """A function is about to be called for the model.

    Attributes:
        execution: The number of this function call in this process, the same in both of its events.
        name: The name of the tool.
        call_id: The id of the model's tool call.
    """

    _shows_bodies: bool
    execution: int
    name: str
    call_id: str
    _arguments: Mapping[str, Any]

    @property
    def arguments(self) -> Mapping[str, Any] | None:
        """The arguments as JSON values, if the observer has `wants_bodies`."""
        return self._arguments if self._shows_bodies else None

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.name}>"


@attrs.frozen(eq=False, repr=False)
class ToolEvent(ToolStartEvent):
    """A function returned, failed, or took too long.

    Attributes:
        seconds: How long it took.
        error: Its exception, or a TimeoutError; None if it returned.
    """

    seconds: float
    error: BaseException | None
    _result: Any

    @property
    def result(self) -> Any:
        """The return value, if the observer has `wants_bodies`."""
        return self._result if self._shows_bodies else None


def tell_tool(client: Any, name: str, call_id: str, arguments: Mapping[str, Any]) -> Callable[..., None]:
    """Report the call of a tool function to the observers of a client. run_tools() does so itself.

    Args:
        client: A client of this package.
        name: The name of the tool.
        call_id: The id of the call.
        arguments: Its arguments as JSON values.

    Returns:
        A function to call once when the tool call has ended, with `result` or with `error`.
    """
    from ._watch import watch_tool  # noqa: PLC0415  # which imports this module

    return watch_tool(client._core.settings, name, call_id, arguments)
