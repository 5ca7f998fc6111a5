"""A call's arguments as one HTTP request: checked, encoded once, and the same on every attempt."""

from __future__ import annotations

import inspect
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from enum import Enum
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import quote

from cohere_chat_api.endpoint import Endpoint, Parameter
from cohere_chat_api.types import Model

from ._config import (
    OBSERVERS_OF_ALL,
    RequestOptions,
    Settings,
    check_header_value,
    check_options,
    limit_phases,
    merge_headers,
    suggest,
)
from ._httpx import httpx
from ._json import encode
from ._upload import Upload, open_upload

if TYPE_CHECKING:
    from ._watch import Watch

OMIT: Final[Any] = ...
"""Marks a parameter as not given, like None."""

# Iterables that are not lists.
_NOT_LISTS: Final = (str, bytes, bytearray, Mapping, set, frozenset, Model)

# Items that can't be text. The encoder checks all others.
_NOT_TEXTS: Final = (Mapping, Model, list, tuple, int, float, NoneType)

# Names that other libraries have for our arguments.
_MEANT: Final = {
    "timeout": "request_options={'timeout': ...}",
    "max_retries": "request_options={'max_retries': ...}",
    "headers": "request_options={'additional_headers': ...}",
    "extra_headers": "request_options={'additional_headers': ...}",
    "extra_query": "request_options={'additional_query_parameters': ...}",
    "extra_body": "request_options={'additional_body_parameters': ...}",
    "top_p": "p",
    "top_k": "k",
    "stop": "stop_sequences",
    "n": "one call for each reply",
    "return_documents": "the index of each result: documents[result.index]",
    "batching": "nothing: lists that are too long for a request are sent in several",
}


# Makes what tells those who look on at a call. cohere_chat._watch, which is imported when there are any, puts it here.
new_watch: Callable[[Settings, Endpoint[Any], Mapping[str, Any], httpx.URL, bytes | None, int, bool], Watch] | None = (
    None
)


class Form(NamedTuple):
    """The body of an upload (multipart/form-data, RFC 7578): fields, and files by the names of their parts."""

    fields: Mapping[str, Any]
    uploads: dict[str, Upload]

    def close(self) -> None:
        """Close the files that were opened for it."""
        for upload in self.uploads.values():
            upload.close()


class Call(NamedTuple):
    """A request as every attempt sends it; only the key is read again for each.

    Attributes:
        timeout: For each phase; None leaves it to the caller's own httpx client.
        seconds: For a whole attempt, or None.
        watch: Tells those who look on, if there are any.
        items: Of a list that is sent in several requests, how many items this one has; else 0.
    """

    endpoint: Endpoint[Any]
    url: httpx.URL
    headers: Mapping[str, str]
    body: bytes | Form | None
    timeout: httpx.Timeout | None
    seconds: float | None
    max_retries: int
    watch: Watch | None = None
    items: int = 0

    def headers_with(self, key: str) -> dict[str, str]:
        """The headers with the key, unless it is empty or the caller's own Authorization stands in its place."""
        if not key or "authorization" in map(str.lower, self.headers):
            return dict(self.headers)
        return {**self.headers, "Authorization": f"Bearer {key}"}

    @property
    def can_resend(self) -> bool:
        """Whether the request can be sent again: not with a file that can be read only once."""
        return not isinstance(self.body, Form) or all(upload.can_resend for upload in self.body.uploads.values())

    def close(self) -> None:
        """Close the files that were opened for this call."""
        if isinstance(self.body, Form):
            self.body.close()


def build_call(
    settings: Settings,
    endpoint: Endpoint[Any],
    arguments: Mapping[str, Any],
    options: RequestOptions | None,
    *,
    stream: bool = False,
) -> Call:
    """Check the arguments of a method and encode them; one that is None or OMIT counts as not given."""
    given = check_options(options)
    sent: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for name, value in arguments.items():
        parameter = endpoint.parameters[name]
        if value is None or value is OMIT:
            if parameter.required:
                raise TypeError(f"the required argument {name!r} is missing")
            continue
        if parameter.deprecated:
            _warn(settings.warned, f"the parameter {name!r} of {endpoint.name}")
        sent[parameter.place][parameter.name or name] = _check_argument(endpoint, name, parameter, value)
    if endpoint.deprecated:
        _warn(settings.warned, f"the operation {endpoint.name}")

    additional = given.get("additional_body_parameters", {})
    is_upload = endpoint.body == "multipart"
    body = None if is_upload else _build_body(endpoint, sent, additional, stream)
    headers: dict[str, str | None] = {
        **settings.headers,
        "Accept": endpoint.streaming.media_type if stream and endpoint.streaming else "application/json",
        # Proxies may compress error pages; events must not wait for a compressor's buffer to fill.
        "Accept-Encoding": "identity" if stream else "gzip, deflate",
    }
    if body is not None:
        headers |= {"Content-Type": "application/json", "Content-Length": str(len(body))}
    elif not is_upload and endpoint.method != "GET":
        headers["Content-Length"] = "0"
    others = given.get("additional_headers", {})
    if others or settings.additional_headers or sent["header"]:
        headers = merge_headers(headers, sent["header"], settings.additional_headers, others)

    timeout = given.get("timeout", given.get("timeout_in_seconds", settings.timeout))
    url = _build_url(settings, endpoint, sent["path"], sent["query"], given.get("additional_query_parameters", {}))
    max_retries = given.get("max_retries", settings.max_retries)
    watch = None
    if new_watch and (settings.observers or OBSERVERS_OF_ALL):
        watch = new_watch(settings, endpoint, arguments, url, body, max_retries, stream)
    call = Call(
        endpoint=endpoint,
        url=url,
        headers={name: value for name, value in headers.items() if value is not None},
        body=body,
        timeout=limit_phases(timeout),
        seconds=None if isinstance(timeout, httpx.Timeout) else timeout,
        max_retries=max_retries,
        watch=watch,
    )
    # Last, since it opens files: everything else has been checked by now.
    return call._replace(body=_open_form(sent["form"] | additional, sent["file"])) if is_upload else call


def _check_argument(endpoint: Endpoint[Any], name: str, parameter: Parameter, value: Any) -> Any:
    if parameter.type == "array":
        # In a query, one text is a list of one; the official SDK takes both.
        value = [value] if parameter.place == "query" and isinstance(value, str) else as_list(name, value)
        _check_items(endpoint, name, parameter, value)
    elif isinstance(value, type):
        remedy = "for an answer of this type, use chat_parse()" if name == "response_format" else "pass an object of it"
        raise TypeError(f"{name} must not be the class {value.__name__} itself: {remedy}")
    elif parameter.type == "object" and isinstance(value, str | bytes | list | tuple | int | float):
        raise TypeError(f"{name} must be a dict or a model object, not {type(value).__name__}")
    elif parameter.place == "header":
        check_header_value(name, value)
    return value


def _check_items(endpoint: Endpoint[Any], name: str, parameter: Parameter, items: list[Any] | tuple[Any, ...]) -> None:
    refused = _NOT_TEXTS if parameter.items == "string" and parameter.place == "body" else ()
    reply = endpoint.reply and endpoint.reply.name
    # Look at the types, which are few.
    wrong = {kind for kind in {*map(type, items)} if issubclass(kind, refused) or kind.__name__ == reply}
    if not wrong:
        return
    index, kind = next((index, type(item)) for index, item in enumerate(items) if type(item) in wrong)
    if kind.__name__ == reply:
        raise TypeError(f"{name}[{index}] is a whole reply, {reply}: pass its .message")
    raise TypeError(f"{name}[{index}] must be a str, not {kind.__name__}")


def as_list(name: str, value: Any) -> list[Any] | tuple[Any, ...]:
    """A list as it is; another iterable is read once, so that every attempt sends the same."""
    if isinstance(value, list | tuple):
        return value
    check_iterable(name, value)
    return list(value)


def check_iterable(name: str, value: Any) -> None:
    """Refuse what can't stand for a list."""
    if isinstance(value, _NOT_LISTS) or not isinstance(value, Iterable):
        raise TypeError(f"{name} must be a list or another ordered iterable, not {type(value).__name__}")


def _open_form(fields: Mapping[str, Any], files: Mapping[str, Any]) -> Form:
    form = Form({name: _text_of(name, value) for name, value in fields.items()}, {})
    try:
        for name, value in files.items():
            form.uploads[name] = open_upload(name, value)
    except BaseException:
        form.close()
        raise
    return form


def _build_body(
    endpoint: Endpoint[Any], sent: Mapping[str, dict[str, Any]], additional: Mapping[str, Any], stream: bool
) -> bytes | None:
    fields = sent["body"]
    if sent["whole"]:
        (whole,) = sent["whole"].values()
        fields = whole.shallow_dict() if isinstance(whole, Model) else dict(whole)
    if endpoint.streaming:
        name = endpoint.streaming.parameter
        if name in additional:
            raise ValueError(
                f"request_options['additional_body_parameters'] must not hold {name!r}: {_which_method(endpoint)}"
            )
        fields[name] = stream
    fields.update(additional)
    return encode(fields) if endpoint.body == "json" or fields else None


def _build_url(
    settings: Settings,
    endpoint: Endpoint[Any],
    path: Mapping[str, Any],
    query: Mapping[str, Any],
    additional: Mapping[str, Any],
) -> httpx.URL:
    if path:
        url = settings.url_of(endpoint.path.format_map({name: _quote(name, value) for name, value in path.items()}))
    else:
        # Cached: building a URL takes a tenth of the time of a small call.
        url = settings.urls.get(endpoint.path) or settings.urls.setdefault(
            endpoint.path, settings.url_of(endpoint.path)
        )
    try:
        if query:
            url = url.copy_merge_params({name: _text_of(name, value) for name, value in query.items()})
        return url.copy_merge_params(additional) if additional else url
    except (httpx.InvalidURL, UnicodeEncodeError) as error:
        raise ValueError(f"the query parameters can't be part of a URL: {error}") from None


def _quote(name: str, value: object) -> str:
    """A value as one segment of a path (RFC 3986 section 3.3)."""
    text = value if isinstance(value, str) else str(value) if type(value) is int else None
    if text is None:
        raise TypeError(f"{name} must be a str, not {type(value).__name__}")
    if text in ("", ".", ".."):
        raise ValueError(f"{name} must not be {text!r}: it is a segment of the path")
    try:
        return quote(text, safe="")
    except UnicodeEncodeError as error:
        raise ValueError(f"{name} can't be part of a URL: {error}") from None


def _text_of(name: str, value: Any) -> Any:
    """A value, or the values of a list, for a query or form: times in ISO 8601; httpx writes true and false."""
    if isinstance(value, list | tuple):
        return [_text_of(f"{name}[{index}]", item) for index, item in enumerate(value) if item is not None]
    value = value.value if isinstance(value, Enum) else value
    if isinstance(value, datetime) and value.tzinfo is not None and value.utcoffset() == UTC.utcoffset(None):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str | int | float):
        raise TypeError(f"{name} must be a str, a number, a bool or a datetime, not {type(value).__name__}")
    return value


def _warn(warned: set[str], what: str) -> None:
    """Warn of a deprecation, of each once, at the line that calls this package."""
    if what in warned:
        return
    frame, level = inspect.currentframe(), 1
    while frame and frame.f_globals.get("__name__", "").partition(".")[0] in ("cohere_chat", "cohere_chat_api"):
        frame, level = frame.f_back, level + 1
    warnings.warn(f"the API deprecates {what}", DeprecationWarning, stacklevel=level)
    # Only now: where warnings are errors, the next call raises as well.
    warned.add(what)


def unknown_argument(
    endpoint: Endpoint[Any], method: str, known: frozenset[str], arguments: Mapping[str, Any]
) -> Exception:
    """The error for arguments that a method does not have; it names what was probably meant."""
    name = min(arguments.keys() - known)
    if endpoint.streaming and name == endpoint.streaming.parameter:
        asks_the_other = bool(arguments[name]) != method.endswith("_stream")
        return (ValueError if asks_the_other else TypeError)(
            f"{method}() has no argument {name!r}: {_which_method(endpoint)}"
        )
    meant = _MEANT.get(name, "")
    if meant and (meant in known or not meant.isidentifier()):
        return TypeError(f"{method}() has no argument {name!r}: use {meant}")
    return TypeError(f"{method}() has no argument {name!r}{suggest(name, known)}")


def _which_method(endpoint: Endpoint[Any]) -> str:
    method = endpoint.name.rpartition(".")[2]
    return f"{method}() gives the whole reply, {method}_stream() a stream"
