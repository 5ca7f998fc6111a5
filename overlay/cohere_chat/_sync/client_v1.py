# Made by `make generate` from ../_async/client_v1.py. Do not edit.
"""The client of version 1 of the API."""

from __future__ import annotations

from cohere_chat_api.groups.v1 import EMBED, V1Root

from .client import BaseClient, ClientV2


class Client(BaseClient, V1Root):
    """A client of version 1 of the API.

    It has version 1 of chat, chat_stream, embed and rerank, and everything that both versions share.

    Args and errors: as for ClientV2().
    """

    _embed_endpoint = EMBED

    @property
    def v2(self) -> ClientV2:
        """A client of version 2 with the same settings that shares the connections of this one."""
        return self._as(ClientV2)
