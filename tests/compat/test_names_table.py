"""docs/official-names.md says of every name of the official SDK what it is here, and is right."""

from __future__ import annotations

import re
from typing import Any, Literal

import cohere_chat
from cohere_chat.compat._names import resolve
from cohere_chat.compat._official import NAMES, VERSION, Placeholder
from support import ROOT

TEXT = (ROOT / "docs/official-names.md").read_text()
TABLE = re.findall(r"^\| `(\w+)` \| (.+) \| (`cohere_chat`|compat) \|$", TEXT, re.MULTILINE)


class _Ours(dict[str, Any]):
    """The names of cohere_chat, for expressions."""

    def __missing__(self, name: str) -> Any:
        if hasattr(cohere_chat, name):
            return getattr(cohere_chat, name)
        raise KeyError(name)


def test_the_table_has_every_name() -> None:
    assert [name for name, _, _ in TABLE] == sorted(NAMES)
    assert len(TABLE) == TEXT.count("\n| `")


def test_the_table_names_the_version_that_was_looked_at() -> None:
    assert f"(cohere {VERSION})" in TEXT


def test_each_row_is_right() -> None:
    for row in TABLE:
        check_row(*row)


def check_row(name: str, here: str, where: str) -> None:
    assert hasattr(cohere_chat, name) == (where == "`cohere_chat`"), name
    assert isinstance(resolve(name), Placeholder) == here.endswith(": not here"), name
    if not here.startswith("`"):
        # Told in words, since it is for the alias only.
        assert where == "compat", name
        return
    ours = eval(here.strip("`").replace("\\|", "|"), {"Literal": Literal}, _Ours())
    found: Any = getattr(cohere_chat, name) if where == "`cohere_chat`" else resolve(name)
    assert found == ours, name
    assert not isinstance(found, type) or here.strip("`") == ours.__name__, name
