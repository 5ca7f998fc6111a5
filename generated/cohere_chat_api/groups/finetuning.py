# Made by `make generate` from openapi.yaml. Do not edit.
"""Fine-tuned models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from ..endpoint import Endpoint, Pages, Parameter, Reply, Resource, async_iterate, iterate, operation

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from cohere_chat import HttpResponse, RequestOptions

    from ..endpoint import AsyncCore, Core
    from ..models.create_finetuned_model_response import CreateFinetunedModelResponse
    from ..models.event import Event
    from ..models.finetuned_model import FinetunedModel
    from ..models.get_finetuned_model_response import GetFinetunedModelResponse
    from ..models.list_events_response import ListEventsResponse
    from ..models.list_finetuned_models_response import ListFinetunedModelsResponse
    from ..models.list_training_step_metrics_response import ListTrainingStepMetricsResponse
    from ..models.settings import Settings
    from ..models.training_step_metrics import TrainingStepMetrics
    from ..models.update_finetuned_model_response import UpdateFinetunedModelResponse
    from ..params import FinetunedModelParam, SettingsParam

LIST_FINETUNED_MODELS: Final[Endpoint[ListFinetunedModelsResponse]] = Endpoint(
    name="finetuning.list_finetuned_models",
    method="GET",
    path="/v1/finetuning/finetuned-models",
    parameters={
        "page_size": Parameter("query", "integer"),
        "page_token": Parameter("query", "string"),
        "order_by": Parameter("query", "string"),
    },
    reply=Reply("ListFinetunedModelsResponse"),
    pages=Pages("finetuned_models", "page_token", "next_page_token"),
    deprecated=True,
)
CREATE_FINETUNED_MODEL: Final[Endpoint[CreateFinetunedModelResponse]] = Endpoint(
    name="finetuning.create_finetuned_model",
    method="POST",
    path="/v1/finetuning/finetuned-models",
    body="json",
    parameters={
        "request": Parameter("whole", "object", required=True),
    },
    reply=Reply("CreateFinetunedModelResponse"),
    deprecated=True,
    retry_safe=False,
)
GET_FINETUNED_MODEL: Final[Endpoint[GetFinetunedModelResponse]] = Endpoint(
    name="finetuning.get_finetuned_model",
    method="GET",
    path="/v1/finetuning/finetuned-models/{id}",
    parameters={
        "id": Parameter("path", "string", required=True),
    },
    reply=Reply("GetFinetunedModelResponse"),
    deprecated=True,
)
DELETE_FINETUNED_MODEL: Final[Endpoint[dict[str, Any]]] = Endpoint(
    name="finetuning.delete_finetuned_model",
    method="DELETE",
    path="/v1/finetuning/finetuned-models/{id}",
    parameters={
        "id": Parameter("path", "string", required=True),
    },
    reply=Reply(None),
    deprecated=True,
)
UPDATE_FINETUNED_MODEL: Final[Endpoint[UpdateFinetunedModelResponse]] = Endpoint(
    name="finetuning.update_finetuned_model",
    method="PATCH",
    path="/v1/finetuning/finetuned-models/{id}",
    body="json",
    parameters={
        "id": Parameter("path", "string", required=True),
        "name": Parameter("body", "string", required=True),
        "settings": Parameter("body", "object", required=True),
    },
    reply=Reply("UpdateFinetunedModelResponse"),
    deprecated=True,
)
LIST_EVENTS: Final[Endpoint[ListEventsResponse]] = Endpoint(
    name="finetuning.list_events",
    method="GET",
    path="/v1/finetuning/finetuned-models/{finetuned_model_id}/events",
    parameters={
        "finetuned_model_id": Parameter("path", "string", required=True),
        "page_size": Parameter("query", "integer"),
        "page_token": Parameter("query", "string"),
        "order_by": Parameter("query", "string"),
    },
    reply=Reply("ListEventsResponse"),
    pages=Pages("events", "page_token", "next_page_token"),
    deprecated=True,
)
LIST_TRAINING_STEP_METRICS: Final[Endpoint[ListTrainingStepMetricsResponse]] = Endpoint(
    name="finetuning.list_training_step_metrics",
    method="GET",
    path="/v1/finetuning/finetuned-models/{finetuned_model_id}/training-step-metrics",
    parameters={
        "finetuned_model_id": Parameter("path", "string", required=True),
        "page_size": Parameter("query", "integer"),
        "page_token": Parameter("query", "string"),
    },
    reply=Reply("ListTrainingStepMetricsResponse"),
    pages=Pages("step_metrics", "page_token", "next_page_token"),
    deprecated=True,
)


class FinetuningClient(Resource):
    """Fine-tuned models."""

    _core: Core

    @property
    def with_raw_response(self) -> FinetuningClientWithRawResponse:
        """The same methods, each of which gives the HTTP status and headers with the reply."""
        return cast("FinetuningClientWithRawResponse", FinetuningClient(self._core.raw))

    @operation(LIST_FINETUNED_MODELS)
    def list_finetuned_models(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        order_by: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> ListFinetunedModelsResponse:
        """Deprecated: List the fine-tuned models.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            page_size: Maximum number of items in a page; 0 stands for 50.
            page_token: The `next_page_token` of the page before.
            order_by: Names of fields between commas, each with ` desc` behind it for descending order; `created_at`
                where absent.
            request_options: Options of this call; see RequestOptions.

        Returns:
            ListFinetunedModelsResponse: A page of fine-tuned models.
        """
        return self._core.call(
            LIST_FINETUNED_MODELS,
            {
                "page_size": page_size,
                "page_token": page_token,
                "order_by": order_by,
            },
            request_options,
        )

    @operation(LIST_FINETUNED_MODELS)
    def iterate_finetuned_models(
        self,
        *,
        page_size: int | None = None,
        order_by: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> Iterator[FinetunedModel]:
        """Deprecated: List the fine-tuned models.

        All items, page by page, each page when its first item is asked for.

        Args:
            page_size: Maximum number of items in a page; 0 stands for 50.
            order_by: Names of fields between commas, each with ` desc` behind it for descending order; `created_at`
                where absent.
            request_options: Options of this call; see RequestOptions.

        Returns:
            An iterator over the items.
        """
        return iterate(
            self._core,
            LIST_FINETUNED_MODELS,
            {
                "page_size": page_size,
                "order_by": order_by,
            },
            request_options,
        )

    @operation(CREATE_FINETUNED_MODEL)
    def create_finetuned_model(
        self,
        *,
        request: FinetunedModelParam | FinetunedModel,
        request_options: RequestOptions | None = None,
    ) -> CreateFinetunedModelResponse:
        """Deprecated: Train a model on a dataset.

        The client's own docstring names the errors.

        Args:
            request: The model to train (required).
            request_options: Options of this call; see RequestOptions.

        Returns:
            CreateFinetunedModelResponse: A new fine-tuned model.
        """
        return self._core.call(
            CREATE_FINETUNED_MODEL,
            {
                "request": request,
            },
            request_options,
        )

    @operation(GET_FINETUNED_MODEL)
    def get_finetuned_model(
        self,
        id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> GetFinetunedModelResponse:
        """Deprecated: Get a fine-tuned model.

        The client's own docstring names the errors.

        Args:
            id: Id of the fine-tuned model (required).
            request_options: Options of this call; see RequestOptions.

        Returns:
            GetFinetunedModelResponse: A fine-tuned model.
        """
        return self._core.call(
            GET_FINETUNED_MODEL,
            {
                "id": id,
            },
            request_options,
        )

    @operation(DELETE_FINETUNED_MODEL)
    def delete_finetuned_model(
        self,
        id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """Deprecated: Delete a fine-tuned model for good.

        The client's own docstring names the errors.

        Args:
            id: Id of the fine-tuned model (required).
            request_options: Options of this call; see RequestOptions.

        Returns:
            dict[str, Any]: An empty object.
        """
        return self._core.call(
            DELETE_FINETUNED_MODEL,
            {
                "id": id,
            },
            request_options,
        )

    @operation(UPDATE_FINETUNED_MODEL)
    def update_finetuned_model(
        self,
        id: str,
        *,
        name: str,
        settings: SettingsParam | Settings,
        request_options: RequestOptions | None = None,
    ) -> UpdateFinetunedModelResponse:
        """Deprecated: Change the name and the settings of a fine-tuned model.

        The client's own docstring names the errors.

        Args:
            id: Id of the fine-tuned model (required).
            name: Its name (required).
            settings: What a model is trained from, on and how (required).
            request_options: Options of this call; see RequestOptions.

        Returns:
            UpdateFinetunedModelResponse: A fine-tuned model as it is now.
        """
        return self._core.call(
            UPDATE_FINETUNED_MODEL,
            {
                "id": id,
                "name": name,
                "settings": settings,
            },
            request_options,
        )

    @operation(LIST_EVENTS)
    def list_events(
        self,
        finetuned_model_id: str,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        order_by: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> ListEventsResponse:
        """Deprecated: List what happened to a fine-tuned model, the latest first.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            finetuned_model_id: Id of the fine-tuned model (required).
            page_size: Maximum number of items in a page; 0 stands for 50.
            page_token: The `next_page_token` of the page before.
            order_by: Names of fields between commas, each with ` desc` behind it for descending order; `created_at`
                where absent.
            request_options: Options of this call; see RequestOptions.

        Returns:
            ListEventsResponse: A page of events.
        """
        return self._core.call(
            LIST_EVENTS,
            {
                "finetuned_model_id": finetuned_model_id,
                "page_size": page_size,
                "page_token": page_token,
                "order_by": order_by,
            },
            request_options,
        )

    @operation(LIST_EVENTS)
    def iterate_events(
        self,
        finetuned_model_id: str,
        *,
        page_size: int | None = None,
        order_by: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> Iterator[Event]:
        """Deprecated: List what happened to a fine-tuned model, the latest first.

        All items, page by page, each page when its first item is asked for.

        Args:
            finetuned_model_id: Id of the fine-tuned model (required).
            page_size: Maximum number of items in a page; 0 stands for 50.
            order_by: Names of fields between commas, each with ` desc` behind it for descending order; `created_at`
                where absent.
            request_options: Options of this call; see RequestOptions.

        Returns:
            An iterator over the items.
        """
        return iterate(
            self._core,
            LIST_EVENTS,
            {
                "finetuned_model_id": finetuned_model_id,
                "page_size": page_size,
                "order_by": order_by,
            },
            request_options,
        )

    @operation(LIST_TRAINING_STEP_METRICS)
    def list_training_step_metrics(
        self,
        finetuned_model_id: str,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> ListTrainingStepMetricsResponse:
        """Deprecated: List what was measured in the training of a fine-tuned model, the latest step first.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            finetuned_model_id: Id of the fine-tuned model (required).
            page_size: Maximum number of items in a page; 0 stands for 50.
            page_token: The `next_page_token` of the page before.
            request_options: Options of this call; see RequestOptions.

        Returns:
            ListTrainingStepMetricsResponse: A page of metrics.
        """
        return self._core.call(
            LIST_TRAINING_STEP_METRICS,
            {
                "finetuned_model_id": finetuned_model_id,
                "page_size": page_size,
                "page_token": page_token,
            },
            request_options,
        )

    @operation(LIST_TRAINING_STEP_METRICS)
    def iterate_training_step_metrics(
        self,
        finetuned_model_id: str,
        *,
        page_size: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> Iterator[TrainingStepMetrics]:
        """Deprecated: List what was measured in the training of a fine-tuned model, the latest step first.

        All items, page by page, each page when its first item is asked for.

        Args:
            finetuned_model_id: Id of the fine-tuned model (required).
            page_size: Maximum number of items in a page; 0 stands for 50.
            request_options: Options of this call; see RequestOptions.

        Returns:
            An iterator over the items.
        """
        return iterate(
            self._core,
            LIST_TRAINING_STEP_METRICS,
            {
                "finetuned_model_id": finetuned_model_id,
                "page_size": page_size,
            },
            request_options,
        )


class AsyncFinetuningClient(Resource):
    """Fine-tuned models."""

    _core: AsyncCore

    @property
    def with_raw_response(self) -> AsyncFinetuningClientWithRawResponse:
        """The same methods, each of which gives the HTTP status and headers with the reply."""
        return cast("AsyncFinetuningClientWithRawResponse", AsyncFinetuningClient(self._core.raw))

    @operation(LIST_FINETUNED_MODELS)
    async def list_finetuned_models(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        order_by: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> ListFinetunedModelsResponse:
        """Deprecated: List the fine-tuned models.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            page_size: Maximum number of items in a page; 0 stands for 50.
            page_token: The `next_page_token` of the page before.
            order_by: Names of fields between commas, each with ` desc` behind it for descending order; `created_at`
                where absent.
            request_options: Options of this call; see RequestOptions.

        Returns:
            ListFinetunedModelsResponse: A page of fine-tuned models.
        """
        return await self._core.call(
            LIST_FINETUNED_MODELS,
            {
                "page_size": page_size,
                "page_token": page_token,
                "order_by": order_by,
            },
            request_options,
        )

    @operation(LIST_FINETUNED_MODELS)
    def iterate_finetuned_models(
        self,
        *,
        page_size: int | None = None,
        order_by: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncIterator[FinetunedModel]:
        """Deprecated: List the fine-tuned models.

        All items, page by page, each page when its first item is asked for.

        Args:
            page_size: Maximum number of items in a page; 0 stands for 50.
            order_by: Names of fields between commas, each with ` desc` behind it for descending order; `created_at`
                where absent.
            request_options: Options of this call; see RequestOptions.

        Returns:
            An iterator over the items.
        """
        return async_iterate(
            self._core,
            LIST_FINETUNED_MODELS,
            {
                "page_size": page_size,
                "order_by": order_by,
            },
            request_options,
        )

    @operation(CREATE_FINETUNED_MODEL)
    async def create_finetuned_model(
        self,
        *,
        request: FinetunedModelParam | FinetunedModel,
        request_options: RequestOptions | None = None,
    ) -> CreateFinetunedModelResponse:
        """Deprecated: Train a model on a dataset.

        The client's own docstring names the errors.

        Args:
            request: The model to train (required).
            request_options: Options of this call; see RequestOptions.

        Returns:
            CreateFinetunedModelResponse: A new fine-tuned model.
        """
        return await self._core.call(
            CREATE_FINETUNED_MODEL,
            {
                "request": request,
            },
            request_options,
        )

    @operation(GET_FINETUNED_MODEL)
    async def get_finetuned_model(
        self,
        id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> GetFinetunedModelResponse:
        """Deprecated: Get a fine-tuned model.

        The client's own docstring names the errors.

        Args:
            id: Id of the fine-tuned model (required).
            request_options: Options of this call; see RequestOptions.

        Returns:
            GetFinetunedModelResponse: A fine-tuned model.
        """
        return await self._core.call(
            GET_FINETUNED_MODEL,
            {
                "id": id,
            },
            request_options,
        )

    @operation(DELETE_FINETUNED_MODEL)
    async def delete_finetuned_model(
        self,
        id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """Deprecated: Delete a fine-tuned model for good.

        The client's own docstring names the errors.

        Args:
            id: Id of the fine-tuned model (required).
            request_options: Options of this call; see RequestOptions.

        Returns:
            dict[str, Any]: An empty object.
        """
        return await self._core.call(
            DELETE_FINETUNED_MODEL,
            {
                "id": id,
            },
            request_options,
        )

    @operation(UPDATE_FINETUNED_MODEL)
    async def update_finetuned_model(
        self,
        id: str,
        *,
        name: str,
        settings: SettingsParam | Settings,
        request_options: RequestOptions | None = None,
    ) -> UpdateFinetunedModelResponse:
        """Deprecated: Change the name and the settings of a fine-tuned model.

        The client's own docstring names the errors.

        Args:
            id: Id of the fine-tuned model (required).
            name: Its name (required).
            settings: What a model is trained from, on and how (required).
            request_options: Options of this call; see RequestOptions.

        Returns:
            UpdateFinetunedModelResponse: A fine-tuned model as it is now.
        """
        return await self._core.call(
            UPDATE_FINETUNED_MODEL,
            {
                "id": id,
                "name": name,
                "settings": settings,
            },
            request_options,
        )

    @operation(LIST_EVENTS)
    async def list_events(
        self,
        finetuned_model_id: str,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        order_by: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> ListEventsResponse:
        """Deprecated: List what happened to a fine-tuned model, the latest first.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            finetuned_model_id: Id of the fine-tuned model (required).
            page_size: Maximum number of items in a page; 0 stands for 50.
            page_token: The `next_page_token` of the page before.
            order_by: Names of fields between commas, each with ` desc` behind it for descending order; `created_at`
                where absent.
            request_options: Options of this call; see RequestOptions.

        Returns:
            ListEventsResponse: A page of events.
        """
        return await self._core.call(
            LIST_EVENTS,
            {
                "finetuned_model_id": finetuned_model_id,
                "page_size": page_size,
                "page_token": page_token,
                "order_by": order_by,
            },
            request_options,
        )

    @operation(LIST_EVENTS)
    def iterate_events(
        self,
        finetuned_model_id: str,
        *,
        page_size: int | None = None,
        order_by: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncIterator[Event]:
        """Deprecated: List what happened to a fine-tuned model, the latest first.

        All items, page by page, each page when its first item is asked for.

        Args:
            finetuned_model_id: Id of the fine-tuned model (required).
            page_size: Maximum number of items in a page; 0 stands for 50.
            order_by: Names of fields between commas, each with ` desc` behind it for descending order; `created_at`
                where absent.
            request_options: Options of this call; see RequestOptions.

        Returns:
            An iterator over the items.
        """
        return async_iterate(
            self._core,
            LIST_EVENTS,
            {
                "finetuned_model_id": finetuned_model_id,
                "page_size": page_size,
                "order_by": order_by,
            },
            request_options,
        )

    @operation(LIST_TRAINING_STEP_METRICS)
    async def list_training_step_metrics(
        self,
        finetuned_model_id: str,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> ListTrainingStepMetricsResponse:
        """Deprecated: List what was measured in the training of a fine-tuned model, the latest step first.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            finetuned_model_id: Id of the fine-tuned model (required).
            page_size: Maximum number of items in a page; 0 stands for 50.
            page_token: The `next_page_token` of the page before.
            request_options: Options of this call; see RequestOptions.

        Returns:
            ListTrainingStepMetricsResponse: A page of metrics.
        """
        return await self._core.call(
            LIST_TRAINING_STEP_METRICS,
            {
                "finetuned_model_id": finetuned_model_id,
                "page_size": page_size,
                "page_token": page_token,
            },
            request_options,
        )

    @operation(LIST_TRAINING_STEP_METRICS)
    def iterate_training_step_metrics(
        self,
        finetuned_model_id: str,
        *,
        page_size: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncIterator[TrainingStepMetrics]:
        """Deprecated: List what was measured in the training of a fine-tuned model, the latest step first.

        All items, page by page, each page when its first item is asked for.

        Args:
            finetuned_model_id: Id of the fine-tuned model (required).
            page_size: Maximum number of items in a page; 0 stands for 50.
            request_options: Options of this call; see RequestOptions.

        Returns:
            An iterator over the items.
        """
        return async_iterate(
            self._core,
            LIST_TRAINING_STEP_METRICS,
            {
                "finetuned_model_id": finetuned_model_id,
                "page_size": page_size,
            },
            request_options,
        )


if TYPE_CHECKING:

    class FinetuningClientWithRawResponse:
        """FinetuningClient.with_raw_response."""

        def list_finetuned_models(
            self,
            *,
            page_size: int | None = None,
            page_token: str | None = None,
            order_by: str | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[ListFinetunedModelsResponse]: ...
        def create_finetuned_model(
            self,
            *,
            request: FinetunedModelParam | FinetunedModel,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[CreateFinetunedModelResponse]: ...
        def get_finetuned_model(
            self,
            id: str,
            *,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[GetFinetunedModelResponse]: ...
        def delete_finetuned_model(
            self,
            id: str,
            *,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[dict[str, Any]]: ...
        def update_finetuned_model(
            self,
            id: str,
            *,
            name: str,
            settings: SettingsParam | Settings,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[UpdateFinetunedModelResponse]: ...
        def list_events(
            self,
            finetuned_model_id: str,
            *,
            page_size: int | None = None,
            page_token: str | None = None,
            order_by: str | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[ListEventsResponse]: ...
        def list_training_step_metrics(
            self,
            finetuned_model_id: str,
            *,
            page_size: int | None = None,
            page_token: str | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[ListTrainingStepMetricsResponse]: ...

    class AsyncFinetuningClientWithRawResponse:
        """AsyncFinetuningClient.with_raw_response."""

        async def list_finetuned_models(
            self,
            *,
            page_size: int | None = None,
            page_token: str | None = None,
            order_by: str | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[ListFinetunedModelsResponse]: ...
        async def create_finetuned_model(
            self,
            *,
            request: FinetunedModelParam | FinetunedModel,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[CreateFinetunedModelResponse]: ...
        async def get_finetuned_model(
            self,
            id: str,
            *,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[GetFinetunedModelResponse]: ...
        async def delete_finetuned_model(
            self,
            id: str,
            *,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[dict[str, Any]]: ...
        async def update_finetuned_model(
            self,
            id: str,
            *,
            name: str,
            settings: SettingsParam | Settings,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[UpdateFinetunedModelResponse]: ...
        async def list_events(
            self,
            finetuned_model_id: str,
            *,
            page_size: int | None = None,
            page_token: str | None = None,
            order_by: str | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[ListEventsResponse]: ...
        async def list_training_step_metrics(
            self,
            finetuned_model_id: str,
            *,
            page_size: int | None = None,
            page_token: str | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[ListTrainingStepMetricsResponse]: ...
