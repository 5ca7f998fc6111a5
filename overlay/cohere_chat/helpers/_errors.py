"""The exceptions of the helpers.

CohereError
├── AnswerError           the reply can't be read as the wanted type
│   └── TruncatedError    it was cut short
├── ToolError             for tools to raise: the model is told what went wrong
└── ToolRunError          a run of tools stopped early
    └── TurnLimitError    at its max_turns
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cohere_chat.errors import CohereError

if TYPE_CHECKING:
    from cohere_chat.types import V2ChatResponse

    from ._runs import BaseRun
    from ._tools import ToolCall


class AnswerError(CohereError):
    """The reply can't be read as the wanted type.

    Attributes:
        reply: The whole reply.
        text: Its text, without thoughts and tool plans.
        place: Where the problem is in the JSON, such as "books[2].title"; empty for the whole text.
    """

    def __init__(
        self, message: str = "no answer", *, reply: V2ChatResponse | None = None, text: str = "", place: str = ""
    ) -> None:
        super().__init__(message)
        self.reply = reply
        self.text = text
        self.place = place


class TruncatedError(AnswerError):
    """The reply was cut short by max_tokens or the context length."""


class ToolError(CohereError):
    """Raise it in a tool: the model is told the text, and the run continues."""


class ToolRunError(CohereError):
    """A run of tools stopped early. If a tool raised an exception, that is the `__cause__`.

    Attributes:
        run: The run. Its `messages` can be sent again; its `results` are those of the calls that succeeded. None after
            the error was pickled or copied, since a run holds a client.
        call: The call that failed, if it was a call; None likewise.
    """

    def __init__(
        self, message: str = "the run stopped", *, run: BaseRun | None = None, call: ToolCall | None = None
    ) -> None:
        super().__init__(message)
        self.run = run
        self.call = call

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), self.args


class TurnLimitError(ToolRunError):
    """The model still asked for calls in its last permitted turn; those calls were not made."""
