"""The one module that knows that there are two families of httpx: httpx, and httpx2, which continues it.

Their names are the same. `httpx` here is the family that this package runs on; everything else imports it from here.
What callers hand in, and what their clients raise, may be of the other family: `either()` finds its classes.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

T = TypeVar("T")

_VARIABLE: Final = "COHERE_CHAT_HTTPX"
_FAMILIES: Final = ("httpx", "httpx2")


class HttpxTimeout(Protocol):
    """An httpx.Timeout or httpx2.Timeout."""

    def as_dict(self) -> dict[str, float | None]: ...


class AsyncHttpxClient(Protocol):
    """An httpx.AsyncClient or httpx2.AsyncClient."""

    @property
    def is_closed(self) -> bool: ...
    def build_request(self, method: str, url: str) -> Any: ...
    async def send(self, request: Any) -> Any: ...
    async def aclose(self) -> None: ...


class HttpxClient(Protocol):
    """An httpx.Client or httpx2.Client."""

    @property
    def is_closed(self) -> bool: ...
    def build_request(self, method: str, url: str) -> Any: ...
    def send(self, request: Any) -> Any: ...
    def close(self) -> None: ...


def load_family(wanted: str) -> ModuleType:
    """Import the family of this name; with an empty name httpx, or httpx2 where httpx is not installed."""
    if wanted not in ("", *_FAMILIES):
        raise ImportError(f"the environment variable {_VARIABLE} must be one of {_FAMILIES}, not {wanted!r}")
    try:
        return import_module(wanted or "httpx")
    except ModuleNotFoundError as error:
        from importlib.util import find_spec  # noqa: PLC0415  # only needed here

        # If httpx is there and lacks something, its own error says what.
        if wanted or error.name != "httpx" or not find_spec("httpx2"):
            raise
    return import_module("httpx2")


if TYPE_CHECKING:
    import httpx as httpx  # noqa: PLC0414  # or mypy takes it for private
else:
    httpx = load_family(os.environ.get(_VARIABLE, ""))

_OTHER: Final = "httpx" if httpx.__name__ == "httpx2" else "httpx2"


def either(*classes: type[T]) -> tuple[type[T], ...]:
    """Classes of httpx with their namesakes of the other family, if that is imported: else nothing is of them."""
    other = sys.modules.get(_OTHER)
    # Another thread may be just importing it.
    return (*classes, *filter(None, (getattr(other, cls.__name__, None) for cls in classes)))


def convert_timeout(timeout: Any) -> Any:
    """A Timeout of either family as one of `httpx`; anything else as it is."""
    return httpx.Timeout(**timeout.as_dict()) if isinstance(timeout, either(httpx.Timeout)) else timeout
