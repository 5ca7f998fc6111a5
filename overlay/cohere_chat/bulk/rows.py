"""How a row becomes a request, and a reply what is written for the row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, ClassVar

from cohere_chat.errors import CohereError

Row = Mapping[str, Any]


class RowError(CohereError, ValueError):
    """A row can't be sent."""


class RowFunction:
    """The base of ChatRow, EmbedRow and RerankRow."""

    # The method of the client, which is also the endpoint of a batch: "chat" is /v2/chat.
    operation: ClassVar[str]

    def fingerprint(self) -> dict[str, Any]:
        """What decides about the requests, as JSON: model, columns, parameters."""
        raise NotImplementedError

    def columns(self) -> tuple[str, ...]:
        """Columns that every row must have."""
        raise NotImplementedError

    def read(self, row: Row) -> Any:
        """What is asked for a row: the parameters of the request, or the text to embed; RowError if there is none."""
        raise NotImplementedError

    def request(self, items: list[Any]) -> dict[str, Any]:
        """The parameters of one request for what read() gave: for one row, or for up to `group` rows."""
        raise NotImplementedError

    def __call__(self, row: Any) -> Any:
        """Answer a row: the row plus `reply`, or plus `value` with a schema. A batch of Ray or Daft likewise."""
        raise NotImplementedError


class ChatRow(RowFunction):
    operation = "chat"

    def __init__(
        self,
        function: Callable[[Row], Mapping[str, Any]] | None = None,
        /,
        *,
        prompt: str | None = None,
        messages: str | None = None,
        schema: Any = None,
        **params: Any,
    ) -> None: ...


class EmbedRow(RowFunction):
    operation = "embed"

    def __init__(self, *, text: str, **params: Any) -> None: ...


class RerankRow(RowFunction):
    operation = "rerank"

    def __init__(self, *, query: str, documents: str, **params: Any) -> None: ...


def answer(rows: Iterable[Row], row: RowFunction, *, in_flight: int = 16) -> Iterator[dict[str, Any]]:
    """Answer rows, in their order: each plus `reply` or `value`, or plus `error`."""
    raise NotImplementedError
