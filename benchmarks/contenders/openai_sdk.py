"""The OpenAI SDK, at its own endpoint with the same texts."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import openai
from typed import BATCHES, PARALLEL


def client(url):
    return openai.OpenAI(api_key="key", base_url=f"{url}/v1", timeout=600)


def chat(client, messages):
    message = client.chat.completions.create(model="m", messages=messages).choices[0].message
    return message.content, len(message.annotations or ()), len(message.tool_calls or ())


def stream(client, messages):
    texts = []
    for chunk in client.chat.completions.create(model="m", messages=messages, stream=True):
        delta = chunk.choices[0].delta
        if delta.content:
            texts.append(delta.content)
        elif delta.tool_calls:
            texts.append(delta.tool_calls[0].function.arguments)
    return "".join(texts)


def embed(client, _messages):
    def one(batch):
        return client.embeddings.create(model="m", input=batch, encoding_format="float").data

    with ThreadPoolExecutor(PARALLEL) as pool:
        vectors = [item.embedding for part in pool.map(one, BATCHES) for item in part]
    return vectors, len(vectors[-1])


def async_client(url):
    return openai.AsyncOpenAI(api_key="key", base_url=f"{url}/v1", timeout=600)


async def async_chat(client, messages):
    message = (await client.chat.completions.create(model="m", messages=messages)).choices[0].message
    return message.content, len(message.annotations or ()), len(message.tool_calls or ())


async def async_stream(client, messages):
    texts = []
    async for chunk in await client.chat.completions.create(model="m", messages=messages, stream=True):
        delta = chunk.choices[0].delta
        if delta.content:
            texts.append(delta.content)
        elif delta.tool_calls:
            texts.append(delta.tool_calls[0].function.arguments)
    return "".join(texts)


async def async_embed(client, _messages):
    free = asyncio.Semaphore(PARALLEL)

    async def one(batch):
        async with free:
            return (await client.embeddings.create(model="m", input=batch, encoding_format="float")).data

    parts = await asyncio.gather(*[one(batch) for batch in BATCHES])
    vectors = [item.embedding for part in parts for item in part]
    return vectors, len(vectors[-1])
