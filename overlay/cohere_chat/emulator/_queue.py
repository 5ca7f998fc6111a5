"""What is to happen to the next requests, each item for a number of them."""

import threading
from collections import deque
from typing import Generic, TypeVar

T = TypeVar("T")


class Queue(Generic[T]):
    """Items that are each taken a number of times, in the order in which they were added; safe among threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._items: deque[tuple[T, int]] = deque()

    def add(self, item: T, times: int) -> None:
        """Have `item` taken `times` times; raise ValueError for less than once."""
        if not isinstance(times, int) or times < 1:
            raise ValueError(f"times must be at least 1, not {times!r}")
        with self._lock:
            self._items.append((item, times))

    def take(self) -> T | None:
        """Return the next item, or None."""
        with self._lock:
            if not self._items:
                return None
            item, times = self._items.popleft()
            if times > 1:
                self._items.appendleft((item, times - 1))
            return item

    def pending(self) -> list[tuple[T, int]]:
        """Return the items that are left, and how often each."""
        with self._lock:
            return list(self._items)

    def clear(self) -> None:
        """Forget all items."""
        with self._lock:
            self._items.clear()
