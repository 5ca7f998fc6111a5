"""The command `cohere-chat`, also ``python -m cohere_chat``."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from ._version import __version__

# The subcommands: the module of each, the function in it that takes the arguments and gives the exit status, and what
# it does. Each needs an extra, and is imported only when it is asked for.
_COMMANDS = {
    "chat": (".cli._chat", "chat", "ask a model, or hold a conversation"),
    "embed": (".cli._lists", "embed", "print the embeddings of texts"),
    "rerank": (".cli._lists", "rerank", "sort documents by how well they answer a query"),
    "models": (".cli._lists", "models", "print the models"),
    "tokenize": (".cli._lists", "tokenize", "print the tokens of a text"),
    "datasets": (".cli._lists", "datasets", "print the datasets"),
    "bulk": (".bulk._command", "main", "send a request for each row of a file"),
    "emulator": (".emulator._command", "main", "run a local stand-in for the API"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with `arguments`, or with those of the process; return the exit status."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    if not words or words[0] not in _COMMANDS:
        # It exits, with the help, the version or an error.
        _build_parser().parse_args(words[:1] or ["--help"])
    name, *rest = words
    module_name, function, _ = _COMMANDS[name]
    try:
        module = import_module(module_name, __package__)
    except ModuleNotFoundError as error:
        # An extra is missing; the message says which.
        wants_help = not {"-h", "--help"}.isdisjoint(rest)
        print(f"cohere-chat {name}: {error}", file=sys.stdout if wants_help else sys.stderr)
        return 0 if wants_help else 1
    status: int = getattr(module, function)(rest)
    return status


def _build_parser() -> argparse.ArgumentParser:
    """What reads a first word that is no command."""
    parser = argparse.ArgumentParser(prog="cohere-chat", description="Cohere's API in the terminal.")
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for name, (_, _, purpose) in _COMMANDS.items():
        commands.add_parser(name, help=purpose)
    return parser


if __name__ == "__main__":
    sys.exit(main())
