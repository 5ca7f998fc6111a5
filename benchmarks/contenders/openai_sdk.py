"""The OpenAI SDK, at its own endpoint with the same texts."""

import openai


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
