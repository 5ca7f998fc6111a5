"""The emulator as a whole, over real sockets."""

import json
import threading

import httpx
import pytest
from cohere_chat.emulator import AsyncEmulator, Emulator

TITLE = "Write a title for a blog post about API design. Only output the title text."
BRIEF = "You respond concisely, in about 5 words or less"
GUIDE = [
    (
        [("user", TITLE)],
        "The Ultimate Guide to API Design: Best Practices for Building Robust and Scalable APIs",
    ),
    ([("system", BRIEF), ("user", TITLE)], "Designing Perfect APIs"),
    (
        [
            ("system", BRIEF),
            ("user", TITLE),
            ("assistant", "Designing Perfect APIs"),
            ("user", "Another one about generative AI."),
        ],
        "AI: The Generative Age",
    ),
]


def body(*messages: tuple[str, str], **more: object) -> dict[str, object]:
    return {
        "model": "command-a-plus-05-2026",
        "messages": [{"role": role, "content": text} for role, text in messages],
        **more,
    }


@pytest.mark.parametrize(("messages", "text"), GUIDE)
def test_the_guides_samples_get_the_text_that_the_guide_prints(messages, text):
    with Emulator() as url:
        reply = httpx.post(f"{url}/v2/chat", json=body(*messages)).raise_for_status().json()
    assert reply["message"]["content"] == [{"type": "text", "text": text}]


def test_a_stream_tells_the_same_reply():
    with Emulator() as url:
        reply = httpx.post(f"{url}/v2/chat", json=body(("user", "Tell me about LLMs"))).json()
        stream = httpx.post(f"{url}/v2/chat", json=body(("user", "Tell me about LLMs"), stream=True))
    assert stream.headers["content-type"].startswith("text/event-stream")
    events = [json.loads(line[6:]) for line in stream.text.splitlines() if line.startswith("data: ")]
    pieces = [e["delta"]["message"]["content"]["text"] for e in events if e["type"] == "content-delta"]
    assert "".join(pieces) == reply["message"]["content"][0]["text"]
    assert events[0]["id"] == reply["id"]
    assert events[-1]["delta"]["usage"] == reply["usage"]


def test_an_emulator_leaves_no_thread_behind_and_no_port_open():
    before = threading.enumerate()
    with Emulator() as url, httpx.Client() as client:
        client.post(f"{url}/v2/chat", json=body(("user", "Hi")))
    assert threading.enumerate() == before
    with pytest.raises(httpx.ConnectError):
        httpx.post(f"{url}/v2/chat", json={})


def test_the_async_twin_serves_the_loop_that_it_was_entered_in():
    import asyncio

    async def main():
        async with AsyncEmulator() as url, httpx.AsyncClient() as client:
            return (await client.post(f"{url}/v2/chat", json=body(("user", "Hi")))).status_code

    assert asyncio.run(main()) == 200
