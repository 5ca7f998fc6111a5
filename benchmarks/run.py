"""Measure all contenders side by side, one short block of work after the other, and write results.json.

Usage: run.py VENVS OUTPUT [--quick] [--only KEY ...] [--rounds N]
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import certifi
import trustme
from figures import MEASUREMENTS, Measurement

HERE = Path(__file__).parent
CONTENDERS = ["naive", "official", "openai_sdk", "ours", "naive_httpx2", "ours_httpx2"]
# The same programs where httpx2 is installed and httpx is not; they do the quick measurements.
ON_HTTPX2 = "_httpx2"
# How long a block of work shall take, in seconds of CPU time.
BLOCK, QUICK_BLOCK = 0.1, 0.04
ROUNDS, QUICK_ROUNDS = 21, 3

Json = dict[str, Any]

# Without bytecode, which pip makes at its own will.
_INSTALLED = """
import importlib.metadata as metadata, json
own = [d for d in metadata.distributions() if d.name.lower() not in ("pip", "setuptools")]
files = [d.locate_file(f) for d in own for f in d.files or () if f.suffix != ".pyc"]
size = sum(f.stat().st_size for f in files if f.is_file())
print(json.dumps({"bytes": size, "versions": {d.name: d.version for d in own}}))
"""


class Process:
    """A server or worker that talks in lines of JSON."""

    def __init__(self, *command: str | Path) -> None:
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.greeting = self._read()

    def ask(self, **job: Any) -> Json:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        return self._read()

    def _read(self) -> Json:
        assert self._process.stdout
        answer: Json = json.loads(self._process.stdout.readline())
        return answer

    def __enter__(self) -> Process:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()


class Bench:
    """Does measurements with the server and a worker for each contender."""

    def __init__(
        self, venvs: Path, server: Process, workers: dict[str, Process], bundle: Path, block: float, rounds: int
    ) -> None:
        self._venvs = venvs
        self._ports = server.greeting
        self._workers = workers
        self._bundle = bundle
        self._block, self._rounds = block, rounds

    def measure(self, measurement: Measurement) -> Json:
        """All rounds of a measurement: a list of results for each contender, per unit."""
        if measurement.job == "calls":
            return self._calls(measurement)
        if measurement.job == "cold":
            return self._cold(measurement)
        return self._long(measurement)

    def _calls(self, measurement: Measurement) -> Json:
        job = {"job": "calls", "url": self._url(measurement), **measurement.arguments}
        # A first block warms up and shows that all read the same; a second one, how many calls a block should have.
        workers = self._taking_part(measurement)
        read = {name: worker.ask(**job, times=1)["read"] for name, worker in workers.items()}
        assert len({json.dumps(value) for value in read.values()}) == 1, read
        costs = {name: worker.ask(**job, times=1)["cpu"] for name, worker in workers.items()}
        times = {name: max(1, round(self._block / cost)) for name, cost in costs.items()}
        results: Json = {name: [] for name in workers}
        for _ in range(self._rounds):
            for name, worker in workers.items():
                self._counts("reset")
                result = worker.ask(**job, times=times[name])
                units = times[name] * measurement.per
                result = {key: result[key] / units for key in ("cpu", "user", "wall")}
                result["connections"] = self._counts("counts")["connections"] / times[name]
                results[name].append(result)
        return results

    def _cold(self, measurement: Measurement) -> Json:
        scheme, goal = measurement.arguments["scheme"], measurement.arguments["goal"]
        results: Json = {name: [] for name in self._taking_part(measurement)}
        for _ in range(self._rounds):
            for name in results:
                results[name].append(self._start(name, self._url(measurement, scheme), goal))
        return results

    def _start(self, name: str, url: str, goal: str) -> Json:
        command = [str(self._python(name)), str(HERE / "cold.py"), program_of(name), url, goal]
        environment = {**os.environ, "SSL_CERT_FILE": str(self._bundle)}
        started = time.time()
        output = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True).stdout
        result: Json = json.loads(output)
        result["wall"] = result.pop("done") - started
        return result

    def _long(self, measurement: Measurement) -> Json:
        """Each round in a process of its own."""
        job = {"job": measurement.job, "url": self._url(measurement), **measurement.arguments}
        results: Json = {name: [] for name in self._taking_part(measurement)}
        for _ in range(measurement.rounds):
            for name in results:
                self._counts("reset")
                with Process(self._python(name), HERE / "worker.py", program_of(name)) as worker:
                    if measurement.warm:
                        worker.ask(**{**job, "count": measurement.warm})
                    result = worker.ask(**job)
                units = measurement.per
                if "sizes" in result:
                    result["slope"] = slope(result["sizes"]) / units
                else:
                    result = {key: result[key] / units for key in ("cpu", "user", "memory")} | {"wall": result["wall"]}
                    result["most_open"] = self._counts("counts")["most_open"]
                results[name].append(result)
        return results

    def _taking_part(self, measurement: Measurement) -> dict[str, Process]:
        return {name: each for name, each in self._workers.items() if measurement.quick or not name.endswith(ON_HTTPX2)}

    def _url(self, measurement: Measurement, scheme: str = "http") -> str:
        return f"{scheme}://127.0.0.1:{self._ports[scheme]}/{measurement.path}"

    def _counts(self, what: str) -> Json:
        with urllib.request.urlopen(f"http://127.0.0.1:{self._ports['http']}/{what}") as response:
            counts: Json = json.load(response)
        # This connection is one of them.
        counts["connections"] -= 1
        return counts

    def _python(self, name: str) -> Path:
        return python_of(self._venvs, name)


def slope(sizes: list[int]) -> float:
    """Bytes by which the process grows from one sample to the next, once it has warmed up."""
    settled = sizes[len(sizes) // 10 :]
    return statistics.linear_regression(range(len(settled)), settled).slope


def program_of(name: str) -> str:
    return name.removesuffix(ON_HTTPX2)


def python_of(venvs: Path, name: str) -> Path:
    return venvs / name / "bin" / "python"


@contextlib.contextmanager
def bench(venvs: Path, block: float, rounds: int) -> Iterator[Bench]:
    """A server with a certificate of its own, and a worker for each contender."""
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        authority = trustme.CA()
        certificate = folder / "server.pem"
        authority.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(certificate)
        # As many certificates as are loaded anywhere else, and one more.
        bundle = folder / "bundle.pem"
        bundle.write_bytes(Path(certifi.where()).read_bytes() + authority.cert_pem.bytes())
        server = Process(sys.executable, HERE / "server.py", "--certificate", certificate)
        stack.enter_context(server)
        workers = {
            name: stack.enter_context(Process(python_of(venvs, name), HERE / "worker.py", program_of(name)))
            for name in CONTENDERS
        }
        yield Bench(venvs, server, workers, bundle, block, rounds)


def installed(venvs: Path, name: str) -> Json:
    output = subprocess.run([python_of(venvs, name), "-c", _INSTALLED], stdout=subprocess.PIPE, check=True).stdout
    result: Json = json.loads(output)
    return {**result, "distributions": len(result["versions"])}


def machine() -> Json:
    model = next(line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name"))
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "processor": model.split(":", 1)[1].strip(),
        "cores": os.cpu_count(),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("venvs", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", nargs="*", choices=list(MEASUREMENTS))
    parser.add_argument("--rounds", type=int, help=f"{ROUNDS}; with --quick, {QUICK_ROUNDS}")
    given = parser.parse_args()
    chosen = {
        key: measurement
        for key, measurement in MEASUREMENTS.items()
        if (key in given.only if given.only else measurement.quick or not given.quick)
    }
    results: Json = {"machine": machine(), "measurements": {}}
    block, rounds = (QUICK_BLOCK, QUICK_ROUNDS) if given.quick else (BLOCK, ROUNDS)
    with bench(given.venvs, block, given.rounds or rounds) as running:
        for key, measurement in chosen.items():
            print(key, file=sys.stderr, flush=True)
            results["measurements"][key] = running.measure(measurement)
    results["measurements"]["installed"] = {name: [installed(given.venvs, name)] for name in CONTENDERS}
    given.output.write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
