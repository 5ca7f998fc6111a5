"""What a failure means for its row and for the run: decisions only."""

from __future__ import annotations

from typing import Final, Literal

import attrs

from cohere_chat.errors import (
    ApiConnectionError,
    ApiError,
    ClientClosedError,
    CohereError,
    ConfigurationError,
    InvalidResponseError,
)

# How often a row is asked before it counts as failed. Not counted are 429, and failures while nothing gets through.
MAX_ATTEMPTS: Final = 5
# The same failure of so many rows before the first success stops the run.
MAX_EQUAL_FAILURES: Final = 50

# The key, the permission or the model is not there: for this row as for all.
_STOPS: Final = frozenset({401, 403, 404})
# Told by the service or by what is before it: nobody is there.
_AWAY: Final = frozenset({408, 502, 503, 504, 529})

# row: the row has failed. busy: 429. away: the service may be away; asking again may help. odd: it was there, and
# failed; asking again may help. stop: no row will fare better.
Meaning = Literal["row", "busy", "away", "odd", "stop"]


@attrs.frozen
class Failure:
    """A failure as it is written and acted upon.

    Attributes:
        kind: The name of its class.
        status: The HTTP status, if there was one.
        message: What it says.
        meaning: What to do.
        retry_after: Seconds that the service wants us to wait, if it says so.
        was_sent: Whether there was a request at all.
    """

    kind: str
    status: int | None
    message: str
    meaning: Meaning
    retry_after: float | None = None
    was_sent: bool = True


def describe(error: Exception) -> Failure:
    """Say what a failure means."""
    kind = type(error).__name__
    message = error.message if isinstance(error, ApiError) else str(error) or kind
    if isinstance(error, ApiError):
        return Failure(kind, error.status_code, message, _meaning_of(error.status_code or 0), error.retry_after)
    if isinstance(error, InvalidResponseError):
        return Failure(kind, error.status_code, message, "odd")
    if isinstance(error, ApiConnectionError):
        # Not transient: a certificate, say, or a response that was cut.
        return Failure(kind, None, message, "away" if error.transient else "odd" if error.sent else "stop")
    if isinstance(error, ConfigurationError | ClientClosedError):
        return Failure(kind, None, message, "stop")
    # Of the client's own errors, what is left came with a reply: it is no answer of the schema.
    return Failure(
        kind, None, message, "row", was_sent=isinstance(error, CohereError) and not isinstance(error, ValueError)
    )


def _meaning_of(status: int) -> Meaning:
    if status == 429:
        return "busy"
    if status in _STOPS:
        return "stop"
    if status in _AWAY:
        return "away"
    # 409 as the client's own retries have it; 501 will not change.
    return "odd" if status == 409 or (status >= 500 and status != 501) else "row"


class Health:
    """Whether requests get through.

    Where several rows fail and none gets through, the service is away, and no row is to blame.
    """

    def __init__(self) -> None:
        self._last_through = float("-inf")
        self._failed: int | None = None
        self._several_failed = False
        # Since when none gets through.
        self.blocked_since: float | None = None
        # Whether to send one request at a time.
        self.is_down = False

    def got_through(self, now: float) -> bool:
        """A request was answered; tell whether none was before."""
        was_blocked = self.blocked_since is not None
        self._last_through = now
        self._failed, self._several_failed = None, False
        self.blocked_since, self.is_down = None, False
        return was_blocked

    def refused(self, sent: float, now: float) -> None:
        """A request that was sent at this time was refused with 429."""
        if self._last_through < sent:
            self.blocked_since = now if self.blocked_since is None else self.blocked_since

    def is_rows_fault(self, row: int, failure: Failure, sent: float, now: float) -> bool:
        """Whether a failure counts as an attempt of the row, whose request was sent at this time."""
        if self._failed is not None and self._failed != row:
            self._several_failed = True
        self._failed = row
        if self._last_through >= sent or (failure.meaning == "odd" and not self._several_failed):
            return True
        self.blocked_since = now if self.blocked_since is None else self.blocked_since
        self.is_down = True
        return False
