"""Spans and metrics by the SDK of OpenTelemetry: of chats, streams, tools, batches and retries, sync and async."""

from __future__ import annotations

import asyncio
import gc
import importlib
import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import entry_points
from typing import Any

import cohere_chat
import pytest
from cohere_chat import errors, otel
from cohere_chat._config import OBSERVERS_OF_ALL
from cohere_chat.emulator import Emulator
from opentelemetry import context
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.sdk.trace.sampling import Decision, Sampler, SamplingResult
from opentelemetry.trace import SpanKind, StatusCode
from rawserver import HOLD, RESET, RawServer, event_stream, http
from streams import BUSY, CALLS, GOOD, PIECES, REPLY, reply
from support import CHAT, USER, Both
from toolcalls import ANSWER, asks

MODEL = CHAT["model"]
HALF = event_stream(*PIECES[:3], end=False)
SWITCH = "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"
# As the conventions give them.
SECONDS = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92)
TOKENS = (1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864)


class Telemetry:
    """Providers of the real SDK that keep what they get."""

    def __init__(self) -> None:
        self.exporter = InMemorySpanExporter()
        self.tracers = TracerProvider()
        self.tracers.add_span_processor(SimpleSpanProcessor(self.exporter))
        self.tracer = self.tracers.get_tracer("test")
        self._reader = InMemoryMetricReader()
        self.meters = MeterProvider([self._reader])

    def tracing(self, **options: Any) -> otel.Tracing:
        return otel.Tracing(tracer_provider=self.tracers, meter_provider=self.meters, **options)

    @property
    def spans(self) -> tuple[ReadableSpan, ...]:
        return self.exporter.get_finished_spans()

    @property
    def span(self) -> ReadableSpan:
        (span,) = self.spans
        return span

    def points(self, name: str) -> list[Any]:
        """The data points of a metric."""
        data = self._reader.get_metrics_data()
        return [
            point
            for resource in (data.resource_metrics if data else ())
            for scope in resource.scope_metrics
            for metric in scope.metrics
            if metric.name == name
            for point in metric.data.data_points
        ]


@pytest.fixture
def telemetry() -> Iterator[Telemetry]:
    telemetry = Telemetry()
    before = context.get_current()
    yield telemetry
    assert context.get_current() == before
    telemetry.tracers.shutdown()
    telemetry.meters.shutdown()


def attributes(span: ReadableSpan) -> dict[str, Any]:
    return dict(span.attributes or {})


# ---------------------------------------------------------------- chats


def test_a_chat_is_a_span_with_what_was_asked_and_replied(both: Both, telemetry: Telemetry) -> None:
    with RawServer(
        http(200, {**REPLY, "usage": {**REPLY["usage"], "cached_tokens": 5.0}}, x_request_id="r-7")
    ) as server:
        client = both.client(base_url=server.url, observers=[telemetry.tracing()])
        both.chat(
            client,
            temperature=0.5,
            max_tokens=9,
            p=0.75,
            k=3,
            seed=1,
            frequency_penalty=0.1,
            presence_penalty=0.2,
            stop_sequences=["x"],
            response_format={"type": "json_object"},
        )
    span = telemetry.span
    assert (span.name, span.kind, span.status.status_code) == (f"chat {MODEL}", SpanKind.CLIENT, StatusCode.UNSET)
    assert attributes(span) == {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "cohere",
        "gen_ai.output.type": "json",
        "gen_ai.request.model": MODEL,
        "gen_ai.request.temperature": 0.5,
        "gen_ai.request.max_tokens": 9,
        "gen_ai.request.top_p": 0.75,
        "gen_ai.request.top_k": 3,
        "gen_ai.request.seed": 1,
        "gen_ai.request.frequency_penalty": 0.1,
        "gen_ai.request.presence_penalty": 0.2,
        "gen_ai.request.stop_sequences": ("x",),
        "gen_ai.response.finish_reasons": ("COMPLETE",),
        "gen_ai.response.id": "r-1",
        "gen_ai.usage.input_tokens": 70,
        "gen_ai.usage.output_tokens": 4,
        "gen_ai.usage.cache_read.input_tokens": 5,
        "server.address": "127.0.0.1",
        "server.port": server.port,
        "http.response.status_code": 200,
        "cohere.request.id": "r-7",
    }


def test_a_chat_is_measured(both: Both, telemetry: Telemetry) -> None:
    with RawServer(GOOD["chat"]) as server:
        both.chat(both.client(base_url=server.url, observers=[telemetry.tracing()]))
    labels = {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "cohere",
        "gen_ai.request.model": MODEL,
        "server.address": "127.0.0.1",
        "server.port": server.port,
    }
    (duration,) = telemetry.points("gen_ai.client.operation.duration")
    assert dict(duration.attributes) == labels
    assert duration.count == 1
    assert duration.explicit_bounds == pytest.approx(SECONDS)
    tokens = telemetry.points("gen_ai.client.token.usage")
    assert {point.attributes["gen_ai.token.type"]: point.sum for point in tokens} == {"input": 3, "output": 4}
    assert all({**labels, **point.attributes} == dict(point.attributes) for point in tokens)
    assert all(point.explicit_bounds == TOKENS for point in tokens)
    assert not telemetry.points("gen_ai.client.operation.time_to_first_chunk")


def test_retries_are_events_of_one_span(both: Both, telemetry: Telemetry) -> None:
    with RawServer(BUSY, http(429), GOOD["chat"]) as server:
        both.chat(both.client(base_url=server.url, observers=[telemetry.tracing()]))
    span = telemetry.span
    assert span.status.status_code == StatusCode.UNSET
    assert attributes(span)["http.request.resend_count"] == 2
    assert [(event.name, dict(event.attributes or {})) for event in span.events] == [
        ("cohere.retry", {"attempt": 1, "delay": both.waits[0], "error.type": "ServiceUnavailableError"}),
        ("cohere.retry", {"attempt": 2, "delay": both.waits[1], "error.type": "TooManyRequestsError"}),
    ]


def test_a_failure_is_an_error_of_the_span_and_of_its_duration(both: Both, telemetry: Telemetry) -> None:
    with RawServer(http(400, {"message": "no such model"})) as server, pytest.raises(errors.BadRequestError):
        both.chat(both.client(base_url=server.url, observers=[telemetry.tracing()]))
    span = telemetry.span
    assert (span.status.status_code, span.status.description) == (StatusCode.ERROR, "400: no such model")
    assert attributes(span)["error.type"] == "BadRequestError"
    assert attributes(span)["http.response.status_code"] == 400
    (duration,) = telemetry.points("gen_ai.client.operation.duration")
    assert duration.attributes["error.type"] == "BadRequestError"


def test_embeddings_and_reranking_are_spans_and_other_operations_are_not(both: Both, telemetry: Telemetry) -> None:
    embedded = http(200, {"id": "e", "embeddings": {"float": [[1.0]]}, "meta": {"billed_units": {"input_tokens": 2}}})
    ranked = http(200, {"id": "k", "results": [], "meta": {"billed_units": {"search_units": 1}}})
    with RawServer(embedded, ranked, http(200, {"models": []})) as server:
        # Content is told of chats only.
        client = both.client(base_url=server.url, observers=[telemetry.tracing(capture_content=True)])
        both.run(
            lambda: client.embed(
                model="e", input_type="search_query", texts=["t"], embedding_types=["float"], output_dimension=256
            )
        )
        both.run(lambda: client.rerank(model="k", query="q", documents=["d"]))
        both.run(client.models.list)
    embedding, ranking = telemetry.spans
    assert (embedding.name, ranking.name) == ("embeddings e", "rerank k")
    told = attributes(embedding)
    assert told["gen_ai.operation.name"] == "embeddings"
    assert told["gen_ai.request.encoding_formats"] == ("float",)
    assert told["gen_ai.embeddings.dimension.count"] == 256
    assert told["gen_ai.usage.input_tokens"] == 2
    assert attributes(ranking)["gen_ai.operation.name"] == "rerank"
    assert not [name for name in {**told, **attributes(ranking)} if "messages" in name]


# ---------------------------------------------------------------- streams


def test_a_stream_is_a_span_from_its_first_read_to_its_end(both: Both, telemetry: Telemetry) -> None:
    with RawServer(GOOD["chat_stream"]) as server:
        stream = both.client(base_url=server.url, observers=[telemetry.tracing()]).chat_stream(**CHAT)
        both.next(stream)
        assert not telemetry.spans
        both.collect(stream)
    told = attributes(telemetry.span)
    assert told["gen_ai.request.stream"] is True
    assert told["gen_ai.response.id"] == "r-1"
    assert told["gen_ai.response.finish_reasons"] == ("COMPLETE",)
    assert told["gen_ai.usage.output_tokens"] == 4
    assert "cohere.stream.outcome" not in told
    (point,) = telemetry.points("gen_ai.client.operation.time_to_first_chunk")
    assert point.sum == told["gen_ai.response.time_to_first_chunk"] > 0
    assert point.explicit_bounds == pytest.approx(SECONDS)
    (duration,) = telemetry.points("gen_ai.client.operation.duration")
    assert duration.sum > point.sum


def test_a_stream_that_is_cut_is_an_error(both: Both, telemetry: Telemetry) -> None:
    with RawServer([*HALF, RESET]) as server, pytest.raises(errors.StreamInterruptedError):
        both.collect(both.client(base_url=server.url, observers=[telemetry.tracing()]).chat_stream(**CHAT))
    span = telemetry.span
    assert span.status.status_code == StatusCode.ERROR
    assert attributes(span)["error.type"] == "StreamInterruptedError"
    assert attributes(span)["http.response.status_code"] == 200


@pytest.mark.parametrize("outcome", ["closed", "dropped"])
def test_a_stream_that_is_left_says_how(both: Both, telemetry: Telemetry, outcome: str) -> None:
    with RawServer([*HALF, HOLD]) as server:
        stream = both.client(base_url=server.url, observers=[telemetry.tracing()]).chat_stream(**CHAT)
        both.next(stream)
        if outcome == "closed":
            both.shut(stream)
        del stream
        gc.collect()
        assert server.wait_open(0) if both.kind == "sync" else both.run(lambda: asyncio.to_thread(server.wait_open, 0))
    span = telemetry.span
    assert span.status.status_code == StatusCode.UNSET
    assert attributes(span)["cohere.stream.outcome"] == outcome


def test_what_a_program_does_between_events_is_no_part_of_the_chat(both: Both, telemetry: Telemetry) -> None:
    with RawServer(GOOD["chat_stream"]) as server, telemetry.tracer.start_as_current_span("outer") as outer:
        client = both.client(base_url=server.url, observers=[telemetry.tracing()])
        stream = client.chat_stream(**CHAT)
        both.next(stream)
        with telemetry.tracer.start_as_current_span("between"):
            pass
        both.collect(stream)
    between, chat, _ = telemetry.spans
    for span in (between, chat):
        assert span.parent == outer.get_span_context()


# ---------------------------------------------------------------- batches and tools


def test_a_long_list_is_one_span_with_one_for_each_request(both: Both, telemetry: Telemetry) -> None:
    def answer(body: Any) -> Any:
        meta = {"billed_units": {"input_tokens": len(body["texts"])}}
        return http(200, {"id": "e", "embeddings": {"float": [[1.0]] * len(body["texts"])}, "meta": meta})

    with RawServer(answer) as server:
        client = both.client(base_url=server.url, observers=[telemetry.tracing()])
        both.run(lambda: client.embed(model="e", input_type="search_query", texts=["t"] * 200))
    *parts, whole = telemetry.spans
    assert (whole.name, whole.parent) == ("embeddings e", None)
    assert attributes(whole)["gen_ai.usage.input_tokens"] == 200
    assert attributes(whole)["cohere.requests"] == 3
    assert sorted((part.name, attributes(part)["cohere.batch"]) for part in parts) == [
        ("embeddings request", "texts[0:96]"),
        ("embeddings request", "texts[192:200]"),
        ("embeddings request", "texts[96:192]"),
    ]
    assert all(part.parent == whole.context for part in parts)
    # So that nothing is counted twice.
    assert not [name for part in parts for name in attributes(part) if name.startswith("gen_ai")]
    (duration,) = telemetry.points("gen_ai.client.operation.duration")
    assert duration.count == 1
    (tokens,) = telemetry.points("gen_ai.client.token.usage")
    assert (tokens.count, tokens.sum) == (3, 200)


@pytest.mark.parametrize("most", [1, 4])
def test_calls_of_functions_are_spans_around_what_these_do(
    both: Both, cohere_emulator: Emulator, telemetry: Telemetry, most: int
) -> None:
    def look(city: str) -> str:
        """Look."""
        with telemetry.tracer.start_as_current_span("inside"):
            return f"clear over {city}"

    async def fail() -> str:
        """Fail."""
        raise cohere_chat.ToolError("tired")

    def fail_sync() -> str:
        """Fail."""
        raise cohere_chat.ToolError("tired")

    failing = fail if both.kind == "async" else fail_sync
    cohere_emulator.reply_with(asks(("look", {"city": "Köln"}), (failing.__name__, {})))
    cohere_emulator.reply_with(ANSWER)
    client = both.client(base_url=cohere_emulator.url, observers=[telemetry.tracing()])
    with telemetry.tracer.start_as_current_span("run") as run:
        both.run(client.run_tools(**CHAT, tools=[look, failing], max_parallel_calls=most).finish)
    spans = {span.name: span for span in telemetry.spans}
    called, failed = spans["execute_tool look"], spans[f"execute_tool {failing.__name__}"]
    assert spans["inside"].parent == called.context
    for span in (called, failed, spans[f"chat {MODEL}"]):
        assert span.parent == run.get_span_context()
    assert called.kind == SpanKind.INTERNAL
    assert attributes(called) == {
        "gen_ai.operation.name": "execute_tool",
        "gen_ai.tool.name": "look",
        "gen_ai.tool.call.id": "call-0",
        "gen_ai.tool.type": "function",
    }
    assert failed.status.status_code == StatusCode.ERROR
    assert attributes(failed)["error.type"] == "ToolError"


# ---------------------------------------------------------------- contexts


@pytest.mark.unmeasured
def test_a_hundred_tasks_at_once_each_have_their_own_parent(telemetry: Telemetry) -> None:
    async def chat(client: cohere_chat.AsyncClientV2, number: int) -> None:
        with telemetry.tracer.start_as_current_span(f"task {number}"):
            if number % 2:
                await client.chat(**CHAT, seed=number)
            else:
                async for _ in client.chat_stream(**CHAT, seed=number):
                    await asyncio.sleep(0)

    async def main(url: str) -> None:
        async with cohere_chat.AsyncClientV2("secret", base_url=url, observers=[telemetry.tracing()]) as client:
            await asyncio.gather(*[chat(client, number) for number in range(100)])

    def answer(body: Any) -> Any:
        return GOOD["chat_stream" if body["stream"] else "chat"]

    with RawServer(answer) as server:
        asyncio.run(main(server.url))
    _check_parents(telemetry, "task")


def test_threads_at_once_each_have_their_own_parent(telemetry: Telemetry) -> None:
    with RawServer(GOOD["chat"]) as server:
        client = cohere_chat.ClientV2("secret", base_url=server.url, observers=[telemetry.tracing()])

        def chat(number: int) -> None:
            with telemetry.tracer.start_as_current_span(f"thread {number}"):
                client.chat(**CHAT, seed=number)

        with client, ThreadPoolExecutor(16) as pool:
            list(pool.map(chat, range(100)))
    _check_parents(telemetry, "thread")


def _check_parents(telemetry: Telemetry, kind: str) -> None:
    outer = {span.context.span_id: span.name for span in telemetry.spans if span.name.startswith(kind)}
    chats = [span for span in telemetry.spans if span.name.startswith("chat")]
    assert len(outer) == len(chats) == 100
    for span in chats:
        assert span.parent
        assert outer[span.parent.span_id] == f"{kind} {attributes(span)['gen_ai.request.seed']}"


def test_requests_are_sent_within_the_span(both: Both, telemetry: Telemetry, method: str) -> None:
    """So that the spans of an instrumentation of httpx are its children."""
    inside = []

    def note(_: Any) -> None:
        with telemetry.tracer.start_as_current_span("POST"):
            inside.append(context.get_current())

    async def async_note(request: Any) -> None:
        note(request)

    with RawServer(GOOD[method]) as server:
        own = both.httpx_client(event_hooks={"request": [note if both.kind == "sync" else async_note]})
        client = both.client(base_url=server.url, httpx_client=own, observers=[telemetry.tracing()])
        both.call(method, client)
    sent, chat = telemetry.spans
    assert sent.name == "POST"
    assert sent.parent == chat.context


@pytest.mark.parametrize(
    "key", [context._SUPPRESS_INSTRUMENTATION_KEY, "suppress_instrumentation"], ids=["own", "plain"]
)
def test_what_is_suppressed_is_not_told(
    both: Both, cohere_emulator: Emulator, telemetry: Telemetry, key: str, method: str
) -> None:
    def look() -> str:
        """Look."""
        return "clear"

    cohere_emulator.reply_with(asks(("look", {})))
    cohere_emulator.reply_with(ANSWER)
    client = both.client(base_url=cohere_emulator.url, observers=[telemetry.tracing()])
    token = context.attach(context.set_value(key, True))
    try:
        both.run(client.run_tools(**CHAT, tools=[look]).finish)
        both.call(method, client, additional_headers={"X-Emulator-Fault": "status=503; times=1"})
        with pytest.raises(errors.NotFoundError):
            both.call(method, client, additional_headers={"X-Emulator-Fault": "status=404"})
    finally:
        context.detach(token)
    assert not telemetry.spans
    assert not telemetry.points("gen_ai.client.operation.duration")


# ---------------------------------------------------------------- content


MESSAGES: list[Any] = [
    {"role": "system", "content": "Be brief."},
    {
        "role": "user",
        "content": [{"type": "text", "text": "Look:"}, {"type": "image_url", "image_url": {"url": "http://i"}}],
    },
    {"role": "assistant", "tool_plan": "I will look.", "tool_calls": CALLS},
    {"role": "tool", "tool_call_id": "call-1", "content": "20"},
    {"role": "assistant", "content": [{"type": "thinking", "thinking": "Hm."}, {"type": "text", "text": "Warm."}]},
    {"role": "user", "content": [{"type": "document", "document": {"data": "d"}}]},
]


@pytest.mark.off_contract
def test_content_is_shown_as_the_conventions_have_it_where_it_is_asked_for(both: Both, telemetry: Telemetry) -> None:
    tool = {"type": "function", "function": {"name": "weather", "parameters": {"type": "object"}}}
    with RawServer(http(200, reply("TOOL_CALL", tool_plan="I will look.", tool_calls=CALLS[:1]))) as server:
        client = both.client(base_url=server.url, observers=[telemetry.tracing(capture_content=True)])
        both.chat(client, messages=MESSAGES, tools=[tool])
    told = attributes(telemetry.span)
    plan = {"type": "reasoning", "content": "I will look."}
    first, second = ({"type": "tool_call", "id": call["id"], **call["function"]} for call in CALLS)
    assert json.loads(told["gen_ai.input.messages"]) == [
        {"role": "system", "parts": [{"type": "text", "content": "Be brief."}]},
        {
            "role": "user",
            "parts": [
                {"type": "text", "content": "Look:"},
                {"type": "uri", "modality": "image", "uri": "http://i"},
            ],
        },
        {"role": "assistant", "parts": [plan, first, second]},
        {"role": "tool", "parts": [{"type": "tool_call_response", "id": "call-1", "response": "20"}]},
        {
            "role": "assistant",
            "parts": [{"type": "reasoning", "content": "Hm."}, {"type": "text", "content": "Warm."}],
        },
        {"role": "user", "parts": [{"type": "document", "document": {"data": "d"}}]},
    ]
    assert json.loads(told["gen_ai.output.messages"]) == [{"role": "assistant", "parts": [plan, first]}]
    assert json.loads(told["gen_ai.tool.definitions"]) == [
        {"type": "function", "name": "weather", "parameters": {"type": "object"}}
    ]


def test_a_stream_shows_the_reply_that_it_spells_out(both: Both, telemetry: Telemetry) -> None:
    with RawServer(GOOD["chat_stream"]) as server:
        client = both.client(base_url=server.url, observers=[telemetry.tracing(capture_content=True)])
        both.collect(client.chat_stream(**CHAT))
    assert json.loads(attributes(telemetry.span)["gen_ai.output.messages"]) == [
        {"role": "assistant", "parts": [{"type": "text", "content": "Hello wörld!"}]}
    ]


def test_a_chat_of_version_1_shows_its_message(both: Both, telemetry: Telemetry) -> None:
    with RawServer(http(200, {"generation_id": "g", "text": "Hi!"})) as server:
        client = both.client(base_url=server.url, name="Client", observers=[telemetry.tracing(capture_content=True)])
        both.run(lambda: client.chat(message="Hello!", chat_history=[{"role": "CHATBOT", "message": "Yes?"}]))
    told = attributes(telemetry.span)
    assert telemetry.span.name == "chat"
    assert json.loads(told["gen_ai.input.messages"]) == [
        {"role": "chatbot", "parts": [{"type": "text", "content": "Yes?"}]},
        {"role": "user", "parts": [{"type": "text", "content": "Hello!"}]},
    ]
    assert json.loads(told["gen_ai.output.messages"]) == [
        {"role": "assistant", "parts": [{"type": "text", "content": "Hi!"}]}
    ]


def test_tools_show_what_they_are_given_and_give(both: Both, cohere_emulator: Emulator, telemetry: Telemetry) -> None:
    def look(city: str) -> list[str]:
        """Look."""
        return [f"clear over {city}"]

    cohere_emulator.reply_with(asks(("look", {"city": "Köln"})))
    cohere_emulator.reply_with(ANSWER)
    client = both.client(base_url=cohere_emulator.url, observers=[telemetry.tracing(capture_content=True)])
    both.run(client.run_tools(**CHAT, tools=[look]).finish)
    (called,) = (attributes(span) for span in telemetry.spans if span.name == "execute_tool look")
    assert called["gen_ai.tool.call.arguments"] == '{"city": "Köln"}'
    assert called["gen_ai.tool.call.result"] == '["clear over Köln"]'


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, False),
        ("", False),
        ("false", False),
        ("NO_CONTENT", False),
        # There are no events.
        ("EVENT_ONLY", False),
        ("true", True),
        (" True ", True),
        ("SPAN_ONLY", True),
        ("span_and_event", True),
    ],
)
def test_the_switch_of_the_environment_decides_on_content(
    value: str | None, shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if value is None:
        monkeypatch.delenv(SWITCH, raising=False)
    else:
        monkeypatch.setenv(SWITCH, value)
    assert otel.Tracing().wants_bodies is shown
    assert otel.Tracing(capture_content=not shown).wants_bodies is not shown


def test_without_content_nothing_of_it_is_told(
    both: Both, cohere_emulator: Emulator, telemetry: Telemetry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(SWITCH, raising=False)
    secret = "PROMPT"

    def look(city: str) -> str:
        """Look."""
        return f"{city} seen"

    cohere_emulator.reply_with(asks(("look", {"city": secret})))
    cohere_emulator.reply_with(f"{secret} it is")
    client = both.client(base_url=cohere_emulator.url, observers=[telemetry.tracing()])
    messages = [{**USER, "content": secret}]
    both.run(client.run_tools(model=MODEL, messages=messages, tools=[look]).finish)
    assert len(telemetry.spans) == 3
    assert secret not in "".join(span.to_json() for span in telemetry.spans)


# ---------------------------------------------------------------- turning it on


def test_a_span_that_is_not_sampled_is_measured(both: Both, telemetry: Telemetry) -> None:
    with RawServer(GOOD["chat"]) as server:
        tracing = otel.Tracing(meter_provider=telemetry.meters)
        both.chat(both.client(base_url=server.url, observers=[tracing]))
    assert len(telemetry.points("gen_ai.client.token.usage")) == 2


def test_a_sampler_sees_the_attributes_that_the_conventions_want_it_to_see(both: Both, telemetry: Telemetry) -> None:
    seen: list[Any] = []

    class Dropping(Sampler):
        def should_sample(
            self, parent_context: Any, trace_id: int, name: str, kind: Any = None, attributes: Any = None, *_: Any
        ) -> SamplingResult:
            seen.append(set(attributes))
            return SamplingResult(Decision.DROP)

        def get_description(self) -> str:
            return "drops all"

    with RawServer(GOOD["chat"]) as server:
        tracing = otel.Tracing(tracer_provider=TracerProvider(sampler=Dropping()), capture_content=True)
        both.chat(both.client(base_url=server.url, observers=[tracing]), temperature=0.5)
    named = {"gen_ai.operation.name", "gen_ai.provider.name", "gen_ai.request.model"}
    assert seen == [{*named, "server.address", "server.port"}]


def test_instrument_reaches_clients_that_are_there_already(both: Both, telemetry: Telemetry) -> None:
    with RawServer(GOOD["chat"]) as server:
        client = both.client(base_url=server.url)
        try:
            for _ in range(2):
                otel.instrument(tracer_provider=telemetry.tracers, meter_provider=telemetry.meters)
            both.chat(client)
            assert len(telemetry.spans) == 1
        finally:
            otel.uninstrument()
        both.chat(client)
    assert len(telemetry.spans) == 1
    assert not OBSERVERS_OF_ALL


def test_instrument_is_all_that_a_program_needs() -> None:
    """In a process of its own, where nothing else has asked for observers."""
    code = f"""
import sys, cohere_chat.otel
from opentelemetry import trace
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
class Printer(SpanProcessor):
    def on_end(self, span):
        print(span.name)
trace.set_tracer_provider(TracerProvider())
trace.get_tracer_provider().add_span_processor(Printer())
cohere_chat.otel.instrument()
with cohere_chat.ClientV2("k", base_url=sys.argv[1]) as client:
    client.chat(**{CHAT})
"""
    with RawServer(GOOD["chat"]) as server:
        command = [sys.executable, "-c", code, server.url]
        assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == f"chat {MODEL}\n"


def test_a_call_that_is_under_way_ends_its_span_after_uninstrument(both: Both, telemetry: Telemetry) -> None:
    with RawServer(GOOD["chat_stream"]) as server:
        otel.instrument(tracer_provider=telemetry.tracers)
        stream = both.client(base_url=server.url).chat_stream(**CHAT)
        both.next(stream)
        otel.uninstrument()
        both.collect(stream)
    assert telemetry.span.name == f"chat {MODEL}"


def test_zero_code_instrumentation_finds_it(both: Both, telemetry: Telemetry) -> None:
    (found,) = (point for point in entry_points(group="opentelemetry_instrumentor") if point.name == "cohere-chat")
    instrumentor = found.load()()
    # As opentelemetry-instrument calls it.
    instrumentor.instrument(skip_dep_check=True, tracer_provider=telemetry.tracers)
    try:
        with RawServer(GOOD["chat"]) as server:
            both.chat(both.client(base_url=server.url))
    finally:
        instrumentor.uninstrument()
    assert telemetry.span.name == f"chat {MODEL}"


def test_without_opentelemetry_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry", None)
    monkeypatch.delitem(sys.modules, "cohere_chat.otel")
    with pytest.raises(ImportError, match=r"pip install 'cohere-chat\[otel\]'"):
        importlib.import_module("cohere_chat.otel")
