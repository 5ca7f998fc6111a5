"""What observers of clients are told: see docs/observability.md."""

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
    """Looks on while a client works: `ClientV2(observers=[...])`.

    An object with any of these methods will do; it need not be of this class. Each is called where the client works, in
    its thread or task, so it should be quick, and must not be asynchronous. What it raises is logged, and swallowed.

    After each on_request() comes one on_end() or one on_error(), never both and never none.

    Attributes:
        wants_bodies: Whether the events show `body`, `arguments` and `result`: prompts, replies, and what tools are
            given and give. Without it these are None.
    """

    wants_bodies: bool = False

    def on_request(self, event: RequestEvent, /) -> None:
        """A call is about to be sent; the event shows what, if bodies are wanted."""

    def on_retry(self, event: RetryEvent, /) -> None:
        """An attempt failed, and another will follow; the event tells when."""

    def on_first_event(self, event: FirstEvent, /) -> None:
        """The first event of a stream is there."""

    def on_end(self, event: EndEvent, /) -> None:
        """The reply is there, or a stream has ended, was closed, or was dropped; the event tells which."""

    def on_error(self, event: ErrorEvent, /) -> None:
        """The call has failed, or its stream was cut, or it was cancelled; the event has the error."""

    def on_tool_start(self, event: ToolStartEvent, /) -> None:
        """A run of tools is about to call a function, which the event names."""

    def on_tool(self, event: ToolEvent, /) -> None:
        """The function has returned or failed, or it took too long; the event tells which."""


HOOKS: Final = tuple(name for name in vars(Observer) if name.startswith("on_"))


@attrs.frozen(eq=False, repr=False)
class Event:
    """What all events of a call tell. They can't be changed, and keep the call's request and reply in memory."""

    _shows_bodies: bool
    _watch: Watch

    @property
    def call(self) -> int:
        """The number of the call in this process, the same in all its events."""
        return self._watch.number

    @property
    def whole(self) -> int | None:
        """The number of the call that this request is a part of, where a long list is sent in several requests."""
        return self._watch.whole

    @property
    def batch(self) -> str | None:
        """Which part that is, such as `texts[96:192]`."""
        return self._watch.batch

    @property
    def requests(self) -> int:
        """How many requests the call is sent in."""
        return len(self._watch.parts) or 1

    @property
    def operation(self) -> str:
        """The name of the operation, such as `v2.chat` or `models.get`."""
        return self._watch.endpoint.name

    @property
    def model(self) -> str | None:
        """The model that was asked for."""
        model = self._watch.arguments.get("model")
        return model if isinstance(model, str) else None

    @property
    def streamed(self) -> bool:
        """Whether the reply is streamed."""
        return self._watch.streamed

    @property
    def parameters(self) -> Mapping[str, Any]:
        """Those arguments that are no content: numbers, truth values, and a few others, such as stop_sequences.

        Of response_format it is the type.
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
        """Its port."""
        url = self._watch.url
        return url.port or (80 if url.scheme == "http" else 443)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of call {self.call}, {self.operation}>"


@attrs.frozen(eq=False, repr=False)
class RequestEvent(Event):
    """A call begins."""

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
        """The JSON that is sent, if the observer wants bodies."""
        return self._watch.request_body if self._shows_bodies else None


@attrs.frozen(eq=False, repr=False)
class RetryEvent(Event):
    """An attempt failed, and another will follow.

    Attributes:
        attempt: Which one failed; the first is 1.
        delay: Seconds until the next.
        seconds: Seconds since the call began.
        error: What the attempt failed with.
    """

    attempt: int
    delay: float
    seconds: float
    error: BaseException

    @property
    def max_retries(self) -> int:
        """How many attempts may follow the first."""
        return self._watch.max_retries

    @property
    def status_code(self) -> int | None:
        """The HTTP status, if there was a response."""
        return getattr(self.error, "status_code", None)


class _Response(Event):
    """What an event tells of the response, if there was one."""

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
    """The first event of a stream is there.

    Attributes:
        seconds: Seconds since the call began, with all retries.
    """

    seconds: float


class _Finished(_Response):
    """What an event tells of what has come."""

    @property
    def size(self) -> int:
        """How many bytes of the body have come, decompressed."""
        return self._watch.reply_size

    @property
    def body(self) -> str | None:
        """The reply as JSON, of a stream as far as it can be told, if the observer wants bodies."""
        return self._watch.reply_body if self._shows_bodies else None


@attrs.frozen(eq=False, repr=False)
class EndEvent(_Finished):
    """The reply is there, or a stream is over without an error.

    Attributes:
        seconds: Seconds since the call began, with all retries.
        outcome: "replied"; or of a stream: "ended" after its last event; before that "closed", or "dropped" when it was
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
        """What the reply says of its usage, as the API names it: `billed_units`, `tokens`; empty if it says nothing."""
        usage = self._watch.summary.get("usage") or self._watch.summary.get("meta")
        return usage if isinstance(usage, dict) else {}

    def tokens(self, kind: Literal["input", "output"], *, billed: bool = True) -> int | None:
        """How many tokens of a kind were billed, or read and written; if the API tells only the other, that.

        Args:
            kind: "input" for those of the prompt, "output" for those of the reply.
            billed: Whether those that are billed are meant.
        """
        for place in ("billed_units", "tokens") if billed else ("tokens", "billed_units"):
            counts = self.usage.get(place)
            count = counts.get(f"{kind}_tokens") if isinstance(counts, dict) else None
            if isinstance(count, int | float):
                return int(count)
        return None


@attrs.frozen(eq=False, repr=False)
class ErrorEvent(_Finished):
    """The call has failed, or its stream was cut.

    Attributes:
        seconds: Seconds since the call began, with all retries.
        error: What is raised; also asyncio.CancelledError or KeyboardInterrupt.
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
    """A run of tools is about to call a function.

    Attributes:
        execution: The number of the call of the function in this process, the same in both its events.
        name: The name of the tool.
        call_id: The id of the call that the model asked for.
    """

    _shows_bodies: bool
    execution: int
    name: str
    call_id: str
    _arguments: Mapping[str, Any]

    @property
    def arguments(self) -> Mapping[str, Any] | None:
        """The arguments as JSON values, if the observer wants bodies."""
        return self._arguments if self._shows_bodies else None

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.name}>"


@attrs.frozen(eq=False, repr=False)
class ToolEvent(ToolStartEvent):
    """A function has returned or failed, or it took too long.

    Attributes:
        seconds: How long it took.
        error: What it raised, or a TimeoutError.
    """

    seconds: float
    error: BaseException | None
    _result: Any

    @property
    def result(self) -> Any:
        """What the function gave, if the observer wants bodies."""
        return self._result if self._shows_bodies else None


def tell_tool(client: Any, name: str, call_id: str, arguments: Mapping[str, Any]) -> Callable[..., None]:
    """Tell the observers of a client that a function is called which the model asked for; run_tools() does so itself.

    Args:
        client: A client of this package.
        name: The name of the tool.
        call_id: The id of the call.
        arguments: Its arguments as JSON values.

    Returns:
        What tells them that it has ended: to be called once, with `result`, or with `error`.
    """
    from ._watch import watch_tool  # noqa: PLC0415  # which imports this module

    return watch_tool(client._core.settings, name, call_id, arguments)
