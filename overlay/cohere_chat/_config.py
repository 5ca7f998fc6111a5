"""Settings of a client, from arguments and environment, and options of one call: all checked."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from functools import lru_cache, wraps
from typing import Any, Final, TypedDict, TypeVar, cast

import attrs
from cohere_chat_api.contract import CLIENT_NAME_HEADER, SERVER

from ._httpx import AsyncHttpxClient, HttpxClient, HttpxTimeout, convert_timeout, either, httpx
from ._retry import RetryPolicy
from ._version import __version__
from .errors import ConfigurationError

T = TypeVar("T")
Method = TypeVar("Method", bound=Callable[..., Any])

ApiKey = str | Callable[[], str]
AsyncApiKey = str | Callable[[], str | Awaitable[str]]

# A reply may take minutes to write; a connection may not. In seconds.
TIMEOUT: Final = 300.0
CONNECT_TIMEOUT: Final = 10.0
# Sockets accept at most 2**31 milliseconds.
MAX_TIMEOUT: Final = 2_000_000
MAX_RETRIES: Final = 2
MAX_EVENT_BYTES: Final = 16 * 1024 * 1024
MAX_REPLY_BYTES: Final = 256 * 1024 * 1024

# Those who look on at all clients; see _watch.observe_all().
OBSERVERS_OF_ALL: Final[list[object]] = []

# RFC 9110 section 5.1 and 5.5: a token; visible ASCII with blanks inside.
_HEADER_NAME: Final = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_HEADER_VALUE: Final = re.compile(r"(?:[!-~](?:[ \t!-~]*[!-~])?)?")
# RFC 3986 section 3.2.2, without what no host name has: names (international ones encoded) and IP addresses.
_HOST: Final = re.compile(rb"[0-9A-Za-z._-]+|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*(?:%[0-9A-Za-z._-]+)?")
# The path of a chat and its beginning, often copied into the base URL by mistake.
_PATH_OF_API: Final = re.compile(rb"/v2(/chat)?$")

_NO_KEY: Final = (
    "no API key: pass api_key, or set the environment variable CO_API_KEY or COHERE_API_KEY; "
    'api_key="" sends none, for deployments without keys'
)


class RequestOptions(TypedDict, total=False):
    """Options of one call; None means not given.

    Attributes:
        timeout: Seconds for each attempt, or an httpx.Timeout for each of its phases, instead of the client's.
        timeout_in_seconds: Another name of `timeout`; if both are given, `timeout` counts.
        max_retries: How many times a failed request is retried, instead of the client's number.
        additional_headers: Headers to add, or to replace those of the same name; one that is None is not sent.
        additional_query_parameters: Parameters to add to the URL's query; a list repeats the name.
        additional_body_parameters: Fields to add to the body, or to replace those of the same name.
    """

    timeout: float | HttpxTimeout | None
    timeout_in_seconds: float | None
    max_retries: int | None
    additional_headers: Mapping[str, str | None] | None
    additional_query_parameters: Mapping[str, Any] | None
    additional_body_parameters: Mapping[str, Any] | None


@attrs.frozen
class Settings:
    """The checked settings of a client; see ClientV2 for those that are not described.

    Attributes:
        api_key: The key or the callable that gives it; an empty key means that none is sent.
        base_url: Where the API is, without a trailing slash.
        headers: The headers of every request, without the key.
        timeout: As for ClientV2, but None leaves it to the caller's own httpx client.
        additional_headers: Headers that are sent as well, or instead of those of the same name; None sends none.
        warned: The deprecations that were warned of already; one set for all clients made by with_options().
        urls: The URLs of the paths without parameters that were used already.
    """

    api_key: AsyncApiKey = attrs.field(repr=lambda _: "***")
    base_url: httpx.URL
    headers: Mapping[str, str]
    timeout: float | httpx.Timeout | None
    max_retries: int = MAX_RETRIES
    retry_policy: RetryPolicy = attrs.field(factory=RetryPolicy)
    max_event_bytes: int = MAX_EVENT_BYTES
    max_reply_bytes: int = MAX_REPLY_BYTES
    observers: Sequence[object] = ()
    additional_headers: Mapping[str, str | None] = attrs.field(factory=dict)
    warned: set[str] = attrs.field(factory=set, eq=False, repr=False)
    urls: dict[str, httpx.URL] = attrs.field(factory=dict, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        for name in ("max_retries", "max_event_bytes", "max_reply_bytes"):
            check_count(name, getattr(self, name))
        if not isinstance(self.retry_policy, RetryPolicy):
            raise TypeError(f"retry_policy must be a RetryPolicy, not {type(self.retry_policy).__name__}")

    def url_of(self, path: str) -> httpx.URL:
        """The URL of a path of the API."""
        return self.base_url.copy_with(raw_path=self.base_url.raw_path.rstrip(b"/") + path.encode())

    def updated(
        self,
        timeout: float | HttpxTimeout | None,
        max_retries: int | None,
        additional_headers: Mapping[str, str | None] | None,
    ) -> Settings:
        """Settings with other options; None leaves an option as it is."""
        headers = {} if additional_headers is None else check_headers("additional_headers", additional_headers)
        return attrs.evolve(
            self,
            timeout=self.timeout if timeout is None else check_timeout("timeout", timeout),
            max_retries=self.max_retries if max_retries is None else max_retries,
            additional_headers=merge_headers(self.additional_headers, headers),
        )


def build_settings(
    environment: Mapping[str, str],
    own_client: HttpxClient | AsyncHttpxClient | None,
    *,
    api_key: AsyncApiKey | None,
    base_url: str | httpx.URL | None,
    client_name: str | None,
    timeout: float | HttpxTimeout | None,
    observers: Iterable[object] | None = None,
    **others: Any,
) -> Settings:
    """Check the arguments of a client, which ClientV2 describes; the environment holds those that are None."""
    origin, key = _first(
        ("api_key", api_key), _variable(environment, "CO_API_KEY"), _variable(environment, "COHERE_API_KEY")
    )
    if key is None:
        raise ConfigurationError(_NO_KEY)
    own_url = own_client.base_url if isinstance(own_client, either(httpx.Client, httpx.AsyncClient)) else None
    url = _check_base_url(
        *_first(
            ("base_url", base_url),
            ("the base_url of httpx_client", own_url if own_url and own_url.host else None),
            _variable(environment, "CO_API_URL"),
            ("the contract's server", SERVER),
        )
    )
    headers = {"User-Agent": f"cohere-chat/{__version__}"}
    if own_url is None:
        # An httpx client of the caller's own may have another one.
        headers = {"Host": url.netloc.decode(), **headers}
    # httpx's default of 5 seconds is too short for a reply.
    if timeout is None and (
        own_client is None or convert_timeout(getattr(own_client, "timeout", None)) == httpx.Timeout(5.0)
    ):
        timeout = TIMEOUT
    if client_name is not None:
        headers[CLIENT_NAME_HEADER] = check_header_value("client_name", client_name)
    given = {name: value for name, value in others.items() if value is not None}
    key = key if callable(key) else check_key(origin, key)
    seconds = check_timeout("timeout", timeout)
    if observers is not None or environment.get("CO_LOG"):
        from ._watch import find_observers  # noqa: PLC0415  # few programs need it

        given["observers"] = find_observers(observers, environment)
    return Settings(api_key=key, base_url=url, headers=headers, timeout=seconds, **given)


def _first(*sources: tuple[str, T | None]) -> tuple[str, T | None]:
    """The first source that has a value, or else the last one, and its value."""
    return next((source for source in sources if source[1] is not None), sources[-1])


def _variable(environment: Mapping[str, str], name: str) -> tuple[str, str | None]:
    # An empty variable counts as not set, as usual.
    return f"the environment variable {name}", environment.get(name, "").strip() or None


def read_key(source: AsyncApiKey) -> str:
    """The key for the next attempt."""
    return source if isinstance(source, str) else _check_given_key(source())


async def async_read_key(source: AsyncApiKey) -> str:
    """The same, where the callable may be asynchronous."""
    if isinstance(source, str):
        return source
    key = source()
    return _check_given_key(await key if inspect.isawaitable(key) else key)


def _check_given_key(key: object) -> str:
    checked = check_key("the callable api_key", key)
    if not checked:
        raise ConfigurationError('the callable api_key gives an empty str; pass api_key="" to send no key')
    return checked


def check_key(origin: str, key: object) -> str:
    """Check an API key and strip it; errors never show it."""
    if inspect.iscoroutine(key):
        key.close()
        raise ConfigurationError(f"{origin} gives a coroutine: use AsyncClientV2, or a callable that gives a str")
    if not isinstance(key, str):
        raise ConfigurationError(f"{origin} must be a str, not {type(key).__name__}")
    stripped = key.strip()
    if stripped.lower().startswith("bearer "):
        raise ConfigurationError(f"{origin} must be the key alone, without Bearer before it")
    if key and not stripped:
        raise ConfigurationError(f"{origin} is blank: {_NO_KEY}")
    if not _HEADER_VALUE.fullmatch(stripped):
        raise ConfigurationError(f"{origin} has a character that no API key has, such as a line break: copy it again")
    return stripped


def check_header_value(origin: str, value: object) -> str:
    """Check a header value (RFC 9110 section 5.5)."""
    if not isinstance(value, str):
        raise TypeError(f"{origin} must be a str, not {type(value).__name__}")
    if not _HEADER_VALUE.fullmatch(value):
        # Not shown: it may be a credential.
        raise ValueError(f"{origin} must be visible ASCII, without line breaks, and without blanks around it")
    return value


def check_headers(origin: str, headers: Mapping[str, str | None]) -> Mapping[str, str | None]:
    """Check headers (RFC 9110 section 5.1); None stands for those that are not to be sent."""
    for name, value in check_mapping(origin, headers).items():
        place = f"{origin}[{name!r}]"
        if not _HEADER_NAME.fullmatch(name):
            raise ValueError(f"{place}: {name!r} is not a header name")
        if name.lower() in ("content-length", "transfer-encoding"):
            raise ValueError(f"{place}: {name} follows from the body")
        if value is not None:
            check_header_value(place, value)
    return headers


def merge_headers(*headers: Mapping[str, T]) -> dict[str, T]:
    """All headers, each name once: the last counts, in any case (RFC 9110 section 5.1)."""
    last: dict[str, tuple[str, T]] = {}
    for name, value in (pair for some in headers for pair in some.items()):
        last.pop(name.lower(), None)
        last[name.lower()] = name, value
    return dict(last.values())


def check_mapping(origin: str, value: Mapping[str, Any]) -> Mapping[str, Any]:
    """Check a dictionary whose keys must be strings."""
    if not isinstance(value, Mapping):
        raise TypeError(f"{origin} must be a dict, not {type(value).__name__}")
    for key in value:
        if not isinstance(key, str):
            raise TypeError(f"{origin} must have str keys, not {type(key).__name__}")
    return value


def check_timeout(origin: str, timeout: Any) -> float | httpx.Timeout | None:
    """Check seconds for a request, or a Timeout of either family; None stays None."""
    converted: float | httpx.Timeout | None = convert_timeout(timeout)
    for seconds in converted.as_dict().values() if isinstance(converted, httpx.Timeout) else [converted]:
        if seconds is not None:
            check_seconds(origin, seconds, "seconds or an httpx.Timeout")
    return converted


def check_seconds(origin: str, seconds: object, wanted: str = "seconds") -> None:
    """Check a time: a number of seconds above 0."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        raise TypeError(f"{origin} must be {wanted}, not {type(seconds).__name__}")
    if not 0 < seconds <= MAX_TIMEOUT:
        raise ValueError(f"{origin} must be a number of seconds above 0 and not above {MAX_TIMEOUT}")


def shorten(timeout: float | httpx.Timeout | None, seconds: float) -> float | httpx.Timeout | None:
    """A timeout of not more than so many seconds; None, which is that of the caller's own httpx client, stays None."""
    if isinstance(timeout, httpx.Timeout):
        return httpx.Timeout(**{phase: min(limit or seconds, seconds) for phase, limit in timeout.as_dict().items()})
    return timeout and min(timeout, seconds)


def limit_phases(timeout: float | httpx.Timeout | None) -> httpx.Timeout | None:
    """The limits of each phase of a request."""
    return timeout if timeout is None or isinstance(timeout, httpx.Timeout) else _phases(timeout)


@lru_cache
def _phases(seconds: float) -> httpx.Timeout:
    return httpx.Timeout(seconds, connect=min(seconds, CONNECT_TIMEOUT))


def check_count(origin: str, count: object, least: int = 0) -> int:
    """Check a count: an int of so many or more."""
    if isinstance(count, bool) or not isinstance(count, int):
        raise TypeError(f"{origin} must be an int, not {type(count).__name__}")
    if not least <= count <= sys.maxsize:
        raise ValueError(f"{origin} must be {least} or more, not {count}")
    return count


def _check_base_url(origin: str, base_url: object) -> httpx.URL:
    if not isinstance(base_url, (str, *either(httpx.URL))):
        raise TypeError(f"{origin} must be a str or an httpx.URL, not {type(base_url).__name__}")
    try:
        url = httpx.URL(str(base_url).strip())
        port_fits = url.port is None or 0 < url.port < 65536
        # Encode the name now: the look-up would raise another kind of error.
        url.raw_host.decode().encode("idna")
    except (httpx.InvalidURL, ValueError) as error:
        raise ConfigurationError(f"{origin} is not a URL: {error}") from None
    if url.userinfo:
        # Not shown: it may hold a password.
        raise ConfigurationError(f"{origin} must not hold a user name or password: pass api_key instead")
    if url.scheme not in ("http", "https") or not _HOST.fullmatch(url.raw_host) or not port_fits:
        raise ConfigurationError(f"{origin} must look like https://host or https://host/prefix, not {str(url)!r}")
    # An empty query would swallow the path of the operation.
    if b"?" in url.raw_path or url.fragment:
        raise ConfigurationError(
            f"{origin} must not hold a query or fragment, as in {str(url)!r}: "
            "use request_options={'additional_query_parameters': ...}"
        )
    prefix = url.raw_path.rstrip(b"/")
    path = _PATH_OF_API.search(prefix)
    if path:
        meant = str(url.copy_with(raw_path=prefix[: path.start()]))
        raise ConfigurationError(
            f"{origin} must not end in {path[0].decode()}, since paths such as /v2/chat are added to it: pass {meant!r}"
        )
    return url.copy_with(raw_path=prefix)


def check_options(options: RequestOptions | None) -> dict[str, Any]:
    """Check the options of a call and give those that are not None."""
    if options is None:
        return {}
    if not isinstance(options, Mapping):
        raise TypeError(f"request_options must be a dict, not {type(options).__name__}")
    given = {}
    for name, value in options.items():
        if name not in _OPTIONS:
            raise TypeError(f"unknown request option {name!r}{suggest(str(name), _OPTIONS)}")
        if value is not None:
            given[name] = _OPTIONS[name](f"request_options[{name!r}]", value)
    return given


def _check_query(place: str, query: Mapping[str, Any]) -> Mapping[str, Any]:
    given = {name: value for name, value in check_mapping(place, query).items() if value is not None}
    for name, value in given.items():
        for item in value if isinstance(value, list | tuple) else [value]:
            if not isinstance(item, str | int | float):
                what = f"a str or a number, or a list of them, not {type(item).__name__}"
                raise TypeError(f"{place}[{name!r}] must be {what}")
    return given


_OPTIONS: Final[Mapping[str, Callable[[str, Any], Any]]] = {
    "timeout": check_timeout,
    "timeout_in_seconds": check_timeout,
    "max_retries": check_count,
    "additional_headers": check_headers,
    "additional_query_parameters": _check_query,
    "additional_body_parameters": check_mapping,
}


def suggest(name: str, known: Iterable[str]) -> str:
    """The end of a message: the name that was probably meant, or else all known names."""
    from difflib import get_close_matches  # noqa: PLC0415  # only needed here, and slow to import

    near = get_close_matches(name, known, n=1)
    return f"; did you mean {near[0]!r}?" if near else f"; known are {', '.join(sorted(known))}"


def explain_arguments(function: Method) -> Method:
    """Let a method explain arguments that it does not have; Python names the base class and no remedy."""
    code = function.__code__
    limit: Final = code.co_argcount - 1
    known: Final = frozenset(code.co_varnames[1 : code.co_argcount + code.co_kwonlyargcount])

    @wraps(function)
    def method(self: object, /, *arguments: Any, **named: Any) -> Any:
        if len(arguments) <= limit and named.keys() <= known:
            return function(self, *arguments, **named)
        called = type(self).__name__ if function.__name__ == "__init__" else function.__name__
        if len(arguments) > limit:
            raise TypeError(
                f"{called}() has {limit or 'no'} positional argument{'s'[limit == 1 :]}; pass others by name"
            )
        name = min(named.keys() - known)
        raise TypeError(f"{called}() has no argument {name!r}{suggest(name, known)}")

    # Python's own errors, of what is missing, name the method as the caller does.
    function.__qualname__ = function.__name__
    return cast("Method", function if inspect.iscoroutinefunction(function) else method)
