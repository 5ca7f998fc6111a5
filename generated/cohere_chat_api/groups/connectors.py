# Made by `make generate` from openapi.yaml. Do not edit.
"""Services that version 1 of chat can search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from ..endpoint import Endpoint, Pages, Parameter, Reply, Resource, async_iterate, iterate, operation

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator

    from cohere_chat import HttpResponse, RequestOptions

    from ..endpoint import AsyncCore, Core
    from ..models.connector import Connector
    from ..models.create_connector_o_auth import CreateConnectorOAuth
    from ..models.create_connector_response import CreateConnectorResponse
    from ..models.create_connector_service_auth import CreateConnectorServiceAuth
    from ..models.get_connector_response import GetConnectorResponse
    from ..models.list_connectors_response import ListConnectorsResponse
    from ..models.o_auth_authorize_response import OAuthAuthorizeResponse
    from ..models.update_connector_response import UpdateConnectorResponse
    from ..params import CreateConnectorOAuthParam, CreateConnectorServiceAuthParam

LIST: Final[Endpoint[ListConnectorsResponse]] = Endpoint(
    name="connectors.list",
    method="GET",
    path="/v1/connectors",
    parameters={
        "limit": Parameter("query", "integer"),
        "offset": Parameter("query", "integer"),
    },
    reply=Reply("ListConnectorsResponse"),
    pages=Pages("connectors", "offset"),
    deprecated=True,
)
CREATE: Final[Endpoint[CreateConnectorResponse]] = Endpoint(
    name="connectors.create",
    method="POST",
    path="/v1/connectors",
    body="json",
    parameters={
        "name": Parameter("body", "string", required=True),
        "url": Parameter("body", "string", required=True),
        "description": Parameter("body", "string"),
        "excludes": Parameter("body", "array", items="string"),
        "oauth": Parameter("body", "object"),
        "active": Parameter("body", "boolean"),
        "continue_on_failure": Parameter("body", "boolean"),
        "service_auth": Parameter("body", "object"),
    },
    reply=Reply("CreateConnectorResponse", objects=("connector",)),
    deprecated=True,
    retry_safe=False,
)
GET: Final[Endpoint[GetConnectorResponse]] = Endpoint(
    name="connectors.get",
    method="GET",
    path="/v1/connectors/{id}",
    parameters={
        "id": Parameter("path", "string", required=True),
    },
    reply=Reply("GetConnectorResponse", objects=("connector",)),
    deprecated=True,
)
DELETE: Final[Endpoint[dict[str, Any]]] = Endpoint(
    name="connectors.delete",
    method="DELETE",
    path="/v1/connectors/{id}",
    parameters={
        "id": Parameter("path", "string", required=True),
    },
    reply=Reply(None),
    deprecated=True,
)
UPDATE: Final[Endpoint[UpdateConnectorResponse]] = Endpoint(
    name="connectors.update",
    method="PATCH",
    path="/v1/connectors/{id}",
    body="json",
    parameters={
        "id": Parameter("path", "string", required=True),
        "name": Parameter("body", "string"),
        "url": Parameter("body", "string"),
        "excludes": Parameter("body", "array", items="string"),
        "oauth": Parameter("body", "object"),
        "active": Parameter("body", "boolean"),
        "continue_on_failure": Parameter("body", "boolean"),
        "service_auth": Parameter("body", "object"),
    },
    reply=Reply("UpdateConnectorResponse", objects=("connector",)),
    deprecated=True,
)
O_AUTH_AUTHORIZE: Final[Endpoint[OAuthAuthorizeResponse]] = Endpoint(
    name="connectors.o_auth_authorize",
    method="POST",
    path="/v1/connectors/{id}/oauth/authorize",
    parameters={
        "id": Parameter("path", "string", required=True),
        "after_token_redirect": Parameter("query", "string"),
    },
    reply=Reply("OAuthAuthorizeResponse"),
    deprecated=True,
)


class ConnectorsClient(Resource):
    """Services that version 1 of chat can search."""

    _core: Core

    @property
    def with_raw_response(self) -> ConnectorsClientWithRawResponse:
        """The same methods, each of which gives the HTTP status and headers with the reply."""
        return cast("ConnectorsClientWithRawResponse", ConnectorsClient(self._core.raw))

    @operation(LIST)
    def list(
        self,
        *,
        limit: int | None = None,
        offset: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> ListConnectorsResponse:
        """Deprecated: List the connectors, the newest first.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            limit: Maximum number of connectors in a page (0 to 100; default 30).
            offset: How many connectors to skip (at least 0; default 0).
            request_options: Options of this call; see RequestOptions.

        Returns:
            ListConnectorsResponse: A page of connectors.
        """
        return self._core.call(
            LIST,
            {
                "limit": limit,
                "offset": offset,
            },
            request_options,
        )

    @operation(LIST)
    def iterate(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> Iterator[Connector]:
        """Deprecated: List the connectors, the newest first.

        All items, page by page, each page when its first item is asked for.

        Args:
            request_options: Options of this call; see RequestOptions.

        Returns:
            An iterator over the items.
        """
        return iterate(self._core, LIST, {}, request_options)

    @operation(CREATE)
    def create(
        self,
        *,
        name: str,
        url: str,
        description: str | None = None,
        excludes: Iterable[str] | None = None,
        oauth: CreateConnectorOAuthParam | CreateConnectorOAuth | None = None,
        active: bool | None = None,
        continue_on_failure: bool | None = None,
        service_auth: CreateConnectorServiceAuthParam | CreateConnectorServiceAuth | None = None,
        request_options: RequestOptions | None = None,
    ) -> CreateConnectorResponse:
        """Deprecated: Register a service that chat can search.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            name: Name of the connector, for people (required).
            url: Where it is asked for documents (required).
            description: What it finds.
            excludes: Fields of its documents that the model does not see.
            oauth: How users authorize a connector by OAuth 2.0; not together with `service_auth`.
            active: Whether it may be used (default True).
            continue_on_failure: Whether a chat goes on when it fails (default False).
            service_auth: How the service authorizes itself to a connector by a token; not together with `oauth`.
            request_options: Options of this call; see RequestOptions.

        Returns:
            CreateConnectorResponse: A new connector.
        """
        return self._core.call(
            CREATE,
            {
                "name": name,
                "url": url,
                "description": description,
                "excludes": excludes,
                "oauth": oauth,
                "active": active,
                "continue_on_failure": continue_on_failure,
                "service_auth": service_auth,
            },
            request_options,
        )

    @operation(GET)
    def get(
        self,
        id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> GetConnectorResponse:
        """Deprecated: Get a connector.

        The client's own docstring names the errors.

        Args:
            id: Id of the connector (required).
            request_options: Options of this call; see RequestOptions.

        Returns:
            GetConnectorResponse: A connector.
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
        """Deprecated: Delete a connector.

        The client's own docstring names the errors.

        Args:
            id: Id of the connector (required).
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

    @operation(UPDATE)
    def update(
        self,
        id: str,
        *,
        name: str | None = None,
        url: str | None = None,
        excludes: Iterable[str] | None = None,
        oauth: CreateConnectorOAuthParam | CreateConnectorOAuth | None = None,
        active: bool | None = None,
        continue_on_failure: bool | None = None,
        service_auth: CreateConnectorServiceAuthParam | CreateConnectorServiceAuth | None = None,
        request_options: RequestOptions | None = None,
    ) -> UpdateConnectorResponse:
        """Deprecated: Change a connector; fields that are left out stay as they are.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            id: Id of the connector (required).
            name: Name of the connector, for people.
            url: Where it is asked for documents.
            excludes: Fields of its documents that the model does not see.
            oauth: How users authorize a connector by OAuth 2.0; not together with `service_auth`.
            active: Whether it may be used.
            continue_on_failure: Whether a chat goes on when it fails.
            service_auth: How the service authorizes itself to a connector by a token; not together with `oauth`.
            request_options: Options of this call; see RequestOptions.

        Returns:
            UpdateConnectorResponse: A connector as it is now.
        """
        return self._core.call(
            UPDATE,
            {
                "id": id,
                "name": name,
                "url": url,
                "excludes": excludes,
                "oauth": oauth,
                "active": active,
                "continue_on_failure": continue_on_failure,
                "service_auth": service_auth,
            },
            request_options,
        )

    @operation(O_AUTH_AUTHORIZE)
    def o_auth_authorize(
        self,
        id: str,
        *,
        after_token_redirect: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> OAuthAuthorizeResponse:
        """Deprecated: Begin the OAuth 2.0 authorization of a connector.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            id: Id of the connector (required).
            after_token_redirect: Where the user is sent once the connector is authorized.
            request_options: Options of this call; see RequestOptions.

        Returns:
            OAuthAuthorizeResponse: Where a user authorizes a connector.
        """
        return self._core.call(
            O_AUTH_AUTHORIZE,
            {
                "id": id,
                "after_token_redirect": after_token_redirect,
            },
            request_options,
        )


class AsyncConnectorsClient(Resource):
    """Services that version 1 of chat can search."""

    _core: AsyncCore

    @property
    def with_raw_response(self) -> AsyncConnectorsClientWithRawResponse:
        """The same methods, each of which gives the HTTP status and headers with the reply."""
        return cast("AsyncConnectorsClientWithRawResponse", AsyncConnectorsClient(self._core.raw))

    @operation(LIST)
    async def list(
        self,
        *,
        limit: int | None = None,
        offset: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> ListConnectorsResponse:
        """Deprecated: List the connectors, the newest first.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            limit: Maximum number of connectors in a page (0 to 100; default 30).
            offset: How many connectors to skip (at least 0; default 0).
            request_options: Options of this call; see RequestOptions.

        Returns:
            ListConnectorsResponse: A page of connectors.
        """
        return await self._core.call(
            LIST,
            {
                "limit": limit,
                "offset": offset,
            },
            request_options,
        )

    @operation(LIST)
    def iterate(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> AsyncIterator[Connector]:
        """Deprecated: List the connectors, the newest first.

        All items, page by page, each page when its first item is asked for.

        Args:
            request_options: Options of this call; see RequestOptions.

        Returns:
            An iterator over the items.
        """
        return async_iterate(self._core, LIST, {}, request_options)

    @operation(CREATE)
    async def create(
        self,
        *,
        name: str,
        url: str,
        description: str | None = None,
        excludes: Iterable[str] | None = None,
        oauth: CreateConnectorOAuthParam | CreateConnectorOAuth | None = None,
        active: bool | None = None,
        continue_on_failure: bool | None = None,
        service_auth: CreateConnectorServiceAuthParam | CreateConnectorServiceAuth | None = None,
        request_options: RequestOptions | None = None,
    ) -> CreateConnectorResponse:
        """Deprecated: Register a service that chat can search.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            name: Name of the connector, for people (required).
            url: Where it is asked for documents (required).
            description: What it finds.
            excludes: Fields of its documents that the model does not see.
            oauth: How users authorize a connector by OAuth 2.0; not together with `service_auth`.
            active: Whether it may be used (default True).
            continue_on_failure: Whether a chat goes on when it fails (default False).
            service_auth: How the service authorizes itself to a connector by a token; not together with `oauth`.
            request_options: Options of this call; see RequestOptions.

        Returns:
            CreateConnectorResponse: A new connector.
        """
        return await self._core.call(
            CREATE,
            {
                "name": name,
                "url": url,
                "description": description,
                "excludes": excludes,
                "oauth": oauth,
                "active": active,
                "continue_on_failure": continue_on_failure,
                "service_auth": service_auth,
            },
            request_options,
        )

    @operation(GET)
    async def get(
        self,
        id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> GetConnectorResponse:
        """Deprecated: Get a connector.

        The client's own docstring names the errors.

        Args:
            id: Id of the connector (required).
            request_options: Options of this call; see RequestOptions.

        Returns:
            GetConnectorResponse: A connector.
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
        """Deprecated: Delete a connector.

        The client's own docstring names the errors.

        Args:
            id: Id of the connector (required).
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

    @operation(UPDATE)
    async def update(
        self,
        id: str,
        *,
        name: str | None = None,
        url: str | None = None,
        excludes: Iterable[str] | None = None,
        oauth: CreateConnectorOAuthParam | CreateConnectorOAuth | None = None,
        active: bool | None = None,
        continue_on_failure: bool | None = None,
        service_auth: CreateConnectorServiceAuthParam | CreateConnectorServiceAuth | None = None,
        request_options: RequestOptions | None = None,
    ) -> UpdateConnectorResponse:
        """Deprecated: Change a connector; fields that are left out stay as they are.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            id: Id of the connector (required).
            name: Name of the connector, for people.
            url: Where it is asked for documents.
            excludes: Fields of its documents that the model does not see.
            oauth: How users authorize a connector by OAuth 2.0; not together with `service_auth`.
            active: Whether it may be used.
            continue_on_failure: Whether a chat goes on when it fails.
            service_auth: How the service authorizes itself to a connector by a token; not together with `oauth`.
            request_options: Options of this call; see RequestOptions.

        Returns:
            UpdateConnectorResponse: A connector as it is now.
        """
        return await self._core.call(
            UPDATE,
            {
                "id": id,
                "name": name,
                "url": url,
                "excludes": excludes,
                "oauth": oauth,
                "active": active,
                "continue_on_failure": continue_on_failure,
                "service_auth": service_auth,
            },
            request_options,
        )

    @operation(O_AUTH_AUTHORIZE)
    async def o_auth_authorize(
        self,
        id: str,
        *,
        after_token_redirect: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> OAuthAuthorizeResponse:
        """Deprecated: Begin the OAuth 2.0 authorization of a connector.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            id: Id of the connector (required).
            after_token_redirect: Where the user is sent once the connector is authorized.
            request_options: Options of this call; see RequestOptions.

        Returns:
            OAuthAuthorizeResponse: Where a user authorizes a connector.
        """
        return await self._core.call(
            O_AUTH_AUTHORIZE,
            {
                "id": id,
                "after_token_redirect": after_token_redirect,
            },
            request_options,
        )


if TYPE_CHECKING:

    class ConnectorsClientWithRawResponse:
        """ConnectorsClient.with_raw_response."""

        def list(
            self,
            *,
            limit: int | None = None,
            offset: int | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[ListConnectorsResponse]: ...
        def create(
            self,
            *,
            name: str,
            url: str,
            description: str | None = None,
            excludes: Iterable[str] | None = None,
            oauth: CreateConnectorOAuthParam | CreateConnectorOAuth | None = None,
            active: bool | None = None,
            continue_on_failure: bool | None = None,
            service_auth: CreateConnectorServiceAuthParam | CreateConnectorServiceAuth | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[CreateConnectorResponse]: ...
        def get(
            self,
            id: str,
            *,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[GetConnectorResponse]: ...
        def delete(
            self,
            id: str,
            *,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[dict[str, Any]]: ...
        def update(
            self,
            id: str,
            *,
            name: str | None = None,
            url: str | None = None,
            excludes: Iterable[str] | None = None,
            oauth: CreateConnectorOAuthParam | CreateConnectorOAuth | None = None,
            active: bool | None = None,
            continue_on_failure: bool | None = None,
            service_auth: CreateConnectorServiceAuthParam | CreateConnectorServiceAuth | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[UpdateConnectorResponse]: ...
        def o_auth_authorize(
            self,
            id: str,
            *,
            after_token_redirect: str | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[OAuthAuthorizeResponse]: ...

    class AsyncConnectorsClientWithRawResponse:
        """AsyncConnectorsClient.with_raw_response."""

        async def list(
            self,
            *,
            limit: int | None = None,
            offset: int | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[ListConnectorsResponse]: ...
        async def create(
            self,
            *,
            name: str,
            url: str,
            description: str | None = None,
            excludes: Iterable[str] | None = None,
            oauth: CreateConnectorOAuthParam | CreateConnectorOAuth | None = None,
            active: bool | None = None,
            continue_on_failure: bool | None = None,
            service_auth: CreateConnectorServiceAuthParam | CreateConnectorServiceAuth | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[CreateConnectorResponse]: ...
        async def get(
            self,
            id: str,
            *,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[GetConnectorResponse]: ...
        async def delete(
            self,
            id: str,
            *,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[dict[str, Any]]: ...
        async def update(
            self,
            id: str,
            *,
            name: str | None = None,
            url: str | None = None,
            excludes: Iterable[str] | None = None,
            oauth: CreateConnectorOAuthParam | CreateConnectorOAuth | None = None,
            active: bool | None = None,
            continue_on_failure: bool | None = None,
            service_auth: CreateConnectorServiceAuthParam | CreateConnectorServiceAuth | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[UpdateConnectorResponse]: ...
        async def o_auth_authorize(
            self,
            id: str,
            *,
            after_token_redirect: str | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[OAuthAuthorizeResponse]: ...
