"""Text: what stands in messages, and how it falls into tokens."""

import re
from collections.abc import Mapping
from typing import Any

# Up to eight letters with the blanks before them, or one other character: near enough to the real tokens
# to count by, and what joins again to the text it came from.
_TOKEN = re.compile(r"\s*(?:\w{1,8}|[^\w\s])|\s+")


def tokens(text: str) -> list[str]:
    """Cut `text` into pieces that join to it again."""
    return _TOKEN.findall(text)


def text_of(message: Mapping[str, Any]) -> str:
    """Return the text of a message: its content, or the texts among the items of its content."""
    content = message.get("content") or ""
    if isinstance(content, str):
        return content
    return "\n".join(item["text"] for item in content if item.get("type") == "text")
