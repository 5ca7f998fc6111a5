"""The public names of the official SDK, and what stands for those that work no more, or not here."""

from __future__ import annotations

import builtins
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

# As tools/official_names.py prints them.
_OFFICIAL: Final[dict[str, Any]] = json.loads(Path(__file__).with_name("official.json").read_text("utf-8"))
VERSION: Final[str] = _OFFICIAL["version"]
MODULES: Final = frozenset(_OFFICIAL["modules"])
NAMES: Final = frozenset(_OFFICIAL["names"])
TOP_NAMES: Final = frozenset(_OFFICIAL["top"])
CLOUD_NAMES: Final = frozenset(_OFFICIAL["cloud"])
CLIENT_NAMES: Final[dict[str, list[str]]] = _OFFICIAL["clients"]
# Methods that are gone, with what took their place.
REMOVED: Final[dict[str, str | None]] = _OFFICIAL["removed"]

C = TypeVar("C", bound=type)


class Placeholder(type):
    """The class of what can be imported, and not be used."""

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        raise builtins.NotImplementedError(cls.__doc__)

    def __getattr__(cls, name: str) -> Any:
        raise AttributeError(f"no {name!r}: {cls.__doc__}")


def placeholder(name: str) -> Placeholder:
    """What stands for a client of another company's cloud."""
    sentence = f"{name} is not part of cohere-chat, which speaks to Cohere's own API only: use the official SDK for it."
    return Placeholder(name, (), {"__doc__": sentence})


def add_removed_methods(cls: C) -> C:
    """Give a class the methods that are gone since version 5 of the official SDK; they raise ValueError."""
    for name, instead in REMOVED.items():
        remedy = f"use {instead.removeprefix('.')}()" if instead else "nothing takes its place"
        setattr(cls, name, _removed(f"{name}() is gone since version 5 of the official SDK: {remedy}"))
    return cls


def _removed(sentence: str) -> Callable[..., Any]:
    def method(*_arguments: object, **_named: object) -> Any:
        raise ValueError(sentence)

    method.__doc__ = sentence
    return method
