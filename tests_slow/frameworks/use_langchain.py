"""langchain-cohere: prints what it gets as JSON lines; the URL of the API is the argument."""

import asyncio
import json
import sys

import cohere
from langchain_cohere import ChatCohere, CohereEmbeddings, CohereRerank
from langchain_core.documents import Document
from langchain_core.messages import HumanMessage, SystemMessage, ToolMessage
from langchain_core.tools import tool


@tool
def get_weather(city: str) -> str:
    """The weather in a city."""
    return f"sunny in {city}"


def show(what: str, message: object) -> None:
    names = ("content", "tool_calls", "usage_metadata", "response_metadata", "additional_kwargs")
    found = {name: getattr(message, name, None) for name in names}
    print(json.dumps([what, found], default=lambda citation: citation.model_dump(exclude_none=True)))


async def asynchronous(llm: ChatCohere) -> None:
    show("atext", await llm.ainvoke([HumanMessage("Hello!")]))
    async for chunk in llm.astream("Hello!"):
        show("astream", chunk)


def search() -> None:
    embeddings = CohereEmbeddings(model="m", cohere_api_key="secret", base_url=sys.argv[1])
    print(json.dumps(["embeddings", embeddings.embed_documents(["a", "b"]), embeddings.embed_query("c")]))
    print(json.dumps(["aembeddings", asyncio.run(embeddings.aembed_documents(["a", "b"]))]))
    reranker = CohereRerank(model="m", client=cohere.ClientV2("secret", base_url=sys.argv[1]), top_n=1)
    found = reranker.compress_documents([Document(page_content="a"), Document(page_content="b")], "q")
    print(json.dumps(["reranked", [(document.page_content, document.metadata) for document in found]]))


def main() -> None:
    llm = ChatCohere(model="command-a", cohere_api_key="secret", base_url=sys.argv[1], temperature=0.2)
    show("text", llm.invoke([SystemMessage("Be brief."), HumanMessage("Hello!")]))
    for chunk in llm.stream("Hello!"):
        show("stream", chunk)

    equipped = llm.bind_tools([get_weather])
    messages = [HumanMessage("How is the weather?")]
    answer = equipped.invoke(messages)
    show("call", answer)
    messages.append(answer)
    [call] = answer.tool_calls
    messages.append(ToolMessage(get_weather.invoke(call["args"]), tool_call_id=call["id"]))
    show("after", equipped.invoke(messages))
    for chunk in equipped.stream("How is the weather?"):
        show("stream call", chunk)
    asyncio.run(asynchronous(llm))
    search()


main()
