"""Answers of a type: how they are asked for, and how they are read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

import attrs

from ._errors import AnswerError, TruncatedError
from ._json import Mismatch, read_json
from ._params import check_count, read_iterators
from ._shapes import answer_shape

if TYPE_CHECKING:
    from cohere_chat.types import V2ChatResponse

T = TypeVar("T")

_REFUSED: Final[Mapping[str, str]] = {
    "documents": "the API takes no documents beside a JSON schema; put them into the messages",
    "tools": "the API takes no tools beside a JSON schema; use run_tools() first and chat_parse() on its messages",
    "response_format": "chat_parse() makes the response_format of the type",
}
# The finish reasons of replies that are no answer, whatever their text.
_FAILED: Final[Mapping[str, str]] = {
    "MAX_TOKENS": "cut short by max_tokens or the context length",
    "ERROR": "the reply failed",
    "TIMEOUT": "the model took too long",
}


def check_finish(reply: V2ChatResponse, *, may_be_cut: bool) -> None:
    """Raise AnswerError for a reply that is no answer, whatever its text; MAX_TOKENS may be as good an end as any."""
    reason = str(reply.finish_reason)
    if reason not in _FAILED or (may_be_cut and reason == "MAX_TOKENS"):
        return
    kind = TruncatedError if reason == "MAX_TOKENS" else AnswerError
    raise kind(f"{_FAILED[reason]} ({reason})", reply=reply, text=reply.text)


@attrs.frozen
class Answer(Generic[T]):
    """An answer, read as a value of the wanted type.

    Attributes:
        value: The value.
        reply: The whole reply that it was read from.
    """

    value: T
    reply: V2ChatResponse


class Question(Generic[T]):
    """What is asked: the parameters of chat() for an answer of a type.

    Raises:
        TypeError: A type that JSON, or the service, has no form for; or retries of a wrong type.
        ValueError: A parameter that does not go together with it, or fewer than 0 retries.
    """

    def __init__(self, expected: Any, retries: int, params: Mapping[str, Any]) -> None:
        for name, reason in _REFUSED.items():
            if params.get(name) not in (None, ...):
                raise ValueError(f"{name}: {reason}")
        check_count("retries", retries, 0)
        self._shape, self.is_wrapped = answer_shape(expected)
        self._retries = retries
        self.params = {
            **read_iterators(params),
            "response_format": {"type": "json_object", "json_schema": self._shape.schema},
        }

    def answer(self, reply: V2ChatResponse) -> Answer[T]:
        """Read a reply.

        Raises:
            AnswerError: It is no answer of the type.
        """
        check_finish(reply, may_be_cut=False)
        text = reply.text
        try:
            return Answer(self._shape.decode(read_json(text), ""), reply)
        except Mismatch as problem:
            raise AnswerError(str(problem), reply=reply, text=text, place=problem.place) from problem

    def may_repeat(self, error: AnswerError) -> bool:
        """Whether to ask again, which then tells the model what was wrong."""
        reply = error.reply
        if not self._retries or reply is None or str(reply.finish_reason) in _FAILED:
            return False
        self._retries -= 1
        said = [reply.message] if error.text else []
        problem = {"role": "user", "content": f"That is not what was asked for: {error}. Write the whole JSON again."}
        self.params["messages"] = [*self.params["messages"], *said, problem]
        return True
