"""An answer that is a value of a type of one's own.

The emulator prints:

    Book(title='Moby Dick', year=25, genre=<Genre.NOVEL: 'novel'>)
"""

from dataclasses import dataclass
from enum import Enum
from typing import Annotated

import cohere_chat


class Genre(Enum):
    NOVEL = "novel"
    POEM = "poem"
    PLAY = "play"


@dataclass
class Book:
    title: str
    year: Annotated[int, "When it came out"]
    genre: Genre


def main() -> None:
    with cohere_chat.ClientV2() as co:
        book = co.chat_parse(
            Book,
            model="command-a-plus-05-2026",
            messages=[{"role": "user", "content": 'Generate a JSON object that describes the book "Moby Dick".'}],
        )
    print(book.value)


if __name__ == "__main__":
    main()
