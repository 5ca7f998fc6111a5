"""Which httpx client sends the requests: the caller's own, or one of ours per process or event loop.

The one module that knows how httpx clients are built.
"""

from __future__ import annotations

import functools
import os
import ssl
from typing import TYPE_CHECKING, Any, Final, TypeVar
from urllib.request import getproxies
from weakref import WeakValueDictionary

from ._async.spread import AsyncSpreadClient
from ._call import Call, Form
from ._config import Settings
from ._connection import shut_down
from ._deadline import async_within, check
from ._httpx import AsyncHttpxClient, HttpxClient, either, httpx
from ._sync.spread import SpreadClient
from .errors import ClientClosedError, ConfigurationError

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

C = TypeVar("C", httpx.Client, httpx.AsyncClient)


class Pool:
    """Gives ClientV2 its httpx client.

    A forked process gets a client of its own: two processes on one connection would read each other's answers.
    """

    def __init__(self, settings: Settings, given: HttpxClient | None) -> None:
        self._url = settings.base_url
        self._given = _checked(given, httpx.Client)
        # Keep inherited clients alive: collecting them would close the parent's sockets.
        self._clients = {} if given else {os.getpid(): self._new()}
        self._closed = False
        # The answers that this process may still be reading.
        self._answers = WeakValueDictionary[int, httpx.Response]()

    def get(self) -> httpx.Client | SpreadClient:
        if self._closed or (self._given and self._given.is_closed):
            raise client_closed()
        if self._given is None and os.getpid() not in self._clients:
            self._answers = WeakValueDictionary()
        # Two threads may both build one; the one that loses has no connections yet.
        return self._given or self._clients.get(os.getpid()) or self._clients.setdefault(os.getpid(), self._new())

    def request(self, call: Call, key: str) -> httpx.Request:
        return _request(self._given, call, key)

    def send(
        self, client: httpx.Client | SpreadClient, request: httpx.Request, auth: Any, deadline: float
    ) -> httpx.Response:
        """Send a request; give the response with its body unread."""
        response = client.send(request, stream=True, follow_redirects=False, **auth)
        try:
            check(deadline)
        except httpx.ReadTimeout:
            response.close()
            raise
        _put_location_back(response)
        self._answers[id(response)] = response
        return response

    def close(self) -> None:
        self._closed = True
        if os.getpid() in self._clients:
            # Threads that wait for more of an answer would not notice.
            for reference in self._answers.valuerefs():
                response = reference()
                if response is not None and not response.is_closed:
                    shut_down(response)
            self._clients[os.getpid()].close()

    def _new(self) -> SpreadClient:
        return SpreadClient(_client_builder(_Client, self._url, _set_location_aside))


class AsyncPool:
    """Gives AsyncClientV2 its httpx client.

    Each event loop of each process gets a client of its own: connections belong to the loop that opened them, and end
    with it unless the client is closed there.
    """

    def __init__(self, settings: Settings, given: AsyncHttpxClient | None) -> None:
        self._url = settings.base_url
        self._given = _checked(given, httpx.AsyncClient)
        # Built before there is a loop, so that wrong variables for proxies or certificates raise at once.
        self._unused = [] if given else [self._new()]
        self._clients: dict[tuple[asyncio.AbstractEventLoop, int], AsyncSpreadClient] = {}
        self._closed = False

    def get(self) -> httpx.AsyncClient | AsyncSpreadClient:
        if self._closed or (self._given and self._given.is_closed):
            raise client_closed()
        if self._given:
            return self._given
        place = _place()
        if place not in self._clients:
            # Iterate over a copy: loops in other threads may change it.
            for other in list(self._clients):
                if other[0].is_closed():
                    self._clients.pop(other, None)
            self._clients[place] = self._unused.pop() if self._unused else self._new()
        return self._clients[place]

    def request(self, call: Call, key: str) -> httpx.Request:
        return _request(self._given, call, key)

    async def send(
        self, client: httpx.AsyncClient | AsyncSpreadClient, request: httpx.Request, auth: Any, deadline: float
    ) -> httpx.Response:
        """Send a request; give the response with its body unread."""
        async with async_within(deadline):
            response = await client.send(request, stream=True, follow_redirects=False, **auth)
        _put_location_back(response)
        return response

    async def aclose(self) -> None:
        self._closed = True
        client = self._clients.get(_place())
        # A connection can be closed only in the loop that opened it.
        self._clients.clear()
        if client:
            await client.aclose()

    def _new(self) -> AsyncSpreadClient:
        return AsyncSpreadClient(_client_builder(_AsyncClient, self._url, _async_set_location_aside))


def _place() -> tuple[asyncio.AbstractEventLoop, int]:
    import asyncio  # noqa: PLC0415  # slow to import, and not needed without async

    return asyncio.get_running_loop(), os.getpid()


def client_closed() -> ClientClosedError:
    """The error for the use of a closed client."""
    return ClientClosedError("this client is closed: build a new one")


def _request(given: httpx.Client | httpx.AsyncClient | None, call: Call, key: str) -> httpx.Request:
    headers = call.headers_with(key)
    method = call.endpoint.method
    extensions: dict[str, Any] = {"timeout": call.timeout.as_dict()} if call.timeout else {}
    if given is None:
        # Skip client.build_request(): it adds nothing here, and takes a fifth of the time of a small call.
        if isinstance(call.body, Form):
            return httpx.Request(method, call.url, headers=headers, extensions=extensions, **_encode_form(call.body))
        stream = httpx.ByteStream(call.body or b"")
        return httpx.Request(method, call.url, headers=headers, stream=stream, extensions=extensions)
    # With the caller's own headers, cookies and parameters, which httpx would put in the place of those in the URL.
    body: dict[str, Any] = _encode_form(call.body) if isinstance(call.body, Form) else {"content": call.body}
    # One of the other family makes URLs and requests of its own classes.
    url: Any = call.url if isinstance(given, httpx.Client | httpx.AsyncClient) else str(call.url)
    return given.build_request(
        method,
        url,
        params=tuple(call.url.params.multi_items()),
        headers=headers,
        extensions={**extensions, "own_client": True},
        **body,
    )


def _encode_form(form: Form) -> dict[str, Any]:
    """The arguments of httpx for a form: it reads files in pieces."""
    files = {name: (upload.name, upload.content, upload.media_type) for name, upload in form.uploads.items()}
    return {"data": form.fields, "files": files}


def _put_location_back(response: httpx.Response) -> None:
    if "location" in response.extensions:
        response.headers["location"] = response.extensions.pop("location")


def _set_location_aside(response: httpx.Response) -> None:
    # httpx builds the redirected request even if it is not to follow it, and raises for some locations.
    if response.has_redirect_location:
        response.extensions["location"] = response.headers.pop("location")


async def _async_set_location_aside(response: httpx.Response) -> None:
    _set_location_aside(response)


class _NoCookies(httpx.Cookies):
    """Keeps nothing: our requests send no cookies, a jar would grow, and searching it takes time."""

    def extract_cookies(self, response: httpx.Response) -> None:
        pass


_NO_COOKIES: Final = _NoCookies()


class _WithoutCookies:
    cookies = property(lambda _: _NO_COOKIES)


class _Client(_WithoutCookies, httpx.Client):
    pass


class _AsyncClient(_WithoutCookies, httpx.AsyncClient):
    pass


def _client_builder(kind: type[C], url: httpx.URL, hook: Any) -> Callable[[httpx.Limits], C | None]:
    """Make clients that differ in their limits only; give None once the variables for proxies have changed."""
    proxies = getproxies()
    # Loading certificates takes tens of milliseconds: skip it where there is no TLS.
    plain = url.scheme == "http" and not proxies
    verify = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT) if plain else _tls()

    def build(limits: httpx.Limits) -> C | None:
        if getproxies() != proxies:
            return None
        try:
            return kind(limits=limits, verify=verify, event_hooks={"response": [hook]})
        except ImportError:
            names = [name for name, value in os.environ.items() if value.lower().startswith("socks")]
            raise ConfigurationError(
                f"the environment variable {', '.join(names)} asks for a SOCKS proxy: "
                f"pip install '{httpx.__name__}[socks]'"
            ) from None
        except (ValueError, httpx.InvalidURL) as error:
            # Without the value, which may hold a password.
            raise ConfigurationError(
                "the environment variables HTTP_PROXY, HTTPS_PROXY and ALL_PROXY must look like http://host:port, and "
                f"NO_PROXY like host,.domain ({type(error).__name__})"
            ) from None

    return build


def _tls() -> ssl.SSLContext:
    file, folder = os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")
    try:
        return _tls_of(file, folder)
    except OSError as error:
        raise ConfigurationError(
            f"the environment variables SSL_CERT_FILE={file!r} and SSL_CERT_DIR={folder!r} "
            f"do not name readable certificates: {error}"
        ) from None


@functools.cache
def _tls_of(_file: str | None, _folder: str | None) -> ssl.SSLContext:
    """One context for all clients under the same environment variables, which httpx reads."""
    return httpx.create_ssl_context()


def _checked(given: object, kind: type[C]) -> C | None:
    if given is None or isinstance(given, either(kind)):
        return given
    named = f"{type(given).__module__}.{type(given).__qualname__}"
    raise ConfigurationError(f"httpx_client must be an {httpx.__name__}.{kind.__name__}, not {named}")
