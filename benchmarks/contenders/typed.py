"""How a program reads typed replies: the same lines for the official SDK and for this client."""

# Ten requests' worth of texts, and how many requests are sent at the same time.
TEXTS = [f"text {index}" for index in range(960)]
BATCHES = [TEXTS[start : start + 96] for start in range(0, len(TEXTS), 96)]
EMBED = {"model": "m", "input_type": "search_document", "embedding_types": ["float"]}
PARALLEL = 8


def chat(client, messages):
    message = client.chat(model="m", messages=messages).message
    return message.content[0].text, len(message.citations or ()), len(message.tool_calls or ())


def stream(client, messages):
    texts = []
    for event in client.chat_stream(model="m", messages=messages):
        if event.type == "content-delta":
            texts.append(event.delta.message.content.text)
        elif event.type == "tool-call-delta":
            texts.append(event.delta.message.tool_calls.function.arguments)
    return "".join(texts)


async def async_chat(client, messages):
    message = (await client.chat(model="m", messages=messages)).message
    return message.content[0].text, len(message.citations or ()), len(message.tool_calls or ())


async def async_stream(client, messages):
    texts = []
    async for event in client.chat_stream(model="m", messages=messages):
        if event.type == "content-delta":
            texts.append(event.delta.message.content.text)
        elif event.type == "tool-call-delta":
            texts.append(event.delta.message.tool_calls.function.arguments)
    return "".join(texts)


def embed(client, _messages):
    vectors = client.embed(texts=TEXTS, **EMBED).embeddings.float
    return vectors, len(vectors[-1])


async def async_embed(client, _messages):
    vectors = (await client.embed(texts=TEXTS, **EMBED)).embeddings.float
    return vectors, len(vectors[-1])
