"""The clients of the official SDK: those of this package, with its constructors and the private parts that are used."""

from __future__ import annotations

import os
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, Self, TypeVar

import httpx
from cohere_chat_api.contract import SERVER

import cohere_chat

from ._official import CLIENT_NAMES, placeholder

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

_C = TypeVar("_C")


class ClientEnvironment(Enum):
    """Where the API is."""

    PRODUCTION = SERVER


# Where a client is whose base URL has no scheme; RFC 2606 section 2 keeps the domain free.
_NOWHERE: Final = "http://base-url-without-scheme.invalid"


class _WithoutScheme(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Refuses all requests, since a base URL without a scheme leads nowhere."""

    def __init__(self, base_url: str) -> None:
        self._told = f"base_url must look like https://host or https://host/prefix, not {base_url!r}"

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        raise httpx.UnsupportedProtocol(self._told)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return self.handle_request(request)


def _base_url(given: Any, httpx_client: object) -> Any:
    """Where the API is by the rules of the official SDK, or None if the caller's own httpx client knows."""
    if given is None:
        variable = os.environ.get("CO_API_URL", "").strip()
        given = variable or (None if httpx_client else ClientEnvironment.PRODUCTION.value)
    # Addresses of version 1 are in many configurations.
    of_vendor = isinstance(given, str) and ("cohere.com" in given or "cohere.ai" in given)
    return given.replace("/v1", "") if of_vendor else given


def _translated(
    http_client: Callable[..., object],
    *,
    base_url: object = None,
    environment: ClientEnvironment = ClientEnvironment.PRODUCTION,
    max_retries: int | None = None,
    thread_pool_executor: object = None,
    log_warning_experimental_features: object = True,
    **options: Any,
) -> dict[str, Any]:
    """The arguments for a client of this package; the executor and the warnings are those of other endpoints."""
    if isinstance(base_url, str) and "://" not in base_url:
        # Told when the first request is sent, as by the official SDK: tests of frameworks build such clients.
        options["httpx_client"] = http_client(transport=_WithoutScheme(base_url), trust_env=False)
        base_url = _NOWHERE
    if max_retries is not None:
        options["max_retries"] = max_retries
    return {"base_url": base_url, **options}


class HttpClient:
    """What stands between a client and httpx in the official SDK: `client._client_wrapper.httpx_client`."""

    def __init__(self, *, httpx_client: Any, client: Any = None, **_options: Any) -> None:
        self._httpx_client = httpx_client
        self._client = client

    @property
    def httpx_client(self) -> Any:
        return self._client._core.pool.get() if self._client else self._httpx_client

    @httpx_client.setter
    def httpx_client(self, given: Any) -> None:
        if self._client:
            core = self._client._core
            core.pool = type(core.pool)(core.settings, given)
        self._httpx_client = given


class AsyncHttpClient(HttpClient):
    """The same between an asynchronous client and httpx."""


class _ClientWrapper:
    """`client._client_wrapper`, as far as frameworks look into it."""

    def __init__(self, client: Any, kind: type[HttpClient]) -> None:
        self._client = client
        self._httpx_client = kind(httpx_client=None, client=client)

    @property
    def httpx_client(self) -> HttpClient:
        return self._httpx_client

    @httpx_client.setter
    def httpx_client(self, given: HttpClient) -> None:
        self._httpx_client.httpx_client = given.httpx_client

    @property
    def _token(self) -> Any:
        return self._client._core.settings.api_key

    def get_base_url(self) -> str:
        told = self._client._base_url
        return str(self._client._core.settings.base_url).rstrip("/") if told is None else str(told)


def _with_placeholders(cls: type[_C]) -> type[_C]:
    """A class with all that the official clients offer."""
    for name in CLIENT_NAMES - vars(cls).keys():
        setattr(cls, name, placeholder(f"{cls.__name__}.{name}"))
    return cls


@_with_placeholders
class Client:
    """The client of version 1, of which only `v2` is there."""

    def __init__(self, api_key: Any = None, **options: Any) -> None:
        self._client = ClientV2(api_key, **options)

    @property
    def v2(self) -> Any:
        return self._client

    @property
    def _client_wrapper(self) -> _ClientWrapper:
        return self._client._client_wrapper

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._client.close()


class ClientV2(cohere_chat.ClientV2, Client):
    """ClientV2 of cohere_chat, which describes the arguments; those of the official SDK are known as well."""

    def __init__(self, api_key: Any = None, *, base_url: Any = None, **options: Any) -> None:
        self._base_url = _base_url(base_url, options.get("httpx_client"))
        super().__init__(api_key, **_translated(httpx.Client, base_url=self._base_url, **options))

    @property
    def _client_wrapper(self) -> _ClientWrapper:
        return _ClientWrapper(self, HttpClient)


@_with_placeholders
class AsyncClient:
    """The asynchronous client of version 1, of which only `v2` is there."""

    def __init__(self, api_key: Any = None, **options: Any) -> None:
        self._client = AsyncClientV2(api_key, **options)

    @property
    def v2(self) -> Any:
        return self._client

    @property
    def _client_wrapper(self) -> _ClientWrapper:
        return self._client._client_wrapper

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self._client.aclose()


class AsyncClientV2(cohere_chat.AsyncClientV2, AsyncClient):
    """AsyncClientV2 of cohere_chat, which describes the arguments; those of the official SDK are known as well."""

    def __init__(self, api_key: Any = None, *, base_url: Any = None, **options: Any) -> None:
        self._base_url = _base_url(base_url, options.get("httpx_client"))
        super().__init__(api_key, **_translated(httpx.AsyncClient, base_url=self._base_url, **options))

    @property
    def _client_wrapper(self) -> _ClientWrapper:
        return _ClientWrapper(self, AsyncHttpClient)
