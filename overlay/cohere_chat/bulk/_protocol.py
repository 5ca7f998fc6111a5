"""What a run tells while it goes on."""

from __future__ import annotations

from typing import Protocol

from .summary import Summary


class Progress(Protocol):
    """Is told of the progress of a run. Its methods run in the event loop: they must be quick, and must not raise."""

    def started(self, *, total: int | None, done: int, failed: int) -> None:
        """The run begins.

        Args:
            total: Rows of the input; None if that is not known.
            done: Rows that already have an answer in the output.
            failed: Rows that failed earlier and are not sent again.
        """

    def row_ended(self, *, ok: bool, kind: str | None, tokens: int, seconds: float) -> None:
        """A line was written.

        Args:
            ok: Whether the row was answered.
            kind: The type of its error; None if it was answered.
            tokens: Tokens billed for it.
            seconds: How long the last attempt took.
        """

    def waiting(self, reason: str | None, seconds: float) -> None:
        """Nothing is sent for a while.

        Args:
            reason: Why; None when the wait is over.
            seconds: The longest that the wait may take.
        """

    def rate_changed(self, requests_per_minute: float) -> None:
        """The rate was lowered, or raised again.

        Args:
            requests_per_minute: The most requests a minute from now on.
        """

    def ended(self, summary: Summary) -> None:
        """The run is over, for whatever reason.

        Args:
            summary: The result.
        """
