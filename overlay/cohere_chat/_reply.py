"""What came back, as a typed reply or as the error that it is."""

from __future__ import annotations

import json
import ssl
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

import attrs
import httpx
from cohere_chat_api.api.v2 import chat as endpoint

from . import errors
from ._retry import retry_after

if TYPE_CHECKING:
    from cohere_chat_api.models import V2ChatResponse

T = TypeVar("T")

_CLASSES: Final = {cls.documented_status: cls for cls in errors.ApiError.__subclasses__()}
_PHASES: Final = {
    httpx.ConnectTimeout: "connect",
    httpx.WriteTimeout: "write",
    httpx.ReadTimeout: "read",
    httpx.PoolTimeout: "pool",
}


@attrs.frozen
class HttpResponse(Generic[T]):
    """A reply with what HTTP says about it.

    Attributes:
        data: The reply.
        status_code: The HTTP status.
        headers: The headers; names are matched in any case.
    """

    data: T
    status_code: int
    headers: Mapping[str, str]

    @property
    def request_id(self) -> str | None:
        """What identifies the request at the API."""
        return errors.request_id(self.headers)


def reply_from(response: httpx.Response, content: bytes) -> V2ChatResponse:
    """Read the body of a 2xx answer.

    Raises:
        InvalidResponseError: It is no chat reply.
    """
    try:
        # UTF-8 whatever the charset says: RFC 8259 section 8.1.
        return endpoint.parse_reply(json.loads(content.decode()))
    except (ValueError, RecursionError) as error:
        raise invalid_response(response, content, str(error) or type(error).__name__) from None


def invalid_response(response: httpx.Response, content: bytes, reason: str) -> errors.InvalidResponseError:
    """The error for a 2xx answer that is nothing that was asked for; its message shows what the server said."""
    kind = response.headers.get("content-type", "no content type")
    body = _read(content)
    return errors.InvalidResponseError(
        f"{response.status_code} with {errors.excerpt(kind)} is no chat reply ({reason}): "
        f"{errors.excerpt(body if isinstance(body, str) else repr(body))}",
        status_code=response.status_code,
        headers=response.headers,
        body=body,
    )


def api_error(response: httpx.Response, content: bytes, key: str, now: float) -> errors.ApiError:
    """The error for an answer that is not 2xx.

    Args:
        content: The body, or its beginning.
        key: The API key, which is blotted out wherever the server repeats it.
        now: The time in Unix seconds.
    """
    headers = response.headers
    if key:
        content = content.replace(key.encode(), b"***")
        headers = httpx.Headers([(name, value.replace(key, "***")) for name, value in headers.multi_items()])
    return _CLASSES.get(response.status_code, errors.ApiError)(
        status_code=response.status_code,
        headers=headers,
        body=_read(content),
        retry_after=retry_after(response.status_code, headers, now),
    )


def connection_error(error: httpx.HTTPError) -> errors.ApiConnectionError:
    """Our error for one of httpx, for a request without an answer."""
    reason = f"{type(error).__name__}: {errors.excerpt(str(error)) or 'no further reason given'}"
    if isinstance(error, httpx.TimeoutException):
        phase = _PHASES.get(type(error), "read")
        return errors.ApiTimeoutError(f"timed out in the phase {phase!r} ({reason})", phase=phase)
    # What a second try cannot heal: a wrong certificate, a wrong URL, a request that HTTP does not allow.
    hopeless = isinstance(error, httpx.UnsupportedProtocol | httpx.LocalProtocolError | httpx.ProxyError)
    return errors.ApiConnectionError(f"no answer ({reason})", transient=not (hopeless or _is_certificate_error(error)))


def _is_certificate_error(error: BaseException | None) -> bool:
    # httpx and httpcore wrap the reason, each once.
    for _ in range(5):
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error and (error.__cause__ or error.__context__)
    return False


def _read(content: bytes) -> Any:
    """JSON, else text, else bytes."""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return content
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text
