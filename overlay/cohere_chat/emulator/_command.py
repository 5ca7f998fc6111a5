"""The command `cohere-chat emulator`."""

import argparse
import logging
import shlex
import signal
import sys
import threading
from collections.abc import Sequence
from types import FrameType
from typing import NoReturn

from ._server import Emulator


def main(arguments: Sequence[str]) -> int:
    """Run the emulator with these arguments until SIGINT or SIGTERM; return the exit status."""
    parser = argparse.ArgumentParser(prog="cohere-chat emulator", description="Run a local stand-in for the API.")
    _add_arguments(parser)
    return _run(parser.parse_args(arguments))


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=int, default=8787, help="port; 0 means any free one (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="changes the replies (default: 0)")
    parser.add_argument(
        "--latency",
        type=_milliseconds,
        default=0,
        metavar="MS",
        help="milliseconds before each reply",
    )
    parser.add_argument("--tokens-per-second", type=float, metavar="N", help="speed of replies (default: at once)")
    parser.add_argument(
        "--require-key",
        nargs="?",
        const=True,
        default=False,
        metavar="KEY",
        help="answer 401 to requests without a key or, if KEY is given, with another one",
    )
    parser.add_argument("--max-request-bytes", type=int, metavar="N", help="answer 413 to larger requests")
    parser.add_argument(
        "--limit",
        type=_requests_a_minute,
        metavar="N",
        help="answer 429 to more requests a minute of an operation; trial and production are Cohere's limits",
    )
    parser.add_argument(
        "--processing-seconds", type=float, default=0, metavar="S", help="how long datasets and jobs take (default: 0)"
    )
    parser.add_argument("--data", metavar="DIR", help="keep created objects in this directory")
    parser.add_argument(
        "--model", action="append", default=[], dest="models", metavar="NAME", help="one more model; repeatable"
    )
    parser.add_argument(
        "--exchanges", metavar="PATH", help="recorded exchanges to play back: a JSONL file or a directory"
    )
    parser.add_argument(
        "--record", metavar="URL", help="forward requests to this service and add the exchanges to --exchanges"
    )
    parser.add_argument("--log", action="store_true", help="log a line for each request to standard error")


def _milliseconds(text: str) -> float:
    try:
        return float(text) / 1000
    except ValueError:
        raise argparse.ArgumentTypeError(f"not a number of milliseconds: {text!r}") from None


def _requests_a_minute(text: str) -> int | str:
    if text in ("trial", "production"):
        return text
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"neither a number nor trial or production: {text!r}") from None


def _run(options: argparse.Namespace) -> int:
    given = vars(options)  # named as the arguments of Emulator
    if given.pop("log"):
        logging.basicConfig(format="%(asctime)s %(message)s")
        logging.getLogger("cohere_chat.emulator").setLevel(logging.INFO)
    try:
        emulator = Emulator(**given)
        url = emulator.start()
    except (OSError, ValueError) as error:
        print(f"cohere-chat emulator: {error}", file=sys.stderr)
        return 1
    try:
        # SIGINT as well: a shell starts what runs in the background with SIGINT ignored.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _interrupt)
        print(f"The emulator listens at {url} until Ctrl-C. To use it:\n")
        # A real service wants a real key.
        wanted = shlex.quote(given["require_key"]) if isinstance(given["require_key"], str) else "emulator-key-000"
        key = "" if options.record else f" CO_API_KEY={wanted}"
        print(f"  export CO_API_URL={url}{key}\n", flush=True)
        threading.Event().wait()
    except KeyboardInterrupt:
        emulator.stop()
    return 0


def _interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
