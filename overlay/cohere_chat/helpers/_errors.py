"""The exceptions of the helpers.

CohereError
├── AnswerError           the reply is no answer of the wanted type
│   └── TruncatedError    it was cut short
├── ToolError             raised by a tool, to tell the model what went wrong
└── ToolRunError          a run of tools stopped before its end
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
    """The reply is no answer of the wanted type.

    Attributes:
        reply: The whole reply.
        text: Its text, without thoughts and tool plans.
        place: Where in the JSON the problem is, such as "books[2].title"; empty for the text as a whole.
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
    """For a tool to raise: the model is told the text, and the run goes on."""


class ToolRunError(CohereError):
    """A run of tools stopped before its end. What a tool raised is the `__cause__`.

    Attributes:
        run: The run. Its `messages` can be sent again, its `results` are those of the calls that succeeded. Lost when
            the error is pickled or copied, since a run holds a client.
        call: The call that failed, if it was one; lost likewise.
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
