"""Several questions at once, with asyncio; the answers are printed in the order of the questions.

The emulator prints:

    "What is a sloop?" is what you
    "What is a yawl?" is what you
    "What is a ketch?" is what you
"""

import asyncio

import cohere_chat
from cohere_chat.types import ChatMessageV2Param

QUESTIONS = ["What is a sloop?", "What is a yawl?", "What is a ketch?"]


async def ask(co: cohere_chat.AsyncClientV2, question: str) -> str:
    messages: list[ChatMessageV2Param] = [
        {"role": "system", "content": "Answer in at most 7 words."},
        {"role": "user", "content": question},
    ]
    async with co.chat_stream(model="command-a-plus-05-2026", messages=messages) as stream:
        return "".join([text async for text in stream.text_stream])


async def main() -> None:
    async with cohere_chat.AsyncClientV2() as co:
        for answer in await asyncio.gather(*(ask(co, question) for question in QUESTIONS)):
            print(answer)


if __name__ == "__main__":
    asyncio.run(main())
