"""What clients have created: records of a kind, each with a directory for its files."""

import datetime
import json
import shutil
import tempfile
import threading
import weakref
from pathlib import Path
from typing import Any

from ._contract import RefusedError

Record = dict[str, Any]

# What messages call a record of a kind, if not by the kind without its s.
_NAMES = {"batches": "batch", "embed_jobs": "embed job", "finetuning": "fine-tuned model"}


def timestamp(seconds: float) -> str:
    """Return a time as the API writes it."""
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).isoformat().replace("+00:00", "Z")


class Store:
    """Records by kind and id, in memory or, if `directory` is given, in that as well, where a restart finds them.

    Raises ValueError, which names the file, for what is no record, and OSError where the directory cannot be had.
    """

    def __init__(self, directory: Path | None = None) -> None:
        self.work = threading.RLock()
        """Held while something is worked on that takes its time; nothing else waits for it."""
        self._lock = threading.RLock()
        self._records: dict[str, dict[str, Record]] = {}
        self._lasting = directory is not None
        self._root = directory
        if directory:
            directory.mkdir(parents=True, exist_ok=True)
        for file in sorted(directory.glob("*/*/record.json")) if directory else ():
            try:
                self._records.setdefault(file.parts[-3], {})[file.parts[-2]] = json.loads(file.read_bytes())
            except ValueError as error:
                raise ValueError(f"{file}: no record of the emulator: {error}") from error

    def directory(self, kind: str, identifier: str) -> Path:
        """Return the directory for the files of a record, made where it is not there."""
        with self._lock:
            if self._root is None:
                self._root = Path(tempfile.mkdtemp(prefix="cohere-emulator-"))
                weakref.finalize(self, shutil.rmtree, self._root, ignore_errors=True)
            found = self._root / kind / identifier
            found.mkdir(parents=True, exist_ok=True)
            return found

    def save(self, kind: str, identifier: str, record: Record) -> None:
        """Keep a record, new or changed."""
        with self._lock:
            self._records.setdefault(kind, {})[identifier] = record
            if self._lasting:
                file = self.directory(kind, identifier) / "record.json"
                whole = file.with_suffix(".new")
                whole.write_text(json.dumps(record), "utf-8")
                whole.replace(file)

    def find(self, kind: str, identifier: str) -> Record:
        """Return a record; raise RefusedError where there is none."""
        with self._lock:
            try:
                return self._records[kind][identifier]
            except KeyError:
                name = _NAMES.get(kind, kind.removesuffix("s"))
                raise RefusedError(404, f"{name} {identifier!r} not found") from None

    def has(self, kind: str, identifier: str) -> bool:
        """Whether there is a record."""
        return identifier in self._records.get(kind, ())

    def remove(self, kind: str, identifier: str) -> None:
        """Forget a record and its files; raise RefusedError where there is none."""
        with self._lock:
            self.find(kind, identifier)
            del self._records[kind][identifier]
            if self._root:
                shutil.rmtree(self._root / kind / identifier, ignore_errors=True)

    def all(self, kind: str) -> list[Record]:
        """Return the records of a kind, newest first."""
        with self._lock:
            return sorted(self._records.get(kind, {}).values(), key=lambda record: -record["created"])

    def counts(self) -> dict[str, int]:
        """Return how many records of each kind there are."""
        with self._lock:
            return {kind: len(records) for kind, records in self._records.items() if records}

    def clear(self) -> None:
        """Forget all records and their files."""
        with self._lock:
            for kind, records in self._records.items():
                for identifier in list(records):
                    self.remove(kind, identifier)
