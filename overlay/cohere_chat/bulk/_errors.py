"""What a run raises.

CohereError
└── BulkError
    ├── RefusedError   nothing was sent, no file changed
    └── StoppedError   stopped before the end of the input; the rows without a line stay open
KeyboardInterrupt
└── Interrupted        Ctrl-C or SIGTERM
"""

from __future__ import annotations

from typing import ClassVar

from cohere_chat.errors import CohereError

from .summary import Summary


class BulkError(CohereError):
    """A run that was refused or stopped; the message names the remedy.

    Attributes:
        exit_status: What a command exits with.
    """

    exit_status: ClassVar[int] = 2


class RefusedError(BulkError):
    """A run was refused before the first request: input, output and parameters do not go together."""


class StoppedError(BulkError):
    """A run stopped before the end of its input. Rows without a line stay open: running it again goes on with them.

    Attributes:
        summary: What came of it so far.
    """

    def __init__(self, message: str = "the run stopped", summary: Summary | None = None) -> None:
        super().__init__(message)
        self.summary = summary


class Interrupted(KeyboardInterrupt):  # as the builtin that it is one of
    """Ctrl-C or SIGTERM came. The output is whole; running it again goes on.

    Attributes:
        summary: What came of it so far.
        exit_status: What a command exits with.
    """

    exit_status: ClassVar[int] = 130

    def __init__(self, message: str = "interrupted", summary: Summary | None = None) -> None:
        super().__init__(message)
        self.summary = summary
