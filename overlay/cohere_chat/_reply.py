"""What came back, as a typed reply or as the error that it is."""

from __future__ import annotations

import contextlib
import os
import socket
import ssl
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, cast

import attrs
import httpx
from cohere_chat_api.api.v2 import chat as endpoint
from cohere_chat_api.types import Unknown

from . import errors
from ._body import BodyTooLargeError
from ._events import LAST_EVENT
from ._json import decode
from ._retry import retry_after

if TYPE_CHECKING:
    from cohere_chat_api.models import V2ChatResponse

T = TypeVar("T")

_CLASSES: Final = {cls.documented_status: cls for cls in errors.ApiError.__subclasses__()}
# The phase that took too long, as httpx and our errors call it, and what is done then.
_PHASES: Final = {
    httpx.ConnectTimeout: ("connect", "connecting to"),
    httpx.WriteTimeout: ("write", "sending to"),
    httpx.ReadTimeout: ("read", "waiting for"),
    httpx.PoolTimeout: ("pool", "waiting for a free connection to"),
}
_CLOSED: Final = (
    ConnectionResetError,
    BrokenPipeError,
    ConnectionAbortedError,
    ssl.SSLEOFError,
    ssl.SSLZeroReturnError,
)
# Shorter credentials are no secret, and blotting them out would spoil words.
_SHORTEST_SECRET: Final = 6
_BLOT: Final = "***"


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


def reply_from(response: httpx.Response, content: bytes, failure: Exception | None = None) -> V2ChatResponse:
    """Read the body of a 2xx answer.

    Args:
        content: The body.
        failure: What cut the body short.

    Raises:
        ApiConnectionError: It was cut short on the way.
        InvalidResponseError: It is no chat reply.
    """
    if isinstance(failure, BodyTooLargeError):
        raise invalid_response(response, content, str(failure))
    if failure is not None:
        raise connection_error(failure, response.request, begun=True)
    try:
        return endpoint.parse_reply(decode(content))
    except ValueError as error:
        raise invalid_response(response, content, str(error)) from None


def invalid_response(response: httpx.Response, content: bytes, reason: str) -> errors.InvalidResponseError:
    """The error for a 2xx answer that is nothing that was asked for; its message shows what the server said."""
    said = _said(response, _read(content))
    what = f"{response.status_code} with {errors.excerpt(said['headers'].get('content-type', 'no content type'))}"
    return errors.InvalidResponseError(f"{what} is no chat reply ({reason}): {errors.excerpt(said['body'])}", **said)


def invalid_event(response: httpx.Response, data: bytes, reason: str) -> errors.InvalidEventError:
    """The error for an event that cannot be read."""
    said = _said(response, data.decode("utf-8", "replace"))
    tale = f": {errors.excerpt(said['body'])}" if data else ""
    return errors.InvalidEventError(f"an event that cannot be read ({reason}){tale}", **said)


def api_error(response: httpx.Response, content: bytes, now: float) -> errors.ApiError:
    """The error for an answer that is not 2xx.

    Args:
        content: The body, or its beginning.
        now: The time in Unix seconds.
    """
    wait = retry_after(response.status_code, response.headers, now)
    cls = _CLASSES.get(response.status_code, errors.ApiError)
    return cls(retry_after=wait, **_said(response, _read(content)))


def _said(response: httpx.Response, body: Any) -> dict[str, Any]:
    """The attributes of our errors that tell what the server said, with the key blotted out."""
    secret = _secret(response.request)
    return {
        "status_code": response.status_code,
        "headers": _without(secret, response.headers),
        "body": _without(secret, body),
    }


def connection_error(error: Exception, request: httpx.Request, *, begun: bool = False) -> errors.ApiConnectionError:
    """Our error for a failure of the network; to be raised as it is, since its cause is set.

    Args:
        error: One of _body.FAILURES.
        request: What was sent.
        begun: Whether the answer had begun.
    """
    host = _host(request)
    if isinstance(error, httpx.TimeoutException):
        phase, doing = _PHASES.get(type(error), _PHASES[httpx.ReadTimeout])
        told = f"timed out{_after(request, phase)} while {doing} {host} ({type(error).__name__})"
        return _caused(errors.ApiTimeoutError(told, phase=phase, transient=not begun), error, request)
    what = f"the answer of {host} was cut" if begun else f"no answer from {host}"
    told = f"{what} ({_reason(error, request)})"
    return _caused(errors.ApiConnectionError(told, transient=not begun and _may_heal(error)), error, request)


def interrupted(response: httpx.Response, error: Exception | None, last: object) -> errors.StreamInterruptedError:
    """The error for a stream that ended before its last event; to be raised as it is, since its cause is set.

    Args:
        error: One of _body.FAILURES, or None for a body that is whole.
        last: The last event that came, if any; one of an unknown type may tell why.
    """
    request = response.request
    cls = errors.StreamInterruptedError
    if error is None:
        what = f"ended without {LAST_EVENT!r}"
    elif isinstance(error, httpx.TimeoutException):
        cls, what = errors.StreamTimeoutError, f"stalled ({type(error).__name__}{_after(request, 'read')})"
    else:
        what = f"was cut ({_reason(error, request)})"
    if isinstance(last, Unknown):
        what += f"; before came {errors.excerpt(without_key(response, last.to_dict()))}"
    # After the first event, another try would be another reply.
    return _caused(cls(f"the stream from {_host(request)} {what}", transient=last is None), error, request)


E = TypeVar("E", bound=errors.CohereError)


def _caused(made: E, error: Exception | None, request: httpx.Request) -> E:
    # What httpx says may repeat what the server said.
    secret = _secret(request)
    made.__cause__ = None if secret and secret in str(error) else error
    if isinstance(error, httpx.RequestError):
        error.request = request
    return made


def _host(request: httpx.Request) -> str:
    """Host and port, without the credentials that a URL may hold."""
    return request.url.netloc.decode()


def _after(request: httpx.Request, phase: str) -> str:
    """How long a phase was allowed to take, if that is known."""
    seconds = request.extensions.get("timeout", {}).get(phase)
    return "" if seconds is None else f" after {seconds:g} s"


def _reason(error: Exception, request: httpx.Request) -> str:
    """The kind of a failure and why, in the same words for both clients."""
    root = _root(error)
    text = str(root)
    # Over TLS, asyncio does not tell the one from the other.
    if isinstance(root, _CLOSED) or text.startswith(("Server disconnected", "peer closed connection")):
        return "the server closed the connection"
    if isinstance(root, OSError) and not isinstance(root, ssl.SSLError | socket.gaierror) and root.errno:
        # asyncio words it in its own way.
        text = f"[Errno {root.errno}] {os.strerror(root.errno)}"
    name = type(error).__name__ if isinstance(error, httpx.HTTPError) else "ReadError"
    return f"{name}: {errors.excerpt(_without(_secret(request), text)) or 'no further reason given'}"


def _may_heal(error: Exception) -> bool:
    """Whether the same request may fare better: not with a wrong certificate, a wrong URL, an unwilling proxy."""
    if isinstance(error, httpx.ProxyError):
        return str(error).startswith("5")
    root = _root(error)
    if isinstance(root, ssl.SSLError):
        return isinstance(root, _CLOSED)
    return not isinstance(error, httpx.UnsupportedProtocol | httpx.LocalProtocolError)


def _root(error: BaseException) -> BaseException:
    # httpx, httpcore and anyio each wrap the reason. Not by way of __context__: that may be the caller's own trouble.
    for _ in range(10):
        if isinstance(error, BaseExceptionGroup):
            inner = error.exceptions[-1]
        else:
            inner = error.__cause__ or next((part for part in error.args if isinstance(part, BaseException)), None)
        if inner is None:
            break
        error = inner
    return error


def _read(content: bytes) -> Any:
    """JSON, else text, else bytes."""
    for read in (decode, bytes.decode):
        with contextlib.suppress(ValueError):
            return read(content)
    return content


def without_key(response: httpx.Response, said: T) -> T:
    """What a server said, with the key of the request blotted out."""
    return cast("T", _without(_secret(response.request), said))


def _secret(request: httpx.Request) -> str:
    """The credentials of a request, without the name of their scheme."""
    value = request.headers.get("authorization", "")
    secret = value.partition(" ")[2] or value
    return secret if len(secret) >= _SHORTEST_SECRET else ""


def _without(secret: str, value: Any) -> Any:
    """What a server says, with the key blotted out where it repeats it."""
    if not secret:
        return value
    if isinstance(value, str):
        return value.replace(secret, _BLOT)
    if isinstance(value, bytes):
        return value.replace(secret.encode(), _BLOT.encode())
    if isinstance(value, list):
        return [_without(secret, item) for item in value]
    if isinstance(value, dict):
        return {_without(secret, name): _without(secret, item) for name, item in value.items()}
    if isinstance(value, httpx.Headers):
        # As bytes, which need not be ASCII.
        return httpx.Headers([(name, _without(secret, text)) for name, text in value.raw])
    return value
