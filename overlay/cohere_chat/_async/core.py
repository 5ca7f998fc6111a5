"""Sends the requests of all operations, and tries again what failed."""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

import attrs
from cohere_chat_api.endpoint import Endpoint

from .._batches import MAX_PARALLEL, build_calls, merge
from .._call import Call, build_call, unknown_argument
from .._config import RequestOptions, Settings, async_read_key
from .._deadline import after
from .._embeddings import vectors_of
from .._failures import api_error, connection_error, failures
from .._httpx import either, httpx
from .._parallel import async_run_all
from .._reply import HttpResponse, read_reply
from .._transport import AsyncPool, client_closed
from ..errors import ClientClosedError, CohereError
from .body import read_body, read_page
from .chat import AsyncChatStream
from .stream import AsyncEventReader, AsyncEventStream, open_reader

if TYPE_CHECKING:
    from .._events import Received
    from .._watch import Watch

T = TypeVar("T")

_STREAM_CLASSES: Final[Mapping[str | None, type[AsyncEventStream[Any]]]] = {
    None: AsyncEventStream,
    "ChatStream": AsyncChatStream,
}


class AsyncCore:
    """Sends the requests of a client's methods."""

    unknown_argument = staticmethod(unknown_argument)

    def __init__(self, settings: Settings, pool: AsyncPool) -> None:
        self.settings = settings
        self.pool = pool
        self.sleep = asyncio.sleep

    @property
    def raw(self) -> AsyncRawCore:
        """A core whose results tell the HTTP status and headers as well."""
        return AsyncRawCore(self)

    async def call(self, endpoint: Endpoint[T], arguments: Mapping[str, Any], options: RequestOptions | None) -> T:
        """Send a request and read the reply; see ClientV2 for what is raised."""
        return (await self.respond(endpoint, arguments, options)).data

    async def respond(
        self, endpoint: Endpoint[T], arguments: Mapping[str, Any], options: RequestOptions | None
    ) -> HttpResponse[T]:
        """The same, with the HTTP status and headers."""
        if not endpoint.batches:
            return await self._respond(build_call(self.settings, endpoint, arguments, options), None)
        calls = build_calls(self.settings, endpoint, arguments, options)
        if len(calls) == 1:
            return await self._respond(*calls[0])

        async def respond_to_all() -> HttpResponse[T]:
            responses = await async_run_all([partial(self._respond, *call) for call in calls], MAX_PARALLEL)
            merged = merge(calls, [response.data for response in responses])
            return attrs.evolve(responses[0], data=merged, content=b"")

        watch = calls[0][0].watch and calls[0][0].watch.whole_of(calls, arguments)
        return await (_watched(watch, respond_to_all, watch.reply) if watch else respond_to_all())

    async def _respond(self, call: Call, batch: str | None) -> HttpResponse[Any]:
        try:
            if call.watch:
                return await _watched(call.watch, partial(self._retry, call, self._exchange), call.watch.reply)
            return await self._retry(call, self._exchange)
        except CohereError as error:
            error.batch = batch
            raise
        finally:
            call.close()

    def stream(
        self, endpoint: Endpoint[Any], arguments: Mapping[str, Any], options: RequestOptions | None
    ) -> AsyncEventStream[Any]:
        """A stream that sends the request when it is first read."""
        assert endpoint.streaming, endpoint.name
        call = build_call(self.settings, endpoint, arguments, options, stream=True)
        stream_class = _STREAM_CLASSES[endpoint.streaming.stream_class]

        async def open_stream(received: Received) -> AsyncEventReader:
            run = partial(self._retry, call, lambda call: self._open(call, received))
            return await (_watched(call.watch, run, call.watch.first) if call.watch else run())

        return stream_class(endpoint.streaming, open_stream)

    async def _retry(self, call: Call, attempt: Callable[[Call], Awaitable[T]]) -> T:
        """Try until it succeeds or there is no use in trying."""
        failures = 0
        while True:
            try:
                return await attempt(call)
            except ClientClosedError as error:
                # Perhaps since the last attempt: then this was none.
                error.attempts = failures or error.attempts
                raise
            except CohereError as error:
                policy = self.settings.retry_policy
                wait = policy.delay(error, failures, random.random(), creates=not call.endpoint.retry_safe)
                failures += 1
                error.attempts = failures
                if wait is None or failures > call.max_retries or not call.can_resend:
                    raise
                from .._watch import report_retry  # noqa: PLC0415  # few calls need it

                report_retry(self.settings, call, failures, wait, error)
            await self.sleep(wait)

    async def _exchange(self, call: Call) -> HttpResponse[Any]:
        deadline = after(call.seconds)
        response = await self._send(call, deadline)
        content, failure = await read_body(response, self.settings.max_reply_bytes, deadline)
        if call.watch:
            call.watch.receive(response, content)
        reply = read_reply(call.endpoint, response, content, failure)
        if call.items:
            vectors_of(reply._raw, call.items)
        return HttpResponse(reply, response.status_code, response.headers, content)

    async def _open(self, call: Call, received: Received) -> AsyncEventReader:
        deadline = after(call.seconds)
        response = await self._send(call, deadline)
        return await open_reader(response, received, self.settings.max_event_bytes, deadline)

    async def _send(self, call: Call, deadline: float) -> httpx.Response:
        """Give a success, whose body is still to be read."""
        client = self.pool.get()
        key = await async_read_key(self.settings.api_key)
        request = self.pool.request(call, key)
        # Without a key, a client of the caller's own may have another way to prove who calls.
        auth = {"auth": None} if key else {}
        try:
            response = await self.pool.send(client, request, auth, deadline)
        except either(httpx.HTTPStatusError) as error:
            # From a hook of the caller's own client, which may have read the body.
            content = b""
            with contextlib.suppress(*either(httpx.ResponseNotRead)):
                content = error.response.content
            raise api_error(error.response, content, time.time()) from error
        except failures() as error:
            raise connection_error(error, request)  # noqa: B904  # it names its cause
        except RuntimeError:
            if client.is_closed:
                raise client_closed() from None
            raise
        if response.is_success:
            return response
        raise api_error(response, await read_page(response, deadline), time.time())


async def _watched(watch: Watch, run: Callable[[], Awaitable[T]], succeed: Callable[[T], object]) -> T:
    """Run, and tell those who look on the beginning and what came of it."""
    watch.begin()
    try:
        result = await run()
    except BaseException as error:
        watch.fail(error)
        raise
    succeed(result)
    return result


class AsyncRawCore:
    """See AsyncCore.raw."""

    def __init__(self, core: AsyncCore) -> None:
        self.call = core.respond
        self.stream = core.stream
        self.unknown_argument = core.unknown_argument
        self.raw = self
