"""A call's arguments as one HTTP request: checked, encoded once, and the same on every attempt."""

from __future__ import annotations

import inspect
import warnings
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, TypedDict, TypeVar, cast

import attrs
import httpx
from cohere_chat_api.api.v2 import chat as endpoint
from cohere_chat_api.types import Model

from ._json import encode
from ._settings import Settings, checked_count, checked_headers, checked_mapping, checked_timeout, merged, phases_of

if TYPE_CHECKING:
    from cohere_chat_api.params import ChatParams

OMIT: Final[Any] = ...
"""Stands for a parameter that is not given, as None does."""

# What cannot be a list, although it can be iterated over.
_NO_LISTS: Final = (str, bytes, bytearray, Mapping, set, frozenset, Model)

_WHICH_METHOD: Final = "chat() gives the whole reply, chat_stream() a stream"

_Method = TypeVar("_Method", bound=Callable[..., Any])


class RequestOptions(TypedDict, total=False):
    """Options of one call; one that is None counts as not given.

    Keys:
        timeout: Seconds for each attempt, or an httpx.Timeout for each of its phases, instead of the client's.
        timeout_in_seconds: Another name of `timeout`; if both are given, `timeout` counts.
        max_retries: How many times a failed request is tried again, instead of the client's number.
        additional_headers: Headers that are sent as well, or instead of those of the same name; None sends none.
        additional_query_parameters: Parameters for the URL's query.
        additional_body_parameters: Fields of the body that are sent as well, or instead of those of the same name.
    """

    timeout: float | httpx.Timeout | None
    timeout_in_seconds: float | None
    max_retries: int | None
    additional_headers: Mapping[str, str | None] | None
    additional_query_parameters: Mapping[str, Any] | None
    additional_body_parameters: Mapping[str, Any] | None


@attrs.frozen
class Call:
    """What is sent, whatever the attempt; only the key is read anew for each.

    Attributes:
        url: The URL with its query.
        headers: All headers, except the key where the caller did not give one of his own.
        content: The body.
        timeout: For each phase; None leaves it to the caller's own httpx client.
        seconds: For a whole attempt, or None.
        max_retries: How many times a failed attempt is followed by another one.
    """

    url: httpx.URL
    headers: Mapping[str, str]
    content: bytes
    timeout: httpx.Timeout | None
    seconds: float | None
    max_retries: int

    def headers_with(self, key: str) -> dict[str, str]:
        """The headers with the key, unless it is empty or the caller's own Authorization stands in its place."""
        if not key or any(name.lower() == "authorization" for name in self.headers):
            return dict(self.headers)
        return {**self.headers, "Authorization": f"Bearer {key}"}


_PARAMETERS: Final = [
    inspect.Parameter(
        name,
        inspect.Parameter.KEYWORD_ONLY,
        default=inspect.Parameter.empty if name in endpoint.REQUIRED else None,
        annotation=annotation,
    )
    for name, annotation in endpoint.ANNOTATIONS.items()
]


def shows_parameters(method: _Method) -> _Method:
    """Let inspect.signature() and help() show the parameters of the API in the place of **params."""
    signature = inspect.signature(method)
    itself, *others, _ = signature.parameters.values()
    cast("Any", method).__signature__ = signature.replace(parameters=[itself, *_PARAMETERS, *others])
    return method


def call_from(settings: Settings, params: ChatParams, options: RequestOptions | None, *, stream: bool) -> Call:
    """Check the arguments of chat() or chat_stream() and encode them.

    Raises:
        TypeError, ValueError: An argument is unknown, missing, or nothing that can be sent.
    """
    given = _checked_options(options)
    body = {**_body(params, stream), **given.get("additional_body_parameters", {})}
    _warn(body, settings.warned)
    content = encode(body)

    # Error pages come compressed by other hands; events must not wait for a compressor's buffer to fill.
    headers: dict[str, str | None] = {
        **settings.headers,
        "Accept": "text/event-stream" if stream else "application/json",
        "Accept-Encoding": "identity" if stream else "gzip, deflate",
        "Content-Length": str(len(content)),
    }
    others = given.get("additional_headers", {})
    if others or settings.additional_headers:
        headers = merged(headers, settings.additional_headers, others)

    timeout = given.get("timeout", given.get("timeout_in_seconds", settings.timeout))
    return Call(
        url=_url(settings.url, given.get("additional_query_parameters", {})),
        headers={name: value for name, value in headers.items() if value is not None},
        content=content,
        timeout=phases_of(timeout),
        seconds=None if isinstance(timeout, httpx.Timeout) else timeout,
        max_retries=given.get("max_retries", settings.max_retries),
    )


def _body(params: Mapping[str, Any], stream: bool) -> dict[str, Any]:
    unknown = params.keys() - endpoint.PARAMETERS.keys()
    if unknown:
        raise _unknown_argument(sorted(unknown)[0], params, stream)
    body: dict[str, Any] = {}
    for name, value in params.items():
        if value is None or value is OMIT:
            continue
        kind = endpoint.PARAMETERS[name]
        if kind == "array":
            body[name] = _as_list(name, value)
        elif name == "response_format" and isinstance(value, type):
            raise TypeError("response_format must be a dict; for an answer of a type there is chat_parse()")
        elif kind == "object" and isinstance(value, str | bytes | list | tuple):
            raise TypeError(f"{name} must be a dict or a model object, not {type(value).__name__}")
        else:
            body[name] = value
    for name in endpoint.REQUIRED:
        if name not in body:
            raise TypeError(f"the required argument {name!r} is missing")
    body["stream"] = stream
    return body


def _warn(body: Mapping[str, Any], warned: set[str]) -> None:
    """Warn of deprecated parameters, of each once, at the line that calls this package."""
    for name in endpoint.DEPRECATED:
        if name in body and name not in warned:
            frame, level = inspect.currentframe(), 1
            while frame and str(frame.f_globals.get("__package__")).partition(".")[0] == __package__:
                frame, level = frame.f_back, level + 1
            warnings.warn(f"the API deprecates the parameter {name!r}", DeprecationWarning, stacklevel=level)
            warned.add(name)


def _as_list(name: str, value: Any) -> list[Any] | tuple[Any, ...]:
    """A list as it is; another iterable is read once, so that every attempt sends the same."""
    if isinstance(value, list | tuple):
        return value
    if isinstance(value, _NO_LISTS) or not isinstance(value, Iterable):
        raise TypeError(f"{name} must be a list or another ordered iterable, not {type(value).__name__}")
    return list(value)


def _unknown_argument(name: str, params: Mapping[str, Any], stream: bool) -> Exception:
    if name == "stream":
        kind = ValueError if params[name] and not stream else TypeError
        return kind(f"stream is no argument: {_WHICH_METHOD}")
    return TypeError(f"unknown argument {name!r}{_suggestion(name, endpoint.PARAMETERS)}")


def _suggestion(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  # only needed here, and slow to import

    near = get_close_matches(name, known, n=1)
    return f"; did you mean {near[0]!r}?" if near else f"; known are {', '.join(sorted(known))}"


def _checked_options(options: RequestOptions | None) -> dict[str, Any]:
    """The options that are given."""
    if not isinstance(options, Mapping | None):
        raise TypeError(f"request_options must be a dict, not {type(options).__name__}")
    given = {}
    for name, value in (options or {}).items():
        if name not in _OPTIONS:
            raise TypeError(f"unknown request option {name!r}{_suggestion(str(name), _OPTIONS)}")
        if value is not None:
            given[name] = _OPTIONS[name](f"request_options[{name!r}]", value)
    return given


def _checked_body(place: str, fields: Mapping[str, Any]) -> Mapping[str, Any]:
    if "stream" in checked_mapping(place, fields):
        raise ValueError(f"{place} must not hold 'stream': {_WHICH_METHOD}")
    return fields


def _checked_query(place: str, query: Mapping[str, Any]) -> Mapping[str, Any]:
    given = {name: value for name, value in checked_mapping(place, query).items() if value is not None}
    for name, value in given.items():
        for item in value if isinstance(value, list | tuple) else [value]:
            if not isinstance(item, str | int | float):
                what = f"a str or a number, or a list of them, not {type(item).__name__}"
                raise TypeError(f"{place}[{name!r}] must be {what}")
    return given


_OPTIONS: Final[Mapping[str, Callable[[str, Any], Any]]] = {
    "timeout": checked_timeout,
    "timeout_in_seconds": checked_timeout,
    "max_retries": checked_count,
    "additional_headers": checked_headers,
    "additional_query_parameters": _checked_query,
    "additional_body_parameters": _checked_body,
}


def _url(url: httpx.URL, query: Mapping[str, Any]) -> httpx.URL:
    try:
        return url.copy_merge_params(query) if query else url
    except (httpx.InvalidURL, UnicodeEncodeError) as error:
        raise ValueError(f"request_options['additional_query_parameters'] make no URL: {error}") from None
