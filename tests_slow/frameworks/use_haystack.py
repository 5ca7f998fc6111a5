"""cohere-haystack: prints what it gets as JSON lines; the URL of the API is the argument."""

import asyncio
import json
import sys

from haystack import Document
from haystack.dataclasses import ChatMessage, StreamingChunk
from haystack.tools import Tool
from haystack.utils import Secret
from haystack_integrations.components.embedders.cohere import CohereDocumentEmbedder, CohereTextEmbedder
from haystack_integrations.components.generators.cohere import CohereChatGenerator
from haystack_integrations.components.rankers.cohere import CohereRanker

WEATHER = Tool(
    name="get_weather",
    description="The weather in a city.",
    parameters={"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
    function=lambda city: f"sunny in {city}",
)


def plain(citation: object) -> dict:
    return citation.model_dump(exclude_none=True)


def show(what: str, result: dict) -> None:
    print(json.dumps([what, [reply.to_dict() for reply in result["replies"]]], default=plain))


def show_chunk(chunk: StreamingChunk) -> None:
    print(
        json.dumps(["chunk", chunk.content, [str(call) for call in chunk.tool_calls or []], chunk.meta], default=plain)
    )


async def show_chunk_async(chunk: StreamingChunk) -> None:
    show_chunk(chunk)


def generator(**options: object) -> CohereChatGenerator:
    return CohereChatGenerator(
        api_key=Secret.from_token("secret"), model="command-a", api_base_url=sys.argv[1], **options
    )


async def asynchronous() -> None:
    show("atext", await generator().run_async([ChatMessage.from_user("Hello!")]))
    streaming = generator(streaming_callback=show_chunk_async)
    show("astream", await streaming.run_async([ChatMessage.from_user("Hello!")]))


def search() -> None:
    options = {"api_key": Secret.from_token("secret"), "api_base_url": sys.argv[1]}
    documents = [Document(id="1", content="a"), Document(id="2", content="b")]
    print(json.dumps(["embedding", CohereTextEmbedder(**options).run("a")]))
    print(json.dumps(["aembedding", asyncio.run(CohereTextEmbedder(**options).run_async("a"))]))
    embedded = CohereDocumentEmbedder(**options).run(documents)
    print(json.dumps(["embeddings", [document.embedding for document in embedded["documents"]], embedded["meta"]]))
    ranked = CohereRanker(**options).run("q", documents)["documents"]
    print(json.dumps(["ranked", [(document.content, document.score) for document in ranked]]))


def main() -> None:
    show("text", generator(generation_kwargs={"temperature": 0.2}).run([ChatMessage.from_user("Hello!")]))
    show("stream", generator(streaming_callback=show_chunk).run([ChatMessage.from_user("Hello!")]))

    messages = [ChatMessage.from_user("How is the weather?")]
    equipped = generator(tools=[WEATHER])
    result = equipped.run(messages)
    show("call", result)
    [reply] = result["replies"]
    messages.append(reply)
    [call] = reply.tool_calls
    messages.append(ChatMessage.from_tool(tool_result=WEATHER.invoke(**call.arguments), origin=call))
    show("after", equipped.run(messages))
    streaming = generator(tools=[WEATHER], streaming_callback=show_chunk)
    show("stream call", streaming.run([ChatMessage.from_user("How is the weather?")]))
    asyncio.run(asynchronous())
    search()


main()
