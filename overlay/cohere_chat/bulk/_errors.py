"""What a run raises.

CohereError
└── BulkError
    ├── RefusedError   nothing was sent, no file changed
    └── StoppedError   stopped before the end of the input; rows without a line stay open
KeyboardInterrupt
└── Interrupted        Ctrl-C or SIGTERM
"""

from __future__ import annotations

from typing import ClassVar

from cohere_chat.errors import CohereError

from .summary import Summary


class BulkError(CohereError):
    """A run was refused or stopped; the message names the remedy.

    Attributes:
        exit_status: The exit status of the command.
    """

    exit_status: ClassVar[int] = 2


class RefusedError(BulkError):
    """The run was refused before the first request: input, output and parameters don't fit together."""


class StoppedError(BulkError):
    """The run stopped before the end of its input. Rows without a line stay open; run it again to continue.

    Attributes:
        summary: The result so far.
    """

    def __init__(self, message: str = "the run stopped", summary: Summary | None = None) -> None:
        super().__init__(message)
        self.summary = summary


class Interrupted(KeyboardInterrupt):  # as the builtin that it is one of
    """The run was interrupted by Ctrl-C or SIGTERM. The output is intact; run it again to continue.

    Attributes:
        summary: The result so far.
        exit_status: The exit status of the command.
    """

    exit_status: ClassVar[int] = 130

    def __init__(self, message: str = "interrupted", summary: Summary | None = None) -> None:
        super().__init__(message)
        self.summary = summary
