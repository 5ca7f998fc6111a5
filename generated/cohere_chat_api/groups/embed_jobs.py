# Made by `make generate` from openapi.yaml. Do not edit.
"""Embedding of whole datasets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from ..endpoint import Endpoint, Parameter, Reply, Resource, operation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cohere_chat import HttpResponse, RequestOptions

    from ..endpoint import AsyncCore, Core
    from ..models.create_embed_job_request import CreateEmbedJobRequestTruncate
    from ..models.create_embed_job_response import CreateEmbedJobResponse
    from ..models.embed_input_type import EmbedInputType
    from ..models.embed_job import EmbedJob
    from ..models.embedding_type import EmbeddingType
    from ..models.list_embed_job_response import ListEmbedJobResponse

LIST: Final[Endpoint[ListEmbedJobResponse]] = Endpoint(
    name="embed_jobs.list",
    method="GET",
    path="/v1/embed-jobs",
    reply=Reply("ListEmbedJobResponse"),
)
CREATE: Final[Endpoint[CreateEmbedJobResponse]] = Endpoint(
    name="embed_jobs.create",
    method="POST",
    path="/v1/embed-jobs",
    body="json",
    parameters={
        "model": Parameter("body", "string", required=True),
        "dataset_id": Parameter("body", "string", required=True),
        "input_type": Parameter("body", "string", required=True),
        "name": Parameter("body", "string"),
        "embedding_types": Parameter("body", "array", items="string"),
        "truncate": Parameter("body", "string"),
    },
    reply=Reply("CreateEmbedJobResponse"),
    retry_safe=False,
)
GET: Final[Endpoint[EmbedJob]] = Endpoint(
    name="embed_jobs.get",
    method="GET",
    path="/v1/embed-jobs/{id}",
    parameters={
        "id": Parameter("path", "string", required=True),
    },
    reply=Reply("EmbedJob"),
)
CANCEL: Final[Endpoint[None]] = Endpoint(
    name="embed_jobs.cancel",
    method="POST",
    path="/v1/embed-jobs/{id}/cancel",
    parameters={
        "id": Parameter("path", "string", required=True),
    },
)


class EmbedJobsClient(Resource):
    """Embedding of whole datasets."""

    _core: Core

    @property
    def with_raw_response(self) -> EmbedJobsClientWithRawResponse:
        """The same methods, each of which gives the HTTP status and headers with the reply."""
        return cast("EmbedJobsClientWithRawResponse", EmbedJobsClient(self._core.raw))

    @operation(LIST)
    def list(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> ListEmbedJobResponse:
        """List all embed jobs.

        The client's own docstring names the errors.

        Args:
            request_options: Options of this call; see RequestOptions.

        Returns:
            ListEmbedJobResponse: The embed jobs.
        """
        return self._core.call(LIST, {}, request_options)

    @operation(CREATE)
    def create(
        self,
        *,
        model: str,
        dataset_id: str,
        input_type: EmbedInputType,
        name: str | None = None,
        embedding_types: Iterable[EmbeddingType] | None = None,
        truncate: CreateEmbedJobRequestTruncate | None = None,
        request_options: RequestOptions | None = None,
    ) -> CreateEmbedJobResponse:
        """Start a job that turns the texts of a dataset into vectors.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            model: Name of the model, such as `embed-english-v3.0` (required).
            dataset_id: Id of a validated dataset of the type `embed-input` (required).
            input_type: What the vectors are for: documents to be found, queries to find them with, a classifier,
                clusters; or that the input is an image (required; one of search_document, search_query,
                classification, clustering, image).
            name: Name of the job.
            embedding_types: Which types of vectors to make; where absent, floating-point numbers only (any of
                float, int8, uint8, binary, ubinary, base64).
            truncate: Which end of a text that is too long for the model is cut off (one of START, END; default
                END).
            request_options: Options of this call; see RequestOptions.

        Returns:
            CreateEmbedJobResponse: A new embed job.
        """
        return self._core.call(
            CREATE,
            {
                "model": model,
                "dataset_id": dataset_id,
                "input_type": input_type,
                "name": name,
                "embedding_types": embedding_types,
                "truncate": truncate,
            },
            request_options,
        )

    @operation(GET)
    def get(
        self,
        id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> EmbedJob:
        """Get an embed job.

        The client's own docstring names the errors.

        Args:
            id: Id of the job (required).
            request_options: Options of this call; see RequestOptions.

        Returns:
            EmbedJob: A job that embeds a dataset.
        """
        return self._core.call(
            GET,
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
    ) -> None:
        """Stop an embed job.

        The client's own docstring names the errors.

        Args:
            id: Id of the job (required).
            request_options: Options of this call; see RequestOptions.
        """
        return self._core.call(
            CANCEL,
            {
                "id": id,
            },
            request_options,
        )


class AsyncEmbedJobsClient(Resource):
    """Embedding of whole datasets."""

    _core: AsyncCore

    @property
    def with_raw_response(self) -> AsyncEmbedJobsClientWithRawResponse:
        """The same methods, each of which gives the HTTP status and headers with the reply."""
        return cast("AsyncEmbedJobsClientWithRawResponse", AsyncEmbedJobsClient(self._core.raw))

    @operation(LIST)
    async def list(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> ListEmbedJobResponse:
        """List all embed jobs.

        The client's own docstring names the errors.

        Args:
            request_options: Options of this call; see RequestOptions.

        Returns:
            ListEmbedJobResponse: The embed jobs.
        """
        return await self._core.call(LIST, {}, request_options)

    @operation(CREATE)
    async def create(
        self,
        *,
        model: str,
        dataset_id: str,
        input_type: EmbedInputType,
        name: str | None = None,
        embedding_types: Iterable[EmbeddingType] | None = None,
        truncate: CreateEmbedJobRequestTruncate | None = None,
        request_options: RequestOptions | None = None,
    ) -> CreateEmbedJobResponse:
        """Start a job that turns the texts of a dataset into vectors.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            model: Name of the model, such as `embed-english-v3.0` (required).
            dataset_id: Id of a validated dataset of the type `embed-input` (required).
            input_type: What the vectors are for: documents to be found, queries to find them with, a classifier,
                clusters; or that the input is an image (required; one of search_document, search_query,
                classification, clustering, image).
            name: Name of the job.
            embedding_types: Which types of vectors to make; where absent, floating-point numbers only (any of
                float, int8, uint8, binary, ubinary, base64).
            truncate: Which end of a text that is too long for the model is cut off (one of START, END; default
                END).
            request_options: Options of this call; see RequestOptions.

        Returns:
            CreateEmbedJobResponse: A new embed job.
        """
        return await self._core.call(
            CREATE,
            {
                "model": model,
                "dataset_id": dataset_id,
                "input_type": input_type,
                "name": name,
                "embedding_types": embedding_types,
                "truncate": truncate,
            },
            request_options,
        )

    @operation(GET)
    async def get(
        self,
        id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> EmbedJob:
        """Get an embed job.

        The client's own docstring names the errors.

        Args:
            id: Id of the job (required).
            request_options: Options of this call; see RequestOptions.

        Returns:
            EmbedJob: A job that embeds a dataset.
        """
        return await self._core.call(
            GET,
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
    ) -> None:
        """Stop an embed job.

        The client's own docstring names the errors.

        Args:
            id: Id of the job (required).
            request_options: Options of this call; see RequestOptions.
        """
        return await self._core.call(
            CANCEL,
            {
                "id": id,
            },
            request_options,
        )


if TYPE_CHECKING:

    class EmbedJobsClientWithRawResponse:
        """EmbedJobsClient.with_raw_response."""

        def list(
            self,
            *,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[ListEmbedJobResponse]: ...
        def create(
            self,
            *,
            model: str,
            dataset_id: str,
            input_type: EmbedInputType,
            name: str | None = None,
            embedding_types: Iterable[EmbeddingType] | None = None,
            truncate: CreateEmbedJobRequestTruncate | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[CreateEmbedJobResponse]: ...
        def get(
            self,
            id: str,
            *,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[EmbedJob]: ...
        def cancel(
            self,
            id: str,
            *,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[None]: ...

    class AsyncEmbedJobsClientWithRawResponse:
        """AsyncEmbedJobsClient.with_raw_response."""

        async def list(
            self,
            *,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[ListEmbedJobResponse]: ...
        async def create(
            self,
            *,
            model: str,
            dataset_id: str,
            input_type: EmbedInputType,
            name: str | None = None,
            embedding_types: Iterable[EmbeddingType] | None = None,
            truncate: CreateEmbedJobRequestTruncate | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[CreateEmbedJobResponse]: ...
        async def get(
            self,
            id: str,
            *,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[EmbedJob]: ...
        async def cancel(
            self,
            id: str,
            *,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[None]: ...
