"""Spans and metrics for OpenTelemetry, by its conventions for generative AI.

See "Logs, traces and metrics" in the documentation.

Names of attributes are written out here: the package that defines them changes too often to depend on.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import attrs

try:
    from opentelemetry import context, metrics, trace
except ImportError as error:
    raise ImportError(f"{error}: pip install 'cohere-chat[otel]'") from None

from ._version import __version__
from ._watch import observe_all, stop_observing_all
from .observe import Observer

if TYPE_CHECKING:
    from contextvars import Token

    from .observe import EndEvent, ErrorEvent, Event, FirstEvent, RequestEvent, RetryEvent, ToolEvent, ToolStartEvent

__all__ = ["Instrumentor", "Tracing", "instrument", "uninstrument"]

_SCOPE: Final = "cohere_chat"
_CONTENT_SWITCH: Final = "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"

# What the conventions call the operations that they know of, by the last part of ours; they have no name for reranking.
_OPERATIONS: Final = {"chat": "chat", "embed": "embeddings", "rerank": "rerank", "generate": "text_completion"}
# What they call our parameters.
_PARAMETERS: Final = {
    "temperature": "gen_ai.request.temperature",
    "max_tokens": "gen_ai.request.max_tokens",
    "p": "gen_ai.request.top_p",
    "k": "gen_ai.request.top_k",
    "seed": "gen_ai.request.seed",
    "frequency_penalty": "gen_ai.request.frequency_penalty",
    "presence_penalty": "gen_ai.request.presence_penalty",
    "stop_sequences": "gen_ai.request.stop_sequences",
    "embedding_types": "gen_ai.request.encoding_formats",
    "output_dimension": "gen_ai.embeddings.dimension.count",
}
# Their bounds of histograms: seconds, and tokens.
_SECONDS: Final = [0.01 * 2**power for power in range(14)]
_TOKENS: Final = [4**power for power in range(14)]


@attrs.define(eq=False)
class _Open:
    """A span that has not ended.

    Attributes:
        inside: The context with the span.
        way_back: What leads back to the context before; None once that was gone.
        labels: The attributes of its metrics.
    """

    span: trace.Span
    inside: context.Context
    way_back: Token[context.Context] | None
    labels: dict[str, Any]

    def leave(self) -> None:
        """Let what follows be no child of the span. Where a thread or task ends that began elsewhere, nothing is."""
        way_back, self.way_back = self.way_back, None
        if way_back and context.get_current() is self.inside:
            context.detach(way_back)

    def fail(self, error: BaseException) -> None:
        """Show an error on the span and in its metrics."""
        self.labels = {**self.labels, "error.type": type(error).__qualname__}
        self.span.set_attribute("error.type", type(error).__qualname__)
        self.span.set_status(trace.StatusCode.ERROR, str(error))

    def end(self) -> None:
        """End the span."""
        self.leave()
        self.span.end()


class Tracing(Observer):
    """An observer that makes spans and metrics.

    Args:
        tracer_provider, meter_provider: Where they go. Default: the providers of the process.
        capture_content: Whether spans have prompts, replies, and the arguments and results of tools. If None, the
            environment variable OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT decides: "true", "span_only" and
            "span_and_event" turn it on.
    """

    def __init__(
        self,
        *,
        tracer_provider: trace.TracerProvider | None = None,
        meter_provider: metrics.MeterProvider | None = None,
        capture_content: bool | None = None,
    ) -> None:
        switch = os.environ.get(_CONTENT_SWITCH, "").strip().lower()
        self.wants_bodies = (
            switch in ("true", "span_only", "span_and_event") if capture_content is None else capture_content
        )
        self._tracer = trace.get_tracer(_SCOPE, __version__, tracer_provider)
        meter = metrics.get_meter(_SCOPE, __version__, meter_provider)
        self._duration, self._first_chunk, self._tokens = (
            meter.create_histogram(name, unit, told, explicit_bucket_boundaries_advisory=bounds)
            for name, unit, told, bounds in (
                ("gen_ai.client.operation.duration", "s", "How long operations took.", _SECONDS),
                ("gen_ai.client.operation.time_to_first_chunk", "s", "When the first event came.", _SECONDS),
                ("gen_ai.client.token.usage", "{token}", "Tokens that were billed.", _TOKENS),
            )
        )
        # By the numbers of calls, and of calls of functions.
        self._open: dict[int, _Open] = {}

    def on_request(self, event: RequestEvent) -> None:
        """Start the span of the event's call; its requests are sent inside."""
        kind = _OPERATIONS.get(event.operation.rpartition(".")[2])
        if kind is None or _is_suppressed():
            return
        labels = _labels(kind, event)
        if event.whole is not None:
            # A part of a call, which has all that the conventions want: what counts calls must not count it again.
            self._start(event.call, f"{kind} request", trace.SpanKind.CLIENT, {"cohere.batch": event.batch}, labels)
            return
        # A sampler sees these; the rest is for spans that are kept.
        span = self._start(event.call, f"{kind} {event.model or ''}".rstrip(), trace.SpanKind.CLIENT, labels, labels)
        if span.is_recording():
            span.set_attributes(_settings(event))
            if self.wants_bodies and kind == "chat":
                span.set_attributes(_prompt(json.loads(event.body or "{}")))

    def on_retry(self, event: RetryEvent) -> None:
        """Add an event to the span of the call."""
        if opened := self._open.get(event.call):
            about: dict[str, Any] = {
                "attempt": event.attempt,
                "delay": event.delay,
                "error.type": type(event.error).__qualname__,
            }
            opened.span.add_event("cohere.retry", about)

    def on_first_event(self, event: FirstEvent) -> None:
        """Record when the first event arrived, and leave the span."""
        if opened := self._open.get(event.call):
            # What the program does between two events is not part of the call.
            opened.leave()
            opened.span.set_attribute("gen_ai.response.time_to_first_chunk", event.seconds)
            self._first_chunk.record(event.seconds, opened.labels, context=opened.inside)

    def on_end(self, event: EndEvent) -> None:
        """End the span with the facts that the event has on the reply, and record the metrics."""
        if opened := self._open.pop(event.call, None):
            if opened.span.is_recording():
                opened.span.set_attributes(_response(event) if event.whole else _reply(event))
                if self.wants_bodies and event.body and opened.labels["gen_ai.operation.name"] == "chat":
                    opened.span.set_attributes(_answer(json.loads(event.body)))
            for token_type in ("input", "output") if event.requests == 1 else ():
                tokens = event.tokens(token_type)
                if tokens is not None:
                    self._tokens.record(tokens, {**opened.labels, "gen_ai.token.type": token_type}, opened.inside)
            self._end(opened, event)

    def on_error(self, event: ErrorEvent) -> None:
        """End the span with the error of the event, and record the metrics."""
        if opened := self._open.pop(event.call, None):
            opened.span.set_attributes(_response(event))
            opened.fail(event.error)
            self._end(opened, event)

    def on_tool_start(self, event: ToolStartEvent) -> None:
        """Start the span of the event's function; it is called inside."""
        if _is_suppressed():
            return
        attributes: dict[str, Any] = {
            "gen_ai.operation.name": "execute_tool",
            "gen_ai.tool.name": event.name,
            "gen_ai.tool.call.id": event.call_id,
            "gen_ai.tool.type": "function",
        }
        if self.wants_bodies:
            attributes["gen_ai.tool.call.arguments"] = _dump(event.arguments)
        self._start(event.execution, f"execute_tool {event.name}", trace.SpanKind.INTERNAL, attributes, {})

    def on_tool(self, event: ToolEvent) -> None:
        """End the span of the event's function."""
        if opened := self._open.pop(event.execution, None):
            if event.error:
                opened.fail(event.error)
            elif self.wants_bodies:
                opened.span.set_attribute("gen_ai.tool.call.result", _dump(event.result))
            opened.end()

    def _start(
        self, number: int, name: str, kind: trace.SpanKind, attributes: dict[str, Any], labels: dict[str, Any]
    ) -> trace.Span:
        span = self._tracer.start_span(name, kind=kind, attributes=attributes)
        inside = trace.set_span_in_context(span)
        self._open[number] = _Open(span, inside, context.attach(inside), labels)
        return span

    def _end(self, opened: _Open, event: EndEvent | ErrorEvent) -> None:
        if event.whole is None:
            self._duration.record(event.seconds, opened.labels, opened.inside)
        opened.end()


def _is_suppressed() -> bool:
    """Whether the program wants no telemetry of what it does now, such as sending telemetry."""
    current = context.get_current()
    return bool(current.get(context._SUPPRESS_INSTRUMENTATION_KEY) or current.get("suppress_instrumentation"))


def _labels(kind: str, event: Event) -> dict[str, Any]:
    """What the spans and the metrics of a call share."""
    labels: dict[str, Any] = {
        "gen_ai.operation.name": kind,
        "gen_ai.provider.name": "cohere",
        "server.address": event.server_address,
        "server.port": event.server_port,
    }
    if event.model:
        labels["gen_ai.request.model"] = event.model
    return labels


def _settings(event: RequestEvent) -> dict[str, Any]:
    given = event.parameters
    settings = {attribute: given[name] for name, attribute in _PARAMETERS.items() if name in given}
    if "response_format" in given:
        settings["gen_ai.output.type"] = "json" if given["response_format"] == "json_object" else "text"
    if event.streamed:
        settings["gen_ai.request.stream"] = True
    if event.requests > 1:
        settings["cohere.requests"] = event.requests
    return settings


def _response(event: EndEvent | ErrorEvent) -> dict[str, Any]:
    """What the head of the response tells, and how often the request was sent again."""
    told = {
        "http.response.status_code": event.status_code,
        "http.request.resend_count": event.attempts - 1 or None,
        "cohere.request.id": event.request_id,
    }
    return {name: value for name, value in told.items() if value is not None}


def _reply(event: EndEvent) -> dict[str, Any]:
    """The same, and what the reply tells of itself."""
    cached = event.usage.get("cached_tokens")
    told = {
        "gen_ai.response.id": event.reply_id,
        "gen_ai.response.finish_reasons": event.finish_reason and [event.finish_reason],
        "gen_ai.usage.input_tokens": event.tokens("input", billed=False),
        "gen_ai.usage.output_tokens": event.tokens("output", billed=False),
        "gen_ai.usage.cache_read.input_tokens": int(cached) if isinstance(cached, int | float) else None,
        "cohere.stream.outcome": event.outcome if event.outcome in ("closed", "dropped") else None,
    }
    return _response(event) | {name: value for name, value in told.items() if value is not None}


def _prompt(body: Mapping[str, Any]) -> dict[str, Any]:
    """The prompt of a chat. Version 1 has one message and those before it."""
    messages = body.get("messages") or [*body.get("chat_history", ()), {"role": "user", "content": body.get("message")}]
    told = {"gen_ai.input.messages": _dump([_message(message) for message in messages])}
    if tools := body.get("tools"):
        told["gen_ai.tool.definitions"] = _dump([{"type": "function", **tool.get("function", tool)} for tool in tools])
    return told


def _answer(reply: Mapping[str, Any]) -> dict[str, Any]:
    """The reply of a chat, as far as it has come."""
    message = reply.get("message") or {"content": reply.get("text")}
    return {"gen_ai.output.messages": _dump([{"role": "assistant", **_message(message)}])}


def _message(message: Mapping[str, Any]) -> dict[str, Any]:
    """A message as the conventions' JSON Schema has it: a role, and parts."""
    role = str(message.get("role", "assistant")).lower()
    content = message.get("content") or message.get("message") or ()
    if role == "tool":
        return {"role": role, "parts": [_part("tool_call_response", id=message.get("tool_call_id"), response=content)]}
    parts = [_part("text", content=content)] if isinstance(content, str) else [_content(item) for item in content]
    if plan := message.get("tool_plan"):
        parts.insert(0, _part("reasoning", content=plan))
    for call in message.get("tool_calls") or ():
        function = call.get("function") or {}
        called = {"name": function.get("name"), "arguments": function.get("arguments")}
        parts.append(_part("tool_call", id=call.get("id"), **called))
    return {"role": role, "parts": parts}


def _content(item: Mapping[str, Any]) -> dict[str, Any]:
    kind = item.get("type")
    if kind in ("text", "thinking"):
        return _part("text" if kind == "text" else "reasoning", content=item.get(kind))
    if kind == "image_url":
        return _part("uri", modality="image", uri=(item.get("image_url") or {}).get("url"))
    return dict(item)


def _part(type: str, **more: Any) -> dict[str, Any]:
    return {"type": type, **more}


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


# Where instrument() has put an observer, if it has.
_installed: list[Tracing] = []


def instrument(
    *,
    tracer_provider: trace.TracerProvider | None = None,
    meter_provider: metrics.MeterProvider | None = None,
    capture_content: bool | None = None,
) -> None:
    """Make spans and metrics for all clients, including those that already exist.

    A second call replaces the first one.

    Args:
        tracer_provider, meter_provider, capture_content: As for Tracing.
    """
    uninstrument()
    _installed.append(
        Tracing(tracer_provider=tracer_provider, meter_provider=meter_provider, capture_content=capture_content)
    )
    observe_all(_installed[0])


def uninstrument() -> None:
    """Undo instrument(). Calls in progress still end their spans."""
    while _installed:
        stop_observing_all(_installed.pop())


class Instrumentor:
    """The entry point for `opentelemetry-instrument`: instrument() and uninstrument() as methods."""

    def instrument(self, **options: Any) -> None:
        """Like instrument(); options meant for other instrumentors are ignored."""
        known = ("tracer_provider", "meter_provider", "capture_content")
        instrument(**{name: options[name] for name in known if name in options})

    def uninstrument(self, **_: Any) -> None:
        """Like uninstrument()."""
        uninstrument()
