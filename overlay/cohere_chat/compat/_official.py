"""The public names of the official SDK, and what stands for those of them that have nothing to do with this package."""

from __future__ import annotations

import builtins
import json
from pathlib import Path
from typing import Any, Final

# As tools/official_names.py prints them.
_NAMES: Final[dict[str, Any]] = json.loads(Path(__file__).with_name("official.json").read_text("utf-8"))
VERSION: Final[str] = _NAMES["version"]
MODULES: Final = frozenset(_NAMES["modules"])
NAMES: Final = frozenset(_NAMES["names"])
CLIENT_NAMES: Final = frozenset(_NAMES["client"])


class Placeholder(type):
    """The class of what can be imported, and not be used."""

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        raise builtins.NotImplementedError(cls.__doc__)

    def __getattr__(cls, name: str) -> Any:
        raise AttributeError(f"no {name!r}: {cls.__doc__}")


def placeholder(name: str) -> Placeholder:
    """What stands for a class, type, function or method of the official SDK."""
    sentence = f"{name} is not part of cohere-chat: neither is version 1 of the API, nor any endpoint but chat."
    return Placeholder(name.rpartition(".")[2], (), {"__doc__": sentence})
