"""A contender in a process of its own: answers the rows of a file, and prints what that took.

Usage: contend.py CONTENDER URL SOURCE OUTPUT IN_FLIGHT OPTIONS, in the contender's own virtual environment; the options
are JSON.
"""

from __future__ import annotations

import importlib
import json
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "contenders"))


def cpu_seconds() -> float:
    """CPU time of this process and of those that it started and that have ended."""
    return sum(
        used.ru_utime + used.ru_stime
        for used in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def peak_bytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    name, url, source, output, in_flight, options = sys.argv[1:]
    contender = importlib.import_module(name)
    cpu, wall = cpu_seconds(), time.perf_counter()
    contender.run(url, source, output, int(in_flight), **json.loads(options))
    result = {"cpu": cpu_seconds() - cpu, "wall": time.perf_counter() - wall, "peak": peak_bytes()}
    print(json.dumps(result), file=sys.__stdout__)
