"""Tools: the model asks for calls, the program makes them, the model answers with what they gave.

The emulator prints:

    plan: I will call get_weather to answer "What is the weather in Toronto?".
    call: get_weather with {'city': 'Toronto'}
    answer: Here is what I found about "What is the weather in Toronto?". It says: city: Toronto, sky: clear, celsius: 20.
"""  # noqa: E501

import json
from collections.abc import Callable
from typing import Any

import cohere_chat
from cohere_chat.types import ChatMessageV2Param, ToolCallV2, ToolV2Param

MODEL = "command-a-plus-05-2026"
TOOLS: list[ToolV2Param] = [
    {
        "type": "function",
        "function": {
            "name": "get_weather",
            "description": "Tells the weather in a city.",
            "parameters": {
                "type": "object",
                "properties": {"city": {"type": "string", "description": "Name of the city."}},
                "required": ["city"],
            },
        },
    }
]


def get_weather(city: str) -> dict[str, Any]:
    return {"city": city, "sky": "clear", "celsius": 20}


FUNCTIONS: dict[str, Callable[..., Any]] = {"get_weather": get_weather}


def run(call: ToolCallV2) -> Any:
    assert call.function is not None
    arguments = json.loads(call.function.arguments or "{}")
    print(f"call: {call.function.name} with {arguments}")
    return FUNCTIONS[call.function.name or ""](**arguments)


def main() -> None:
    with cohere_chat.ClientV2() as co:
        messages: list[ChatMessageV2Param] = [{"role": "user", "content": "What is the weather in Toronto?"}]
        reply = co.chat(model=MODEL, messages=messages, tools=TOOLS)
        while reply.message.tool_calls:
            print(f"plan: {reply.message.tool_plan}")
            messages.append(reply.message)  # goes back as it came
            for call in reply.message.tool_calls:
                result = run(call)
                messages.append({"role": "tool", "tool_call_id": call.id, "content": json.dumps(result)})
            reply = co.chat(model=MODEL, messages=messages, tools=TOOLS)
        for item in reply.message.content or []:
            if item.type == "text":
                print(f"answer: {item.text}")


if __name__ == "__main__":
    main()
