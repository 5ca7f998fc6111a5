"""Errors of the network that are errors of httpx as well: programs for the official SDK catch those."""

from __future__ import annotations

from functools import cache
from typing import Any

from cohere_chat.errors import ApiConnectionError, ApiTimeoutError

from .._httpx import either, httpx


def adapt(error: ApiConnectionError, cause: Exception | None, request: httpx.Request) -> None:
    """Make an error of ours one of the class of its cause as well, in each family of httpx that is imported."""
    ours: Any = type(error)
    theirs: Any
    if isinstance(cause, either(httpx.HTTPError, httpx.StreamError)):
        theirs = getattr(httpx, type(cause).__name__, type(cause))
    elif isinstance(error, ApiTimeoutError):
        theirs = httpx.ReadTimeout
    else:
        # Without a cause the body was whole, but not what it should be.
        theirs = httpx.ReadError if cause else httpx.RemoteProtocolError
    error.__class__ = _class(ours, either(theirs))  # pyright: ignore[reportAttributeAccessIssue]
    vars(error)["_request"] = request


@cache
def _class(ours: Any, theirs: tuple[Any, ...]) -> type[ApiConnectionError]:
    named = {"__module__": ours.__module__, "__qualname__": ours.__qualname__, "__doc__": ours.__doc__}
    return type(ours.__name__, (_OfBoth, ours, *theirs), named)


class _OfBoth:
    """An error that is pickled by two of its classes, since its own is made when it is needed."""

    args: tuple[Any, ...]

    def __reduce__(self) -> tuple[Any, ...]:
        ours, theirs = type(self).__bases__[1:3]
        # Without the request, which holds the key.
        return _restored, (ours, theirs, self.args), vars(self) | {"_request": None}


def _restored(ours: Any, theirs: Any, arguments: tuple[Any, ...]) -> ApiConnectionError:
    cls = _class(ours, either(theirs))
    return cls.__new__(cls, *arguments)
