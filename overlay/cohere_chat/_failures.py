"""Failures of HTTP and the network as the errors of this package."""

from __future__ import annotations

import contextlib
import errno
import os
import socket
import ssl
from collections.abc import Callable
from typing import Any, Final, TypeVar
from urllib.request import getproxies, proxy_bypass

from cohere_chat_api.types import Unknown

from . import errors
from ._httpx import either, httpx
from ._json import decode
from ._redact import redact
from ._retry import retry_after

E = TypeVar("E", bound=errors.ApiConnectionError)

_CLASSES: Final = {cls.documented_status: cls for cls in errors.ApiError.__subclasses__()}
# By the name of httpx's error: the phase that took too long, as httpx and our errors call it, and what is done then.
_PHASES: Final = {
    "ConnectTimeout": ("connect", "connecting to"),
    "WriteTimeout": ("write", "sending to"),
    "ReadTimeout": ("read", "waiting for"),
    "PoolTimeout": ("pool", "waiting for a free connection to"),
}
# Before these, no byte of the request was sent.
_NOT_SENT: Final = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
_CLOSED_BY_SERVER: Final = (
    ConnectionResetError,
    BrokenPipeError,
    ConnectionAbortedError,
    ssl.SSLEOFError,
    ssl.SSLZeroReturnError,
)


# Called with each error of the network, its cause and the request. cohere_chat.compat puts a function here that makes
# them errors of httpx as well.
adapt: Callable[[errors.ApiConnectionError, Exception | None, httpx.Request], None] | None = None


def failures(*others: type[Exception]) -> tuple[type[Exception], ...]:
    """What goes wrong on the way, and others. httpx lets errors of asynchronous TLS through as they are."""
    return *either(httpx.HTTPError, httpx.StreamError), OSError, *others


def api_error(response: httpx.Response, content: bytes, now: float) -> errors.ApiError:
    """The error for a response that is not 2xx, at a time in Unix seconds."""
    cls: type[errors.ApiError] = _CLASSES.get(response.status_code, errors.ApiError)
    wait = retry_after(response.status_code, response.headers, now)
    return cls(retry_after=wait, **_describe(response, _read(content)))


def invalid_response(response: httpx.Response, content: bytes, reason: str) -> errors.InvalidResponseError:
    """The error for a 2xx response that is not the reply asked for; its message shows what the server said."""
    said = _describe(response, _read(content))
    what = f"{response.status_code} with {errors.excerpt(said['headers'].get('content-type', 'no content type'))}"
    message = f"{what} is not the reply that was asked for ({reason}): {errors.excerpt(said['body'])}"
    return errors.InvalidResponseError(message, **said)


def invalid_event(response: httpx.Response, data: bytes, reason: str) -> errors.InvalidEventError:
    """The error for an event that can't be read."""
    said = _describe(response, data.decode("utf-8", "replace"))
    shown = f": {errors.excerpt(said['body'])}" if data else ""
    return errors.InvalidEventError(f"an event can't be read ({reason}){shown}", **said)


def _describe(response: httpx.Response, body: Any) -> dict[str, Any]:
    """The attributes of an error that hold the server's answer, with the key redacted."""
    return {
        "status_code": response.status_code,
        "headers": redact(response.headers, response.request),
        "body": redact(body, response.request),
    }


def _read(content: bytes) -> Any:
    """JSON, else text, else bytes."""
    for read in (decode, bytes.decode):
        with contextlib.suppress(ValueError):
            return read(content)
    return content


def connection_error(error: Exception, request: httpx.Request, *, begun: bool = False) -> errors.ApiConnectionError:
    """Our error for one of failures(), before or after the response has begun; raise it as it is: its cause is set."""
    host = _host_of(request)
    sent = begun or not isinstance(error, either(*_NOT_SENT))
    if isinstance(error, either(httpx.TimeoutException)):
        phase, doing = _PHASES.get(type(error).__name__, _PHASES["ReadTimeout"])
        message = f"timed out{_limit_of(request, phase)} while {doing} {host} ({type(error).__name__})"
        made = errors.ApiTimeoutError(message, phase=phase, transient=not begun, sent=sent)
        return _set_cause(made, error, request)
    what = f"the response of {host} was cut" if begun else f"no response from {host}"
    message = f"{what} ({_reason_of(error, request)})"
    transient = not begun and _is_transient(error)
    return _set_cause(errors.ApiConnectionError(message, transient=transient, sent=sent), error, request)


def interrupted(
    response: httpx.Response, error: Exception | None, last: object, unread: bytes, last_event: str
) -> errors.StreamInterruptedError:
    """The error for a stream that ended before its last event; raise it as it is: its cause is set.

    Args:
        error: One of failures(), or None for a body that is whole.
        last: The last event that came, if any; one of an unknown type may tell why.
        unread: Bytes that are no event; they may tell why.
        last_event: The tag of the event that was to come.
    """
    request = response.request
    cls = errors.StreamInterruptedError
    if error is None:
        what = f"ended without {last_event!r}"
    elif isinstance(error, either(httpx.TimeoutException)):
        cls, what = errors.StreamTimeoutError, f"stalled ({type(error).__name__}{_limit_of(request, 'read')})"
    else:
        what = f"was cut ({_reason_of(error, request)})"
    if isinstance(last, Unknown):
        what += f"; before came {errors.excerpt(redact(last.to_dict(), request))}"
    elif unread:
        what += f"; the server said {errors.excerpt(redact(unread.decode('utf-8', 'replace'), request))}"
    # After the first event, a retry would give another reply.
    made = cls(f"the stream from {_host_of(request)} {what}", transient=last is None, sent=True)
    return _set_cause(made, error, request)


def _set_cause(made: E, error: Exception | None, request: httpx.Request) -> E:
    # Messages of httpx may quote the server.
    made.__cause__ = error if error is None or redact(str(error), request) == str(error) else None
    if isinstance(error, either(httpx.RequestError)):
        error.request = request
    if adapt:
        adapt(made, error, request)
    return made


def _host_of(request: httpx.Request) -> str:
    """Host and port, and those of the proxy on the way, without the credentials that a URL may hold."""
    host = request.url.netloc.decode()
    proxies = getproxies()
    proxy = proxies.get(request.url.scheme) or proxies.get("all")
    if not proxy or request.extensions.get("own_client") or proxy_bypass(request.url.host):
        return host
    try:
        return f"{host} through proxy {httpx.URL(proxy if '://' in proxy else f'http://{proxy}').netloc.decode()}"
    except httpx.InvalidURL:
        return host


def _limit_of(request: httpx.Request, phase: str) -> str:
    """The time limit of a phase for a message, if it is known."""
    seconds = request.extensions.get("timeout", {}).get(phase)
    return "" if seconds is None else f" after {seconds:g} s"


def _reason_of(error: Exception, request: httpx.Request) -> str:
    """The type and the reason of a failure, in the same words for both clients."""
    root = _root_of(error)
    text = str(root)
    # Over TLS, asyncio does not distinguish the two.
    if isinstance(root, _CLOSED_BY_SERVER) or text.startswith(("Server disconnected", "peer closed connection")):
        return "the server closed the connection"
    if isinstance(root, OSError) and not isinstance(root, ssl.SSLError | socket.gaierror) and root.errno:
        if root.errno == errno.EBADF:
            return "the client was closed while the response was read"
        # asyncio has its own wording.
        text = f"[Errno {root.errno}] {os.strerror(root.errno)}"
    name = type(error).__name__ if isinstance(error, either(httpx.HTTPError)) else "ReadError"
    return f"{name}: {errors.excerpt(redact(text, request)) or 'no further reason given'}"


def _is_transient(error: Exception) -> bool:
    """Whether another attempt may succeed: not with a wrong certificate, a wrong URL, or a proxy that refuses."""
    if isinstance(error, either(httpx.ProxyError)):
        return str(error).startswith("5")
    root = _root_of(error)
    if isinstance(root, ssl.SSLError):
        return isinstance(root, _CLOSED_BY_SERVER)
    return not isinstance(error, either(httpx.UnsupportedProtocol, httpx.LocalProtocolError))


def _root_of(error: BaseException) -> BaseException:
    # httpx, httpcore and anyio each wrap the reason. __context__ may be an unrelated exception of the caller's own.
    for _ in range(10):
        if isinstance(error, BaseExceptionGroup):
            inner = error.exceptions[-1]
        else:
            inner = error.__cause__ or next((part for part in error.args if isinstance(part, BaseException)), None)
        if inner is None:
            break
        error = inner
    return error
