"""An agent: the model asks for calls of three functions, one of which fails, and answers with what they gave.

The emulator prints:

    call: find_restaurants with {'city': 'Rome'}
    call: check_weather with {'city': 'Rome'}
    call: book_table with {'restaurant': 'Rome', 'persons': 28}
    answer: I found this about "Find restaurants in "Rome", check the weather there, and book a table.". It says: name: Chez Ada, city: Rome. One source says: name: Da Emmy, city: Rome. One source says: result: clear over Rome. It says: Rome has no table for 28.
    'name: Chez Ada, city: Rome' rests on {'name': 'Chez Ada', 'city': 'Rome'} of find_restaurants
    'name: Da Emmy, city: Rome' rests on {'name': 'Da Emmy', 'city': 'Rome'} of find_restaurants
    'result: clear over Rome' rests on 'clear over Rome' of check_weather
    'Rome has no table for 28' rests on None of book_table
"""  # noqa: E501

from typing import Annotated

import cohere_chat


def find_restaurants(city: Annotated[str, "Name of the city"]) -> list[dict[str, str]]:
    """Restaurants in a city."""
    return [{"name": "Chez Ada", "city": city}, {"name": "Da Emmy", "city": city}]


def check_weather(city: str) -> str:
    """The weather in a city, today."""
    return f"clear over {city}"


def book_table(restaurant: str, persons: int) -> str:
    """Book a table in a restaurant."""
    raise cohere_chat.ToolError(f"{restaurant} has no table for {persons}")


def main() -> None:
    question = 'Find restaurants in "Rome", check the weather there, and book a table.'
    with cohere_chat.ClientV2() as co:
        run = co.run_tools(
            model="command-a-plus-05-2026",
            messages=[{"role": "user", "content": question}],
            tools=[find_restaurants, check_weather, book_table],
        )
        for step in run:
            for call in step.calls:
                print(f"call: {call.name} with {call.arguments}")
    print(f"answer: {run.reply.text}")
    for cited in run.citations:
        print(f"{cited.text!r} rests on {cited.value!r} of {cited.call.name}")


if __name__ == "__main__":
    main()
