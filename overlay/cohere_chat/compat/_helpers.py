"""Helpers of the official SDK: embeddings one by one, saving datasets, tokenizers."""

from __future__ import annotations

import csv
import json
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from cohere_chat_api.models import Dataset

from .._httpx import httpx

__all__ = ["AsyncSdkUtils", "SdkUtils", "save_avro", "save_csv", "save_jsonl", "wait"]

# By the base URL of the API and the model.
TOKENIZERS: Final[dict[tuple[str, str], Any]] = {}


def wait(client: Any, awaitable: Any, timeout: float | None = None, interval: float = 2.0) -> Any:
    """Wait until an embed job, a dataset or a batch has ended; of an asynchronous client, what is to be awaited."""
    return client.wait(awaitable, timeout=timeout, interval=interval)


def save_jsonl(dataset: Dataset, filepath: str) -> None:
    """Write the records of a dataset as lines of JSON."""
    records = _records(dataset)
    with Path(filepath).open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(record) + "\n" for record in records)


def save_csv(dataset: Dataset, filepath: str) -> None:
    """Write the records of a dataset as CSV, under the names of the first record."""
    records = _records(dataset)
    with Path(filepath).open("w", encoding="utf-8", newline="") as file:
        for first in records:
            writer = csv.DictWriter(file, list(first))
            writer.writeheader()
            writer.writerows([first, *records])


def save_avro(dataset: Dataset, filepath: str) -> None:
    """Write the records of a dataset as Avro."""
    if not dataset.schema:
        raise ValueError("the dataset has no schema")
    records, avro = _records(dataset), _import("fastavro")
    with Path(filepath).open("wb") as file:
        avro.writer(file, avro.parse_schema(json.loads(dataset.schema)), records)


def _records(dataset: Dataset) -> Iterator[dict[str, Any]]:
    """What the parts of a dataset hold.

    Raises:
        ImportError: The package fastavro is not installed.
        ValueError: There are no parts.
    """
    if not dataset.dataset_parts:
        raise ValueError("the dataset has no dataset_parts: wait until it is validated, and get it again")
    return _read(_import("fastavro"), [part.url or "" for part in dataset.dataset_parts])


def _read(avro: Any, urls: list[str]) -> Iterator[dict[str, Any]]:
    for url in urls:
        # Signed ones, which want no key.
        with tempfile.TemporaryFile() as file, httpx.stream("GET", url, follow_redirects=True) as response:
            for piece in response.raise_for_status().iter_bytes():
                file.write(piece)
            file.seek(0)
            yield from avro.reader(file)


class SdkUtils:
    """`client.utils`."""

    @staticmethod
    def save_dataset(dataset: Dataset, filepath: str, format: str = "jsonl") -> None:
        """Download a dataset into a file; the format is jsonl, csv or avro."""
        writers = {"jsonl": save_jsonl, "csv": save_csv, "avro": save_avro}
        if format not in writers:
            raise ValueError(f"format must be one of {list(writers)}, not {format!r}")
        writers[format](dataset, filepath)


class AsyncSdkUtils(SdkUtils):
    """`client.utils` of an asynchronous client, which blocks as well."""


def read_tokenizer(text: str) -> Any:
    """A tokenizer from its file.

    Raises:
        ImportError: The package tokenizers is not installed.
    """
    return _import("tokenizers").Tokenizer.from_str(text)


def _import(package: str) -> Any:
    """A package that the official SDK depends on, and this one does not."""
    try:
        return import_module(package)
    except ImportError:
        raise ImportError(f"this needs the package {package}: pip install {package}") from None
