# Made by `make generate` from openapi.yaml. Do not edit.
"""Datasets of requests, each run as one job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from ..endpoint import Endpoint, Pages, Parameter, Reply, Resource, async_iterate, iterate, operation

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from cohere_chat import HttpResponse, RequestOptions

    from ..endpoint import AsyncCore, Core
    from ..models.batch import Batch
    from ..models.create_batch_response import CreateBatchResponse
    from ..models.get_batch_response import GetBatchResponse
    from ..models.list_batches_response import ListBatchesResponse
    from ..params import BatchParam

LIST: Final[Endpoint[ListBatchesResponse]] = Endpoint(
    name="batches.list",
    method="GET",
    path="/v2/batches",
    parameters={
        "page_size": Parameter("query", "integer"),
        "page_token": Parameter("query", "string"),
        "order_by": Parameter("query", "string"),
    },
    reply=Reply("ListBatchesResponse"),
    pages=Pages("batches", "page_token", "next_page_token"),
)
CREATE: Final[Endpoint[CreateBatchResponse]] = Endpoint(
    name="batches.create",
    method="POST",
    path="/v2/batches",
    body="json",
    parameters={
        "request": Parameter("whole", "object", required=True),
    },
    reply=Reply("CreateBatchResponse", objects=("batch",)),
    retry_safe=False,
)
RETRIEVE: Final[Endpoint[GetBatchResponse]] = Endpoint(
    name="batches.retrieve",
    method="GET",
    path="/v2/batches/{id}",
    parameters={
        "id": Parameter("path", "string", required=True),
    },
    reply=Reply("GetBatchResponse", objects=("batch",)),
)
CANCEL: Final[Endpoint[dict[str, Any]]] = Endpoint(
    name="batches.cancel",
    method="POST",
    path="/v2/batches/{id}:cancel",
    parameters={
        "id": Parameter("path", "string", required=True),
    },
    reply=Reply(None),
)


class BatchesClient(Resource):
    """Datasets of requests, each run as one job."""

    _core: Core

    @property
    def with_raw_response(self) -> BatchesClientWithRawResponse:
        """The same methods, each of which gives the HTTP status and headers with the reply."""
        return cast("BatchesClientWithRawResponse", BatchesClient(self._core.raw))

    @operation(LIST)
    def list(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        order_by: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> ListBatchesResponse:
        """List the batches.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            page_size: Maximum number of batches in a page; the service takes more than 1000 for 1000 (default 50).
            page_token: The `next_page_token` of the page before.
            order_by: `created_at` or `updated_at`.
            request_options: Options of this call; see RequestOptions.

        Returns:
            ListBatchesResponse: A page of batches.
        """
        return self._core.call(
            LIST,
            {
                "page_size": page_size,
                "page_token": page_token,
                "order_by": order_by,
            },
            request_options,
        )

    @operation(LIST)
    def iterate(
        self,
        *,
        page_size: int | None = None,
        order_by: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> Iterator[Batch]:
        """List the batches.

        All items, page by page, each page when its first item is asked for.

        Args:
            page_size: Maximum number of batches in a page; the service takes more than 1000 for 1000 (default 50).
            order_by: `created_at` or `updated_at`.
            request_options: Options of this call; see RequestOptions.

        Returns:
            An iterator over the items.
        """
        return iterate(
            self._core,
            LIST,
            {
                "page_size": page_size,
                "order_by": order_by,
            },
            request_options,
        )

    @operation(CREATE)
    def create(
        self,
        *,
        request: BatchParam | Batch,
        request_options: RequestOptions | None = None,
    ) -> CreateBatchResponse:
        """Start a batch, which runs the requests of a dataset.

        The client's own docstring names the errors.

        Args:
            request: The batch (required).
            request_options: Options of this call; see RequestOptions.

        Returns:
            CreateBatchResponse: A new batch.
        """
        return self._core.call(
            CREATE,
            {
                "request": request,
            },
            request_options,
        )

    @operation(RETRIEVE)
    def retrieve(
        self,
        id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> GetBatchResponse:
        """Get a batch.

        The client's own docstring names the errors.

        Args:
            id: Id of the batch (required).
            request_options: Options of this call; see RequestOptions.

        Returns:
            GetBatchResponse: A batch.
        """
        return self._core.call(
            RETRIEVE,
            {
                "id": id,
            },
            request_options,
        )

    @operation(CANCEL)
    def cancel(
        self,
        id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """Stop a batch.

        The client's own docstring names the errors.

        Args:
            id: Id of the batch (required).
            request_options: Options of this call; see RequestOptions.

        Returns:
            dict[str, Any]: An empty object.
        """
        return self._core.call(
            CANCEL,
            {
                "id": id,
            },
            request_options,
        )


class AsyncBatchesClient(Resource):
    """Datasets of requests, each run as one job."""

    _core: AsyncCore

    @property
    def with_raw_response(self) -> AsyncBatchesClientWithRawResponse:
        """The same methods, each of which gives the HTTP status and headers with the reply."""
        return cast("AsyncBatchesClientWithRawResponse", AsyncBatchesClient(self._core.raw))

    @operation(LIST)
    async def list(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        order_by: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> ListBatchesResponse:
        """List the batches.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            page_size: Maximum number of batches in a page; the service takes more than 1000 for 1000 (default 50).
            page_token: The `next_page_token` of the page before.
            order_by: `created_at` or `updated_at`.
            request_options: Options of this call; see RequestOptions.

        Returns:
            ListBatchesResponse: A page of batches.
        """
        return await self._core.call(
            LIST,
            {
                "page_size": page_size,
                "page_token": page_token,
                "order_by": order_by,
            },
            request_options,
        )

    @operation(LIST)
    def iterate(
        self,
        *,
        page_size: int | None = None,
        order_by: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncIterator[Batch]:
        """List the batches.

        All items, page by page, each page when its first item is asked for.

        Args:
            page_size: Maximum number of batches in a page; the service takes more than 1000 for 1000 (default 50).
            order_by: `created_at` or `updated_at`.
            request_options: Options of this call; see RequestOptions.

        Returns:
            An iterator over the items.
        """
        return async_iterate(
            self._core,
            LIST,
            {
                "page_size": page_size,
                "order_by": order_by,
            },
            request_options,
        )

    @operation(CREATE)
    async def create(
        self,
        *,
        request: BatchParam | Batch,
        request_options: RequestOptions | None = None,
    ) -> CreateBatchResponse:
        """Start a batch, which runs the requests of a dataset.

        The client's own docstring names the errors.

        Args:
            request: The batch (required).
            request_options: Options of this call; see RequestOptions.

        Returns:
            CreateBatchResponse: A new batch.
        """
        return await self._core.call(
            CREATE,
            {
                "request": request,
            },
            request_options,
        )

    @operation(RETRIEVE)
    async def retrieve(
        self,
        id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> GetBatchResponse:
        """Get a batch.

        The client's own docstring names the errors.

        Args:
            id: Id of the batch (required).
            request_options: Options of this call; see RequestOptions.

        Returns:
            GetBatchResponse: A batch.
        """
        return await self._core.call(
            RETRIEVE,
            {
                "id": id,
            },
            request_options,
        )

    @operation(CANCEL)
    async def cancel(
        self,
        id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """Stop a batch.

        The client's own docstring names the errors.

        Args:
            id: Id of the batch (required).
            request_options: Options of this call; see RequestOptions.

        Returns:
            dict[str, Any]: An empty object.
        """
        return await self._core.call(
            CANCEL,
            {
                "id": id,
            },
            request_options,
        )


if TYPE_CHECKING:

    class BatchesClientWithRawResponse:
        """BatchesClient.with_raw_response."""

        def list(
            self,
            *,
            page_size: int | None = None,
            page_token: str | None = None,
            order_by: str | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[ListBatchesResponse]: ...
        def create(
            self,
            *,
            request: BatchParam | Batch,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[CreateBatchResponse]: ...
        def retrieve(
            self,
            id: str,
            *,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[GetBatchResponse]: ...
        def cancel(
            self,
            id: str,
            *,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[dict[str, Any]]: ...

    class AsyncBatchesClientWithRawResponse:
        """AsyncBatchesClient.with_raw_response."""

        async def list(
            self,
            *,
            page_size: int | None = None,
            page_token: str | None = None,
            order_by: str | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[ListBatchesResponse]: ...
        async def create(
            self,
            *,
            request: BatchParam | Batch,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[CreateBatchResponse]: ...
        async def retrieve(
            self,
            id: str,
            *,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[GetBatchResponse]: ...
        async def cancel(
            self,
            id: str,
            *,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[dict[str, Any]]: ...
