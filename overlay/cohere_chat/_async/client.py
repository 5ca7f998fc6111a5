"""The clients."""

from __future__ import annotations

import math
import os
import time
from collections.abc import AsyncIterator, Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, Self, TypeVar, cast, overload

from cohere_chat_api.endpoint import Endpoint
from cohere_chat_api.groups.v2 import EMBED, AsyncV2Root

from .._call import as_list, build_call, check_iterable
from .._config import (
    AsyncApiKey,
    RequestOptions,
    build_settings,
    check_count,
    check_seconds,
    explain_arguments,
    shorten,
)
from .._deadline import after
from .._embeddings import StreamedEmbedding, read_vectors, take_batches, vectors_of
from .._httpx import AsyncHttpxClient, HttpxTimeout, httpx
from .._jobs import has_succeeded, where_to_ask
from .._retry import RetryPolicy
from .._transport import AsyncPool
from ..errors import ApiTimeoutError, CohereError, JobTimeoutError
from ..helpers._async.methods import AsyncChatHelpers
from .core import AsyncCore

if TYPE_CHECKING:
    from cohere_chat_api.models import (
        Batch,
        CreateBatchResponse,
        CreateEmbedJobResponse,
        Dataset,
        DatasetsCreateResponse,
        DatasetsGetResponse,
        EmbeddingType,
        EmbedInputType,
        EmbedJob,
        GetBatchResponse,
    )

C = TypeVar("C", bound="AsyncBaseClient")

# Seconds that wait() gives a request even when its time is over.
_LAST_LOOK: Final = 1.0


class AsyncBaseClient:
    """Base class of the clients of all versions of the API."""

    _core: Any
    _embed_endpoint: ClassVar[Endpoint[Any]] = EMBED

    @explain_arguments
    def __init__(
        self,
        api_key: AsyncApiKey | None = None,
        *,
        base_url: str | httpx.URL | None = None,
        client_name: str | None = None,
        timeout: float | HttpxTimeout | None = None,
        max_retries: int | None = None,
        httpx_client: AsyncHttpxClient | None = None,
        retry_policy: RetryPolicy | None = None,
        max_event_bytes: int | None = None,
        max_reply_bytes: int | None = None,
        observers: Iterable[object] | None = None,
    ) -> None:
        settings = build_settings(
            os.environ,
            httpx_client,
            api_key=api_key,
            base_url=base_url,
            client_name=client_name,
            timeout=timeout,
            max_retries=max_retries,
            retry_policy=retry_policy,
            max_event_bytes=max_event_bytes,
            max_reply_bytes=max_reply_bytes,
            observers=observers,
        )
        self._core = AsyncCore(settings, AsyncPool(settings, httpx_client))

    @explain_arguments
    def with_options(
        self,
        *,
        timeout: float | HttpxTimeout | None = None,
        max_retries: int | None = None,
        additional_headers: Mapping[str, str | None] | None = None,
    ) -> Self:
        """Return a client with other options that shares the connections of this one: closing either closes both.

        Args:
            timeout: As for the client; None keeps the present one.
            max_retries: As for the client; None keeps the present one.
            additional_headers: Headers to add, or to replace those of the same name; one that is None is not sent.

        Raises:
            TypeError, ValueError: An option has the wrong type or value.
        """
        other = self._as(type(self))
        other._core.settings = self._core.settings.updated(timeout, max_retries, additional_headers)
        return other

    def _as(self, kind: type[C]) -> C:
        """A client of another kind with the same settings that shares the connections of this one."""
        other = object.__new__(kind)
        other._core = AsyncCore(self._core.settings, self._core.pool)
        other._core.sleep = self._core.sleep
        return other

    @overload
    async def wait(
        self,
        job: EmbedJob | CreateEmbedJobResponse,
        *,
        timeout: float | None = None,  # noqa: ASYNC109
        interval: float = 2.0,
    ) -> EmbedJob: ...

    @overload
    async def wait(
        self,
        job: DatasetsCreateResponse | DatasetsGetResponse | Dataset,
        *,
        timeout: float | None = None,  # noqa: ASYNC109
        interval: float = 2.0,
    ) -> DatasetsGetResponse: ...

    @overload
    async def wait(
        self,
        job: CreateBatchResponse | GetBatchResponse | Batch,
        *,
        timeout: float | None = None,  # noqa: ASYNC109
        interval: float = 2.0,
    ) -> GetBatchResponse: ...

    @explain_arguments
    async def wait(self, job: Any, *, timeout: float | None = None, interval: float = 2.0) -> Any:  # noqa: ASYNC109
        """Wait until an embed job, a dataset or a batch has ended.

        Args:
            job: The reply of create(), get() or retrieve().
            timeout: Seconds to wait at most, or one second more; None means no limit. Retries come on top, and the
                timeout of your own httpx client, if you pass one, stays as it is.
            interval: Seconds between two requests.

        Returns:
            The final state of the job: an EmbedJob, a DatasetsGetResponse or a GetBatchResponse.

        Raises:
            JobFailedError: The job failed or was cancelled.
            JobTimeoutError: The job did not end in time; it continues at the service.
            TypeError, ValueError: `job` is none of these, or `timeout` or `interval` is no number of seconds.
        """
        check_seconds("interval", interval)
        if timeout not in (None, 0, math.inf):
            check_seconds("timeout", timeout)
        kind, group, method, id = where_to_ask(job)
        deadline = after(timeout)
        while True:
            seconds = max(deadline - time.monotonic(), _LAST_LOOK)
            options = None if seconds == math.inf else {"timeout": shorten(self._core.settings.timeout, seconds)}
            try:
                job = await getattr(getattr(self, group), method)(id, request_options=options)
                if has_succeeded(job):
                    return job
            except ApiTimeoutError:
                if time.monotonic() < deadline:
                    raise
            left = deadline - time.monotonic()
            if left <= 0:
                raise JobTimeoutError(f"the {kind} {id} has not ended after {timeout:g} s; wait() again, or longer")
            await self._core.sleep(min(interval, left))

    @explain_arguments
    def embed_stream(
        self,
        *,
        texts: Iterable[str],
        model: str | None = None,
        input_type: EmbedInputType | None = None,
        embedding_types: Iterable[EmbeddingType] | None = None,
        truncate: Literal["NONE", "START", "END"] | None = None,
        batch_size: int = EMBED.batches["texts"],
        request_options: RequestOptions | None = None,
    ) -> AsyncIterator[StreamedEmbedding]:
        """Embed any number of texts by embed(), a batch at a time, and give the vectors as each reply arrives.

        Args:
            texts: The texts, read as they are needed.
            model: As for embed(), like the arguments that follow; the same ones are required.
            batch_size: The number of texts in a request.

        Returns:
            An iterator over the vectors: within each batch, type by type, in the order of the texts.

        Raises:
            TypeError, ValueError: An argument is missing, or can't be sent; for an item of `texts`, once it is read.
        """
        check_iterable("texts", texts)
        check_count("batch_size", batch_size, least=1)
        arguments = {
            "model": model,
            "input_type": input_type,
            "embedding_types": None if embedding_types is None else as_list("embedding_types", embedding_types),
            "truncate": truncate,
        }
        # To raise now.
        build_call(self._core.settings, self._embed_endpoint, {**arguments, "texts": [""]}, request_options)
        return self._embed_batches(texts, batch_size, arguments, request_options)

    async def _embed_batches(
        self, texts: Iterable[str], batch_size: int, arguments: Mapping[str, Any], options: RequestOptions | None
    ) -> AsyncIterator[StreamedEmbedding]:
        for start, batch in take_batches(texts, batch_size):
            try:
                reply = await cast("Any", self).embed(texts=batch, **arguments, request_options=options)
                vectors = vectors_of(reply._raw, len(batch))
            except CohereError as error:
                error.batch = f"texts[{start}:{start + len(batch)}]"
                raise
            except (TypeError, ValueError):
                # To name the place among all texts.
                build_call(
                    self._core.settings, self._embed_endpoint, {**arguments, "texts": [""] * start + batch}, options
                )
                raise
            for vector in read_vectors(vectors, start, batch):
                yield vector

    async def aclose(self) -> None:
        """Close the connections. An httpx client of your own stays open."""
        await self._core.pool.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={str(self._core.settings.base_url).rstrip('/')!r})"

    def __reduce__(self) -> str:
        raise TypeError(f"{type(self).__name__} can't be pickled or copied: build one in each process")


class AsyncClientV2(AsyncChatHelpers, AsyncBaseClient, AsyncV2Root):
    """A client of version 2 of the API, for asyncio.

    It keeps connections open; close it, or use it as a context manager.
    Any number of tasks may use it at once, and one event loop after another.

    Args:
        api_key: The API key, or a callable (asynchronous or not) that returns it and is called before each request.
            Default: the environment variable CO_API_KEY, or else COHERE_API_KEY. An empty string sends no key.
        base_url: The URL of the API, without the path of an operation. Default: the environment variable CO_API_URL, or
            else the public API.
        client_name: The name of your project, sent to the API.
        timeout: Seconds for the whole reply; for streams, until the first event and between events. Connecting: at
            most 10. Or a Timeout of httpx or httpx2, with limits for each phase. Default: 300.
        max_retries: How many times a failed request is retried. Default: 2.
        httpx_client: An httpx.AsyncClient or httpx2.AsyncClient of your own. It is used as it is, with its base URL and
            proxies, and with its timeout if you set one. It is not closed.
        retry_policy: Which failures are retried, and after what wait.
        max_event_bytes: The largest accepted event of a stream, in bytes. Default: 16 MiB.
        max_reply_bytes: The largest accepted reply, in bytes. Default: 256 MiB.
        observers: Objects that are told of every call, with any of the methods of cohere_chat.observe.Observer. The
            environment variable CO_LOG, "info" or "debug", adds the log to them.

    Raises:
        ConfigurationError: There is no API key, or a setting is malformed.
        TypeError, ValueError: A setting has the wrong type or value.

    Methods raise; streams do so while they are read, and more (see AsyncChatStream):
        ApiError: The API answered with an error status.
        ApiConnectionError: There was no response, or only a part of it; ApiTimeoutError: not in time.
        InvalidResponseError: The response is not the expected reply.

    All methods raise at once:
        TypeError, ValueError: An argument is unknown, missing, or can't be sent.
    """

    @property
    def v2(self) -> Self:
        """This client itself; version 1's clients have a `v2`, too."""
        return self
