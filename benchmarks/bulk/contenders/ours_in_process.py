"""This package, without sockets: a transport in the same process answers."""

import functools
import json

import cohere_chat
import httpx
import ours

REPLY = json.dumps(
    {
        "id": "r",
        "finish_reason": "COMPLETE",
        "message": {"role": "assistant", "content": [{"type": "text", "text": "x" * 300}]},
        "usage": {"billed_units": {"input_tokens": 5, "output_tokens": 60}},
    }
).encode()


class Canned(httpx.AsyncBaseTransport):
    async def handle_async_request(self, request):
        return httpx.Response(200, headers={"content-type": "application/json"}, content=REPLY)


def client():
    return cohere_chat.AsyncClientV2("key", httpx_client=httpx.AsyncClient(transport=Canned()))


run = functools.partial(ours.run, client=client)
