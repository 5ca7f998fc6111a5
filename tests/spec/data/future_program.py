"""A program that uses all that future_document() adds; run and type-checked with what `make sync` generates from it."""

from __future__ import annotations

import json
import warnings
from datetime import UTC, datetime
from typing import Any, assert_type

import httpx
from cohere_chat import ClientV2
from cohere_chat_api.models import Audio, AudioUrl, DeveloperMessage, Moderation, SearchTool, UsageEvent, WebSource

sent: list[Any] = []
urls: list[str] = []
REPLY = {
    "id": "1",
    "finish_reason": "FILTERED",
    "message": {
        "role": "assistant",
        "citations": [{"sources": [{"type": "web", "url": "https://example.com", "id": "w"}]}],
    },
    "usage": {"reasoning_tokens": 7},
}
EVENTS = [
    {"type": "usage-delta", "delta": {"usage": {"reasoning_tokens": 7}}},
    {"type": "message-end", "delta": {"finish_reason": "FILTERED"}},
]


def answer(request: httpx.Request) -> httpx.Response:
    body = json.loads(request.content)
    sent.append(body)
    if body["stream"]:
        frames = "".join(f"event: {event['type']}\ndata: {json.dumps(event)}\n\n" for event in EVENTS)
        return httpx.Response(200, text=frames, headers={"Content-Type": "text/event-stream"})
    return httpx.Response(200, json=REPLY)


def report(request: httpx.Request) -> httpx.Response:
    urls.append(str(request.url))
    if "reports" in urls[-1]:
        return httpx.Response(200, json={"id": "r", "created_at": "2030-01-02T00:00:00Z"})
    return httpx.Response(200, json={"models": [], "results": [], "cost": {"credits": 3}})


with ClientV2("key", httpx_client=httpx.Client(transport=httpx.MockTransport(answer))) as client:
    reply = client.chat(
        model="m",
        messages=[
            {"role": "developer", "content": "Be brief."},
            DeveloperMessage(content="Be polite."),
            {
                "role": "user",
                "content": [
                    {"type": "audio_url", "audio_url": {"url": "a"}},
                    Audio(audio_url=AudioUrl(url="b")),
                    {"type": "image_url", "image_url": {"url": "c", "width": 3}},
                ],
            },
        ],
        top_a=0.5,
        moderation={"level": "low", "topics": ["t"]},
        citation_options={"mode": "THOROUGH"},
        tools=[
            {"type": "web_search", "sites": ["s"]},
            SearchTool(sites=["s"]),
            {"type": "function", "function": {"name": "f", "parameters": {}}},
        ],
    )
    assert reply.finish_reason == "FILTERED"
    assert reply.usage is not None
    assert_type(reply.usage.reasoning_tokens, float | None)
    assert reply.usage.reasoning_tokens == 7
    assert reply.message.citations is not None
    (source,) = reply.message.citations[0].sources or []
    assert source.type == "web"
    assert_type(source, WebSource)
    assert source.url == "https://example.com"
    body = sent.pop()
    assert [message["role"] for message in body["messages"]] == ["developer", "developer", "user"]
    assert body["top_a"] == 0.5
    assert body["moderation"] == {"level": "low", "topics": ["t"]}
    assert [tool["type"] for tool in body["tools"]] == ["web_search", "web_search", "function"]

    events = list(client.chat_stream(model="m", messages=[], moderation=Moderation(level="high")))
    assert events[0].type == "usage-delta"
    assert_type(events[0], UsageEvent)
    assert events[0].delta is not None
    assert events[0].delta.usage is not None
    assert events[0].delta.usage.reasoning_tokens == 7

    with warnings.catch_warnings(record=True) as given:
        warnings.simplefilter("always")
        for _ in range(2):
            client.chat(
                model="m",
                messages=[],
                frequency_penalty=0.5,
                thinking={"type": "enabled"},
                response_format={"type": "text"},
            )
    # Once for each client, not once for each call.
    assert len(given) == 3
    for name in ("response_format", "frequency_penalty", "thinking"):
        assert any(repr(name) in str(warning.message) for warning in given)

    client.chat(model="m", messages=[], moderation={"level": "low", "topic": "t"})  # type: ignore[arg-type]
    client.chat(model="m", messages=[{"role": "developper", "content": ""}])  # type: ignore[list-item]
    try:
        client.chat(model="m", messages=[], top_b=1)  # type: ignore[call-arg]
    except TypeError as error:
        print(error)

with ClientV2("key", httpx_client=httpx.Client(transport=httpx.MockTransport(report))) as client:
    for made in (
        client.models.get_report("a/b", pages=[1, 2]),
        client.datasets.get_report("a/b", pages=[1, 2]),
        client.embed_jobs.get_report("a/b", pages=[1, 2]),
        client.batches.get_report("a/b", pages=[1, 2]),
        client.connectors.get_report("a/b", pages=[1, 2]),
        client.finetuning.get_report("a/b", pages=[1, 2]),
        client.audio.transcriptions.get_report("a/b", pages=[1, 2]),
    ):
        assert made.id == "r"
        assert_type(made.created_at, datetime | None)
        assert made.created_at == datetime(2030, 1, 2, tzinfo=UTC)
        assert urls.pop().endswith("/reports/a%2Fb?pages=1&pages=2")
    models = client.models.list(dry_run=True)
    assert models.cost is not None
    assert_type(models.cost.credits, int | None)
    assert models.cost.credits == 3
    client.rerank(model="m", query="q", documents=["d"], note="n", dry_run=False)
