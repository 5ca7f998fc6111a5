"""What a good engineer writes by hand with httpx and dicts; with httpx2 where there is no httpx."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor

from typed import BATCHES, EMBED, PARALLEL

try:
    import httpx
except ImportError:
    import httpx2 as httpx

HEADERS = {"Authorization": "Bearer key"}


def client(url):
    return httpx.Client(base_url=url, headers=HEADERS, timeout=600)


def chat(client, messages):
    response = client.post("/v2/chat", json={"model": "m", "messages": messages, "stream": False})
    response.raise_for_status()
    message = response.json()["message"]
    return message["content"][0]["text"], len(message.get("citations") or ()), len(message.get("tool_calls") or ())


def stream(client, messages):
    texts = []
    body = {"model": "m", "messages": messages, "stream": True}
    with client.stream("POST", "/v2/chat", json=body) as response:
        response.raise_for_status()
        for line in response.iter_lines():
            if line.startswith("data: "):
                event = json.loads(line[6:])
                if event["type"] == "content-delta":
                    texts.append(event["delta"]["message"]["content"]["text"])
                elif event["type"] == "tool-call-delta":
                    texts.append(event["delta"]["message"]["tool_calls"]["function"]["arguments"])
    return "".join(texts)


def embed(client, _messages):
    def one(batch):
        response = client.post("/v2/embed", json={**EMBED, "texts": batch})
        response.raise_for_status()
        return response.json()["embeddings"]["float"]

    with ThreadPoolExecutor(PARALLEL) as pool:
        vectors = [vector for part in pool.map(one, BATCHES) for vector in part]
    return vectors, len(vectors[-1])


def async_client(url):
    return httpx.AsyncClient(base_url=url, headers=HEADERS, timeout=600)


async def async_chat(client, messages):
    response = await client.post("/v2/chat", json={"model": "m", "messages": messages, "stream": False})
    response.raise_for_status()
    message = response.json()["message"]
    return message["content"][0]["text"], len(message.get("citations") or ()), len(message.get("tool_calls") or ())


async def async_stream(client, messages):
    texts = []
    body = {"model": "m", "messages": messages, "stream": True}
    async with client.stream("POST", "/v2/chat", json=body) as response:
        response.raise_for_status()
        async for line in response.aiter_lines():
            if line.startswith("data: "):
                event = json.loads(line[6:])
                if event["type"] == "content-delta":
                    texts.append(event["delta"]["message"]["content"]["text"])
                elif event["type"] == "tool-call-delta":
                    texts.append(event["delta"]["message"]["tool_calls"]["function"]["arguments"])
    return "".join(texts)


async def async_embed(client, _messages):
    free = asyncio.Semaphore(PARALLEL)

    async def one(batch):
        async with free:
            response = await client.post("/v2/embed", json={**EMBED, "texts": batch})
        response.raise_for_status()
        return response.json()["embeddings"]["float"]

    parts = await asyncio.gather(*[one(batch) for batch in BATCHES])
    vectors = [vector for part in parts for vector in part]
    return vectors, len(vectors[-1])
