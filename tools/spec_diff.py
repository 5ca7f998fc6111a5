"""Say how the vendor's POST /v2/chat differs in meaning from openapi.yaml.

python tools/spec_diff.py SPEC            # a path or an http(s) URL
python tools/spec_diff.py SPEC --json

Exit status: 0 the same but for known departures (tools/spec/departures.yaml), 1 different, 2 not comparable.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from spec.compare import compare
from spec.departures import FILE, Report, judge, read_departures
from spec.load import SpecError, load
from spec.normalise import read_operation
from spec.report import as_json, as_text

ROOT = Path(__file__).resolve().parent.parent


def compare_documents(contract: str, spec: str, departures: Path = FILE) -> Report:
    """Compare the contract with the vendor's document, both given by path or URL.

    Raises:
        SpecError: One of them cannot be read or makes no sense.
    """
    ours, theirs = read_operation(load(contract)), read_operation(load(spec))
    return judge(compare(ours, theirs), read_departures(departures), ours.document.schemas)


def main(arguments: Sequence[str] | None = None) -> int:
    assert __doc__
    parser = argparse.ArgumentParser(
        prog="spec-diff", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("spec", metavar="SPEC", help="path or http(s) URL of the vendor's OpenAPI document")
    parser.add_argument("--json", action="store_true", help="the report for a program")
    parser.add_argument("--known", action="store_true", help="list the known departures as well")
    parser.add_argument(
        "--contract", metavar="PATH", default=str(ROOT / "openapi.yaml"), help="compare with this instead"
    )
    parser.add_argument("--departures", metavar="PATH", type=Path, default=FILE, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    try:
        report = compare_documents(options.contract, options.spec, options.departures)
    except SpecError as error:
        print(f"spec-diff: {error}", file=sys.stderr)
        return 2
    if options.json:
        sys.stdout.write(as_json(report, contract=options.contract, spec=options.spec))
    else:
        sys.stdout.write(as_text(report, known=options.known))
    return 0 if report.same else 1


if __name__ == "__main__":
    sys.exit(main())
