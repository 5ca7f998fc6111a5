"""What the programs of the cookbook promise, beyond that they run (tests/test_docs.py)."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path
from typing import Any

import cohere_chat
import httpx
import pytest
import uvicorn
from cohere_chat.emulator import Emulator
from test_docs import DOCS, blocks


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Runs the program of a page and gives its names."""
    monkeypatch.chdir(tmp_path)

    def run(name: str) -> dict[str, Any]:
        path = DOCS / "cookbook" / name
        names: dict[str, Any] = {"__name__": "__main__"}
        exec(compile(blocks(path.read_text()), str(path), "exec", dont_inherit=True), names)
        return names

    return run


def test_the_tests_of_the_page_on_tests_pass(cohere_emulator: Emulator, page: Any) -> None:
    tests = [thing for name, thing in page("testing.md").items() if name.startswith("test_")]
    assert len(tests) == 4
    for test in tests:
        cohere_emulator.reset()
        test(cohere_emulator)


def test_marks_stand_behind_what_they_cite(cohere_emulator: Emulator, page: Any) -> None:
    citation = cohere_chat.Citation
    source = cohere_chat.DocumentSource
    citations = [
        citation(start=8, end=10, text="is", sources=[source(id="b"), source(id="a")]),
        citation(start=0, end=7, text="Penguin", sources=[source(id="a")]),
    ]
    marked = page("rag.md")["with_marks"]("Penguin is a bird.", citations)
    assert marked == ("Penguin[1] is[1][2] a bird.", ["a", "b"])


def test_a_browser_that_leaves_ends_the_stream_to_the_api(cohere_emulator: Emulator, page: Any) -> None:
    app = page("fastapi.md")["app"]

    async def leave_early() -> None:
        listener = socket.create_server(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="on"))
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/chat"
        async with httpx.AsyncClient() as browser, browser.stream("POST", url, json={"text": "Hello!"}) as answer:
            await anext(answer.aiter_lines())
        server.should_exit = True
        await serving  # which waits for the response

    cohere_emulator.reset()
    # It would never end by itself.
    cohere_emulator.fail_next(stall=4)
    asyncio.run(asyncio.wait_for(leave_early(), 30))
    [request] = cohere_emulator.requests
    # Further requests are served by the same loop, after it has seen the connection close.
    with cohere_chat.ClientV2() as co:
        for _ in range(200):
            if not request.disconnected:
                co.models.list()
    assert request.disconnected


def test_an_error_in_the_midst_of_a_stream_reaches_the_browser(cohere_emulator: Emulator, page: Any) -> None:
    names = page("fastapi.md")
    cohere_emulator.fail_next(cut=4)
    with names["TestClient"](names["app"]) as browser:
        told = browser.post("/chat", json={"text": "Hello!"}).text
    assert told.endswith('event: error\ndata: "The assistant can\'t answer at the moment."\n\n')
