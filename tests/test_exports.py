"""What `import cohere_chat` offers, and what it costs."""

from __future__ import annotations

import subprocess
import sys
from types import ModuleType

import cohere_chat
import pytest
from cohere_chat import helpers
from cohere_chat_api import models


def test_every_public_name_is_at_the_top() -> None:
    for name in (*cohere_chat.__all__, *models.__all__, "V2ChatStreamResponse", "Unknown", "ChatParams"):
        assert getattr(cohere_chat, name) is not None
        assert name in dir(cohere_chat)


def test_types_offers_what_the_generated_package_does() -> None:
    assert cohere_chat.types.V2ChatResponse is models.V2ChatResponse
    assert "TextContentParam" in dir(cohere_chat.types)


@pytest.mark.parametrize("module", [cohere_chat, cohere_chat.types, helpers])
@pytest.mark.parametrize("name", ["Nothing", "_private"])
def test_another_name_is_an_attribute_error(module: ModuleType, name: str) -> None:
    with pytest.raises(AttributeError, match=f"^module '{module.__name__}' has no attribute '{name}'$"):
        getattr(module, name)


# Their modules are imported here, and not first by a test whose coverage is not measured.
HELPERS = {name: getattr(helpers, name) for name in dir(helpers)}


@pytest.mark.parametrize("name", HELPERS)
def test_a_name_of_the_helpers_is_there(name: str) -> None:
    assert HELPERS[name].__name__ == name


def test_a_misspelt_name_suggests_the_right_one() -> None:
    code = "import cohere_chat; cohere_chat.AsyncClientV1"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.endswith("has no attribute 'AsyncClientV1'. Did you mean: 'AsyncClientV2'?\n")


def test_importing_it_imports_no_model_and_no_extra() -> None:
    code = "import sys, cohere_chat; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not [name for name in loaded if name.startswith("cohere_chat_api.models.")]
    assert {name for name in loaded if name.startswith("cohere_chat.helpers")} <= {
        "cohere_chat.helpers",
        "cohere_chat.helpers._sync",
        "cohere_chat.helpers._sync.methods",
    }
    assert not {"starlette", "uvicorn", "jsonschema", "pydantic", "yaml", "cohere_chat_api.params"} & set(loaded)
