"""What a client was set up with: arguments and environment, checked."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

import attrs
import httpx
from cohere_chat_api.api.v2 import chat as endpoint

from ._retry import RetryPolicy
from ._version import __version__
from .errors import ConfigurationError

T = TypeVar("T")

ApiKey = str | Callable[[], str]
AsyncApiKey = str | Callable[[], str | Awaitable[str]]

# A reply may take minutes to write; a connection may not. In seconds.
_TIMEOUT = 300.0
_CONNECT_TIMEOUT = 10.0
# Sockets take no more than 2**31 milliseconds.
_LONGEST_TIMEOUT = 2_000_000
DEFAULT_MAX_RETRIES = 2
DEFAULT_MAX_EVENT_BYTES = 16 * 1024 * 1024

# RFC 9110 section 5.1 and 5.5: a token; visible ASCII with blanks inside.
_HEADER_NAME = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_HEADER_VALUE = re.compile(r"(?:[!-~](?:[ \t!-~]*[!-~])?)?")
# RFC 3986 section 3.2.2, without what no host is called: names (international ones encoded) and IP addresses.
_HOST = re.compile(rb"[0-9A-Za-z._-]+|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*(?:%[0-9A-Za-z._-]+)?")

# The endpoint's path and its beginnings, which are often taken for a part of the base URL: /v2/chat and /v2.
_PARTS = endpoint.PATH.split("/")
_OWN_PATHS = tuple("/".join(_PARTS[:count]).encode() for count in range(len(_PARTS), 1, -1))

_NO_KEY = (
    "no API key: pass api_key, or set the environment variable CO_API_KEY or COHERE_API_KEY; "
    'api_key="" sends none, for deployments without keys'
)


@attrs.frozen
class Settings:
    """What every request of a client has in common; see ClientV2 for what is not described.

    Attributes:
        api_key: The key or what gives it; an empty one means that none is sent.
        url: The URL of the endpoint.
        headers: The headers of every request, without the key.
        timeout: As for ClientV2, but None leaves it to the caller's own httpx client.
        additional_headers: Headers that are sent as well, or instead of those of the same name; None sends none.
        warned: The deprecated parameters that were used already; one set for all that comes of a client.
    """

    api_key: AsyncApiKey = attrs.field(repr=lambda _: "***")
    url: httpx.URL
    headers: Mapping[str, str]
    timeout: float | httpx.Timeout | None
    max_retries: int
    retry_policy: RetryPolicy
    max_event_bytes: int
    additional_headers: Mapping[str, str | None] = attrs.field(factory=dict)
    warned: set[str] = attrs.field(factory=set, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        checked_timeout("timeout", self.timeout)
        checked_count("max_retries", self.max_retries)
        checked_count("max_event_bytes", self.max_event_bytes)
        if not isinstance(self.retry_policy, RetryPolicy):
            raise TypeError(f"retry_policy must be a RetryPolicy, not {type(self.retry_policy).__name__}")


def settings_from(
    environment: Mapping[str, str],
    own_url: httpx.URL | None,
    *,
    api_key: AsyncApiKey | None,
    base_url: str | httpx.URL | None,
    client_name: str | None,
    timeout: float | httpx.Timeout | None,
    **others: Any,
) -> Settings:
    """Check what a client is built with; see ClientV2 for the arguments.

    Args:
        environment: The environment variables, which hold what is not given.
        own_url: The base URL of the caller's own httpx client, None without one.
        others: What needs nothing but to be checked.

    Raises:
        ConfigurationError: A setting is missing or malformed.
        TypeError, ValueError: A setting has the wrong type or value.
    """
    origin, key = _first(
        ("api_key", api_key), _variable(environment, "CO_API_KEY"), _variable(environment, "COHERE_API_KEY")
    )
    if key is None:
        raise ConfigurationError(_NO_KEY)
    url = _endpoint_url(
        *_first(
            ("base_url", base_url),
            ("the base_url of httpx_client", own_url if own_url and own_url.host else None),
            _variable(environment, "CO_API_URL"),
            ("the contract's server", endpoint.SERVER),
        )
    )
    headers = {"Content-Type": "application/json", "User-Agent": f"cohere-chat/{__version__}"}
    if own_url is None:
        # An httpx client of the caller's own may have others.
        headers = {"Host": url.netloc.decode(), **headers}
        timeout = _TIMEOUT if timeout is None else timeout
    if client_name is not None:
        headers[endpoint.X_CLIENT_NAME] = checked_header_value("client_name", client_name)
    key = key if callable(key) else checked_key(origin, key)
    return Settings(api_key=key, url=url, headers=headers, timeout=timeout, **others)


def _first(*sources: tuple[str, T | None]) -> tuple[str, T | None]:
    """The first source that gives something, or else the last, and what it gives."""
    return next((source for source in sources if source[1] is not None), sources[-1])


def _variable(environment: Mapping[str, str], name: str) -> tuple[str, str | None]:
    # As everywhere, a variable set to nothing counts as not set.
    return f"the environment variable {name}", environment.get(name, "").strip() or None


def read_key(source: AsyncApiKey) -> str:
    """The key for the next attempt.

    Raises:
        ConfigurationError: What the callable gives cannot be a key.
    """
    return source if isinstance(source, str) else _given_key(source())


async def async_read_key(source: AsyncApiKey) -> str:
    """The same, where the callable may be asynchronous."""
    if isinstance(source, str):
        return source
    key = source()
    return _given_key(await key if inspect.isawaitable(key) else key)


def _given_key(key: object) -> str:
    checked = checked_key("the callable api_key", key)
    if not checked:
        raise ConfigurationError('the callable api_key gives an empty str; pass api_key="" to send no key')
    return checked


def checked_key(origin: str, key: object) -> str:
    """An API key without the blanks around it; errors never show it."""
    if inspect.iscoroutine(key):
        key.close()
        raise ConfigurationError(f"{origin} gives a coroutine: use AsyncClientV2, or a callable that gives a str")
    if not isinstance(key, str):
        raise ConfigurationError(f"{origin} must be a str, not {type(key).__name__}")
    stripped = key.strip()
    if key and not stripped:
        raise ConfigurationError(f"{origin} is blank: {_NO_KEY}")
    if not _HEADER_VALUE.fullmatch(stripped):
        raise ConfigurationError(f"{origin} has a character that no API key has, such as a line break: copy it again")
    return stripped


def checked_header_value(origin: str, value: object) -> str:
    """A header value that HTTP can carry (RFC 9110 section 5.5)."""
    if not isinstance(value, str):
        raise TypeError(f"{origin} must be a str, not {type(value).__name__}")
    if not _HEADER_VALUE.fullmatch(value):
        # Not shown: it may be a credential.
        raise ValueError(f"{origin} must be visible ASCII, without line breaks, and without blanks around it")
    return value


def checked_headers(origin: str, headers: Mapping[str, str | None]) -> Mapping[str, str | None]:
    """Headers that HTTP can carry (RFC 9110 section 5.1), with None for those that are not to be sent."""
    for name, value in checked_mapping(origin, headers).items():
        place = f"{origin}[{name!r}]"
        if not _HEADER_NAME.fullmatch(name):
            raise ValueError(f"{place}: {name!r} is no header name")
        if name.lower() in ("content-length", "transfer-encoding"):
            raise ValueError(f"{place}: {name} follows from the body")
        if value is not None:
            checked_header_value(place, value)
    return headers


def merged(*headers: Mapping[str, T]) -> dict[str, T]:
    """All headers, each name once: the last counts, in any case (RFC 9110 section 5.1)."""
    last: dict[str, tuple[str, T]] = {}
    for name, value in (pair for some in headers for pair in some.items()):
        last.pop(name.lower(), None)
        last[name.lower()] = name, value
    return dict(last.values())


def checked_mapping(origin: str, value: Mapping[str, Any]) -> Mapping[str, Any]:
    """A dictionary whose keys are texts."""
    if not isinstance(value, Mapping):
        raise TypeError(f"{origin} must be a dict, not {type(value).__name__}")
    for key in value:
        if not isinstance(key, str):
            raise TypeError(f"{origin} must have str keys, not {type(key).__name__}")
    return value


def checked_timeout(origin: str, timeout: float | httpx.Timeout | None) -> float | httpx.Timeout | None:
    """Seconds for a request, or an httpx.Timeout; None stays None."""
    for seconds in timeout.as_dict().values() if isinstance(timeout, httpx.Timeout) else [timeout]:
        if seconds is None:
            continue
        if isinstance(seconds, bool) or not isinstance(seconds, int | float):
            raise TypeError(f"{origin} must be seconds or an httpx.Timeout, not {type(seconds).__name__}")
        if not 0 < seconds <= _LONGEST_TIMEOUT:
            raise ValueError(f"{origin} must be a number of seconds above 0 and not above {_LONGEST_TIMEOUT}")
    return timeout


def phases_of(timeout: float | httpx.Timeout | None) -> httpx.Timeout | None:
    """Limits for each phase of a request."""
    if timeout is None or isinstance(timeout, httpx.Timeout):
        return timeout
    return httpx.Timeout(timeout, connect=min(timeout, _CONNECT_TIMEOUT))


def checked_count(origin: str, count: object) -> int:
    """A number of things."""
    if isinstance(count, bool) or not isinstance(count, int):
        raise TypeError(f"{origin} must be an int, not {type(count).__name__}")
    if not 0 <= count <= sys.maxsize:
        raise ValueError(f"{origin} must be 0 or more, not {count}")
    return count


def _endpoint_url(origin: str, base_url: object) -> httpx.URL:
    if not isinstance(base_url, str | httpx.URL):
        raise TypeError(f"{origin} must be a str or an httpx.URL, not {type(base_url).__name__}")
    try:
        url = httpx.URL(base_url.strip() if isinstance(base_url, str) else base_url)
        port_fits = url.port is None or 0 < url.port < 65536
        # As looking it up does, where the error would be of another kind.
        url.raw_host.decode().encode("idna")
    except (httpx.InvalidURL, ValueError) as error:
        raise ConfigurationError(f"{origin} is no URL: {error}") from None
    if url.userinfo:
        # Not shown: it may hold a password.
        raise ConfigurationError(f"{origin} must not hold a user name or password: pass api_key instead")
    if url.scheme not in ("http", "https") or not _HOST.fullmatch(url.raw_host) or not port_fits:
        raise ConfigurationError(f"{origin} must look like https://host or https://host/prefix, not {str(url)!r}")
    # An empty query would take the endpoint's path in.
    if b"?" in url.raw_path or url.fragment:
        raise ConfigurationError(
            f"{origin} must not hold a query or fragment, as in {str(url)!r}: "
            "use request_options={'additional_query_parameters': ...}"
        )
    prefix = url.raw_path.rstrip(b"/")
    for path in _OWN_PATHS:
        if prefix.endswith(path):
            meant = str(url.copy_with(raw_path=prefix.removesuffix(path)))
            raise ConfigurationError(
                f"{origin} must not end in {path.decode()}, since {endpoint.PATH} is added to it: pass {meant!r}"
            )
    return url.copy_with(raw_path=prefix + endpoint.PATH.encode())
