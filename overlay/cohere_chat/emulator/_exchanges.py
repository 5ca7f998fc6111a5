"""Recorded exchanges: requests with the answers that they got, in a JSONL file or in a directory of JSON files."""

import json
import threading
from collections import deque
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

_KEPT_HEADERS = ("content-type", "retry-after")


class Exchange(NamedTuple):
    """A request's body, and the answer to it: its body is JSON where it can be, else text. `path` has the query."""

    request: Any
    status: int
    headers: Mapping[str, str]
    body: Any
    method: str = "POST"
    path: str = "/v2/chat"

    def content(self) -> bytes:
        """Return the answer's body as bytes."""
        return (self.body if isinstance(self.body, str) else json.dumps(self.body)).encode()


def exchange_of(
    method: str, path: str, request: Any, status: int, headers: Mapping[str, str], content: bytes, key: str | None
) -> Exchange:
    """Return what is kept of an exchange: few of the answer's headers, and nowhere the API key."""
    text = content.decode("utf-8", "replace")
    if key:
        text = text.replace(key, "[key]")
    body: Any = text
    if headers.get("content-type", "").startswith("application/json"):
        try:
            body = json.loads(text)
        except ValueError:
            body = text  # a broken body is kept as it came
    kept = {name: headers[name] for name in _KEPT_HEADERS if name in headers}
    return Exchange(request, status, kept, body, method, path)


class Exchanges:
    """The exchanges at `path`: a JSONL file, or a directory of files *.json and *.jsonl.

    A request that was recorded several times gets its answers in their order, the last one again and again.
    Raises FileNotFoundError where `path` is nothing, unless it is `to_be_made`, and ValueError, naming the file and
    line, for what is no exchange.
    """

    def __init__(self, path: Path, *, to_be_made: bool = False) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._answers: dict[str, deque[Exchange]] = {}
        for exchange in () if to_be_made and not path.exists() else _read(path):
            key = _canonical(exchange.method, exchange.path, exchange.request)
            self._answers.setdefault(key, deque()).append(exchange)

    def answer_to(self, method: str, path: str, request: Any) -> Exchange | None:
        """Return the next recorded answer to a request, or None."""
        with self._lock:
            answers = self._answers.get(_canonical(method, path, request))
            if not answers:
                return None
            return answers.popleft() if len(answers) > 1 else answers[0]

    def add(self, exchange: Exchange) -> None:
        """Append an exchange to the file or, in a directory, to its file `recorded.jsonl`."""
        line = json.dumps(exchange._asdict())
        file = self._path / "recorded.jsonl" if self._path.is_dir() else self._path
        with self._lock, file.open("a", encoding="utf-8") as out:
            out.write(f"{line}\n")


def _canonical(method: str, path: str, request: Any) -> str:
    return json.dumps([method, path, request], sort_keys=True, default=str)


def _read(path: Path) -> Iterator[Exchange]:
    for file in sorted(path.glob("*.json*")) if path.is_dir() else [path]:
        text = file.read_text("utf-8")
        lines = [text] if file.suffix == ".json" else text.split("\n")
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    yield Exchange(**json.loads(line))
                except (ValueError, TypeError) as error:
                    raise ValueError(f"{file}, line {number}: no recorded exchange: {error}") from error
