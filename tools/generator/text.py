"""Text of the contract in Python source: any text passes."""

from __future__ import annotations

import re
import textwrap

from openapi_python_client.schema.untrusted_string import UntrustedString


def plain(text: UntrustedString | str | None) -> str:
    """A description as one paragraph, without what cannot stand in Python source."""
    words = (text.get_untrusted_value() if isinstance(text, UntrustedString) else text or "").split()
    return " ".join(shown for word in words if (shown := "".join(sign for sign in word if sign.isprintable())))


def wrap(text: str, width: int = 112, indent: str = "") -> str:
    """Break a paragraph into lines, all but the first indented."""
    lines = textwrap.wrap(text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines)


def docstring(text: str, indent: int = 4) -> str:
    """The text as a docstring whose lines but the first are indented."""
    # Quotes in a row and those at the end would close it.
    escaped = re.sub('""+|"$', lambda quotes: '\\"' * len(quotes[0]), text.replace("\\", "\\\\"))
    return '"""' + textwrap.indent(escaped, " " * indent).lstrip(" ") + '"""'
