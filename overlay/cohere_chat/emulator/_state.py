"""What a running emulator knows: how it shall behave, what it was asked, what it shall answer."""

import dataclasses
import threading
from collections import Counter, deque
from collections.abc import Mapping
from typing import Any

from ._exchanges import Exchanges
from ._faults import Fault, fault_of_header
from ._limits import Limits
from ._queue import Queue
from ._store import Store

# Requests are kept for tests to look at; a server that runs for days must not fill the memory with them.
_MOST_REQUESTS = 10_000
_MOST_UNKNOWN_KEYS = 1_000


@dataclasses.dataclass(frozen=True, kw_only=True)
class Settings:
    """How the emulator behaves; Emulator explains each."""

    seed: int = 0
    latency: float = 0
    tokens_per_second: float | None = None
    require_key: bool | str = False
    models: frozenset[str] = frozenset()
    record: str | None = None
    max_request_bytes: int | None = None
    processing_seconds: float = 0


@dataclasses.dataclass(kw_only=True)
class RecordedRequest:
    """A request that the emulator received, and its outcome."""

    operation: str
    """The name of the operation in the contract, such as ``v2_chat``."""
    method: str
    """The HTTP method, in capital letters."""
    path: str
    """The path with its query, as the client sent it."""
    body: Any = None
    """The body, parsed if it is JSON, else bytes; for a form, its fields and the names and sizes of its files."""
    headers: Mapping[str, str] = dataclasses.field(repr=False)
    """The headers, their names in lower case. Not in the repr: they may hold an API key."""
    status: int | None = None
    """The status of the response."""
    source: str | None = None
    """Where the response came from: canned, synthesised, scripted, recorded, upstream, refused or fault."""
    disconnected: bool = False
    """Whether the client disconnected before the response was complete."""


class State:
    """Everything that changes while an emulator runs."""

    def __init__(self, settings: Settings, exchanges: Exchanges | None, limits: Limits, store: Store) -> None:
        self.settings = settings
        self.limits = limits
        self.store = store
        self.exchanges = exchanges
        self.requests: deque[RecordedRequest] = deque(maxlen=_MOST_REQUESTS)
        self.faults: Queue[Fault] = Queue()
        self.replies: Queue[str | Mapping[str, Any]] = Queue()
        self._lock = threading.Lock()
        self._header_seen: Counter[str] = Counter()
        self._unknown_keys: Counter[str] = Counter()

    @property
    def unknown_keys(self) -> dict[str, int]:
        """How often each key came that the contract does not know: ``{"POST /v2/chat tools[].name": 2}``."""
        with self._lock:
            return dict(self._unknown_keys)

    def count_unknown_key(self, key: str) -> int:
        """Count a key that the contract does not know; return how often it has come; of very many, some are not."""
        with self._lock:
            if key in self._unknown_keys or len(self._unknown_keys) < _MOST_UNKNOWN_KEYS:
                self._unknown_keys[key] += 1
            return self._unknown_keys[key]

    def next_fault(self, header: str | None) -> Fault | None:
        """Return what goes wrong with this request, by its header or else as asked for ahead.

        A header with `times` holds for the first requests that bear the very same header. Raises ValueError for
        a header that cannot be read.
        """
        if header is None:
            return self.faults.take()
        fault, times = fault_of_header(header)
        with self._lock:
            self._header_seen[header] += 1
            return fault if times is None or self._header_seen[header] <= times else None

    def reset(self) -> None:
        """Forget requests, unknown keys, faults and replies, and what requests have created."""
        self.requests.clear()
        self.faults.clear()
        self.replies.clear()
        self.limits.clear()
        self.store.clear()
        with self._lock:
            self._header_seen.clear()
            self._unknown_keys.clear()
