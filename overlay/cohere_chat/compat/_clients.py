"""The clients of the official SDK: those of this package, with its constructors and the private parts that are used."""

from __future__ import annotations

import os
from enum import Enum
from typing import TYPE_CHECKING, Any, Self, TypeVar

from cohere_chat_api.contract import SERVER

import cohere_chat

from ._official import CLIENT_NAMES, placeholder

if TYPE_CHECKING:
    from types import TracebackType

_C = TypeVar("_C")


class ClientEnvironment(Enum):
    """Where the API is."""

    PRODUCTION = SERVER


def _translated(
    *,
    base_url: str | None = None,
    environment: ClientEnvironment = ClientEnvironment.PRODUCTION,
    max_retries: int | None = None,
    thread_pool_executor: object = None,
    log_warning_experimental_features: object = True,
    **options: Any,
) -> dict[str, Any]:
    """The arguments for a client of this package; the executor and the warnings are those of other endpoints."""
    if base_url is None:
        base_url = os.environ.get("CO_API_URL", "").strip() or (
            None if "httpx_client" in options else environment.value
        )
    if isinstance(base_url, str) and ("cohere.com" in base_url or "cohere.ai" in base_url):
        # Addresses of version 1 are in many configurations.
        base_url = base_url.replace("/v1", "")
    if max_retries is not None:
        options["max_retries"] = max_retries
    return {"base_url": base_url, **options}


class _HttpClient:
    """`client._client_wrapper.httpx_client`."""

    def __init__(self, client: Any) -> None:
        self._client = client

    @property
    def httpx_client(self) -> Any:
        return self._client._core.pool.get()

    @httpx_client.setter
    def httpx_client(self, given: Any) -> None:
        core = self._client._core
        core.pool = type(core.pool)(core.settings, given)


class _ClientWrapper:
    """`client._client_wrapper`, as far as frameworks look into it."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self.httpx_client = _HttpClient(client)

    def get_base_url(self) -> str:
        return str(self._client._core.settings.base_url).rstrip("/")


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

    def __init__(self, api_key: Any = None, **options: Any) -> None:
        super().__init__(api_key, **_translated(**options))

    @property
    def _client_wrapper(self) -> _ClientWrapper:
        return _ClientWrapper(self)


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

    def __init__(self, api_key: Any = None, **options: Any) -> None:
        super().__init__(api_key, **_translated(**options))

    @property
    def _client_wrapper(self) -> _ClientWrapper:
        return _ClientWrapper(self)
