"""An answer that rests on documents, with the places that it cites.

The emulator prints:

    Here is what I found about "Where do emperor penguins live?". It says: Emperor penguins live in Antarctica.
    71 to 107: 'Emperor penguins live in Antarctica.' from penguins
"""

import cohere_chat
from cohere_chat.types import DocumentParam

DOCUMENTS: list[DocumentParam] = [
    {"id": "penguins", "data": {"title": "Penguins", "text": "Emperor penguins live in Antarctica. They are tall."}},
    {"id": "swallows", "data": {"title": "Swallows", "text": "Swallows spend the winter in Africa."}},
]


def main() -> None:
    with cohere_chat.ClientV2() as co:
        reply = co.chat(
            model="command-a-plus-05-2026",
            messages=[{"role": "user", "content": "Where do emperor penguins live?"}],
            documents=DOCUMENTS,
        )
    for item in reply.message.content or []:
        if item.type == "text":
            print(item.text)
    for citation in reply.message.citations or []:
        sources = ", ".join(str(source.id) for source in citation.sources or [])
        print(f"{citation.start} to {citation.end}: {citation.text!r} from {sources}")


if __name__ == "__main__":
    main()
