"""What both clients have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

import attrs
import httpx
from cohere_chat_api.api.v2 import chat as endpoint

from ._settings import Settings, checked_headers, merged


class BaseClient(endpoint.Methods):
    """The part of a client that sends nothing and waits for nothing."""

    _settings: Settings

    def with_options(
        self,
        *,
        timeout: float | httpx.Timeout | None = None,
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
        before = self._settings
        headers = {} if additional_headers is None else checked_headers("additional_headers", additional_headers)
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        other._settings = attrs.evolve(
            before,
            timeout=before.timeout if timeout is None else timeout,
            max_retries=before.max_retries if max_retries is None else max_retries,
            additional_headers=merged(before.additional_headers, headers),
        )
        return other

    @property
    def v2(self) -> Self:
        """This client: version 2 of the API is all that it speaks."""
        return self

    def __repr__(self) -> str:
        base_url = str(self._settings.url).removesuffix(endpoint.PATH)
        return f"{type(self).__name__}(base_url={base_url!r})"

    def __reduce__(self) -> str:
        raise TypeError(f"{type(self).__name__} cannot be pickled or copied: build one in each process")
