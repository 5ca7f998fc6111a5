"""The programs for engines in docs/bulk.md answer 2,000 rows on the real engines, against the emulator."""

import collections
import json
import os
import re
import subprocess
import threading

import pyarrow as pa
import pyarrow.dataset
import pyarrow.parquet
import pytest
from cohere_chat.emulator import Emulator
from environments import ROOT, scripts_with

ROWS = 2000
# For this package, whose source is put on the path.
OURS = ["httpx==0.28.1", "attrs==26.1.0", "sniffio==1.3.1"]
ENVIRONMENTS = {
    "ray": ["ray[data]==2.60.0", *OURS],
    "daft": ["daft==0.7.26", "pyarrow==25.0.1", *OURS],
}
# Engines that count processors would leave none to some of their parts on a small machine.
PRELUDES = {"ray": "import ray\nray.init(num_cpus=4, include_dashboard=False)\n"}
MINUTES = 15


@pytest.fixture
def emulator():
    emulator = Emulator(latency=0.02)
    with emulator:
        yield emulator


@pytest.fixture
def folder(tmp_path):
    """Where the programs run: with prompts in eight files."""
    (tmp_path / "prompts").mkdir()
    for part in range(8):
        ids = list(range(part, ROWS, 8))
        table = pa.table({"id": ids, "prompt": [f"This is row {number}." for number in ids]})
        pyarrow.parquet.write_table(table, tmp_path / "prompts" / f"{part}.parquet")
    return tmp_path


def start(engine, folder, url):
    """Start the program of an engine in an environment of its own."""
    page = (ROOT / "docs/bulk.md").read_text()
    [block] = re.findall(
        rf"<!-- run by make test-engines: {engine} -->\n```python\n(.*?)^```$", page, re.DOTALL | re.MULTILINE
    )
    program = folder / f"use_{engine}.py"
    program.write_text(PRELUDES.get(engine, "") + block)
    python = scripts_with(*ENVIRONMENTS[engine]) / "python"
    paths = os.pathsep.join([f"{ROOT}/overlay", f"{ROOT}/generated"])
    settings = {"CO_API_KEY": "key", "CO_API_URL": url, "PYTHONPATH": paths}
    silence = {"RAY_USAGE_STATS_ENABLED": "0", "DAFT_ANALYTICS_ENABLED": "0", "DO_NOT_TRACK": "1"}
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(
            [python, program], cwd=folder, env={**os.environ, **settings, **silence}, stdout=log, stderr=log
        )


def finish(process, folder):
    try:
        status = process.wait(MINUTES * 60)
    finally:
        process.kill()
    return status, (folder / "log").read_text()[-3000:]


def asked(emulator):
    """How often each row was asked."""
    return collections.Counter(
        int(re.search(r"row (\d+)", json.dumps(request.body))[1])
        for request in emulator.requests
        if request.path == "/v2/chat"
    )


def check_answers(folder):
    """Each row is there once, with the answer to its prompt."""
    answers = pyarrow.dataset.dataset(folder / "answers", format="parquet").to_table().to_pylist()
    assert sorted(answer["id"] for answer in answers) == list(range(ROWS))
    assert all(f"row {answer['id']}." in answer["text"] for answer in answers)


@pytest.mark.parametrize("engine", ENVIRONMENTS)
def test_an_engine_answers_all_rows(engine, folder, emulator):
    status, log = finish(start(engine, folder, emulator.url), folder)
    assert status == 0, log
    check_answers(folder)
    assert set(asked(emulator)) == set(range(ROWS))


def test_ray_goes_on_from_its_checkpoint(folder, emulator):
    process = start("ray", folder, emulator.url)
    # In the middle the service begins to refuse, which ends the program.
    tick = threading.Event()
    while len(emulator.requests) < ROWS // 2 and process.poll() is None:
        tick.wait(0.1)
    emulator.fail_next(status=400, times=10_000)
    status, log = finish(process, folder)
    assert status, log
    # Blocks that were written.
    kept = pyarrow.dataset.dataset(folder / "checkpoint", format="parquet").to_table()["id"].to_pylist()
    assert 0 < len(kept) < ROWS
    emulator.reset()
    status, log = finish(start("ray", folder, emulator.url), folder)
    assert status == 0, log
    check_answers(folder)
    assert set(asked(emulator)) == set(range(ROWS)) - set(kept)
