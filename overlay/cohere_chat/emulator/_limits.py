"""Rate limits: how many calls of an operation a minute are answered."""

import threading
import time
from collections import defaultdict, deque
from typing import Any

from ._contract import Operation, RefusedError

# Calls a minute by the method's name, with a trial and with a production key, as Cohere's documentation of 2026 says;
# embed counts inputs. Other methods may be called as often as OTHERS says.
_LIMITS = {
    "chat": (20, 500),
    "embed": (2000, 2000),
    "rerank": (10, 1000),
    "tokenize": (100, 2000),
    "classify": (100, 1000),
    "embed_jobs_create": (5, 50),
}
_OTHERS = (500, 500)
_MINUTE = 60.0


class Limits:
    """Counts calls for `limit`: a number a minute for each operation, "trial", "production", or None for no limit."""

    def __init__(self, limit: int | str | None) -> None:
        if not (limit in (None, "trial", "production") or (isinstance(limit, int) and limit > 0)):
            raise ValueError(f"limit must be a number above 0, 'trial' or 'production', not {limit!r}")
        self._limit = limit
        self._lock = threading.Lock()
        self._calls: defaultdict[str, deque[tuple[float, int]]] = defaultdict(deque)

    def count(self, operation: Operation, body: Any, now: float | None = None) -> None:
        """Count a call; raise RefusedError where it is one too many."""
        if self._limit is None:
            return
        name = operation.id.removeprefix("v1_").removeprefix("v2_")
        weight = 1
        if isinstance(self._limit, int):
            limit = self._limit
        else:
            limit = _LIMITS.get(name, _OTHERS)[self._limit == "production"]
            if name == "embed":
                weight = max(len(body.get(kind) or ()) for kind in ("texts", "images", "inputs"))
        now = time.monotonic() if now is None else now
        with self._lock:
            calls = self._calls[name]
            while calls and calls[0][0] <= now - _MINUTE:
                calls.popleft()
            if sum(each for _, each in calls) + weight > limit:
                raise RefusedError(429, f"rate limit exceeded: {operation} is limited to {limit} calls / minute")
            calls.append((now, weight))

    def clear(self) -> None:
        """Forget the calls so far."""
        with self._lock:
            self._calls.clear()
