"""What a run tells while it goes on."""

from __future__ import annotations

from typing import Protocol

from .summary import Summary


class Progress(Protocol):
    """Is told how a run goes on, in the event loop: it must be quick, and not raise."""

    def started(self, *, total: int | None, done: int, failed: int) -> None:
        """The run begins.

        Args:
            total: Rows of the input; None where that is not known.
            done: Rows that the output answers already.
            failed: Rows that have failed and are not tried again.
        """

    def row_ended(self, *, ok: bool, kind: str | None, tokens: int, seconds: float) -> None:
        """A line was written.

        Args:
            ok: Whether the row was answered.
            kind: The type of its error, or None.
            tokens: Tokens that were billed for it.
            seconds: How long the last attempt took.
        """

    def waiting(self, reason: str | None, seconds: float) -> None:
        """Nothing is sent for a while.

        Args:
            reason: Why; None when it goes on.
            seconds: For how long, at most.
        """

    def rate_changed(self, requests_per_minute: float) -> None:
        """The rate has been lowered, or regains.

        Args:
            requests_per_minute: Requests a minute that are now sent at most.
        """

    def ended(self, summary: Summary) -> None:
        """The run is over, in whatever way.

        Args:
            summary: What came of it.
        """
