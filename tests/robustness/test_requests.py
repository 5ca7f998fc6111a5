"""Requirements 19 to 24: what the caller passes reaches the server unchanged, or is refused before anything is sent."""

from __future__ import annotations

import collections
import copy
import logging
import math
import pickle
import traceback
from typing import Any

import cohere_chat
import httpx
import pytest
from cohere_chat import ConfigurationError, errors
from faults import BUSY, GOOD, REPLY, Call
from hypothesis import given
from hypothesis import strategies as st
from rawserver import CLOSE, RawServer, http
from support import CHAT, Both

KEY = "s3cret-key-0123456789"
KINDS = [cohere_chat.ClientV2, cohere_chat.AsyncClientV2]


@pytest.fixture
def silent() -> Any:
    """A server that nobody may ask."""
    with RawServer(http(200, REPLY)) as server:
        yield server
        assert server.connections == 0


# 19. The environment is read when the client is built. Keys that cannot be are refused, and not shown.


def test_19_the_environment_is_read_when_the_client_is_built(
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


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("variables", [{}, {"CO_API_KEY": ""}, {"CO_API_KEY": " \t", "COHERE_API_KEY": "\n"}])
def test_19_a_missing_key_is_told_with_the_remedy(
    kind: Any, variables: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError, match="pass api_key, or set the environment variable CO_API_KEY"):
        kind()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("wrong", ["s3cret\nkey", "s3cret\x7fkey", "s3cret\x00", "s3crét", "s3cret\x7f"])
def test_19_a_malformed_variable_is_named_and_not_shown(kind: Any, wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if "\x00" not in wrong:
        monkeypatch.setenv("COHERE_API_KEY", wrong)
        with pytest.raises(ConfigurationError, match=r"^the environment variable COHERE_API_KEY") as caught:
            kind()
        assert "s3c" not in "".join(traceback.format_exception(caught.value))
    with pytest.raises(ConfigurationError, match=r"^api_key") as caught:
        kind(wrong)
    assert "s3c" not in str(caught.value)


@pytest.mark.parametrize(
    "wrong", [b"s3cret", bytearray(b"s3cret"), 5, ["s3cret"], " ", True, httpx.BasicAuth("a", "s3cret")]
)
def test_19_a_key_of_another_kind_is_refused(both: Both, call: Call, silent: RawServer, wrong: Any) -> None:
    with pytest.raises(ConfigurationError, match=r"^api_key") as caught:
        both.client(wrong, base_url=silent.url)
    assert "s3cret" not in str(caught.value)
    with pytest.raises(ConfigurationError, match=r"^the callable api_key") as caught:
        call(both.client(lambda: wrong, base_url=silent.url))
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize("wrong", [None, "", "a\r\nX-Evil: 1"])
def test_19_a_callable_that_gives_no_key_is_refused(both: Both, call: Call, silent: RawServer, wrong: Any) -> None:
    with pytest.raises(ConfigurationError, match=r"^the callable api_key"):
        call(both.client(lambda: wrong, base_url=silent.url))


def test_19_a_coroutine_is_no_key_for_the_synchronous_client(silent: RawServer) -> None:
    async def key() -> str:
        return KEY

    client: Any = cohere_chat.ClientV2(key, base_url=silent.url)  # type: ignore[arg-type]
    with pytest.raises(ConfigurationError, match="use AsyncClientV2"):
        client.chat(**CHAT)


def test_19_what_a_callable_raises_is_the_caller_s(both: Both, call: Call, silent: RawServer) -> None:
    def key() -> str:
        raise LookupError("vault is shut")

    with pytest.raises(LookupError, match="vault is shut"):
        call(both.client(key, base_url=silent.url))


# 20. base_url is kept or refused; nothing replaces Authorization in silence.


@pytest.mark.parametrize("path", ["", "/", "/a", "/a/", "/a/b//", "/a%20b%2Fc", "/av2", "/v2/a", "/\u00e9"])
def test_20_a_path_is_kept(both: Both, call: Call, method: str, path: str) -> None:
    with RawServer(GOOD[method]) as server:
        call(both.client(base_url=server.url + path))
    expected = path.rstrip("/").replace("\u00e9", "%C3%A9")
    assert server.lines == [f"POST {expected}/v2/chat HTTP/1.1"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "api.cohere.com",
        "localhost:8000",
        "//api.cohere.com",
        "ftp://a",
        "http:/a",
        "http://",
        "http://:80",
        "http://a?b=c",
        "http://a?",
        "http://a#b",
        "http://user:s3cret@a",
        "http://s3cret@a",
        "http://a:0",
        "http://a:65536",
        "http://a:-1",
        "http://a:b",
        "http://[::1",
        "http://a\nb",
        "http://a b",
        "http://a\x00",
        "http://" + "a" * 70_000,
        b"http://a",
        5,
        httpx.URL("/v2"),
    ],
)
def test_20_a_base_url_that_cannot_be_is_refused(kind: Any, wrong: Any) -> None:
    with pytest.raises((ConfigurationError, TypeError), match=r"^base_url") as caught:
        kind(KEY, base_url=wrong)
    assert "s3cret" not in str(caught.value)


def own(both: Both, **options: Any) -> Any:
    return (httpx.Client if both.kind == "sync" else httpx.AsyncClient)(**options)


@pytest.mark.parametrize("options", [{"auth": ("a", "b")}, {"headers": {"authorization": "Basic own"}}])
def test_20_a_key_goes_before_the_credentials_of_the_caller_s_own_client(
    both: Both, call: Call, method: str, options: Any
) -> None:
    with RawServer(GOOD[method]) as server:
        client = own(both, **options)
        call(both.client(KEY, base_url=server.url, httpx_client=client))
        both.run(client.close if both.kind == "sync" else client.aclose)
    assert server.requests[0][0]["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize(
    ("options", "sent"),
    [({"auth": ("a", "b")}, "Basic YTpi"), ({"headers": {"authorization": "Basic own"}}, "Basic own")],
)
def test_20_without_a_key_those_are_used(both: Both, call: Call, method: str, options: Any, sent: str) -> None:
    with RawServer(GOOD[method]) as server:
        client = own(both, **options)
        call(both.client("", base_url=server.url, httpx_client=client))
        both.run(client.close if both.kind == "sync" else client.aclose)
    assert server.requests[0][0]["authorization"] == sent


def test_20_a_netrc_file_does_not_matter(
    both: Both, call: Call, method: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    (tmp_path / ".netrc").write_text("default login a password b\n")
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    monkeypatch.setenv("HOME", str(tmp_path))
    with RawServer(GOOD[method]) as server:
        call(both.client(KEY, base_url=server.url))
        call(both.client("", base_url=server.url))
    assert [headers.get("authorization") for headers, _ in server.requests] == [f"Bearer {KEY}", None]


# 21. Arguments reach the server unchanged, or are refused before anything is sent.

SENT: dict[str, dict[str, Any]] = {
    "falsy values": {"temperature": 0.0, "k": 0, "logprobs": False, "tools": [], "documents": [], "stop_sequences": []},
    "unknown values": {"safety_mode": "NEWEST", "tool_choice": "", "thinking": {"type": "deep", "depth": [1.5, None]}},
    "new roles and fields": {
        "messages": [{"role": "robot", "content": None, "x": {"a": []}}, {"content": [{"type": "video", "v": 1e300}]}]
    },
    "large numbers": {"seed": 2**64, "max_tokens": -1, "temperature": 1e-320},
    "text": {"messages": [{"role": "user", "content": '\u0000\u2028\U0001f600\ud800\x7f\x1f é "\\/'}]},
    "types of the wrong kind": {"model": 5, "temperature": "hot", "messages": [None, "hi", 5]},
}


@pytest.mark.off_contract
@pytest.mark.parametrize("params", SENT.values(), ids=SENT)
def test_21_arguments_arrive_unchanged(both: Both, params: dict[str, Any]) -> None:
    with RawServer(GOOD["chat"]) as server:
        both.chat(both.client(base_url=server.url), **params)
    assert server.requests[0][1] == {**CHAT, **params, "stream": False}


def test_21_none_is_omitted_and_nothing_else(both: Both) -> None:
    with RawServer(GOOD["chat"]) as server:
        both.chat(both.client(base_url=server.url), temperature=None, tools=None, seed=None, logprobs=False)
    assert server.requests[0][1] == {**CHAT, "logprobs": False, "stream": False}


def circle() -> list[Any]:
    made: list[Any] = []
    made.append({"role": "user", "content": made})
    return made


def deep() -> Any:
    made: Any = "x"
    for _ in range(100_000):
        made = [made]
    return made


UNSENDABLE: dict[str, tuple[dict[str, Any], str]] = {
    "NaN": ({"temperature": math.nan}, "^temperature: nan is not a JSON number"),
    "infinity inside": ({"documents": [{"data": {"a": [1, math.inf]}}]}, r"^documents\[0\].data.a\[1\]: inf"),
    "bytes": ({"messages": [{"role": "user", "content": b"hi"}]}, r"^messages\[0\].content: bytes .*base64"),
    "a set": ({"messages": [{"role": "user", "content": {"a"}}]}, r"^messages\[0\].content: set .*list"),
    "a function": ({"tools": [print]}, r"^tools\[0\]: builtin_function"),
    "a class": ({"model": dict}, "^model: type is nothing"),
    "a circle": ({"messages": circle()}, r"^messages\[0\].content: contains itself"),
    "a deep nest": ({"messages": deep()}, "nested too deeply"),
    "a key of another type": ({"documents": [{("a", "b"): 1}]}, r"^documents\[0\]: the key"),
    "many digits": ({"seed": 10**5000}, "seed"),
    "a generator inside": ({"messages": [{"role": "user", "content": (x for x in "a")}]}, r"\[0\].content: generator"),
    "text for a list": ({"messages": "Hello!"}, "^messages must be a list"),
    "a dictionary for a list": ({"messages": CHAT["messages"][0]}, "^messages must be a list"),
    "text for stop sequences": ({"stop_sequences": "STOP"}, "^stop_sequences must be a list"),
    "text for an object": ({"response_format": "json_object"}, "^response_format must be a dict"),
}


@pytest.mark.parametrize(("params", "match"), UNSENDABLE.values(), ids=UNSENDABLE)
def test_21_what_cannot_be_sent_is_refused_by_name(
    both: Both, silent: RawServer, method: str, params: dict[str, Any], match: str
) -> None:
    client = both.client(base_url=silent.url)
    with pytest.raises((TypeError, ValueError), match=match):
        # A stream refuses at once, not when it is read.
        both.run(lambda: getattr(client, method)(**{**CHAT, **params}))


def test_21_iterators_are_consumed_once_and_survive_a_retry(both: Both) -> None:
    read = []

    def messages() -> Any:
        for message in CHAT["messages"]:
            read.append(message)
            yield message

    with RawServer(BUSY, [CLOSE], GOOD["chat"]) as server:
        both.chat(both.client(base_url=server.url), messages=messages(), stop_sequences=collections.deque(["a"]))
    assert [body["messages"] for _, body in server.requests] == [CHAT["messages"]] * 3
    assert read == CHAT["messages"]


def test_21_what_is_passed_is_neither_changed_nor_kept(both: Both) -> None:
    messages = [{"role": "user", "content": [{"type": "text", "text": "a"}]}]
    options = {"additional_headers": {"X-A": "1"}, "additional_body_parameters": {"seed": 1}, "timeout": None}
    before = copy.deepcopy((messages, options))
    with RawServer(GOOD["chat"], GOOD["chat_stream"]) as server:
        client = both.client(base_url=server.url)
        both.chat(client, messages=messages, request_options=options)
        assert (messages, options) == before
        stream = client.chat_stream(**{**CHAT, "messages": messages})
        messages.append({"role": "user", "content": "later"})
        both.collect(stream)
    assert server.requests[0][1]["messages"] == server.requests[1][1]["messages"] == before[0]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@pytest.mark.off_contract
def test_21_any_json_arrives_as_it_is() -> None:
    with httpx.Client(transport=httpx.MockTransport(lambda request: httpx.Response(200, json=REPLY))) as client:
        own_client = cohere_chat.ClientV2(KEY, httpx_client=client)
        seen: list[httpx.Request] = []
        client.event_hooks["request"].append(seen.append)

        @given(JSON)
        def arrives(value: Any) -> None:
            own_client.chat(**{**CHAT, "documents": [{"data": value}]})
            assert httpx.Response(200, content=seen[-1].content).json()["documents"] == [{"data": value}]

        arrives()


# 22. Unknown names are refused; None means not set; the official options are honoured.


@pytest.mark.parametrize(
    ("params", "options", "match"),
    [
        ({"mesages": []}, {}, "'mesages'; did you mean 'messages'"),
        ({"stream": True}, {}, "use chat_stream|stream is no argument|chat_stream"),
        ({"Model": "x"}, {}, "has no argument 'Model'"),
        ({}, {"timout": 1}, "'timout'; did you mean 'timeout'"),
        ({}, {"headers": {}}, "unknown request option 'headers'"),
        ({}, {5: 1}, "unknown request option 5"),
        ({}, {"additional_query_parameters": {"a": b"x"}}, r"\['a'\] must be a str or a number"),
        ({}, {"additional_query_parameters": {"a": {"b": 1}}}, r"\['a'\] must be a str or a number"),
        ({}, {"additional_query_parameters": {"a": "x" * 70_000}}, "can't be part of a URL"),
        ({}, {"additional_query_parameters": {"a": "\ud800"}}, "can't be part of a URL"),
        ({}, {"additional_query_parameters": {5: "x"}}, "must have str keys"),
        ({}, {"additional_body_parameters": {5: "x"}}, "must have str keys"),
        ({}, {"additional_body_parameters": {"stream": True}}, "must not hold 'stream'"),
        ({}, {"additional_body_parameters": {"x": b"y"}}, "^x: bytes"),
        ({}, {"max_retries": 2.0}, "max_retries"),
        ({}, [], "request_options must be a dict"),
    ],
)
def test_22_unknown_and_wrong_options_are_refused(
    both: Both, silent: RawServer, method: str, params: dict[str, Any], options: Any, match: str
) -> None:
    client = both.client(base_url=silent.url)
    with pytest.raises((TypeError, ValueError), match=match):
        both.run(lambda: getattr(client, method)(**{**CHAT, **params}, request_options=options))


@pytest.mark.off_contract
def test_22_options_are_honoured_and_none_is_not_set(both: Both, call: Call, method: str) -> None:
    options = {
        "timeout": None,
        "timeout_in_seconds": 5,
        "max_retries": None,
        "additional_headers": {"X-New": "1", "x-gone": None},
        "additional_query_parameters": {"a": [1, "b c"], "yes": True, "gone": None, "f": 0.5},
        "additional_body_parameters": {"new": {"a": None}, "seed": 7},
    }
    nothing = dict.fromkeys(options)
    with RawServer(GOOD[method]) as server:
        client = both.client(base_url=server.url)
        call(client, **options)
        call(client, **nothing)
    (headers, body), (plain_headers, plain_body) = server.requests
    assert (headers["x-new"], "x-gone" in headers) == ("1", False)
    assert server.lines[0] == "POST /v2/chat?a=1&a=b+c&yes=true&f=0.5 HTTP/1.1"
    assert body == {**plain_body, "new": {"a": None}, "seed": 7}
    assert (server.lines[1], "x-new" in plain_headers) == ("POST /v2/chat HTTP/1.1", False)


# 23. No header injection; additional_headers override in any case, one header each.

EVIL = [
    "a\r\nX-Evil: 1",
    "a\nX-Evil: 1",
    "a\rX-Evil: 1",
    "a\r\n\r\nGET / HTTP/1.1",
    "a\x00b",
    "\u010a",
    "a\x0bb",
    " a",
    "a\t",
]


@pytest.mark.parametrize("evil", EVIL)
def test_23_no_argument_makes_a_header(both: Both, call: Call, silent: RawServer, evil: str) -> None:
    with pytest.raises((ValueError, TypeError), match="client_name"):
        both.client(base_url=silent.url, client_name=evil)
    client = both.client(base_url=silent.url)
    for options in ({"X-A": evil}, {"Authorization": evil}, {f"X{evil}": "1"}, {"X-A": evil.encode()}):
        with pytest.raises((ValueError, TypeError), match="additional_headers"):
            call(client, additional_headers=options)
        with pytest.raises((ValueError, TypeError), match="additional_headers"):
            client.with_options(additional_headers=options)


@pytest.mark.parametrize("name", ["Content-Length", "transfer-encoding", "TRANSFER-ENCODING"])
def test_23_headers_that_would_split_a_request_are_refused(
    both: Both, call: Call, silent: RawServer, name: str
) -> None:
    with pytest.raises(ValueError, match="follows from the body"):
        call(both.client(base_url=silent.url), additional_headers={name: "5"})


def test_23_a_refused_header_is_not_shown(both: Both, call: Call, silent: RawServer) -> None:
    with pytest.raises(ValueError, match="additional_headers") as caught:
        call(both.client(base_url=silent.url), additional_headers={"Authorization": f"Bearer {KEY}\n"})
    assert KEY not in str(caught.value)


@pytest.mark.parametrize("given_own", [True, False])
def test_23_headers_are_overridden_in_any_case_once_each(both: Both, call: Call, method: str, given_own: bool) -> None:
    """The server refuses a name that comes twice."""
    headers = {"ACCEPT": "a/b", "user-agent": "me", "authorization": "Basic x", "x-client-name": "other", "Host": "h"}
    with RawServer(GOOD[method]) as server:
        options = {"httpx_client": own(both, headers={"X-Client-NAME": "own"})} if given_own else {}
        client = both.client(KEY, base_url=server.url, client_name="mine", **options)
        call(client, additional_headers={**headers, "User-Agent": "you"})
        for given_client in options.values():
            both.run(given_client.close if both.kind == "sync" else given_client.aclose)
    sent = server.requests[0][0]
    assert [sent[name.lower()] for name in headers] == ["a/b", "you", "Basic x", "other", "h"]


@pytest.mark.off_contract
def test_23_a_path_in_the_model_name_stays_in_the_body(both: Both, call: Call, method: str) -> None:
    with RawServer(GOOD[method]) as server:
        call(both.client(base_url=server.url), additional_body_parameters={"model": "../../x?y#z\r\nX-Evil: 1"})
    assert server.lines == ["POST /v2/chat HTTP/1.1"]
    assert "x-evil" not in server.requests[0][0]


# 24. Neither representations nor logs show the key; clients say that they cannot be pickled.


def test_24_no_representation_shows_the_key(both: Both, call: Call) -> None:
    with RawServer(http(403, {"message": "no"})) as server:
        client = both.client(KEY, base_url=server.url)
        stream = client.chat_stream(**CHAT)
        with pytest.raises(errors.ForbiddenError) as caught:
            call(client)
    for thing in (client, client.with_raw_response, client.with_options(timeout=5), stream, client._core.settings):
        for text in (repr(thing), str(thing), f"{thing}", repr(getattr(thing, "__dict__", None))):
            assert KEY not in text
    cause = caught.value.__cause__
    assert cause is None or KEY not in repr(cause)


def test_24_a_failed_request_s_cause_does_not_show_the_key_either(both: Both, call: Call) -> None:
    with RawServer([CLOSE]) as server, pytest.raises(errors.ApiConnectionError) as caught:
        call(both.client(KEY, base_url=server.url, max_retries=0))
    error: BaseException | None = caught.value
    while error is not None:
        request = getattr(error, "_request", None)
        assert KEY not in f"{error!r} {error} {request!r} {getattr(request, 'headers', None)!r}"
        error = error.__cause__ or error.__context__


@pytest.mark.parametrize("level", [logging.DEBUG, logging.INFO])
def test_24_no_log_shows_the_key_or_the_prompt(
    both: Both, call: Call, method: str, caplog: pytest.LogCaptureFixture, level: int
) -> None:
    caplog.set_level(level)
    secret = [{"role": "user", "content": "PROMPT"}]
    with RawServer(BUSY, [CLOSE], http(429, {"message": KEY}), GOOD[method]) as server:
        client = both.client(KEY, base_url=server.url, max_retries=3)
        call(client)
        assert server.requests[3][0]["authorization"] == f"Bearer {KEY}"
        call(client, additional_body_parameters={"messages": secret})
    assert "retry 3 of 3" in caplog.text
    assert KEY not in caplog.text
    assert "PROMPT" not in caplog.text
    assert {record.name for record in caplog.records if "cohere" in record.name} <= {"cohere_chat"}


def test_24_a_program_without_logging_hears_nothing(both: Both, call: Call, capfd: Any) -> None:
    """The package's logger has a handler, so that Python's handler of last resort keeps still."""
    package = logging.getLogger("cohere_chat")
    assert any(isinstance(handler, logging.NullHandler) for handler in package.handlers)
    with RawServer(BUSY) as server, pytest.raises(errors.ServiceUnavailableError):
        call(both.client(base_url=server.url))
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("operation", [pickle.dumps, copy.copy, copy.deepcopy])
def test_24_clients_say_that_they_cannot_be_pickled_or_copied(kind: Any, operation: Any) -> None:
    with pytest.raises(TypeError, match="can't be pickled or copied: build one in each process"):
        operation(kind(KEY))


@pytest.mark.parametrize("operation", [pickle.dumps, copy.copy, copy.deepcopy])
def test_24_streams_say_so_too(both: Both, operation: Any) -> None:
    with pytest.raises(TypeError, match="can't be pickled or copied"):
        operation(both.client(KEY).chat_stream(**CHAT))
