# Made by `make generate` from openapi.yaml. Do not edit.
"""Files of texts or requests that jobs work on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from ..endpoint import Endpoint, Pages, Parameter, Reply, Resource, async_iterate, iterate, operation

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator
    from datetime import datetime

    from cohere_chat import HttpResponse, RequestOptions

    from ..endpoint import AsyncCore, Core, File
    from ..models.dataset import Dataset
    from ..models.dataset_type import DatasetType
    from ..models.dataset_validation_status import DatasetValidationStatus
    from ..models.datasets_create_response import DatasetsCreateResponse
    from ..models.datasets_get_response import DatasetsGetResponse
    from ..models.datasets_get_usage_response import DatasetsGetUsageResponse
    from ..models.datasets_list_response import DatasetsListResponse

LIST: Final[Endpoint[DatasetsListResponse]] = Endpoint(
    name="datasets.list",
    method="GET",
    path="/v1/datasets",
    parameters={
        "dataset_type": Parameter("query", "string", name="datasetType"),
        "before": Parameter("query", "string"),
        "after": Parameter("query", "string"),
        "limit": Parameter("query", "integer"),
        "offset": Parameter("query", "integer"),
        "validation_status": Parameter("query", "string", name="validationStatus"),
    },
    reply=Reply("DatasetsListResponse"),
    pages=Pages("datasets", "offset"),
)
CREATE: Final[Endpoint[DatasetsCreateResponse]] = Endpoint(
    name="datasets.create",
    method="POST",
    path="/v1/datasets",
    body="multipart",
    parameters={
        "name": Parameter("query", "string", required=True),
        "type": Parameter("query", "string", required=True),
        "data": Parameter("file", "any", required=True),
        "keep_original_file": Parameter("query", "boolean"),
        "skip_malformed_input": Parameter("query", "boolean"),
        "keep_fields": Parameter("query", "array", items="string"),
        "optional_fields": Parameter("query", "array", items="string"),
        "text_separator": Parameter("query", "string"),
        "csv_delimiter": Parameter("query", "string"),
        "eval_data": Parameter("file", "any"),
    },
    reply=Reply("DatasetsCreateResponse"),
    retry_safe=False,
)
GET_USAGE: Final[Endpoint[DatasetsGetUsageResponse]] = Endpoint(
    name="datasets.get_usage",
    method="GET",
    path="/v1/datasets/usage",
    reply=Reply("DatasetsGetUsageResponse"),
)
GET: Final[Endpoint[DatasetsGetResponse]] = Endpoint(
    name="datasets.get",
    method="GET",
    path="/v1/datasets/{id}",
    parameters={
        "id": Parameter("path", "string", required=True),
    },
    reply=Reply("DatasetsGetResponse", objects=("dataset",)),
)
DELETE: Final[Endpoint[dict[str, Any]]] = Endpoint(
    name="datasets.delete",
    method="DELETE",
    path="/v1/datasets/{id}",
    parameters={
        "id": Parameter("path", "string", required=True),
    },
    reply=Reply(None),
)


class DatasetsClient(Resource):
    """Files of texts or requests that jobs work on."""

    _core: Core

    @property
    def with_raw_response(self) -> DatasetsClientWithRawResponse:
        """The same methods, each of which gives the HTTP status and headers with the reply."""
        return cast("DatasetsClientWithRawResponse", DatasetsClient(self._core.raw))

    @operation(LIST)
    def list(
        self,
        *,
        dataset_type: str | None = None,
        before: datetime | str | None = None,
        after: datetime | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        validation_status: DatasetValidationStatus | None = None,
        request_options: RequestOptions | None = None,
    ) -> DatasetsListResponse:
        """List the datasets.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            dataset_type: Only datasets of this type.
            before: Only datasets from before this time.
            after: Only datasets from after this time.
            limit: Maximum number of datasets in a page.
            offset: How many datasets to skip.
            validation_status: Only datasets whose check is at this stage (one of unknown, queued, processing,
                failed, validated, skipped).
            request_options: Options of this call; see RequestOptions.

        Returns:
            DatasetsListResponse: A page of datasets.
        """
        return self._core.call(
            LIST,
            {
                "dataset_type": dataset_type,
                "before": before,
                "after": after,
                "limit": limit,
                "offset": offset,
                "validation_status": validation_status,
            },
            request_options,
        )

    @operation(LIST)
    def iterate(
        self,
        *,
        dataset_type: str | None = None,
        before: datetime | str | None = None,
        after: datetime | str | None = None,
        validation_status: DatasetValidationStatus | None = None,
        request_options: RequestOptions | None = None,
    ) -> Iterator[Dataset]:
        """List the datasets.

        All items, page by page, each page when its first item is asked for.

        Args:
            dataset_type: Only datasets of this type.
            before: Only datasets from before this time.
            after: Only datasets from after this time.
            validation_status: Only datasets whose check is at this stage (one of unknown, queued, processing,
                failed, validated, skipped).
            request_options: Options of this call; see RequestOptions.

        Returns:
            An iterator over the items.
        """
        return iterate(
            self._core,
            LIST,
            {
                "dataset_type": dataset_type,
                "before": before,
                "after": after,
                "validation_status": validation_status,
            },
            request_options,
        )

    @operation(CREATE)
    def create(
        self,
        *,
        name: str,
        type: DatasetType,
        data: File,
        keep_original_file: bool | None = None,
        skip_malformed_input: bool | None = None,
        keep_fields: Iterable[str] | None = None,
        optional_fields: Iterable[str] | None = None,
        text_separator: str | None = None,
        csv_delimiter: str | None = None,
        eval_data: File | None = None,
        request_options: RequestOptions | None = None,
    ) -> DatasetsCreateResponse:
        """Upload a file as a dataset.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            name: Name of the dataset (required).
            type: What the dataset is for, by which the file is checked (required; one of embed-input, embed-result,
                cluster-result, cluster-outliers, reranker-finetune-input,
                single-label-classification-finetune-input, chat-finetune-input,
                multi-label-classification-finetune-input, batch-chat-input, batch-openai-chat-input,
                batch-embed-v2-input, batch-chat-v2-input).
            data: The file to upload (required).
            keep_original_file: Whether the file is kept as it was uploaded, too.
            skip_malformed_input: Whether malformed rows are dropped, with a warning, instead of failing the check.
            keep_fields: Fields to keep beside those that the type requires; the check fails where one is missing.
            optional_fields: Fields to keep beside those that the type requires; they may be missing.
            text_separator: What stands between the entries of a .txt file.
            csv_delimiter: What stands between the values in a row of a .csv file.
            eval_data: A file to evaluate with.
            request_options: Options of this call; see RequestOptions.

        Returns:
            DatasetsCreateResponse: A new dataset.
        """
        return self._core.call(
            CREATE,
            {
                "name": name,
                "type": type,
                "data": data,
                "keep_original_file": keep_original_file,
                "skip_malformed_input": skip_malformed_input,
                "keep_fields": keep_fields,
                "optional_fields": optional_fields,
                "text_separator": text_separator,
                "csv_delimiter": csv_delimiter,
                "eval_data": eval_data,
            },
            request_options,
        )

    @operation(GET_USAGE)
    def get_usage(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> DatasetsGetUsageResponse:
        """Get how much storage the organization's datasets take.

        The client's own docstring names the errors.

        Args:
            request_options: Options of this call; see RequestOptions.

        Returns:
            DatasetsGetUsageResponse: How much storage is used.
        """
        return self._core.call(GET_USAGE, {}, request_options)

    @operation(GET)
    def get(
        self,
        id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> DatasetsGetResponse:
        """Get a dataset.

        The client's own docstring names the errors.

        Args:
            id: Id of the dataset (required).
            request_options: Options of this call; see RequestOptions.

        Returns:
            DatasetsGetResponse: A dataset.
        """
        return self._core.call(
            GET,
            {
                "id": id,
            },
            request_options,
        )

    @operation(DELETE)
    def delete(
        self,
        id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """Delete a dataset.

        The client's own docstring names the errors.

        Args:
            id: Id of the dataset (required).
            request_options: Options of this call; see RequestOptions.

        Returns:
            dict[str, Any]: An empty object.
        """
        return self._core.call(
            DELETE,
            {
                "id": id,
            },
            request_options,
        )


class AsyncDatasetsClient(Resource):
    """Files of texts or requests that jobs work on."""

    _core: AsyncCore

    @property
    def with_raw_response(self) -> AsyncDatasetsClientWithRawResponse:
        """The same methods, each of which gives the HTTP status and headers with the reply."""
        return cast("AsyncDatasetsClientWithRawResponse", AsyncDatasetsClient(self._core.raw))

    @operation(LIST)
    async def list(
        self,
        *,
        dataset_type: str | None = None,
        before: datetime | str | None = None,
        after: datetime | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        validation_status: DatasetValidationStatus | None = None,
        request_options: RequestOptions | None = None,
    ) -> DatasetsListResponse:
        """List the datasets.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            dataset_type: Only datasets of this type.
            before: Only datasets from before this time.
            after: Only datasets from after this time.
            limit: Maximum number of datasets in a page.
            offset: How many datasets to skip.
            validation_status: Only datasets whose check is at this stage (one of unknown, queued, processing,
                failed, validated, skipped).
            request_options: Options of this call; see RequestOptions.

        Returns:
            DatasetsListResponse: A page of datasets.
        """
        return await self._core.call(
            LIST,
            {
                "dataset_type": dataset_type,
                "before": before,
                "after": after,
                "limit": limit,
                "offset": offset,
                "validation_status": validation_status,
            },
            request_options,
        )

    @operation(LIST)
    def iterate(
        self,
        *,
        dataset_type: str | None = None,
        before: datetime | str | None = None,
        after: datetime | str | None = None,
        validation_status: DatasetValidationStatus | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncIterator[Dataset]:
        """List the datasets.

        All items, page by page, each page when its first item is asked for.

        Args:
            dataset_type: Only datasets of this type.
            before: Only datasets from before this time.
            after: Only datasets from after this time.
            validation_status: Only datasets whose check is at this stage (one of unknown, queued, processing,
                failed, validated, skipped).
            request_options: Options of this call; see RequestOptions.

        Returns:
            An iterator over the items.
        """
        return async_iterate(
            self._core,
            LIST,
            {
                "dataset_type": dataset_type,
                "before": before,
                "after": after,
                "validation_status": validation_status,
            },
            request_options,
        )

    @operation(CREATE)
    async def create(
        self,
        *,
        name: str,
        type: DatasetType,
        data: File,
        keep_original_file: bool | None = None,
        skip_malformed_input: bool | None = None,
        keep_fields: Iterable[str] | None = None,
        optional_fields: Iterable[str] | None = None,
        text_separator: str | None = None,
        csv_delimiter: str | None = None,
        eval_data: File | None = None,
        request_options: RequestOptions | None = None,
    ) -> DatasetsCreateResponse:
        """Upload a file as a dataset.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            name: Name of the dataset (required).
            type: What the dataset is for, by which the file is checked (required; one of embed-input, embed-result,
                cluster-result, cluster-outliers, reranker-finetune-input,
                single-label-classification-finetune-input, chat-finetune-input,
                multi-label-classification-finetune-input, batch-chat-input, batch-openai-chat-input,
                batch-embed-v2-input, batch-chat-v2-input).
            data: The file to upload (required).
            keep_original_file: Whether the file is kept as it was uploaded, too.
            skip_malformed_input: Whether malformed rows are dropped, with a warning, instead of failing the check.
            keep_fields: Fields to keep beside those that the type requires; the check fails where one is missing.
            optional_fields: Fields to keep beside those that the type requires; they may be missing.
            text_separator: What stands between the entries of a .txt file.
            csv_delimiter: What stands between the values in a row of a .csv file.
            eval_data: A file to evaluate with.
            request_options: Options of this call; see RequestOptions.

        Returns:
            DatasetsCreateResponse: A new dataset.
        """
        return await self._core.call(
            CREATE,
            {
                "name": name,
                "type": type,
                "data": data,
                "keep_original_file": keep_original_file,
                "skip_malformed_input": skip_malformed_input,
                "keep_fields": keep_fields,
                "optional_fields": optional_fields,
                "text_separator": text_separator,
                "csv_delimiter": csv_delimiter,
                "eval_data": eval_data,
            },
            request_options,
        )

    @operation(GET_USAGE)
    async def get_usage(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> DatasetsGetUsageResponse:
        """Get how much storage the organization's datasets take.

        The client's own docstring names the errors.

        Args:
            request_options: Options of this call; see RequestOptions.

        Returns:
            DatasetsGetUsageResponse: How much storage is used.
        """
        return await self._core.call(GET_USAGE, {}, request_options)

    @operation(GET)
    async def get(
        self,
        id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> DatasetsGetResponse:
        """Get a dataset.

        The client's own docstring names the errors.

        Args:
            id: Id of the dataset (required).
            request_options: Options of this call; see RequestOptions.

        Returns:
            DatasetsGetResponse: A dataset.
        """
        return await self._core.call(
            GET,
            {
                "id": id,
            },
            request_options,
        )

    @operation(DELETE)
    async def delete(
        self,
        id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """Delete a dataset.

        The client's own docstring names the errors.

        Args:
            id: Id of the dataset (required).
            request_options: Options of this call; see RequestOptions.

        Returns:
            dict[str, Any]: An empty object.
        """
        return await self._core.call(
            DELETE,
            {
                "id": id,
            },
            request_options,
        )


if TYPE_CHECKING:

    class DatasetsClientWithRawResponse:
        """DatasetsClient.with_raw_response."""

        def list(
            self,
            *,
            dataset_type: str | None = None,
            before: datetime | str | None = None,
            after: datetime | str | None = None,
            limit: int | None = None,
            offset: int | None = None,
            validation_status: DatasetValidationStatus | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[DatasetsListResponse]: ...
        def create(
            self,
            *,
            name: str,
            type: DatasetType,
            data: File,
            keep_original_file: bool | None = None,
            skip_malformed_input: bool | None = None,
            keep_fields: Iterable[str] | None = None,
            optional_fields: Iterable[str] | None = None,
            text_separator: str | None = None,
            csv_delimiter: str | None = None,
            eval_data: File | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[DatasetsCreateResponse]: ...
        def get_usage(
            self,
            *,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[DatasetsGetUsageResponse]: ...
        def get(
            self,
            id: str,
            *,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[DatasetsGetResponse]: ...
        def delete(
            self,
            id: str,
            *,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[dict[str, Any]]: ...

    class AsyncDatasetsClientWithRawResponse:
        """AsyncDatasetsClient.with_raw_response."""

        async def list(
            self,
            *,
            dataset_type: str | None = None,
            before: datetime | str | None = None,
            after: datetime | str | None = None,
            limit: int | None = None,
            offset: int | None = None,
            validation_status: DatasetValidationStatus | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[DatasetsListResponse]: ...
        async def create(
            self,
            *,
            name: str,
            type: DatasetType,
            data: File,
            keep_original_file: bool | None = None,
            skip_malformed_input: bool | None = None,
            keep_fields: Iterable[str] | None = None,
            optional_fields: Iterable[str] | None = None,
            text_separator: str | None = None,
            csv_delimiter: str | None = None,
            eval_data: File | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[DatasetsCreateResponse]: ...
        async def get_usage(
            self,
            *,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[DatasetsGetUsageResponse]: ...
        async def get(
            self,
            id: str,
            *,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[DatasetsGetResponse]: ...
        async def delete(
            self,
            id: str,
            *,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[dict[str, Any]]: ...
