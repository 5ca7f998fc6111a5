"""What compat and the documents say of the official SDK is true of the one that can be installed."""

import inspect
import json
import subprocess
import typing

import pytest
from cohere_chat.compat._names import resolve
from cohere_chat.compat._official import VERSION
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

_FIELDS = """
import json, cohere, cohere.finetuning, cohere.batches
found = {}
for module in (cohere, cohere.finetuning, cohere.batches):
    for name in module.__all__:
        cls = getattr(module, name)
        if hasattr(cls, "model_fields"):
            found[name] = list(cls.model_fields)
print(json.dumps(found))
"""
_METHODS = """
import importlib, inspect, json, cohere
groups = ["models", "datasets", "embed_jobs", "batches", "connectors", "finetuning", "audio.transcriptions"]
classes = [cohere.Client, cohere.AsyncClient, cohere.ClientV2, cohere.AsyncClientV2]
for group in groups:
    for name, value in vars(importlib.import_module(f"cohere.{group}.client")).items():
        if name.endswith("Client") and "Raw" not in name:
            classes.append(value)
found = {}
for cls in classes:
    found[cls.__name__] = {
        name: [parameter for parameter in inspect.signature(method).parameters if parameter not in ("args", "kwargs")]
        for name, method in inspect.getmembers(cls, inspect.isfunction)
        if not name.startswith("_") and name != "wait"
    }
print(json.dumps(found))
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
    assert recorded == official


def test_fields_of_the_official_objects_are_attributes_of_ours():
    """Where both have a class for a thing; constant tags apart, which ours have and the official SDK's often not."""
    fields = printed("-c", _FIELDS)
    assert len(fields) > 200
    for name, names in fields.items():
        # A union stands for the base class of its members; a message of any role has the fields that it is given.
        classes = typing.get_args(resolve(name)) or [resolve(name)]
        objects = [cls.from_dict(dict.fromkeys(names) if name == "ChatMessage" else {}) for cls in classes]
        assert not [field for field in names if not any(hasattr(thing, field) for thing in objects)], name


def test_methods_and_parameters_of_the_official_clients_are_those_of_ours():
    for name, methods in printed("-c", _METHODS).items():
        for method, parameters in methods.items():
            ours = inspect.signature(getattr(resolve(name), method)).parameters
            takes_any = any(parameter.kind == parameter.VAR_KEYWORD for parameter in ours.values())
            missing = [] if takes_any else [parameter for parameter in parameters if parameter not in ours]
            assert not missing, (name, method)


def test_arguments_and_options_of_the_official_sdk_are_in_the_guide():
    guide = (ROOT / "docs/moving.md").read_text()
    for kind, names in printed("-c", _LOOK).items():
        for name in names:
            assert f"`{name}`" in guide, (kind, name)
