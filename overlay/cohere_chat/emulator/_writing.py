"""Plain text: an answer that refers to the last user message and visibly obeys the system message."""

import base64
import random
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ._text import excerpt, last_of, sentences, text_of, words

_REMARKS = (
    "No language model has read it: this text is made from your request and a seed.",
    "The same request with the same seed gives this text again, streamed or not.",
    "Its tokens are counted, so usage, max_tokens and tokens per second behave as you would expect.",
    "A stop sequence that occurs in it ends it there.",
    "Documents would be quoted here and cited with their true places.",
    "Tools would be called first, with arguments that fit their schemas.",
)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10, "a single": 1}
_NUMBER = rf"(\d{{1,6}}|{'|'.join(_NUMBERS)})"


def plain_text(messages: Sequence[Mapping[str, Any]], rng: random.Random) -> str:
    """Return an answer to the last user message, or to the last message where no user speaks."""
    asked = last_of(messages, "user") or messages[-1]
    question = text_of(asked)
    told = "\n".join(text_of(message) for message in messages if message["role"] == "system")
    topics = sorted(words(question))
    lines = [f'"{excerpt(question)}" is what you wrote.', *_images(asked)]
    turns = sum(message["role"] == "user" for message in messages)
    if turns > 1:
        lines.append(f"This is turn {turns} of our conversation.")
    lines += rng.sample(_REMARKS, rng.randint(2, 4))
    if topics:
        lines.append(f"A model would now tell you more about {rng.choice(topics)}.")
    return _obeying(told, " ".join(lines))


def thoughts(messages: Sequence[Mapping[str, Any]], rng: random.Random) -> str:
    """Return what a model might think before it answers."""
    question = text_of(last_of(messages, "user"))
    steps = [f"First I read the question again: {topic}." for topic in sorted(words(question))[:3]]
    rng.shuffle(steps)
    opening = f'The user wants an answer to "{excerpt(question)}".'
    return " ".join([opening, *steps, "Then I put the answer together and check it."])


def _images(message: Mapping[str, Any]) -> list[str]:
    content = message.get("content")
    if not isinstance(content, list):
        return []
    images = [item["image_url"]["url"] for item in content if item["type"] == "image_url"]
    return [f"Image {number} is {_image(url)}." for number, url in enumerate(images, 1)]


def _image(url: str) -> str:
    head, _, data = url.partition(";base64,")
    return f"{head.removeprefix('data:')} of {len(base64.b64decode(data))} bytes" if data else f"at {excerpt(url)}"


# What system messages often ask for, and what it does to a text. The texts of other instructions are put in
# front, so that one sees that they arrived.
def _obeying(instructions: str, text: str) -> str:
    obeyed = False
    for pattern, change in _INSTRUCTIONS:
        for found in re.finditer(pattern, instructions, re.IGNORECASE):
            text = change(text, found)
            obeyed = True
    if instructions and not obeyed:
        return f"[{excerpt(instructions)}] {text}"
    return text


def _count(found: re.Match[str]) -> int:
    number = next(group for group in found.groups() if group).lower()
    return _NUMBERS.get(number) or int(number)


_INSTRUCTIONS: Sequence[tuple[str, Callable[[str, re.Match[str]], str]]] = (
    (
        rf"(?:at most|up to|no more than|within|under|in|about) {_NUMBER} sentences?"
        rf"|{_NUMBER} sentences? (?:or less|or fewer|at most)",
        lambda text, found: " ".join(sentences(text)[: _count(found)]),
    ),
    (
        rf"(?:at most|up to|no more than|within|under|in|about|maximum of) {_NUMBER} words?"
        rf"|{_NUMBER} words? (?:or less|or fewer|at most)",
        lambda text, found: " ".join(text.split()[: _count(found)]),
    ),
    (r"\b(?:all caps|upper ?case|capital letters)\b", lambda text, _: text.upper()),
    (r"\blower ?case\b", lambda text, _: text.lower()),
    (
        r"\b(?:start|begin|open)\b[^.\"\n]{0,60}\bwith\b[^.\"\n]{0,60}\"([^\"\n]+)\"",
        lambda text, found: f"{found[1]} {text}",
    ),
    (
        r"\b(?:end|finish|close)\b[^.\"\n]{0,60}\bwith\b[^.\"\n]{0,60}\"([^\"\n]+)\"",
        lambda text, found: f"{text} {found[1]}",
    ),
)
