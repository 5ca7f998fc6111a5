"""The synchronous client. _async_client.py is its twin: the same text but for async, await and the names."""

from __future__ import annotations

import logging
import os
import random
import time
from typing import TYPE_CHECKING, Final, Self, TypeVar

import httpx

from ._base import BaseClient
from ._body import FAILURES, read_body, read_page
from ._deadline import after
from ._http import Pool, closed
from ._reply import HttpResponse, api_error, connection_error, reply_from
from ._request import Call, RequestOptions, call_from, shows_parameters
from ._retry import RetryPolicy
from ._settings import DEFAULT_MAX_EVENT_BYTES, DEFAULT_MAX_RETRIES, ApiKey, read_key, settings_from
from ._stream import ChatStream, EventReader, read_events
from .errors import CohereError
from .helpers._sync.methods import ChatHelpers

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Unpack

    from cohere_chat_api.models import V2ChatResponse
    from cohere_chat_api.params import ChatParams

T = TypeVar("T")

_log: Final = logging.getLogger(__name__)


class ClientV2(ChatHelpers, BaseClient):
    """A client of the chat endpoint.

    It keeps connections open and may be used by many threads at once; close it, or use it as a context manager.

    Args:
        api_key: The API key, or a callable that gives it, which is asked before each HTTP request. Where it is None,
            the environment variable CO_API_KEY or else COHERE_API_KEY holds it. With an empty string no key is sent.
        base_url: Where the API is, without the endpoint's path. Where it is None, the environment variable
            CO_API_URL says so, or else it is the public API.
        client_name: Name of your project, which the API is told.
        timeout: Seconds for each HTTP request until its answer is complete or, streamed, begins; connecting is given
            10 at most, and a stream may be silent for so long. Or an httpx.Timeout, for each phase by itself. Where
            it is None, 300.
        max_retries: How many times a failed request is tried again.
        httpx_client: An httpx.Client of your own. It is used as it is, with its base URL, proxies and timeouts, and
            not closed.
        retry_policy: Which failures are tried again, and after how long.
        max_event_bytes: The largest reply, or event of a stream, that is accepted, in bytes.

    Raises:
        ConfigurationError: There is no API key, or a setting is malformed.
        TypeError, ValueError: A setting has the wrong type or value.

    chat() raises, and so does reading the stream that chat_stream() gives, which raises more (see ChatStream):
        ApiError: The API answered with an error status.
        ApiConnectionError: There was no answer, or only a part of it; ApiTimeoutError: not in time.
        InvalidResponseError: The answer is no chat reply.

    Both raise at once:
        TypeError, ValueError: An argument is unknown, missing, or nothing that can be sent.
    """

    def __init__(
        self,
        api_key: ApiKey | None = None,
        *,
        base_url: str | httpx.URL | None = None,
        client_name: str | None = None,
        timeout: float | httpx.Timeout | None = None,
        max_retries: int = DEFAULT_MAX_RETRIES,
        httpx_client: httpx.Client | None = None,
        retry_policy: RetryPolicy = RetryPolicy(),  # noqa: B008  # frozen
        max_event_bytes: int = DEFAULT_MAX_EVENT_BYTES,
    ) -> None:
        self._settings = settings_from(
            os.environ,
            httpx_client.base_url if isinstance(httpx_client, httpx.Client) else None,
            api_key=api_key,
            base_url=base_url,
            client_name=client_name,
            timeout=timeout,
            max_retries=max_retries,
            retry_policy=retry_policy,
            max_event_bytes=max_event_bytes,
        )
        self._pool = Pool(self._settings, httpx_client)
        self._sleep = time.sleep

    @shows_parameters
    def chat(self, *, request_options: RequestOptions | None = None, **params: Unpack[ChatParams]) -> V2ChatResponse:
        return self.with_raw_response.chat(request_options=request_options, **params).data

    @shows_parameters
    def chat_stream(self, *, request_options: RequestOptions | None = None, **params: Unpack[ChatParams]) -> ChatStream:
        call = call_from(self._settings, params, request_options, stream=True)
        return ChatStream(lambda: self._retried(call, self._read_events))

    @property
    def with_raw_response(self) -> RawClient:
        """The same methods, whose results tell the HTTP status and headers as well."""
        return RawClient(self)

    def close(self) -> None:
        """Close the connections. An httpx client of your own stays open."""
        self._pool.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _retried(self, call: Call, attempt: Callable[[Call], T]) -> T:
        """Try until it succeeds or there is no use in trying."""
        failures = 0
        while True:
            try:
                return attempt(call)
            except CohereError as error:
                wait = self._settings.retry_policy.delay(error, failures, random.random())
                if wait is None or failures == call.max_retries:
                    raise
                failures += 1
                _log.info("retry %d of %d in %.2f s: %s", failures, call.max_retries, wait, error)
            self._sleep(wait)

    def _chat(self, call: Call) -> HttpResponse[V2ChatResponse]:
        deadline = after(call.seconds)
        response = self._send(call, deadline)
        content, failure = read_body(response, self._settings.max_event_bytes, deadline)
        return HttpResponse(reply_from(response, content, failure), response.status_code, response.headers)

    def _read_events(self, call: Call) -> EventReader:
        deadline = after(call.seconds)
        return read_events(self._send(call, deadline), self._settings.max_event_bytes, deadline)

    def _send(self, call: Call, deadline: float) -> httpx.Response:
        """Give a success, whose body is still to be read."""
        client = self._pool.get()
        key = read_key(self._settings.api_key)
        request = self._pool.request(client, call, key)
        # Without a key, a client of the caller's own may have another way to prove who calls.
        auth = None if key else httpx.USE_CLIENT_DEFAULT
        try:
            response = self._pool.send(client, request, auth, deadline)
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
        raise api_error(response, read_page(response, deadline), time.time())


class RawClient:
    """Methods of ClientV2 whose results tell the HTTP status and headers as well."""

    def __init__(self, client: ClientV2) -> None:
        self._client = client

    @shows_parameters
    def chat(
        self, *, request_options: RequestOptions | None = None, **params: Unpack[ChatParams]
    ) -> HttpResponse[V2ChatResponse]:
        """Like ClientV2.chat()."""
        return self._client._retried(
            call_from(self._client._settings, params, request_options, stream=False), self._client._chat
        )
