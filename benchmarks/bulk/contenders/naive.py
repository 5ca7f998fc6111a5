"""What a good engineer writes by hand with httpx, gather and a semaphore."""

import asyncio
import json

import httpx

HEADERS = {"Authorization": "Bearer key"}


def run(url, source, output, in_flight):
    with open(source) as rows, open(output, "w") as file:
        asyncio.run(_run(url, rows, file, in_flight))


async def _run(url, rows, file, in_flight):
    free = asyncio.Semaphore(in_flight)
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=in_flight)
    async with httpx.AsyncClient(base_url=url, headers=HEADERS, timeout=600, limits=limits) as client:

        async def answer(number, row):
            messages = [{"role": "user", "content": row["prompt"]}]
            async with free:
                response = await client.post("/v2/chat", json={"model": "m", "messages": messages, "stream": False})
            response.raise_for_status()
            file.write(json.dumps({"n": number, "reply": response.json()}) + "\n")

        await asyncio.gather(*[answer(number, json.loads(line)) for number, line in enumerate(rows)])
