"""Undoing alias_cohere(), for tests."""

from __future__ import annotations

import sys

from cohere_chat import _failures
from cohere_chat.compat._finder import Finder

_adapt = _failures.adapt


def forget_cohere() -> None:
    """Let `import cohere` mean again what it meant before alias_cohere()."""
    sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, Finder)]
    for name in [name for name in sys.modules if name.partition(".")[0] == "cohere"]:
        del sys.modules[name]
    _failures.adapt = _adapt
