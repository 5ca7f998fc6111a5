"""Runs a job: asks all rows of an input that an output does not answer yet."""

from __future__ import annotations

import asyncio
import contextlib
import math
import os
import random
import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from types import FrameType
from typing import Any, Final, NamedTuple

import attrs

from cohere_chat import AsyncClientV2
from cohere_chat.errors import CohereError, ConfigurationError

from .._config import check_count
from ._decisions import MAX_ATTEMPTS, MAX_EQUAL_FAILURES, Failure, Health, describe
from ._errors import Interrupted, RefusedError, StoppedError
from ._inputs import Numbered, Reading, open_source
from ._limits import Limiter
from ._output import FAILED, OPEN, Output, failure_line, success_line
from ._protocol import Progress
from .rows import Result, Row, RowError, RowFunction
from .summary import Latencies, Summary


class Asked(NamedTuple):
    """A row that is asked.

    Attributes:
        number: Its number, from 0.
        place: Where it stands, for messages: "line 18".
        item: What its RowFunction.read() gave.
    """

    number: int
    place: str
    item: Any


Input = str | os.PathLike[str] | Iterable[Row]

# Seconds between two times that the output is brought to the disk.
_SYNC_SECONDS: Final = 5.0
# The first wait before a row is asked again, in seconds; it doubles, to the longest.
_FIRST_WAIT: Final = 0.5
_LONGEST_WAIT: Final = 5.0
# Look at the limits again at least this often, in seconds: replies and refusals change them.
_LONGEST_SLEEP: Final = 1.0
# Rows that can't be sent are written this many at a time, so that the loop goes on.
_BAD_ROWS_AT_ONCE: Final = 200
# For the first estimate of what requests are billed with; later, by how much one request changes it.
_CHARACTERS_PER_TOKEN: Final = 3
_TOKENS_OF_REPLY: Final = 500
_NEWS: Final = 0.1
# Where the service counts rows, a request holds at most this part of a minute's, so that the limit can be used.
_LARGEST_PART: Final = 20


def run(
    source: Input,
    output: str | os.PathLike[str],
    row: RowFunction,
    *,
    in_flight: int = 64,
    requests_per_minute: float | None = 450,
    tokens_per_minute: float | None = None,
    limit: int | None = None,
    retry_failed: bool = False,
    timeout: float | None = None,
    patience: float = 120,
    progress: Progress | None = None,
    client: Callable[[], AsyncClientV2] | None = None,
) -> Summary:
    """Answer the rows of an input that have no answer in the output yet.

    Each row becomes one line of the output, as soon as its reply arrives. After any interruption, the same call
    continues where it stopped. At most the requests that were in flight are sent again, and may be billed again.

    Args:
        source: The path of a .jsonl, .csv, .tsv or .parquet file, or an iterable of dicts. Parquet needs the extra
            `parquet`. Rows of an iterable are matched by their numbers: that they have changed is not noticed.
        output: The path of the output, a JSONL file. A file NAME.bulk.json beside it says what the output answers.
        row: What to send for a row, and what to write: a ChatRow, EmbedRow or RerankRow.
        in_flight: The most requests in flight at once, each on its own connection.
        requests_per_minute: The most requests (for an EmbedRow, inputs) in any 60 s; None means no limit.
        tokens_per_minute: The most billed tokens a minute; None means no limit.
        limit: Answer only the first rows, this many.
        retry_failed: Whether to send failed rows again.
        timeout: Seconds for a reply; None means the client's own, 300.
        patience: Seconds to wait for a service that answers no request, before the run stops.
        progress: Is told of the progress.
        client: Builds a client, one for each request in flight; its retries are turned off. Default: an AsyncClientV2
            that reads the key from the environment.

    Returns:
        The result; failed rows are counted in it.

    Raises:
        RefusedError: Nothing was sent: the input can't be read, lacks a column, or is a file that is not what the
            output answers.
        StoppedError: The run stopped early: the key is refused, nothing gets through, the disk is full...
        Interrupted: Ctrl-C or SIGTERM. Requests in flight were completed, unless it was sent twice.
        TypeError, ValueError: An argument has the wrong type or value.
        RuntimeError: An event loop is running: use run_async().
    """
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        pass
    else:
        raise RuntimeError("an event loop is running here: use await bulk.run_async(...)")
    options = Options(
        in_flight=in_flight,
        requests_per_minute=requests_per_minute,
        tokens_per_minute=tokens_per_minute,
        limit=limit,
        retry_failed=retry_failed,
        timeout=timeout,
        patience=patience,
    )
    with _Signals() as signals:
        job = _Run(source, output, row, options, progress, client)
        signals.interrupt = job.interrupt
        with asyncio.Runner() as runner:
            runner.run(job.main())
        return job.finish()


async def run_async(
    source: Input,
    output: str | os.PathLike[str],
    row: RowFunction,
    *,
    in_flight: int = 64,
    requests_per_minute: float | None = 450,
    tokens_per_minute: float | None = None,
    limit: int | None = None,
    retry_failed: bool = False,
    timeout: float | None = None,  # noqa: ASYNC109
    patience: float = 120,
    progress: Progress | None = None,
    client: Callable[[], AsyncClientV2] | None = None,
) -> Summary:
    """Like run(), in a running event loop. Signals are left to the program; if cancelled, it drops requests in flight.

    Args, returns and raises: as for run().
    """
    options = Options(
        in_flight=in_flight,
        requests_per_minute=requests_per_minute,
        tokens_per_minute=tokens_per_minute,
        limit=limit,
        retry_failed=retry_failed,
        timeout=timeout,
        patience=patience,
    )
    job = _Run(source, output, row, options, progress, client)
    await job.main()
    return job.finish()


@attrs.frozen(kw_only=True)
class Options:
    """How to run; see run()."""

    in_flight: int
    requests_per_minute: float | None
    tokens_per_minute: float | None
    limit: int | None
    retry_failed: bool
    timeout: float | None
    patience: float

    def __attrs_post_init__(self) -> None:
        check_count("in_flight", self.in_flight, least=1)
        if self.limit is not None:
            check_count("limit", self.limit, least=1)
        for name in ("requests_per_minute", "tokens_per_minute", "patience"):
            value = getattr(self, name)
            if name != "patience" and value is None:
                continue
            if isinstance(value, bool) or not isinstance(value, int | float):
                raise TypeError(f"{name} must be a number, not {type(value).__name__}")
            if not 0 < value < math.inf:
                raise ValueError(f"{name} must be above 0, not {value}")


class _Quiet:
    """Tells nobody."""

    def _ignore(self, *_: Any, **__: Any) -> None:
        pass

    started = row_ended = waiting = rate_changed = ended = _ignore


class _Signals:
    """Ctrl-C and SIGTERM, while a run goes on in the main thread: to the run, or before there is one as usual."""

    def __init__(self) -> None:
        self.interrupt: Callable[[], None] | None = None
        self._before: dict[int, Any] = {}

    def __enter__(self) -> _Signals:
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGINT, signal.SIGTERM):
                # What the parent has set to be ignored stays so.
                if signal.getsignal(number) is not signal.SIG_IGN:
                    self._before[number] = signal.signal(number, self._handle)
        return self

    def __exit__(self, *_: object) -> None:
        for number, before in self._before.items():
            signal.signal(number, signal.SIG_DFL if before is None else before)

    def _handle(self, _: int, __: FrameType | None) -> None:
        if self.interrupt is None:
            raise Interrupted("interrupted before the first request: run the same again")
        self.interrupt()


class _Clients:
    """Clients with one connection each, taken last in first out: those that are not needed become idle and close."""

    def __init__(self, make: Callable[[], AsyncClientV2]) -> None:
        self._make = make
        # The first at once, so that a key that is missing is told before anything else.
        self._all = [make()]
        self._idle = list(self._all)

    def take(self) -> AsyncClientV2:
        if self._idle:
            return self._idle.pop()
        client = self._make()
        self._all.append(client)
        return client

    def give_back(self, client: AsyncClientV2) -> None:
        self._idle.append(client)

    async def aclose(self) -> None:
        for client in self._all:
            await client.aclose()


class _Run:
    """One run. Made, it has read how far the output is; main() does the rest."""

    def __init__(
        self,
        source: Input,
        output: str | os.PathLike[str],
        row: RowFunction,
        options: Options,
        progress: Progress | None,
        client: Callable[[], AsyncClientV2] | None,
    ) -> None:
        if not isinstance(row, RowFunction):
            raise TypeError(f"row must be a ChatRow, EmbedRow or RerankRow, not {type(row).__name__}")
        self._row, self._options = row, options
        self._progress: Any = progress or _Quiet()
        try:
            self._clients = _Clients(_client_maker(client, options.timeout))
        except ConfigurationError as error:
            raise RefusedError(str(error)) from error
        now = self._started = time.monotonic()
        with contextlib.ExitStack() as files:
            self._source = open_source(source)
            files.callback(self._source.close)
            self._output = self._open_output(output)
            files.callback(self._output.close)
            self._total = self._count()
            self._answered_before, failures = self._output.count(sys.maxsize if self._total is None else self._total)
            self._failed_before = 0 if options.retry_failed else failures.total()
            self._rows = self._open_rows()
            files.callback(self._rows.close)
            self._files = files.pop_all()
        self._limiter = Limiter(
            options.requests_per_minute,
            options.tokens_per_minute,
            now,
            # What was killed may have sent this a moment ago.
            spent=self._group if self._output.was_there else 0,
        )
        self._health = Health()
        self._latencies = Latencies()
        self._input_tokens = self._output_tokens = 0.0
        self._seen = 0
        self._tokens_per_request: float | None = None
        self._has_success = self._answered_before > 0
        self._equal: Counter[tuple[str, int | None]] = Counter()
        self._told_rate = self._limiter.rate(now)
        self._is_waiting = False
        self._probes = 0
        self._loop: asyncio.AbstractEventLoop | None = None
        self._interrupts = 0
        self._stopped_by: BaseException | None = None
        self._losing_patience: asyncio.TimerHandle | None = None
        self._last_failure: Failure | None = None
        self._workers: set[asyncio.Task[None]] = set()
        self._sending: set[asyncio.Task[Any] | None] = set()
        self._gate = asyncio.Lock()

    @property
    def _group(self) -> int:
        """How many rows a request holds at most."""
        limit = self._options.requests_per_minute
        return self._row.group if limit is None else max(1, min(self._row.group, int(limit / _LARGEST_PART)))

    def _open_output(self, path: str | os.PathLike[str]) -> Output:
        if self._source.path is not None and os.path.exists(path) and os.path.samefile(self._source.path, path):
            raise RefusedError(f"{self._source.path} can't be both input and output")
        job = {"input": self._source.fingerprint(), "row": self._row.fingerprint()}
        return Output.open(path, job, self._check_and_count)

    def _check_and_count(self) -> dict[str, Any]:
        """Before a new output is made: whether the input has the columns, and how many rows."""
        first = self._source.first()
        if first is not None:
            for column in self._row.columns():
                if column not in first:
                    known = ", ".join(map(str, first)) or "none"
                    raise RefusedError(f"the first row of the input has no column {column!r}; it has {known}")
        return {"rows": self._source.count()}

    def _count(self) -> int | None:
        rows = self._output.job.get("rows") if self._source.path is not None else self._source.count()
        limit = self._options.limit
        if not isinstance(rows, int):
            return None
        return rows if limit is None else min(rows, limit)

    def _open_rows(self) -> Reading:
        """The rows that are still to be asked."""
        if self._total == self._answered_before + self._failed_before:
            return self._source.read(bool, end=0)
        states, retry = self._output.states, self._options.retry_failed

        def is_wanted(number: int) -> bool:
            state = states[number] if number < len(states) else OPEN
            return state == OPEN or (retry and state >= FAILED)

        limit = self._options.limit
        return self._source.read(is_wanted, self._row.columns(), sys.maxsize if limit is None else limit)

    def interrupt(self) -> None:
        """End: once, requests under way come to their ends; twice, they are dropped. Called from a signal handler."""
        self._interrupts += 1
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # closed meanwhile
                self._loop.call_soon_threadsafe(self._end, self._interrupts > 1)

    async def main(self) -> None:
        """Ask the rows."""
        self._loop = asyncio.get_running_loop()
        ticker = asyncio.create_task(self._tick())
        try:
            self._progress.started(total=self._total, done=self._answered_before, failed=self._failed_before)
            if not self._interrupts:
                self._workers = {asyncio.create_task(self._work()) for _ in range(self._options.in_flight)}
                await asyncio.wait(self._workers)
        finally:
            await self._close(ticker)

    async def _close(self, ticker: asyncio.Task[None]) -> None:
        if self._losing_patience:
            self._losing_patience.cancel()
        tasks = [ticker, *self._workers]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        try:
            await self._clients.aclose()
        finally:
            try:
                self._files.close()
            except StoppedError as error:
                self._stopped_by = self._stopped_by or error

    def finish(self) -> Summary:
        """Give the summary, or raise what has ended the run."""
        rows = self._total
        if rows is None:
            rows = min(max(self._seen, len(self._output.states)), self._options.limit or sys.maxsize)
        ok, failures = self._output.count(rows)
        summary = Summary(
            rows=rows,
            ok=ok,
            failed=failures.total(),
            failures_by_kind=dict(failures),
            input_tokens=round(self._input_tokens),
            output_tokens=round(self._output_tokens),
            seconds=time.monotonic() - self._started,
            p50=self._latencies.percentile(0.5),
            p99=self._latencies.percentile(0.99),
        )
        self._progress.ended(summary)
        if isinstance(self._stopped_by, StoppedError):
            self._stopped_by.summary = summary
            self._stopped_by.args = (f"{self._stopped_by.args[0]}; {_state_of(summary)}",)
        if self._stopped_by is not None:
            raise self._stopped_by
        if self._interrupts:
            raise Interrupted(f"interrupted; {_state_of(summary)}", summary)
        return summary

    async def _tick(self) -> None:
        """Bring the output to the disk now and then."""
        while True:
            await asyncio.sleep(_SYNC_SECONDS)
            try:
                await asyncio.to_thread(self._output.sync)
            except StoppedError as error:
                self._stop(error, at_once=True)
            self._tell_rate()

    def _stop(self, error: BaseException, *, at_once: bool = False) -> None:
        self._stopped_by = self._stopped_by or error
        self._end(at_once)

    def _end(self, at_once: bool) -> None:
        """Have the workers end: those that wait now, others with their requests, or at once."""
        for worker in self._workers:
            if at_once or worker not in self._sending:
                worker.cancel()

    @property
    def _is_ending(self) -> bool:
        return self._stopped_by is not None or self._interrupts > 0

    async def _work(self) -> None:
        """Ask rows, one request after another."""
        try:
            is_end = False
            while not (is_end or self._is_ending):
                rows, is_end = self._take()
                if rows:
                    await self._ask(rows)
                else:
                    # There were only rows that can't be sent; let others go on.
                    await asyncio.sleep(0)
        except Exception as error:  # noqa: BLE001  # the disk is full; or a defect, or the program's own progress
            self._stop(error, at_once=True)

    def _take(self) -> tuple[list[Asked], bool]:
        """The next rows of one request, and whether they are the last; rows that can't be sent are written."""
        rows: list[Asked] = []
        for _ in range(_BAD_ROWS_AT_ONCE):
            numbered = self._next_row()
            if numbered is None:
                return rows, True
            number, place, row = numbered
            self._seen = number + 1
            asked = Asked(number, f"{self._source.unit} {place}", row)
            try:
                if isinstance(row, RowError):
                    raise row
                rows.append(asked._replace(item=self._row.read(row)))
            except RowError as error:
                self._write_failures([asked], describe(error), 0.0, 0)
            if len(rows) == self._group:
                break
        return rows, False

    def _next_row(self) -> Numbered | None:
        try:
            numbered = next(self._rows, None)
        except Exception as error:
            raise StoppedError(f"the input can't be read on: {type(error).__name__}: {error}") from error
        self._source.check()
        return numbered

    async def _ask(self, rows: Sequence[Asked], attempts: int = 0) -> None:
        """Ask rows in one request, until they are answered or have failed, or the run ends."""
        params = self._row.request([row.item for row in rows])
        faults = 0
        while not self._is_ending:
            sent, outcome = await self._ask_in_turn(params, len(rows))
            now = time.monotonic()
            if isinstance(outcome, list):
                self._got_through(now)
                self._write_results(rows, outcome, now - sent, attempts + 1)
                return
            failure = self._last_failure = describe(outcome)
            if failure.meaning == "busy":
                self._health.refused(sent, now)
                self._say_waiting(failure, self._limiter.refused(sent, now, failure.retry_after))
                self._tell_rate()
                self._watch_patience(now)
                continue
            attempts += failure.was_sent
            if failure.meaning == "stop":
                self._stop(StoppedError(_shown(failure)))
                return
            if failure.meaning == "row":
                if failure.was_sent:
                    self._got_through(now)
                if len(rows) > 1:
                    # In two parts, so that each row fails for itself.
                    await self._ask(rows[: len(rows) // 2], attempts)
                    await self._ask(rows[len(rows) // 2 :], attempts)
                    return
            elif self._health.is_rows_fault(rows[0].number, failure, sent, now):
                faults += 1
            else:
                self._watch_patience(now)
                continue
            if failure.meaning == "row" or faults >= MAX_ATTEMPTS:
                self._write_failures(rows, failure, now - sent, attempts)
                self._count_equal(failure, len(rows))
                return
            if not self._is_ending:
                await asyncio.sleep(_wait_after(faults - 1))

    async def _ask_in_turn(self, params: dict[str, Any], rows: int) -> tuple[float, list[Result] | Exception]:
        """Send a request when the limits allow it; give the time, and what came or went wrong."""
        tokens = self._estimate_tokens(params) if self._limiter.counts_tokens else 0.0
        # What the service counts: inputs of an embedding, requests otherwise.
        weight = rows if self._row.group > 1 else 1
        async with self._gate:
            await self._wait_for_limits(weight, tokens)
            if self._health.is_down:
                # One at a time, with the gate closed: all wait for what comes of it.
                await self._wait_for_service()
                await self._wait_for_limits(weight, tokens)
                self._limiter.take(time.monotonic(), weight, tokens)
                return await self._send(params, rows, tokens)
            self._limiter.take(time.monotonic(), weight, tokens)
        return await self._send(params, rows, tokens)

    async def _wait_for_limits(self, weight: int, tokens: float) -> None:
        while (wait := self._limiter.wait(time.monotonic(), weight, tokens)) > 0:  # noqa: ASYNC110  # time sets it
            await asyncio.sleep(min(wait, _LONGEST_SLEEP))
        if self._is_waiting and not self._health.is_down:
            self._is_waiting = False
            self._progress.waiting(None, 0.0)

    async def _wait_for_service(self) -> None:
        wait = _wait_after(self._probes)
        self._probes += 1
        assert self._last_failure is not None
        self._say_waiting(self._last_failure, wait)
        await asyncio.sleep(wait)

    async def _send(self, params: dict[str, Any], rows: int, tokens: float) -> tuple[float, list[Result] | Exception]:
        task = asyncio.current_task()
        client = self._clients.take()
        billed = 0.0
        sent = time.monotonic()
        self._sending.add(task)
        try:
            results = self._row.results(await self._row.send(client, params), rows)
            billed = sum(result.input_tokens + result.output_tokens for result in results)
            return sent, results
        except (CohereError, TypeError, ValueError) as error:
            return sent, error
        finally:
            self._sending.discard(task)
            self._clients.give_back(client)
            self._limiter.settle(time.monotonic(), tokens, billed)

    def _estimate_tokens(self, params: dict[str, Any]) -> float:
        """What a request may be billed with: as the last ones were; before there are any, rather too many."""
        if self._tokens_per_request is not None:
            return self._tokens_per_request
        return len(str(params)) / _CHARACTERS_PER_TOKEN + (params.get("max_tokens") or _TOKENS_OF_REPLY)

    def _got_through(self, now: float) -> None:
        self._limiter.succeeded()
        self._probes = 0
        if self._health.got_through(now) and self._losing_patience:
            self._losing_patience.cancel()
            self._losing_patience = None

    def _watch_patience(self, now: float) -> None:
        if self._losing_patience is None and self._health.blocked_since is not None:
            self._losing_patience = asyncio.get_running_loop().call_later(
                self._health.blocked_since + self._options.patience - now, self._lose_patience
            )

    def _lose_patience(self) -> None:
        assert self._last_failure is not None
        patience, wanted = self._options.patience, self._last_failure.retry_after or 0
        told = f"no request got through for {patience:g} s; the last one: {_shown(self._last_failure)}"
        if wanted > patience:
            told += f"; the service asks to wait {wanted:g} s: allow that with --patience (patience=...)"
        self._stop(StoppedError(told), at_once=True)

    def _write_results(self, rows: Sequence[Asked], results: Sequence[Result], seconds: float, attempts: int) -> None:
        lines = b"".join(
            success_line(row.number, result.name, result.json, result.usage, seconds, attempts)
            for row, result in zip(rows, results, strict=True)
        )
        self._output.write(lines, {row.number: None for row in rows})
        self._has_success = True
        self._latencies.add(seconds)
        billed = 0.0
        for result in results:
            tokens = result.input_tokens + result.output_tokens
            billed += tokens
            self._input_tokens += result.input_tokens
            self._output_tokens += result.output_tokens
            self._progress.row_ended(ok=True, kind=None, tokens=round(tokens), seconds=seconds)
        # Slowly: replies differ.
        before = billed if self._tokens_per_request is None else self._tokens_per_request
        self._tokens_per_request = before + (billed - before) * _NEWS

    def _write_failures(self, rows: Sequence[Asked], failure: Failure, seconds: float, attempts: int) -> None:
        lines = []
        for row in rows:
            message = failure.message if failure.was_sent else f"{row.place}: {failure.message}"
            lines.append(failure_line(row.number, failure.kind, failure.status, message, seconds, attempts))
        self._output.write(b"".join(lines), {row.number: failure.kind for row in rows})
        for _ in rows:
            self._progress.row_ended(ok=False, kind=failure.kind, tokens=0, seconds=seconds)
        if failure.was_sent:
            self._latencies.add(seconds)

    def _count_equal(self, failure: Failure, rows: int) -> None:
        """Stop if requests only fail, and alike."""
        # One kind and status: messages may tell what is each row's own.
        self._equal[failure.kind, failure.status] += rows * failure.was_sent
        if not self._has_success and self._equal[failure.kind, failure.status] >= MAX_EQUAL_FAILURES:
            self._stop(
                StoppedError(f"{MAX_EQUAL_FAILURES} rows failed alike, and none was answered: {_shown(failure)}")
            )

    def _say_waiting(self, failure: Failure, seconds: float) -> None:
        self._is_waiting = True
        self._progress.waiting(_shown(failure), seconds)

    def _tell_rate(self) -> None:
        rate = self._limiter.rate(time.monotonic())
        if rate is not None and rate != self._told_rate:
            self._told_rate = rate
            self._progress.rate_changed(rate)


def _client_maker(client: Callable[[], AsyncClientV2] | None, timeout: float | None) -> Callable[[], AsyncClientV2]:
    """Make clients that leave retries to the run."""
    if client is None:
        return partial(AsyncClientV2, max_retries=0, timeout=timeout)
    return lambda: client().with_options(max_retries=0, timeout=timeout)


def _wait_after(failures: int) -> float:
    wait = min(_FIRST_WAIT * 2.0 ** min(failures, 64), _LONGEST_WAIT)
    return wait * (1 - random.random() / 2)


def _shown(failure: Failure) -> str:
    status = "" if failure.status is None else f" {failure.status}"
    return f"{failure.kind}{status}: {failure.message}"


def _state_of(summary: Summary) -> str:
    done = f"{summary.ok} of {summary.rows} rows are answered, {summary.failed} have failed"
    return f"{done}; run the same again to continue"
