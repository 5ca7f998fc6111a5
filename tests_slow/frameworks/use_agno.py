"""agno: prints what it gets as JSON lines; the URL of the API is the argument."""

import asyncio
import json
import logging
import sys

from agno.agent import Agent
from agno.knowledge.document import Document
from agno.knowledge.embedder.cohere import CohereEmbedder
from agno.knowledge.reranker.cohere import CohereReranker
from agno.models.cohere import Cohere
from cohere import AsyncClient, AsyncClientV2, Client, ClientV2


def get_weather(city: str) -> str:
    """The weather in a city."""
    return f"sunny in {city}"


def agent(**options: object) -> Agent:
    model = Cohere(
        id="command-a",
        client=ClientV2("secret", base_url=sys.argv[1]),
        async_client=AsyncClientV2("secret", base_url=sys.argv[1]),
        temperature=0.2,
    )
    return Agent(model=model, telemetry=False, **options)


def show(what: str, output: object) -> None:
    tools = [(call.tool_name, call.tool_args, call.result) for call in getattr(output, "tools", None) or []]
    print(json.dumps([what, getattr(output, "event", None), output.content, tools], default=str))


async def asynchronous() -> None:
    show("atext", await agent().arun("Hello!"))
    async for event in agent().arun("Hello!", stream=True):
        show("astream", event)
    show("atools", await agent(tools=[get_weather]).arun("How is the weather?"))


# They would go among the lines.
logging.disable(logging.INFO)


def embedder(**options: object) -> CohereEmbedder:
    clients = {"cohere_client": Client("secret", base_url=sys.argv[1])}
    clients["async_client"] = AsyncClient("secret", base_url=sys.argv[1])
    return CohereEmbedder(**clients, **options)


def search() -> None:
    for options in ({}, {"embedding_types": ["float"]}):
        print(json.dumps(["embedding", embedder(**options).get_embedding_and_usage("a")], default=str))
        print(
            json.dumps(
                ["embeddings", asyncio.run(embedder(**options).async_get_embeddings_batch_and_usage(["a", "b"]))]
            )
        )
    reranker = CohereReranker(cohere_client=Client("secret", base_url=sys.argv[1]))
    documents = reranker.rerank("q", [Document(content="a"), Document(content="b")])
    print(json.dumps(["reranked", [(document.content, document.reranking_score) for document in documents]]))


def main() -> None:
    result = agent().run("Hello!")
    show("text", result)
    print(json.dumps(["usage", result.metrics.input_tokens, result.metrics.output_tokens]))
    for event in agent().run("Hello!", stream=True):
        show("stream", event)
    show("tools", agent(tools=[get_weather]).run("How is the weather?"))
    for event in agent(tools=[get_weather]).run("How is the weather?", stream=True):
        show("stream tools", event)
    asyncio.run(asynchronous())
    search()


main()
