"""Lists that are longer than a request may hold: sent in several requests, whose replies are merged into one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cohere_chat_api.endpoint import Endpoint

from ._call import OMIT, as_list

# How many requests of one call are sent at the same time.
MAX_PARALLEL = 8


def split(endpoint: Endpoint[Any], arguments: Mapping[str, Any]) -> list[tuple[str | None, Mapping[str, Any]]]:
    """The arguments of each request, with the name of its part of the list; None where one request holds all."""
    for name, size in endpoint.batches.items():
        value = arguments.get(name)
        if value is None or value is OMIT:
            continue
        items = as_list(name, value)
        if len(items) > size:
            return [
                (f"{name}[{start}:{min(start + size, len(items))}]", {**arguments, name: items[start : start + size]})
                for start in range(0, len(items), size)
            ]
        return [(None, {**arguments, name: items})]
    return [(None, arguments)]


def merge(endpoint: Endpoint[Any], replies: list[Any]) -> Any:
    """The reply that a single request would have had."""
    assert endpoint.reply
    return endpoint.reply.parse(_merge_objects([reply._raw for reply in replies]))


def _merge_objects(objects: list[Mapping[str, Any]]) -> dict[str, Any]:
    names = dict.fromkeys(name for one in objects for name in one)
    return {name: _merge(name, [one[name] for one in objects if one.get(name) is not None]) for name in names}


def _merge(name: str, values: list[Any]) -> Any:
    """Lists follow one another, counts add up, ids are joined, warnings stand once; else the first counts."""
    if not values:
        return None
    kinds = {type(value) for value in values}
    if kinds == {list}:
        items = [item for value in values for item in value]
        return list(dict.fromkeys(items)) if name == "warnings" else items
    if kinds == {dict}:
        return _merge_objects(values)
    if kinds <= {int, float}:
        return sum(values)
    return ", ".join(values) if name == "id" and kinds == {str} else values[0]
