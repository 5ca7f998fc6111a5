"""The exceptions: typed by status, readable, bounded, without the key, and fit to be pickled."""

from __future__ import annotations

import copy
import pickle
import ssl
from typing import Any

import httpcore
import httpx
import pytest
from cohere_chat import errors
from cohere_chat._failures import api_error, connection_error
from cohere_chat._reply import read_reply
from cohere_chat_api.models import V2ChatResponse
from support import CONTRACT, ENDPOINT

KEY = "s3cret-key"
ALL = [getattr(errors, name) for name in errors.__all__]


def answer(status: int, headers: dict[str, str] | None = None, key: str = KEY) -> httpx.Response:
    request = httpx.Request("POST", "http://a.example", headers={"Authorization": f"Bearer {key}"} if key else {})
    return httpx.Response(status, headers=headers, request=request)


REQUEST = answer(0).request


def error(status: int, content: bytes, headers: dict[str, str] | None = None, key: str = KEY) -> errors.ApiError:
    return api_error(answer(status, headers, key), content, 0.0)


def test_each_documented_status_has_its_class_and_no_other() -> None:
    responses = CONTRACT["paths"]["/v2/chat"]["post"]["responses"]
    documented = {
        int(status): response["$ref"].rsplit("/", 1)[-1] for status, response in responses.items() if "$ref" in response
    }
    classes = {cls.documented_status: cls.__name__.removesuffix("Error") for cls in errors.ApiError.__subclasses__()}
    # The official name ends in Error without saying it twice.
    assert classes == {status: name.removesuffix("Error") for status, name in documented.items()}


@pytest.mark.parametrize("cls", errors.ApiError.__subclasses__())
def test_a_documented_status_raises_its_class(cls: type[errors.ApiError]) -> None:
    assert cls.documented_status is not None
    raised = error(cls.documented_status, b'{"message": "no", "id": "r-1"}')
    assert type(raised) is cls
    assert raised.status_code == cls.documented_status
    assert str(raised) == f"{cls.documented_status}: no (request r-1)"


@pytest.mark.parametrize("status", [301, 402, 418, 502, 529, 599])
def test_another_status_raises_the_base_class(status: int) -> None:
    assert type(error(status, b"")) is errors.ApiError


@pytest.mark.parametrize(
    ("content", "body", "message"),
    [
        (b'{"message": "bad model", "id": "r"}', {"message": "bad model", "id": "r"}, "bad model"),
        (b'{"error": "from a gateway"}', {"error": "from a gateway"}, "from a gateway"),
        (b'{"detail": "from a gateway"}', {"detail": "from a gateway"}, "from a gateway"),
        (b'{"message": 5}', {"message": 5}, "{'message': 5}"),
        (b'{"message": " "}', {"message": " "}, "{'message': ' '}"),
        (b"{}", {}, "Service Unavailable"),
        (b"[]", [], "[]"),
        (b"null", None, "Service Unavailable"),
        (b'"busy"', "busy", "busy"),
        (b"<html>\n <b>busy</b></html>", "<html>\n <b>busy</b></html>", "<html> <b>busy</b></html>"),
        (b"", "", "Service Unavailable"),
        (b"\xff\xfe", b"\xff\xfe", "b'\\xff\\xfe'"),
        (b'{"message": "cut o', '{"message": "cut o', '{"message": "cut o'),
        (b"a\x1b[31mred\x00", "a\x1b[31mred\x00", "a\\x1b[31mred\\x00"),
        (b"[" * 100_000, "[" * 100_000, "[" * 500 + "..."),
        (b"x " * 100_000, "x " * 100_000, "x " * 250 + "..."),
    ],
)
def test_any_body_is_kept_and_shown(content: bytes, body: Any, message: str) -> None:
    raised = error(503, content)
    assert raised.body == body
    assert raised.message == message
    assert str(raised).startswith(f"503: {message}")
    assert len(str(raised)) < 1200


def test_a_status_without_a_name_is_an_error_nevertheless() -> None:
    assert str(error(599, b"")) == "599: error"
    assert str(errors.ApiError()) == "no status: error"


def test_the_request_id_comes_from_the_headers_or_the_body() -> None:
    assert error(500, b'{"id": "b"}', {"X-Debug-Trace-Id": "h"}).request_id == "h"
    assert error(500, b'{"id": "b"}', {"X-Request-Id": "i", "X-Debug-Trace-Id": "h"}).request_id == "i"
    assert error(500, b'{"id": "b"}').request_id == "b"
    assert error(500, b"").request_id is None


def test_without_a_key_nothing_is_blotted_out() -> None:
    raised = error(401, b'{"message": "no key"}', key="")
    assert str(raised) == "401: no key"


def test_headers_are_matched_in_any_case_and_tell_the_wait() -> None:
    raised = error(429, b"", {"Retry-After": "3"})
    assert raised.headers["RETRY-AFTER"] == "3"
    assert raised.retry_after == 3.0


def test_a_key_that_the_server_repeats_is_blotted_out() -> None:
    raised = error(401, b'{"message": "s3cret-key is invalid"}', {"X-Echo": "Bearer s3cret-key"})
    for shown in (
        str(raised),
        repr(raised),
        repr(raised.body),
        str(raised.headers),
        pickle.dumps(raised).decode("latin-1"),
    ):
        assert KEY not in shown


def test_one_base_class_for_all() -> None:
    assert all(issubclass(cls, errors.CohereError) for cls in ALL)


@pytest.mark.parametrize("cls", ALL)
@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda raised: pickle.loads(pickle.dumps(raised))])
def test_exceptions_survive_copies(cls: type[errors.CohereError], copied: Any) -> None:
    raised = (
        cls(status_code=429, body={"message": "m"}, headers={"a": "b"})
        if issubclass(cls, errors.ApiError)
        else cls("m")
    )
    if isinstance(raised, errors.StreamError):
        raised.snapshot = V2ChatResponse.from_dict({"id": "1"})
    other = copied(raised)
    assert type(other) is cls
    assert str(other) == str(raised) != ""
    assert vars(other) == vars(raised)


def test_errors_can_be_built_with_a_body_alone() -> None:
    raised = errors.NotFoundError(body={"message": "no such model"})
    assert raised.status_code == 404
    assert str(raised) == "404: no such model"


@pytest.mark.parametrize(
    ("begun", "raised", "words"),
    [
        (False, httpx.ConnectError(""), "no response from a.example:81 (ConnectError: no further reason given)"),
        (True, httpx.ReadError("gone"), "the response of a.example:81 was cut (ReadError: gone)"),
        (False, httpx.ConnectTimeout(""), "timed out after 3 s while connecting to a.example:81 (ConnectTimeout)"),
        (False, httpx.WriteTimeout(""), "timed out while sending to a.example:81 (WriteTimeout)"),
        (False, httpx.PoolTimeout(""), "timed out while waiting for a free connection to a.example:81 (PoolTimeout)"),
        (True, httpx.ReadTimeout(""), "timed out after 0.5 s while waiting for a.example:81 (ReadTimeout)"),
    ],
)
def test_failures_of_the_network_name_the_host_and_the_seconds(begun: bool, raised: Exception, words: str) -> None:
    limits = {"timeout": {"connect": 3.0, "read": 0.5, "write": None}}
    request = httpx.Request("POST", "http://me:s3cret@a.example:81/prefix?key=s3cret", extensions=limits)
    assert str(connection_error(raised, request, begun=begun)) == words


@pytest.mark.parametrize(
    ("raised", "cls", "phase"),
    [
        (httpx.ConnectError("refused"), errors.ApiConnectionError, None),
        (httpx.ReadError(""), errors.ApiConnectionError, None),
        (httpx.ConnectTimeout("slow"), errors.ApiTimeoutError, "connect"),
        (httpx.ReadTimeout(""), errors.ApiTimeoutError, "read"),
        (httpx.PoolTimeout(""), errors.ApiTimeoutError, "pool"),
        (httpx.WriteTimeout(""), errors.ApiTimeoutError, "write"),
    ],
)
def test_failures_of_the_network(raised: httpx.HTTPError, cls: type[Exception], phase: str | None) -> None:
    made = connection_error(raised, REQUEST)
    assert type(made) is cls
    assert type(raised).__name__ in str(made)
    assert getattr(made, "phase", None) == phase
    assert made.transient


def test_a_wrong_certificate_does_not_heal() -> None:
    raised = httpx.ConnectError("certificate verify failed")
    raised.__cause__ = httpcore.ConnectError(ssl.SSLCertVerificationError())
    assert not connection_error(raised, REQUEST).transient


@pytest.mark.parametrize(
    "raised", [httpx.UnsupportedProtocol("x"), httpx.LocalProtocolError("x"), httpx.ProxyError("407")]
)
def test_failures_that_do_not_heal(raised: httpx.HTTPError) -> None:
    assert not connection_error(raised, REQUEST).transient


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"<html>",
        b'{"message": {}',
        b"\xff",
        b"[" * 100_000,
        b'{"a": 1' + b"0" * 5000 + b"}",
    ],
)
def test_a_success_that_is_no_reply(content: bytes) -> None:
    response = answer(200, {"Content-Type": "text/html"})
    with pytest.raises(
        errors.InvalidResponseError, match=r"^200 with text/html is not the reply that was asked for"
    ) as caught:
        read_reply(ENDPOINT, response, content, None)
    assert caught.value.status_code == 200
    assert caught.value.headers["content-type"] == "text/html"
    assert len(str(caught.value)) < 1500


def test_json_is_utf_8_whatever_the_charset_says() -> None:
    response = answer(200, {"Content-Type": "application/json; charset=latin-1"})
    reply = read_reply(ENDPOINT, response, '{"id": "é", "message": {}}'.encode(), None)
    assert reply.id == "é"


def test_what_cannot_be_shown_is_no_reason_to_fail() -> None:
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    assert errors.excerpt(deep) == "something nested too deeply"


def test_the_reason_is_found_in_groups_and_in_chains_without_end() -> None:
    group = ExceptionGroup("two addresses", [OSError("first"), ssl.SSLCertVerificationError("second")])
    raised = httpx.ConnectError("all attempts failed")
    raised.__cause__ = group
    assert not connection_error(raised, REQUEST).transient
    circle = httpx.ReadError("around")
    circle.__cause__ = circle
    assert connection_error(circle, REQUEST).transient
