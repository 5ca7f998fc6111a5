"""What compat and the documents say of the official SDK is true of the one that can be installed."""

import json
import subprocess

import pytest
from cohere_chat.compat._names import resolve
from cohere_chat.compat._official import VERSION, Placeholder
from environments import ROOT, scripts_with

_LOOK = """
import inspect, json, cohere
from cohere.core.http_response import HttpResponse
public = lambda cls: [name for name in dir(cls) if not name.startswith("_")]
print(json.dumps({
    "arguments": [name for name in inspect.signature(cohere.ClientV2.__init__).parameters if name != "self"],
    "options": list(cohere.core.RequestOptions.__annotations__),
    "raw": [name for name in public(HttpResponse) if name != "close"],
}))
"""


def printed(*arguments):
    python = scripts_with(f"cohere=={VERSION}") / "python"
    done = subprocess.run([python, "-W", "ignore", *arguments], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def official():
    return printed(ROOT / "tools" / "official_names.py")


def test_the_names_in_compat_are_those_of_the_official_sdk(official):
    recorded = json.loads((ROOT / "overlay/cohere_chat/compat/official.json").read_text())
    assert recorded == {name: official[name] for name in recorded}


def test_every_name_that_chat_leads_to_is_here_and_in_the_table(official):
    table = (ROOT / "docs/official-names.md").read_text()
    assert len(official["chat"]) > 90
    for name in official["chat"]:
        assert not isinstance(resolve(name), Placeholder), name
        assert f"\n| `{name}` | " in table, name


def test_arguments_and_options_of_the_official_sdk_are_in_the_guide():
    guide = (ROOT / "docs/moving.md").read_text()
    for kind, names in printed("-c", _LOOK).items():
        for name in names:
            assert f"`{name}`" in guide, (kind, name)
