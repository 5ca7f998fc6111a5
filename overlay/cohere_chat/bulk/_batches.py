"""The service's own batches (/v2/batches): they answer the rows of a job, into the same output."""

from __future__ import annotations

import asyncio
import json
import os
import tempfile
import uuid
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Set
from pathlib import Path
from types import SimpleNamespace
from typing import IO, TYPE_CHECKING, Any, BinaryIO, Final, NamedTuple

import attrs
from cohere_chat_api.groups.v2 import CHAT

from cohere_chat.errors import CohereError, JobFailedError, NotFoundError

from .._httpx import httpx
from .._json import encode
from ._decisions import Failure, describe
from ._errors import RefusedError, StoppedError
from ._output import OK, _write_whole, batch_of
from ._protocol import Progress
from ._runner import Asked, Input, Options, _Run, _Signals
from .rows import ChatRow
from .summary import Latencies, Summary

if TYPE_CHECKING:
    from cohere_chat import AsyncClientV2

# A dataset may have 1.5 GB.
MAX_REQUEST_BYTES: Final = 1_000_000_000
_DATASET_TYPE: Final = "batch-chat-v2-input"
_MAX_RETRIES: Final = 5
# So many rows are written down before others have a turn, such as a signal.
_ROWS_AT_ONCE: Final = 1000


def run_batches(
    source: Input,
    output: str | os.PathLike[str],
    row: ChatRow,
    *,
    limit: int | None = None,
    retry_failed: bool = False,
    progress: Progress | None = None,
    interval: float = 30.0,
    client: Callable[[], AsyncClientV2] | None = None,
) -> Summary:
    """Let the service's own batches answer the rows of an input that have no answer in the output yet.

    The rows are uploaded as a dataset, run as a batch, and the results are downloaded at its end, which may take hours.
    A file NAME.batch.json beside the output names the batch: after any interruption, the same call waits for the same
    batch. Input, output and row are those of run(); each can continue where the other stopped. It needs the extra
    `batches` (fastavro).

    Args:
        source: As for run().
        output: As for run().
        row: A ChatRow with a model, the same for all rows, and without a schema.
        limit: Answer only the first rows, this many.
        retry_failed: Whether to send failed rows again.
        progress: Is told of the progress.
        interval: Seconds between two requests for the state of the batch.
        client: Builds the client. Default: an AsyncClientV2 that reads the key from the environment.

    Returns:
        The result; it has no latencies.

    Raises:
        RefusedError: Nothing was sent: as for run(), or batches can't answer these rows.
        StoppedError: A batch failed, or the service refuses. The rows stay open.
        Interrupted: Ctrl-C or SIGTERM. The batch continues at the service.
    """
    if not isinstance(row, ChatRow) or "schema" in row.fingerprint():
        raise RefusedError("batches answer rows of a ChatRow without a schema only: use run()")
    model = row.fingerprint().get("model")
    if not model:
        raise RefusedError("a batch has one model: give it to the ChatRow, as model=...")
    try:
        import fastavro  # noqa: PLC0415 (an extra that need not be there)
    except ModuleNotFoundError as error:
        remedy = "pip install 'cohere-chat[batches]'"
        raise RefusedError(f"batches need the package fastavro, which an extra brings: {remedy}") from error
    # One worker, which has one batch after the other.
    options = Options(
        in_flight=1,
        requests_per_minute=None,
        tokens_per_minute=None,
        limit=limit,
        retry_failed=retry_failed,
        timeout=None,
        patience=1.0,
    )
    with _Signals() as signals:
        job = _BatchRun(source, output, row, options, progress, client, model, interval, fastavro.reader)
        signals.interrupt = job.interrupt
        with asyncio.Runner() as runner:
            runner.run(job.main())
        return job.finish()


@attrs.frozen(kw_only=True)
class _Batch:
    """What NAME.batch.json tells of the batch that is under way.

    Attributes:
        name: Of the dataset and of the batch, made up before either is there.
        rows: How many requests it has.
        dataset: The id of the dataset with the requests.
        batch: The id of the batch; None while that is created.
        since: The size of the output before any of its results.
    """

    name: str
    rows: int
    dataset: str | None
    batch: str | None = None
    since: int = 0


class _Outcome(NamedTuple):
    """What a batch tells of a row: the reply, or a status and a message."""

    number: int
    reply: dict[str, Any] | None
    status: int | None = None
    message: str = ""


class _NoLatencies(Latencies):
    """A batch tells of no request how long it took."""

    def add(self, seconds: float) -> None:
        pass


class _BatchRun(_Run):
    """A run whose one worker has batches answer the rows."""

    def __init__(
        self,
        source: Input,
        output: str | os.PathLike[str],
        row: ChatRow,
        options: Options,
        progress: Progress | None,
        client: Callable[[], AsyncClientV2] | None,
        model: str,
        interval: float,
        read_avro: Callable[[BinaryIO], Iterator[Any]],
    ) -> None:
        super().__init__(source, output, row, options, progress, client)
        self._latencies = _NoLatencies()
        self._model = model
        self._interval = interval
        self._read_avro = read_avro
        self._folder = Path(output).parent
        self._state = Path(batch_of(output))

    async def _work(self) -> None:
        client = self._clients.take().with_options(max_retries=_MAX_RETRIES)
        try:
            batch = await self._resume(client) or await self._begin(client)
            while batch:
                await self._finish(client, batch)
                batch = await self._begin(client)
        except JobFailedError as error:
            # The next run begins another one. Of a dataset that failed there may be no file.
            self._state.unlink(missing_ok=True)
            self._stop(StoppedError(f"{error}; the rows of this batch stay open"))
        except (CohereError, httpx.HTTPError, OSError) as error:
            self._stop(error if isinstance(error, StoppedError) else StoppedError(f"{type(error).__name__}: {error}"))
        except Exception as error:  # noqa: BLE001 (a defect, or the program's own progress)
            self._stop(error)

    async def _resume(self, client: AsyncClientV2) -> _Batch | None:
        """The batch that an earlier run has begun, if it came as far as that."""
        if not self._state.exists():
            return None
        batch = _Batch(**json.loads(self._state.read_text()))
        if batch.batch:
            return batch
        # It was being created, and may be there.
        async for found in client.batches.iterate():
            if found.name == batch.name:
                return self._keep(attrs.evolve(batch, batch=found.id))
        return None

    async def _begin(self, client: AsyncClientV2) -> _Batch | None:
        """Upload rows and have a batch answer them, or None without any."""
        self._progress.waiting("the rows are uploaded", 0)
        with tempfile.NamedTemporaryFile(dir=self._folder, prefix=".requests-", suffix=".jsonl") as file:
            count = await self._write_requests(file)
            if not count:
                return None
            name = f"bulk-{uuid.uuid4().hex}"
            created = await client.datasets.create(name=name, type=_DATASET_TYPE, data=Path(file.name))
        await client.wait(created, interval=self._interval)
        # Not before: the file binds the output to this job.
        batch = self._keep(_Batch(name=name, rows=count, dataset=created.id, since=self._output.size))
        begun = await client.batches.create(
            request={"name": name, "input_dataset_id": created.id or "", "model": self._model}
        )
        return self._keep(attrs.evolve(batch, batch=begun.batch.id))

    async def _write_requests(self, file: IO[bytes]) -> int:
        """Write the next rows as requests, as many as a dataset may have; give their number."""
        count, is_end = 0, False
        while not is_end and file.tell() < MAX_REQUEST_BYTES and not self._is_ending:
            rows, is_end = self._take()
            for row in rows:
                try:
                    body = {name: value for name, value in self._row.request([row.item]).items() if name != "model"}
                    file.write(encode({"custom_id": str(row.number), "body": body}) + b"\n")
                except (TypeError, ValueError) as error:
                    self._write_failures([row], Failure("RowError", None, str(error), "row"), 0.0, 0)
                else:
                    count += 1
            if count % _ROWS_AT_ONCE == 0:
                await asyncio.sleep(0)
        file.flush()
        return count

    async def _finish(self, client: AsyncClientV2, batch: _Batch) -> None:
        """Wait for a batch, and write what came of its rows."""
        assert batch.batch
        try:
            begun = await client.batches.retrieve(batch.batch)
            self._progress.waiting(f"batch {batch.batch} answers {batch.rows:,} rows", self._interval)
            ended = await client.wait(begun, interval=self._interval)
            answered = await client.datasets.get(ended.batch.output_dataset_id or "")
        except NotFoundError as error:
            raise StoppedError(
                f"batch {batch.batch} or its results are not there ({error}): the key may be of another account; if "
                f"the batch is gone, delete {self._state} to send its rows again"
            ) from error
        self._progress.waiting(None, 0)
        # An earlier run may have written some of the results, and ended before the last.
        failed, told = self._output.failed_since(batch.since), 0
        for part in answered.dataset.dataset_parts or []:
            async for record in self._download(part.url or ""):
                self._write(_read_record(record), failed)
                told += 1
        self._output.sync()
        self._state.unlink()
        if told < batch.rows:
            raise StoppedError(
                f"batch {batch.batch} has no results for {batch.rows - told:,} of its rows; they stay open"
            )

    async def _download(self, url: str) -> AsyncIterator[Mapping[str, Any]]:
        """The records of a part of a dataset. Its URL is signed and wants no key."""
        with tempfile.TemporaryFile(dir=self._folder) as file:
            async with httpx.AsyncClient(follow_redirects=True) as http, http.stream("GET", url) as response:
                async for piece in response.raise_for_status().aiter_bytes():
                    file.write(piece)
            file.seek(0)
            for record in self._read_avro(file):
                yield record

    def _write(self, outcome: _Outcome, failed: Set[int]) -> None:
        states = self._output.states
        if outcome.number < len(states) and states[outcome.number] == OK:
            return
        row = Asked(outcome.number, "", {})
        failure = Failure("ApiError", outcome.status, outcome.message, "row")
        if outcome.reply is not None:
            assert CHAT.reply
            try:
                response = SimpleNamespace(content=encode(outcome.reply), data=CHAT.reply.parse(outcome.reply))
                results = self._row.results(response, 1)
            except (CohereError, ValueError) as error:
                failure = attrs.evolve(describe(error), was_sent=True)
            else:
                self._write_results([row], results, 0.0, 1)
                return
        if outcome.number not in failed:
            self._write_failures([row], failure, 0.0, 1)

    def _keep(self, batch: _Batch) -> _Batch:
        _write_whole(str(self._state), encode(attrs.asdict(batch)))
        return batch


def _read_record(record: Mapping[str, Any]) -> _Outcome:
    """What a record of a batch's dataset tells. Objects in it may be texts of their JSON."""
    number = int(record["custom_id"])
    response, error = _object(record.get("response")), _object(record.get("error"))
    body = _object(response.get("body"))
    status = response.get("status_code", error.get("status_code"))
    if body and not error and status in (None, 200):
        return _Outcome(number, body)
    message = error.get("message") or body.get("message") or "the batch gave no reply"
    return _Outcome(number, None, status if isinstance(status, int) else None, str(message))


def _object(value: Any) -> dict[str, Any]:
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            value = {"message": value}
    return value if isinstance(value, dict) else {}
