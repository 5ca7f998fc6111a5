"""The command `cohere-chat bulk`; see "Bulk jobs" in the documentation."""

from __future__ import annotations

# First, since it says which extra is missing.
import cohere_chat.cli

# isort: split
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, Final

from cyclopts import Parameter

from cohere_chat import bulk
from cohere_chat.cli._options import read_options
from cohere_chat.cli._run import CommandError, Options, run_command, warn

from ._output import batch_of, sidecar_of
from ._progress import Tee, show_on, show_seconds
from ._report import Recorder, write_report

_REFUSED: Final = 2
# Parameters of a chat that options of their own set.
_SET_OTHERWISE: Final = {"model": "--model", "messages": "--prompt or --messages"}

_Flag = Parameter(negative="", show_default=False)


def main(arguments: Sequence[str]) -> int:
    """Run `cohere-chat bulk` with these arguments; return the exit status."""
    if arguments and arguments[0] == "export":
        return run_command("cohere-chat bulk export", export, arguments[1:], failure=_REFUSED)
    return run_command("cohere-chat bulk", answer, arguments, failure=_REFUSED)


def answer(
    source: Path,
    output: Path,
    /,
    *,
    model: Annotated[str, Parameter(name=["--model", "-m"])],
    prompt: str | None = None,
    messages: str | None = None,
    options: Options = None,
    rpm: float = 450,
    tpm: float | None = None,
    in_flight: int = 64,
    limit: int | None = None,
    retry_failed: Annotated[bool, _Flag] = False,
    timeout: float | None = None,
    patience: float = 120,
    batches: Annotated[bool, _Flag] = False,
    report: Path | None = None,
    as_json: Annotated[bool, Parameter(name="--json"), _Flag] = False,
) -> int:
    """Send a request for each row of a file. Run it again to resume.

    The key comes from the environment variable CO_API_KEY. Exit status: 0 all rows are answered, 1 some have failed,
    2 refused or stopped, 130 interrupted. `cohere-chat bulk export OUTPUT FILE.parquet` puts the answers in order.

    Args:
        source: The rows: a .jsonl, .csv, .tsv or .parquet file.
        output: A line of JSON for each row, in the order of the replies. It also records the progress.
        model: The model.
        prompt: The column with the text to send.
        messages: The column with the messages to send, instead of --prompt.
        options: A parameter of chat as key=value, such as temperature=0.2; repeatable.
        rpm: The most requests a minute, retries included.
        tpm: The most billed tokens a minute.
        in_flight: The most requests in flight at once.
        limit: Only the first rows of the file, this many, to try.
        retry_failed: Send failed rows again.
        timeout: Seconds that a request may take.
        patience: Seconds without any reply, after which the job stops with its rows open.
        batches: Let the service's own batches answer the rows: cheaper, and later.
        report: Write a chart of throughput and failures over time to this HTML file.
        as_json: Print the summary as a JSON object, and nothing else.
    """
    if (prompt is None) == (messages is None) or "" in (prompt, messages):
        raise CommandError("give either --prompt or --messages, the column to send")
    if report:
        _check_report(report, source, output)
    params = read_options(cohere_chat.ClientV2.chat, options, _SET_OTHERWISE)
    row = bulk.ChatRow(model=model, prompt=prompt, messages=messages, **params)
    recorder = Recorder() if report else None
    display = None if as_json else show_on(sys.stderr)
    progress = Tee([each for each in (display, recorder) if each])
    which: dict[str, Any] = {"limit": limit, "retry_failed": retry_failed, "progress": progress}
    pace: dict[str, Any] = {"requests_per_minute": rpm, "tokens_per_minute": tpm, "in_flight": in_flight}
    summary = None
    try:
        if batches:
            summary = bulk.run_batches(source, output, row, **which)
        else:
            summary = bulk.run(source, output, row, timeout=timeout, patience=patience, **pace, **which)
        return summary.exit_status
    except (bulk.StoppedError, bulk.Interrupted) as error:
        summary = error.summary
        raise
    finally:
        if display:
            display.close()
        if summary:
            print(json.dumps(summary.to_dict()) if as_json else _show(summary), flush=True)
            if report and recorder:
                try:
                    write_report(report, f"{source.name} → {output.name}", summary.to_dict(), recorder)
                except OSError as error:
                    warn(f"cohere-chat bulk: can't write the report {report}: {error.strerror}")


def _check_report(report: Path, source: Path, output: Path) -> None:
    """Refuse a report that can't be written, or would replace a file of the job."""
    if not report.parent.is_dir():
        raise CommandError(f"--report {report}: there is no folder {report.parent}")
    if report.is_dir():
        raise CommandError(f"--report {report} is a folder: name a file in it")
    for path in (source, output, Path(sidecar_of(output)), Path(batch_of(output))):
        if report.resolve() == path.resolve() or (report.exists() and path.exists() and report.samefile(path)):
            raise CommandError(f"--report {report} would replace {path}: name another file")


def export(source: Path, target: Path, /) -> int:
    """Write the answers in the order of the rows.

    Failures go into a file beside the target, such as answers.failures.jsonl. The output itself is not changed.

    Args:
        source: The output of a job.
        target: A .parquet file with the columns n, text, reply and usage, or a .jsonl file.
    """
    exported = bulk.export(source, target)
    failures = f", {exported.failed:,} failures in {target.stem}.failures.jsonl" if exported.failed else ""
    print(f"{exported.ok:,} answers in {target}{failures}")
    return 0


def _show(summary: bulk.Summary) -> str:
    kinds = ", ".join(f"{kind} {count:,}" for kind, count in summary.failures_by_kind.items())
    lines = [
        f"rows      {summary.rows:,}",
        f"answered  {summary.ok:,}",
        f"failed    {summary.failed:,}{f': {kinds}' if kinds else ''}",
        f"open      {summary.open:,}" if summary.open else "",
        f"tokens    {summary.input_tokens:,} in, {summary.output_tokens:,} out",
        f"time      {show_seconds(summary.seconds)}",
        "" if summary.p50 is None else f"latency   {summary.p50:.2f} s, 99th percentile {summary.p99:.2f} s",
        "Send the failed rows again with --retry-failed." if summary.failed else "",
    ]
    return "\n".join(line for line in lines if line)
