"""Redacts the key in what servers send."""

from __future__ import annotations

from typing import Any, Final, TypeVar, cast

from ._httpx import either, httpx

T = TypeVar("T")

# Shorter credentials are no secret, and redacting them would garble words.
_MIN_SECRET_CHARACTERS: Final = 6
_BLOT: Final = "***"


def redact(said: T, request: httpx.Request) -> T:
    """Text, bytes, JSON or headers with the credentials of a request redacted."""
    value = request.headers.get("authorization", "")
    # Without the name of their scheme.
    secret = value.partition(" ")[2] or value
    return blot(said, secret)


def blot(said: T, secret: str) -> T:
    """The same for a credential that is known."""
    return cast("T", _redact(said, secret)) if len(secret) >= _MIN_SECRET_CHARACTERS else said


def _redact(value: Any, secret: str) -> Any:
    if isinstance(value, str):
        return value.replace(secret, _BLOT)
    if isinstance(value, bytes):
        return value.replace(secret.encode(), _BLOT.encode())
    if isinstance(value, list):
        return [_redact(item, secret) for item in value]
    if isinstance(value, dict):
        return {_redact(name, secret): _redact(item, secret) for name, item in value.items()}
    if isinstance(value, either(httpx.Headers)):
        # As bytes, which need not be ASCII.
        return type(value)([(name, _redact(text, secret)) for name, text in value.raw])
    return value
