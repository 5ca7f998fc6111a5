"""A server for bulk jobs: canned replies after some time, refusals, and a record of what was asked when.

Usage: canned.py, which prints its port and ends when its standard input does.

The first part of a request's path says what to answer, as in ../server.py, and two things more: `latency` in
milliseconds, and `refuse`, of how many requests one is refused with 429, neither at the
beginning. Every prompt says `row` and a number. GET
/asked gives `times`, when requests came in seconds, and `rows`, how often each row was asked for; GET /reset forgets
both.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import ClassVar

sys.path.insert(0, str(Path(__file__).parent.parent))

import server

_ROW = re.compile(rb"row (\d+)")
_OWN = re.compile(r",(?:latency|refuse)=(\d+)")
_REFUSAL = (
    b"HTTP/1.1 429 Too Many Requests\r\ncontent-type: application/json\r\nretry-after: 1\r\ncontent-length: 25\r\n\r\n"
    b'{"message": "slow down!"}'
)


class Connection(server.Connection):
    """A connection, with one request after the other."""

    times: ClassVar[list[float]] = []
    rows: ClassVar[Counter[int]] = Counter()
    chance = random.Random(0)

    def data_received(self, data: bytes) -> None:
        found = _ROW.search(data)
        if found:
            Connection.times.append(round(time.monotonic(), 4))
            Connection.rows[int(found[1])] += 1
        super().data_received(data)

    def _answer(self, path: str) -> None:
        if path == "/asked":
            self._answer_json(json.dumps({"times": Connection.times, "rows": Connection.rows}).encode())
            return
        if path == "/reset":
            Connection.times.clear()
            Connection.rows.clear()
        given = dict(pair.split("=") for pair in path.split("/")[1].split(",") if "=" in pair)
        if "refuse" in given and Connection.chance.random() < 1 / int(given["refuse"]):
            self._transport.write(_REFUSAL)
            return
        latency = int(given.get("latency", 0)) / 1000
        asyncio.get_running_loop().call_later(latency, self._answer_later, _OWN.sub("", path))

    def _answer_later(self, path: str) -> None:
        if not self._transport.is_closing():
            super()._answer(path)


async def serve() -> None:
    loop = asyncio.get_running_loop()
    running = await loop.create_server(Connection, "127.0.0.1", 0, backlog=4096)
    print(json.dumps({"http": running.sockets[0].getsockname()[1]}), flush=True)
    await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve())
