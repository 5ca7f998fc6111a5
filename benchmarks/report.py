"""Turn results.json into a table in Markdown and plots in SVG.

Usage: report.py RESULTS FOLDER
"""

from __future__ import annotations

import json
import statistics
import sys
from pathlib import Path
from typing import Any

import matplotlib as mpl
from figures import LINES, MEASUREMENTS, Line
from matplotlib import pyplot as plt

mpl.use("svg")
# The same bytes for the same figures.
mpl.rcParams.update({"svg.hashsalt": "cohere-chat", "svg.fonttype": "none", "font.size": 9})

NAMES = {"naive": "httpx by hand", "official": "official SDK", "openai_sdk": "OpenAI SDK", "ours": "cohere-chat"}
COLOURS = {"naive": "#888888", "official": "#d9793a", "openai_sdk": "#5b9e73", "ours": "#3b6fb6"}

# What each contender is about.
DISTRIBUTIONS = {
    "naive": "httpx",
    "naive_httpx2": "httpx2",
    "official": "cohere",
    "openai_sdk": "openai",
    "ours": "cohere-chat",
}

# By measurement and contender: a dictionary of figures for each round.
Results = dict[str, dict[str, list[dict[str, Any]]]]


def values(results: Results, line: Line, name: str) -> list[float]:
    return [row[line.column] for row in results[line.measurement][name]]


def median(results: Results, line: Line, name: str) -> float:
    return statistics.median(values(results, line, name))


def ratio(results: Results, line: Line, name: str, other: str = "naive") -> float:
    """The median of each round's ratio to another contender: what slows a round down slows both."""
    pairs = zip(values(results, line, name), values(results, line, other), strict=True)
    return statistics.median(mine / theirs for mine, theirs in pairs)


def shown(line: Line, value: float) -> str:
    if line.column in ("cpu", "wall"):
        return f"{value * 1e3:,.0f} ms" if value >= 0.01 else f"{value * 1e6:,.{1 if value < 1e-4 else 0}f} µs"
    if line.column in ("memory", "bytes"):
        return f"{value / 1e6:.1f} MB" if value >= 1e6 else f"{value / 1e3:.0f} KB"
    return f"{value:.0f} B" if line.column == "slope" else f"{value:.2g}"


def table(results: Results) -> list[str]:
    rows = [
        f"| CPU time, memory or size | {' | '.join(NAMES.values())} | ours / by hand | at most | |",
        f"|---|{'---:|' * len(NAMES)}---:|---:|---|",
    ]
    for line in LINES:
        if line.measurement not in results:
            continue
        cells = []
        for name in NAMES:
            cell = shown(line, median(results, line, name))
            if not line.absolute and name not in ("naive", "ours"):
                cell += f" ({ratio(results, line, name):.1f})"
            cells.append(cell)
        reached = median(results, line, "ours") if line.absolute else ratio(results, line, "ours")
        most = "" if line.most is None else shown(line, line.most) if line.absolute else f"{line.most:.2f}"
        verdict = "" if line.most is None else "reached" if reached <= line.most else "**not reached**"
        beside = "" if line.absolute else f"{reached:.2f}"
        rows.append(f"| {line.title} | {' | '.join(cells)} | {beside} | {most} | {verdict} |")
    return rows


def families(results: Results) -> list[str]:
    """What httpx2 costs instead of httpx."""
    rows = [
        "| On httpx2 | httpx by hand | httpx2 | times | cohere-chat | on httpx2 | times | on httpx2: ours / by hand |",
        f"|---|{'---:|' * 7}",
    ]
    for line in LINES:
        if line.absolute or "ours_httpx2" not in results.get(line.measurement, {}):
            continue
        cells = []
        for name in ("naive", "ours"):
            both = (shown(line, median(results, line, each)) for each in (name, f"{name}_httpx2"))
            cells += [*both, f"{ratio(results, line, f'{name}_httpx2', name):.2f}"]
        rows.append(
            f"| {line.title} | {' | '.join(cells)} | {ratio(results, line, 'ours_httpx2', 'naive_httpx2'):.2f} |"
        )
    return rows


def together(results: Results) -> list[str]:
    """What the streams that run at once take besides CPU time."""
    rows = ["| Streams at once | | truly open | seconds |", "|---|---|---:|---:|"]
    for key, measurement in MEASUREMENTS.items():
        for name in NAMES if measurement.job == "together" and key in results else ():
            opened, wall = (
                statistics.median(row[what] for row in results[key][name]) for what in ("most_open", "wall")
            )
            rows.append(f"| {measurement.per:,} | {NAMES[name]} | {opened:,.0f} | {wall:.1f} |")
    return rows if len(rows) > 2 else []


def bars(results: Results, file: Path) -> None:
    """How many times as much as by hand."""
    lines = [line for line in LINES if not line.absolute and line.measurement in results]
    figure, axes = plt.subplots(figsize=(8, 0.36 * len(lines) + 1))
    for offset, name in enumerate(["ours", "official", "openai_sdk"]):
        places = [index + 0.27 * (offset - 1) for index in range(len(lines))]
        axes.barh(
            places, [ratio(results, line, name) for line in lines], height=0.27, color=COLOURS[name], label=NAMES[name]
        )
    axes.axvline(1, color="black", linewidth=0.8)
    axes.set_xscale("log")
    axes.set_xlim(left=0.15)
    axes.set_xticks([0.2, 0.5, 1, 2, 5, 10, 20, 50], ["0.2", "0.5", "1", "2", "5", "10", "20", "50"])
    axes.set_yticks(range(len(lines)), [line.title for line in lines])
    axes.set_ylim(len(lines) - 0.4, -0.6)
    axes.set_xlabel("times httpx by hand, time or memory; less is better")
    axes.legend()
    _save(figure, file)


def growth(results: Results, file: Path) -> None:
    """CPU time over the size of what is sent or read."""
    titles = {"messages": "messages in a request", "reply": "bytes of a reply", "events": "events of a stream"}
    figure, all_axes = plt.subplots(1, len(titles), figsize=(9, 3), sharey=True)
    for axes, (group, title) in zip(all_axes, titles.items(), strict=True):
        keys = {key: int(key.split("_")[1]) for key in results if key.startswith(f"{group}_")}
        for name, label in NAMES.items():
            costs = [statistics.median(row["cpu"] for row in results[key][name]) * 1e3 for key in keys]
            axes.plot(list(keys.values()), costs, marker="o", markersize=3, color=COLOURS[name], label=label)
        axes.set_xscale("log")
        axes.set_yscale("log")
        axes.set_xlabel(title)
    all_axes[0].set_ylabel("CPU time, ms")
    all_axes[0].legend()
    _save(figure, file)


def leaks(results: Results, file: Path) -> None:
    """Memory over calls and streams, from the first sample on."""
    figure, all_axes = plt.subplots(1, 2, figsize=(9, 3))
    for axes, (key, title) in zip(all_axes, {"leak_call": "calls", "leak_stream": "streams"}.items(), strict=True):
        for name, label in NAMES.items():
            sizes = results[key][name][0]["sizes"]
            calls = [MEASUREMENTS[key].per * (index + 1) for index in range(len(sizes))]
            growths = [(size - sizes[0]) / 1e3 for size in sizes]
            axes.plot(calls, growths, color=COLOURS[name], label=label)
        axes.set_xlabel(title)
    all_axes[0].set_ylabel("growth of memory, KB")
    all_axes[0].legend()
    _save(figure, file)


def _save(figure: Any, file: Path) -> None:
    figure.tight_layout()
    figure.savefig(file, metadata={"Date": None})
    plt.close(figure)


def main() -> None:
    source, folder = Path(sys.argv[1]), Path(sys.argv[2])
    contents = json.loads(source.read_text())
    results: Results = contents["measurements"]
    about = contents["machine"]
    versions = ", ".join(
        f"{name} {results['installed'][key][0]['versions'][name]}" for key, name in DISTRIBUTIONS.items()
    )
    parts = [
        "# Results",
        f"Made by `make bench` on {about['date']}: Python {about['python']}, {about['system']}, "
        f"{about['processor']} with {about['cores']} cores; {versions}. See [how to read this](README.md).",
        "\n".join(table(results)),
        "\n".join(families(results)),
        "\n".join(together(results)),
    ]
    bars(results, folder / "ratios.svg")
    parts.append("![Times httpx by hand](ratios.svg)")
    if "messages_10" in results:
        growth(results, folder / "growth.svg")
        parts.append("![CPU time over size](growth.svg)")
    if "leak_call" in results:
        leaks(results, folder / "leaks.svg")
        parts.append("![Memory over calls](leaks.svg)")
    (folder / "results.md").write_text("\n\n".join(part for part in parts if part) + "\n")


if __name__ == "__main__":
    main()
