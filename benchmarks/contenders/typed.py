"""How a program reads typed replies: the same lines for the official SDK and for this client."""


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
