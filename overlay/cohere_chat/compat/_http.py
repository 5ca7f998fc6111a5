"""What is between the clients of the official SDK and httpx, as far as frameworks look into it."""

from __future__ import annotations

import os
from enum import Enum
from typing import Any, Final

from cohere_chat_api.contract import SERVER

from .._httpx import httpx

__all__ = ["AsyncHttpClient", "ClientEnvironment", "DefaultAsyncHttpxClient", "HttpClient"]

# Where a client is whose base URL has no scheme; RFC 2606 section 2 keeps the domain free.
NOWHERE: Final = "http://base-url-without-scheme.invalid"


class ClientEnvironment(Enum):
    """Where the API is."""

    PRODUCTION = SERVER


class DefaultAsyncHttpxClient(httpx.AsyncClient):
    """An httpx.AsyncClient that has a timeout of 60 s and follows redirects, unless it is told otherwise."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"timeout": 60, "follow_redirects": True, **options})


class RefusingTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Refuses all requests, since a base URL without a scheme leads nowhere."""

    def __init__(self, base_url: str) -> None:
        self._message = f"base_url must look like https://host or https://host/prefix, not {base_url!r}"

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        raise httpx.UnsupportedProtocol(self._message)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return self.handle_request(request)


def find_base_url(given: Any, environment: ClientEnvironment, httpx_client: object) -> Any:
    """Where the API is by the rules of the official SDK, or None if the caller's own httpx client knows."""
    if given is None:
        variable = os.environ.get("CO_API_URL", "").strip()
        given = variable or (None if httpx_client else environment.value)
    # Addresses of version 1 are in many configurations.
    of_vendor = isinstance(given, str) and ("cohere.com" in given or "cohere.ai" in given)
    return given.replace("/v1", "") if of_vendor else given


class HttpClient:
    """`client._client_wrapper.httpx_client`."""

    def __init__(self, *, httpx_client: Any, client: Any = None, **_options: Any) -> None:
        self._httpx_client = httpx_client
        self._client = client

    @property
    def httpx_client(self) -> Any:
        if not self._client:
            return self._httpx_client
        client = self._client._core.pool.get()
        return getattr(client, "first", client)

    @httpx_client.setter
    def httpx_client(self, given: Any) -> None:
        if self._client:
            core = self._client._core
            core.pool = type(core.pool)(core.settings, given)
        self._httpx_client = given


class AsyncHttpClient(HttpClient):
    """The same of an asynchronous client."""


class ClientWrapper:
    """`client._client_wrapper`."""

    def __init__(self, client: Any, base_url: object, kind: type[HttpClient]) -> None:
        self.client = client
        self._base_url = base_url
        self._http_client = kind(httpx_client=None, client=client)

    @property
    def httpx_client(self) -> HttpClient:
        return self._http_client

    @httpx_client.setter
    def httpx_client(self, given: HttpClient) -> None:
        self._http_client.httpx_client = given.httpx_client

    @property
    def _token(self) -> Any:
        return self.client._core.settings.api_key

    def get_base_url(self) -> str:
        known = self.client._core.settings.base_url
        return str(known).rstrip("/") if self._base_url is None else str(self._base_url)
