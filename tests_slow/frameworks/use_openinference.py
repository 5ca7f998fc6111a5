"""openinference-instrumentation-cohere: prints the spans it makes as JSON lines; the URL of the API is the argument."""

import asyncio
import json
import sys

import cohere
from openinference.instrumentation.cohere import CohereInstrumentor
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

CHAT = {"model": "command-a", "messages": [{"role": "user", "content": "Hello!"}]}
TOOL = {
    "type": "function",
    "function": {"name": "get_weather", "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}},
}


async def asynchronous() -> None:
    client = cohere.AsyncClientV2("secret", base_url=sys.argv[1])
    await client.chat(**CHAT)
    async for _ in client.chat_stream(**CHAT):
        pass
    await client.rerank(model="rerank-v4.0-pro", query="q", documents=["a", "b"])


def main() -> None:
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    CohereInstrumentor().instrument(tracer_provider=provider, skip_dep_check=True)
    client = cohere.ClientV2("secret", base_url=sys.argv[1])
    client.chat(**CHAT)
    client.chat(**CHAT, tools=[TOOL])
    for _ in client.chat_stream(**CHAT):
        pass
    client.embed(model="embed-v4.0", input_type="search_query", texts=["a"], embedding_types=["float"])
    asyncio.run(asynchronous())
    for span in exporter.get_finished_spans():
        told = dict(span.attributes)
        # The reply as JSON, whose fields come in the order of the API here, and of its classes there.
        told["output.value"] = _parsed(told.get("output.value", ""))
        print(json.dumps([span.name, span.status.status_code.name, told], default=list))


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return text


main()
