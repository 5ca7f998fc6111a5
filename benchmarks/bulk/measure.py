"""Measure bulk jobs, and write the figures and a table of them.

Usage: measure.py VENVS RESULTS.json TABLE.md [--quick]

Each contender works in processes of its own, in turn, on the same rows and against the same server (canned.py), which
takes 0.2 s for a reply.
"""

from __future__ import annotations

import argparse
import collections
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from run import Process, machine, python_of  # noqa: E402 (it is beside this folder)

Json = dict[str, Any]

LATENCY = "text=300,latency=200"
# Peers are measured at one number of requests in flight; this many rows keep each number busy for about as long.
PEERS = ["langchain", "curator"]
ROWS = {16: 1000, 64: 4000, 256: 10_000}
QUICK_ROWS = {16: 100, 64: 400, 256: 1000}
KILLS, QUICK_KILLS = 50, 3


class Bench:
    """A folder, a server, and contenders.

    Attributes:
        quick: Whether to do little of each, to see that it works.
        rounds: How many times CPU is measured.
    """

    def __init__(self, venvs: Path, folder: Path, port: int, quick: bool, rounds: int) -> None:
        self._venvs = venvs
        self._folder = folder
        self._address = f"http://127.0.0.1:{port}"
        self._count = 0
        self.quick = quick
        self.rounds = rounds

    def rows(self, count: int) -> Path:
        """A file of so many rows."""
        path = self._folder / f"rows-{count}.jsonl"
        if not path.exists():
            with path.open("w") as file:
                file.writelines(f'{{"prompt": "row {number}: what do you think of it?"}}\n' for number in range(count))
        return path

    def output(self) -> Path:
        """A file that is not there yet."""
        self._count += 1
        return self._folder / f"output-{self._count}.jsonl"

    def command(
        self, name: str, source: Path, output: Path, in_flight: int, path: str = LATENCY, **options: Any
    ) -> list[str]:
        """The command of a contender's process."""
        venv = name.split("_", maxsplit=1)[0]
        url = f"{self._address}/{path}"
        program = [str(python_of(self._venvs, venv)), str(HERE / "contend.py")]
        return [*program, name, url, str(source), str(output), str(in_flight), json.dumps(options)]

    def run(self, name: str, rows: int, in_flight: int, path: str = LATENCY, **options: Any) -> Json:
        """What a job took, with `row`, the CPU seconds of a row; all rows must be there."""
        output = self.output()
        command = self.command(name, self.rows(rows), output, in_flight, path, **options)
        result: Json = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.splitlines()[-1])
        with output.open() as lines:
            assert sum(1 for _ in lines) == rows, (name, output)
        output.unlink()
        return {**result, "row": result["cpu"] / rows}

    def asked(self) -> Json:
        """What the server was asked since the last reset."""
        with urllib.request.urlopen(f"{self._address}/asked") as response:  # noqa: S310 (our own)
            asked: Json = json.load(response)
        return asked

    def reset(self) -> None:
        urllib.request.urlopen(f"{self._address}/reset").close()  # noqa: S310 (our own)


def measure_cpu(bench: Bench) -> Json:
    """CPU seconds of a row, by hand, ours and the peers."""
    rows = QUICK_ROWS if bench.quick else ROWS
    results: Json = collections.defaultdict(list)
    for _ in range(bench.rounds):
        for in_flight, count in rows.items():
            for name in ["naive", "ours", *(PEERS if in_flight == 64 else [])]:
                results[f"{name} {in_flight}"].append(bench.run(name, count, in_flight))
    return results


def measure_memory(bench: Bench) -> Json:
    """Peak bytes of processes that answer more and more rows."""
    counts = [100, 1000] if bench.quick else [10_000, 100_000]
    sockets = {count: bench.run("ours", count, 64, path="text=300")["peak"] for count in counts}
    counts = [100, 1000] if bench.quick else [10_000, 1_000_000]
    in_process = {count: bench.run("ours_in_process", count, 64)["peak"] for count in counts}
    return {"sockets": sockets, "in process": in_process}


def measure_resume(bench: Bench) -> Json:
    """What it takes to see that all rows are there, beside a job that has little to see."""
    results: Json = {}
    for count in (10, 10_000) if bench.quick else (10, 1_000_000):
        source, output = bench.rows(count), bench.output()
        command = bench.command("ours", source, output, 1, path="text=90", limit=1)
        subprocess.run(command, stdout=subprocess.PIPE, check=True)
        line = output.read_text()
        assert line.startswith('{"n": 0, ')
        with output.open("a") as file:
            file.writelines(line.replace('"n": 0', f'"n": {number}', 1) for number in range(1, count))
        size = output.stat().st_size
        command = bench.command("ours", source, output, 64)
        result = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
        assert output.stat().st_size == size
        results[str(count)] = {**result, "size": size}
        output.unlink()
    return results


def measure_limit(bench: Bench) -> list[Json]:
    """The most requests that the server saw in any minute and in any second, without and with 2 % of refusals."""
    # Each refusal lowers the rate, the more often the higher it is: a low limit keeps it near the limit.
    runs = [("", 600, 100), (",refuse=50", 600, 100)] if bench.quick else [("", 1200, 2400), (",refuse=50", 240, 500)]
    results = []
    for refusals, limit, rows in runs:
        bench.reset()
        job = bench.run("ours", rows, 64, LATENCY + refusals, requests_per_minute=limit)
        times = sorted(bench.asked()["times"])
        seen = {f"in {seconds} s": most_within(times, seconds) for seconds in (60, 1)}
        share = "2 %" if refusals else "no"
        results.append({"limit": limit, "refused": share, "requests": len(times), "seconds": job["wall"], **seen})
    return results


def most_within(times: list[float], seconds: float) -> int:
    """The most of some sorted times that lie within any so many seconds."""
    most = start = 0
    for end, moment in enumerate(times):
        while moment - times[start] >= seconds:
            start += 1
        most = max(most, end - start + 1)
    return most


def measure_kills(bench: Bench) -> Json:
    """Kill a job at random moments, start it again, and see what its output and the server say at the end."""
    kills, count, in_flight = (QUICK_KILLS, 2000, 16) if bench.quick else (KILLS, 40_000, 64)
    chance = random.Random(18)
    source, output = bench.rows(count), bench.output()
    command = bench.command("ours", source, output, in_flight, path="text=300,latency=50")
    bench.reset()
    again_at_once: list[int] = []
    asked_before = 0
    for index in range(kills):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        # One in five while it starts, the others while it works.
        if index % 5:
            size = output.stat().st_size if output.exists() else 0
            while process.poll() is None and (not output.exists() or output.stat().st_size <= size):
                time.sleep(0.01)
        time.sleep(chance.uniform(0, 0.5))
        process.kill()
        process.wait()
        again = sum(number - 1 for number in bench.asked()["rows"].values())
        again_at_once.append(again - asked_before)
        asked_before = again
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    again = sum(number - 1 for number in bench.asked()["rows"].values())
    again_at_once.append(again - asked_before)
    answers: collections.Counter[int] = collections.Counter()
    with output.open() as lines:
        for line in lines:
            read = json.loads(line)
            answers[read["n"]] += read["ok"]
    return {
        "kills": kills,
        "rows": count,
        "in_flight": in_flight,
        "lost": sum(answers[number] == 0 for number in range(count)),
        "doubled": sum(number > 1 for number in answers.values()),
        "asked_again_at_most": max(again_at_once),
        "asked_again": again,
    }


MEASUREMENTS: dict[str, Callable[[Bench], Any]] = {
    "cpu": measure_cpu,
    "memory": measure_memory,
    "resume": measure_resume,
    "limit": measure_limit,
    "kills": measure_kills,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("venvs", type=Path)
    parser.add_argument("results", type=Path)
    parser.add_argument("table", type=Path)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--rounds", type=int, default=5, help="of CPU time; with --quick, 1")
    parser.add_argument("--only", nargs="*", choices=list(MEASUREMENTS), default=list(MEASUREMENTS))
    given = parser.parse_args()
    results: Json = {"machine": machine()}
    with tempfile.TemporaryDirectory() as folder, Process(sys.executable, HERE / "canned.py") as server:
        rounds = 1 if given.quick else given.rounds
        bench = Bench(given.venvs, Path(folder), server.greeting["http"], given.quick, rounds)
        for name in given.only:
            print(name, file=sys.stderr, flush=True)
            results[name] = MEASUREMENTS[name](bench)
    given.results.write_text(json.dumps(results, indent=1) + "\n")
    given.table.write_text(table(results))


def table(results: Json) -> str:
    """The figures, with what each may be at most."""
    about = results["machine"]
    lines = [
        "# Bulk jobs",
        "",
        f"Made by `make bench-bulk` on {about['date']}: Python {about['python']}, {about['system']}, "
        f"{about['processor']} with {about['cores']} cores. [How it is measured](README.md#bulk-jobs).",
        "",
        "| | figure | at most |",
        "|---|---:|---:|",
        *(f"| {title} | {figure} | {most} |" for title, figure, most in figures(results)),
        "",
    ]
    if "cpu" in results:
        lines += ["CPU of a row, writing its line included:", "", "| | in flight | ms | times by hand | peak MB |"]
        lines += ["|---|---:|---:|---:|---:|", *map(" | ".join, contenders(results["cpu"])), ""]
    return "\n".join(lines)


def figures(results: Json) -> list[tuple[str, str, str]]:
    """The lines of the table: title, figure, what it may be at most."""
    found: list[tuple[str, str, str]] = []
    if cpu := results.get("cpu"):
        found += [
            ("CPU of a row / by hand, 64 in flight", f"{ratio(cpu['ours 64'], cpu['naive 64']):.2f}", "0.55"),
            ("CPU of a row at 256 in flight / at 16", f"{ratio(cpu['ours 256'], cpu['ours 16']):.2f}", "1.1"),
        ]
    for way, peaks in results.get("memory", {}).items():
        (few, less), (many, more) = peaks.items()
        growth = f"{(more - less) / 1e6:.1f} MB"
        found.append((f"memory growth, {int(few):,} to {int(many):,} rows ({way})", growth, "5 MB"))
    if resume := results.get("resume"):
        (_, little), (count, all_done) = resume.items()
        of = f"of {int(count):,} rows, {all_done['size'] / 1e6:.0f} MB"
        found += [
            (f"resume {of}, CPU", f"{all_done['cpu']:.2f} s", "1 s"),
            (f"resume {of}, memory growth", f"{(all_done['peak'] - little['peak']) / 1e6:.1f} MB", "5 MB"),
        ]
    for run in results.get("limit", []):
        limit, refused = run["limit"], f"{run['refused']} 429"
        above = max(0, run["in 60 s"] - limit)
        rate = run["requests"] / run["seconds"] * 60
        found += [
            (f"requests above {limit:,} in any minute, {refused}", f"{above}", "0"),
            (f"requests in any second, at {limit // 60} a second, {refused}", f"{run['in 1 s']}", f"{2 * limit // 60}"),
            (f"requests a minute, at {limit:,}, {refused}", f"{rate:.0f}", ""),
        ]
    if kills := results.get("kills"):
        title = f"rows lost or doubled over {kills['kills']} kill -9"
        found.append((title, f"{kills['lost'] + kills['doubled']}", "0"))
        found.append(("rows asked again after a kill -9", f"{kills['asked_again_at_most']}", f"{kills['in_flight']}"))
    return found


def contenders(cpu: Json) -> list[list[str]]:
    """The lines of the second table."""
    lines = []
    for key, rounds in cpu.items():
        name, in_flight = key.split()
        naive = cpu[f"naive {in_flight}"]
        cost = statistics.median(each["row"] for each in rounds) * 1000
        peak = statistics.median(each["peak"] for each in rounds) / 1e6
        label = {"naive": "httpx by hand, gather and semaphore", "ours": "cohere-chat"}.get(name, name)
        lines.append([f"| {label}", in_flight, f"{cost:.2f}", f"{ratio(rounds, naive):.2f}", f"{peak:.0f} |"])
    return lines


def ratio(rounds: list[Json], others: list[Json]) -> float:
    """The median of each round's ratio of the CPU time of a row."""
    ratios: list[float] = [one["row"] / other["row"] for one, other in zip(rounds, others, strict=True)]
    return statistics.median(ratios)


if __name__ == "__main__":
    main()
