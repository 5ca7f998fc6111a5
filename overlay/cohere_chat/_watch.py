"""Tells observers what becomes of calls. Imported only where there are observers, or something is tried again."""

from __future__ import annotations

import contextlib
import inspect
import logging
import sys
import time
import weakref
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from . import _call, errors
from ._call import Call
from ._config import OBSERVERS_OF_ALL, Settings
from ._json import decode, encode
from ._log import RetryLog, log_observers
from ._redact import blot, redact
from .observe import HOOKS, EndEvent, ErrorEvent, FirstEvent, RequestEvent, RetryEvent, ToolEvent, ToolStartEvent

if TYPE_CHECKING:
    from cohere_chat_api.endpoint import Endpoint

    from ._events import Received
    from ._httpx import httpx
    from ._reply import HttpResponse

_log: Final = logging.getLogger("cohere_chat")
_numbers: Final = count(1)
_RETRY_LOG: Final = RetryLog()


class Watch:
    """A call with those who look on; see the events in observe.py for what is not described.

    Attributes:
        arguments: Those of the method.
        parts: The requests that the call is sent in, if there are several.
        attempts: How many times it was sent so far.
        summary: The JSON that tells how the reply ended, once it has come.
    """

    # Few calls change these.
    whole: int | None = None
    batch: str | None = None
    parts: Sequence[Watch] = ()
    attempts = 1
    summary: Mapping[str, Any] = MappingProxyType({})
    # Of the response, not the response itself, which a stream that is dropped must let go of.
    status_code: int | None = None
    _headers: Mapping[str, str] = MappingProxyType({})
    _request: Any = None
    _content: bytes | bytearray = b""
    _size = 0
    _first = b"{}"
    _received: Received | None = None
    _began = 0.0

    def __init__(
        self,
        settings: Settings,
        endpoint: Endpoint[Any],
        arguments: Mapping[str, Any],
        url: httpx.URL,
        sent: bytes | None,
        max_retries: int,
        streamed: bool,
    ) -> None:
        self.number = next(_numbers)
        self.endpoint = endpoint
        self.arguments = arguments
        self.url = url
        self.max_retries = max_retries
        self.streamed = streamed
        self._settings = settings
        self._sent = sent or b""
        self._observers = (*settings.observers, *OBSERVERS_OF_ALL)
        # Holds something from the beginning to the end: to pop it is to be the one who tells the end.
        self._open: list[None] = []

    def whole_of(self, calls: Sequence[tuple[Call, str | None]], arguments: Mapping[str, Any]) -> Watch:
        """What watches a call that is sent in several requests, of which this is the first."""
        whole = Watch(self._settings, self.endpoint, arguments, self.url, None, self.max_retries, streamed=False)
        whole.parts = [call.watch for call, _ in calls if call.watch]
        for part, (_, batch) in zip(whole.parts, calls, strict=True):
            part.whole, part.batch = whole.number, batch
        return whole

    def begin(self) -> None:
        """The call is about to be sent."""
        self._open.append(None)
        self._began = time.perf_counter()
        tell(self._observers, "on_request", RequestEvent, self)

    def retry(self, attempt: int, delay: float, error: BaseException) -> None:
        """An attempt failed, and another will follow."""
        # The log hears of it in any case.
        tell((_RETRY_LOG, *self._observers), "on_retry", RetryEvent, self, attempt, delay, self._seconds(), error)
        self.attempts = attempt + 1

    def receive(self, response: httpx.Response, content: bytes | bytearray) -> None:
        """The body of an httpx.Response is there."""
        self._take_head(response)
        self._content, self._size = content, len(content)

    def _take_head(self, response: httpx.Response) -> None:
        self.status_code, self._headers, self._request = response.status_code, response.headers, response.request

    def reply(self, response: HttpResponse[Any]) -> None:
        """The call has its reply."""
        if self.parts:
            first = self.parts[0]
            self.status_code, self._headers, self._request = first.status_code, first._headers, first._request
        raw = getattr(response.data, "_raw", response.data)
        self.summary = raw if isinstance(raw, dict) else {}
        self._end("on_end", EndEvent, "replied")

    def first(self, reader: Any) -> None:
        """The first event of a stream is there."""
        self._take_head(reader.response)
        self._first = reader.first[0]
        reader.watch = self
        # For a stream that was opened and never read: no generator of its events ends with it. At exit nobody looks on.
        weakref.finalize(reader, self._end, "on_end", EndEvent, "dropped").atexit = False
        tell(self._observers, "on_first_event", FirstEvent, self, self._seconds())

    def stop(self, how: str, received: Received, size: int, last: Mapping[str, Any]) -> None:
        """A stream is "ended", with the JSON of its last event, or else "closed" or "failed"; the first word counts.

        Args:
            size: How many bytes of its body have come.
        """
        self._received, self._size = received, size
        if how == "failed":
            error = sys.exception()
            if not isinstance(error, GeneratorExit | None):
                return self.fail(error)
            how = "dropped"
        # The data of the end, in version 1 and in version 2.
        ending = last.get("delta") or last.get("response")
        self.summary = {**last, **ending} if isinstance(ending, dict) else last
        return self._end("on_end", EndEvent, how)

    def fail(self, error: BaseException) -> None:
        """The call has failed."""
        self._end("on_error", ErrorEvent, error)

    def _end(self, hook: str, event: Callable[..., object], detail: object) -> None:
        try:
            self._open.pop()
        except IndexError:
            return
        tell(self._observers, hook, event, self, self._seconds(), detail)

    def _seconds(self) -> float:
        return time.perf_counter() - self._began

    # What events tell when they are asked: most observers look at little of it.

    @property
    def request_size(self) -> int:
        return sum(part.request_size for part in self.parts) or len(self._sent)

    @property
    def request_body(self) -> str | None:
        if self.parts:
            return None
        # A key that a callable gives is not known yet.
        key = self._settings.api_key
        return blot(self._sent.decode("utf-8", "replace"), key if isinstance(key, str) else "")

    @property
    def request_id(self) -> str | None:
        id = errors.request_id(self._headers)
        return id and redact(id, self._request)

    @property
    def reply_id(self) -> Any:
        id = self.summary.get("id") or self.summary.get("generation_id")
        if id is None:
            # Version 2 tells that of a stream with the first event.
            with contextlib.suppress(ValueError, AttributeError):
                id = decode(self._first).get("id")
        return id

    @property
    def reply_size(self) -> int:
        return sum(part.reply_size for part in self.parts) or self._size

    @property
    def reply_body(self) -> str | None:
        if self._request is None or self.parts:
            return None
        body = bytes(self._content)
        if self._received:
            snapshot = self._received.snapshot()
            body = encode(snapshot._raw if snapshot else self.summary)
        return redact(body.decode("utf-8", "replace"), self._request)


def tell(observers: Sequence[object], hook: str, make_event: Callable[..., object], *details: object) -> None:
    """Call a method of all observers that have it; what one raises harms nobody."""
    for observer in observers:
        method = getattr(observer, hook, None)
        if method is not None:
            try:
                method(make_event(getattr(observer, "wants_bodies", False), *details))
            except Exception:  # noqa: BLE001  # what it does is its own
                _log.exception("%s.%s() failed", type(observer).__name__, hook)


def watch_tool(settings: Settings, name: str, call_id: str, arguments: Mapping[str, Any]) -> Callable[..., None]:
    """See observe.tell_tool()."""
    observers = (*settings.observers, *OBSERVERS_OF_ALL)
    details = next(_numbers), name, call_id, arguments
    tell(observers, "on_tool_start", ToolStartEvent, *details)
    began = time.perf_counter()

    def end(result: object = None, error: BaseException | None = None) -> None:
        tell(observers, "on_tool", ToolEvent, *details, time.perf_counter() - began, error, result)

    return end


def find_observers(given: Iterable[object] | None, environment: Mapping[str, str]) -> tuple[object, ...]:
    """Check the observers of a client; CO_LOG may add the log to them."""
    if isinstance(given, str | Mapping) or not isinstance(given, Iterable | None):
        raise TypeError(f"observers must be a list of objects, not {type(given).__name__}")
    observers = tuple(given or ())
    for observer in observers:
        name = type(observer).__name__
        if isinstance(observer, type):
            raise TypeError(f"observers must hold objects, not the class {observer.__name__} itself")
        methods = [getattr(observer, hook) for hook in HOOKS if hasattr(observer, hook)]
        if not methods:
            raise TypeError(f"{name} is no observer: it has none of {', '.join(HOOKS)}")
        for method in methods:
            if inspect.iscoroutinefunction(method):
                raise TypeError(f"{name}.{method.__name__}() must not be asynchronous: it is called, not awaited")
    return (*observers, *log_observers(environment))


def observe_all(observer: object) -> None:
    """Let an observer look on at all clients, also at those that are there already."""
    OBSERVERS_OF_ALL.append(observer)


def stop_observing_all(observer: object) -> None:
    """Let it no longer look on at calls that begin from now on."""
    OBSERVERS_OF_ALL.remove(observer)


def report_retry(settings: Settings, call: Call, attempt: int, delay: float, error: errors.CohereError) -> None:
    """Log that a call is tried again, and tell its observers."""
    watch = call.watch or Watch(settings, call.endpoint, {}, call.url, None, call.max_retries, streamed=False)
    watch.retry(attempt, delay, error)


_call.new_watch = Watch
