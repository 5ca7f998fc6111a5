"""The command `cohere-chat`, also ``python -m cohere_chat``."""

import argparse
import sys
from collections.abc import Sequence

from ._version import __version__


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with `arguments`, or with those of the process; return the exit status."""
    parser = argparse.ArgumentParser(prog="cohere-chat", description="Tools that come with cohere-chat.")
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(title="commands", required=True)
    emulator = commands.add_parser("emulator", help="run a local stand-in for the API")
    try:
        from .emulator import _command  # noqa: PLC0415 (an extra that need not be there)
    except ModuleNotFoundError as error:
        # Help and version are there all the same.
        emulator.epilog = str(error)
        parser.parse_known_args(arguments)
        print(error, file=sys.stderr)
        return 1
    _command.add_arguments(emulator)
    return _command.run(parser.parse_args(arguments))


if __name__ == "__main__":
    sys.exit(main())
