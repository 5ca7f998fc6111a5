"""Lists that are longer than a request may hold: sent in several requests, whose replies are merged into one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cohere_chat_api.endpoint import Endpoint

from ._call import OMIT, Call, as_list, build_call
from ._config import RequestOptions, Settings
from ._embeddings import vectors_of

# How many requests of one call are sent at the same time.
MAX_PARALLEL = 8


def build_calls(
    settings: Settings, endpoint: Endpoint[Any], arguments: Mapping[str, Any], options: RequestOptions | None
) -> list[tuple[Call, str | None]]:
    """The calls for a list of any length, each with the name of its part; None where one request holds all."""
    # What can be iterated only once goes into each call.
    arguments = {
        name: as_list(name, value)
        if endpoint.parameters[name].type == "array" and value is not None and value is not OMIT
        else value
        for name, value in arguments.items()
    }
    try:
        return [
            (build_call(settings, endpoint, part, options)._replace(items=items), name)
            for part, name, items in _split(endpoint, arguments)
        ]
    except (TypeError, ValueError):
        # To name the place in the whole list.
        build_call(settings, endpoint, arguments, options)
        raise


def _split(
    endpoint: Endpoint[Any], arguments: Mapping[str, Any]
) -> Iterator[tuple[Mapping[str, Any], str | None, int]]:
    for name, size in endpoint.batches.items():
        items = arguments.get(name)
        if isinstance(items, list | tuple) and len(items) > size:
            for start in range(0, len(items), size):
                part = items[start : start + size]
                yield {**arguments, name: part}, f"{name}[{start}:{start + len(part)}]", len(part)
            return
    yield arguments, None, 0


def merge(calls: list[tuple[Call, str | None]], replies: list[Any]) -> Any:
    """The reply that a single request would have had."""
    whole = _merge_objects([reply._raw for reply in replies])
    # Each reply was right by itself, but one may lack a type of vectors that another has.
    vectors_of(whole, sum(call.items for call, _ in calls))
    reply = calls[0][0].endpoint.reply
    assert reply
    return reply.parse(whole)


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
        return list(dict.fromkeys(items)) if name == "warnings" and {*map(type, items)} == {str} else items
    if kinds == {dict}:
        return _merge_objects(values)
    if kinds <= {int, float}:
        return sum(values)
    return ", ".join(values) if name == "id" and kinds == {str} else values[0]
