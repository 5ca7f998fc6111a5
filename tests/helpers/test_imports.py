"""What the helpers are made of."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from cohere_chat import _config, helpers
from cohere_chat.helpers import _params

FOLDER = Path(helpers.__file__).parent


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.py")), ids=lambda path: str(path.relative_to(FOLDER)))
def test_they_import_the_public_interface_only(path: Path) -> None:
    inside = len(path.relative_to(FOLDER).parts)
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom):
            assert node.level <= inside, ast.unparse(node)
            if (node.module or "").startswith("cohere_chat") and not node.level:
                public = ("cohere_chat", "cohere_chat.types", "cohere_chat.errors", "cohere_chat.observe")
                assert node.module in public or (node.module or "").startswith("cohere_chat_api."), ast.unparse(node)
                assert not [name.name for name in node.names if name.name.startswith("_")]
        elif isinstance(node, ast.Import):
            assert not [name.name for name in node.names if name.name.startswith("cohere_chat")]


@pytest.mark.parametrize(
    ("check", "arguments"),
    [
        *[("check_count", (count, 1)) for count in ("3", 1.5, True, None, 0, 10**30)],
        *[("check_seconds", (seconds,)) for seconds in ("3", True, None)],
    ],
)
def test_their_own_checks_refuse_in_the_words_of_the_clients(check: str, arguments: tuple[object, ...]) -> None:
    told = []
    for module in (_params, _config):
        with pytest.raises((TypeError, ValueError)) as caught:
            getattr(module, check)("here", *arguments)
        told.append((caught.type, str(caught.value)))
    assert told[0] == told[1]
