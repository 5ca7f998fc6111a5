# Made by `make generate` from openapi.yaml. Do not edit.
"""The models that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from ..endpoint import Endpoint, Pages, Parameter, Reply, Resource, async_iterate, iterate, operation

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from cohere_chat import HttpResponse, RequestOptions

    from ..endpoint import AsyncCore, Core
    from ..models.compatible_endpoint import CompatibleEndpoint
    from ..models.get_model_response import GetModelResponse
    from ..models.list_models_response import ListModelsResponse

LIST: Final[Endpoint[ListModelsResponse]] = Endpoint(
    name="models.list",
    method="GET",
    path="/v1/models",
    parameters={
        "page_size": Parameter("query", "integer"),
        "page_token": Parameter("query", "string"),
        "endpoint": Parameter("query", "string"),
        "default_only": Parameter("query", "boolean"),
    },
    reply=Reply("ListModelsResponse"),
    pages=Pages("models", "page_token", "next_page_token"),
)
GET: Final[Endpoint[GetModelResponse]] = Endpoint(
    name="models.get",
    method="GET",
    path="/v1/models/{model}",
    parameters={
        "model": Parameter("path", "string", required=True),
    },
    reply=Reply("GetModelResponse"),
)


class ModelsClient(Resource):
    """The models that there are."""

    _core: Core

    @property
    def with_raw_response(self) -> ModelsClientWithRawResponse:
        """The same methods, each of which gives the HTTP status and headers with the reply."""
        return cast("ModelsClientWithRawResponse", ModelsClient(self._core.raw))

    @operation(LIST)
    def list(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        endpoint: CompatibleEndpoint | None = None,
        default_only: bool | None = None,
        request_options: RequestOptions | None = None,
    ) -> ListModelsResponse:
        """List the models that the API key may use.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            page_size: Maximum number of models in a page (1 to 1000; default 20).
            page_token: The `next_page_token` of the page before.
            endpoint: Only models that this endpoint takes (one of chat, embed, classify, summarize, rerank, rate,
                generate).
            default_only: Only the model that the `endpoint` uses where none is named; not without `endpoint`.
            request_options: Options of this call; see RequestOptions.

        Returns:
            ListModelsResponse: A page of models.
        """
        return self._core.call(
            LIST,
            {
                "page_size": page_size,
                "page_token": page_token,
                "endpoint": endpoint,
                "default_only": default_only,
            },
            request_options,
        )

    @operation(LIST)
    def iterate(
        self,
        *,
        page_size: int | None = None,
        endpoint: CompatibleEndpoint | None = None,
        default_only: bool | None = None,
        request_options: RequestOptions | None = None,
    ) -> Iterator[GetModelResponse]:
        """List the models that the API key may use.

        All items, page by page, each page when its first item is asked for.

        Args:
            page_size: Maximum number of models in a page (1 to 1000; default 20).
            endpoint: Only models that this endpoint takes (one of chat, embed, classify, summarize, rerank, rate,
                generate).
            default_only: Only the model that the `endpoint` uses where none is named; not without `endpoint`.
            request_options: Options of this call; see RequestOptions.

        Returns:
            An iterator over the items.
        """
        return iterate(
            self._core,
            LIST,
            {
                "page_size": page_size,
                "endpoint": endpoint,
                "default_only": default_only,
            },
            request_options,
        )

    @operation(GET)
    def get(
        self,
        model: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> GetModelResponse:
        """Get what there is to know about a model.

        The client's own docstring names the errors.

        Args:
            model: Name of the model (required).
            request_options: Options of this call; see RequestOptions.

        Returns:
            GetModelResponse: What there is to know about a model.
        """
        return self._core.call(
            GET,
            {
                "model": model,
            },
            request_options,
        )


class AsyncModelsClient(Resource):
    """The models that there are."""

    _core: AsyncCore

    @property
    def with_raw_response(self) -> AsyncModelsClientWithRawResponse:
        """The same methods, each of which gives the HTTP status and headers with the reply."""
        return cast("AsyncModelsClientWithRawResponse", AsyncModelsClient(self._core.raw))

    @operation(LIST)
    async def list(
        self,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        endpoint: CompatibleEndpoint | None = None,
        default_only: bool | None = None,
        request_options: RequestOptions | None = None,
    ) -> ListModelsResponse:
        """List the models that the API key may use.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            page_size: Maximum number of models in a page (1 to 1000; default 20).
            page_token: The `next_page_token` of the page before.
            endpoint: Only models that this endpoint takes (one of chat, embed, classify, summarize, rerank, rate,
                generate).
            default_only: Only the model that the `endpoint` uses where none is named; not without `endpoint`.
            request_options: Options of this call; see RequestOptions.

        Returns:
            ListModelsResponse: A page of models.
        """
        return await self._core.call(
            LIST,
            {
                "page_size": page_size,
                "page_token": page_token,
                "endpoint": endpoint,
                "default_only": default_only,
            },
            request_options,
        )

    @operation(LIST)
    def iterate(
        self,
        *,
        page_size: int | None = None,
        endpoint: CompatibleEndpoint | None = None,
        default_only: bool | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncIterator[GetModelResponse]:
        """List the models that the API key may use.

        All items, page by page, each page when its first item is asked for.

        Args:
            page_size: Maximum number of models in a page (1 to 1000; default 20).
            endpoint: Only models that this endpoint takes (one of chat, embed, classify, summarize, rerank, rate,
                generate).
            default_only: Only the model that the `endpoint` uses where none is named; not without `endpoint`.
            request_options: Options of this call; see RequestOptions.

        Returns:
            An iterator over the items.
        """
        return async_iterate(
            self._core,
            LIST,
            {
                "page_size": page_size,
                "endpoint": endpoint,
                "default_only": default_only,
            },
            request_options,
        )

    @operation(GET)
    async def get(
        self,
        model: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> GetModelResponse:
        """Get what there is to know about a model.

        The client's own docstring names the errors.

        Args:
            model: Name of the model (required).
            request_options: Options of this call; see RequestOptions.

        Returns:
            GetModelResponse: What there is to know about a model.
        """
        return await self._core.call(
            GET,
            {
                "model": model,
            },
            request_options,
        )


if TYPE_CHECKING:

    class ModelsClientWithRawResponse:
        """ModelsClient.with_raw_response."""

        def list(
            self,
            *,
            page_size: int | None = None,
            page_token: str | None = None,
            endpoint: CompatibleEndpoint | None = None,
            default_only: bool | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[ListModelsResponse]: ...
        def get(
            self,
            model: str,
            *,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[GetModelResponse]: ...

    class AsyncModelsClientWithRawResponse:
        """AsyncModelsClient.with_raw_response."""

        async def list(
            self,
            *,
            page_size: int | None = None,
            page_token: str | None = None,
            endpoint: CompatibleEndpoint | None = None,
            default_only: bool | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[ListModelsResponse]: ...
        async def get(
            self,
            model: str,
            *,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[GetModelResponse]: ...
