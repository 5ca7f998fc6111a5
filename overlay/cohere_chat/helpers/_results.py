"""The results of tools, as documents that the model can cite."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any

from ._json import plain

Json = dict[str, Any]


def documents_of(call_id: str, value: Any) -> list[tuple[Json, Any]]:
    """The documents for a result, each with the Python value that it stands for.

    A non-empty list gives one for each item, anything else one. An object is one as it is; a text, number or the like
    is the field `result` of one.

    Raises:
        TypeError, ValueError: The result can't be serialised to JSON.
    """
    result = plain(value)
    if not isinstance(result, list) or not result:
        return [(_document(f"{call_id}:0", result), value)]
    # A set is iterated in the same order each time.
    items = value if isinstance(value, list | tuple | Set) else result
    return [(_document(f"{call_id}:{i}", its), item) for i, (its, item) in enumerate(zip(result, items, strict=True))]


def error_document(call_id: str, problem: str) -> Json:
    """The document that tells the model what went wrong."""
    return _document(f"{call_id}:0", {"error": problem})


def tool_message(call_id: str, documents: list[Json]) -> Json:
    """The message that answers a call."""
    return {"role": "tool", "tool_call_id": call_id, "content": documents}


def _document(identifier: str, item: Any) -> Json:
    # The id is the one that the API makes up itself where there is none, so that citations name it in any case.
    data = item if isinstance(item, Mapping) and item else {"result": item}
    return {"type": "document", "document": {"id": identifier, "data": data}}
