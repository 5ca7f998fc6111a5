"""The clients."""

from __future__ import annotations

import os
import time
from collections.abc import AsyncIterator, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar, cast, overload

from cohere_chat_api.groups.v2 import EMBED, AsyncV2Root

from .._call import as_list, check_iterable
from .._config import AsyncApiKey, RequestOptions, build_settings, check_count, check_timeout, explain_arguments
from .._deadline import after
from .._embeddings import StreamedEmbedding, read_vectors, take_batches
from .._httpx import AsyncHttpxClient, HttpxTimeout, httpx
from .._jobs import has_succeeded, where_to_ask
from .._retry import RetryPolicy
from .._transport import AsyncPool
from ..errors import CohereError, JobTimeoutError
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


class AsyncBaseClient:
    """The base of the clients of all versions of the API."""

    _core: Any

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
        """A client with other options that shares the connections of this one: closing either closes both.

        Args:
            timeout: As for the client; None leaves it as it is.
            max_retries: As for the client; None leaves it as it is.
            additional_headers: Headers that are sent as well, or instead of those of the same name; one that is None
                is not sent.

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
            job: What create(), get() or retrieve() gave.
            timeout: Seconds until it is given up; None waits as long as it takes.
            interval: Seconds between two looks.

        Returns:
            The job as the API last told of it: an EmbedJob, a DatasetsGetResponse or a GetBatchResponse.

        Raises:
            JobFailedError: It has failed or was cancelled.
            JobTimeoutError: It has not ended in time.
            TypeError, ValueError: It is none of these, or `interval` is not above 0.
        """
        check_timeout("interval", interval)
        kind, group, method, id = where_to_ask(job)
        deadline = after(timeout)
        while True:
            job = await getattr(getattr(self, group), method)(id)
            if has_succeeded(job):
                return job
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
        """Embed any number of texts with embed(), some at a time, and give each vector as its reply arrives.

        Args:
            texts: The texts; they are read as they are needed.
            model: As for embed(), also whether it is required; the same holds for the arguments that follow.
            batch_size: How many texts are sent at a time.

        Returns:
            An iterator over the vectors: in each batch, type by type, in the order of the texts.

        Raises:
            TypeError, ValueError: `texts` is not an iterable of texts, or `batch_size` is less than 1.
        """
        check_iterable("texts", texts)
        check_count("batch_size", batch_size, least=1)
        arguments = {
            "model": model,
            "input_type": input_type,
            "embedding_types": None if embedding_types is None else as_list("embedding_types", embedding_types),
            "truncate": truncate,
            "request_options": request_options,
        }
        return self._embed_batches(texts, batch_size, arguments)

    async def _embed_batches(
        self, texts: Iterable[str], batch_size: int, arguments: Mapping[str, Any]
    ) -> AsyncIterator[StreamedEmbedding]:
        for start, batch in take_batches(texts, batch_size):
            try:
                reply = await cast("Any", self).embed(texts=batch, **arguments)
            except CohereError as error:
                error.batch = f"texts[{start}:{start + len(batch)}]"
                raise
            for vector in read_vectors(reply, start, batch):
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
        api_key: The API key, or a callable (asynchronous or not) that gives it, which is asked before each request.
            Where it is None, the environment variable CO_API_KEY or else COHERE_API_KEY holds it. With an empty string
            no key is sent.
        base_url: Where the API is, without the path of an operation. Where it is None, the environment variable
            CO_API_URL says so, or else it is the public API.
        client_name: Name of your project, which the API is told.
        timeout: Seconds for the whole reply; for streams, until the first event and between events. Connecting: at
            most 10. Or a Timeout of httpx or httpx2, for each phase by itself. Where it is None, 300.
        max_retries: How many times a failed request is tried again. Where it is None, 2.
        httpx_client: An httpx.AsyncClient or httpx2.AsyncClient of your own. It is used as it is, with its base URL and
            proxies, and with its timeout if you set one, and not closed.
        retry_policy: Which failures are tried again, and after how long.
        max_event_bytes: The largest event of a stream that is accepted, in bytes. Where it is None, 16 MiB.
        max_reply_bytes: The largest reply that is accepted, in bytes. Where it is None, 256 MiB.
        observers: Objects that look on: with any of the methods of cohere_chat.observe.Observer. The environment
            variable CO_LOG, "info" or "debug", adds the log to them.

    Raises:
        ConfigurationError: There is no API key, or a setting is malformed.
        TypeError, ValueError: A setting has the wrong type or value.

    The methods raise; those that give a stream do so when it is read, and then more (see AsyncChatStream):
        ApiError: The API answered with an error status.
        ApiConnectionError: There was no response, or only a part of it; ApiTimeoutError: not in time.
        InvalidResponseError: The response is not the reply that was asked for.

    All raise at once:
        TypeError, ValueError: An argument is unknown, missing, or can't be sent.
    """

    @property
    def v2(self) -> Self:
        """This client; version 1's has one, too."""
        return self
