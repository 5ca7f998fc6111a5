"""How fast requests may follow one another: decisions only, with the time given, in seconds of any clock."""

from __future__ import annotations

import math
from collections import deque
from typing import Final

# The API counts over any 60 s. One more, since requests are not all under way for the same time.
WINDOW: Final = 61.0
# What was missed by waking up late is made up for, as far as this: in seconds of the limit.
_CATCH_UP: Final = 0.1
# Entries that are as near as this are one.
_NEAR: Final = 0.05
# Where only what is under way fills a window, nobody knows how long; look again after this.
_LOOK_AGAIN: Final = 0.25
# After a 429: the rate falls to this part of itself, and regains that part of the limit in each step.
_FALL: Final = 0.7
_REGAIN: Final = 0.05
_REGAIN_SECONDS: Final = 10.0
_LEAST_SHARE: Final = 0.05
# The pause after a 429 that does not tell how long: doubled each time until a request succeeds.
_FIRST_PAUSE: Final = 1.0
_LONGEST_PAUSE: Final = 60.0


class Budget:
    """So many units a minute, evenly spread, and never more in any window.

    Args:
        per_minute: The limit; infinity is none.
        now: The time.
        spent: Units that another process may just have used.
    """

    def __init__(self, per_minute: float, now: float, spent: float = 0) -> None:
        self.per_minute = per_minute
        # When the units so far are used up at an even rate.
        self._paid_at = now - _CATCH_UP
        # [when the first of them was used, when the last was, how many], the oldest first, and their sum.
        self._used: deque[list[float]] = deque()
        self._sum = 0.0
        # Units of requests that are under way.
        self._reserved = 0.0
        if spent:
            self.reserve(now + _CATCH_UP, spent, 1.0)
            self.settle(now, spent, spent)

    def wait(self, now: float, units: float) -> float:
        """Seconds until so many units can be had."""
        used = self._used
        while used and used[0][1] <= now - WINDOW:
            self._sum -= used.popleft()[2]
        wait = self._paid_at - _CATCH_UP - now
        missing = self._reserved + self._sum + units - self.per_minute
        # More than a minute's worth goes out alone.
        if missing > 0 and (used or self._reserved):
            for _, last, amount in used:
                missing -= amount
                if missing <= 0:
                    return max(wait, last + WINDOW - now, 0.0)
            if self._reserved:
                return max(wait, _LOOK_AGAIN)
            return max(wait, used[-1][1] + WINDOW - now)
        return max(wait, 0.0)

    def reserve(self, now: float, units: float, share: float) -> None:
        """Take units for a request that is sent, at this share of the limit."""
        self._reserved += units
        self._paid_at = max(self._paid_at, now) + units * WINDOW / (self.per_minute * share)

    def settle(self, now: float, reserved: float, units: float) -> None:
        """Put in the place of what was reserved for a request what it took."""
        self._reserved -= reserved
        self._paid_at += (units - reserved) * WINDOW / self.per_minute
        self._sum += units
        if self._used and now - self._used[-1][0] < _NEAR:
            self._used[-1][1] = now
            self._used[-1][2] += units
        else:
            self._used.append([now, now, units])

    def pause(self, until: float) -> None:
        """What was not used until then is lost."""
        self._paid_at = max(self._paid_at, until)


class Limiter:
    """When the next request may be sent.

    Args:
        requests_per_minute: The limit of requests, or of inputs where the service counts these; None is none.
        tokens_per_minute: The limit of billed tokens; None is none.
        now: The time.
        spent: Requests that another process may just have sent.
    """

    def __init__(
        self, requests_per_minute: float | None, tokens_per_minute: float | None, now: float, spent: int = 0
    ) -> None:
        self._requests = Budget(math.inf if requests_per_minute is None else requests_per_minute, now, spent)
        self._tokens = Budget(math.inf if tokens_per_minute is None else tokens_per_minute, now)
        self._share = 1.0
        self._fell_at = -math.inf
        self._paused_until = -math.inf
        self._pauses = 0

    @property
    def counts_tokens(self) -> bool:
        """Whether there is a limit of tokens."""
        return self._tokens.per_minute < math.inf

    def rate(self, now: float) -> float | None:
        """Requests a minute that are sent at most, at this time; None without a limit."""
        rate = self._requests.per_minute * self.share(now)
        return rate if rate < math.inf else None

    def share(self, now: float) -> float:
        """Which part of the limits is used, at this time."""
        if self._share == 1:
            return 1.0
        steps = max(0, math.floor((now - max(self._fell_at, self._paused_until)) / _REGAIN_SECONDS))
        return min(1.0, self._share + _REGAIN * steps)

    def wait(self, now: float, requests: int = 1, tokens: float = 0) -> float:
        """Seconds until so many requests of so many tokens can be sent; 0 if they can be now."""
        return max(self._paused_until - now, self._requests.wait(now, requests), self._tokens.wait(now, tokens))

    def take(self, now: float, requests: int = 1, tokens: float = 0) -> None:
        """Requests are sent now, of so many tokens by our estimate."""
        share = self.share(now)
        self._requests.reserve(now, requests, share)
        self._requests.settle(now, requests, requests)
        self._tokens.reserve(now, tokens, share)

    def settle(self, now: float, estimated: float, billed: float) -> None:
        """A request of so many tokens by our estimate is over, and was billed with so many."""
        self._tokens.settle(now, estimated, billed)

    def succeeded(self) -> None:
        """A request was not refused."""
        self._pauses = 0

    def refused(self, sent: float, now: float, retry_after: float | None) -> float:
        """A request that was sent at this time was refused with 429; give the seconds that nothing is sent.

        Those that were sent before the rate last fell count as one with that.
        """
        if sent > self._fell_at:
            self._share = max(_LEAST_SHARE, self.share(now) * _FALL)
            self._fell_at = now
            self._pauses += 1
        pause = (
            min(_FIRST_PAUSE * 2.0 ** min(self._pauses - 1, 64), _LONGEST_PAUSE) if retry_after is None else retry_after
        )
        self._paused_until = max(self._paused_until, now + pause)
        for budget in (self._requests, self._tokens):
            budget.pause(self._paused_until)
        return self._paused_until - now
