"""A reply printed while it is written; afterwards it is there as a whole.

The emulator prints:

    LLMs stand for Large Language Models, which are a type of neural network model specialized in processing and generating human language.
    COMPLETE after 26 pieces
"""  # noqa: E501

import cohere_chat


def main() -> None:
    with (
        cohere_chat.ClientV2() as co,
        co.chat_stream(
            model="command-a-plus-05-2026", messages=[{"role": "user", "content": "Tell me about LLMs"}]
        ) as stream,
    ):
        pieces = 0
        for text in stream.text_stream:
            print(text, end="", flush=True)
            pieces += 1
        reply = stream.final_response()
        print(f"\n{reply.finish_reason} after {pieces} pieces")


if __name__ == "__main__":
    main()
