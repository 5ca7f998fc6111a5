"""Which httpx client sends the requests: the caller's own, or one of ours per process and event loop."""

from __future__ import annotations

import asyncio
import functools
import os
import ssl
from collections.abc import Mapping
from typing import Any
from urllib.request import getproxies

import httpx
from cohere_chat_api.api.v2 import chat as endpoint

from ._request import Call
from ._settings import Settings
from .errors import ClientClosedError, ConfigurationError

# A stream holds its connection as long as it lasts, so there is no limit; idle connections are few and closed soon.
_LIMITS = httpx.Limits(max_connections=None, max_keepalive_connections=100, keepalive_expiry=30.0)
# What is no chat reply, such as an error page, is read no further than this, in bytes.
_BEGINNING = 1024 * 1024
_CLOSED = "this client is closed: build a new one"


class Pool:
    """Gives ClientV2 its httpx client.

    A forked process gets a client of its own: two processes on one connection would read each other's answers.
    """

    def __init__(self, settings: Settings, given: httpx.Client | None) -> None:
        if given is not None and not isinstance(given, httpx.Client):
            raise ConfigurationError(f"httpx_client must be an httpx.Client, not {_named(given)}")
        self._settings = settings
        self._owned = given is None
        self._client = httpx.Client(**_options(settings.url)) if given is None else given
        self._process = os.getpid()

    def get(self) -> httpx.Client:
        if self._client.is_closed:
            raise ClientClosedError(_CLOSED)
        if self._owned and self._process != os.getpid():
            self._client = httpx.Client(**_options(self._settings.url))
            self._process = os.getpid()
        return self._client

    def request(self, client: httpx.Client, call: Call, key: str) -> httpx.Request:
        return _request(client, call, key, self._owned)

    def close(self) -> None:
        if self._owned:
            self._client.close()


class AsyncPool:
    """Gives AsyncClientV2 its httpx client.

    An event loop after another one gets a client of its own: connections belong to the loop that opened them, and
    end with it unless the client is closed there.
    """

    def __init__(self, settings: Settings, given: httpx.AsyncClient | None) -> None:
        if given is not None and not isinstance(given, httpx.AsyncClient):
            raise ConfigurationError(f"httpx_client must be an httpx.AsyncClient, not {_named(given)}")
        self._settings = settings
        self._owned = given is None
        self._client = httpx.AsyncClient(**_options(settings.url)) if given is None else given
        self._process = os.getpid()
        self._loop: asyncio.AbstractEventLoop | None = None

    def get(self) -> httpx.AsyncClient:
        if self._client.is_closed:
            raise ClientClosedError(_CLOSED)
        if self._owned:
            loop = asyncio.get_running_loop()
            if self._loop is not loop or self._process != os.getpid():
                if self._loop is not None:
                    self._client = httpx.AsyncClient(**_options(self._settings.url))
                self._process, self._loop = os.getpid(), loop
        return self._client

    def request(self, client: httpx.AsyncClient, call: Call, key: str) -> httpx.Request:
        return _request(client, call, key, self._owned)

    async def aclose(self) -> None:
        if self._owned and not self._client.is_closed:
            # In a new client, if the loop is a new one: what another loop opened can be closed there only.
            await self.get().aclose()


def read_beginning(response: httpx.Response) -> bytes:
    """Read and close an answer that is no chat reply; if it breaks off, what came of it will do."""
    content = b""
    try:
        for chunk in response.iter_bytes():
            content += chunk
            if len(content) > _BEGINNING:
                break
    except httpx.HTTPError:
        pass
    finally:
        response.close()
    return content[:_BEGINNING]


async def async_read_beginning(response: httpx.Response) -> bytes:
    """The same without blocking the event loop."""
    content = b""
    try:
        async for chunk in response.aiter_bytes():
            content += chunk
            if len(content) > _BEGINNING:
                break
    except httpx.HTTPError:
        pass
    finally:
        await response.aclose()
    return content[:_BEGINNING]


def _request(client: httpx.Client | httpx.AsyncClient, call: Call, key: str, owned: bool) -> httpx.Request:
    headers = call.headers_with(key)
    if not owned:
        # With the caller's own headers, cookies and parameters.
        timeout: Any = httpx.USE_CLIENT_DEFAULT if call.timeout is None else call.timeout
        return client.build_request(endpoint.METHOD, call.url, headers=headers, content=call.content, timeout=timeout)
    extensions = {"timeout": call.timeout.as_dict()} if call.timeout else {}
    return httpx.Request(endpoint.METHOD, call.url, headers=headers, content=call.content, extensions=extensions)


def _options(url: httpx.URL) -> Mapping[str, Any]:
    # Certificates take tens of milliseconds to load; without TLS on the way there is no use for them.
    plain = url.scheme == "http" and not getproxies()
    return {"limits": _LIMITS, "verify": ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT) if plain else _tls()}


def _tls() -> ssl.SSLContext:
    return _tls_of(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))


@functools.cache
def _tls_of(_file: str | None, _folder: str | None) -> ssl.SSLContext:
    """One for all clients under the same environment variables, which httpx reads."""
    return httpx.create_ssl_context()


def _named(value: object) -> str:
    return f"{type(value).__module__}.{type(value).__qualname__}"
