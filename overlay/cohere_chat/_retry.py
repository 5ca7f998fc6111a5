"""When to try again: decisions only, no waiting."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Final

import attrs

from .errors import ApiConnectionError, ApiError, ApiTimeoutError, CohereError

# Transient statuses: the API's own (429, 500, 503, 504), and those of proxies and gateways.
_TRANSIENT_STATUSES: Final = frozenset({408, 409, 429, 500, 502, 503, 504, 529})
# With these, the API has not acted on the request.
_NOT_ACTED_STATUSES: Final = frozenset({408, 429})
# The longest wait that can be set, in seconds; time.sleep() takes not much more.
_MAX_WAIT: Final = 1e6
_NUMBER: Final = re.compile(r"[0-9]+(\.[0-9]*)?")
# Values of X-RateLimit-Reset from here on are points in time, in Unix seconds.
_UNIX_TIME: Final = 1_000_000_000


def _is_from_0_to(most: float) -> Callable[[object, attrs.Attribute[float], object], None]:
    def check(_: object, attribute: attrs.Attribute[float], value: object) -> None:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise TypeError(f"{attribute.name} must be a number, not {type(value).__name__}")
        if not 0 <= value <= most:
            raise ValueError(f"{attribute.name} must be from 0 to {most}, not {value}")

    return check


@attrs.frozen
class RetryPolicy:
    """Which failures are retried, and after what wait.

    Retried are: connections that fail before the headers of the response are complete, streams that break off before
    their first event, and the statuses 408, 409, 429, 500, 502, 503, 504 and 529. The wait doubles from
    `initial_delay` up to `max_delay`, minus a random part. If the server asks for a wait (Retry-After, retry-after-ms;
    X-RateLimit-Reset with status 429), that is used instead.

    Requests that create something, such as a dataset, are retried only if the API can't have acted on them: after 408
    and 429, and if the connection failed before they were sent.

    Args:
        initial_delay: The first wait, in seconds.
        max_delay: The longest wait that the client chooses itself, in seconds.
        jitter: The largest random reduction of a wait, as a fraction from 0 to 1.
        max_server_delay: The longest wait accepted from a server, in seconds. If the server asks for more, the error is
            raised at once, with its `retry_after`.
        retry_read_timeout: Whether to retry if no response arrived in time. The API may have made the reply anyway, and
            bill it.
        retry_creates: Whether to retry requests that create something like all others, which may create it twice.

    Raises:
        TypeError, ValueError: A wait is not a number of seconds, or the jitter is not from 0 to 1.
    """

    initial_delay: float = attrs.field(default=0.5, validator=_is_from_0_to(_MAX_WAIT))
    max_delay: float = attrs.field(default=8.0, validator=_is_from_0_to(_MAX_WAIT))
    jitter: float = attrs.field(default=0.5, validator=_is_from_0_to(1))
    max_server_delay: float = attrs.field(default=60.0, validator=_is_from_0_to(_MAX_WAIT))
    retry_read_timeout: bool = False
    retry_creates: bool = False

    def delay(self, error: CohereError, attempt: int, chance: float, *, creates: bool = False) -> float | None:
        """Return the seconds to wait before the next attempt, or None to give up.

        Args:
            error: The error of the failed attempt.
            attempt: The number of failed attempts before it.
            chance: A random number from 0 to 1.
            creates: Whether the request creates something.
        """
        once = creates and not self.retry_creates
        if isinstance(error, ApiError):
            if error.status_code not in (_NOT_ACTED_STATUSES if once else _TRANSIENT_STATUSES):
                return None
            if error.retry_after is not None:
                return error.retry_after if error.retry_after <= self.max_server_delay else None
        elif not isinstance(error, ApiConnectionError) or not error.transient or (once and error.sent):
            return None
        if isinstance(error, ApiTimeoutError) and error.phase == "read" and not self.retry_read_timeout:
            return None
        # 64 doublings are beyond any max_delay, and within what a float can hold.
        backoff = min(self.initial_delay * 2.0 ** min(attempt, 64), self.max_delay)
        return backoff * (1 - self.jitter * chance)


def retry_after(status_code: int, headers: Mapping[str, str], now: float) -> float | None:
    """Seconds that the server wants us to wait, or None if it does not say so in a way that makes sense.

    Sources: RFC 9110 section 10.2.3 (Retry-After: seconds or a date); retry-after-ms; X-RateLimit-Reset (a point in
    time in Unix seconds, as `now` is, or seconds from now), which counts for status 429 only: others state it as well.
    """
    milliseconds = _number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    value = headers.get("retry-after")
    seconds = _number(value)
    if seconds is None and value is not None:
        seconds = _seconds_until(value, now)
    if seconds is None and status_code == 429:
        seconds = _number(headers.get("x-ratelimit-reset"))
        if seconds is not None and seconds >= _UNIX_TIME:
            seconds = max(seconds - now, 0.0)
    return seconds


def _number(value: str | None) -> float | None:
    # float() alone takes "1e3", "1_0" and digits of other scripts.
    number = float(value) if value is not None and _NUMBER.fullmatch(value.strip()) else math.inf
    return number if math.isfinite(number) else None


def _seconds_until(date: str, now: float) -> float | None:
    try:
        moment = parsedate_to_datetime(date)
        # Without a zone it is UTC: RFC 9110 section 5.6.7.
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max(moment.timestamp() - now, 0.0)
    except (ValueError, OverflowError, TypeError):
        return None
