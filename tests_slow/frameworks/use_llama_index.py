"""llama-index: prints what it gets as JSON lines; the URL of the API is the argument."""

import asyncio
import json
import sys

from llama_index.core.llms import ChatMessage
from llama_index.core.schema import NodeWithScore, TextNode
from llama_index.embeddings.cohere import CohereEmbedding
from llama_index.llms.cohere import Cohere
from llama_index.postprocessor.cohere_rerank import CohereRerank

MESSAGES = [ChatMessage(role="user", content="Hello!")]


def show(what: str, response: object) -> None:
    # The reply as the framework keeps it: what vars() gives, which has fields here that the contract does not know.
    told = {name: value for name, value in response.raw.items() if name != "is_finished"}
    raw = {name: value if isinstance(value, str) else type(value).__name__ for name, value in told.items()}
    print(json.dumps([what, response.message.content, response.delta, raw]))


async def asynchronous(llm: Cohere, embedding: CohereEmbedding) -> None:
    show("achat", await llm.achat(MESSAGES))
    # astream_chat() fails with the official SDK: it waits for a stream that is not asynchronous.
    print(json.dumps(["aembeddings", await embedding.aget_text_embedding_batch(["a", "b"])]))


def main() -> None:
    llm = Cohere(model="command-r", api_key="secret", additional_kwargs={"base_url": sys.argv[1]})
    llm._client = type(llm._client)("secret", base_url=sys.argv[1], client_name="llama_index")
    llm._aclient = type(llm._aclient)("secret", base_url=sys.argv[1], client_name="llama_index")
    llm.additional_kwargs = {}
    embedding = CohereEmbedding(
        api_key="secret", model_name="embed-english-v3.0", input_type="search_query", base_url=sys.argv[1]
    )
    show("chat", llm.chat(MESSAGES))
    for response in llm.stream_chat(MESSAGES):
        show("stream", response)
    print(json.dumps(["embedding", embedding.get_query_embedding("a"), embedding.get_text_embedding_batch(["a", "b"])]))
    rerank = CohereRerank(api_key="secret", model="m", top_n=1, base_url=sys.argv[1])
    nodes = [NodeWithScore(node=TextNode(text=text), score=0.0) for text in "ab"]
    print(
        json.dumps(["reranked", [(node.text, node.score) for node in rerank.postprocess_nodes(nodes, query_str="q")]])
    )
    asyncio.run(asynchronous(llm, embedding))


main()
