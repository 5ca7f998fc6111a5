"""`import cohere` means this package: all that chat code reaches for is there, and nothing that is not says so."""

from __future__ import annotations

import asyncio
import importlib
import importlib.util
import json
import runpy
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import cohere_chat
import pytest
from aliasing import forget_cohere
from cohere_chat._httpx import httpx
from cohere_chat.compat import alias_cohere
from cohere_chat.compat._finder import Finder
from cohere_chat.compat._names import resolve
from cohere_chat.compat._official import CLIENT_NAMES, CLOUD_NAMES, MODULES, NAMES, TOP_NAMES, Placeholder
from streams import RECORDED
from support import CHAT, Both


def test_each_module_of_the_official_sdk_can_be_imported(cohere: Any) -> None:
    for module in sorted(MODULES):
        imported = importlib.import_module(module)
        assert imported.BadRequestError is cohere_chat.BadRequestError, module
        parent, _, name = module.rpartition(".")
        if parent:
            assert getattr(sys.modules[parent], name) is imported, module


def test_a_module_can_be_imported_before_those_above_it(cohere: Any) -> None:
    module = max(MODULES, key=lambda name: name.count("."))
    assert importlib.import_module(module).BadRequestError is cohere_chat.BadRequestError
    assert getattr(sys.modules[module.rpartition(".")[0]], module.rpartition(".")[2]) is sys.modules[module]


def test_a_submodule_is_an_attribute_before_it_is_imported(cohere: Any) -> None:
    assert "cohere.v2.client" not in sys.modules
    assert cohere.v2.client.OMIT is cohere_chat.OMIT
    assert cohere.errors.ServiceUnavailableError is cohere_chat.ServiceUnavailableError


@pytest.mark.parametrize("name", ["cohere.core.query_encoder", "cohere.v2.raw_client", "cohere.nothing", "cohere.v2.x"])
def test_another_module_is_not_found(cohere: Any, name: str) -> None:
    assert importlib.util.find_spec(name) is None
    with pytest.raises(ModuleNotFoundError, match=name):
        importlib.import_module(name)


def test_every_public_name_can_be_imported(cohere: Any) -> None:
    namespace: dict[str, Any] = {}
    exec("from cohere import *", namespace)
    assert namespace.keys() - {"__builtins__"} == TOP_NAMES
    exec("from cohere.types import *", namespace)
    assert all(namespace[name] is getattr(cohere, name) for name in NAMES)


@pytest.mark.parametrize("name", ["Nothing", "_private", "error"])
def test_another_name_is_no_attribute(cohere: Any, name: str) -> None:
    assert not hasattr(cohere, name)
    with pytest.raises(ImportError, match=name):
        exec(f"from cohere import {name}", {})


def test_the_version_is_that_of_the_official_sdk_whose_names_these_are(cohere: Any) -> None:
    assert cohere.__version__.count(".") == 2
    assert cohere.__version__ != cohere_chat.__version__


def test_aliasing_twice_does_no_harm(cohere: Any) -> None:
    alias_cohere()
    assert sum(isinstance(finder, Finder) for finder in sys.meta_path) == 1
    assert importlib.import_module("cohere") is cohere


@pytest.mark.parametrize("file", ["/site-packages/cohere/__init__.py", None])
def test_it_refuses_when_the_official_sdk_is_imported_already(
    monkeypatch: pytest.MonkeyPatch, file: str | None
) -> None:
    official = ModuleType("cohere")
    official.__file__ = file
    monkeypatch.setitem(sys.modules, "cohere", official)
    with pytest.raises(ImportError, match=f"already imported from {file or 'somewhere'}: call alias_cohere"):
        alias_cohere()
    assert not any(isinstance(finder, Finder) for finder in sys.meta_path)


@pytest.mark.parametrize("name", sorted(CLOUD_NAMES))
def test_a_client_of_another_cloud_says_that_it_is_not_here(cohere: Any, name: str) -> None:
    client = getattr(cohere, name)
    sentence = f"{name} is not part of cohere-chat, which speaks to Cohere's own API only"
    with pytest.raises(NotImplementedError, match=sentence):
        client(a=1)
    with pytest.raises(AttributeError, match=f"no 'PRODUCTION': {sentence}"):
        _ = client.PRODUCTION
    assert not isinstance(cohere_chat.TextContent(text="x"), client)


def test_nothing_else_is_a_placeholder() -> None:
    assert {name for name in NAMES if isinstance(resolve(name), Placeholder)} == CLOUD_NAMES


def test_what_is_no_name_of_the_official_sdk_is_not_found() -> None:
    with pytest.raises(LookupError, match="Nothing"):
        resolve("Nothing")


@pytest.mark.parametrize("name", ["Client", "AsyncClient", "ClientV2", "AsyncClientV2"])
def test_clients_have_all_that_the_official_ones_have(cohere: Any, name: str) -> None:
    client = getattr(cohere, name)
    assert not [attribute for attribute in CLIENT_NAMES[name.removeprefix("Async")] if not hasattr(client, attribute)]


def test_clients_are_of_the_official_classes(cohere: Any) -> None:
    for kind in ("", "Async"):
        client = getattr(cohere, f"{kind}Client")("key")
        second = getattr(cohere, f"{kind}ClientV2")("key")
        versions = getattr(cohere, f"{kind}ClientV2"), getattr(cohere.v2.client, f"{kind}V2Client")
        assert not any(isinstance(client, version) for version in versions)
        assert all(isinstance(second, version) for version in versions)
        assert isinstance(second, getattr(cohere, f"{kind}Client"))
        assert isinstance(second, getattr(cohere_chat, f"{kind}ClientV2"))
        assert second.v2 is second
        assert type(client.v2) is versions[1]
        assert isinstance(client.models, getattr(cohere.models.client, f"{kind}ModelsClient"))


def test_a_conversation(cohere: Any, both: Both, emulator_url: str) -> None:
    prefix = "" if both.kind == "sync" else "Async"
    client = getattr(cohere, f"{prefix}Client")("key", base_url=emulator_url)
    assert both.run(lambda: client.v2.chat(**CHAT)).text
    events = both.collect(client.v2.chat_stream(**CHAT))
    assert isinstance(events[0], cohere.MessageStartStreamedChatResponseV2)
    assert isinstance(events[-1], cohere.MessageEndV2ChatStreamResponse)
    both.run(client.close if both.kind == "sync" else client.aclose)


def test_leaving_a_client_of_version_1_closes_it(cohere: Any, both: Both) -> None:
    async def asynchronous() -> Any:
        async with cohere.AsyncClient("key") as client:
            return client

    def synchronous() -> Any:
        with cohere.Client("key") as client:
            return client

    client = both.run(asynchronous if both.kind == "async" else synchronous)
    with pytest.raises(cohere_chat.ClientClosedError):
        both.chat(client.v2)


@pytest.mark.parametrize(
    ("argument", "variable", "url"),
    [
        (None, None, "https://api.cohere.com"),
        (None, "https://api.cohere.ai/v1", "https://api.cohere.ai"),
        ("https://api.cohere.com/v1", None, "https://api.cohere.com"),
        ("http://mine/v1", "http://other", "http://mine/v1"),
    ],
)
def test_urls_are_found_as_the_official_sdk_finds_them(
    cohere: Any, monkeypatch: pytest.MonkeyPatch, argument: str | None, variable: str | None, url: str
) -> None:
    if variable:
        monkeypatch.setenv("CO_API_URL", variable)
    client = cohere.ClientV2("key", base_url=argument, environment=cohere.ClientEnvironment.PRODUCTION)
    assert client._client_wrapper.get_base_url() == url


def test_arguments_of_the_official_clients_are_known(cohere: Any) -> None:
    client = cohere.ClientV2(
        "key",
        max_retries=None,
        timeout=None,
        thread_pool_executor=object(),
        log_warning_experimental_features=False,
        httpx_client=httpx.Client(base_url="http://mine"),
    )
    assert client._client_wrapper.get_base_url() == "http://mine"
    assert cohere.ClientV2("key", max_retries=5)._core.settings.max_retries == 5
    with pytest.raises(TypeError, match="has no argument 'retries'"):
        cohere.ClientV2("key", retries=5)


@pytest.mark.parametrize("url", ["localhost:8000", "test-base-url", "api.example.com/v1", ""])
def test_a_base_url_without_a_scheme_is_refused_when_the_first_request_is_sent(
    cohere: Any, both: Both, url: str
) -> None:
    client = both.client(sdk=cohere, base_url=url)
    assert client._client_wrapper.get_base_url() == url
    for call in (lambda: both.chat(client), lambda: both.collect(client.chat_stream(**CHAT))):
        with pytest.raises(httpx.UnsupportedProtocol, match=f"must look like https://host .*not '{url}'") as caught:
            call()
        assert isinstance(caught.value, cohere_chat.ApiConnectionError)
    assert both.waits == []
    with pytest.raises(cohere_chat.ConfigurationError, match="must look like"):
        both.client(base_url=url)


def test_the_variable_for_the_base_url_may_be_without_a_scheme(cohere: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CO_API_URL", "localhost:8000")
    client = cohere.ClientV2("key")
    with pytest.raises(httpx.UnsupportedProtocol, match="not 'localhost:8000'"):
        client.chat(**CHAT)


@pytest.mark.parametrize("name", ["Client", "AsyncClient", "ClientV2", "AsyncClientV2"])
def test_the_base_url_and_the_key_are_told_as_they_were_given(cohere: Any, name: str) -> None:
    client = getattr(cohere, name)("secret", base_url="https://custom.cohere.com/")
    assert client._client_wrapper.get_base_url() == "https://custom.cohere.com/"
    assert client._client_wrapper._token == "secret"


@pytest.mark.parametrize("nested", [False, True])
def test_the_httpx_client_can_be_read_and_replaced(cohere: Any, both: Both, nested: bool) -> None:
    """As pydantic-ai does it: its tests look at the class, it assigns a client of its own."""
    http_client, httpx_client = (
        (cohere.core.http_client.HttpClient, httpx.Client)
        if both.kind == "sync"
        else (cohere.core.http_client.AsyncHttpClient, httpx.AsyncClient)
    )
    client = both.client(sdk=cohere, base_url="http://mine")
    assert isinstance(client._client_wrapper.httpx_client, http_client)

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=RECORDED["text"][0])

    async def replace() -> Any:
        assert isinstance(client._client_wrapper.httpx_client.httpx_client, httpx_client)
        other = httpx_client(transport=httpx.MockTransport(answer))
        made = http_client(httpx_client=None, base_timeout=lambda: 60, base_headers=dict, base_url=lambda: "http://b")
        made.httpx_client = other
        assert made.httpx_client is other
        if nested:
            client._client_wrapper.httpx_client.httpx_client = other
        else:
            client._client_wrapper.httpx_client = made
        assert client._client_wrapper.httpx_client.httpx_client is other

    asyncio.run(replace())
    assert both.chat(client).text == "Hello wörld!"


def test_modules_tell_a_file(cohere: Any) -> None:
    assert Path(cohere.__file__).is_file()
    assert Path(importlib.import_module("cohere.core.http_client").__file__ or "").is_file()


PROGRAM = "import sys, cohere, neighbour; print(cohere.ClientV2.__mro__[1].__module__, neighbour.x, sys.argv[1:])"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    (tmp_path / "neighbour.py").write_text("x = 1")
    (tmp_path / "program.py").write_text(PROGRAM)
    return tmp_path / "program.py"


def test_a_program_runs_unchanged(program: Path) -> None:
    command = [sys.executable, "-m", "cohere_chat.compat", str(program), "-a", "b"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "cohere_chat.compat._sync.clients 1 ['-a', 'b']\n"


@pytest.mark.parametrize("as_module", [False, True])
def test_a_program_or_module_is_run_as_python_does(
    program: Path, as_module: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "path", [str(program.parent) if as_module else "", *sys.path])
    monkeypatch.setattr(sys, "argv", ["", *(["-m", "program"] if as_module else [str(program)]), "-a", "b"])
    runpy.run_module("cohere_chat.compat", run_name="__main__")
    forget_cohere()
    assert capsys.readouterr().out == "cohere_chat.compat._sync.clients 1 ['-a', 'b']\n"


@pytest.mark.parametrize("arguments", [[], ["-h"], ["-m"], ["-m", "-x"]])
def test_without_a_program_it_says_how_it_is_called(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["", *arguments])
    with pytest.raises(SystemExit, match=r"python -m cohere_chat\.compat \(program\.py \| -m module\)"):
        runpy.run_module("cohere_chat.compat", run_name="__main__")


@pytest.mark.parametrize(
    ("arguments", "told"), [(["nope.py"], "there is no file nope.py"), (["-m", "nope.x"], "no module named nope.x")]
)
def test_a_program_that_is_not_there_is_told_in_a_line(
    arguments: list[str], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["", *arguments])
    with pytest.raises(SystemExit, match=f"^{told}$"):
        runpy.run_module("cohere_chat.compat", run_name="__main__")


def test_the_package_itself_needs_none_of_this() -> None:
    code = "import sys, json, cohere_chat; print(json.dumps(list(sys.modules)))"
    loaded = json.loads(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)
    assert not [name for name in loaded if name.startswith("cohere_chat.compat")]
