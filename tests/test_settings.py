"""What a client is built with: arguments before environment, wrong ones refused at once; and the key of each call."""

from __future__ import annotations

from typing import Any

import cohere_chat
import pytest
from cohere_chat import ConfigurationError, RetryPolicy
from cohere_chat._config import Settings, build_settings
from cohere_chat._httpx import httpx
from rawserver import RawServer, http
from streams import GOOD, REPLY, Call
from support import ENDPOINT, Both

KEY = "s3cret-key-0123456789"
KINDS = [cohere_chat.ClientV2, cohere_chat.AsyncClientV2]


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
        "observers": None,
    }
    return build_settings(environment or {}, httpx_client, **(arguments | changes))


def test_the_environment_is_read_when_a_client_is_built(
    both: Both, call: Call, method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with RawServer(GOOD[method]) as server:
        monkeypatch.setenv("CO_API_KEY", " key-one\n")
        monkeypatch.setenv("CO_API_URL", f" {server.url}/ ")
        client = both.client(None)
        monkeypatch.setenv("CO_API_KEY", "key-two")
        monkeypatch.setenv("CO_API_URL", "http://127.0.0.1:1")
        monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
        call(client)
    assert server.requests[0][0]["authorization"] == "Bearer key-one"


# Keys


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


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("variables", [{}, {"CO_API_KEY": ""}, {"CO_API_KEY": " \t", "COHERE_API_KEY": "\n"}])
def test_without_a_key_the_error_names_the_remedy(
    kind: Any, variables: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(
        ConfigurationError, match="pass api_key, or set the environment variable CO_API_KEY or COHERE_API_KEY"
    ):
        kind()


@pytest.mark.parametrize(
    "wrong", [b"s3cret", 5, ["s3cret"], " ", True, "s3cret\nkey", "s3crét", httpx.BasicAuth("a", "s3cret")]
)
def test_a_key_of_another_kind_is_refused(both: Both, call: Call, wrong: Any) -> None:
    for give, origin in (
        (lambda: both.client(wrong), "api_key"),
        (lambda: call(both.client(lambda: wrong)), "the callable api_key"),
    ):
        with pytest.raises(ConfigurationError, match=f"^{origin}") as caught:
            give()
        assert "s3c" not in str(caught.value)


@pytest.mark.parametrize("wrong", [None, "", "a\r\nX-Evil: 1"])
def test_a_callable_that_gives_no_key_is_refused(both: Both, call: Call, wrong: Any) -> None:
    with pytest.raises(ConfigurationError, match=r"^the callable api_key"):
        call(both.client(lambda: wrong))


def test_a_coroutine_gives_the_key_of_the_asynchronous_client_only(both: Both) -> None:
    async def key() -> str:
        return "k-async"

    with RawServer(http(200, REPLY)) as server:
        client = both.client(key, base_url=server.url)
        if both.kind == "sync":
            with pytest.raises(ConfigurationError, match="use AsyncClientV2"):
                both.chat(client)
        else:
            both.chat(client)
            assert server.requests[0][0]["authorization"] == "Bearer k-async"


def test_what_a_callable_key_raises_is_passed_on(both: Both, call: Call) -> None:
    def key() -> str:
        raise LookupError("vault is shut")

    with pytest.raises(LookupError, match="vault is shut"):
        call(both.client(key))


CREDENTIALS: list[tuple[dict[str, Any], str]] = [
    ({"auth": ("a", "b")}, "Basic YTpi"),
    ({"headers": {"authorization": "Basic own"}}, "Basic own"),
]


@pytest.mark.parametrize(("options", "own"), CREDENTIALS)
def test_a_key_replaces_the_credentials_of_the_caller_s_own_client(
    both: Both, call: Call, method: str, options: dict[str, Any], own: str
) -> None:
    with RawServer(GOOD[method]) as server:
        for key, sent in ((KEY, f"Bearer {KEY}"), ("", own)):
            call(both.client(key, base_url=server.url, httpx_client=both.httpx_client(**options)))
            assert server.requests[-1][0]["authorization"] == sent


def test_a_netrc_file_is_not_read(
    both: Both, call: Call, method: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    (tmp_path / ".netrc").write_text("default login a password b\n")
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    monkeypatch.setenv("HOME", str(tmp_path))
    with RawServer(GOOD[method]) as server:
        call(both.client(KEY, base_url=server.url))
        call(both.client("", base_url=server.url))
    assert [headers.get("authorization") for headers, _ in server.requests] == [f"Bearer {KEY}", None]


# URLs


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


@pytest.mark.parametrize("path", ["", "/", "/a", "/a/", "/a/b//", "/a%20b%2Fc", "/av2", "/v2/a", "/\u00e9"])
@pytest.mark.unmeasured
def test_the_path_of_a_base_url_is_kept(both: Both, call: Call, method: str, path: str) -> None:
    with RawServer(GOOD[method]) as server:
        call(both.client(base_url=server.url + path))
    expected = path.rstrip("/").replace("\u00e9", "%C3%A9")
    assert server.lines == [f"POST {expected}/v2/chat HTTP/1.1"]


@pytest.mark.parametrize(
    "base_url",
    [
        *(
            "",
            "/v2",
            "api.cohere.com",
            "localhost:8000",
            "//api.cohere.com",
            "ftp://a",
            "http:/a",
            "http://",
            "https:///v2",
        ),
        *("http://:80", "http://a?b=c", "http://a/?", "http://a#b", "http://user:s3cret@a", "http://s3cret@a"),
        *("http://a:0", "http://a:65536", "http://a:-1", "http://a:b", "http://[::1", "http://a\nb", "http://a b"),
        *("http://a\x00", "http://a..example", "https://" + "a" * 64 + ".example", "http://" + "a" * 70_000),
    ],
)
def test_a_malformed_url_is_refused_with_its_origin(base_url: str) -> None:
    with pytest.raises(ConfigurationError, match=r"^base_url") as caught:
        settings(base_url=base_url)
    assert "s3cret" not in str(caught.value)
    if base_url:
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


# Other settings


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
        ({"base_url": httpx.URL("/v2")}, "base_url"),
        *(
            ({"timeout": wrong}, "timeout")
            for wrong in (0, -1.5, float("nan"), float("inf"), 10**400, 3e6, httpx.Timeout(0))
        ),
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
    # Those of the caller's own client count unless they are httpx's default.
    assert settings(httpx_client=httpx.Client()).timeout == 300.0
    assert settings(httpx_client=httpx.Client(timeout=60)).timeout is None
    assert settings(httpx_client=httpx.Client(timeout=None)).timeout is None
    assert settings(httpx_client=httpx.Client(), timeout=7).timeout == 7


@pytest.mark.parametrize("kind", [cohere_chat.ClientV2, cohere_chat.AsyncClientV2])
def test_an_option_that_is_none_has_its_default(kind: Any) -> None:
    options = ["base_url", "client_name", "timeout", "max_retries", "httpx_client", "retry_policy", "max_event_bytes"]
    given = kind(KEY, **dict.fromkeys([*options, "max_reply_bytes"]))
    assert given._core.settings == kind(KEY)._core.settings


# Copies of a client


def test_a_copy_has_other_options_and_the_same_connection(both: Both) -> None:
    with RawServer(http(503, {}), http(200, REPLY)) as server:
        client = both.client(base_url=server.url, max_retries=0)
        patient = client.with_options(max_retries=1, timeout=7, additional_headers={"X-Team": "a"})
        assert both.chat(patient).id == "r-1"
        assert both.chat(client).id == "r-1"
        assert server.connections == 1
    teams = [headers.get("x-team") for headers, _ in server.requests]
    assert teams == ["a", "a", None]
    assert patient._core.settings.timeout == both.client(timeout=7)._core.settings.timeout
    assert client._core.settings.timeout == both.client()._core.settings.timeout


def test_options_of_copies_add_up_and_those_of_calls_win(both: Both) -> None:
    with RawServer(http(200, REPLY)) as server:
        first = both.client(base_url=server.url).with_options(
            additional_headers={"X-A": "1", "X-B": "1", "Accept": "x"}
        )
        second = first.with_options(additional_headers={"x-a": "2", "Authorization": "Basic me"})
        both.chat(second, request_options={"additional_headers": {"X-b": None, "X-C": "3"}})
        headers, _ = server.requests[0]
    assert {name: headers.get(name) for name in ("x-a", "x-b", "x-c")} == {"x-a": "2", "x-b": None, "x-c": "3"}
    assert headers["accept"] == "x"
    assert headers["authorization"] == "Basic me"


@pytest.mark.parametrize(
    ("option", "value", "error", "message"),
    [
        ("timeout", 0, ValueError, "timeout must be a number of seconds above 0"),
        ("max_retries", -1, ValueError, "max_retries must be 0 or more, not -1"),
        ("additional_headers", ["a"], TypeError, "additional_headers must be a dict, not list"),
        ("additional_headers", {"a b": "c"}, ValueError, r"additional_headers\['a b'\]: 'a b' is not a header name"),
        ("additional_headers", {"a": 1}, TypeError, r"additional_headers\['a'\] must be a str, not int"),
    ],
)
def test_a_wrong_option_is_refused_when_the_copy_is_made(
    both: Both, option: str, value: object, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        both.client().with_options(**{option: value})


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda kind: kind("key", "https://a"), r"^{name}\(\) has 1 positional argument; pass others by name$"),
        (lambda kind: kind(api_kye="key"), r"^{name}\(\) has no argument 'api_kye'; did you mean 'api_key'\?$"),
        (lambda kind: kind("key").with_options(timout=1), r"^with_options\(\) has no .* did you mean 'timeout'\?$"),
        (lambda kind: kind("key").wait(), r"^wait\(\) missing 1 required positional argument: 'job'$"),
    ],
)
def test_arguments_that_are_not_there_are_told_in_the_words_of_the_caller(both: Both, call: Any, message: str) -> None:
    kind = type(both.client())
    with pytest.raises(TypeError, match=message.replace("{name}", kind.__name__)):
        call(kind)


def test_a_key_with_the_name_of_its_scheme_is_refused_and_not_shown() -> None:
    with pytest.raises(ConfigurationError, match="the key alone, without Bearer") as caught:
        cohere_chat.ClientV2("Bearer s3cret-key")
    assert "s3cret" not in str(caught.value)
