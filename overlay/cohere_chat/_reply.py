"""A successful response as a typed reply."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

import attrs
from cohere_chat_api.endpoint import Endpoint

from . import errors
from ._failures import connection_error, invalid_response
from ._httpx import httpx
from ._inflate import BodyTooLargeError
from ._json import decode

T = TypeVar("T")


@attrs.frozen
class HttpResponse(Generic[T]):
    """A reply with its HTTP status and headers.

    Attributes:
        data: The reply.
        status_code: The HTTP status.
        headers: The headers; names are case-insensitive.
        content: The body as received, decompressed; empty if a long list was sent in several requests.
    """

    data: T
    status_code: int
    headers: Mapping[str, str]
    content: bytes | bytearray = attrs.field(default=b"", repr=False)

    @property
    def request_id(self) -> str | None:
        """The API's id of the request, for its support."""
        return errors.request_id(self.headers)


def read_reply(
    endpoint: Endpoint[Any], response: httpx.Response, content: bytes | bytearray, failure: Exception | None
) -> Any:
    """Read the body of a 2xx response, or the beginning of it and the failure that cut it short."""
    if isinstance(failure, BodyTooLargeError):
        raise invalid_response(response, bytes(content), f"{failure}; see max_reply_bytes")
    if failure is not None:
        raise connection_error(failure, response.request, begun=True)
    if endpoint.reply is None:
        return None
    try:
        return endpoint.reply.parse(decode(content))
    except ValueError as error:
        raise invalid_response(response, bytes(content), str(error)) from None
