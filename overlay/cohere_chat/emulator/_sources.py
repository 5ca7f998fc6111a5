"""Answers that rest on documents or tool results, with citations that point at what they quote."""

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ._text import excerpt, last_of, sentences, text_of, words

_MOST_CITED = 4


class Source(NamedTuple):
    """A document or a tool's result: what a citation names, and its values."""

    wire: Mapping[str, Any]
    data: Mapping[str, Any]


def sources_of(body: Mapping[str, Any]) -> list[Source]:
    """Return the request's documents, and the tool results since the last user message."""
    found = [_document(document, index) for index, document in enumerate(body.get("documents", ()))]
    for message in results_of(body["messages"]):
        found += _tool_results(message)
    return found


def results_of(messages: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the tool messages since the last user message."""
    since = max((index for index, message in enumerate(messages) if message["role"] == "user"), default=0)
    return [message for message in messages[since:] if message["role"] == "tool"]


def cited_text(
    messages: Sequence[Mapping[str, Any]], sources: Sequence[Source], rng: random.Random
) -> tuple[str, list[dict[str, Any]]]:
    """Return an answer that quotes the sources that the question is about, and its citations."""
    question = text_of(last_of(messages, "user"))
    topics = words(question)
    fitting = [source for source in sources if source.wire["type"] == "tool" or topics & _words_in(source)]
    text = rng.choice(("Here is what I found", "This is what the sources say", "I found this"))
    text += f' about "{excerpt(question)}".' if question else "."
    citations = []
    for source in (fitting or sources)[:_MOST_CITED]:
        quote = _quote(source.data)
        if quote:
            text += f" {rng.choice(('It says', 'One source says', 'There it reads'))}: "
            start = len(text)
            text += quote
            citations.append({"start": start, "end": len(text), "text": quote, "sources": [source.wire]})
            text += "" if quote.endswith((".", "!", "?")) else "."
    return text, citations


def _document(given: Any, index: int) -> Source:
    document = {"data": {"text": given}} if isinstance(given, str) else given
    identifier = document.get("id", f"doc:{index}")
    data = _values(document["data"], "text")
    return Source({"type": "document", "id": identifier, "document": {"id": identifier, **data}}, data)


def _tool_results(message: Mapping[str, Any]) -> Iterator[Source]:
    content = message["content"]
    items: Sequence[Mapping[str, Any]] = [{"type": "text", "text": content}] if isinstance(content, str) else content
    for index, item in enumerate(items):
        if item["type"] == "document":
            document = item["document"]
            given, identifier = document["data"], document.get("id")
        else:
            given, identifier = item["text"], None
        output = _values(given, "content")
        identifier = identifier or f"{message['tool_call_id']}:{index}"
        yield Source({"type": "tool", "id": identifier, "tool_output": output}, output)


def _values(data: Any, name: str) -> Mapping[str, Any]:
    """Return names and values: of an object, of the JSON object that a text is, or of any other text under `name`."""
    if not isinstance(data, str):
        found: Mapping[str, Any] = data
        return found
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        value = data
    return value if isinstance(value, dict) else {name: data}


def _words_in(source: Source) -> set[str]:
    return words(json.dumps(source.data, ensure_ascii=False))


def _quote(data: Mapping[str, Any]) -> str:
    """Return the first sentence of the longest text, or where there are but short ones, names and values."""
    longest = max((value for value in data.values() if isinstance(value, str)), key=len, default="")
    if len(longest.split()) > 3:
        return excerpt(sentences(longest)[0], 160)
    return excerpt(", ".join(f"{name}: {_shown(value)}" for name, value in data.items()), 160)


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
