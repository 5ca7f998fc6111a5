"""Tool calls: which tools are called, and with what arguments."""

import json
import random
import re
import string
from collections.abc import Mapping, Sequence
from typing import Any

from ._json_schema import SchemaError, sample
from ._sources import results_of
from ._text import excerpt, last_of, names, text_of

# Words in the names of functions that say nothing about what a function is for.
_VERBS = {"get", "set", "find", "list", "query", "search", "fetch", "make", "create", "run", "call", "the", "for"}


def wants_tools(body: Mapping[str, Any]) -> bool:
    """Whether the reply is tool calls: asked for by tool_choice, or tools are there and no results of them yet."""
    choice = body.get("tool_choice")
    if choice == "NONE" or not _functions(body):
        return False
    return choice == "REQUIRED" or not results_of(body["messages"])


def planned_calls(body: Mapping[str, Any], rng: random.Random) -> tuple[str, list[dict[str, Any]]]:
    """Return the tool plan and the calls: of every function that the last user message is about, or of the first.

    Raises SchemaError if no arguments fit the schema of a function.
    """
    question = text_of(last_of(body["messages"], "user"))
    functions = _functions(body)
    meant = [function for function in functions if _is_about(question, function["name"])] or functions[:1]
    found = names(question)
    # Each function begins with the next name, as in "the weather in Toronto and the time in Paris".
    calls = [_call(function, found[at:] or found, rng) for at, function in enumerate(meant)]
    called = " and ".join(function["name"] for function in meant)
    return f'I will call {called} to answer "{excerpt(question)}".', calls


def _functions(body: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [tool["function"] for tool in body.get("tools", ()) if "function" in tool]


def _is_about(question: str, name: str) -> bool:
    spoken: Sequence[str] = re.findall(r"\w+", question.lower())
    parts = {part.lower() for part in re.findall(r"[A-Z]?[a-z]+|[A-Z]+", name)} - _VERBS
    return any(word.startswith(part) for part in parts if len(part) > 2 for word in spoken)


def _call(function: Mapping[str, Any], found: Sequence[str], rng: random.Random) -> dict[str, Any]:
    try:
        arguments = sample(function["parameters"] | {"type": "object"}, rng=rng, words=found)
    except SchemaError as error:
        raise SchemaError(f"parameters of {function['name']}: {error}") from error
    ending = "".join(rng.choices(string.ascii_lowercase + string.digits, k=12))
    return {
        "id": f"{function['name']}_{ending}",
        "type": "function",
        "function": {"name": function["name"], "arguments": json.dumps(arguments, ensure_ascii=False)},
    }
