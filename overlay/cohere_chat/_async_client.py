"""The asynchronous client. _client.py is its twin: the same text but for async, await and the names."""

from __future__ import annotations

import asyncio
import logging
import os
import random
import time
from typing import TYPE_CHECKING, Final, Self, TypeVar

import httpx

from ._async_stream import AsyncChatStream, AsyncEventReader, read_events
from ._base import BaseClient
from ._body import FAILURES, async_read_body, async_read_page
from ._deadline import after
from ._http import AsyncPool, closed
from ._reply import HttpResponse, api_error, connection_error, reply_from
from ._request import Call, RequestOptions, call_from, shows_parameters
from ._retry import RetryPolicy
from ._settings import DEFAULT_MAX_EVENT_BYTES, DEFAULT_MAX_RETRIES, AsyncApiKey, async_read_key, settings_from
from .errors import CohereError
from .helpers._async.methods import AsyncChatHelpers

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import Unpack

    from cohere_chat_api.models import V2ChatResponse
    from cohere_chat_api.params import ChatParams

T = TypeVar("T")

_log: Final = logging.getLogger(__name__)


class AsyncClientV2(AsyncChatHelpers, BaseClient):
    """A client of the chat endpoint for asyncio: as ClientV2, but that chat() is awaited.

    It may be used by many tasks at once, and by event loops in turn. The stream that chat_stream() gives is read with
    `async for`; close() is aclose().

    Args:
        api_key: As for ClientV2; a callable may be asynchronous.
        httpx_client: As for ClientV2, but an httpx.AsyncClient.

    All else, and what is raised, is as for ClientV2.
    """

    def __init__(
        self,
        api_key: AsyncApiKey | None = None,
        *,
        base_url: str | httpx.URL | None = None,
        client_name: str | None = None,
        timeout: float | httpx.Timeout | None = None,
        max_retries: int = DEFAULT_MAX_RETRIES,
        httpx_client: httpx.AsyncClient | None = None,
        retry_policy: RetryPolicy = RetryPolicy(),  # noqa: B008  # frozen
        max_event_bytes: int = DEFAULT_MAX_EVENT_BYTES,
    ) -> None:
        self._settings = settings_from(
            os.environ,
            httpx_client.base_url if isinstance(httpx_client, httpx.AsyncClient) else None,
            api_key=api_key,
            base_url=base_url,
            client_name=client_name,
            timeout=timeout,
            max_retries=max_retries,
            retry_policy=retry_policy,
            max_event_bytes=max_event_bytes,
        )
        self._pool = AsyncPool(self._settings, httpx_client)
        self._sleep = asyncio.sleep

    @shows_parameters
    async def chat(
        self, *, request_options: RequestOptions | None = None, **params: Unpack[ChatParams]
    ) -> V2ChatResponse:
        return (await self.with_raw_response.chat(request_options=request_options, **params)).data

    @shows_parameters
    def chat_stream(
        self, *, request_options: RequestOptions | None = None, **params: Unpack[ChatParams]
    ) -> AsyncChatStream:
        call = call_from(self._settings, params, request_options, stream=True)
        return AsyncChatStream(lambda: self._retried(call, self._read_events))

    @property
    def with_raw_response(self) -> AsyncRawClient:
        """The same methods, whose results tell the HTTP status and headers as well."""
        return AsyncRawClient(self)

    async def aclose(self) -> None:
        """Close the connections. An httpx client of your own stays open."""
        await self._pool.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def _retried(self, call: Call, attempt: Callable[[Call], Awaitable[T]]) -> T:
        """Try until it succeeds or there is no use in trying."""
        failures = 0
        while True:
            try:
                return await attempt(call)
            except CohereError as error:
                wait = self._settings.retry_policy.delay(error, failures, random.random())
                if wait is None or failures == call.max_retries:
                    raise
                failures += 1
                _log.info("retry %d of %d in %.2f s: %s", failures, call.max_retries, wait, error)
            await self._sleep(wait)

    async def _chat(self, call: Call) -> HttpResponse[V2ChatResponse]:
        deadline = after(call.seconds)
        response = await self._send(call, deadline)
        content, failure = await async_read_body(response, self._settings.max_event_bytes, deadline)
        return HttpResponse(reply_from(response, content, failure), response.status_code, response.headers)

    async def _read_events(self, call: Call) -> AsyncEventReader:
        deadline = after(call.seconds)
        return await read_events(await self._send(call, deadline), self._settings.max_event_bytes, deadline)

    async def _send(self, call: Call, deadline: float) -> httpx.Response:
        """Give a success, whose body is still to be read."""
        client = self._pool.get()
        key = await async_read_key(self._settings.api_key)
        request = self._pool.request(client, call, key)
        # Without a key, a client of the caller's own may have another way to prove who calls.
        auth = None if key else httpx.USE_CLIENT_DEFAULT
        try:
            response = await self._pool.send(client, request, auth, deadline)
        except httpx.HTTPStatusError as error:
            # From a hook of the caller's own client, which may have read the body.
            content = error.response.content if error.response.is_stream_consumed else b""
            raise api_error(error.response, content, time.time()) from error
        except FAILURES as error:
            raise connection_error(error, request)  # noqa: B904  # it names its cause
        except RuntimeError:
            if client.is_closed:
                raise closed() from None
            raise
        if response.is_success:
            return response
        raise api_error(response, await async_read_page(response, deadline), time.time())


class AsyncRawClient:
    """Methods of AsyncClientV2 whose results tell the HTTP status and headers as well."""

    def __init__(self, client: AsyncClientV2) -> None:
        self._client = client

    @shows_parameters
    async def chat(
        self, *, request_options: RequestOptions | None = None, **params: Unpack[ChatParams]
    ) -> HttpResponse[V2ChatResponse]:
        """Like AsyncClientV2.chat()."""
        return await self._client._retried(
            call_from(self._client._settings, params, request_options, stream=False), self._client._chat
        )
