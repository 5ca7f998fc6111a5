"""What a client was set up with: arguments and environment, checked."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import attrs
import httpx
from cohere_chat_api.api.v2 import chat as endpoint

from ._retry import RetryPolicy
from ._version import __version__
from .errors import ConfigurationError

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

_NO_KEY = (
    "no API key: pass api_key, or set the environment variable CO_API_KEY or COHERE_API_KEY; "
    'api_key="" sends none, for deployments without keys'
)


@attrs.frozen
class Settings:
    """What every request of a client has in common.

    Attributes:
        api_key: The key or what gives it; an empty one means that none is sent.
        url: The URL of the endpoint.
        headers: The headers of every request, without the key.
        timeout: Seconds for a request, or limits for each phase; None leaves it to the caller's own httpx client.
        max_retries: How many times a failed request is tried again.
        retry_policy: Which failures are tried again, and after how long.
        max_event_bytes: The largest event of a stream, in bytes.
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


def settings_from(
    *,
    api_key: AsyncApiKey | None,
    base_url: str | httpx.URL | None,
    client_name: str | None,
    timeout: float | httpx.Timeout | None,
    max_retries: int,
    retry_policy: RetryPolicy,
    max_event_bytes: int,
    httpx_base_url: httpx.URL | None,
    environment: Mapping[str, str],
) -> Settings:
    """Check what a client is built with; see ClientV2 for the arguments.

    Args:
        httpx_base_url: The base URL of the caller's own httpx client, None without one.
        environment: The environment variables.

    Raises:
        ConfigurationError: A setting is missing or malformed.
        TypeError: A setting is of the wrong type.
    """
    # As everywhere, a variable set to nothing counts as not set.
    variables = {name: value.strip() for name, value in environment.items() if value.strip()}
    origin = "api_key"
    if api_key is None:
        name = next((name for name in ("CO_API_KEY", "COHERE_API_KEY") if name in variables), None)
        if name is None:
            raise ConfigurationError(_NO_KEY)
        api_key, origin = variables[name], f"the environment variable {name}"
    if not callable(api_key):
        api_key = checked_key(api_key, origin)

    if base_url is None and httpx_base_url is not None and httpx_base_url.host:
        url = _endpoint_url(httpx_base_url, "the base_url of httpx_client")
    elif base_url is not None:
        url = _endpoint_url(base_url, "base_url")
    elif "CO_API_URL" in variables:
        url = _endpoint_url(variables["CO_API_URL"], "the environment variable CO_API_URL")
    else:
        url = _endpoint_url(endpoint.SERVER, "the contract's server")

    headers = {"Content-Type": "application/json", "User-Agent": f"cohere-chat/{__version__}"}
    if httpx_base_url is None:
        # An httpx client of the caller's own may have another.
        headers = {"Host": url.netloc.decode(), **headers}
    if client_name is not None:
        headers[endpoint.X_CLIENT_NAME] = checked_header_value("client_name", client_name)

    if timeout is None and httpx_base_url is None:
        timeout = _TIMEOUT
    if not isinstance(retry_policy, RetryPolicy):
        raise TypeError(f"retry_policy must be a RetryPolicy, not {type(retry_policy).__name__}")
    return Settings(
        api_key=api_key,
        url=url,
        headers=headers,
        timeout=checked_timeout("timeout", timeout),
        max_retries=checked_count("max_retries", max_retries),
        retry_policy=retry_policy,
        max_event_bytes=checked_count("max_event_bytes", max_event_bytes),
    )


def changed(
    settings: Settings,
    timeout: float | httpx.Timeout | None,
    max_retries: int | None,
    additional_headers: Mapping[str, str | None] | None,
) -> Settings:
    """The settings with other options; see ClientV2.with_options() for the arguments."""
    checked_timeout("timeout", timeout)
    return attrs.evolve(
        settings,
        timeout=settings.timeout if timeout is None else timeout,
        max_retries=settings.max_retries if max_retries is None else checked_count("max_retries", max_retries),
        additional_headers={
            **settings.additional_headers,
            **checked_headers("additional_headers", additional_headers),
        },
    )


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
    checked = checked_key(key, "the callable api_key")
    if not checked:
        raise ConfigurationError('the callable api_key gives an empty str; pass api_key="" to send no key')
    return checked


def checked_key(key: object, origin: str) -> str:
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


def checked_header_name(origin: str, name: object) -> str:
    """A header name that HTTP can carry (RFC 9110 section 5.1)."""
    if not isinstance(name, str) or not _HEADER_NAME.fullmatch(name):
        raise ValueError(f"{origin}: {name!r} is no header name")
    if name.lower() in ("content-length", "transfer-encoding"):
        raise ValueError(f"{origin}: {name} follows from the body")
    return name


def checked_headers(origin: str, headers: Mapping[str, str | None] | None) -> Mapping[str, str | None]:
    """Headers that HTTP can carry, with None for those that are not to be sent; None stands for no headers."""
    checked = checked_mapping(origin, headers)
    for name, value in checked.items():
        place = f"{origin}[{name!r}]"
        checked_header_name(place, name)
        if value is not None:
            checked_header_value(place, value)
    return checked


def checked_mapping(origin: str, value: Mapping[str, Any] | None) -> Mapping[str, Any]:
    """A dictionary; None stands for an empty one."""
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise TypeError(f"{origin} must be a dict, not {type(value).__name__}")
    return value


def checked_timeout(origin: str, timeout: float | httpx.Timeout | None) -> float | httpx.Timeout | None:
    """Seconds for a request, or an httpx.Timeout; None stays None."""
    for seconds in timeout.as_dict().values() if isinstance(timeout, httpx.Timeout) else [timeout]:
        if seconds is not None and (isinstance(seconds, bool) or not isinstance(seconds, int | float)):
            raise TypeError(f"{origin} must be seconds or an httpx.Timeout, not {type(seconds).__name__}")
        if seconds is not None and not 0 < seconds <= _LONGEST_TIMEOUT:
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


def _endpoint_url(base_url: object, origin: str) -> httpx.URL:
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
    return url.copy_with(raw_path=url.raw_path.rstrip(b"/") + endpoint.PATH.encode())
