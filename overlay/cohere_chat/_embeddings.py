"""The vectors of embed(), one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeVar

import attrs
from cohere_chat_api.types import shorten

from .errors import InvalidResponseError

T = TypeVar("T")


@attrs.frozen
class StreamedEmbedding:
    """One vector, as embed_stream() gives it.

    Attributes:
        index: The position of its text among all texts.
        embedding: The vector; a text if its type is `base64`.
        embedding_type: Its type, such as `float`.
        text: The text.
    """

    index: int
    embedding: list[float] | list[int] | str = attrs.field(repr=shorten)
    embedding_type: str
    text: str


def take_batches(items: Iterable[T], size: int) -> Iterator[tuple[int, list[T]]]:
    """So many items at a time, with the position of the first of them."""
    rest = iter(items)
    start = 0
    while batch := list(islice(rest, size)):
        yield start, batch
        start += len(batch)


def vectors_of(reply: Mapping[str, Any], count: int) -> dict[str, list[Any]]:
    """The vectors in the JSON of a reply, by type; version 1 gives a list of floats where no type was asked for.

    Raises:
        InvalidResponseError: They are not as many as the texts, or whatever else was sent: whose they are is not known.
    """
    embeddings = reply.get("embeddings")
    by_type = embeddings if isinstance(embeddings, dict) else {"float": embeddings}
    found = {kind: vectors for kind, vectors in by_type.items() if isinstance(vectors, list)}
    # An empty list may stand for a type that was not asked for.
    if {len(vectors) for vectors in found.values()} - {0} != {count}:
        counts = " and ".join(f"{len(vectors)} {kind}" for kind, vectors in found.items())
        raise InvalidResponseError(f"the reply has {counts or 'no'} embeddings for {count} items")
    return {kind: vectors for kind, vectors in found.items() if vectors}


def read_vectors(vectors: Mapping[str, list[Any]], start: int, texts: list[str]) -> Iterator[StreamedEmbedding]:
    """The vectors of a reply, type by type."""
    for kind, each in vectors.items():
        for index, (vector, text) in enumerate(zip(each, texts, strict=True), start):
            yield StreamedEmbedding(index, vector, kind, text)
