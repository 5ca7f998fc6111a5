"""Answers of a type."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from .._answers import Answer, Question
from .._errors import AnswerError
from .._partial import PartialJson

if TYPE_CHECKING:
    from cohere_chat import AsyncChatStream, AsyncClientV2
    from cohere_chat.types import V2ChatResponse

T = TypeVar("T")


async def chat_parse(client: AsyncClientV2, expected: Any, retries: int, params: Any) -> Answer[Any]:
    """See AsyncChatHelpers.chat_parse()."""
    question: Question[Any] = Question(expected, retries, params)
    while True:
        reply = await client.chat(**question.params)
        try:
            return question.answer(reply)
        except AnswerError as error:
            if not question.may_repeat(error):
                raise


def chat_parse_stream(client: AsyncClientV2, expected: Any, params: Any) -> AsyncParseStream[Any]:
    """See AsyncChatHelpers.chat_parse_stream()."""
    question: Question[Any] = Question(expected, 0, params)
    return AsyncParseStream(client.chat_stream(**question.params), question)


class AsyncParseStream(Generic[T]):
    """An answer while it is written.

    Read it like a ChatStream, which is its attribute `stream`; it raises the same errors.
    """

    def __init__(self, stream: AsyncChatStream, question: Question[T]) -> None:
        self.stream = stream
        self._question = question
        self._json = PartialJson()

    @property
    async def partials(self) -> AsyncIterator[Any]:
        """The answer so far, each time it has grown, as plain data; the last one is complete.

        A text holds what has arrived, up to the last whole escape sequence. A number appears only when complete.
        """
        async for text in self.stream.text_stream:
            if self._json.feed(text):
                value = self._json.value
                if not self._question.is_wrapped:
                    yield value
                elif isinstance(value, dict) and "value" in value:
                    yield value["value"]

    async def final_value(self) -> T:
        """Read to the end and return the answer.

        Raises:
            AnswerError: The reply can't be read as the type; TruncatedError: it was cut short.
        """
        return (await self.final_answer()).value

    async def final_answer(self) -> Answer[T]:
        """Like final_value(), but with the reply."""
        return self._question.answer(await self.stream.final_response())

    @property
    def snapshot(self) -> V2ChatResponse:
        """The reply so far."""
        return self.stream.snapshot

    async def aclose(self) -> None:
        """Give the connection back. What you have not read is lost."""
        await self.stream.aclose()

    async def __aenter__(self) -> Self:
        await self.stream.__aenter__()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()
