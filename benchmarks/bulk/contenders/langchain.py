"""langchain's abatch."""

import asyncio
import json

from langchain_cohere import ChatCohere


def run(url, source, output, in_flight):
    with open(source) as rows:
        prompts = [json.loads(line)["prompt"] for line in rows]
    chat = ChatCohere(model="m", cohere_api_key="key", base_url=url)
    replies = asyncio.run(chat.abatch(prompts, {"max_concurrency": in_flight}))
    with open(output, "w") as file:
        for number, reply in enumerate(replies):
            file.write(json.dumps({"n": number, "reply": reply.model_dump()}, default=str) + "\n")
