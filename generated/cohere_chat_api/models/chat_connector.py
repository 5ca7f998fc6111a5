# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new

ChatConnectorOptions = dict[str, Any]
"""Settings of the connector, such as `site` of `web-search`."""


@model
class ChatConnector(Model):
    """A service to search.

    Attributes:
        id: Id of the connector, or `web-search`.
        user_access_token: What the connector gets as authorization, in place of a token of the service's.
        continue_on_failure: Whether the chat goes on when the connector fails.
        options: Settings of the connector, such as `site` of `web-search`.
    """

    id: str
    """Id of the connector, or `web-search`."""
    user_access_token: str | None = None
    """What the connector gets as authorization, in place of a token of the service's."""
    continue_on_failure: bool | None = None
    """Whether the chat goes on when the connector fails."""
    options: dict[str, Any] | None = None
    """Settings of the connector, such as `site` of `web-search`."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            id: str,
            user_access_token: str | None = None,
            continue_on_failure: bool | None = None,
            options: Mapping[str, Any] | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.id = fields.get("id")
        self.user_access_token = fields.get("user_access_token")
        self.continue_on_failure = fields.get("continue_on_failure")
        self.options = fields.get("options")
        return self
