"""Faults on demand: what to do to an answer, and how it is asked for."""

import dataclasses
import enum
import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from ._events import Event


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What goes wrong with a response. Fields can be combined.

    A JSON reply counts as two events, its two halves: 0 is before its first byte, 1 in its middle.
    """

    status: int | None = None
    """Answer with this status (300 to 599) and an error body."""
    retry_after: str | None = None
    """The header Retry-After of that response: seconds or an HTTP date."""
    message: str | None = None
    """The message of that response, or of `error`."""
    delay: float = 0
    """Wait this many seconds before the first byte."""
    stall: int | None = None
    """Send nothing more after this many events, and keep the connection open."""
    cut: int | None = None
    """Close the connection after this many events."""
    reset: int | None = None
    """Reset the connection (TCP RST) after this many events."""
    truncate: int | None = None
    """Close the connection after this many bytes of the body."""
    unknown_event: int | None = None
    """Insert an event of an unknown type after this many events of a stream. A JSON reply stays as it is."""
    error: int | None = None
    """End a stream after this many events, or instead of its last event, with a last event that reports an error.

    A JSON reply gets the finish_reason ERROR and is otherwise complete; it has no place for the message. A dataset, job
    or batch that the request creates fails in the end.
    """
    drip: int | None = None
    """Send this many bytes at a time, with `pause` between them."""
    pause: float = 0.01
    """Seconds between the pieces of `drip`."""

    def __post_init__(self) -> None:
        for field in dataclasses.fields(self):
            value = getattr(self, field.name)
            if isinstance(value, int | float) and not 0 <= value < 1e9:
                raise ValueError(f"fault: {field.name} must be 0 or more, not {value!r}")
        if self.status is not None and (not 300 <= self.status <= 599 or self.status == 304):
            raise ValueError(f"fault: status must be from 300 to 599 and have a body, not {self.status}")
        if self.retry_after is not None and not (self.retry_after.isascii() and self.retry_after.isprintable()):
            raise ValueError(f"fault: retry_after must be printable ASCII, not {self.retry_after!r}")
        if self.drip == 0:
            raise ValueError("fault: drip must be at least 1 byte")

    @property
    def told(self) -> str:
        """The message to send."""
        return self.message or "The emulator was asked to fail here."


def _integer(value: Any) -> int:
    return int(value) if isinstance(value, str) else operator.index(value)


# How to read each field; `times` and `id` are no part of the fault itself.
_READERS: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("status", "stall", "cut", "reset", "truncate", "unknown_event", "error", "drip"), _integer),
    **dict.fromkeys(("delay", "pause"), float),
    **dict.fromkeys(("retry_after", "message"), str),
    "times": _integer,
    "id": str,
}


class End(enum.Enum):
    """How an answer ends before its end."""

    HANG = "say nothing more, keep the connection"
    CLOSE = "close the connection"
    RESET = "reset the connection"


Step = bytes | float | End
"""What to do next with an answer: send bytes, wait seconds, or end."""


def spoil(pieces: Iterable[bytes | float], fault: Fault) -> Iterator[Step]:
    """Yield the steps that tell `pieces` with `fault` done to them."""
    if fault.delay:
        yield fault.delay
    asked = ((fault.stall, End.HANG), (fault.cut, End.CLOSE), (fault.reset, End.RESET))
    ends = {count: end for count, end in asked if count is not None}
    last = min(ends, default=None)
    sent = written = 0
    for piece in pieces:
        if not isinstance(piece, bytes):
            yield piece
            continue
        if sent == last:
            break
        if fault.truncate is not None and written + len(piece) > fault.truncate:
            yield piece[: fault.truncate - written]
            yield End.CLOSE
            return
        yield from _dripped(piece, fault)
        sent += 1
        written += len(piece)
    if last is not None:
        yield ends[last]


def _dripped(piece: bytes, fault: Fault) -> Iterator[Step]:
    if fault.drip is None:
        yield piece
        return
    for start in range(0, len(piece), fault.drip):
        yield piece[start : start + fault.drip]
        yield fault.pause


def spoil_events(events: Iterable[Event], fault: Fault, tag: str, failed: Event) -> Iterable[Event]:
    """Return the events with those of `fault` among them; `tag` names their type, `failed` ends a failed stream."""
    if fault.unknown_event is None and fault.error is None:
        return events
    told = list(events)
    if fault.error is not None:
        told[min(fault.error, len(told) - 1) :] = [failed]
    if fault.unknown_event is not None:
        told.insert(fault.unknown_event, {tag: "emulated-unknown-event", "delta": {"note": "Ignore me."}})
    return told


def read_fault(fields: Mapping[str, Any]) -> tuple[Fault, int | None]:
    """Return the fault that `fields` describe, as texts or JSON values, and how often it shall happen.

    Raises ValueError for what is no fault.
    """
    read: dict[str, Any] = {}
    for name, value in fields.items():
        key = name.strip().lower().replace("-", "_")
        if key not in _READERS:
            raise ValueError(f"fault: unknown field {name!r}; known are {', '.join(_READERS)}")
        try:
            read[key] = _READERS[key](value)
        except (TypeError, ValueError) as error:
            raise ValueError(f"fault: {name} cannot be {value!r}") from error
    read.pop("id", None)
    times = read.pop("times", None)
    return Fault(**read), times


def fault_of_header(header: str) -> tuple[Fault, int | None]:
    """The same for the text of a header: ``status=429; retry-after=1; times=2``."""
    fields = {}
    for part in header.split(";"):
        name, equals, value = part.partition("=")
        if not equals:
            raise ValueError(f"fault: {part.strip()!r} is not of the form name=value")
        fields[name] = value.strip()
    return read_fault(fields)
