"""One question, one answer, and how a failure is handled.

The emulator prints:

    Designing Perfect APIs
    COMPLETE, 28 tokens read, 4 written
    no such model: NotFoundError 404
"""

import cohere_chat

MODEL = "command-a-plus-05-2026"


def main() -> None:
    with cohere_chat.ClientV2() as co:  # CO_API_KEY and CO_API_URL say where to
        reply = co.chat(
            model=MODEL,
            messages=[
                {"role": "system", "content": "You respond concisely, in about 5 words or less"},
                {
                    "role": "user",
                    "content": "Write a title for a blog post about API design. Only output the title text.",
                },
            ],
        )
        for item in reply.message.content or []:
            if item.type == "text":
                print(item.text)
        if reply.usage and reply.usage.billed_units:
            billed = reply.usage.billed_units
            print(f"{reply.finish_reason}, {billed.input_tokens} tokens read, {billed.output_tokens} written")

        try:
            co.chat(model="no-such-model", messages=[{"role": "user", "content": "Hello?"}])
        except cohere_chat.ApiError as error:
            print(f"no such model: {type(error).__name__} {error.status_code}")


if __name__ == "__main__":
    main()
