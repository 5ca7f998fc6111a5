"""A bulk job in a process of its own that is killed again and again."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path
from typing import Any

from rawserver import RawServer, Step, http

IN_FLIGHT = 8
PROGRAM = """
import sys
from cohere_chat import bulk
row = bulk.ChatRow(model="command-a-plus-05-2026", prompt="text")
bulk.run(sys.argv[1], sys.argv[2], row, in_flight=int(sys.argv[3]), requests_per_minute=100_000)
"""


class Killer:
    """A service that kills the process that asks, at a request of its choice."""

    def __init__(self) -> None:
        self.asked = Counter[str]()
        self.process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._left = 0

    def start(self, command: list[str], environment: dict[str, str], requests: int) -> None:
        """Start a process that dies of its so manieth request."""
        with self._lock:
            self._left = requests
            self.process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE)

    def answer(self, body: Any) -> list[Step]:
        text = body["messages"][0]["content"]
        with self._lock:
            self.asked[text] += 1
            self._left -= 1
            if self._left == 0 and self.process:
                os.kill(self.process.pid, signal.SIGKILL)
        reply = {"id": "1", "message": {"role": "assistant", "content": [{"type": "text", "text": text * 50}]}}
        # So that several are under way at once.
        return [0.002, *http(200, reply)]


def run_killed(folder: Path, rows: int, kills: int, seed: int) -> None:
    """Kill a job so often at random moments, let it end, and compare."""
    chance = random.Random(seed)
    source, output = folder / "in.jsonl", folder / "out.jsonl"
    source.write_text("".join(json.dumps({"text": f"row {number}"}) + "\n" for number in range(rows)))
    killer = Killer()
    command = [sys.executable, "-c", PROGRAM, str(source), str(output), str(IN_FLIGHT)]
    # Enough requests for each to come: what is asked again comes on top.
    most = rows // kills
    with RawServer(killer.answer) as server:
        environment = {**os.environ, "CO_API_KEY": "secret-key", "CO_API_URL": server.url}
        for killed in range(kills):
            killer.start(command, environment, chance.randint(1, most))
            assert killer.process
            _, said = killer.process.communicate(timeout=60)
            assert killer.process.returncode == -signal.SIGKILL, said.decode()
            # A row that was asked again was under way at a kill before; the service may read late what was sent then.
            assert killer.asked.total() - len(killer.asked) <= killed * IN_FLIGHT
        killer.start(command, environment, -1)
        assert killer.process
        _, said = killer.process.communicate(timeout=60)
    assert killer.process.returncode == 0, said.decode()
    assert killer.asked.total() - rows <= kills * IN_FLIGHT
    lines = [json.loads(line) for line in output.read_bytes().splitlines()]
    assert all(line["ok"] for line in lines)
    assert Counter(line["n"] for line in lines) == dict.fromkeys(range(rows), 1)
    for line in lines:
        assert line["reply"]["message"]["content"][0]["text"] == f"row {line['n']}" * 50
    assert len(killer.asked) == rows
