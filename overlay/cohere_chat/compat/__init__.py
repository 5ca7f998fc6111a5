"""Makes `import cohere` mean this package, for code written for the official SDK.

    import cohere_chat.compat

    cohere_chat.compat.alias_cohere()  # before anything imports cohere

or, for an unchanged program: `python -m cohere_chat.compat program.py`.

All public names of the official SDK exist. Its clients for other companies' clouds can be imported; using one raises an
error that says that it is not part of this package.
"""

from __future__ import annotations

import sys

from cohere_chat import _failures

from . import _errors
from ._finder import Finder

__all__ = ["alias_cohere"]


def alias_cohere() -> None:
    """Make `import cohere` and its submodules mean this package, in this process. A second call does no harm.

    Raises:
        ImportError: The official SDK has already been imported.
    """
    if any(isinstance(finder, Finder) for finder in sys.meta_path):
        return
    if "cohere" in sys.modules:
        place = getattr(sys.modules["cohere"], "__file__", None) or "somewhere"
        raise ImportError(
            f"cohere is already imported from {place}: call alias_cohere() before anything imports it, "
            "or start the program with `python -m cohere_chat.compat`"
        )
    sys.meta_path.insert(0, Finder())
    _failures.adapt = _errors.adapt
