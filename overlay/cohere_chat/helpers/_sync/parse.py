# Made by `make generate` from ../_async/parse.py. Do not edit.
"""Answers of a type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from .._answers import Answer, Question
from .._errors import AnswerError
from .._partial import PartialJson

if TYPE_CHECKING:
    from cohere_chat import ChatStream, ClientV2
    from cohere_chat.types import V2ChatResponse

T = TypeVar("T")


def chat_parse(client: ClientV2, expected: Any, retries: int, params: Any) -> Answer[Any]:
    """See ChatHelpers.chat_parse()."""
    question: Question[Any] = Question(expected, retries, params)
    while True:
        reply = client.chat(**question.params)
        try:
            return question.answer(reply)
        except AnswerError as error:
            if not question.may_repeat(error):
                raise


def chat_parse_stream(client: ClientV2, expected: Any, params: Any) -> ParseStream[Any]:
    """See ChatHelpers.chat_parse_stream()."""
    question: Question[Any] = Question(expected, 0, params)
    return ParseStream(client.chat_stream(**question.params), question)


class ParseStream(Generic[T]):
    """An answer while it is written.

    Read it like a ChatStream, which is its attribute `stream`; it raises the same errors.
    """

    def __init__(self, stream: ChatStream, question: Question[T]) -> None:
        self.stream = stream
        self._question = question
        self._json = PartialJson()

    @property
    def partials(self) -> Iterator[Any]:
        """The answer so far, each time it has grown, as plain data; the last one is complete.

        A text holds what has arrived, up to the last whole escape sequence. A number appears only when complete.
        """
        for text in self.stream.text_stream:
            if self._json.feed(text):
                value = self._json.value
                if not self._question.is_wrapped:
                    yield value
                elif isinstance(value, dict) and "value" in value:
                    yield value["value"]

    def final_value(self) -> T:
        """Read to the end and return the answer.

        Raises:
            AnswerError: The reply can't be read as the type; TruncatedError: it was cut short.
        """
        return (self.final_answer()).value

    def final_answer(self) -> Answer[T]:
        """Like final_value(), but with the reply."""
        return self._question.answer(self.stream.final_response())

    @property
    def snapshot(self) -> V2ChatResponse:
        """The reply so far."""
        return self.stream.snapshot

    def close(self) -> None:
        """Give the connection back. What you have not read is lost."""
        self.stream.close()

    def __enter__(self) -> Self:
        self.stream.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
