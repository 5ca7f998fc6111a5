"""What tests import: the contract, a least request, and both clients behind one face."""

from __future__ import annotations

import asyncio
import json
import ssl
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cohere_chat
import trustme
from cohere_chat._events import parse_event as parse_tagged
from cohere_chat._httpx import httpx
from cohere_chat_api.groups.v2 import CHAT as ENDPOINT

ROOT = Path(__file__).resolve().parent.parent
CONTRACT: dict[str, Any] = json.loads((ROOT / "generated/cohere_chat_api/openapi.json").read_text())

USER = {"role": "user", "content": "Hello!"}
CHAT: dict[str, Any] = {"model": "command-a-plus-05-2026", "messages": [USER]}


def schema(name: str) -> dict[str, Any]:
    """A component of the contract as a JSON Schema of its own."""
    return {"$ref": f"#/components/schemas/{name}", "components": CONTRACT["components"]}


def parse_reply(data: object) -> cohere_chat.V2ChatResponse:
    """The reply of a chat in its JSON."""
    assert ENDPOINT.reply
    return ENDPOINT.reply.parse(data)


def parse_event(data: object) -> Any:
    """The event of a streamed chat in its JSON."""
    assert ENDPOINT.streaming
    return parse_tagged(ENDPOINT.streaming.events, data)


def count_calls(function: Callable[[], Any]) -> int:
    """How many Python functions are called: a measure of CPU time that a busy machine does not change."""
    count = 0

    def profile(_: Any, event: str, __: Any) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(profile)
    try:
        function()
    finally:
        sys.setprofile(None)
    return count


def server_context(authority: trustme.CA, *names: str) -> ssl.SSLContext:
    """TLS for a server of these names."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert(*names).configure_cert(context)
    return context


class Both:
    """A client of either kind, sync or async, called in the same way."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._runner = asyncio.Runner() if kind == "async" else None
        self._clients: list[Any] = []

    def client(
        self, api_key: Any = "secret-key", *, sdk: Any = cohere_chat, name: str = "ClientV2", **options: Any
    ) -> Any:
        client = getattr(sdk, name if self.kind == "sync" else f"Async{name}")(api_key, **options)
        self.waits: list[float] = []
        client._core.sleep = self._wait if self.kind == "sync" else self._async_wait
        self._clients.append(client)
        return client

    def httpx_client(self, **options: Any) -> Any:
        """A client of the caller's own; with `answer`, a function, instead of a server."""
        if answer := options.pop("answer", None):
            options["transport"] = httpx.MockTransport(answer)
        client = (httpx.Client if self.kind == "sync" else httpx.AsyncClient)(**options)
        self.closes(client)
        return client

    def closes(self, client: Any) -> None:
        """Have a client closed at the end."""
        self._clients.append(client)

    def _wait(self, seconds: float) -> None:
        self.waits.append(seconds)

    async def _async_wait(self, seconds: float) -> None:
        self.waits.append(seconds)

    def run(self, function: Callable[[], Any]) -> Any:
        """The result of a function, awaited if it is a coroutine's."""
        if self._runner is None:
            return function()

        async def main() -> Any:
            return await function()

        return self._runner.run(main())

    def chat(self, client: Any, **params: Any) -> Any:
        return self.run(lambda: client.chat(**{**CHAT, **params}))

    def call(self, method: str, client: Any, **options: Any) -> Any:
        """Call chat(), or read chat_stream() to its end, with these request options."""
        if method == "chat":
            return self.chat(client, request_options=options)
        return self.collect(client.chat_stream(**CHAT, request_options=options))

    def shut(self, closable: Any) -> None:
        """Close a client or a stream."""
        self.run(closable.close if self.kind == "sync" else closable.aclose)

    def enter(self, context: Any) -> Any:
        return self.run(context.__enter__ if self.kind == "sync" else context.__aenter__)

    def exit(self, context: Any, *error: Any) -> None:
        """Leave a `with` block, with an error's class, the error and its traceback if there was one."""
        error = error or (None, None, None)
        self.run(lambda: context.__exit__(*error) if self.kind == "sync" else context.__aexit__(*error))

    def next(self, stream: Any) -> Any:
        return self.run(lambda: next(stream) if self.kind == "sync" else anext(stream))

    def collect(self, stream: Any, into: list[Any] | None = None, *, most: int = 1_000_000) -> list[Any]:
        """What a stream, or its text_stream, gives, up to `most`; `into` keeps what came before an error."""
        items = [] if into is None else into
        if self._runner is None:
            for item in stream:
                items.append(item)
                if len(items) == most:
                    break
            return items

        async def main() -> None:
            async for item in stream:
                items.append(item)
                if len(items) == most:
                    break

        self._runner.run(main())
        return items

    def close(self) -> None:
        for client in self._clients:
            self.shut(client)
        if self._runner is not None:
            self._runner.close()
