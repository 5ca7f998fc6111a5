"""Replies that ask for tool calls, and what was sent for them."""

from __future__ import annotations

import json
from typing import Any

from cohere_chat.emulator import Emulator

ANSWER = "It is clear."


def asks(*calls: tuple[str, Any], **message: Any) -> dict[str, Any]:
    """A reply that asks for calls: names and arguments; arguments that are a text go out as it is."""
    asked = [
        {
            "id": f"call-{index}",
            "type": "function",
            "function": {"name": name, "arguments": given if isinstance(given, str) else json.dumps(given)},
        }
        for index, (name, given) in enumerate(calls)
    ]
    return {"message": {"tool_plan": "I will look.", "tool_calls": asked, **message}}


def results_sent(emulator: Emulator) -> list[list[dict[str, Any]]]:
    """The data of the documents in the tool messages of the newest request."""
    messages = emulator.requests[-1].body["messages"]
    return [
        [item["document"]["data"] for item in message["content"]] for message in messages if message["role"] == "tool"
    ]
