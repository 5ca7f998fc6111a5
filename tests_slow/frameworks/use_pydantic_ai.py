"""pydantic-ai: prints what it gets as JSON lines; the URL of the API is the argument."""

import asyncio
import json
import os
import sys

from pydantic import TypeAdapter
from pydantic_ai import Agent
from pydantic_ai.messages import ModelMessage
from pydantic_ai.models.cohere import CohereModel
from pydantic_ai.providers.cohere import CohereProvider

MESSAGES = TypeAdapter(list[ModelMessage])


def get_weather(city: str) -> str:
    """The weather in a city."""
    return f"sunny in {city}"


def show(what: str, result: object) -> None:
    messages = json.loads(MESSAGES.dump_json(result.all_messages()))
    print(json.dumps([what, without_times(messages), str(result.usage)]))


# What differs from run to run.
CHANGING = ("timestamp", "run_id", "conversation_id")


def without_times(value: object) -> object:
    if isinstance(value, dict):
        return {key: without_times(item) for key, item in value.items() if key not in CHANGING}
    return [without_times(item) for item in value] if isinstance(value, list) else value


async def main() -> None:
    os.environ["CO_BASE_URL"] = sys.argv[1]
    model = CohereModel("command-a", provider=CohereProvider(api_key="secret"), settings={"temperature": 0.2})
    plain = Agent(model)
    show("text", await plain.run("Hello!"))
    async with plain.run_stream("Hello!") as stream:
        async for text in stream.stream_text(delta=True, debounce_by=None):
            print(json.dumps(["stream", text]))
    equipped = Agent(model, tools=[get_weather])
    show("tools", await equipped.run("How is the weather?"))
    async with equipped.run_stream("How is the weather?") as stream:
        print(json.dumps(["stream tools", await stream.get_output()]))
        show("streamed", stream)


asyncio.run(main())
