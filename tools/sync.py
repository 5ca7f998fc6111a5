"""Carry what is new in the vendor's OpenAPI document into openapi.yaml, then regenerate and check.

python tools/sync.py SPEC                            # a path or an http(s) URL
python tools/sync.py SPEC --accept v2_chat:request.k # and this breaking change

Only what is additive is written; the rest is listed with the reason. Exit status: 0 nothing is left, 1 something is
left for a person or a check failed, 2 a document cannot be read or generated from, and openapi.yaml is as it was.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from spec.departures import FILE, read_departures
from spec.house import TODO
from spec.load import Node, SpecError, load, parse, read
from spec.meaning import read_meaning
from spec.plan import Plan, accepted, plan
from spec.report import changelog, findings, line, stale_line

ROOT = Path(__file__).resolve().parent.parent
GENERATED = Path("generated") / "cohere_chat_api"


def main(arguments: Sequence[str] | None = None) -> int:
    assert __doc__
    parser = argparse.ArgumentParser(
        prog="sync", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("spec", metavar="SPEC", help="path or http(s) URL of the vendor's OpenAPI document")
    parser.add_argument(
        "--accept",
        metavar="NAME",
        action="append",
        default=[],
        help="carry these breaking changes as well: an operationId, a place as in the report, or both with a colon "
        "between; may be repeated",
    )
    parser.add_argument("--no-descriptions", action="store_true", help="leave out the vendor's descriptions")
    parser.add_argument("--no-checks", action="store_true", help="do not run `make check` at the end")
    parser.add_argument("--departures", metavar="PATH", type=Path, default=FILE, help=argparse.SUPPRESS)
    parser.add_argument("--root", type=Path, default=ROOT, help="the checkout to work on")
    options = parser.parse_args(arguments)
    contract = options.root / "openapi.yaml"
    try:
        text = read(str(contract))
        parse(text, str(contract))
        vendor = read_meaning(load(options.spec))
        made = plan(
            text,
            vendor,
            read_departures(options.departures),
            accept=options.accept,
            descriptions=not options.no_descriptions,
        )
        if made.text != text:
            write(options.root, made.text)
    except (SpecError, OSError) as error:
        print(f"sync: {error}\nopenapi.yaml is as it was.", file=sys.stderr)
        return 2
    for pointer, problem in vendor.document.defects.items():
        print(f"defect, read past: {Node(None, pointer).place}: {problem}")
    tell(made, options.accept)
    left = bool(made.left or made.stale)
    if made.text == text:
        print("openapi.yaml is as it was.")
        return int(left)
    print(f"openapi.yaml and {GENERATED} are written.")
    if own := made.text.count(TODO) - text.count(TODO):
        print(f"{own} descriptions in openapi.yaml begin with {TODO!r}: write them anew.")
    print(f"\nFor CHANGELOG.md:\n\n{changelog(made.carried)}")
    if options.no_checks:
        return int(left)
    sys.stdout.flush()
    done = subprocess.run(["make", "check"], cwd=options.root, check=False)  # noqa: S607
    if done.returncode:
        print("sync: a check failed; what was written stays for you to look at.", file=sys.stderr)
    return int(left or done.returncode != 0)


def tell(made: Plan, names: Sequence[str]) -> None:
    """Print what was carried and what is left."""
    for finding in findings(made.carried):
        print(f"carried: {', '.join(finding.names)}: {finding.line}")
    for difference in made.sent_back:
        print(f"carried: {difference.name}: {difference.where}: may be sent as well, since replies may hold it")
    for difference, reason in made.left:
        print(f"left: {difference.name}: {line(difference)}\n    {reason}")
    for departure in made.stale:
        print(f"left: {stale_line(departure)}")
    told = [*made.carried, *(difference for difference, _ in made.left)]
    for name in names:
        if not any(accepted(difference, [name]) for difference in told):
            print(f"note: --accept {name} names no difference")


def write(root: Path, text: str) -> None:
    """Write openapi.yaml and what is generated from it, or neither.

    Raises:
        SpecError: The generator does not take the new openapi.yaml.
    """
    contract = root / "openapi.yaml"
    before = contract.read_bytes()
    try:
        contract.write_bytes(text.encode())
        _generate(root)
    except BaseException:
        contract.write_bytes(before)
        raise


def _generate(root: Path) -> None:
    command = [sys.executable, str(root / "tools" / "generate.py"), "--root", str(root)]
    done = subprocess.run(command, text=True, capture_output=True, check=False)
    if done.returncode:
        raise SpecError("the new openapi.yaml", f"cannot be generated from:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    sys.exit(main())
