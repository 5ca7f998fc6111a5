"""The client of version 1 of the API."""

from __future__ import annotations

from cohere_chat_api.groups.v1 import EMBED, AsyncV1Root

from .client import AsyncBaseClient, AsyncClientV2


class AsyncClient(AsyncBaseClient, AsyncV1Root):
    """A client of version 1 of the API, for asyncio.

    It has version 1 of chat, chat_stream, embed and rerank, and everything that both versions share.

    Args and errors: as for AsyncClientV2().
    """

    _embed_endpoint = EMBED

    @property
    def v2(self) -> AsyncClientV2:
        """A client of version 2 with the same settings that shares the connections of this one."""
        return self._as(AsyncClientV2)
