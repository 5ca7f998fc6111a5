"""Say how the vendor's OpenAPI document differs in meaning from openapi.yaml, operation by operation.

python tools/spec_diff.py SPEC            # a path or an http(s) URL
python tools/spec_diff.py SPEC --json
python tools/spec_diff.py SPEC --watch    # for a scheduled job: a report in Markdown

Exit status: 0 the same but for known departures (tools/spec/departures.yaml), 1 different, 2 not comparable.
With --watch: 0 the same, 1 additive differences only, 2 breaking ones, 3 not comparable.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from spec.compare import compare
from spec.departures import FILE, Report, judge, read_departures
from spec.load import Node, SpecError, load
from spec.meaning import read_meaning
from spec.report import as_json, as_markdown, as_text

ROOT = Path(__file__).resolve().parent.parent


def compare_documents(contract: str, spec: str, departures: Path = FILE, *, documentation: bool = False) -> Report:
    """Compare the contract with the vendor's document, both given by path or URL.

    Raises:
        SpecError: One of them cannot be read or makes no sense.
    """
    ours, theirs = read_meaning(load(contract)), read_meaning(load(spec))
    found = compare(ours, theirs, documentation=documentation)
    defects = [(Node(None, pointer).place, problem) for pointer, problem in theirs.document.defects.items()]
    return judge(found, read_departures(departures), ours.document.schemas, len(ours.operations), defects)


def main(arguments: Sequence[str] | None = None) -> int:
    assert __doc__
    parser = argparse.ArgumentParser(
        prog="spec-diff", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("spec", metavar="SPEC", help="path or http(s) URL of the vendor's OpenAPI document")
    parser.add_argument("--json", action="store_true", help="the report for a program")
    parser.add_argument("--watch", action="store_true", help="the report in Markdown, and a status by kind of news")
    parser.add_argument("--known", action="store_true", help="list the known departures as well")
    parser.add_argument(
        "--documentation", action="store_true", help="tell other descriptions, too; of use between two of the vendor's"
    )
    parser.add_argument(
        "--contract", metavar="PATH", default=str(ROOT / "openapi.yaml"), help="compare with this instead"
    )
    parser.add_argument("--departures", metavar="PATH", type=Path, default=FILE, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    try:
        report = compare_documents(
            options.contract, options.spec, options.departures, documentation=options.documentation
        )
    except SpecError as error:
        print(f"spec-diff: {error}", file=sys.stderr)
        return 3 if options.watch else 2
    if options.json:
        sys.stdout.write(as_json(report, contract=options.contract, spec=options.spec))
    elif options.watch:
        sys.stdout.write(as_markdown(report, options.spec))
    else:
        sys.stdout.write(as_text(report, known=options.known))
    if options.watch and any(difference.effect == "breaking" for difference in report.differences):
        return 2
    return 0 if report.same else 1


if __name__ == "__main__":
    sys.exit(main())
