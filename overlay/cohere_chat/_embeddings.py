"""The vectors of embed(), one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

import attrs
from cohere_chat_api.types import shorten

T = TypeVar("T")


@attrs.frozen
class StreamedEmbedding:
    """One vector, as embed_stream() gives it.

    Attributes:
        index: The position of its text among all texts.
        embedding: The vector; of the type `base64`, a text.
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


def read_vectors(reply: Any, start: int, texts: list[str]) -> Iterator[StreamedEmbedding]:
    """The vectors of a reply, type by type; version 1 gives a list of floats where no type was asked for."""
    embeddings = reply._raw.get("embeddings") or {}
    by_type = {"float": embeddings} if isinstance(embeddings, list) else embeddings
    for kind, vectors in by_type.items():
        for index, (vector, text) in enumerate(zip(vectors or (), texts, strict=False), start):
            yield StreamedEmbedding(index, vector, kind, text)
