"""A reply that is JSON of a given form, read into an object of one's own.

The emulator prints:

    Book(title='Moby Dick', year=1537, genre='play')
"""

import json
from dataclasses import dataclass

import cohere_chat

SCHEMA = {
    "type": "object",
    "properties": {
        "title": {"type": "string"},
        "year": {"type": "integer", "minimum": 1450, "maximum": 2026},
        "genre": {"type": "string", "enum": ["novel", "poem", "play"]},
    },
    "required": ["title", "year", "genre"],
}


@dataclass
class Book:
    title: str
    year: int
    genre: str


def main() -> None:
    with cohere_chat.ClientV2() as co:
        reply = co.chat(
            model="command-a-plus-05-2026",
            messages=[{"role": "user", "content": 'Generate a JSON object that describes the book "Moby Dick".'}],
            response_format={"type": "json_object", "json_schema": SCHEMA},
        )
    for item in reply.message.content or []:
        if item.type == "text":
            print(Book(**json.loads(item.text)))


if __name__ == "__main__":
    main()
