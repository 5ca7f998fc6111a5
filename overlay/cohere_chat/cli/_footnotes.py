"""Citations as footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cohere_chat.types import V2ChatResponse


def add_footnotes(reply: V2ChatResponse) -> tuple[str, list[str]]:
    """The text of a reply with marks such as `[1]` behind what rests on documents, and the note for each mark."""
    items = list(enumerate(reply.message.content or ()))
    first_text = next((index for index, item in items if item.type == "text"), 0)
    numbers: dict[str, int] = {}
    marks: dict[tuple[int, int], list[int]] = {}
    for citation in reply.message.citations or ():
        ids = [source.id for source in citation.sources or () if source.type == "document" and source.id]
        cited = [numbers.setdefault(name, len(numbers) + 1) for name in ids]
        if citation.end is not None:
            index = first_text if citation.content_index is None else citation.content_index
            marks.setdefault((index, citation.end), []).extend(cited)
    texts = []
    for index, item in items:
        if item.type != "text":
            continue
        text = item.text
        # From the end, so that the places before it stay where they are.
        for (content_index, end), cited in sorted(marks.items(), reverse=True):
            if content_index == index:
                text = text[:end] + "".join(f"[{number}]" for number in sorted(set(cited))) + text[end:]
        texts.append(text)
    return "".join(texts), [f"[{number}] {name}" for name, number in numbers.items()]
