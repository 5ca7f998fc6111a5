"""What the tests of the alias share."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Any

import pytest
from aliasing import forget_cohere
from cohere_chat.compat import alias_cohere


@pytest.fixture
def cohere() -> Iterator[Any]:
    """The module that `import cohere` gives after alias_cohere(), for this test only."""
    alias_cohere()
    yield importlib.import_module("cohere")
    forget_cohere()
