"""Text: what stands in messages, and how it falls into tokens, words and sentences."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

# Up to eight letters with the blanks before them, or one other character: near enough to the real tokens
# to count by, and what joins again to the text it came from.
_TOKEN = re.compile(r"\s*(?:\w{1,8}|[^\w\s])|\s+")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
# What is quoted, or written with capitals but not because a sentence begins with it: a place, a name.
_NAME = re.compile(r'"([^"]+)"|(?<![.!?]\s)(?<!^)\b([A-Z][\w-]+(?: [A-Z][\w-]+)*)')


def tokens(text: str) -> list[str]:
    """Cut `text` into pieces that join to it again."""
    return _TOKEN.findall(text)


def sentences(text: str) -> list[str]:
    """Return the sentences and lines of `text`."""
    return [sentence for sentence in _SENTENCE_END.split(text.strip()) if sentence]


def words(text: str) -> set[str]:
    """Return the words of `text` that carry meaning: long ones, in lower case."""
    return {word for word in re.findall(r"\w+", text.lower()) if len(word) > 3}


def names(text: str) -> list[str]:
    """Return what `text` quotes, then what it names."""
    found = _NAME.findall(text)
    return [quoted for quoted, _ in found if quoted] + [name for _, name in found if name]


def excerpt(text: str, most: int = 100) -> str:
    """Return `text` on one line and in at most `most` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def text_of(message: Mapping[str, Any]) -> str:
    """Return the text of a message: its content, or the texts among the items of its content."""
    content = message.get("content") or ""
    if isinstance(content, str):
        return content
    return "\n".join(item["text"] for item in content if item["type"] == "text")


def last_of(messages: Sequence[Mapping[str, Any]], role: str) -> Mapping[str, Any]:
    """Return the last message of that role, or an empty one."""
    return next((message for message in reversed(messages) if message["role"] == role), {})
