"""Docstrings: what something is, and what its parameters or attributes are."""

from __future__ import annotations

import inspect
from typing import Any


def docs_of(owner: Any) -> tuple[str, dict[str, str]]:
    """The description of a class or function, and of its attributes or parameters by name.

    The latter from docstrings in the style of Google, NumPy or Sphinx, if docstring-parser is installed (the extra
    `docstrings`). Without it the description is the first paragraph.
    """
    # A class without a docstring would inherit its base's, such as that of dict.
    text = owner.__dict__.get("__doc__") if isinstance(owner, type) else inspect.getdoc(owner)
    # What @dataclass, NamedTuple and Enum write themselves says nothing new.
    if not text or (isinstance(owner, type) and text.startswith((f"{owner.__name__}(", "An enumeration."))):
        return "", {}
    text = inspect.cleandoc(text)
    try:
        from docstring_parser import parse  # noqa: PLC0415  # an extra
    except ImportError:
        return _joined(text.split("\n\n")[0]), {}
    parsed = parse(text)
    fields = {param.arg_name: _joined(param.description) for param in parsed.params if param.description}
    return _joined(f"{parsed.short_description or ''} {parsed.long_description or ''}"), fields


def _joined(text: str) -> str:
    return " ".join(text.split())
