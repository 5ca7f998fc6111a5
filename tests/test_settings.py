"""What a client is built with: arguments before environment, and wrong ones refused at once."""

from __future__ import annotations

import asyncio
import copy
import pickle
import subprocess
import sys
from typing import Any

import cohere_chat
import httpx
import pytest
from cohere_chat import ConfigurationError, RetryPolicy
from cohere_chat._config import Settings, async_read_key, build_settings, read_key
from support import ENDPOINT

KEY = "s3cret-key"


def settings(
    environment: dict[str, str] | None = None, httpx_client: httpx.Client | None = None, **changes: Any
) -> Settings:
    arguments: dict[str, Any] = {
        "api_key": KEY,
        "base_url": None,
        "client_name": None,
        "timeout": None,
        "max_retries": 2,
        "retry_policy": RetryPolicy(),
        "max_event_bytes": 1000,
        "max_reply_bytes": None,
    }
    return build_settings(environment or {}, httpx_client, **(arguments | changes))


@pytest.mark.parametrize(
    ("argument", "environment", "key"),
    [
        ("a", {"CO_API_KEY": "b", "COHERE_API_KEY": "c"}, "a"),
        (None, {"CO_API_KEY": "b", "COHERE_API_KEY": "c"}, "b"),
        (None, {"COHERE_API_KEY": "c"}, "c"),
        (None, {"CO_API_KEY": "", "COHERE_API_KEY": "c"}, "c"),
        ("", {"CO_API_KEY": "b"}, ""),
        (" a\n", {}, "a"),
    ],
)
def test_where_the_key_comes_from(argument: str | None, environment: dict[str, str], key: str) -> None:
    assert settings(environment, api_key=argument).api_key == key


@pytest.mark.parametrize("environment", [{}, {"CO_API_KEY": ""}, {"CO_API_KEY": "", "COHERE_API_KEY": ""}])
def test_without_a_key_the_error_names_both_variables(environment: dict[str, str]) -> None:
    with pytest.raises(ConfigurationError, match="CO_API_KEY or COHERE_API_KEY"):
        settings(environment, api_key=None)


@pytest.mark.parametrize(
    ("key", "problem"),
    [
        (b"s3cret-key", "must be a str, not bytes"),
        (5, "must be a str, not int"),
        ("   ", "blank"),
        ("s3cret\nkey", "line break"),
        ("s3cret-k\u00e9y", "character"),
    ],
)
def test_a_malformed_key_is_refused_and_not_shown(key: Any, problem: str) -> None:
    for give in (lambda: settings(api_key=key), lambda: read_key(lambda: key)):
        with pytest.raises(ConfigurationError, match=problem) as caught:
            give()
        assert "s3cret" not in str(caught.value)


def test_a_callable_key_is_asked_each_time() -> None:
    keys = iter(["a", "b"])
    source = settings(api_key=lambda: next(keys)).api_key
    assert [read_key(source), read_key(source)] == ["a", "b"]


def test_an_asynchronous_key_is_awaited_or_refused() -> None:
    async def key() -> str:
        return "a"

    assert asyncio.run(async_read_key(key)) == "a"
    assert asyncio.run(async_read_key(lambda: "b")) == "b"
    assert asyncio.run(async_read_key("c")) == "c"
    with pytest.raises(ConfigurationError, match="use AsyncClientV2"):
        read_key(key)


@pytest.mark.parametrize(
    ("arguments", "environment", "url"),
    [
        ({}, {}, "https://api.cohere.com/v2/chat"),
        ({"base_url": "https://a.example"}, {"CO_API_URL": "https://b.example"}, "https://a.example/v2/chat"),
        ({}, {"CO_API_URL": "https://b.example/"}, "https://b.example/v2/chat"),
        ({}, {"CO_API_URL": ""}, "https://api.cohere.com/v2/chat"),
        ({"base_url": "http://a.example:8080/x/y//"}, {}, "http://a.example:8080/x/y/v2/chat"),
        ({"base_url": httpx.URL("http://a.example/x%20y")}, {}, "http://a.example/x%20y/v2/chat"),
        ({"base_url": " http://[::1]:80/ "}, {}, "http://[::1]/v2/chat"),
        ({"httpx_client": httpx.Client(base_url="http://c.example/z")}, {"CO_API_URL": "http://b.example"}, "http://c.example/z/v2/chat"),
        ({"httpx_client": httpx.Client()}, {"CO_API_URL": "http://b.example"}, "http://b.example/v2/chat"),
        ({"base_url": "http://a.example", "httpx_client": httpx.Client(base_url="http://c.example")}, {}, "http://a.example/v2/chat"),
    ],
)  # fmt: skip
def test_where_the_url_comes_from(arguments: dict[str, Any], environment: dict[str, str], url: str) -> None:
    assert str(settings(environment, **arguments).url_of(ENDPOINT.path)) == url


@pytest.mark.parametrize(
    "base_url",
    [
        "api.cohere.com",
        "ftp://a.example",
        "https://",
        "https:///v2",
        "/v2",
        "",
        "https://a.example?x=1",
        "https://a.example/?",
        "https://a.example#x",
        "https://user:s3cret@a.example",
        "https://a.example:99999",
        "https://a.example:0",
        "https://a.example:x",
        "https://a\x00.example",
        "https://a..example",
        "https://" + "a" * 64 + ".example",
    ],
)
def test_a_malformed_url_is_refused_with_its_origin(base_url: str) -> None:
    with pytest.raises(ConfigurationError, match=r"^base_url") as caught:
        settings(base_url=base_url)
    assert "s3cret" not in str(caught.value)
    if base_url and "\x00" not in base_url:
        with pytest.raises(ConfigurationError, match=r"^the environment variable CO_API_URL"):
            settings({"CO_API_URL": base_url})


@pytest.mark.parametrize("path", [ENDPOINT.path, f"{ENDPOINT.path}/", ENDPOINT.path.rpartition("/")[0]])
@pytest.mark.parametrize("meant", ["https://api.cohere.com", "http://a.example:81/x%20y"])
def test_a_url_that_ends_in_the_endpoint_s_own_path_is_refused_with_the_right_one(path: str, meant: str) -> None:
    given = meant + path
    for origin, give in {
        "base_url": lambda: settings(base_url=given),
        "the environment variable CO_API_URL": lambda: settings({"CO_API_URL": given}),
        "the base_url of httpx_client": lambda: settings(httpx_client=httpx.Client(base_url=given)),
    }.items():
        with pytest.raises(ConfigurationError) as caught:
            give()
        problem = f"{origin} must not end in {path.rstrip('/')}, since paths such as {ENDPOINT.path} are added to it"
        assert str(caught.value) == f"{problem}: pass {meant!r}"


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"base_url": 5}, "base_url must be a str or an httpx.URL, not int"),
        ({"base_url": b"https://a.example"}, "base_url must be a str or an httpx.URL, not bytes"),
        ({"client_name": 5}, "client_name must be a str, not int"),
        ({"client_name": "a\r\nX-Evil: 1"}, "client_name must be visible ASCII"),
        ({"client_name": "caf\u00e9"}, "client_name must be visible ASCII"),
        ({"timeout": "5"}, "timeout must be seconds or an httpx.Timeout, not str"),
        ({"timeout": True}, "timeout must be seconds or an httpx.Timeout, not bool"),
        ({"timeout": 0}, "timeout must be a number of seconds above 0"),
        ({"timeout": -1.5}, "timeout must be a number of seconds above 0"),
        ({"timeout": float("nan")}, "timeout must be a number of seconds above 0"),
        ({"max_retries": 1.0}, "max_retries must be an int, not float"),
        ({"max_retries": -1}, "max_retries must be 0 or more"),
        ({"max_retries": True}, "max_retries must be an int, not bool"),
        ({"max_event_bytes": 1.5}, "max_event_bytes must be an int, not float"),
        ({"max_reply_bytes": "1"}, "max_reply_bytes must be an int, not str"),
        ({"retry_policy": 3}, "retry_policy must be a RetryPolicy, not int"),
    ],
)
def test_settings_of_the_wrong_kind_are_refused(changes: dict[str, Any], error: str) -> None:
    with pytest.raises((TypeError, ValueError), match=f"^{error}"):
        settings(**changes)


def test_timeouts() -> None:
    assert settings().timeout == 300.0
    assert settings(timeout=60).timeout == 60
    assert settings(timeout=httpx.Timeout(7)).timeout == httpx.Timeout(7)


def test_the_callers_own_timeout_counts_unless_it_is_httpx_s_default() -> None:
    assert settings(httpx_client=httpx.Client()).timeout == 300.0
    assert settings(httpx_client=httpx.Client(timeout=60)).timeout is None
    assert settings(httpx_client=httpx.Client(timeout=None)).timeout is None
    assert settings(httpx_client=httpx.Client(), timeout=7).timeout == 7


@pytest.mark.parametrize("kind", [cohere_chat.ClientV2, cohere_chat.AsyncClientV2])
def test_an_option_that_is_none_has_its_default(kind: Any) -> None:
    options = ["base_url", "client_name", "timeout", "max_retries", "httpx_client", "retry_policy", "max_event_bytes"]
    given = kind(KEY, **dict.fromkeys([*options, "max_reply_bytes"]))
    assert given._core.settings == kind(KEY)._core.settings


def test_the_environment_is_read_when_the_client_is_built() -> None:
    code = "import os, cohere_chat; os.environ['CO_API_URL'] = 'http://late.example'; print(cohere_chat.ClientV2('k'))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "ClientV2(base_url='http://late.example')\n"


@pytest.mark.parametrize("kind", [cohere_chat.ClientV2, cohere_chat.AsyncClientV2])
def test_no_representation_shows_the_key(kind: Any) -> None:
    client = kind(KEY)
    for shown in (repr(client), str(client), repr(client._core.settings), repr(vars(client))):
        assert "api.cohere.com" in repr(client)
        assert KEY not in shown


@pytest.mark.parametrize("operation", [pickle.dumps, copy.copy, copy.deepcopy])
@pytest.mark.parametrize("kind", [cohere_chat.ClientV2, cohere_chat.AsyncClientV2])
def test_clients_say_that_they_cannot_be_copied(kind: Any, operation: Any) -> None:
    with pytest.raises(TypeError, match="ClientV2 can't be pickled or copied"):
        operation(kind(KEY))


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        (cohere_chat.ClientV2, httpx.AsyncClient()),
        (cohere_chat.AsyncClientV2, httpx.Client()),
        (cohere_chat.ClientV2, "x"),
    ],
)
def test_an_httpx_client_of_the_wrong_kind_is_refused(kind: Any, wrong: Any) -> None:
    with pytest.raises(ConfigurationError, match="httpx_client must be an httpx"):
        kind(KEY, httpx_client=wrong)
