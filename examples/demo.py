"""A conversation of two turns: with the real API if CO_API_KEY is set, else with the emulator.

Run it with `make demo`.
"""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

import cohere_chat
from cohere_chat.emulator import Emulator

if TYPE_CHECKING:
    from cohere_chat.types import SystemChatMessageV2Param, UserChatMessageV2Param

MODEL = "command-a-plus-05-2026"


def show(reply: cohere_chat.V2ChatResponse) -> None:
    for item in reply.message.content or []:
        if item.type == "text":
            print(f"assistant: {item.text}")
    tokens = reply.usage and reply.usage.tokens
    if tokens:
        print(
            f"           [{reply.finish_reason}; {tokens.input_tokens:.0f} tokens in, {tokens.output_tokens:.0f} out]"
        )


def main() -> None:
    with contextlib.ExitStack() as stack:
        if os.environ.get("CO_API_KEY") or os.environ.get("COHERE_API_KEY"):
            co = stack.enter_context(cohere_chat.ClientV2())
        else:
            url = stack.enter_context(Emulator())
            print(f"No API key is set: talking to the emulator at {url}, which has no language model.\n")
            co = stack.enter_context(cohere_chat.ClientV2(api_key="any", base_url=url))

        system: SystemChatMessageV2Param = {
            "role": "system",
            "content": "You respond concisely, in about 5 words or less",
        }
        question: UserChatMessageV2Param = {
            "role": "user",
            "content": "Write a title for a blog post about API design. Only output the title text.",
        }
        print("user:     ", question["content"])
        reply = co.chat(model=MODEL, messages=[system, question])
        show(reply)

        # The reply's message goes back as it came, followed by the next question.
        next_question: UserChatMessageV2Param = {"role": "user", "content": "Another one about generative AI."}
        print("\nuser:     ", next_question["content"])
        show(co.chat(model=MODEL, messages=[system, question, reply.message, next_question]))


if __name__ == "__main__":
    main()
