"""How a row becomes a request, and a reply what is written for the row."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple, TypeGuard

from cohere_chat_api.endpoint import Endpoint
from cohere_chat_api.groups.v2 import CHAT, EMBED, RERANK

from cohere_chat.errors import CohereError

from .._config import check_count, suggest
from .._embeddings import take_batches, vectors_of
from .._json import decode, encode
from ._decisions import describe

if TYPE_CHECKING:
    from cohere_chat import ClientV2

Row = Mapping[str, Any]

# How often a row of another engine is tried again: it has no runner that would.
_MAX_RETRIES: Final = 5


class RowError(CohereError, ValueError):
    """A row can't be sent; the message names the column or the line."""


class Result(NamedTuple):
    """The result of a row.

    Attributes:
        name: "reply", or "value" with a schema.
        json: Its JSON in one line.
        usage: The API's `usage` for this row, as JSON.
        input_tokens: Input tokens billed.
        output_tokens: Output tokens billed.
    """

    name: str
    json: bytes
    usage: bytes
    input_tokens: float
    output_tokens: float


class RowFunction(ABC):
    """Base class of ChatRow, EmbedRow and RerankRow.

    Row functions can be pickled and hold no key. They can be called with a row, for example in Ray Data or Daft: each
    process then builds a client, which reads the key and other settings from the environment.

    Attributes:
        operation: The client's method, which is also the end of the path: "chat" is /v2/chat.
        group: The most rows in one request.
    """

    operation: ClassVar[str]
    group: ClassVar[int] = 1
    _endpoint: ClassVar[Endpoint[Any]]
    # Parameters that come from the row.
    _from_row: ClassVar[frozenset[str]]

    def __init__(self, columns: Mapping[str, str], params: Mapping[str, Any], *, complete: bool = True) -> None:
        name = type(self).__name__
        for use, column in columns.items():
            if not isinstance(column, str) or not column:
                raise TypeError(f"{name}({use}=...) must be the name of a column, not {column!r}")
        known = self._endpoint.parameters
        if unknown := sorted(params.keys() - known.keys()):
            raise TypeError(f"{name}() has no parameter {unknown[0]!r}{suggest(unknown[0], known)}")
        if taken := sorted(params.keys() & self._from_row):
            raise TypeError(f"{name}(): {taken[0]!r} comes from the row")
        missing = [each for each, it in known.items() if it.required and each not in {*params, *self._from_row}]
        if missing and complete:
            raise TypeError(f"{name}() needs {missing[0]!r}")
        self._columns = dict(columns)
        self._params = {name: value for name, value in params.items() if value is not None}
        self._client: ClientV2 | None = None

    def __getstate__(self) -> dict[str, Any]:
        # A client has connections, and knows the key.
        return {**vars(self), "_client": None}

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in {**self._columns, **self._params}.items())
        return f"{type(self).__name__}({shown})"

    def fingerprint(self) -> dict[str, Any]:
        """Return what determines the requests, as JSON: the operation, columns and parameters."""
        return {"operation": self.operation, **self._columns, **decode(encode(self._params))}

    def columns(self) -> tuple[str, ...]:
        """Return the columns that every row must have; empty if they are not known."""
        return tuple(dict.fromkeys(self._columns.values()))

    @abstractmethod
    def read(self, row: Row) -> Any:
        """Read a row: return the parameters of its request, or the text to embed.

        Args:
            row: The row.

        Raises:
            RowError: The row lacks something, or holds something else.
        """

    def request(self, items: Sequence[Any]) -> dict[str, Any]:
        """Return the parameters of one request.

        Args:
            items: What read() returned for one row, or for each of up to `group` rows.
        """
        return {**self._params, **items[0]}

    def send(self, client: Any, params: Mapping[str, Any]) -> Any:
        """Send a request.

        Args:
            client: A ClientV2; or an AsyncClientV2, whose result must be awaited.
            params: The parameters.
        """
        return getattr(client.with_raw_response, self.operation)(**params)

    def results(self, response: Any, count: int) -> list[Result]:
        """Return the result of each row of a request.

        Args:
            response: What send() returned.
            count: The number of rows in the request.

        Raises:
            AnswerError: The reply failed.
            InvalidResponseError: The response does not fit the rows.
        """
        return [Result("reply", _one_line(response.content), *_share(self._usage_of(response.data), 1))]

    def _usage_of(self, reply: Any) -> Any:
        """What was billed, in the form of the `usage` of a chat, as JSON; None where the API does not say so."""
        billed = _plain(_plain(getattr(reply, "meta", None)).get("billed_units"))
        return {"billed_units": billed} if billed else None

    def __call__(self, row: Any) -> Any:
        """Answer a row.

        Args:
            row: A row, or a batch of rows as Ray Data passes them: a dictionary of arrays.

        Returns:
            The row or batch with `reply`, the API's JSON as Python objects; with a schema, with `value` instead.

        Raises:
            RowError: The row can't be sent.
            What the methods of ClientV2 raise.
        """
        if self._is_batch(row):
            columns = {name: list(values) for name, values in row.items()}
            answered = list(
                self._answer_all([dict(zip(columns, v, strict=True)) for v in zip(*columns.values(), strict=True)])
            )
            name = next((name for one in answered for name in one.keys() - columns.keys()), "reply")
            return {**row, name: [one[name] for one in answered]}
        return next(iter(self._answer_all([row])))

    def _is_batch(self, row: Row) -> bool:
        """Whether it has arrays of numpy for columns. A row may have such for a list."""
        messages = row.get(self._columns.get("messages", ""))
        if messages is not None and len(messages) and isinstance(messages[0], Mapping):
            return False
        return bool(row) and all(hasattr(value, "dtype") and getattr(value, "ndim", 0) for value in row.values())

    def _answer_all(self, rows: Sequence[Row]) -> Iterator[dict[str, Any]]:
        for _, part in take_batches(rows, self.group):
            results = self._answer([self.read(row) for row in part])
            for row, result in zip(part, results, strict=True):
                yield {**row, result.name: json.loads(result.json)}

    def _answer(self, items: Sequence[Any]) -> list[Result]:
        return self.results(self.send(self._connect(), self.request(items)), len(items))

    def _connect(self) -> ClientV2:
        """The client of this process."""
        if self._client is None:
            from cohere_chat import ClientV2  # noqa: PLC0415  # where it is needed: in the process that sends

            self._client = ClientV2(max_retries=_MAX_RETRIES)
        return self._client


class ChatRow(RowFunction):
    """One chat for each row.

    Args:
        function: Returns the parameters of chat() for a row. To run in other processes, it must be importable, or the
            engine must pickle it by value, as Ray, Daft and Spark do.
        prompt: The column with the text of the user's message.
        messages: The column with the messages: a list of objects, or its JSON.
        schema: A type for the answer, as chat_parse() takes it; rows then get a `value` instead of a `reply`.
        params: Parameters of chat(): model, temperature...

    Raises:
        TypeError: A parameter is unknown or missing, or not exactly one of function, prompt and messages is given.
    """

    operation = "chat"
    _endpoint = CHAT
    _from_row = frozenset({"messages"})

    def __init__(
        self,
        function: Callable[[Row], Mapping[str, Any]] | None = None,
        /,
        *,
        prompt: str | None = None,
        messages: str | None = None,
        schema: Any = None,
        **params: Any,
    ) -> None:
        columns = {name: column for name, column in (("prompt", prompt), ("messages", messages)) if column is not None}
        if len(columns) + (function is not None) != 1:
            raise TypeError("ChatRow() needs one of: a function, prompt=COLUMN, messages=COLUMN")
        if function is not None and not callable(function):
            raise TypeError(
                f"ChatRow() takes a function, not {type(function).__name__}; for a column, say prompt={function!r}"
            )
        super().__init__(columns, params, complete=function is None)
        self._function = function
        self._schema = schema

    def fingerprint(self) -> dict[str, Any]:
        """Return what determines the requests, as JSON: the operation, columns and parameters, the function's name, and
        the schema.
        """
        made = super().fingerprint()
        if self._function is not None:
            made["function"] = _name_of(self._function)
        if self._schema is not None:
            from cohere_chat.helpers._answers import Question  # noqa: PLC0415  # only with a schema

            question: Question[Any] = Question(self._schema, 0, {})
            made["schema"] = question.params["response_format"]["json_schema"]
        return made

    def read(self, row: Row) -> Any:
        if self._function is not None:
            try:
                params = self._function(row)
            except Exception as error:  # whatever it is, it is this row's
                raise RowError(f"the function raised {type(error).__name__}: {error}") from error
            if not isinstance(params, Mapping):
                raise RowError(f"the function gave {type(params).__name__}, not a dict of parameters of chat()")
            return params
        if "prompt" in self._columns:
            return {"messages": [{"role": "user", "content": _text(row, self._columns["prompt"])}]}
        return {"messages": _messages(row, self._columns["messages"])}

    def send(self, client: Any, params: Mapping[str, Any]) -> Any:
        if self._schema is None:
            return super().send(client, params)
        return client.chat_parse(self._schema, **params)

    def results(self, response: Any, count: int) -> list[Result]:
        if self._schema is None:
            from cohere_chat.helpers._answers import check_finish  # noqa: PLC0415  # slow to import

            check_finish(response.data, may_be_cut=True)
            return super().results(response, count)
        from cohere_chat.helpers._json import plain  # noqa: PLC0415  # only with a schema

        usage = self._usage_of(response.reply)
        return [Result("value", encode(plain(response.value)), *_share(usage, 1))]

    def _usage_of(self, reply: Any) -> Any:
        return _plain(reply.usage) or None


class EmbedRow(RowFunction):
    """One vector for each row. Several rows share a request.

    The `reply` of a row is that of embed(), with only this row's vector: {"id": ..., "embeddings": {"float": [[...]]}}.

    Args:
        text: The column with the text.
        params: Parameters of embed(): model, input_type, embedding_types...

    Raises:
        TypeError: A parameter is unknown or missing.
    """

    operation = "embed"
    group = EMBED.batches["texts"]
    _endpoint = EMBED
    _from_row = frozenset({"texts", "inputs", "images"})

    def __init__(self, *, text: str, **params: Any) -> None:
        super().__init__({"text": text}, params)

    def read(self, row: Row) -> Any:
        return _text(row, self._columns["text"])

    def request(self, items: Sequence[Any]) -> dict[str, Any]:
        return {**self._params, "texts": list(items)}

    def results(self, response: Any, count: int) -> list[Result]:
        reply = _plain(response.data)
        embeddings = vectors_of(reply, count)
        share = _share(self._usage_of(response.data), count)
        return [
            Result(
                "reply",
                encode({"id": reply.get("id"), "embeddings": {kind: [v[index]] for kind, v in embeddings.items()}}),
                *share,
            )
            for index in range(count)
        ]


class RerankRow(RowFunction):
    """One ranking for each row.

    Args:
        query: The column with the query.
        documents: The column with the documents: a list of texts, or its JSON.
        params: Parameters of rerank(): model, top_n...

    Raises:
        TypeError: A parameter is unknown or missing.
    """

    operation = "rerank"
    _endpoint = RERANK
    _from_row = frozenset({"query", "documents"})

    def __init__(self, *, query: str, documents: str, **params: Any) -> None:
        super().__init__({"query": query, "documents": documents}, params)

    def read(self, row: Row) -> Any:
        column = self._columns["documents"]
        documents = _list(row, column)
        if not all(isinstance(document, str) for document in documents):
            raise RowError(f"the column {column!r} must hold texts only")
        return {"query": _text(row, self._columns["query"]), "documents": documents}


def answer(rows: Iterable[Row], row: RowFunction, *, in_flight: int = 16) -> Iterator[dict[str, Any]]:
    """Answer rows in their order, for example those of a partition in Dask or Spark.

    Args:
        rows: The rows, read as they are needed.
        row: The row function.
        in_flight: The most requests in flight at once.

    Yields:
        Each row with `reply` or `value` added; for a failed row, `error` (`type`, `status`, `message`) instead.

    Raises:
        CohereError: It concerns all rows, such as a missing or refused key (ConfigurationError, UnauthorizedError...).
    """
    from collections import deque  # noqa: PLC0415
    from concurrent.futures import Future, ThreadPoolExecutor  # noqa: PLC0415  # slow to import

    check_count("in_flight", in_flight, least=1)
    # Before there are threads that would each make one.
    row._connect()
    waiting: deque[Future[list[dict[str, Any]]]] = deque()
    with ThreadPoolExecutor(in_flight) as pool:
        try:
            for _, group in take_batches(rows, row.group):
                waiting.append(pool.submit(partial(_answered, row, group)))
                # Enough for all threads, and no more in memory.
                if len(waiting) > 2 * in_flight:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)


def _answered(function: RowFunction, rows: list[Row]) -> list[dict[str, Any]]:
    """Rows with what came for them, or with the error of each."""
    try:
        return list(function._answer_all(rows))
    except (CohereError, TypeError, ValueError) as error:
        told = describe(error)
        if told.meaning == "stop":
            raise
        if len(rows) > 1:
            # In two parts, so that each row fails for itself.
            half = len(rows) // 2
            return _answered(function, rows[:half]) + _answered(function, rows[half:])
        return [{**rows[0], "error": {"type": told.kind, "status": told.status, "message": told.message}}]


def _one_line(content: bytes | bytearray) -> bytes:
    """JSON as it came, in one line: in JSON, line breaks stand between tokens only."""
    text = content.removeprefix(b"\xef\xbb\xbf").strip()
    return bytes(text.translate(_BREAKS) if b"\n" in text or b"\r" in text else text)


_BREAKS: Final = bytes.maketrans(b"\r\n", b"  ")


def _plain(value: Any) -> Mapping[str, Any]:
    """The JSON object of a model object; an empty one for what is none."""
    return value if isinstance(value, Mapping) else value.to_dict() if hasattr(value, "to_dict") else {}


def _share(usage: Any, count: int) -> tuple[bytes, float, float]:
    """A row's share of what was billed for so many: as JSON, and its input and output tokens."""
    if usage is None:
        return b"null", 0, 0
    billed = _plain(usage.get("billed_units"))
    if count > 1:
        billed = {name: value / count if _is_number(value) else value for name, value in billed.items()}
        usage = {"billed_units": billed}
    read, written = (billed.get(name) for name in ("input_tokens", "output_tokens"))
    return encode(usage), read if _is_number(read) else 0, written if _is_number(written) else 0


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _text(row: Row, column: str) -> str:
    value = _value(row, column)
    if not isinstance(value, str):
        raise RowError(f"the column {column!r} must hold text, not {type(value).__name__}")
    if not value:
        raise RowError(f"the column {column!r} is empty")
    return value


def _value(row: Row, column: str) -> Any:
    try:
        value = row[column]
    except KeyError:
        raise RowError(f"the column {column!r} is missing") from None
    if value is None:
        raise RowError(f"the column {column!r} is null")
    return value


def _list(row: Row, column: str) -> list[Any]:
    value = _value(row, column)
    if isinstance(value, str):
        # As CSV has it.
        try:
            value = json.loads(value)
        except (ValueError, RecursionError) as error:
            raise RowError(f"the column {column!r} is neither a list nor the JSON of one ({error})") from None
    if hasattr(value, "tolist"):
        value = value.tolist()
    if not isinstance(value, list | tuple):
        raise RowError(f"the column {column!r} must hold a list, not {type(value).__name__}")
    if not value:
        raise RowError(f"the column {column!r} is an empty list")
    return list(value)


def _messages(row: Row, column: str) -> list[Any]:
    messages = _list(row, column)
    for message in messages:
        if not isinstance(message, Mapping):
            raise RowError(f"the column {column!r} must hold messages such as {{'role': 'user', 'content': ...}}")
    # Parquet has a null for each field that other messages have.
    return [{name: value for name, value in message.items() if value is not None} for message in messages]


def _name_of(function: Any) -> str:
    kind = function if hasattr(function, "__qualname__") else type(function)
    return f"{kind.__module__}.{kind.__qualname__}"
